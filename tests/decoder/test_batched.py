"""The decoder over a batch against the same recursions written row by row and word by word."""

from __future__ import annotations

import math

import decoder_oracle as oracle
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from postwright.decoder import Transitions, decide, find_spans, marginals, word_spans
from postwright.decoder.marginals import _walk_in_logs, _walk_scaled, _ways_of
from postwright.decoder.viterbi import longest_first
from postwright.labels import CORE, FULL, LabelSet

#: How many words the rows of a batch have, a row without any among them.
LENGTHS = st.lists(st.integers(0, 24), min_size=1, max_size=9)


def rows_of(lengths: list[int], label_set: LabelSet, seed: int) -> list[oracle.Case]:
    """Draw rows with the labels and transitions of a real model's size."""
    transitions = oracle.random_case(1, len(label_set), seed).transitions
    return [
        oracle.Case(oracle.random_case(length, len(label_set), seed + n).emissions, transitions)
        for n, length in enumerate(lengths)
    ]


def best_path(case: oracle.Case) -> list[int]:
    """Viterbi as the textbook writes it, all moves looked at."""
    scores = [float(x) for x in case.emissions[0] + case.transitions.start]
    back: list[list[int]] = []
    for emission in case.emissions[1:]:
        ways = np.array(scores)[:, None] + case.transitions.matrix  # [labels, labels]
        back.append(ways.argmax(axis=0).tolist())
        scores = (ways.max(axis=0) + emission).tolist()
    path = [int(np.argmax(np.array(scores) + case.transitions.end))]
    for step in reversed(back):
        path.append(step[path[-1]])
    return path[::-1]


def log_sum(values: np.ndarray) -> float:
    """log(sum(exp(values)))."""
    highest = float(values.max())
    return highest + math.log(float(np.exp(values - highest).sum()))


def forward_scores(case: oracle.Case) -> list[np.ndarray]:
    """Log sums of the ways up to each label, word by word."""
    found = [case.emissions[0].astype(np.float64) + case.transitions.start]
    for emission in case.emissions[1:]:
        ways = found[-1][:, None] + case.transitions.matrix
        found.append(np.array([log_sum(column) for column in ways.T]) + emission)
    return found


@oracle.slow
@given(LENGTHS, st.sampled_from([CORE, FULL]), st.integers(0, 999))
def test_paths_are_those_of_the_textbook(
    lengths: list[int], label_set: LabelSet, seed: int
) -> None:
    """For every row of any batch, however its lengths are mixed."""
    rows = rows_of(lengths, label_set, seed)
    paths = decide(*oracle.batch_of(rows), rows[0].transitions).paths
    for row, path in zip(rows, paths.tolist(), strict=True):
        assert path[: row.words] == (best_path(row) if row.words else [])
        assert not any(path[row.words :])


@oracle.slow
@given(LENGTHS, st.sampled_from([CORE, FULL]), st.integers(0, 999))
def test_partitions_are_those_of_the_textbook(
    lengths: list[int], label_set: LabelSet, seed: int
) -> None:
    """Scaling word by word loses nothing."""
    rows = rows_of(lengths, label_set, seed)
    found = marginals(*oracle.batch_of(rows), rows[0].transitions).log_partition
    for row, value in zip(rows, found.tolist(), strict=True):
        expected = log_sum(forward_scores(row)[-1] + row.transitions.end) if row.words else 0.0
        assert value == pytest.approx(expected, abs=1e-7)


@oracle.slow
@given(LENGTHS, st.integers(0, 999))
def test_scaled_steps_say_what_steps_in_log_space_say(lengths: list[int], seed: int) -> None:
    """The two walks are one, where both can be gone."""
    rows = rows_of(lengths, FULL, seed)
    emissions, mask = oracle.batch_of(rows)
    order = longest_first(mask)
    words = len(order.running)
    turned = order.lengths - 1 - np.arange(words)[:, None]
    inside = (turned >= 0)[:, None, :, None]
    spoken = emissions[order.rows, :words].transpose(1, 0, 2)
    spoken = np.where(inside[:, 0], spoken, 0).astype(np.float64)
    if not len(order.rows):
        return
    scaled = _walk_scaled(spoken, turned, order, _ways_of(rows[0].transitions))
    logs = _walk_in_logs(spoken, turned, order, rows[0].transitions)
    assert scaled is not None
    factors = np.exp(scaled.logs - logs.logs)[..., None]
    values = [scaled.shares * factors, logs.shares]
    assert np.allclose(*[np.where(inside, value, 0) for value in values], atol=1e-9)


def test_what_float64_cannot_scale_is_done_in_log_space() -> None:
    """Two words that exclude each other's labels by 2,000 nats still have probabilities."""
    emissions = np.zeros((1, 2, 3), dtype=np.float32)
    emissions[0, :, 2] = [-1000, 2000]
    emissions[0, 0, 0] = 1000
    transitions = Transitions.from_learned([0] * 3, [0] * 3, [[0, 0, 0], [0, 0, -1500], [0] * 3])
    mask = np.ones((1, 2), dtype=bool)
    spoken = emissions.transpose(1, 0, 2).astype(np.float64)
    turned = np.array([[1], [0]])
    assert _walk_scaled(spoken, turned, longest_first(mask), _ways_of(transitions)) is None
    found = marginals(emissions, mask, transitions).label_probabilities()
    assert np.isfinite(found).all()


@given(st.lists(st.lists(st.integers(0, 20), max_size=12), min_size=1, max_size=6))
def test_spans_of_all_paths_are_those_of_each_path(paths: list[list[int]]) -> None:
    """Legal or not, one row or many."""
    table = np.zeros((len(paths), max(map(len, paths))), dtype=np.int64)
    for row, path in enumerate(paths):
        table[row, : len(path)] = path
    expected = [
        (row, span.first, span.stop, span.tag)
        for row, path in enumerate(paths)
        for span in word_spans(path, CORE)
    ]
    columns = [column.tolist() for column in find_spans(table)]
    found = [
        (row, first, stop, CORE.tags[tag]) for row, first, stop, tag in zip(*columns, strict=True)
    ]
    assert found == expected
