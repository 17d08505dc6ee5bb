"""The curves of training runs, read from their ``log.jsonl``, as one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from postwright.errors import InputError
from postwright.training.charts import Floats, Line, line_chart, smoothed
from postwright.training.page import Figure, Section, Table, page
from postwright.training.progress import duration, read_log

__all__ = ["RunCurves", "curves_page", "read_curves", "summary"]

Record = Mapping[str, Any]


class _Panel(NamedTuple):
    """One chart: which figure of which records, and how it is drawn."""

    kind: str
    key: str
    title: str
    log: bool = False
    smooth: bool = True


_PANELS = (
    _Panel("step", "loss", "loss", log=True),
    _Panel("step", "ce", "cross-entropy", log=True),
    _Panel("step", "crf", "CRF loss", log=True),
    _Panel("step", "gradient_norm", "gradient norm before clipping", log=True),
    _Panel("step", "rate", "learning rate", smooth=False),
    _Panel("step", "rows_per_second", "rows a second"),
    _Panel("norms", "ce_norm", "gradient norm of the cross-entropy", log=True),
    _Panel("norms", "crf_norm", "gradient norm of the CRF loss", log=True),
    _Panel("norms", "second_moment", "mean second moment (AdamW)", log=True),
    _Panel("norms", "crf_second_moment", "mean second moment of the CRF", log=True),
    _Panel("validation", "golden_macro_f1", "golden rows: macro F1", smooth=False),
    _Panel("validation", "golden_micro_f1", "golden rows: micro F1", smooth=False),
    _Panel("validation", "golden_exact", "golden rows: whole rows right", smooth=False),
    _Panel("validation", "macro_f1", "macro F1", smooth=False),
    _Panel("validation", "micro_f1", "micro F1", smooth=False),
    _Panel("validation", "exact", "whole rows right", smooth=False),
    _Panel("validation", "ce", "cross-entropy on development rows", log=True, smooth=False),
)
#: Logged, but no curve.
_NO_CURVE = {"step", "seconds", "words_per_second"}


@dataclass(frozen=True)
class RunCurves:
    """The log of one run."""

    name: str
    records: Sequence[Record]

    def of(self, kind: str) -> list[Record]:
        """The records of one kind, in order of the steps."""
        return [record for record in self.records if record["kind"] == kind]

    def series(self, kind: str, key: str) -> tuple[list[float], list[float]]:
        """Steps and values of one figure."""
        held = [record for record in self.of(kind) if _is_number(record.get(key))]
        return [float(item["step"]) for item in held], [float(item[key]) for item in held]

    @property
    def prefix(self) -> str:
        """What the judged scores of a validation begin with: ``golden_`` where rows were judged."""
        return "golden_" if any("golden_macro_f1" in item for item in self.records) else ""

    def values(self, kind: str, key: str) -> Floats:
        """The values of one figure alone."""
        return np.array(self.series(kind, key)[1], dtype=np.float64)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def read_curves(path: Path, *, name: str | None = None) -> RunCurves:
    """Read the log of a run directory, or a log file.

    Raises:
        InputError: there is no log, or it holds no step.
    """
    file = path / "log.jsonl" if path.is_dir() else path
    if not file.is_file():
        raise InputError(f"{path} holds no log.jsonl: give the directory of a training run")
    run = RunCurves(name or file.resolve().parent.name, read_log(file))
    if not run.of("step"):
        raise InputError(f"{file} holds no logged step yet")
    return run


def curves_page(runs: Sequence[RunCurves], *, title: str = "") -> str:
    """One page with the curves of all runs, each in its own colour.

    Raises:
        InputError: the extra ``[report]`` is not installed.
    """
    steps = max(int(run.of("step")[-1]["step"]) for run in runs)
    figures = curve_figures(runs)
    training = [figure for panel, figure in figures if panel.kind != "validation"]
    validation = [figure for panel, figure in figures if panel.kind == "validation"]
    sections = [
        Section("Runs", table=summary(runs)),
        Section(
            "Training",
            "Faint: each logged step; strong: the running mean of a fiftieth of them.",
            training,
        ),
    ]
    if validation:
        sections.append(Section("Validation", figures=validation, table=tag_table(runs)))
    names = ", ".join(run.name for run in runs)
    facts = f"{len(runs)} run{'s' if len(runs) > 1 else ''}, up to step {steps:,}"
    return page(title or f"Training curves: {names}", facts, sections)


def curve_figures(runs: Sequence[RunCurves]) -> list[tuple[_Panel, Figure]]:
    """All charts for which any run has figures."""
    figures = []
    for panel in (*_PANELS, *_other_panels(runs)):
        lines = [
            Line(run.name, *run.series(panel.kind, panel.key), colour=number)
            for number, run in enumerate(runs)
        ]
        if any(any(line.y) for line in lines):  # a loss that is left out is 0 throughout
            svg = line_chart(
                lines,
                key=f"{panel.kind}-{panel.key}",
                measure=panel.title,
                log=panel.log,
                smooth=panel.smooth,
            )
            figures.append((panel, Figure(svg)))
    return figures


def _other_panels(runs: Sequence[RunCurves]) -> list[_Panel]:
    """Figures of the steps that no panel names: logs may hold more than they once did."""
    known = {panel.key for panel in _PANELS if panel.kind == "step"} | _NO_CURVE
    keys = {
        key: None
        for run in runs
        for key, value in run.of("step")[-1].items()
        if key not in known and _is_number(value)
    }
    return [_Panel("step", key, key.replace("_", " "), log="norm" in key) for key in keys]


def summary(runs: Sequence[RunCurves]) -> Table:
    """One line for each run: where its loss and its macro F1 stood best and last."""
    header = ("run", "steps", "lowest loss", "at step", "last loss", "best F1", "at step")
    return Table((*header, "last F1", "time"), [_summary_row(run) for run in runs])


def _summary_row(run: RunCurves) -> tuple[str, ...]:
    steps, losses = run.series("step", "loss")
    mean = smoothed(np.array(losses), over=max(1, len(losses) // 50))
    lowest = int(np.nanargmin(mean))
    places, scores = run.series("validation", f"{run.prefix}macro_f1")
    validated = ["–"] * 3
    if scores:
        best = int(np.argmax(scores))
        validated = [f"{scores[best]:.4f}", f"{places[best]:,.0f}", f"{scores[-1]:.4f}"]
    return (
        run.name,
        f"{steps[-1]:,.0f}",
        f"{mean[lowest]:.4f}",
        f"{steps[lowest]:,.0f}",
        f"{mean[-1]:.4f}",
        *validated,
        duration(float(run.of("step")[-1].get("seconds", 0.0))),
    )


def tag_table(runs: Sequence[RunCurves]) -> Table:
    """F1 of every tag at the best validation of each run."""
    columns: dict[str, Mapping[str, float]] = {}
    for run in runs:
        tags_of, judged = f"{run.prefix}per_tag", f"{run.prefix}macro_f1"
        validations = [record for record in run.of("validation") if tags_of in record]
        if validations:
            columns[run.name] = max(validations, key=itemgetter(judged))[tags_of]
    tags = sorted({tag for scores in columns.values() for tag in scores})
    rows = [
        (tag, *(f"{scores[tag]:.4f}" if tag in scores else "–" for scores in columns.values()))
        for tag in tags
    ]
    return Table(("F1 at the best validation", *columns), rows)
