"""The tables of `postwright corpus` for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from postwright.corpus.audit.findings import Audit
from postwright.corpus.audit.summary import (
    country_lines,
    lengths,
    pairs,
    script_lines,
    source_clashes,
    warnings,
)
from postwright.corpus.contradictions import KINDS, Contradictions
from postwright.corpus.draws import DrawLine, DrawTables
from postwright.corpus.mixture import Mixture
from postwright.labels import TAGS

__all__ = ["audit_text", "contradictions_table", "draws_text", "mixture_table", "table"]

#: Lines of a table of countries or forms in an audit; the JSON holds all.
_MOST = 25
#: Tags of a line of label shares.
_TAGS = 4


def table(header: Sequence[str], rows: Sequence[Sequence[str]], *, words: int = 1) -> str:
    """Columns as wide as their widest cell, the first `words` and the last one to the left.

    >>> print(table(("source", "rows", "as"), [("a", "1,000", "x"), ("venues", "7", "y")]))
    source   rows  as
    a       1,000  x
    venues      7  y
    """
    lines = [tuple(header), *map(tuple, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    to_left = {*range(words), len(header) - 1}
    return "\n".join(
        "  ".join(
            f"{cell:<{width}}" if place in to_left else f"{cell:>{width}}"
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def draws_text(draws: DrawTables, *, most: int | None = None) -> str:
    """Draws by source, by country and by written form, each with the labels that come of it."""
    return "\n\n".join(
        [
            _draw_table("source", draws.sources, most),
            _draw_table("country", draws.countries, most),
            _draw_table("written form", draws.forms, most),
            f"labels in percent of the labelled spans; they and the written forms are counted in "
            f"{draws.sampled:,} rows, a row has several forms",
        ]
    )


def _draw_table(what: str, lines: Sequence[DrawLine], most: int | None) -> str:
    return table(
        (what, "draws", "share", "repeats", "labels"),
        [
            (
                line.name or "-",
                f"{line.draws:,.0f}",
                f"{line.share:.2%}",
                f"{line.repeats:.2f}",
                _label_shares(line.labels),
            )
            for line in lines[:most]
        ],
    )


def _label_shares(shares: dict[str, float]) -> str:
    """The largest label shares in words."""
    return ", ".join(f"{tag} {100 * share:.0f}" for tag, share in list(shares.items())[:_TAGS])


def mixture_table(loaded: Mixture, rows: int) -> str:
    """The draws of each source in each country, without a sample."""
    return table(
        ("source", "CC", "weight", "rows", "draws", "repeats"),
        [
            (
                line.source,
                line.country or "-",
                f"{line.share:.2%}",
                f"{line.available:,}",
                f"{line.draws:,.0f}",
                f"{line.repeats:.1f}",
            )
            for line in loaded.table(rows)
        ],
        words=2,
    )


def contradictions_table(found: Contradictions, top: int, *, what: str = "core") -> str:
    """The largest groups of contradicting spans, and the shares of all below them."""
    rows = [
        (
            clash.source,
            clash.country or "-",
            clash.tag,
            clash.usual,
            clash.kind,
            f"{clash.count:,}",
            "; ".join(clash.examples),
        )
        for clash in found.clashes[:top]
    ]
    header = ("source", "CC", "tag", "usual tag", "kind", "spans", "as in")
    return "\n".join([table(header, rows, words=5), *_contradiction_lines(found, what)])


def _contradiction_lines(found: Contradictions, what: str) -> list[str]:
    """The shares of all contradictions in words."""
    shares = found.shares
    return [
        f"{found.share:.2%} of {sum(found.spans.values()):,} {what} spans contradict others "
        f"(words {shares['words']:.2%}, bare numbers {shares['numbers']:.2%});",
        f"{shares['levels']:.2%} more are place names of several levels;",
        f"{sum(found.lines.values()):,} lines come with different labels",
    ]


def audit_text(audit: Audit) -> str:
    """The whole audit but its rows."""
    seen = "" if audit.seen == audit.rows else f", {audit.seen:,} of them looked at"
    parts = [
        f"{audit.name}: {audit.rows:,} rows{seen}, {audit.tally.spans.sum():,} spans, "
        f"{audit.tally.words.sum():,} words",
        *(f"warning: {text}" for text in warnings(audit)),
        _sources(audit),
        _countries(audit),
        _places(audit),
        _lengths(audit),
        _scripts(audit),
        _duplicates(audit),
        _pairs(audit.core, "core"),
        _pairs(audit.full, "labelled"),
        _clashing_sources(audit),
    ]
    if audit.draws is not None:
        parts.append(draws_text(audit.draws, most=_MOST))
    return "\n\n".join(parts)


def _sources(audit: Audit) -> str:
    rows = audit.tally.rows.sum(axis=1)
    again = audit.duplicates.by_source
    return table(
        ("source", "rows", "share", "repeated rows"),
        [
            (name, f"{count:,}", f"{count / audit.seen:.2%}", f"{again.get(name, 0) / count:.1%}")
            for count, name in sorted(zip(rows.tolist(), audit.sources, strict=True), reverse=True)
            if count
        ],
    )


def _countries(audit: Audit) -> str:
    """Rows and spans for 100 rows, tags as wide as four letters."""
    used = [tag for at, tag in enumerate(TAGS) if audit.tally.spans[:, at].any()]
    header = ("CC", "rows", *(_short(tag) for tag in used), "words", "pieces")
    lines = [
        (
            line.country or "-",
            f"{line.rows:,}",
            *(f"{line.spans[tag]:.0f}" for tag in used),
            f"{line.words:.1f}",
            f"{line.pieces:.2f}",
        )
        for line in country_lines(audit)[:_MOST]
    ]
    return f"{table(header, lines)}\nspans for 100 rows, words a row, pieces a word"


def _short(tag: str) -> str:
    """A tag in a narrow column.

    >>> _short("house_number"), _short("street")
    ('h.numb', 'street')
    """
    first, _, second = tag.partition("_")
    return f"{first[0]}.{second[:4]}" if second else tag[:6]


def _places(audit: Audit) -> str:
    lines = []
    for tag, counts in zip(TAGS, audit.tally.places, strict=True):
        if counts.any():
            lines.append((tag, *(f"{100 * count / counts.sum():.0f}" for count in counts)))
    header = ("begins in tenth", *map(str, range(1, audit.tally.places.shape[1] + 1)))
    return table(header, lines)


def _lengths(audit: Audit) -> str:
    lines = [
        (name, f"{line.mean:.2f}", *map(str, (line.median, line.p90, line.p99, line.most)))
        for name, line in lengths(audit).items()
    ]
    return table(("length", "mean", "median", "90 %", "99 %", "most"), lines)


def _scripts(audit: Audit) -> str:
    lines = [
        (
            line.script,
            f"{line.share:.3%}",
            f"{line.row_share:.2%}",
            f"{line.pieces:.2f}",
            f"{line.fallback:.1%}",
        )
        for line in script_lines(audit)
    ]
    return table(("script", "of words", "in rows", "pieces a word", "bytes"), lines)


def _duplicates(audit: Audit) -> str:
    found = audit.duplicates
    most = "; ".join(f"{text!r} {count:,}" for text, count in found.most[:5])
    return (
        f"{found.share:.1%} of {found.rows:,} rows say what an earlier row says; "
        f"most often: {most or 'none'}"
    )


def _pairs(found: Contradictions, what: str) -> str:
    lines = [
        (
            pair.tag,
            pair.usual,
            pair.kind,
            f"{pair.count:,}",
            f"{pair.share:.3%}",
            "; ".join(pair.examples),
        )
        for pair in pairs(found)[:12]
    ]
    header = ("tag", "usual tag", "kind", "spans", "share", "as in")
    return "\n".join([table(header, lines, words=3), *_contradiction_lines(found, what)])


def _clashing_sources(audit: Audit) -> str:
    lines = [
        (source, *(f"{shares[kind]:.3%}" for kind in KINDS))
        for source, shares in source_clashes(audit.core).items()
    ]
    return table(("contradicting core spans of", *KINDS), lines)
