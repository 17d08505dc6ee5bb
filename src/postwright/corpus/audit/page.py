"""An audit as one HTML page that needs nothing but a browser; the extra ``[report]`` makes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from postwright.corpus.audit import figures, summary
from postwright.corpus.audit.findings import Audit
from postwright.corpus.audit.tally import PLACES
from postwright.corpus.contradictions import KINDS, Contradictions
from postwright.corpus.records import Row
from postwright.decoder.formats.palette import colour_of
from postwright.diagnostics.report.svg import without_illegal
from postwright.labels import TAGS

__all__ = ["render"]

Array = npt.NDArray[Any]

#: Countries (or forms) of a table and of a figure, pairs of tags and clashes that the page shows
#: at once; the JSON holds more.
_COUNTRIES, _SHARES, _PAIRS, _CLASHES = 40, 25, 15, 40


def render(audit: Audit) -> str:
    """Write the page; a few seconds, most of them for the figures."""
    environment = Environment(
        loader=PackageLoader("postwright.corpus.audit", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "number": "{:,}".format,
        "rounded": "{:,.0f}".format,
        "decimal": "{:.2f}".format,
        "percent": _percent,
    }
    style = (
        resources.files("postwright.diagnostics.report").joinpath("style.css").read_text("utf-8")
    )
    own = resources.files("postwright.corpus.audit").joinpath("style.css").read_text("utf-8")
    template = environment.get_template("page.html.jinja")
    return without_illegal(template.render(_contents(audit), style=Markup(style + own)))


def _percent(share: float) -> str:
    """A share in percent, small ones not rounded away.

    >>> _percent(0.25), _percent(0.0042), _percent(0)
    ('25.0', '0.42', '0')
    """
    if not share:
        return "0"
    return f"{100 * share:.1f}" if share >= 0.01 else f"{100 * share:.2g}"


def _contents(audit: Audit) -> dict[str, Any]:
    """All values that the template shows."""
    tally = audit.tally
    countries = summary.country_lines(audit)
    used = [tag for at, tag in enumerate(TAGS) if tally.spans[:, at].any()]
    places = tally.places / np.maximum(1, tally.places.sum(axis=1, keepdims=True))
    return {
        "audit": audit,
        "warnings": summary.warnings(audit),
        "words": int(tally.words.sum()),
        "pieces": int(tally.country_pieces.sum()),
        "spans": int(tally.spans.sum()),
        "sources": _mostly(tally.rows, audit.sources, audit.countries),
        "main_countries": _mostly(tally.rows.T, audit.countries, audit.sources)[:_SHARES],
        "countries": countries[:_COUNTRIES],
        "country_count": len(countries),
        "shown": _COUNTRIES,
        "used": used,
        "tag_places": {tag: places[TAGS.index(tag)].tolist() for tag in used},
        "tenths": range(1, PLACES + 1),
        "lengths": summary.lengths(audit),
        "scripts": summary.script_lines(audit),
        "contradictions": [
            ("core", "the ten core tags", audit.core, summary.pairs(audit.core)[:_PAIRS]),
            ("full", "all eighteen tags", audit.full, summary.pairs(audit.full)[:_PAIRS]),
        ],
        "source_clashes": summary.source_clashes(audit.core),
        "kinds": KINDS,
        "clashes": [clash for clash in audit.core.clashes if clash.kind == "words"][:_CLASHES],
        "rows": [(row, _marked(row)) for row in audit.rows_drawn],
        "colours": {tag: colour_of(tag).page for tag in TAGS},
        "figures": {name: Markup(drawn) for name, drawn in _figures(audit).items()},
    }


def _mostly(counts: Array, names: Sequence[str], others: Sequence[str]) -> list[dict[str, Any]]:
    """Sources or countries, the largest first: rows, and the three of the other that they have.

    Args:
        counts: rows, ``[names, others]``.
        names: of the lines.
        others: of the columns.
    """
    lines = []
    for at in np.argsort(-counts.sum(axis=1), kind="stable").tolist():
        top = np.argsort(-counts[at], kind="stable")[:3].tolist()
        total = int(counts[at].sum())
        mostly = [(others[place], counts[at, place] / total) for place in top if counts[at, place]]
        lines.append({"name": names[at], "rows": total, "mostly": mostly})
    return [line for line in lines if line["rows"]]


def _figures(audit: Audit) -> dict[str, str]:
    """The drawings by the name of their place."""
    tally = audit.tally
    sources = _mostly(tally.rows, audit.sources, audit.countries)
    countries = summary.country_lines(audit)[:_SHARES]
    scripts = summary.script_lines(audit)
    lengths = {
        "words": (tally.words_per_row, "words a row"),
        "pieces": (tally.pieces_per_row, "pieces a row"),
        "letters": (tally.letters_per_word, "letters a word"),
        "word-pieces": (tally.pieces_per_word, "pieces a word"),
    }
    drawn = {
        "sources": figures.bars(
            [line["name"] for line in sources],
            {"": [100 * line["rows"] / audit.seen for line in sources]},
            key="sources",
            measure="share of the rows, %",
        ),
        "countries": figures.bars(
            [line.country or "none" for line in countries],
            {"": [100 * line.share for line in countries]},
            key="countries",
            measure="share of the rows, %",
        ),
        "scripts": figures.bars(
            [line.script for line in scripts],
            {"": [line.pieces for line in scripts]},
            key="scripts",
            measure="pieces a word",
        ),
        "core": _pair_bars(audit.core, "core"),
        "full": _pair_bars(audit.full, "full"),
    }
    for name, (counts, measure) in lengths.items():
        drawn[name] = figures.histogram(counts, key=name, measure=measure)
    return drawn


def _pair_bars(found: Contradictions, key: str) -> str:
    """The pairs of tags that contradict most, each bar in the colour of its kind."""
    shown = summary.pairs(found)[:_PAIRS]
    names = [f"{pair.tag} for {pair.usual}" for pair in shown]
    parts = {
        kind: [100 * pair.share if pair.kind == kind else 0.0 for pair in shown] for kind in KINDS
    }
    measure = "contradicting spans, % of all"
    return figures.bars(names, parts, key=key, measure=measure) if shown else ""


def _marked(row: Row) -> list[tuple[str, str]]:
    """A row's text in pieces, each with its tag or "".

    >>> _marked(Row("5 Elm", ((0, 1, "house_number"), (2, 5, "street")), "US", "example"))
    [('5', 'house_number'), (' ', ''), ('Elm', 'street')]
    """
    return [piece for piece in _pieces(row) if piece[0]]


def _pieces(row: Row) -> Iterable[tuple[str, str]]:
    """The same with empty pieces between spans that touch."""
    at = 0
    for start, end, tag in row.spans:
        yield row.raw[at:start], ""
        yield row.raw[start:end], tag
        at = end
    yield row.raw[at:], ""
