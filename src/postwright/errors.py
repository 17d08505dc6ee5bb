"""Every exception that postwright raises on purpose, as one tree."""

from __future__ import annotations

__all__ = [
    "BundleError",
    "ConfigError",
    "CorpusError",
    "InputError",
    "PlacesError",
    "PostwrightError",
    "TokenizerError",
    "TrainingError",
]


class PostwrightError(Exception):
    """Base of all errors that postwright raises on purpose."""


class InputError(PostwrightError, ValueError):
    """A value handed to the public API is of the wrong type or out of range."""


class ConfigError(PostwrightError, ValueError):
    """A configuration holds an unknown key, a wrong type or a value out of range."""


class TokenizerError(PostwrightError):
    """A tokenizer is missing, damaged, or not the one that a model was trained with."""


class BundleError(PostwrightError):
    """A model directory is incomplete, damaged, or written for another version."""


class PlacesError(PostwrightError):
    """A table of places is damaged, or written for another version."""


class CorpusError(PostwrightError):
    """A source, a row or a shard of a corpus cannot be used as it stands."""


class TrainingError(PostwrightError):
    """A training run cannot start, go on, or be resumed."""
