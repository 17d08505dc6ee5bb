"""The learning rate of each step."""

from __future__ import annotations

import pytest

from postwright.training.recipe import TrainTable
from postwright.training.schedule import rate_at


def settings(schedule: str, *, warmup_steps: int = 100) -> TrainTable:
    """A thousand steps at a peak of 0.01."""
    return TrainTable(steps=1000, warmup_steps=warmup_steps, peak_rate=0.01, schedule=schedule)


SCHEDULES = ["constant", "linear_tail", "cosine"]


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_warm_up_rises_linearly_to_the_peak(schedule) -> None:
    """The first step already moves, the last of the warm-up is the peak."""
    rates = [rate_at(step, settings(schedule)) for step in range(100)]
    assert rates == pytest.approx([0.01 * (step + 1) / 100 for step in range(100)])


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_after_the_warm_up_the_rate_never_rises(schedule) -> None:
    """It stays between 0 and the peak, and falls or stays."""
    rates = [rate_at(step, settings(schedule)) for step in range(99, 1000)]
    assert rates == sorted(rates, reverse=True)
    assert rates[0] == 0.01
    assert rates[-1] > 0


def test_constant_stays() -> None:
    """At the last step the rate is the peak."""
    assert rate_at(999, settings("constant")) == 0.01


def test_linear_tail_is_flat_for_sixty_percent_and_then_falls_to_zero() -> None:
    """The knee is at 60 %, half the way down at 80 %, zero behind the last step."""
    assert rate_at(600, settings("linear_tail")) == 0.01
    assert rate_at(800, settings("linear_tail")) == pytest.approx(0.005)
    assert rate_at(1000, settings("linear_tail")) == 0


def test_the_stable_share_of_linear_tail_can_be_chosen() -> None:
    """Warm-up, stable, decay: 0.9 leaves the last tenth, 0 falls from the warm-up on."""
    late = TrainTable(steps=1000, warmup_steps=100, peak_rate=0.01, stable_share=0.9)
    assert rate_at(899, late) == 0.01
    assert rate_at(950, late) == pytest.approx(0.005)
    early = TrainTable(steps=1000, warmup_steps=100, peak_rate=0.01, stable_share=0.0)
    assert rate_at(550, early) == pytest.approx(0.005)


def test_linear_tail_waits_for_a_long_warm_up() -> None:
    """A warm-up beyond 60 % is followed by the tail, with no jump."""
    late = settings("linear_tail", warmup_steps=900)
    assert rate_at(899, late) == rate_at(900, late) == 0.01
    assert rate_at(950, late) == pytest.approx(0.005)


def test_cosine_is_half_way_down_in_the_middle() -> None:
    """Half a cosine over the steps after the warm-up."""
    assert rate_at(550, settings("cosine")) == pytest.approx(0.005)
    assert rate_at(1000, settings("cosine")) == pytest.approx(0)


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_no_warm_up_starts_at_the_peak(schedule) -> None:
    """With `warmup_steps = 0` nothing divides by zero."""
    assert rate_at(0, settings(schedule, warmup_steps=0)) == 0.01
