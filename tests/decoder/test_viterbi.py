"""The batched Viterbi against every path written out."""

from __future__ import annotations

import decoder_oracle as oracle
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from postwright.decoder.constraints import Transitions
from postwright.decoder.viterbi import decide, viterbi
from postwright.labels import is_legal


@oracle.slow
@given(oracle.cases())
def test_the_path_scores_as_the_best_of_all_paths(case: oracle.Case) -> None:
    """Path and score are the best that writing out every path finds."""
    paths, scores = viterbi(*oracle.batch_of([case]), case.transitions)
    best = max(oracle.scores(case).values())
    assert scores[0] == pytest.approx(best, abs=1e-4)
    assert oracle.score(case, tuple(paths[0].tolist())) == pytest.approx(best, abs=1e-4)


@oracle.slow
@given(oracle.cases(), st.integers(1, 4))
def test_of_equal_paths_the_lowest_labels_win_from_the_end(case: oracle.Case, step: int) -> None:
    """Among exact ties the last word takes the lowest label id, then the word before it."""
    emissions = np.round(case.emissions * step / 4)
    tied = oracle.Case(emissions, Transitions.unlearned(case.labels))
    found = oracle.scores(tied)
    best = max(found.values())
    first = min((path for path in found if found[path] == best), key=lambda path: path[::-1])
    assert tuple(viterbi(*oracle.batch_of([tied]), tied.transitions)[0][0].tolist()) == first


@oracle.slow
@given(oracle.cases())
def test_the_margin_is_the_lead_over_the_second_best_path(case: oracle.Case) -> None:
    """The margin is the difference of the two highest scores."""
    best, second = sorted(oracle.scores(case).values(), reverse=True)[:2]
    decision = decide(*oracle.batch_of([case]), case.transitions)
    assert decision.margins[0] == pytest.approx(best - second, abs=1e-4)


@oracle.slow
@given(st.lists(st.tuples(st.integers(1, 12), st.integers(0, 999)), min_size=2, max_size=6))
def test_a_row_does_not_depend_on_its_neighbours(sizes: list[tuple[int, int]]) -> None:
    """Alone or padded in a batch a row has the same path, score and margin to the last bit."""
    transitions = oracle.random_case(1, 7, 0).transitions
    rows = [
        oracle.Case(oracle.random_case(words, 7, seed).emissions, transitions)
        for words, seed in sizes
    ]
    together = decide(*oracle.batch_of(rows), transitions)
    for index, row in enumerate(rows):
        alone = decide(*oracle.batch_of([row]), transitions)
        assert together.paths[index, : row.words].tolist() == alone.paths[0].tolist()
        assert together.paths[index, row.words :].sum() == 0
        assert together.scores[index] == alone.scores[0]
        assert together.margins[index] == alone.margins[0]


@oracle.slow
@given(oracle.cases(max_words=30))
def test_a_path_is_always_legal(case: oracle.Case) -> None:
    """No I label stands without its B, however strongly the emissions ask for one."""
    case.emissions[:, 2::2] += 100
    path = viterbi(*oracle.batch_of([case]), case.transitions)[0][0].tolist()
    assert all(is_legal(a, b) for a, b in zip([None, *path], path, strict=False))


def test_scores_stay_sharp_in_a_long_text() -> None:
    """A lead of 0.01 decides at word 20,000 as it does at word 1."""
    emissions = np.full((1, 20_000, 3), 5.0, dtype=np.float32)
    emissions[0, :, 1] += 0.01
    mask = np.ones((1, 20_000), dtype=bool)
    paths, scores = viterbi(emissions, mask, Transitions.unlearned(3))
    assert (paths == 1).all()
    assert scores[0] == pytest.approx(20_000 * 5.01, rel=1e-6)


@pytest.mark.parametrize("shape", [(0, 0), (0, 4), (2, 0), (2, 3)])
def test_rows_without_words_have_a_decision(shape: tuple[int, int]) -> None:
    """No words: an empty path, score 0, and nothing that could have won instead."""
    mask = np.zeros(shape, dtype=bool)
    emissions = np.full((*shape, 5), np.nan, dtype=np.float32)
    decision = decide(emissions, mask, Transitions.unlearned(5))
    assert decision.paths.shape == shape
    assert not decision.paths.any()
    assert decision.scores.tolist() == [0.0] * shape[0]
    assert np.isinf(decision.margins).all()


def test_the_inputs_are_left_as_they_were() -> None:
    """The caller's arrays are not written to."""
    case = oracle.random_case(3, 5, 1)
    emissions, mask = oracle.batch_of([case])
    kept = emissions.copy()
    decide(emissions, mask, case.transitions)
    assert (emissions == kept).all()
