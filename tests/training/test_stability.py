"""A run that has gone wrong is stopped with a message that says where and how."""

from __future__ import annotations

import json
import math

import pytest

from postwright.errors import TrainingError
from postwright.training.stability import StepFigures, Watch


def figures(step: int, loss: float) -> StepFigures:
    """A step with the given loss."""
    return StepFigures(step=step, loss=loss, ce=loss, crf=0.0, gradient_norm=1.0)


def feed(watch: Watch, losses: list[float]) -> None:
    """Steps with the given losses."""
    for step, loss in enumerate(losses):
        watch.update(figures(step, loss))


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("name", ["loss", "ce", "crf", "gradient_norm"])
def test_any_figure_that_is_not_finite_stops_the_run(name, value) -> None:
    """The message holds the step and all figures."""
    values = {"loss": 1.5, "ce": 1.0, "crf": 1.0, "gradient_norm": 2.0} | {name: value}
    message = "step 7: loss .*, cross-entropy .*, CRF .*, gradient norm"
    with pytest.raises(TrainingError, match=message):
        Watch(3.0, 10).check_finite(StepFigures(step=7, **values))


def test_a_loss_that_falls_is_let_be() -> None:
    """Thousands of steps of an ordinary, noisy run raise nothing."""
    watch = Watch(3.0, 10)
    for step in range(3000):
        watch.update(figures(step, 3.0 * 0.999**step + 0.1 + 0.05 * (step % 7)))
    assert watch.steps_above == 0


def test_a_short_spike_is_let_be() -> None:
    """One wild batch is not a divergence."""
    watch = Watch(3.0, 50)
    for step in range(500):
        watch.update(figures(step, 40.0 if step == 300 else 0.2))
    assert watch.lowest == pytest.approx(0.2)


def test_the_campaign_that_diverged_is_stopped() -> None:
    """The known fingerprint, 0.21 → 0.24 → 1.30 → 3.17, ends soon after it begins."""
    watch = Watch(3.0, 200)
    for step in range(1200):
        watch.update(figures(step, 0.21))
    losses = [0.24] * 50 + [1.3] * 150 + [3.17] * 200
    with pytest.raises(TrainingError, match="the run diverges: the smoothed loss is"):
        feed(watch, losses)


def test_the_run_is_stopped_after_the_given_patience() -> None:
    """Exactly `patience` steps above the limit are let pass."""
    watch = Watch(2.0, 5)
    feed(watch, [1.0] + [1000.0] * 4)
    with pytest.raises(TrainingError, match="for 5 steps"):
        feed(watch, [1000.0])


def test_a_resumed_watch_judges_as_the_unbroken_one() -> None:
    """Its figures survive JSON and decide the same."""
    unbroken, before = Watch(2.0, 5), Watch(2.0, 5)
    for step in range(30):
        for watch in (unbroken, before):
            watch.update(figures(step, 1.0 + step % 3))
    resumed = Watch(2.0, 5)
    resumed.restore(json.loads(json.dumps(before.figures())))
    for watch in (unbroken, resumed):
        watch.update(figures(31, 9.0))
    assert resumed == unbroken
