"""Labelled addresses for training: readers of sources, composition, sampling, token shards."""
