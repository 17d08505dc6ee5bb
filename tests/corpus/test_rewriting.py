"""Light changes to rows as written."""

from __future__ import annotations

import random

from postwright.corpus.records import Row
from postwright.corpus.rewriting import rewrite, without_commas

ROW = Row(
    "5 Elm St, Barre, VT",
    ((0, 1, "house_number"), (2, 8, "street"), (10, 15, "locality"), (17, 19, "region")),
    "US",
    "example",
)


def test_spans_stay_on_their_text() -> None:
    """Whatever is changed, each span covers the same letters."""
    texts = set()
    for seed in range(60):
        row = rewrite(ROW, 0.6, random.Random(seed))
        texts.add(row.raw)
        parts = [(row.raw[start:end].casefold(), tag) for start, end, tag in row.spans]
        assert parts == [(ROW.raw[s:e].casefold(), tag) for s, e, tag in ROW.spans]
    assert {ROW.raw, "5 elm st barre vt", "5 ELM ST, BARRE, VT"} <= texts


def test_no_chance_no_change() -> None:
    """At 0 the row is returned as it is."""
    assert rewrite(ROW, 0.0, random.Random(1)) is ROW


def test_commas_inside_a_span_or_between_joined_words_stay() -> None:
    """`M Street, NW` is one span; `Elm,Barre` would become one word."""
    row = Row("M Street, NW,Barre, VT", ((0, 12, "street"), (13, 18, "locality")), "US", "x")
    assert without_commas(row).raw == "M Street, NW,Barre VT"
