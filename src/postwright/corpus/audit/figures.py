"""The figures of an audit, drawn as the report of a diagnosis draws its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from postwright.diagnostics.report.svg import drawing, to_svg

__all__ = ["COLOURS", "bars", "histogram"]

Array = npt.NDArray[Any]

#: Told apart by the colour-blind, and still when a dark page turns their lightness around.
COLOURS = ("#0b62a4", "#c8500a", "#7a7a7a")
_WIDTH = 5.0  # inches of 96 px, as wide as a figure of the report
_LINE = 0.22


def bars(
    names: Sequence[str], parts: Mapping[str, Sequence[float]], *, key: str, measure: str
) -> str:
    """Draw one horizontal bar a name, of one part or of several end to end; the first on top.

    Args:
        names: what stands at the vertical axis.
        parts: legend → one value a name.
        key: stands before every id of the SVG.
        measure: name of the horizontal axis.
    """
    with drawing(width=_WIDTH, height=0.75 + _LINE * len(names)) as figure:
        axes = figure.add_subplot()
        at = np.arange(len(names))
        left = np.zeros(len(names))
        for (legend, values), colour in zip(parts.items(), COLOURS, strict=False):
            axes.barh(at, values, 0.7, left, label=legend, color=colour)
            left += np.asarray(values)
        axes.set_yticks(at, names)
        axes.set_ylim(len(names) - 0.4, -0.6)
        axes.set_xlabel(measure)
        axes.grid(axis="x")
        axes.tick_params(axis="y", length=0)
        if len(parts) > 1:
            axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, borderaxespad=0.3)
        return str(to_svg(figure, key=key, described=measure))


def histogram(counts: Array, *, key: str, measure: str) -> str:
    """Draw the share of each value; what lies above the last thousandth stands in the last bar.

    Args:
        counts: how often each value 0, 1, … occurs.
        key: stands before every id of the SVG.
        measure: name of the horizontal axis.
    """
    below = np.cumsum(counts) / max(1, counts.sum())
    last = max(1, int(np.searchsorted(below, 0.999)))
    shown = np.append(counts[:last], counts[last:].sum()) * 100 / max(1, counts.sum())
    with drawing(width=_WIDTH / 2 + 0.3, height=1.9) as figure:
        axes = figure.add_subplot()
        axes.bar(np.arange(last + 1), shown, 0.85, color=COLOURS[0])
        axes.set_xlim(-0.6, last + 0.6)
        axes.set_xlabel(measure)
        axes.set_ylabel("%")
        axes.grid(axis="y")
        return str(to_svg(figure, key=key, described=f"Share of each number of {measure}"))
