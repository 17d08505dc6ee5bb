"""Cells of a matrix held against each other on the golden rows, with intervals over the rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from postwright.diagnostics.bootstrap import Floats, estimate, resample
from postwright.diagnostics.results import Estimate
from postwright.diagnostics.scores import Sums
from postwright.errors import TrainingError
from postwright.training.golden import LEAST_SUPPORT, read_counts

__all__ = ["CellScores", "score_cells"]

_ALL = "all"


@dataclass(frozen=True)
class CellScores:
    """What the runs of one cell reached at their last validation, as the mean of their counts.

    Attributes:
        runs: how many seeds were scored.
        micro: F1 over the spans of all tags.
        macro: mean F1 over the tags with at least `LEAST_SUPPORT` golden spans.
        exact: share of rows without fault.
        less_baseline: micro, macro and exact less the baseline's; empty for the baseline itself.
    """

    runs: int
    micro: Estimate
    macro: Estimate
    exact: Estimate
    less_baseline: tuple[Estimate, ...] = ()


def score_cells(files: Mapping[str, Sequence[Path]], baseline: str) -> dict[str, CellScores]:
    """Score the cells of a matrix; each difference is taken resample by resample.

    An interval says what other golden rows would have shown, not what other seeds would have.

    Args:
        files: cell → the counts (`write_counts`) of its runs; cells without any are left out.
        baseline: the cell that the others are held against, if it has runs.

    Raises:
        TrainingError: a file is damaged, or two hold counts of different golden rows.
    """
    tables = {cell: _mean_table(paths) for cell, paths in files.items() if paths}
    if not tables:
        return {}
    tags = read_counts(next(paths[0] for paths in files.values() if paths)).tags
    _refuse_other_rows(tables, tags)
    drawn = {cell: _figures(tags, table) for cell, table in tables.items()}
    found = {}
    for cell, figures in drawn.items():
        micro, macro, exact = (estimate(whole, redrawn) for whole, redrawn in figures)
        less = _differences(drawn, cell, baseline)
        found[cell] = CellScores(len(files[cell]), micro, macro, exact, less_baseline=less)
    return found


def _mean_table(paths: Sequence[Path]) -> Floats:
    """The counts of several runs, averaged, [rows, columns]."""
    tables = [read_counts(path).table for path in paths]
    if len({table.shape for table in tables}) > 1:
        raise TrainingError(f"{paths[0]} and its neighbours hold counts of different golden rows")
    mean: Floats = np.mean(tables, axis=0)
    return mean


def _refuse_other_rows(tables: dict[str, Floats], tags: Sequence[str]) -> None:
    """All cells must have been judged on the same golden spans, row by row."""
    size = len(tags)
    (first, one), *others = (
        (cell, table[:, :size] + table[:, 2 * size : 3 * size]) for cell, table in tables.items()
    )
    for cell, other in others:
        if one.shape != other.shape or not np.allclose(one, other):
            raise TrainingError(
                f"the cells {first!r} and {cell!r} were judged on different golden rows: run one "
                "of them anew"
            )


def _figures(tags: Sequence[str], table: Floats) -> list[tuple[float, Floats]]:
    """Micro F1, macro F1 and exactness: of all rows, and of every resample [resamples]."""
    drawn = resample(table, {_ALL: np.arange(len(table))})[_ALL]
    whole, redrawn = Sums(tags, table.sum(axis=0)), Sums(tags, drawn)
    counted = whole.hits + whole.missing >= LEAST_SUPPORT - 0.5  # [tags]; halves are rounding
    one, many = _of_sums(whole, counted), _of_sums(redrawn, counted)
    return [(float(value), values) for value, values in zip(one, many, strict=True)]


def _of_sums(sums: Sums, counted: NDArray[np.bool_]) -> tuple[Floats, Floats, Floats]:
    """Micro F1, macro F1 and exactness of sums, each [...]."""
    hits, faults = sums.hits.sum(axis=-1), (sums.wrong + sums.missing).sum(axis=-1)
    micro = 2 * hits / np.maximum(1.0, 2 * hits + faults)
    return micro, np.nan_to_num(sums.f1[..., counted]).mean(axis=-1), sums.exact


def _differences(
    drawn: dict[str, list[tuple[float, Floats]]], cell: str, baseline: str
) -> tuple[Estimate, ...]:
    """Each figure of a cell less the baseline's."""
    if cell == baseline or baseline not in drawn:
        return ()
    return tuple(
        estimate(ours[0] - theirs[0], ours[1] - theirs[1])
        for ours, theirs in zip(drawn[cell], drawn[baseline], strict=True)
    )
