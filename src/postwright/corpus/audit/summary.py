"""The audit in the order in which people and other programs read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from postwright.corpus.audit.findings import Audit
from postwright.corpus.audit.vocabulary import SCRIPTS
from postwright.corpus.contradictions import KINDS, Clash, Contradictions
from postwright.corpus.mixture import SHARE_WARNED
from postwright.labels import OUTSIDE, TAGS

__all__ = [
    "CountryLine",
    "Pair",
    "Quantiles",
    "ScriptLine",
    "country_lines",
    "lengths",
    "pairs",
    "script_lines",
    "source_clashes",
    "to_json",
    "warnings",
]

Array = npt.NDArray[Any]

#: Clashes in the JSON, the largest first.
_CLASHES = 200
#: The most that contradictions of core tags may come to.
CONTRADICTIONS_WARNED = 0.005


@dataclass(frozen=True)
class Quantiles:
    """A length: its mean, quantiles and largest value."""

    mean: float
    median: int
    p90: int
    p99: int
    most: int

    @classmethod
    def of(cls, counts: Array) -> Quantiles:
        """From how often each value occurs.

        >>> Quantiles.of(np.array([0, 2, 0, 2]))
        Quantiles(mean=2.0, median=1, p90=3, p99=3, most=3)
        """
        total = max(1, int(counts.sum()))
        below = np.cumsum(counts) / total
        median, p90, p99 = np.searchsorted(below, (0.5, 0.9, 0.99)).tolist()
        most = int(np.flatnonzero(counts)[-1]) if counts.any() else 0
        return cls(float(np.arange(len(counts)) @ counts / total), median, p90, p99, most)


@dataclass(frozen=True)
class CountryLine:
    """One country: its rows, words a row, pieces a word, and spans of each tag for 100 rows."""

    country: str
    rows: int
    share: float
    words: float
    pieces: float
    spans: dict[str, float]
    word_shares: dict[str, float]


@dataclass(frozen=True)
class ScriptLine:
    """One script: shares of the words of letters and of rows, and what pieces they need."""

    script: str
    words: int
    share: float
    row_share: float
    pieces: float
    fallback: float


@dataclass(frozen=True)
class Pair:
    """Clashes of one pair of tags, over all sources and countries."""

    tag: str
    usual: str
    kind: str
    count: int
    share: float
    examples: tuple[str, ...]


def country_lines(audit: Audit) -> list[CountryLine]:
    """Every country, the largest first."""
    tally, lines = audit.tally, []
    rows = tally.rows.sum(axis=0)  # [countries]
    for at in np.argsort(-rows, kind="stable").tolist():
        words = tally.words[at]
        if rows[at]:
            lines.append(
                CountryLine(
                    country=audit.countries[at],
                    rows=int(rows[at]),
                    share=float(rows[at] / audit.seen),
                    words=float(words.sum() / rows[at]),
                    pieces=float(tally.country_pieces[at] / words.sum()),
                    spans=dict(zip(TAGS, (100 * tally.spans[at] / rows[at]).tolist(), strict=True)),
                    word_shares=dict(
                        zip((*TAGS, OUTSIDE), (words / words.sum()).tolist(), strict=True)
                    ),
                )
            )
    return lines


def script_lines(audit: Audit) -> list[ScriptLine]:
    """Every script that occurs, the commonest first."""
    tally = audit.tally
    words = tally.scripts.sum(axis=0)  # [scripts]
    return [
        ScriptLine(
            script=SCRIPTS[at],
            words=int(words[at]),
            share=float(words[at] / words.sum()),
            row_share=float(tally.script_rows[at] / audit.seen),
            pieces=float(tally.script_pieces[at] / words[at]),
            fallback=float(tally.script_fallback[at] / tally.script_pieces[at]),
        )
        for at in np.argsort(-words, kind="stable").tolist()
        if words[at]
    ]


def lengths(audit: Audit) -> dict[str, Quantiles]:
    """Lengths of rows and words."""
    tally = audit.tally
    return {
        "words a row": Quantiles.of(tally.words_per_row),
        "pieces a row": Quantiles.of(tally.pieces_per_row),
        "pieces a word": Quantiles.of(tally.pieces_per_word),
        "letters a word": Quantiles.of(tally.letters_per_word),
    }


def pairs(found: Contradictions) -> list[Pair]:
    """Clashes by kind and pair of tags, the largest first."""
    groups: dict[tuple[str, str, str], list[Clash]] = {}
    for clash in found.clashes:
        groups.setdefault((clash.tag, clash.usual, clash.kind), []).append(clash)
    total = max(1, sum(found.spans.values()))
    lines = []
    for (tag, usual, kind), clashes in groups.items():
        count = sum(clash.count for clash in clashes)
        examples = dict.fromkeys(
            f"{clash.examples[0]} ({clash.country or '-'})" for clash in clashes if clash.examples
        )
        lines.append(Pair(tag, usual, kind, count, count / total, tuple(examples)[:4]))
    return sorted(lines, key=lambda pair: -pair.count)


def source_clashes(found: Contradictions) -> dict[str, dict[str, float]]:
    """The share of each source's spans that contradict, by kind, the worst source first."""
    counts: dict[str, Counter[str]] = {source: Counter() for source in found.spans}
    for clash in found.clashes:
        counts[clash.source][clash.kind] += clash.count
    shares = {
        source: {kind: counts[source][kind] / spans for kind in KINDS}
        for source, spans in found.spans.items()
    }
    return dict(sorted(shares.items(), key=lambda item: -item[1]["words"] - item[1]["numbers"]))


def warnings(audit: Audit) -> list[str]:
    """What should be looked at before anything is trained on the corpus."""
    rows = audit.tally.rows.sum(axis=1)  # [sources]
    found = [
        f"{name} is {count / audit.seen:.0%} of the rows (over {SHARE_WARNED:.0%})"
        for name, count in zip(audit.sources, rows.tolist(), strict=True)
        if count > SHARE_WARNED * audit.seen
    ]
    if audit.core.share > CONTRADICTIONS_WARNED:
        found.append(
            f"{audit.core.share:.2%} of the spans of core tags contradict others "
            f"(over {CONTRADICTIONS_WARNED:.1%})"
        )
    return found


def to_json(audit: Audit) -> dict[str, Any]:
    """Everything that was found, as what `json` can write."""
    tally = audit.tally
    return {
        "name": audit.name,
        "rows": audit.rows,
        "rows_seen": audit.seen,
        "words": int(tally.words.sum()),
        "pieces": int(tally.country_pieces.sum()),
        "spans": int(tally.spans.sum()),
        "warnings": warnings(audit),
        "sources": _by_name(audit.sources, tally.rows.sum(axis=1)),
        "countries": [asdict(line) for line in country_lines(audit)],
        "source_countries": {
            source: _by_name(audit.countries, tally.rows[at])
            for at, source in enumerate(audit.sources)
        },
        "source_labels": {
            source: _by_name(TAGS, tally.source_spans[at])
            for at, source in enumerate(audit.sources)
        },
        "tag_places": dict(zip(TAGS, tally.places.tolist(), strict=True)),
        "lengths": {name: asdict(line) for name, line in lengths(audit).items()},
        "scripts": [asdict(line) for line in script_lines(audit)],
        "duplicates": asdict(audit.duplicates) | {"share": audit.duplicates.share},
        "contradictions": {
            "core": _contradictions(audit.core),
            "full": _contradictions(audit.full),
        },
        "draws": asdict(audit.draws) if audit.draws is not None else None,
        "rows_drawn": [asdict(row) for row in audit.rows_drawn],
    }


def _by_name(names: Sequence[str], counts: Array) -> dict[str, int]:
    """Counts above 0 by name, the largest first."""
    order = np.argsort(-counts, kind="stable").tolist()
    return {names[at]: int(counts[at]) for at in order if counts[at]}


def _contradictions(found: Contradictions) -> Mapping[str, Any]:
    """Shares, pairs and the largest clashes."""
    return {
        "spans": sum(found.spans.values()),
        "share": found.share,
        "shares": found.shares,
        "lines": found.lines,
        "sources": source_clashes(found),
        "pairs": [asdict(pair) for pair in pairs(found)],
        "clashes": [asdict(clash) | {"kind": clash.kind} for clash in found.clashes[:_CLASHES]],
    }
