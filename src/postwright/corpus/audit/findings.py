"""Open a corpus and say what is in it: the audit as plain figures, ready for JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from postwright.corpus.audit.clashes import (
    Duplicates,
    contradictions_of,
    duplicates_of,
    several_labels,
)
from postwright.corpus.audit.decoding import read_rows
from postwright.corpus.audit.surfaces import Lines, Surfaces, line_keys, merged, span_keys
from postwright.corpus.audit.tally import Tally, tally
from postwright.corpus.audit.vocabulary import Vocabulary
from postwright.corpus.contradictions import Contradictions
from postwright.corpus.draws import DrawTables
from postwright.corpus.records import Row
from postwright.corpus.shards import Shards
from postwright.labels import CORE_TAGS, TAGS
from postwright.text import Tokenizer

__all__ = ["Audit", "audit_shards"]

Array = npt.NDArray[Any]

#: Rows that the audit looks at, at most: their surfaces must fit into memory.
MOST_ROWS = 8_000_000
#: Entries of surface tables that wait to be merged.
_WAITING = 4_000_000


@dataclass(frozen=True)
class Audit:
    """What is in a corpus.

    Attributes:
        name: what was opened.
        rows: rows of the corpus.
        seen: rows that were looked at, all of them up to `MOST_ROWS`.
        sources: names, in the order of the tally.
        countries: codes, in the order of the tally.
        tally: exact counts over the rows that were looked at.
        core: contradictions among the ten core tags.
        full: contradictions among all tags.
        duplicates: rows that say the same.
        rows_drawn: some rows, drawn evenly.
        draws: the mixture that a build draws from, and its written forms; None for shards alone,
            which do not hold them.
    """

    name: str
    rows: int
    seen: int
    sources: tuple[str, ...]
    countries: tuple[str, ...]
    tally: Tally
    core: Contradictions
    full: Contradictions
    duplicates: Duplicates
    rows_drawn: tuple[Row, ...]
    draws: DrawTables | None = None


def audit_shards(
    shards: Shards,
    tokenizer: Tokenizer,
    *,
    name: str,
    rows: int = 20,
    seed: int = 1,
    most: int = MOST_ROWS,
    draws: DrawTables | None = None,
    progress: Callable[[float], None] | None = None,
) -> Audit:
    """Audit a corpus; about 5 s of one core and 25 MB a million rows, over 150 MB.

    Args:
        shards: the corpus.
        tokenizer: the one that it was encoded with, as its digest says.
        name: of the corpus, for people.
        rows: rows to draw for showing.
        seed: decides which.
        most: rows looked at; of a larger corpus shards are taken evenly.
        draws: what the build drew from, where it is known.
        progress: called with the share that is done after each shard.

    Raises:
        TokenizerError: the tokenizer is another one.
    """
    tokenizer.check(expected_digest=shards.tokenizer_digest)
    vocabulary = Vocabulary(tokenizer)
    counted = _count(shards, _chosen(shards.part_sizes, most), vocabulary, progress)
    sources = shards.source_ids()[counted.numbers]
    lines = several_labels(counted.lines, sources, shards.sources)
    contradictions = [
        contradictions_of(counted.surfaces, lines, shards, vocabulary, tags=tags)
        for tags in (CORE_TAGS, TAGS)
    ]
    drawn = np.random.default_rng(seed).choice(
        counted.numbers, min(rows, len(counted.numbers)), replace=False
    )
    shown = read_rows(shards, drawn.tolist(), vocabulary)
    return Audit(
        name=name,
        rows=shards.rows,
        seen=len(counted.numbers),
        sources=shards.sources,
        countries=shards.countries,
        tally=counted.tally,
        core=contradictions[0],
        full=contradictions[1],
        duplicates=duplicates_of(counted.lines, sources, counted.numbers, shards, vocabulary),
        rows_drawn=tuple(shown[number] for number in drawn.tolist()),
        draws=draws,
    )


@dataclass
class _Counted:
    """What one pass over the shards gives; `numbers` are the rows that were looked at."""

    tally: Tally
    surfaces: Surfaces
    lines: Lines
    numbers: Array


def _chosen(sizes: Sequence[int], most: int) -> list[int]:
    """Shards to look at: all, or so many, evenly spread, as hold `most` rows.

    >>> _chosen([10, 10, 10, 10], 40), _chosen([10, 10, 10, 10], 20)
    ([0, 1, 2, 3], [0, 2])
    """
    every = max(1, -(-sum(sizes) // most))
    return list(range(0, len(sizes), every))


def _count(
    shards: Shards,
    chosen: Sequence[int],
    vocabulary: Vocabulary,
    progress: Callable[[float], None] | None,
) -> _Counted:
    """Count all chosen shards, one after the other."""
    first = np.cumsum([0, *shards.part_sizes])
    counted: Tally | None = None
    tables: list[Surfaces] = []
    lines: list[Lines] = []
    for done, number in enumerate(chosen, 1):
        part = shards.part(number)
        found = tally(
            part, vocabulary, sources=len(shards.sources), countries=len(shards.countries)
        )
        if counted is None:
            counted = found
        else:
            counted.add(found)
        tables.append(span_keys(part, vocabulary, int(first[number])))
        if sum(len(table.keys) for table in tables[1:]) > _WAITING:
            tables = [merged(tables)]
        lines.append(line_keys(part, vocabulary))
        if progress is not None:
            progress(done / len(chosen))
    assert counted is not None, "a corpus has a shard"
    return _Counted(
        counted,
        merged(tables),
        Lines(
            *(np.concatenate([getattr(some, key) for some in lines]) for key in ("keys", "labels"))
        ),
        np.concatenate([np.arange(first[number], first[number + 1]) for number in chosen]),
    )
