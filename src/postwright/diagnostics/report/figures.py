"""The figures of the report.

None is wider than 480 px, so that its text can still be read on a telephone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.colors import PowerNorm
from numpy.typing import NDArray

from postwright.diagnostics.classes import ERROR_CLASSES, Confusion, TagDiagnosis
from postwright.diagnostics.report.svg import drawing, to_svg
from postwright.diagnostics.results import Estimate, Reliability

__all__ = ["CLASS_COLOURS", "Dot", "confusion_map", "dot_plot", "reliability", "stacked_bars"]

#: Told apart by the colour-blind, and in print by filled against open dots.
A_COLOUR, B_COLOUR = "#0b62a4", "#c8500a"

#: Paul Tol's "muted" scheme: ten classes that the colour-blind can tell apart.
CLASS_COLOURS = dict(
    zip(
        ERROR_CLASSES,
        "#332288 #88ccee #117733 #ddcc77 #cc6677 #44aa99 #aa4499 #999933 #882255 #bbbbbb".split(),
        strict=True,
    )
)

_WIDTH = 5.0
_LINE_HEIGHT = 0.25
_LONGEST_NAME = 26


class Dot(NamedTuple):
    """One line of a dot plot: a figure of model A and, with a baseline, the same of B."""

    name: str
    a: Estimate
    b: Estimate | None = None


def dot_plot(dots: Sequence[Dot], *, measure: str, key: str) -> Markup:
    """Draw figures as dots with 95 % intervals; B, where there is one, open and below A."""
    apart = 0.16 if any(dot.b for dot in dots) else 0.0
    with drawing(width=_WIDTH, height=0.8 + _LINE_HEIGHT * len(dots)) as figure:
        axes = figure.add_subplot()
        _draw_dots(axes, [(at - apart, dot.a) for at, dot in enumerate(dots)], "A")
        _draw_dots(axes, [(at + apart, dot.b) for at, dot in enumerate(dots) if dot.b], "B")
        axes.set_yticks(range(len(dots)), [_short(dot.name) for dot in dots])
        axes.set_ylim(len(dots) - 0.4, -0.6)
        axes.set_xlim(*_limits(dots))
        axes.set_xlabel(f"{measure}, %")
        axes.grid(axis="x")
        axes.tick_params(axis="y", length=0)
        if apart:
            axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2, borderaxespad=0.3)
        return to_svg(figure, key=key, described=f"{measure} of {key}, with intervals")


def confusion_map(confusion: Confusion, *, key: str) -> Markup:
    """Draw the share of each gold tag's spans that came out under each other tag."""
    names, counts = _used(confusion)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1.0)
    wrong = (counts > 0) & ~np.eye(len(counts), dtype=bool)
    with drawing(width=_WIDTH, height=1.2 + 0.195 * len(names)) as figure:
        axes = figure.add_subplot()
        shown = np.ma.masked_where(~wrong, shares)
        # The root of the share, or a few in a hundred could not be told from none.
        axes.pcolormesh(shown, cmap="YlOrRd", norm=PowerNorm(0.5, 0, 1))
        for gold, predicted in np.argwhere(counts > 0).tolist():
            share = float(shares[gold, predicted])
            colour = ("#ffffff" if share > 0.4 else "#1b1b1b") if gold != predicted else "#777777"
            text = f"{100 * share:.0f}" if share >= 0.01 else "·"
            place = (predicted + 0.5, gold + 0.55)
            axes.text(*place, text, ha="center", va="center", size=6.5, color=colour)
        _name_cells(axes, names)
        described = "Share of each gold tag's spans that came out under each tag, in percent"
        return to_svg(figure, key=key, described=described)


def stacked_bars(tags: Sequence[TagDiagnosis], *, key: str) -> Markup:
    """Draw the mistakes of every tag as one bar, stacked by class; the worst tag on top.

    The page's table of classes is the legend.
    """
    tags = sorted(tags, key=lambda tag: -(tag.missing + tag.wrong))
    names = [tag.tag for tag in tags]
    counts = [{line.error_class: line.count for line in tag.classes} for tag in tags]
    with drawing(width=_WIDTH, height=0.7 + _LINE_HEIGHT * len(tags)) as figure:
        axes = figure.add_subplot()
        starts = [0] * len(tags)
        for name, colour in CLASS_COLOURS.items():
            lengths = [each.get(name, 0) for each in counts]
            if any(lengths):
                axes.barh(names, lengths, 0.7, starts, color=colour)
                starts = [start + more for start, more in zip(starts, lengths, strict=True)]
        axes.invert_yaxis()
        axes.set_xlabel("mistakes")
        axes.grid(axis="x")
        axes.tick_params(axis="y", length=0)
        return to_svg(figure, key=key, described="Mistakes of each tag, stacked by class")


def reliability(
    name: str, model: Reliability, baseline: Reliability | None = None, *, key: str
) -> Markup:
    """Draw how often answers were right against how sure the model was.

    A dot's area is the share of the answers that it stands for; on the diagonal a model is as
    sure as it is right.
    """
    with drawing(width=2.3, height=2.2) as figure:
        axes = figure.add_subplot()
        axes.plot([0, 1], [0, 1], color="#b0b0b0", linewidth=0.8, linestyle=(0, (4, 3)))
        if baseline is not None:
            _draw_curve(axes, baseline, colour=B_COLOUR, fill="#ffffff", style="--")
        _draw_curve(axes, model, colour=A_COLOUR, fill=A_COLOUR, style="-")
        axes.set(xlim=(-0.04, 1.04), ylim=(-0.04, 1.04), aspect="equal")
        axes.set_xticks([0, 0.5, 1], ["0", "50", "100"])
        axes.set_yticks([0, 0.5, 1], ["0", "50", "100"])
        axes.set(xlabel="confidence, %", ylabel="right, %")
        axes.grid()
        return to_svg(figure, key=key, described=f"Share of right answers by confidence, {name}")


def _draw_dots(axes: Axes, placed: Sequence[tuple[float, Estimate]], name: str) -> None:
    """The dots of one model with their intervals."""
    places = [at for at, _ in placed]
    values = [100 * estimate.value for _, estimate in placed]
    lows = [100 * estimate.low for _, estimate in placed]
    highs = [100 * estimate.high for _, estimate in placed]
    colour = A_COLOUR if name == "A" else B_COLOUR
    fill = colour if name == "A" else "#ffffff"
    axes.hlines(places, lows, highs, color=colour, linewidth=1.3)
    axes.scatter(values, places, 22, fill, edgecolors=colour, linewidths=1.2, zorder=3, label=name)


def _draw_curve(axes: Axes, drawn: Reliability, *, colour: str, fill: str, style: str) -> None:
    """One curve, its dots as large as their bins are full."""
    most = max((each.count for each in drawn.bins), default=1)
    at = [each.confidence for each in drawn.bins]
    right = [each.accuracy for each in drawn.bins]
    sizes = [5 + 40 * each.count / most for each in drawn.bins]
    axes.plot(at, right, color=colour, linewidth=1.1, linestyle=style)
    axes.scatter(at, right, sizes, fill, edgecolors=colour, zorder=3)


def _used(confusion: Confusion) -> tuple[list[str], NDArray[np.float64]]:
    """The counts of the tags that occur on either side, and their names."""
    counts = np.array(confusion.counts, dtype=np.float64)  # [gold, predicted]
    used = np.flatnonzero(counts.any(axis=0) | counts.any(axis=1))
    return [confusion.tags[place] for place in used], counts[np.ix_(used, used)]


def _name_cells(axes: Axes, names: Sequence[str]) -> None:
    """Names beside the middle of the cells, thin lines between them."""
    middles = [place + 0.5 for place in range(len(names))]
    edges = range(len(names) + 1)
    axes.set_xticks(middles, names, rotation=90)
    axes.set_yticks(middles, names)
    axes.set_xticks(edges, minor=True)
    axes.set_yticks(edges, minor=True)
    axes.grid(which="minor", linewidth=0.5)
    axes.tick_params(which="both", length=0, labelsize=8)
    axes.invert_yaxis()
    axes.set(xlabel="predicted", ylabel="gold")


def _limits(dots: Sequence[Dot]) -> tuple[float, float]:
    """The part of 0 to 100 that holds all intervals, a little wider."""
    estimates = [each for dot in dots for each in (dot.a, dot.b) if each is not None]
    low = min((estimate.low for estimate in estimates), default=0.0)
    return (max(-2.0, 100 * low - 5.0), 102.0)


def _short(name: str) -> str:
    """A name that leaves room for the plot.

    >>> _short("a slice with a name that never ends")
    'a slice with a name that …'
    """
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
