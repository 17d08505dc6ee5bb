"""The way of an address, from text to tree: read `STAGES` from top to bottom.

Each stage is a function of the rows and the model, and fills in its part of the rows. What a row
holds never raises: a row that cannot be parsed carries the reason in its `Parse.error`.
"""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Sequence
from typing import NamedTuple

from postwright.decoder import Parse
from postwright.parser.model import Model
from postwright.parser.readings import place_reading, read_group
from postwright.parser.rows import Rows, WordReading
from postwright.parser.tagging import decide_surely, tag_in_groups
from postwright.text import Encoded, encode

__all__ = ["STAGES", "Stage", "run_pipeline"]


class Stage(NamedTuple):
    """A named step of the pipeline."""

    name: str
    run: Callable[[Rows, Model], None]


def admit_rows(rows: Rows, model: Model) -> None:
    """Take what is a text; anything else becomes an empty text and an error."""
    for row in rows.given:
        if isinstance(row, str):
            rows.texts.append(row)
            rows.errors.append(None)
        else:
            rows.texts.append("")
            rows.errors.append(f"not a str but {type(row).__name__}: {reprlib.repr(row)}")


def encode_rows(rows: Rows, model: Model) -> None:
    """Cut texts into words with offsets, and words into pieces, shapes and gaps."""
    rows.encoded = encode(model.tokenizer, rows.texts)


def tag_rows(rows: Rows, model: Model) -> None:
    """Score every label for every word, in groups of rows of about the same length."""
    rows.groups = tag_in_groups(rows.encoded, model.tagger)


def decode_rows(rows: Rows, model: Model) -> None:
    """Find the best label path of every row, its spans in words, and how probable they are."""
    rows.readings = [None] * len(rows.texts)
    rows.next_readings = [[] for _ in rows.texts]
    for group in rows.groups:
        decision = decide_surely(group, rows.encoded, model)
        read_group(rows, group, decision.paths, model)


def build_rows(rows: Rows, model: Model) -> None:
    """Put the spans of every reading into its text, trimmed and in order."""
    columns = (rows.texts, rows.encoded, rows.errors, rows.readings, rows.next_readings)
    rows.parses = [
        _unparsed(text, error) if reading is None else _parse(text, encoded, reading, others)
        for text, encoded, error, reading, others in zip(*columns, strict=True)
    ]


#: The way from text to tree. Every row passes every stage.
STAGES: tuple[Stage, ...] = (
    Stage("admit", admit_rows),
    Stage("encode", encode_rows),
    Stage("tag", tag_rows),
    Stage("decode", decode_rows),
    Stage("build", build_rows),
)


def run_pipeline(
    given: Sequence[object],
    model: Model,
    *,
    candidates: int = 1,
    stages: Sequence[Stage] = STAGES,
) -> list[Parse]:
    """Send rows through the stages; the parses come back in the order of the rows."""
    rows = Rows(given, candidates)
    for stage in stages:
        stage.run(rows, model)
    return rows.parses


def _parse(
    text: str, encoded: Encoded, reading: WordReading, others: Sequence[WordReading]
) -> Parse:
    """The parse of a row that has words."""
    spans = place_reading(text, encoded, reading)
    return Parse(
        text,
        spans,
        probability=reading.probability,
        probability_raw=reading.probability,
        candidates=tuple(_parse(text, encoded, other, ()) for other in others),
        error=None if spans else _why_nothing(text),
    )


def _unparsed(text: str, error: str | None) -> Parse:
    """The result of a row without words."""
    return Parse(text, error=error or _why_nothing(text))


def _why_nothing(text: str) -> str:
    """Why no span was found in a text."""
    if not text:
        return "the text is empty"
    if text.isspace():
        return "the text holds only white space"
    if not any(map(str.isalnum, text)):
        return "the text holds no letter and no digit"
    return "no part of an address was found in the text"
