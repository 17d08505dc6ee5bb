"""Contradictions and duplicates of a whole corpus, out of the hashes of its spans and rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from postwright.corpus.audit.decoding import read_rows, read_surfaces
from postwright.corpus.audit.surfaces import Lines, Surfaces, unpack
from postwright.corpus.audit.vocabulary import Vocabulary
from postwright.corpus.contradictions import EXAMPLES, Clash, Contradictions, largest_first
from postwright.corpus.shards import Shards
from postwright.labels import TAGS
from postwright.text import MAX_WORDS

__all__ = ["Duplicates", "contradictions_of", "duplicates_of", "several_labels"]

Array = npt.NDArray[Any]

#: Groups of clashes, the largest first, whose examples are read back.
_SHOWN = 400
#: Most repeated lines that are shown.
_LINES = 12


@dataclass(frozen=True)
class Duplicates:
    """Rows that say what another row says, letter case and punctuation aside.

    Attributes:
        rows: rows looked at.
        lines: different lines among them.
        by_source: rows of a source whose line an earlier row has, of any source.
        most: the most repeated lines and how often they stand in the corpus.
    """

    rows: int
    lines: int
    by_source: dict[str, int]
    most: tuple[tuple[str, int], ...]

    @property
    def share(self) -> float:
        """Rows whose line an earlier row has, among all rows."""
        return 1 - self.lines / max(1, self.rows)


def contradictions_of(
    table: Surfaces,
    lines: dict[str, int],
    shards: Shards,
    vocabulary: Vocabulary,
    *,
    tags: Sequence[str],
) -> Contradictions:
    """What `find_contradictions` would find in the rows that the table was made of.

    Args:
        table: the surfaces of all spans.
        lines: lines with several labellings, by source.
        shards: where the spans stand.
        vocabulary: of the corpus.
        tags: the tags that count, the first ones of `TAGS`.
    """
    kept = unpack(table.keys)[1] < len(tags)
    table = Surfaces(table.keys[kept], table.counts[kept], table.places[kept])
    _, tag, source, _ = unpack(table.keys)
    groups = sorted(_groups(table, shards), key=lambda group: -int(table.counts[group.at].sum()))
    shown = [group.at[:EXAMPLES] for group in groups[:_SHOWN]]
    texts = read_surfaces(shards, (at for some in shown for at in table.places[some]), vocabulary)
    clashes = (
        Clash(
            source=shards.sources[source[group.at[0]]],
            country=shards.countries[group.country],
            tag=TAGS[tag[group.at[0]]],
            usual=TAGS[group.usual],
            count=int(table.counts[group.at].sum()),
            examples=tuple(
                texts[place] for place in table.places[group.at[:EXAMPLES]] if place in texts
            ),
            bare=group.bare,
        )
        for group in groups
    )
    spans = np.bincount(source, table.counts, minlength=len(shards.sources)).astype(np.int64)
    counted = zip(shards.sources, spans.tolist(), strict=True)
    return Contradictions(
        {name: count for name, count in counted if count},
        tuple(sorted(clashes, key=largest_first)),
        lines,
    )


class _Group(NamedTuple):
    """Entries of one clash, the commonest first."""

    at: Array
    country: int
    usual: int
    bare: bool


def _groups(table: Surfaces, shards: Shards) -> list[_Group]:
    """Contradicting entries by source, country, tag, usual tag and whether there are letters."""
    surface, tag, source, letters = unpack(table.keys)
    usual = _usual(surface, tag, table.counts)
    at = np.flatnonzero(tag != usual)
    country = shards.country_ids()[table.places[at] // MAX_WORDS]
    sizes = (len(shards.sources), len(shards.countries), len(TAGS), len(TAGS), 2)
    codes = np.ravel_multi_index((source[at], country, tag[at], usual[at], letters[at]), sizes)
    order = np.lexsort((-table.counts[at], codes))
    at, codes = at[order], codes[order]
    starts = np.flatnonzero(np.diff(codes, prepend=-1))
    groups = []
    for code, entries in zip(codes[starts], np.split(at, starts[1:]), strict=False):
        _, place, _, right, lettered = np.unravel_index(code, sizes)
        groups.append(_Group(entries, int(place), int(right), not lettered))
    return groups


def _usual(surface: Array, tag: Array, counts: Array) -> Array:
    """The tag that most spans of an entry's surface have, ``[entries]``; of equals the last name.

    Args:
        surface: hash of each entry's words, sorted.
        tag: its tag's position in `TAGS`.
        counts: its spans.
    """
    if not len(surface):
        return tag
    number = np.cumsum(np.append(0, surface[1:] != surface[:-1]))  # of the surface
    pairs, inverse = np.unique(number * len(TAGS) + tag, return_inverse=True)
    spans = np.bincount(inverse, counts)  # [pairs] over all sources
    by_name = np.argsort(np.argsort(TAGS))[pairs % len(TAGS)]
    order = np.lexsort((by_name, spans, pairs // len(TAGS)))
    last = np.append(np.diff(pairs[order] // len(TAGS)) != 0, True)
    usual: Array = (pairs[order][last] % len(TAGS))[number]
    return usual


def several_labels(lines: Lines, sources: Array, names: Sequence[str]) -> dict[str, int]:
    """Lines that occur with different labels: for each of the labellings its source once.

    Args:
        lines: hashes of all rows.
        sources: source id of each row.
        names: the sources.
    """
    _, first = np.unique(lines.labels, return_index=True)  # one row of each labelling
    _, inverse, ways = np.unique(lines.keys[first], return_inverse=True, return_counts=True)
    found = np.bincount(sources[first][ways[inverse] > 1], minlength=len(names))
    return {name: count for name, count in zip(names, found.tolist(), strict=True) if count}


def duplicates_of(
    lines: Lines, sources: Array, numbers: Array, shards: Shards, vocabulary: Vocabulary
) -> Duplicates:
    """Rows whose words an earlier row has.

    Args:
        lines: hashes of all rows that are looked at.
        sources: source id of each of them.
        numbers: row number of each of them.
        shards: where they stand.
        vocabulary: of the corpus.
    """
    _, first, counts = np.unique(lines.keys, return_index=True, return_counts=True)
    again = np.ones(len(lines.keys), dtype=bool)
    again[first] = False
    by_source = np.bincount(sources[again], minlength=len(shards.sources)).tolist()
    most = np.argsort(-counts, kind="stable")[:_LINES]
    most = most[counts[most] > 1]
    rows = read_rows(shards, numbers[first[most]].tolist(), vocabulary)
    texts = [rows[number].raw for number in numbers[first[most]].tolist()]
    return Duplicates(
        rows=len(lines.keys),
        lines=len(first),
        by_source={
            name: count for name, count in zip(shards.sources, by_source, strict=True) if count
        },
        most=tuple(zip(texts, counts[most].tolist(), strict=True)),
    )
