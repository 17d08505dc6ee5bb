"""Light changes to rows that are already written."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import accumulate, pairwise

from postwright.corpus.records import Components, Row, Span

__all__ = ["rewrite", "split_values", "without_commas"]


def rewrite(row: Row, chance: float, rng: random.Random) -> Row:
    """With that chance each, change the letter case and take the commas out.

    So a small source is not so soon learnt by heart. A row whose text has no case, or changes its
    length with it, keeps it.
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


def split_values(row: Row, components: Components) -> Row:
    """The row with a span for each value of a field that holds several of them.

    >>> parts = Components("JP", {}, "kenall", {"dependent_locality": ("葵区", "梅屋町")})
    >>> row = Row("静岡市葵区梅屋町", ((0, 3, "locality"), (3, 8, "dependent_locality")), "JP", "")
    >>> split_values(row, parts).spans
    ((0, 3, 'locality'), (3, 5, 'dependent_locality'), (5, 8, 'dependent_locality'))

    A span whose text the composer has changed stays whole.
    """
    if not components.parts:
        return row
    spans: list[Span] = []
    for start, end, tag in row.spans:
        values = components.parts.get(tag, ())
        if row.raw[start:end] == "".join(values):
            edges = accumulate(map(len, values), initial=start)
            spans += [(first, last, tag) for first, last in pairwise(edges)]
        else:
            spans.append((start, end, tag))
    return replace(row, spans=tuple(spans))
