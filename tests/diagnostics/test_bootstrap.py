"""The draws of the bootstrap: whole sets of rows, the same for every figure."""

from __future__ import annotations

import numpy as np
import pytest

from postwright.diagnostics.bootstrap import estimate, mean, ratio, resample

ROWS = 50
ALL = {"all": np.arange(ROWS)}


def test_every_resample_holds_as_many_rows_as_the_set() -> None:
    """Rows are drawn with replacement, none is lost."""
    sums = resample(np.ones((ROWS, 1)), ALL, resamples=30)["all"]
    assert sums.shape == (30, 1)
    assert (sums == ROWS).all()


def test_a_row_is_drawn_as_often_for_every_table() -> None:
    """So that the difference of two models can be taken draw by draw."""
    one_hot = np.eye(ROWS)
    times = resample(one_hot, ALL, resamples=30)["all"]
    again = resample(2 * one_hot, ALL, resamples=30)["all"]
    assert (again == 2 * times).all()
    assert len({tuple(line) for line in times}) == 30


def test_groups_part_the_drawn_rows_between_them() -> None:
    """What is drawn of the groups adds up to what is drawn of all."""
    table = np.arange(ROWS, dtype=float)[:, None]
    groups = {**ALL, "even": np.arange(0, ROWS, 2), "odd": np.arange(1, ROWS, 2)}
    drawn = resample(table, groups, resamples=30)
    assert drawn["all"] == pytest.approx(drawn["even"] + drawn["odd"])


def test_draws_that_are_not_kept_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """A set too large to keep its draws gets the figures that it would have with them."""
    table = np.random.default_rng(1).random((ROWS, 3))
    kept = resample(table, ALL, resamples=30)["all"]
    monkeypatch.setattr("postwright.diagnostics.bootstrap._KEPT_CELLS", 0)
    monkeypatch.setattr("postwright.diagnostics.bootstrap._BLOCK_CELLS", 7 * ROWS)
    assert resample(table, ALL, resamples=30)["all"] == pytest.approx(kept)


def test_ratios_without_a_base_do_not_count() -> None:
    """They are NaN, left out of means and of intervals."""
    ratios = ratio(np.array([1.0, 0.0, 3.0]), np.array([2.0, 0.0, 4.0]))
    assert np.isnan(ratios[1])
    assert mean(ratios) == pytest.approx(0.625)
    interval = estimate(0.5, np.array([0.5, np.nan, 0.5]))
    assert (interval.low, interval.high) == (0.5, 0.5)
