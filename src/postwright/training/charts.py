"""Charts of training figures as SVG text, drawn as the report of a diagnosis draws its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from postwright.errors import InputError

__all__ = ["Line", "bar_chart", "drawing_board", "line_chart", "smoothed", "thinned"]

Floats = NDArray[np.float64]

#: Paul Tol's "bright" scheme and two more: lines that the colour-blind can tell apart.
COLOURS = "#4477aa #ee6677 #228833 #aa3377 #66ccee #ccbb44 #bb5500 #555555".split()

WIDTH = 5.0  # inches of 96 px: as wide as a figure of the report
MOST_POINTS = 1200  # of one line; more cannot be seen and make the page heavy


@dataclass(frozen=True)
class Line:
    """One curve: its name in the legend, places and values, and which colour it has."""

    name: str
    x: Sequence[float]
    y: Sequence[float]
    colour: int = 0


def line_chart(
    lines: Sequence[Line],
    *,
    key: str,
    measure: str,
    across: str = "step",
    log: bool = False,
    smooth: bool = False,
) -> str:
    """Draw curves over steps.

    Args:
        lines: what is drawn.
        key: stands before every id of the SVG; another for each chart of a page.
        measure: name of the vertical axis.
        across: name of the horizontal axis.
        log: a logarithmic axis; what is not above 0 is left out.
        smooth: draw the values faint, and over them their running mean.

    Raises:
        InputError: the extra ``[report]`` is not installed.
    """
    svg = drawing_board()
    names = [line.name for line in lines if line.name]
    columns = _legend_columns(names)
    rows = -(-len(names) // columns) if len(names) > 1 else 0
    with svg.drawing(width=WIDTH, height=2.5 + 0.19 * rows) as figure:
        axes = figure.add_subplot()
        for line in lines:
            _draw_line(axes, line, smooth=smooth, log=log)
        axes.set(xlabel=across, ylabel=measure)
        if log:
            _make_logarithmic(axes)
        axes.grid()
        if rows:
            place = {"loc": "lower left", "bbox_to_anchor": (0, 1), "borderaxespad": 0.3}
            axes.legend(ncols=columns, fontsize=8, **place)
        return str(svg.to_svg(figure, key=key, described=f"{measure} over {across}"))


def _legend_columns(names: Sequence[str]) -> int:
    """How many names stand side by side above the axes: three at most, fewer where they are long.

    >>> _legend_columns(["ce", "crf"]), _legend_columns(["fp32 weights, bf16 CRF, weight 1.0"] * 4)
    (2, 1)
    """
    inches = 0.55 + 0.065 * max(map(len, names), default=0)  # a line, a gap and letters of 8 pt
    return max(1, min(3, len(names), int((WIDTH - 0.5) / inches)))


def bar_chart(
    names: Sequence[str], bars: Mapping[str, Sequence[float]], *, key: str, measure: str
) -> str:
    """Draw a group of horizontal bars for each name, the first name on top.

    Args:
        names: what stands at the vertical axis.
        bars: legend → one value for each name.
        key: stands before every id of the SVG.
        measure: name of the horizontal axis.

    Raises:
        InputError: the extra ``[report]`` is not installed.
    """
    svg = drawing_board()
    thickness = 0.8 / len(bars)
    with svg.drawing(width=WIDTH, height=0.9 + 0.3 * len(names)) as figure:
        axes = figure.add_subplot()
        for number, (legend, values) in enumerate(bars.items()):
            at = np.arange(len(names)) + (number - (len(bars) - 1) / 2) * thickness
            axes.barh(at, values, thickness, label=legend, color=COLOURS[number % len(COLOURS)])
        axes.set_yticks(range(len(names)), names)
        axes.set_ylim(len(names) - 0.4, -0.6)
        axes.set_xlabel(measure)
        axes.grid(axis="x")
        axes.tick_params(axis="y", length=0)
        if len(bars) > 1:
            axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2, borderaxespad=0.3)
        return str(svg.to_svg(figure, key=key, described=measure))


def drawing_board() -> ModuleType:
    """The drawing of the report; ask for it before a long job whose end is a page.

    Raises:
        InputError: the extra ``[report]`` is not installed.
    """
    try:
        from postwright.diagnostics.report import svg
    except ModuleNotFoundError as error:
        raise InputError(f"a plot needs {error.name}: pip install 'postwright[report]'") from error
    return svg


def _draw_line(axes: Any, line: Line, *, smooth: bool, log: bool) -> None:
    """One curve on matplotlib's axes."""
    x, y = np.asarray(line.x, dtype=np.float64), np.asarray(line.y, dtype=np.float64)
    if log:
        y = np.where(y > 0, y, np.nan)
    colour = COLOURS[line.colour % len(COLOURS)]
    marker = "o" if len(x) <= 40 and not smooth else None
    if smooth and len(x) > 20:
        axes.plot(*thinned(x, y), color=colour, linewidth=0.6, alpha=0.35)
        y = smoothed(y, over=max(5, len(y) // 50))
    axes.plot(*thinned(x, y), color=colour, linewidth=1.3, label=line.name, marker=marker, ms=3)


def _make_logarithmic(axes: Any) -> None:
    """A logarithmic axis with plain numbers, also between the powers of ten where it is short."""
    axes.set_yscale("log")
    low, high = axes.get_ylim()
    shown = "123456789" if high < 10 * low else "25" if high < 300 * low else ""
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:g}")
    axes.yaxis.set_minor_formatter(
        lambda value, _: f"{value:.2g}" if f"{value:e}"[0] in shown else ""
    )


def smoothed(values: Floats, *, over: int) -> Floats:
    """The mean of each value and the ones before it, ``over`` of them at most; NaN is left out.

    >>> smoothed(np.array([1.0, 3.0, 5.0]), over=2).tolist()
    [1.0, 2.0, 4.0]
    """
    known = np.isfinite(values)
    sums = np.concatenate(([0.0], np.cumsum(np.where(known, values, 0.0))))
    counts = np.concatenate(([0], np.cumsum(known)))
    ends = np.arange(1, len(values) + 1)
    starts = np.maximum(0, ends - over)
    with np.errstate(invalid="ignore"):
        mean: Floats = (sums[ends] - sums[starts]) / (counts[ends] - counts[starts])
    return mean


def thinned(x: Floats, y: Floats, *, at_most: int = MOST_POINTS) -> tuple[Floats, Floats]:
    """Fewer points of a curve: of each stretch the lowest and the highest, so that spikes stay.

    >>> x, y = thinned(np.arange(8.0), np.array([0.0, 9, 1, 0, 0, 1, 0, 7]), at_most=4)
    >>> x.tolist(), y.tolist()
    ([0.0, 1.0, 4.0, 7.0], [0.0, 9.0, 0.0, 7.0])
    """
    if len(x) <= at_most:
        return x, y
    kept = []
    for stretch in np.array_split(np.arange(len(x)), at_most // 2):
        values = np.nan_to_num(y[stretch])
        kept += sorted({int(stretch[values.argmin()]), int(stretch[values.argmax()])})
    return x[kept], y[kept]
