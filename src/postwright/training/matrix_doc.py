"""Tables and curves of matrices inside a document that people write: the same runs, the same text.

A document marks where a table or a chart stands. What lies between the marker and the next
``<!-- end -->`` is written anew, everything else is left as it is:

    <!-- scores: 3-crf -->            scores of the cells on golden rows, with intervals
    <!-- stability: factors -->       how loss, gradients and second moments went, run by run
    <!-- curve: factors | loss | weight 1.0 -->   a chart of the cells whose name holds the words

The name is that of a plan without its suffix, and of the directory of its runs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from postwright.diagnostics.results import Estimate
from postwright.errors import InputError
from postwright.training.ablate import Outcome, Plan, load_plan, read_outcome, run_directory
from postwright.training.charts import Floats, Line, line_chart, smoothed
from postwright.training.curves import RunCurves
from postwright.training.loop import COUNTS
from postwright.training.matrix_scores import CellScores, score_cells
from postwright.training.page import Table, write_text
from postwright.training.progress import read_log

__all__ = ["CURVES", "Matrix", "document", "markdown_table", "read_matrix"]

SMOOTHED_STEPS = 50

#: Figure of a curve → kind of record, its key in the log, name of the axis.
CURVES: dict[str, tuple[str, str, str]] = {
    "loss": ("step", "loss", "loss"),
    "gradient": ("step", "gradient_norm", "gradient norm before clipping"),
    "ce gradient": ("norms", "ce_norm", "gradient norm of the cross-entropy"),
    "crf gradient": ("norms", "crf_norm", "gradient norm of the CRF loss"),
    "second moment": ("norms", "second_moment", "mean second moment (AdamW)"),
    "crf second moment": ("norms", "crf_second_moment", "mean second moment of the CRF"),
    "macro F1": ("validation", "golden_macro_f1", "macro F1 on golden rows"),
}

_BLOCK = re.compile(
    r"(?P<marker><!-- (?P<kind>scores|stability|curve): (?P<words>.*?) -->\n)"
    r".*?(?P<end><!-- end -->)",
    re.DOTALL,
)


@dataclass(frozen=True)
class Matrix:
    """A plan and what has been run of it.

    Attributes:
        name: of the plan's file, without its suffix.
        plan: what is compared.
        runs: the directory of its runs.
        outcomes: of the runs that are done, in the plan's order.
    """

    name: str
    plan: Plan
    runs: Path
    outcomes: tuple[Outcome, ...]

    def curves(self, outcome: Outcome) -> RunCurves:
        """The log of one run."""
        folder = run_directory(self.runs, outcome.cell, outcome.seed)
        return RunCurves(outcome.cell, read_log(folder / "log.jsonl"))

    @property
    def baseline(self) -> str:
        """The cell that the others are held against."""
        return self.plan.baseline or next(iter(self.plan.all_cells()))


def read_matrix(plan: Path, runs: Path) -> Matrix:
    """Read a plan and the outcomes of its runs that are done.

    Raises:
        ConfigError: the plan is not in order.
        TrainingError: an outcome is damaged.
    """
    what = load_plan(plan)
    keys = [(cell, seed) for cell in what.all_cells() for seed in what.seeds]
    found = [read_outcome(run_directory(runs, cell, seed)) for cell, seed in keys]
    return Matrix(plan.stem, what, runs, tuple(one for one in found if one is not None))


def document(path: Path, *, plans: Path, runs: Path) -> list[str]:
    """Write the tables and charts of a document anew; charts go into ``figures/`` beside it.

    Args:
        path: a Markdown file with markers.
        plans: the directory of the plans.
        runs: the directory with a directory of runs for each plan.

    Returns:
        The markers whose text has changed.

    Raises:
        InputError: there is no such plan, figure or cell, or no marker at all.
    """
    before = path.read_text(encoding="utf-8")
    if not _BLOCK.search(before):
        raise InputError(f"{path} holds no marker such as '<!-- scores: NAME -->' … '<!-- end -->'")
    changed: list[str] = []

    def write(found: re.Match[str]) -> str:
        text = _block(found["kind"], found["words"], path, plans, runs)
        block = f"{found['marker']}\n{text}\n\n{found['end']}"
        if block != found[0]:
            changed.append(found["marker"].strip())
        return block

    after = _BLOCK.sub(write, before)
    if after != before:
        write_text(path, after)
    return changed


def _block(kind: str, words: str, path: Path, plans: Path, runs: Path) -> str:
    """The text of one block."""
    name, *rest = (part.strip() for part in words.split("|"))
    plan = plans / f"{name}.toml"
    if not plan.is_file():
        raise InputError(f"{path}: no plan {plan} for the marker '{kind}: {words}'")
    matrix = read_matrix(plan, runs / name)
    if not matrix.outcomes:
        return "Not run yet."
    if kind == "curve":
        return _curve(matrix, path, *rest)
    makers: dict[str, Callable[[Matrix], Table]] = {"scores": scores, "stability": stability}
    return markdown_table(makers[kind](matrix))


# ------------------------------------------------------------------------------------ scores


def scores(matrix: Matrix) -> Table:
    """One line a cell: golden scores in percent, and micro F1 less the baseline's."""
    files = {
        cell: [
            counts
            for one in matrix.outcomes
            if one.cell == cell
            and (counts := run_directory(matrix.runs, cell, one.seed) / COUNTS).is_file()
        ]
        for cell in matrix.plan.all_cells()
    }
    found = score_cells(files, matrix.baseline)
    header = ("cell", "runs", "micro F1", "− baseline", "macro F1", "− baseline", "whole rows")
    rows = [
        _score_row(cell, found.get(cell), [o for o in matrix.outcomes if o.cell == cell])
        for cell in files
    ]
    return Table((*header, "hours"), rows)


def _score_row(cell: str, found: CellScores | None, outcomes: list[Outcome]) -> tuple[str, ...]:
    hours = f"{sum(one.seconds for one in outcomes) / 3600:.2f}" if outcomes else "–"
    lost = sum(bool(one.diverged) for one in outcomes)
    runs = f"{len(outcomes)}, {lost} lost" if lost else str(len(outcomes) or "not run")
    if found is None:
        return (cell, runs, *["–"] * 5, hours)
    micro, macro, _ = found.less_baseline or (None, None, None)
    return (
        cell,
        runs,
        _percent(found.micro),
        _difference(micro),
        _percent(found.macro),
        _difference(macro),
        _percent(found.exact),
        hours,
    )


def _percent(figure: Estimate) -> str:
    """A share with its interval, in percent."""
    return f"{100 * figure.value:.1f} [{100 * figure.low:.1f}, {100 * figure.high:.1f}]"


def _difference(figure: Estimate | None) -> str:
    """A difference in points; strong where its interval leaves 0 out."""
    if figure is None:
        return "baseline"
    text = f"{100 * figure.value:+.1f} [{100 * figure.low:+.1f}, {100 * figure.high:+.1f}]"
    return f"**{text}**" if figure.low > 0 or figure.high < 0 else text


# --------------------------------------------------------------------------------- stability


def stability(matrix: Matrix) -> Table:
    """One line a run: smoothed loss at its lowest and at the end, and what stood there."""
    header = ("cell", "seed", "steps", "lowest loss", "at step", "last loss", "largest")
    more = ("gradient norm then", "at the end", "second moment then", "at the end", "best macro F1")
    rows = [_stability_row(one, matrix.curves(one)) for one in matrix.outcomes]
    return Table((*header, *more, "last"), rows)


def _stability_row(outcome: Outcome, run: RunCurves) -> tuple[str, ...]:
    steps, losses = _smoothed(run, "step", "loss")
    lowest = int(np.nanargmin(losses))
    cells = [_figure(float(losses[lowest])), f"{steps[lowest]:.0f}", _figure(float(losses[-1]))]
    cells.append(_figure(float(np.nanmax(losses[lowest:]))))
    for kind, key in (("step", "gradient_norm"), ("norms", "second_moment")):
        places, values = _smoothed(run, kind, key, over=SMOOTHED_STEPS if kind == "step" else 1)
        if not len(values):
            cells += ["–", "–"]
            continue
        then = int(np.searchsorted(places, steps[lowest], side="right")) - 1
        cells += [_figure(float(values[max(0, then)])), _figure(float(values[-1]))]
    state = " (lost)" if outcome.diverged else ""
    return (
        outcome.cell,
        str(outcome.seed),
        f"{outcome.steps}{state}",
        *cells,
        f"{100 * outcome.best_f1:.1f}",
        f"{100 * outcome.last_f1:.1f}",
    )


def _smoothed(
    run: RunCurves, kind: str, key: str, *, over: int = SMOOTHED_STEPS
) -> tuple[Floats, Floats]:
    """Steps and the running mean of a figure, from where the mean is over enough of them."""
    steps, values = (np.array(part, dtype=np.float64) for part in run.series(kind, key))
    mean = smoothed(values, over=over) if len(values) else values
    first = min(over, len(steps)) - 1 if len(steps) else 0
    return steps[first:], mean[first:]


def _figure(value: float) -> str:
    """A number with three digits.

    >>> _figure(0.21349), _figure(2.6e-9)
    ('0.213', '2.6e-09')
    """
    return f"{value:.3g}"


# ------------------------------------------------------------------------------------- charts


def _curve(matrix: Matrix, path: Path, figure: str = "loss", words: str = "") -> str:
    """Draw one figure of the cells whose name holds some words; a colour for each cell."""
    if figure not in CURVES:
        raise InputError(f"{path}: no curve {figure!r}; there are {', '.join(CURVES)}")
    kind, key, measure = CURVES[figure]
    chosen = [one for one in matrix.outcomes if words in one.cell]
    if not chosen:
        raise InputError(f"{path}: no cell of {matrix.name} that was run is called '…{words}…'")
    cells = list(dict.fromkeys(one.cell for one in chosen))
    named: set[str] = set()
    lines = []
    for one in chosen:
        steps, values = _smoothed(
            matrix.curves(one), kind, key, over=SMOOTHED_STEPS if kind == "step" else 1
        )
        name = "" if one.cell in named else one.cell  # the other seeds have its colour
        named.add(one.cell)
        lines.append(Line(name, steps.tolist(), values.tolist(), colour=cells.index(one.cell)))
    name = "-".join(re.findall(r"[a-z0-9]+", f"{matrix.name} {figure} {words}".lower()))
    svg = line_chart(lines, key=name, measure=measure, log=kind != "validation")
    write_text(path.parent / "figures" / f"{name}.svg", _standing_alone(svg))
    shown = f"{measure}, {words or 'all cells'}"
    return f"![{shown}](figures/{name}.svg)"


def _standing_alone(svg: str) -> str:
    """A drawing that was made for a page as a file of its own, on white."""
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    style = 'font-family="sans-serif" style="background:#fff;'
    return svg.replace("<svg ", f"<svg {names} ", 1).replace('style="', style, 1) + "\n"


def markdown_table(table: Table) -> str:
    """The table as Markdown: first column to the left, the others to the right.

    >>> print(markdown_table(Table(("cell", "F1"), [("gated", "0.9")])))
    | cell | F1 |
    |---|---:|
    | gated | 0.9 |
    """
    lines = [table.header, ["---", *["---:"] * (len(table.header) - 1)], *table.rows]
    lines = [[cell.replace("|", "\\|") for cell in line] for line in lines]
    texts = ["| " + " | ".join(line) + " |" for line in lines]
    texts[1] = texts[1].replace(" ", "")
    return "\n".join(texts)
