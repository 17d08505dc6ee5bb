"""A matrix of recipes, run one after the other, into one table.

A plan names one recipe, what all cells write otherwise, and the cells: single ones, or the product
of factors. Every recipe is checked before the first run; a run that is done is never done again,
nor one that a matrix beside this one has done; one that was killed goes on; one that diverges is a
result and not the end.
"""

from __future__ import annotations

import itertools
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, TextIO

import numpy as np

from postwright.config import load_toml, to_mapping
from postwright.errors import ConfigError, TrainingError
from postwright.training.charts import smoothed
from postwright.training.curves import RunCurves, curves_page
from postwright.training.loop import train
from postwright.training.page import Table, text_table, write_text
from postwright.training.progress import read_log
from postwright.training.recipe import Recipe, load_recipe, settings_that_differ
from postwright.training.stability import Diverged

__all__ = ["Ablation", "Outcome", "Plan", "ablate", "ablation_page", "load_plan", "recipes_of"]

OUTCOME = "outcome.json"

#: Two-sided 95 % quantiles of Student's t for 1, 2, … degrees of freedom.
_T95 = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228)
_T95_MANY = 2.0


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What is compared.

    Attributes:
        recipe: the recipe that all cells share, beside the plan or from the working directory.
        overrides: what all cells write otherwise, such as ``train.steps=4000``.
        seeds: each cell is run with each of them.
        cells: name → overrides.
        factors: factor → level → overrides; the product of all levels are cells too.
        baseline: the cell that the others are held against; the first if not given.
    """

    recipe: Path
    overrides: tuple[str, ...] = ()
    seeds: tuple[int, ...] = (1,)
    cells: dict[str, tuple[str, ...]] = field(default_factory=dict)
    factors: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    baseline: str | None = None

    def __post_init__(self) -> None:
        """Refuse an empty matrix, names that clash and a baseline that is not there."""
        if not self.seeds or len(set(self.seeds)) < len(self.seeds):
            raise ValueError(f"seeds = {list(self.seeds)}: give each seed once")
        names = list(self.all_cells())
        if not names:
            raise ValueError("the plan has no cells: give [cells] or [factors.<name>]")
        if odd := [name for name in names if "/" in name or name.startswith(".")]:
            raise ValueError(f"cell {odd[0]!r}: its name becomes a directory, so no '/' in it")
        if self.baseline is not None and self.baseline not in names:
            raise ValueError(f"baseline = {self.baseline!r}: no such cell; {', '.join(names)}")

    def all_cells(self) -> dict[str, tuple[str, ...]]:
        """Name → overrides of every cell: single ones first, then the product of the factors."""
        cells = dict(self.cells)
        levels = [list(factor.items()) for factor in self.factors.values()]
        for choice in itertools.product(*levels) if levels else ():
            name = ",".join(level for level, _ in choice)
            if name in cells:
                raise ValueError(f"two cells are called {name!r}")
            cells[name] = tuple(text for _, texts in choice for text in texts)
        return cells


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How one run of the matrix ended: figures of its best and its last validation.

    They are those of the golden rows where the recipe names some (``judged_on``).
    """

    cell: str
    seed: int
    steps: int
    diverged: str
    loss: float
    best_f1: float
    best_step: int
    last_f1: float
    micro_f1: float
    exact: float
    ce: float
    seconds: float
    recipe: dict[str, Any]
    judged_on: Literal["development rows", "golden rows"] = "development rows"


@dataclass(frozen=True)
class Ablation:
    """All outcomes of a plan, cell by cell."""

    baseline: str
    outcomes: tuple[Outcome, ...]

    def cells(self) -> dict[str, list[Outcome]]:
        """The outcomes of every cell."""
        cells: dict[str, list[Outcome]] = {}
        for outcome in self.outcomes:
            cells.setdefault(outcome.cell, []).append(outcome)
        return cells

    def table(self) -> Table:
        """One line a cell: means over the seeds with 95 % intervals, and against the baseline."""
        header = ("cell", "runs", "diverged", "loss", "best F1", "− baseline", "last F1")
        rows = [self._row(name, outcomes) for name, outcomes in self.cells().items()]
        return Table((*header, "micro F1", "whole rows", "minutes"), rows)

    def _row(self, name: str, outcomes: list[Outcome]) -> tuple[str, ...]:
        means = [
            interval_text([getattr(outcome, key) for outcome in outcomes])
            for key in ("loss", "best_f1", "last_f1", "micro_f1", "exact")
        ]
        against = "baseline" if name == self.baseline else interval_text(self.differences(name))
        diverged = sum(bool(outcome.diverged) for outcome in outcomes)
        minutes = sum(outcome.seconds for outcome in outcomes) / 60
        return (
            name,
            str(len(outcomes)),
            str(diverged or ""),
            *means[:2],
            against,
            *means[2:],
            f"{minutes:.1f}",
        )

    def differences(self, name: str) -> list[float]:
        """Best macro F1 of a cell less the baseline's, seed by seed."""
        theirs = {outcome.seed: outcome.best_f1 for outcome in self.cells().get(self.baseline, ())}
        ours = self.cells()[name]
        return [item.best_f1 - theirs[item.seed] for item in ours if item.seed in theirs]

    def __str__(self) -> str:
        lost = [
            f"{item.cell}, seed {item.seed}: {item.diverged}"
            for item in self.outcomes
            if item.diverged
        ]
        judged = sorted({item.judged_on for item in self.outcomes})
        return "\n".join([text_table(self.table()), f"scores on {', '.join(judged)}", *lost])

    def to_json(self) -> dict[str, Any]:
        """Every run, and the table's differences, for scripts."""
        return {
            "format_version": 1,
            "baseline": self.baseline,
            "runs": [asdict(outcome) for outcome in self.outcomes],
            "differences": {name: self.differences(name) for name in self.cells()},
        }


def interval_text(values: Sequence[float]) -> str:
    """A mean, with half its 95 % interval by Student's t where there are two values or more.

    >>> interval_text([0.5]), interval_text([0.94, 0.95, 0.96])
    ('0.5000', '0.9500 ± 0.0248')
    """
    if not values:
        return "–"
    mean = float(np.mean(values))
    if len(values) == 1:
        return f"{mean:.4f}"
    quantile = _T95[len(values) - 2] if len(values) - 2 < len(_T95) else _T95_MANY
    half = quantile * float(np.std(values, ddof=1)) / len(values) ** 0.5
    return f"{mean:.4f} ± {half:.4f}"


# ---------------------------------------------------------------------------------- the plan


def load_plan(path: Path) -> Plan:
    """Read a plan; the recipe's path is taken from the plan's directory if it is there.

    Raises:
        ConfigError: what `postwright.config.load_toml` refuses, or what the plan does.
    """
    plan = load_toml(path, Plan)
    beside = path.parent / plan.recipe
    return replace(plan, recipe=beside) if beside.exists() else plan


def recipes_of(plan: Plan, overrides: Sequence[str] = ()) -> dict[tuple[str, int], Recipe]:
    """(Cell, seed) → its recipe, all of them checked; all cells with one seed, then with the next.

    So a matrix that is cut short still compares all of its cells.

    Raises:
        ConfigError: a cell's recipe is not in order; the message names the cell.
    """
    recipes = {}
    for seed, (name, texts) in itertools.product(plan.seeds, plan.all_cells().items()):
        written = (*plan.overrides, *overrides, *texts, f"train.seed={seed}")
        try:
            recipes[name, seed] = load_recipe(plan.recipe, written)
        except ConfigError as error:
            raise ConfigError(f"cell {name!r}: {error}") from error
    return recipes


# ----------------------------------------------------------------------------------- the runs


def ablate(
    plan: Plan, directory: Path, *, stream: TextIO, overrides: Sequence[str] = ()
) -> Ablation:
    """Run the whole matrix, or what of it is not done yet, and write the table.

    ``directory`` then holds ``<cell>/seed-<n>/`` for each run, ``table.txt`` and ``table.json``;
    both are written anew after every run, so that one can look while it goes on.

    Args:
        plan: what is compared.
        directory: where runs and tables go.
        stream: where progress is shown.
        overrides: values that all cells write otherwise, after the plan's own.

    Raises:
        ConfigError: a recipe is not in order, or a run was done under other settings.
        TrainingError: a run could not be done (disk, data); those before it are kept.
    """
    recipes = recipes_of(plan, overrides)
    baseline = plan.baseline or next(iter(plan.all_cells()))
    for (cell, seed), recipe in recipes.items():
        _refuse_other_settings(recipe, run_directory(directory, cell, seed))
    outcomes: list[Outcome] = []
    for number, ((cell, seed), recipe) in enumerate(recipes.items(), start=1):
        stream.write(f"run {number} of {len(recipes)}: {cell}, seed {seed}\n")
        outcomes.append(run_once(recipe, cell, seed, directory, stream=stream))
        ablation = Ablation(baseline, tuple(outcomes))
        _write(ablation, directory)
    return ablation


def run_directory(directory: Path, cell: str, seed: int) -> Path:
    """Where a run of the matrix lies."""
    return directory / cell / f"seed-{seed}"


def _refuse_other_settings(recipe: Recipe, run: Path) -> None:
    """A run that is done must have been done with these settings."""
    done = read_outcome(run)
    if done and (differing := settings_that_differ(recipe, done.recipe)):
        raise ConfigError(
            f"{run} was done with other settings ({'; '.join(differing)}): "
            "give the matrix another --out, or move that run away"
        )


def read_outcome(run: Path) -> Outcome | None:
    """The outcome of a run that is done."""
    path = run / OUTCOME
    if not path.exists():
        return None
    try:
        return Outcome(**json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise TrainingError(f"{path} is damaged ({error}): delete it to judge the run anew") from (
            error
        )


def run_once(recipe: Recipe, cell: str, seed: int, directory: Path, *, stream: TextIO) -> Outcome:
    """One run of the matrix, or its outcome if it is done."""
    run = run_directory(directory, cell, seed)
    if done := read_outcome(run):
        return done
    if not run.exists() and (twin := _twin(recipe, directory)):
        stream.write(f"taken from {twin}\n")
        return _take_over(twin, run, cell)
    lost = ""
    try:
        train(recipe, run, stream=stream)
    except TrainingError as error:
        if not isinstance(error.__cause__, Diverged):
            raise
        lost = str(error.__cause__)
    outcome = outcome_of(RunCurves(cell, read_log(run / "log.jsonl")), seed, lost, recipe)
    _write_outcome(outcome, run)
    return outcome


def _write_outcome(outcome: Outcome, run: Path) -> None:
    write_text(run / OUTCOME, json.dumps(asdict(outcome), indent=1) + "\n")


def _twin(recipe: Recipe, directory: Path) -> Path | None:
    """A run of the very same recipe, paths included, that a matrix beside this one has done."""
    wanted = json.loads(json.dumps(to_mapping(recipe)))
    for path in sorted(directory.parent.glob(f"*/*/seed-*/{OUTCOME}")):
        done = read_outcome(path.parent)
        if done and done.recipe == wanted:
            return path.parent
    return None


def _take_over(twin: Path, run: Path, cell: str) -> Outcome:
    """Copy log and scores of a run that is done under the name of another cell; no checkpoints."""
    done = read_outcome(twin)
    assert done is not None
    run.mkdir(parents=True)
    for path in twin.iterdir():
        if path.is_file() and path.name != OUTCOME:
            shutil.copyfile(path, run / path.name)
    outcome = replace(done, cell=cell)
    _write_outcome(outcome, run)
    return outcome


def outcome_of(run: RunCurves, seed: int, lost: str, recipe: Recipe) -> Outcome:
    """The figures of a run by its log; scores are 0 where it never came to a validation."""
    steps, losses = run.series("step", "loss")
    validations = run.of("validation")
    at = run.prefix
    best = max(validations, key=lambda item: item[f"{at}macro_f1"], default={})
    last: Mapping[str, Any] = validations[-1] if validations else {}
    times = run.values("step", "seconds")
    return Outcome(
        cell=run.name,
        seed=seed,
        steps=int(steps[-1]) if steps else 0,
        diverged=lost,
        loss=float(smoothed(np.array(losses), over=50)[-1]) if losses else 0.0,
        best_f1=best.get(f"{at}macro_f1", 0.0),
        best_step=best.get("step", 0),
        last_f1=last.get(f"{at}macro_f1", 0.0),
        micro_f1=best.get(f"{at}micro_f1", 0.0),
        exact=best.get(f"{at}exact", 0.0),
        ce=best.get("ce", 0.0),
        seconds=float(times[-1]) if len(times) else 0.0,
        recipe=to_mapping(recipe),
        judged_on="golden rows" if at else "development rows",
    )


def _write(ablation: Ablation, directory: Path) -> None:
    """The table for people and for scripts."""
    write_text(directory / "table.txt", f"{ablation}\n")
    write_text(directory / "table.json", json.dumps(ablation.to_json(), indent=1) + "\n")


def ablation_page(ablation: Ablation, directory: Path) -> str:
    """The curves of all runs over each other, a colour for each.

    Raises:
        InputError: the extra ``[report]`` is not installed.
    """
    runs = [
        RunCurves(
            f"{item.cell}, seed {item.seed}",
            read_log(run_directory(directory, item.cell, item.seed) / "log.jsonl"),
        )
        for item in ablation.outcomes
    ]
    return curves_page([run for run in runs if run.of("step")], title="Ablation")
