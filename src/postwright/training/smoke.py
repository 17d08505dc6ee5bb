"""The verdict run: is a recipe stable at its peak rate and full batch, before it is trained long?

A run under a decaying rate hides its instability, so a schedule whose verdict window lies below
60 % of the peak rate is refused: its pass would be false.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TextIO

import numpy as np

from postwright.errors import ConfigError, TrainingError
from postwright.training.charts import Floats
from postwright.training.curves import RunCurves
from postwright.training.loop import train
from postwright.training.progress import read_log
from postwright.training.recipe import Recipe, load_recipe
from postwright.training.schedule import rate_at
from postwright.training.stability import Diverged

__all__ = ["Check", "Limits", "Verdict", "judge", "smoke", "smoke_recipe"]

WINDOW = 5  # validations that the verdict looks at
VALIDATIONS = 10  # of a whole verdict run
LEAST_RATE = 0.6  # of the peak, anywhere in the verdict window
SMOOTHED_STEPS = 50  # the loss is the median of so many: batches of short rows are easy ones
BURST_STEPS = 5


@dataclass(frozen=True)
class Limits:
    """What a stable run does not exceed.

    A healthy run of 18,000 steps at 1.5e-3, batch 256, showed 1.22 for the rise and 2.9 for the
    burst.

    Attributes:
        rise: median loss of 50 steps over the lowest such median before.
        burst: mean loss of 5 steps over the lowest median before.
        collapse: macro F1 below its peak, at any validation.
        drift: macro F1 lost along the line through the last five validations.
        ce_drift: share by which the development cross-entropy rose along such a line.
    """

    rise: float = 1.5
    burst: float = 6.0
    collapse: float = 0.10
    drift: float = 0.02
    ce_drift: float = 0.10


@dataclass(frozen=True)
class Check:
    """One question, its figure and the limit, and what that means in words."""

    name: str
    passed: bool
    value: float
    limit: float
    words: str

    def __str__(self) -> str:
        return f"{'pass' if self.passed else 'FAIL'}  {self.name}: {self.words}"


@dataclass(frozen=True)
class Verdict:
    """All checks of a verdict run; it passes if every one does."""

    checks: tuple[Check, ...]

    @property
    def passed(self) -> bool:
        """Whether the recipe may be trained long."""
        return all(check.passed for check in self.checks)

    @property
    def word(self) -> str:
        """The verdict in one word."""
        return "PASS" if self.passed else "FAIL"

    def __str__(self) -> str:
        return "\n".join([*map(str, self.checks), self.word])

    def to_json(self) -> dict[str, Any]:
        """The verdict for scripts."""
        checks = [asdict(check) for check in self.checks]
        return {"format_version": 1, "passed": self.passed, "checks": checks}


# --------------------------------------------------------------------------------- the recipe


def smoke_recipe(
    path: Path, overrides: Sequence[str] = (), *, steps: int = 2000, schedule: str = "constant"
) -> Recipe:
    """The recipe of a verdict run: the full run's, but short and at a constant rate.

    Args:
        path: the recipe of the full run.
        overrides: values written otherwise; the rows of a step must stay as many.
        steps: length of the verdict run.
        schedule: another one than `constant` must stay high to the end.

    Raises:
        ConfigError: rows of a step or the rate would make the verdict worthless.
    """
    full = load_recipe(path)
    every = max(1, steps // VALIDATIONS)
    ours = (
        f"train.steps={steps}",
        f"train.schedule={schedule}",
        f"train.validate_every={every}",
        f"train.checkpoint_every={every}",
        "train.log_every=1",
    )
    recipe = load_recipe(path, (*overrides, *ours))
    _refuse_other_batch(recipe, full)
    _refuse_short(recipe)
    refuse_low_rate(recipe)
    return recipe


def _refuse_other_batch(recipe: Recipe, full: Recipe) -> None:
    ours, theirs = (part.train.batch_size * part.train.accumulation for part in (recipe, full))
    if ours != theirs:
        raise ConfigError(
            f"a step of {ours} rows does not judge a run of {theirs}: keep train.batch_size times "
            "train.accumulation, or change them in the recipe itself"
        )


def _refuse_short(recipe: Recipe) -> None:
    settings = recipe.train
    least = settings.warmup_steps + 2 * SMOOTHED_STEPS
    if settings.steps < least:
        raise ConfigError(
            f"steps = {settings.steps}: a verdict needs at least {least}, "
            f"{2 * SMOOTHED_STEPS} beyond the warm-up of {settings.warmup_steps}"
        )


def refuse_low_rate(recipe: Recipe) -> None:
    """Raise `ConfigError` where the rate of the verdict window is low: that pass would be false."""
    settings = recipe.train
    window = range(max(0, settings.steps - WINDOW * settings.validate_every), settings.steps)
    shares = [rate_at(step, settings) / settings.peak_rate for step in window]
    if min(shares) < LEAST_RATE:
        raise ConfigError(
            f"train.schedule = {settings.schedule!r}: in the verdict window (steps "
            f"{window.start} to {window.stop}) the rate falls to {min(shares):.0%} of the peak, "
            f"below {LEAST_RATE:.0%}, and a pass would be false; use 'constant', with a warm-up "
            "that ends before the window"
        )


# -------------------------------------------------------------------------------- the verdict


def smoke(
    recipe: Recipe, directory: Path, *, stream: TextIO, limits: Limits | None = None
) -> Verdict:
    """Train the verdict run (a killed one goes on) and judge it by its log.

    Args:
        recipe: as `smoke_recipe` makes it.
        directory: the run directory.
        stream: where progress is shown.
        limits: what a stable run does not exceed; the defaults if not given.

    Raises:
        TrainingError: the run could not be done; a run that diverges is a verdict instead.
    """
    refuse_low_rate(recipe)
    lost = ""
    try:
        train(recipe, directory, stream=stream)
    except TrainingError as error:
        if not isinstance(error.__cause__, Diverged):
            raise
        lost = str(error.__cause__)
    warmup = recipe.train.warmup_steps
    run = RunCurves(directory.name, read_log(directory / "log.jsonl"))
    return judge(run, warmup=warmup, lost=lost, limits=limits or Limits())


def judge(run: RunCurves, *, warmup: int, lost: str = "", limits: Limits) -> Verdict:
    """The verdict on a logged run: macro F1 is that of the golden rows where it judged any.

    Args:
        run: its log, one record a step.
        warmup: steps that are not judged.
        lost: why the run stopped before its end, if it did.
        limits: what a stable run does not exceed.
    """
    steps, losses = run.series("step", "loss")
    judged = np.array([loss for step, loss in zip(steps, losses, strict=True) if step > warmup])
    places, macro = run.series("validation", f"{run.prefix}macro_f1")
    scores, ce = np.array(macro), run.values("validation", "ce")
    done = steps[-1] if steps else 0.0
    checks = [Check("finished", not lost, done, done, lost or "ran to its end")]
    if len(judged) >= SMOOTHED_STEPS + BURST_STEPS:
        checks += _loss_checks(judged, limits)
    if len(scores):
        checks.append(_collapse(scores, places, limits))
    if len(scores) >= WINDOW:
        checks += _drift_checks(scores[-WINDOW:], ce[-WINDOW:], limits)
    elif not lost:
        words = f"{len(scores)} validations, a verdict needs {WINDOW}"
        checks.append(Check("validated", False, len(scores), WINDOW, words))
    return Verdict(tuple(checks))


def _loss_checks(losses: Floats, limits: Limits) -> list[Check]:
    """Does the loss fall, and does it never rise or burst?"""
    medians = np.median(_windows(losses, SMOOTHED_STEPS), axis=1)  # [steps - 49]
    lowest = np.minimum.accumulate(medians)
    rise = float((medians / lowest).max())
    bursts = _windows(losses, BURST_STEPS).mean(axis=1)[SMOOTHED_STEPS:]  # after each median
    burst = float((bursts / lowest[: len(bursts)]).max())
    fall = float(medians[-1] / medians[0])
    return [
        Check(
            "learns",
            fall < 1,
            fall,
            1.0,
            f"the loss went from {medians[0]:.4g} to {medians[-1]:.4g}",
        ),
        Check(
            "loss rise",
            rise <= limits.rise,
            rise,
            limits.rise,
            f"the median of {SMOOTHED_STEPS} steps stood at most at {rise:.2f} times its lowest "
            f"(limit {limits.rise:g})",
        ),
        Check(
            "loss spike",
            burst <= limits.burst,
            burst,
            limits.burst,
            f"{BURST_STEPS} steps stood at most at {burst:.2f} times the lowest median "
            f"(limit {limits.burst:g})",
        ),
    ]


def _windows(values: Floats, width: int) -> Floats:
    """All stretches of a length, [stretches, width]."""
    return np.lib.stride_tricks.sliding_window_view(values, width)


def _collapse(scores: Floats, steps: Sequence[float], limits: Limits) -> Check:
    """Did macro F1 ever fall far below the best before it?"""
    drops = np.maximum.accumulate(scores) - scores
    worst = int(drops.argmax())
    drop = float(drops[worst])
    words = f"never below its peak before (limit {limits.collapse:g})"
    if drop > 0:
        peak = float(scores[: worst + 1].max())
        words = (
            f"at step {steps[worst]:.0f} macro F1 lay {drop:.4f} below its peak of {peak:.4f} "
            f"(limit {limits.collapse:g})"
        )
    return Check("macro F1 collapse", drop <= limits.collapse, drop, limits.collapse, words)


def _drift_checks(scores: Floats, ce: Floats, limits: Limits) -> list[Check]:
    """Where do the lines through the last validations lead?"""
    lost, rise = -_drift(scores), _drift(ce) / float(ce.mean())
    return [
        Check(
            "macro F1 drift",
            lost <= limits.drift,
            lost,
            limits.drift,
            f"{round(-lost, 4) + 0.0:+.4f} over the last {WINDOW} validations "
            f"(limit {-limits.drift:+g})",
        ),
        Check(
            "cross-entropy drift",
            rise <= limits.ce_drift,
            rise,
            limits.ce_drift,
            f"{rise:+.1%} over the last {WINDOW} validations (limit {limits.ce_drift:+.0%})",
        ),
    ]


def _drift(values: Floats) -> float:
    """How far the line of least squares rises from the first value to the last.

    >>> round(_drift(np.array([0.5, 0.6, 0.7, 0.8, 0.9])), 3)
    0.4
    """
    slope = np.polyfit(np.arange(len(values)), values, deg=1)[0]
    return float(slope) * (len(values) - 1)
