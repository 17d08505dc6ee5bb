"""Forward–backward against every path written out."""

from __future__ import annotations

import math

import decoder_oracle as oracle
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from postwright.decoder.constraints import Transitions
from postwright.decoder.marginals import Marginals, marginals


def _one(case: oracle.Case) -> Marginals:
    return marginals(*oracle.batch_of([case]), case.transitions)


@oracle.slow
@given(oracle.cases())
def test_the_partition_is_the_sum_over_all_paths(case: oracle.Case) -> None:
    """The log partition equals the written-out sum."""
    assert _one(case).log_partition[0] == pytest.approx(oracle.log_partition(case), abs=1e-9)


@oracle.slow
@given(oracle.cases(max_words=3))
def test_label_probabilities_sum_the_paths_through_a_label(case: oracle.Case) -> None:
    """A label's probability is that of all paths that have it at this word."""
    expected = np.zeros((case.words, case.labels))
    for path, probability in oracle.probabilities(case).items():
        expected[np.arange(case.words), path] += probability
    assert np.allclose(_one(case).label_probabilities()[0], expected, atol=1e-9)


@oracle.slow
@given(oracle.cases())
def test_span_probabilities_sum_the_paths_with_exactly_that_span(case: oracle.Case) -> None:
    """Every span of every tag: B first, I on the rest, no I behind."""
    found = _one(case)
    paths = oracle.probabilities(case)
    for first in range(case.words):
        for stop in range(first + 1, case.words + 1):
            for begin in range(1, case.labels, 2):
                expected = sum(
                    probability
                    for path, probability in paths.items()
                    if oracle.has_span(path, first, stop, begin)
                )
                (got,) = found.span_probabilities([0], [first], [stop], [begin])
                assert got == pytest.approx(expected, abs=1e-9)


@oracle.slow
@given(oracle.cases(), st.data())
def test_a_path_has_its_share_of_the_partition(case: oracle.Case, data: st.DataObject) -> None:
    """The log probability of any legal path is its score less the log partition."""
    probabilities = oracle.probabilities(case)
    legal = [path for path, one in probabilities.items() if one > 0]
    path = data.draw(st.sampled_from(legal))
    got = _one(case).path_log_probabilities(np.array([path]))[0]
    assert math.exp(got) == pytest.approx(probabilities[path], abs=1e-9)


def test_rows_of_a_batch_keep_their_own_numbers() -> None:
    """Padding does not count: every row has what it has alone."""
    transitions = oracle.random_case(1, 7, 0).transitions
    rows = [
        oracle.Case(oracle.random_case(words, 7, words).emissions, transitions)
        for words in (3, 1, 9, 4)
    ]
    together = marginals(*oracle.batch_of(rows), transitions)
    paths = np.tile([3, 4, 0, 1, 5, 6, 6, 0, 3], (4, 1))
    spans = together.span_probabilities([0, 1, 2, 3], [1, 0, 4, 2], [3, 1, 7, 4], [1, 3, 5, 5])
    for index, row in enumerate(rows):
        alone = _one(row)
        first, stop, begin = [(1, 3, 1), (0, 1, 3), (4, 7, 5), (2, 4, 5)][index]
        assert together.log_partition[index] == pytest.approx(alone.log_partition[0])
        assert spans[index] == pytest.approx(
            alone.span_probabilities([0], [first], [stop], [begin])[0]
        )
        assert together.path_log_probabilities(paths)[index] == pytest.approx(
            alone.path_log_probabilities(paths[:1, : row.words])[0]
        )


@pytest.mark.parametrize("shape", [(0, 0), (0, 4), (2, 0), (2, 3)])
def test_a_row_without_words_is_certain(shape: tuple[int, int]) -> None:
    """The one empty path has all the probability."""
    emissions = np.full((*shape, 5), np.nan, dtype=np.float32)
    found = marginals(emissions, np.zeros(shape, dtype=bool), Transitions.unlearned(5))
    assert found.log_partition.tolist() == [0.0] * shape[0]
    assert (
        found.path_log_probabilities(np.zeros(shape, dtype=np.int64)).tolist() == [0.0] * shape[0]
    )
    assert found.span_probabilities([], [], [], []).shape == (0,)


@oracle.slow
@given(st.integers(0, 999), st.sampled_from([1e2, 1e3, 1e5]))
def test_extreme_emissions_give_probabilities_and_no_nan(seed: int, spread: float) -> None:
    """However far the scores lie apart, what comes out is a number from 0 to 1."""
    case = oracle.random_case(6, 7, seed, spread=spread)
    found = _one(case)
    spans = found.span_probabilities([0] * 3, [0, 2, 5], [1, 5, 6], [1, 3, 5])
    for numbers in (found.label_probabilities(), spans):
        assert np.isfinite(numbers).all()
        assert ((numbers >= 0) & (numbers <= 1)).all()
    assert np.isfinite(found.log_partition).all()
