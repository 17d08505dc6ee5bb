"""Sections, tables and figures as the card writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from postwright.diagnostics import Estimate

__all__ = ["NOT_STATED", "bullets", "facts_table", "interval", "percent", "section", "table"]

NOT_STATED = "not stated"


def section(title: str, *parts: str, level: int = 2) -> str:
    """A heading and what stands below it; parts without text are left out."""
    return "\n\n".join([f"{'#' * level} {title}", *filter(None, parts)])


def facts_table(facts: Mapping[str, object]) -> str:
    """Two columns, what and how much."""
    return table(("what", "value"), facts.items())


def table(head: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; a pipe in a cell is written as its entity.

    >>> print(table(("tag", "F1"), [("unit", 57)]))
    | tag | F1 |
    | --- | --- |
    | unit | 57 |
    """
    lines = [head, ["---"] * len(head), *rows]
    cells = ([str(cell).replace("|", "&#124;") for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)


def bullets(sentences: Iterable[str]) -> str:
    """One bullet each, or that nobody stated any."""
    return "\n".join(f"- {sentence}" for sentence in sentences) or f"{NOT_STATED.capitalize()}."


def interval(estimate: Estimate) -> str:
    """A figure in percent with its 95 % interval.

    >>> interval(Estimate(0.925, 0.9, 0.95))
    '92.5 (90.0–95.0)'
    """
    return f"{percent(estimate.value)} ({percent(estimate.low)}–{percent(estimate.high)})"


def percent(share: float) -> str:
    """A share in percent with one decimal.

    >>> percent(0.925)
    '92.5'
    """
    return f"{100 * share:.1f}"
