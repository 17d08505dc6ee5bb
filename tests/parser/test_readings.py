"""Readings and spans of many rows in columns, against each row by itself."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postwright import Parser
from postwright.decoder import WordSpan
from postwright.labels import FULL
from postwright.parser import STAGES, Model, Rows, Stage, insert_stage
from postwright.parser.model import load_model
from postwright.parser.placing import place_readings
from postwright.parser.reading_table import ReadingPart, ReadingTable, WordReading
from postwright.parser.readings import place_reading
from postwright.text import encode

PARTS = [
    "350",
    "5th",
    " ",
    ", ",
    "Ave.",
    "U.S.A.",
    "#4",
    "№ 5",
    "'s-Hert",
    "(a)",
    "°",
    "東京",
    "e\u0301",
    "๏",
]
READING = WordReading([WordSpan(0, 1, "street")], [0.5], 0.25)


@pytest.fixture(scope="module")
def model(tiny_bundle: Path) -> Model:
    """The tiny model, loaded once."""
    return load_model(tiny_bundle)


def table_of(readings: list[WordReading | None]) -> ReadingTable:
    """The same readings in columns, the rows handed in backwards."""
    parts = []
    for row, reading in reversed(list(enumerate(readings))):
        if reading is None:
            continue
        columns = [
            np.array(column, dtype=np.int64)
            for column in (
                [row] * len(reading.spans),
                [span.first for span in reading.spans],
                [span.stop for span in reading.spans],
                [FULL.tags.index(span.tag) for span in reading.spans],
            )
        ]
        sure = np.array(reading.span_probabilities)
        whole = (np.array([row]), np.array([reading.probability]))
        parts.append(ReadingPart(*whole, *columns, sure))
    return ReadingTable.join(len(readings), parts, FULL.tags)


def test_a_table_reads_like_the_list_that_it_was_made_of() -> None:
    """By place, from the end, in slices, and in a loop."""
    two = WordReading([WordSpan(0, 2, "unit"), WordSpan(3, 4, "country")], [0.5, 1.0], 0.5)
    readings = [None, two, WordReading([], [], 0.75), READING]
    table = table_of(readings)
    assert list(table) == readings
    assert (table[-1], table[1:3], len(table)) == (READING, readings[1:3], 4)
    with pytest.raises(IndexError):
        table[4]


def test_a_row_may_be_given_another_reading() -> None:
    """A copy made before does not see it."""
    table = table_of([None, READING])
    before = table.copy()
    table[0], table[-1] = READING, None
    assert list(table) == [READING, None]
    assert list(before) == [None, READING]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(PARTS), max_size=8).map("".join), max_size=5), st.randoms()
)
def test_spans_of_all_rows_are_placed_as_those_of_each_row(
    model: Model, texts: list[str], draw: object
) -> None:
    """Trimmed or dropped alike, whatever a span begins and ends on."""
    encoded = encode(model.tokenizer, texts)
    readings = [_drawn(len(row), draw) for row in encoded]
    table = place_readings(table_of(readings), texts, encoded, [None] * len(texts))
    for row, (text, words, reading) in enumerate(zip(texts, encoded, readings, strict=True)):
        expected = () if reading is None else place_reading(text, words, reading)
        assert table.spans(row, text) == expected


def _drawn(words: int, draw: object) -> WordReading | None:
    """Spans that tile some words."""
    edges = sorted(draw.sample(range(words + 1), draw.randint(0, words + 1)))  # type: ignore[attr-defined]
    spans = [WordSpan(a, b, "street") for a, b in pairwise(edges)]
    return WordReading(spans, [0.5] * len(spans), 0.25) if words else None


@pytest.mark.parametrize("as_list", [False, True])
def test_a_stage_may_change_readings(model: Model, as_list: bool) -> None:
    """One row of the table, or a list of its own in the place of the table."""

    def change(rows: Rows, model: Model) -> None:
        if as_list:
            rows.readings = list(rows.readings)
        rows.readings[1] = READING

    stage = Stage("change", change, ("readings",), ("readings",))
    texts = ["12 main street", "oak avenue", ""]
    plain = Parser(model).parse_batch(texts)
    found = Parser(model, stages=insert_stage(STAGES, stage, before="calibrate")).parse_batch(texts)
    assert found[1].components == {"street": ["oak"]}
    assert [found[0].components, found[2]] == [plain[0].components, plain[2]]
