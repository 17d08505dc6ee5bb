"""A page of figures and tables that needs nothing but a browser, and loads nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from postwright.errors import InputError

__all__ = ["Figure", "Section", "Table", "page", "text_table", "write_text"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1240px; padding: 1.2rem 1.2rem 4rem; background: #fff;
  color: #1b1b1b; font: 15px/1.45 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .4rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 0 0 .3rem; }
p { margin: .3rem 0 .8rem; max-width: 46rem; }
section { border-top: 1px solid #d9d9d9; margin-top: 1.8rem; padding-top: 1.2rem; }
.figures { display: grid; gap: 1.2rem 2rem;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 460px), 1fr)); align-items: start; }
figure { margin: 0; min-width: 0; }
figure svg { display: block; width: 100%; height: auto; }
figcaption { color: #5a5a5a; font-size: .85rem; }
.scroll { overflow-x: auto; max-width: 100%; margin: .8rem 0; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid #ececec; padding: .2rem 1rem .2rem 0; text-align: right; }
th { color: #5a5a5a; font-weight: 600; font-size: .85rem; }
th:first-child, td:first-child { text-align: left; }
"""


@dataclass(frozen=True)
class Figure:
    """A drawing (SVG text of our own making) and, if need be, words under it."""

    svg: str
    caption: str = ""


@dataclass(frozen=True)
class Table:
    """A header and its rows, cells as they are to be read."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Section:
    """One part of a page: words, then figures, then a table."""

    heading: str
    words: str = ""
    figures: Sequence[Figure] = ()
    table: Table = field(default_factory=lambda: Table((), ()))


def page(title: str, facts: str, sections: Sequence[Section]) -> str:
    """The page as HTML text; everything but the drawings is escaped.

    Args:
        title: heading of the page.
        facts: one line under it.
        sections: the parts, in order.
    """
    head = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
    )
    body = "\n".join(map(_section, sections))
    opening = f"<body>\n<h1>{escape(title)}</h1>\n<p>{escape(facts)}</p>\n"
    return f"{head}{opening}{body}\n</body>\n</html>\n"


def _section(section: Section) -> str:
    parts = [f"<section>\n<h2>{escape(section.heading)}</h2>"]
    if section.words:
        parts.append(f"<p>{escape(section.words)}</p>")
    if section.figures:
        parts.append('<div class="figures">')
        parts += map(_figure, section.figures)
        parts.append("</div>")
    if section.table.rows:
        parts.append(_table(section.table))
    return "\n".join([*parts, "</section>"])


def _figure(figure: Figure) -> str:
    caption = f"<figcaption>{escape(figure.caption)}</figcaption>" if figure.caption else ""
    return f"<figure>{figure.svg}{caption}</figure>"


def _table(table: Table) -> str:
    header = "".join(f"<th>{escape(cell)}</th>" for cell in table.header)
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows
    )
    return (
        f'<div class="scroll" tabindex="0"><table>\n<thead><tr>{header}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody></table></div>"
    )


def text_table(table: Table) -> str:
    """The table for a terminal: first column to the left, the others to the right.

    >>> print(text_table(Table(("source", "norm"), [("venues", "0.4"), ("registers", "1.25")])))
    source     norm
    venues      0.4
    registers  1.25
    """
    lines = [tuple(table.header), *map(tuple, table.rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            f"{cell:<{width}}" if place == 0 else f"{cell:>{width}}"
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def write_text(path: Path, text: str) -> None:
    """Write a file whole or not at all; raises `InputError` where that cannot be done."""
    unfinished = path.with_name(f"{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}") from error
