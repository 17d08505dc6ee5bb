"""The way of an address, from text to tree: read `STAGES` from top to bottom.

Each stage is a function of the rows and the model, and fills in its columns of the rows; `run.py`
sends rows through them. What a row holds never raises: a row that cannot be parsed carries the
reason in its `Parse.error`. The contract of stages is docs/pipeline.md.
"""

from __future__ import annotations

import reprlib
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from postwright.decoder import Parse, parses_of
from postwright.parser.locale import locate_rows
from postwright.parser.model import Model
from postwright.parser.places import add_places
from postwright.parser.placing import place_readings
from postwright.parser.reading_table import ReadingTable, WordReading
from postwright.parser.readings import place_reading, read_group
from postwright.parser.rows import NO_LIMITS, Limits, Rows
from postwright.parser.run import run_stages
from postwright.parser.stages import Stage
from postwright.parser.tagging import decide_surely, tag_in_groups
from postwright.parser.watch import Run
from postwright.text import Encoded, encode

__all__ = ["LOCALE", "PLACES", "STAGES", "Stage", "run_pipeline"]


#: Texts that are cut into words before the clock is looked at again.
_ENCODE_ROWS = 64


def admit_rows(rows: Rows, model: Model) -> None:
    """Take what is a text; anything else becomes an empty text and an error."""
    rows.texts = list(rows.raws)
    rows.origins = [None] * len(rows.raws)
    rows.errors = [
        None if isinstance(row, str) else f"not a str but {type(row).__name__}: {reprlib.repr(row)}"
        for row in rows.given
    ]


def encode_rows(rows: Rows, model: Model) -> None:
    """Cut texts into words with offsets, and words into pieces, shapes and gaps."""
    for first in range(0, len(rows.texts), _ENCODE_ROWS):
        rows.check()
        rows.encoded += encode(model.tokenizer, rows.texts[first : first + _ENCODE_ROWS])
    for row, origins in enumerate(rows.origins):
        if origins is not None:
            rows.encoded[row] = _where_it_came_from(rows.encoded[row], origins)


def tag_rows(rows: Rows, model: Model) -> None:
    """Score every label for every word, in groups of rows of about the same length."""
    rows.groups = tag_in_groups(rows.encoded, model.tagger, check=rows.check)


def decode_rows(rows: Rows, model: Model) -> None:
    """Find the best label path of every row, its spans in words, and how probable they are."""
    rows.next_readings = [[] for _ in rows.texts]
    parts = []
    for group in rows.groups:
        rows.check()
        decision = decide_surely(group, rows.encoded, model)
        parts.append(read_group(rows, group, decision.paths, model))
    rows.readings = ReadingTable.join(len(rows.texts), parts, model.label_set.tags)


def calibrate_rows(rows: Rows, model: Model) -> None:
    """Say how often answers like these are right, where the model has a calibration."""
    if model.calibration is None:
        return
    calibrate = model.calibration.of_readings
    if isinstance(rows.readings, ReadingTable):
        rows.readings = model.calibration.of_table(rows.readings)
    else:
        rows.readings = calibrate(rows.readings)
    for row, others in enumerate(rows.next_readings):
        if others:
            rows.next_readings[row] = [one for one in calibrate(others) if one is not None]


def build_rows(rows: Rows, model: Model) -> None:
    """Put the spans of every reading into its text, trimmed and in order."""
    rows.check()
    table = rows.readings
    if not isinstance(table, ReadingTable):
        table = ReadingTable.join(len(rows.raws), [], model.label_set.tags)
        table.given.update(enumerate(rows.readings))
    spans = place_readings(table, rows.raws, rows.encoded, rows.origins)
    said = table.probabilities
    sure = said if table.calibrated is None else table.calibrated
    rows.parses = parses_of(rows.raws, spans, sure.tolist(), said.tolist())
    empty = np.flatnonzero(np.diff(spans.offsets) == 0).tolist()
    others = (row for row, found in enumerate(rows.next_readings) if found)
    for row in {*empty, *others, *table.given}:
        rows.parses[row] = _parse_alone(rows, row, table[row])


def abstain_rows(rows: Rows, model: Model) -> None:
    """Withhold what is less sure than was asked for."""
    if rows.limits.parse > 0 or rows.limits.tags:
        rows.parses = [_sure_part(parse, rows.limits) for parse in rows.parses]


#: The way from text to tree. Every row passes every stage.
STAGES: tuple[Stage, ...] = (
    Stage("admit", admit_rows, needs=("raws",), gives=("texts", "origins", "errors")),
    Stage("encode", encode_rows, needs=("texts", "origins"), gives=("encoded",)),
    Stage("tag", tag_rows, needs=("encoded",), gives=("groups",)),
    Stage(
        "decode",
        decode_rows,
        needs=("texts", "encoded", "groups"),
        gives=("readings", "next_readings"),
    ),
    Stage(
        "calibrate",
        calibrate_rows,
        needs=("readings", "next_readings"),
        gives=("readings", "next_readings"),
        on_failure="degrade",
    ),
    Stage(
        "build",
        build_rows,
        needs=("origins", "encoded", "errors", "readings", "next_readings"),
        gives=("parses",),
    ),
    Stage("abstain", abstain_rows, needs=("parses",), gives=("parses",)),
)

#: Country and language. Not among `STAGES`: it is Python, row by row, and few ask for it.
LOCALE = Stage("locale", locate_rows, needs=("parses",), gives=("parses",), on_failure="degrade")

#: The places that localities may be; not among `STAGES` for the same reason.
PLACES = Stage("places", add_places, needs=("parses",), gives=("parses",), on_failure="degrade")


def run_pipeline(
    given: Sequence[object],
    model: Model,
    *,
    candidates: int = 1,
    stages: Sequence[Stage] = STAGES,
    limits: Limits = NO_LIMITS,
    country: str | None = None,
    run: Run | None = None,
) -> list[Parse]:
    """Send rows through the stages; the parses come back in the order of the rows."""

    def make(some: Sequence[object]) -> Rows:
        raws = [row if isinstance(row, str) else "" for row in some]
        return Rows(some, candidates, limits, country, raws=raws)

    return run_stages(given, model, stages=stages, make=make, run=run or Run())


def _where_it_came_from(encoded: Encoded, origins: Sequence[tuple[int, int]]) -> Encoded:
    """The words of a rewritten text with offsets into the caller's, still in order."""
    if not len(encoded):
        return encoded
    table = np.array(origins, dtype=np.int32)  # [code points, 2]
    starts, ends = table[encoded.starts, 0], table[encoded.ends - 1, 1]
    ends = np.maximum.accumulate(ends)
    starts = np.maximum(starts, np.concatenate(([0], ends[:-1])))  # no word reaches into the next
    return replace(
        encoded, starts=starts.astype(np.int32), ends=np.maximum(starts, ends).astype(np.int32)
    )


def _sure_part(parse: Parse, limits: Limits) -> Parse:
    """A parse without what is less sure than the limits; what is left out is listed."""
    if not parse.spans:
        return parse
    if parse.probability < limits.parse:
        reason = f"abstained: probability {parse.probability:.3g} is below {limits.parse:g}"
        return replace(parse, spans=(), withheld=parse.spans, error=reason)
    held = tuple(s for s in parse.spans if s.probability < limits.tags.get(s.tag, 0.0))
    if not held:
        return parse
    kept = tuple(span for span in parse.spans if span not in held)
    error = None if kept else "abstained: every span is below the threshold of its tag"
    return replace(parse, spans=kept, withheld=held, error=error)


def _parse_alone(rows: Rows, row: int, reading: WordReading | None) -> Parse:
    """The parse of a row that has more than spans: candidates, an error, a reading of its own."""
    text, encoded = rows.raws[row], rows.encoded[row]
    if reading is None:
        return Parse(text, error=rows.errors[row] or _why_nothing(text))
    others = tuple(_parse(text, encoded, other) for other in rows.next_readings[row])
    return replace(_parse(text, encoded, reading), candidates=others)


def _parse(text: str, encoded: Encoded, reading: WordReading) -> Parse:
    """A reading as a parse."""
    spans = place_reading(text, encoded, reading)
    return Parse(
        text,
        spans,
        probability=reading.probability if reading.calibrated is None else reading.calibrated,
        probability_raw=reading.probability,
        error=None if spans else _why_nothing(text),
    )


def _why_nothing(text: str) -> str:
    """Why no span was found in a text."""
    if not text:
        return "the text is empty"
    if text.isspace():
        return "the text holds only white space"
    if not any(map(str.isalnum, text)):
        return "the text holds no letter and no digit"
    return "no part of an address was found in the text"
