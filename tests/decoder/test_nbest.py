"""The list Viterbi against every path written out."""

from __future__ import annotations

import itertools

import decoder_oracle as oracle
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from postwright.decoder.constraints import Transitions
from postwright.decoder.marginals import marginals
from postwright.decoder.nbest import Reading, distinct_readings, ranked_paths
from postwright.decoder.viterbi import viterbi


def _legal_scores(case: oracle.Case) -> list[float]:
    found = oracle.scores(case).values()
    return sorted((one for one in found if one > -5000), reverse=True)


@oracle.slow
@given(oracle.cases(), st.integers(1, 40))
def test_paths_come_in_falling_order_and_none_is_left_out(case: oracle.Case, limit: int) -> None:
    """The first paths have the highest scores of all legal paths, and no path comes twice."""
    expected = _legal_scores(case)[:limit]
    found = list(ranked_paths(case.emissions, case.transitions, limit=limit))
    paths = [tuple(ranked.path.tolist()) for ranked in found]
    assert len(set(paths)) == len(paths) == len(expected)
    assert [oracle.score(case, path) for path in paths] == pytest.approx(expected, abs=1e-4)
    losses = [expected[0] - one for one in expected]
    assert [ranked.loss for ranked in found] == pytest.approx(losses, abs=1e-4)


@oracle.slow
@given(oracle.cases(max_words=3))
def test_the_search_ends_with_the_last_legal_path(case: oracle.Case) -> None:
    """With room for all of them exactly the legal paths come."""
    found = list(ranked_paths(case.emissions, case.transitions, limit=10_000))
    assert len(found) == len(_legal_scores(case))


@oracle.slow
@given(oracle.cases(max_words=12))
def test_the_first_path_is_the_one_of_viterbi(case: oracle.Case) -> None:
    """Ties included, the list starts with the best path as Viterbi decides it."""
    best = next(ranked_paths(case.emissions, case.transitions, limit=3))
    paths, _ = viterbi(*oracle.batch_of([case]), case.transitions)
    assert best.path.tolist() == paths[0].tolist()


@pytest.mark.parametrize("limit", [0, -1])
def test_no_paths_when_none_are_asked_for(limit: int) -> None:
    """A limit below one yields nothing."""
    case = oracle.random_case(3, 5, 0)
    assert list(ranked_paths(case.emissions, case.transitions, limit=limit)) == []


def test_a_row_without_words_has_one_empty_path() -> None:
    """The empty path is certain."""
    blank = Transitions.unlearned(5)
    found = list(ranked_paths(np.zeros((0, 5), dtype=np.float32), blank, limit=4))
    assert [(ranked.path.tolist(), ranked.loss) for ranked in found] == [([], 0.0)]


def _readings(case: oracle.Case, count: int, search_limit: int = 10_000) -> list[Reading]:
    batch, mask = oracle.batch_of([case])
    path, _ = viterbi(batch, mask, case.transitions)
    log_probability = marginals(batch, mask, case.transitions).path_log_probabilities(path)[0]
    return distinct_readings(
        case.emissions,
        case.transitions,
        count=count,
        best_log_probability=float(log_probability),
        key=_spans_alone,
        search_limit=search_limit,
    )


def _spans_alone(path: np.ndarray[tuple[int], np.dtype[np.int64]]) -> tuple[int, ...]:
    """Call two paths one reading when they open the same tags, wherever the spans end."""
    return tuple(label for label in path.tolist() if label % 2)


@oracle.slow
@given(oracle.cases(max_words=3), st.integers(1, 6))
def test_a_readings_probability_is_a_lower_bound(case: oracle.Case, count: int) -> None:
    """What the found paths add up to is at most what all paths of the reading add up to."""
    exact: dict[tuple[int, ...], float] = {}
    for path, probability in oracle.probabilities(case).items():
        name = tuple(label for label in path if label % 2)
        exact[name] = exact.get(name, 0.0) + probability
    found = _readings(case, count)
    assert len({_spans_alone(reading.path) for reading in found}) == len(found) <= count
    for reading in found:
        assert reading.probability <= exact[_spans_alone(reading.path)] + 1e-6


@oracle.slow
@given(oracle.cases(max_words=3))
def test_the_bound_is_exact_when_all_paths_are_found(case: oracle.Case) -> None:
    """With every reading asked for, their probabilities are exact and sum to one."""
    found = _readings(case, 100_000)
    assert sum(reading.probability for reading in found) == pytest.approx(1, abs=1e-4)
    pairs = itertools.pairwise(reading.probability for reading in found[1:])
    assert all(one >= other for one, other in pairs)


@oracle.slow
@given(oracle.cases(max_words=6), st.integers(1, 9))
def test_the_first_reading_is_that_of_the_best_path(case: oracle.Case, count: int) -> None:
    """Even where more paths come to another reading, and sum to more."""
    paths, _ = viterbi(*oracle.batch_of([case]), case.transitions)
    assert _readings(case, count)[0].path.tolist() == paths[0].tolist()


def test_a_reading_of_many_paths_may_be_more_probable_than_the_first() -> None:
    """One path says O; two say a B at 0.8 of its probability each, and are one reading."""
    emissions = np.log(np.array([[1.0, 0.8, 0.0001, 0.8, 0.0001]], dtype=np.float32))
    found = distinct_readings(
        emissions,
        Transitions.unlearned(5),
        count=3,
        best_log_probability=float(np.log(1 / 2.6)),
        key=lambda path: bool(path[0]),
    )
    assert [reading.path.tolist() for reading in found] == [[0], [1]]
    assert [reading.probability for reading in found] == pytest.approx([1 / 2.6, 1.6 / 2.6])


def test_the_search_gives_up_at_its_limit() -> None:
    """Five paths cannot come to more than five readings."""
    case = oracle.random_case(4, 7, 3)
    assert 1 <= len(_readings(case, 50, search_limit=5)) <= 5
    assert _readings(case, 0) == []


def test_fewer_paths_of_a_long_text_are_looked_at() -> None:
    """Ten of 20,000 words, where 200 of ten words would be."""
    seen: list[int] = []
    for words in (10, 20_000):
        case = oracle.random_case(words, 5, 1)
        seen.append(0)

        def count_one(path: np.ndarray[tuple[int], np.dtype[np.int64]]) -> int:
            seen[-1] += 1
            return 0

        distinct_readings(
            case.emissions,
            case.transitions,
            count=2,
            best_log_probability=-1.0,
            key=count_one,
        )
    assert seen == [200, 10]
