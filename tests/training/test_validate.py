"""Scores of a validation, held against a plain count of spans."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from postwright.corpus.shards import Shards
from postwright.decoder.constraints import Transitions
from postwright.labels import CORE, FULL
from postwright.training.data import Reader
from postwright.training.validate import count_spans, sample_rows, span_keys, validate


def plain_spans(labels: list[int]) -> set[tuple[int, int, int]]:
    """Spans (first, last, tag) of one row, by walking over it."""
    spans: list[list[int]] = []
    for position, label in enumerate(labels):
        tag = (label - 1) // 2
        follows = spans and spans[-1][1] == position - 1 and spans[-1][2] == tag
        if label and label % 2 == 0 and follows:
            spans[-1][1] = position
        elif label:
            spans.append([position, position, tag])
    return {(first, last, tag) for first, last, tag in spans}


ROWS = st.lists(st.lists(st.integers(0, len(CORE) - 1), max_size=7), min_size=1, max_size=5)


def padded(rows: list[list[int]], fill: int) -> tuple[np.ndarray, np.ndarray]:
    """Rows as labels [batch, words] with ``fill`` at padding, and their mask."""
    words = max(1, *map(len, rows)) if len(rows) > 1 else max(1, len(rows[0]))
    mask = np.arange(words) < np.array([len(row) for row in rows])[:, None]
    labels = np.full(mask.shape, fill, dtype=np.int64)
    labels[mask] = [label for row in rows for label in row]
    return labels, mask


@given(gold=ROWS, seed=st.integers(0, 2**16))
@settings(max_examples=150, deadline=None)
def test_counts_are_those_of_a_plain_walk(gold, seed) -> None:
    """Right, predicted and gold spans per tag, for any labels, legal or not."""
    labels, mask = padded(gold, fill=3)
    draw = np.random.default_rng(seed)
    keep = draw.random(labels.shape) < 0.7
    predicted = np.where(keep, labels, draw.integers(0, len(CORE), labels.shape))
    counts = count_spans(predicted, labels, mask, len(CORE))
    for tag in range(len(CORE.tags)):
        right = found = there = 0
        for row in range(len(gold)):
            theirs = {s for s in plain_spans(gold[row]) if s[2] == tag}
            ours_all = plain_spans(predicted[row][mask[row]].tolist())
            ours = {span for span in ours_all if span[2] == tag}
            right, found, there = right + len(ours & theirs), found + len(ours), there + len(theirs)
        assert (counts.right[tag], counts.predicted[tag], counts.gold[tag]) == (right, found, there)


def test_a_span_ends_with_its_row() -> None:
    """The I at the head of a row does not go on with the span at the foot of the one before."""
    labels = np.array([[0, 1], [2, 0]])
    assert len(span_keys(labels, np.ones((2, 2), dtype=bool), len(CORE))) == 2


def test_macro_f1_is_the_mean_over_tags_that_occur() -> None:
    """A tag that the gold labels lack does not count, a tag that was missed counts 0."""
    gold = np.array([[1, 0, 3, 0]])
    predicted = np.array([[1, 0, 5, 0]])
    counts = count_spans(predicted, gold, np.ones((1, 4), dtype=bool), len(CORE))
    assert counts.macro_f1() == 0.5
    assert counts.micro_f1() == 0.5
    assert np.isnan(counts.f1()[9])


def test_the_sample_is_fixed_and_sorted_by_length() -> None:
    """The same rows every time, none twice, short ones first."""
    counts = np.random.default_rng(1).integers(1, 20, size=500)
    batches = sample_rows(counts, at_most=130, batch_size=50, seed=0)
    again = sample_rows(counts, at_most=130, batch_size=50, seed=0)
    rows = np.concatenate(batches)
    assert [len(batch) for batch in batches] == [50, 50, 30]
    assert all(np.array_equal(one, two) for one, two in zip(batches, again, strict=True))
    assert len(np.unique(rows)) == 130
    assert (np.diff(counts[rows]) >= 0).all()


@pytest.mark.parametrize("label_set", [CORE, FULL], ids=["core", "full"])
def test_emissions_that_say_the_gold_labels_score_one(world, label_set) -> None:
    """Perfect emissions give perfect scores, and a cross-entropy near 0."""
    reader = Reader(Shards.open(world.directory / "dev"), label_set)
    batches = sample_rows(reader.word_counts(), at_most=80, batch_size=32, seed=0)
    gold = iter([reader.read(rows)[1] for rows in batches])

    def emit(batch):
        """One-hot emissions of the gold labels."""
        hot = torch.nn.functional.one_hot(torch.from_numpy(next(gold)), len(label_set))
        return 20 * hot, None

    unlearned = Transitions.unlearned(len(label_set))
    result = validate(batches, reader.read, emit, unlearned, label_set)
    assert (result.rows, result.micro_f1, result.macro_f1, result.exact) == (80, 1.0, 1.0, 1.0)
    assert result.ce < 1e-6
    assert set(result.per_tag) == {"house_number", "street", "locality", "postcode"}


def test_emissions_that_say_nothing_score_as_chance_does(world) -> None:
    """Zero emissions: every word costs log(labels) nats, and no span is right."""
    reader = Reader(Shards.open(world.directory / "dev"), FULL)
    batches = sample_rows(reader.word_counts(), at_most=80, batch_size=32, seed=0)
    result = validate(
        batches,
        reader.read,
        lambda batch: (torch.zeros(*batch.shapes.shape, len(FULL)), None),
        Transitions.unlearned(len(FULL)),
        FULL,
    )
    assert result.ce == pytest.approx(np.log(len(FULL)), rel=1e-5)
    assert (result.micro_f1, result.exact) == (0.0, 0.0)


def test_the_country_is_judged_where_it_is_known(world) -> None:
    """Logits that name the right country of every second known row: half are right."""
    reader = Reader(Shards.open(world.directory / "dev"), FULL, countries=("DE", "US"))
    batches = [np.arange(80)]
    countries = reader.countries(batches[0])
    known = np.flatnonzero(countries >= 0)
    assert 0 < len(known) < 80
    said = countries.copy()
    said[known[::2]] = 1 - said[known[::2]]
    logits = torch.nn.functional.one_hot(torch.from_numpy(said.clip(0)), 2)
    result = validate(
        batches,
        reader.read,
        lambda batch: (torch.zeros(*batch.shapes.shape, len(FULL)), logits),
        Transitions.unlearned(len(FULL)),
        FULL,
        countries=reader.countries,
    )
    assert result.country_accuracy == pytest.approx(0.5, abs=0.01)
    assert result.record()["country_accuracy"] == round(result.country_accuracy, 5)
