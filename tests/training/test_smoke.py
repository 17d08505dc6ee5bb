"""The verdict run: a stable log passes, each way of going wrong fails, a false pass is refused."""

from __future__ import annotations

import io

import numpy as np
import pytest

from postwright.errors import ConfigError, TrainingError
from postwright.training.curves import RunCurves
from postwright.training.smoke import Limits, Verdict, judge, smoke, smoke_recipe

STEPS, WARMUP = 1000, 100
LOSSES = 0.1 + np.exp(-np.arange(STEPS) / 200)
SCORES = 0.95 - 0.3 * np.exp(-np.arange(1, 11) / 3)
CE = 0.1 + 0.2 * np.exp(-np.arange(1, 11) / 3)


def verdict(losses=LOSSES, scores=SCORES, ce=CE, lost="") -> Verdict:
    """Judge a log with these curves; the loss of a step is as noisy as a real one."""
    noise = np.exp(0.2 * np.random.default_rng(0).standard_normal(len(losses)))
    steps = [
        {"kind": "step", "step": step + 1, "loss": float(loss)}
        for step, loss in enumerate(losses * noise)
    ]
    validations = [
        {"kind": "validation", "step": 100 * (at + 1), "macro_f1": float(f1), "ce": float(nats)}
        for at, (f1, nats) in enumerate(zip(scores, ce, strict=True))
    ]
    return judge(RunCurves("run", steps + validations), warmup=WARMUP, lost=lost, limits=Limits())


def failed(found: Verdict) -> set[str]:
    """The names of the checks that were not passed."""
    return {check.name for check in found.checks if not check.passed}


def changed(values, places, value):
    """A copy with some values written otherwise."""
    copy = np.array(values)
    copy[places] = value
    return copy


def test_a_stable_run_passes() -> None:
    """Noise of a batch is no spike, and warm-up is not judged."""
    found = verdict(losses=changed(LOSSES, slice(0, 50), 9.0))
    assert failed(found) == set()
    assert found.passed
    assert str(found).endswith("PASS")


@pytest.mark.parametrize(
    ("curves", "check"),
    [
        ({"losses": LOSSES + np.maximum(0, np.arange(STEPS) - 800) / 800}, "loss rise"),
        ({"losses": changed(LOSSES, slice(700, 708), 5.0)}, "loss spike"),
        ({"losses": changed(LOSSES, slice(100, STEPS), 1.0 + np.arange(900) / 2800)}, "learns"),
        ({"scores": changed(SCORES, 3, SCORES[2] - 0.11)}, "macro F1 collapse"),
        ({"scores": changed(SCORES, slice(5, 10), 0.9 - 0.01 * np.arange(5))}, "macro F1 drift"),
        ({"ce": changed(CE, slice(5, 10), 0.2 + 0.01 * np.arange(5))}, "cross-entropy drift"),
        ({"lost": "the run diverges"}, "finished"),
        ({"scores": SCORES[:4], "ce": CE[:4]}, "validated"),
    ],
)
def test_each_way_of_going_wrong_fails(curves, check) -> None:
    """The check that fails is the one that is meant."""
    found = verdict(**curves)
    assert failed(found) == {check}
    assert not found.passed
    assert str(found).endswith("FAIL")


def test_golden_rows_are_judged_where_the_log_has_them() -> None:
    """Their macro F1 collapses while that of the development rows stays."""
    steps = [{"kind": "step", "step": n + 1, "loss": float(loss)} for n, loss in enumerate(LOSSES)]
    golden = changed(SCORES, 7, 0.5)
    validations = [
        {
            "kind": "validation",
            "step": 100 * (n + 1),
            "macro_f1": f1,
            "ce": ce,
            "golden_macro_f1": g,
        }
        for n, (f1, ce, g) in enumerate(zip(SCORES, CE, golden, strict=True))
    ]
    run = RunCurves("run", steps + validations)
    assert "macro F1 collapse" in failed(judge(run, warmup=WARMUP, limits=Limits()))


@pytest.mark.parametrize(("drop", "passed"), [(0.0999, True), (0.1001, False)])
def test_a_collapse_is_a_drop_of_more_than_a_tenth(drop, passed) -> None:
    """Measured from the peak before it."""
    found = verdict(scores=changed(SCORES, 4, SCORES[:4].max() - drop))
    (check,) = (check for check in found.checks if check.name == "macro F1 collapse")
    assert check.passed is passed
    assert check.value == pytest.approx(drop)


def test_the_fingerprint_of_the_campaign_fails() -> None:
    """0.21 at step 1,200, then 0.24 → 1.30 → 3.17 by step 1,500: on a rate that stays."""
    losses = np.interp(
        np.arange(1500), [0, 200, 1200, 1300, 1400, 1499], [4, 1, 0.21, 0.24, 1.3, 3]
    )
    assert "loss rise" in failed(verdict(losses=losses))


@pytest.mark.parametrize("schedule", ["cosine", "linear_tail"])
def test_a_schedule_that_decays_in_the_window_is_refused(schedule, world) -> None:
    """Its pass would be false."""
    with pytest.raises(ConfigError, match=r"verdict window .* below 60%.*false"):
        smoke_recipe(world.recipe_file, steps=200, schedule=schedule)


def test_a_warm_up_within_the_window_is_refused(world) -> None:
    """There the rate is low as well."""
    with pytest.raises(ConfigError, match=r"verdict window \(steps 500 to 1000\)"):
        smoke_recipe(world.recipe_file, ["train.warmup_steps=880"], steps=1000)


def test_another_batch_is_refused_unless_a_step_has_as_many_rows(world) -> None:
    """The batch of the full run, however it is cut."""
    path = world.recipe_file
    with pytest.raises(ConfigError, match="a step of 8 rows does not judge a run of 16"):
        smoke_recipe(path, ["train.batch_size=8"], steps=200)
    cut = smoke_recipe(path, ["train.batch_size=8", "train.accumulation=2"], steps=200)
    assert (cut.train.batch_size, cut.train.accumulation) == (8, 2)


def test_a_run_too_short_for_a_verdict_is_refused(world) -> None:
    """The message says how long it must be."""
    with pytest.raises(ConfigError, match="needs at least 104, 100 beyond the warm-up of 4"):
        smoke_recipe(world.recipe_file, steps=50)


def test_a_verdict_run_is_trained_and_judged(world, tmp_path) -> None:
    """A constant rate, ten validations, a record a step, and a verdict from the log."""
    recipe = smoke_recipe(world.recipe_file, steps=120)
    assert recipe.train.schedule == "constant"
    found = smoke(recipe, tmp_path / "run", stream=io.StringIO())
    names = [check.name for check in found.checks]
    assert names[:4] == ["finished", "learns", "loss rise", "loss spike"]
    assert names[4:] == ["macro F1 collapse", "macro F1 drift", "cross-entropy drift"]
    assert found.to_json()["passed"] is found.passed
    assert found.checks[0].value == 120


def test_a_run_that_diverges_is_a_verdict_and_no_error(world, tmp_path) -> None:
    """Its last words are the reason."""
    wild = ("train.divergence_factor=1.001", "train.divergence_patience=1", "train.clip=1000.0")
    recipe = smoke_recipe(world.recipe_file, (*wild, "train.peak_rate=0.1"), steps=120)
    found = smoke(recipe, tmp_path / "run", stream=io.StringIO())
    assert "finished" in failed(found)
    assert "the run diverges" in str(found)


def test_missing_data_are_an_error_and_no_verdict(world, tmp_path) -> None:
    """A job that could not be done says nothing about the recipe."""
    recipe = smoke_recipe(world.recipe_file, ["loss.source_weights.venue=0.5"], steps=120)
    with pytest.raises(TrainingError, match="no source 'venue'"):
        smoke(recipe, tmp_path / "run", stream=io.StringIO())
