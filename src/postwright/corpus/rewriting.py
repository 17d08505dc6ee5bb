"""Light changes to rows as written, so that a small source is not learnt by heart."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import accumulate

from postwright.corpus.records import Row

__all__ = ["rewrite", "without_commas"]


def rewrite(row: Row, chance: float, rng: random.Random) -> Row:
    """With that chance each, change the letter case and take the commas out.

    A row whose text has no case, or changes its length with it, keeps it.
    """
    if rng.random() < chance:
        raw = row.raw.lower() if rng.random() < 0.6 else row.raw.upper()
        if len(raw) == len(row.raw):
            row = replace(row, raw=raw, forms=(*row.forms, "recased"))
    if row.spans and rng.random() < chance:
        row = without_commas(row)
    return row


def without_commas(row: Row) -> Row:
    """The row without the commas between its spans.

    >>> row = Row("5 Elm St, Barre", ((2, 8, "street"), (10, 15, "locality")), "US", "example")
    >>> without_commas(row).raw
    '5 Elm St Barre'
    """
    inside = {at for start, end, _ in row.spans for at in range(start, end)}
    kept = [
        char != "," or at in inside or not _may_go(row.raw, at) for at, char in enumerate(row.raw)
    ]
    place = [0, *accumulate(kept)]
    raw = "".join(char for char, stays in zip(row.raw, kept, strict=True) if stays)
    spans = tuple((place[start], place[end], tag) for start, end, tag in row.spans)
    return replace(row, raw=raw, spans=spans, forms=(*row.forms, "comma-free"))


def _may_go(raw: str, at: int) -> bool:
    """Whether white space after the comma keeps its neighbours apart."""
    return at + 1 == len(raw) or raw[at + 1].isspace()
