"""A matrix of recipes: checked first, run one after the other, never twice, one table."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from postwright.errors import ConfigError
from postwright.training import checkpoint
from postwright.training.ablate import (
    Ablation,
    Outcome,
    ablate,
    ablation_page,
    interval_text,
    load_plan,
    recipes_of,
)

PLANS = sorted(
    path
    for folder in ("ablations", "divergence")
    for path in (Path(__file__).parents[2] / "recipes" / folder).glob("*.toml")
)

PLAN = """
recipe = "{recipe}"
overrides = ["train.steps=8", "train.validate_every=4", "train.batch_size=8"]
seeds = [1, 2]
baseline = "gated"

[cells]
gated = ["model.pooling=gated"]
mean = ["model.pooling=mean"]
"""


@pytest.fixture
def plan_file(world, tmp_path) -> Path:
    """A plan of two cells and two seeds."""
    path = tmp_path / "plan.toml"
    path.write_text(PLAN.format(recipe=world.recipe_file), encoding="utf-8")
    return path


def outcome(cell: str, seed: int, best_f1: float, diverged: str = "") -> Outcome:
    """The outcome of a run that was never made."""
    figures = {"loss": 0.1, "last_f1": best_f1, "micro_f1": 0.9, "exact": 0.8, "ce": 0.2}
    counts = {"steps": 8, "best_step": 4, "seconds": 30.0}
    return Outcome(
        cell=cell, seed=seed, best_f1=best_f1, diverged=diverged, recipe={}, **figures, **counts
    )


def test_a_plan_makes_a_recipe_of_every_cell_and_seed(plan_file) -> None:
    """A cell's own values come after those of all; all cells with one seed, then with the next."""
    recipes = recipes_of(load_plan(plan_file), ["train.steps=10"])
    assert list(recipes) == [("gated", 1), ("mean", 1), ("gated", 2), ("mean", 2)]
    recipe = recipes["mean", 2]
    assert (recipe.model.pooling, recipe.train.seed) == ("mean", 2)
    assert (recipe.train.steps, recipe.train.batch_size) == (10, 8)


def test_factors_are_multiplied(world, tmp_path) -> None:
    """Every level of one factor meets every level of the other; single cells come first."""
    path = tmp_path / "plan.toml"
    path.write_text(
        f'recipe = "{world.recipe_file.name}"\n[cells]\nplain = []\n'
        '[factors.crf]\ncrf0 = ["loss.crf_loss_weight=0.0"]\ncrf1 = ["loss.crf_loss_weight=1.0"]\n'
        '[factors.rate]\nlow = ["train.peak_rate=1e-4"]\nhigh = ["train.peak_rate=1e-2"]\n'
    )
    (tmp_path / world.recipe_file.name).write_bytes(world.recipe_file.read_bytes())
    recipes = recipes_of(load_plan(path))
    names = [name for name, _ in recipes]
    assert names == ["plain", "crf0,low", "crf0,high", "crf1,low", "crf1,high"]
    recipe = recipes["crf1,low", 1]
    assert (recipe.loss.crf_loss_weight, recipe.train.peak_rate) == (1.0, 1e-4)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('recipe = "r.toml"', "the plan has no cells"),
        ('recipe = "r.toml"\nbaseline = "b"\n[cells]\na = []', "baseline = 'b': no such cell; a"),
        ('recipe = "r.toml"\nseeds = [1, 1]\n[cells]\na = []', "give each seed once"),
        ('recipe = "r.toml"\n[cells]\n"a/b" = []', "becomes a directory"),
        ('recipe = "r.toml"\n[cell]\na = []', "unknown key 'cell'"),
        ('recipe = "r.toml"\n[cells]\na = []\n[factors.f]\na = []', "two cells are called 'a'"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(text, message, tmp_path) -> None:
    """Before any work, and in words."""
    path = tmp_path / "plan.toml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=message):
        load_plan(path)


def test_one_bad_cell_stops_the_matrix_before_its_first_run(plan_file, tmp_path) -> None:
    """The cell and the key are named; nothing is trained."""
    plan = load_plan(plan_file)
    bad = replace(plan, cells={**plan.cells, "wrong": ("model.pooling=max",)})
    with pytest.raises(ConfigError, match=r"cell 'wrong': model\.pooling = 'max'"):
        ablate(bad, tmp_path / "out", stream=io.StringIO())
    assert not (tmp_path / "out").exists()


def test_a_matrix_is_run_once_and_written_as_one_table(plan_file, tmp_path) -> None:
    """Text and JSON; a second call trains nothing and says the same."""
    out, stream = tmp_path / "out", io.StringIO()
    first = ablate(load_plan(plan_file), out, stream=stream)
    assert stream.getvalue().count("starts:") == 4
    again = io.StringIO()
    assert ablate(load_plan(plan_file), out, stream=again) == first
    assert "starts:" not in again.getvalue()
    assert (out / "table.txt").read_text() == f"{first}\n"
    record = json.loads((out / "table.json").read_text())
    runs = [(run["cell"], run["seed"], run["steps"]) for run in record["runs"]]
    assert runs == [("gated", 1, 8), ("mean", 1, 8), ("gated", 2, 8), ("mean", 2, 8)]
    assert len(record["differences"]["mean"]) == 2
    page = ablation_page(first, out)
    assert ">mean, seed 2<" in page


def test_a_run_that_a_matrix_beside_it_has_done_is_taken_over(plan_file, tmp_path) -> None:
    """The baseline of many plans is run once: same log and scores, under the cell's own name."""
    plan = replace(load_plan(plan_file), seeds=(1,))
    first = ablate(plan, tmp_path / "runs" / "first", stream=io.StringIO())
    cells = {"usual": plan.cells["gated"], "faster": ("train.peak_rate=0.004",)}
    again = replace(plan, cells=cells, baseline="usual")
    stream = io.StringIO()
    second = ablate(again, tmp_path / "runs" / "second", stream=stream)
    assert stream.getvalue().count("starts:") == 1
    assert f"taken from {tmp_path / 'runs' / 'first' / 'gated' / 'seed-1'}" in stream.getvalue()
    assert second.outcomes[0] == replace(first.outcomes[0], cell="usual")
    ways = ("first/gated", "second/usual")
    logs = [tmp_path / "runs" / way / "seed-1" / "log.jsonl" for way in ways]
    assert logs[0].read_bytes() == logs[1].read_bytes()
    assert "faster" in ablation_page(second, tmp_path / "runs" / "second")


def test_a_matrix_that_was_stopped_goes_on(plan_file, tmp_path) -> None:
    """What is done is kept; a run without its outcome is taken up at its checkpoint."""
    plan, out = load_plan(plan_file), tmp_path / "out"
    whole = ablate(plan, out, stream=io.StringIO())
    stopped = out / "mean" / "seed-2"
    (stopped / "outcome.json").unlink()
    last = checkpoint.checkpoints(stopped)[-1]
    for file in last.iterdir():
        file.unlink()
    last.rmdir()
    stream = io.StringIO()
    resumed = ablate(plan, out, stream=stream)
    assert "goes on after step 4" in stream.getvalue()
    assert "starts:" not in stream.getvalue()
    figures = [(run.cell, run.seed, run.best_f1, run.loss) for run in whole.outcomes]
    assert [(run.cell, run.seed, run.best_f1, run.loss) for run in resumed.outcomes] == figures


def test_a_run_under_other_settings_is_not_mixed_in(plan_file, tmp_path) -> None:
    """One table holds runs of one plan."""
    plan, out = load_plan(plan_file), tmp_path / "out"
    plan = replace(plan, seeds=(1,), cells={"gated": ()})
    ablate(plan, out, stream=io.StringIO())
    with pytest.raises(ConfigError, match=r"seed-1 was done with other settings.*train\.steps"):
        ablate(plan, out, stream=io.StringIO(), overrides=["train.steps=9"])


def test_a_run_that_diverges_is_a_line_of_the_table(plan_file, tmp_path) -> None:
    """The matrix goes on after it."""
    watch = ("train.divergence_factor=1.001", "train.divergence_patience=1", "train.steps=60")
    lost = (*watch, "train.peak_rate=0.1", "train.clip=1000.0")
    plan = load_plan(plan_file)
    plan = replace(plan, seeds=(1,), cells={"lost": lost, "gated": ()}, baseline="gated")
    found = ablate(plan, tmp_path / "out", stream=io.StringIO())
    assert "the run diverges" in found.outcomes[0].diverged
    assert not found.outcomes[1].diverged
    assert "lost, seed 1: the run diverges" in str(found)


def test_differences_are_taken_seed_by_seed() -> None:
    """Each run against the baseline's of the same seed, then their mean with its interval."""
    runs = [outcome("a", 1, 0.90), outcome("a", 2, 0.80), outcome("b", 1, 0.91)]
    found = Ablation("a", (*runs, outcome("b", 2, 0.81)))
    assert found.differences("b") == pytest.approx([0.01, 0.01])
    (a, b) = found.table().rows
    assert a[5] == "baseline"
    assert b[5] == "0.0100 ± 0.0000"
    assert b[4] == "0.8600 ± 0.6353"


@pytest.mark.parametrize(
    ("values", "text"), [([], "–"), ([0.5], "0.5000"), ([0.0] * 40, "0.0000 ± 0.0000")]
)
def test_an_interval_needs_two_values(values, text) -> None:
    """One seed has no interval, and none is invented."""
    assert interval_text(values) == text


def test_the_plans_of_the_package_are_there() -> None:
    """Eight choices in the order in which they are measured, three parts of one experiment."""
    names = [path.stem for path in PLANS]
    assert len(names) == 11
    assert [name.split("-")[0] for name in names[:8]] == list("12345678")


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_cell_of_a_plan_of_the_package_is_in_order(path) -> None:
    """Checked as a whole before the first run; no two cells are the same run."""
    recipes = recipes_of(load_plan(path))
    assert len({str(recipe) for recipe in recipes.values()}) == len(recipes)
