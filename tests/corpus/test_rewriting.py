"""Light changes to rows as written."""

from __future__ import annotations

import random

import pytest

from postwright.corpus.records import Components, Row
from postwright.corpus.rewriting import rewrite, split_values, without_commas

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


@pytest.mark.parametrize(
    ("town_part", "expected"),
    [
        ("葵区梅屋町", ["葵区", "梅屋町"]),
        ("葵区梅屋", ["葵区梅屋"]),  # the composer has cut it
    ],
)
def test_values_side_by_side_become_spans_of_their_own(town_part, expected) -> None:
    """Where the text is still that of the source."""
    parts = Components("JP", {}, "kenall", {"dependent_locality": ("葵区", "梅屋町")})
    raw = f"〒420-0038 静岡市{town_part}"
    spans = ((1, 9, "postcode"), (10, 13, "locality"), (13, len(raw), "dependent_locality"))
    row = split_values(Row(raw, spans, "JP", "kenall"), parts)
    found = [row.raw[s:e] for s, e, tag in row.spans if tag == "dependent_locality"]
    assert found == expected
    assert row.spans[:2] == spans[:2]
