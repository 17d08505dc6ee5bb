"""Golden rows: an address, its right spans, and the JSON-lines files that hold them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from postwright.errors import InputError
from postwright.labels import TAGS
from postwright.text import trim

__all__ = ["GoldenRow", "LabelledSpan", "check_spans", "load_jsonl", "trim_spans"]

#: Start and end in code points of the raw text (end exclusive), and the tag.
LabelledSpan = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class GoldenRow:
    """One address with its right spans, trimmed, sorted and without overlap."""

    id: str
    raw: str
    spans: tuple[LabelledSpan, ...]
    country: str = ""
    slice: str = ""
    source: str = ""


def trim_spans(raw: str, spans: Iterable[LabelledSpan]) -> tuple[LabelledSpan, ...]:
    """Cut each span to the edges that a parser gives; a span of punctuation alone is dropped.

    >>> trim_spans("5 Elm St., 12345.", [(0, 1, "house_number"), (11, 17, "postcode")])
    ((0, 1, 'house_number'), (11, 16, 'postcode'))
    """
    trimmed = []
    for start, end, tag in spans:
        edges = trim(raw, start, end)
        if edges is not None:
            trimmed.append((*edges, tag))
    return tuple(trimmed)


def check_spans(raw: str, spans: Iterable[LabelledSpan]) -> None:
    """Refuse spans that no parse could have.

    Raises:
        InputError: a tag is unknown, a span is empty or outside the text, or two spans overlap
            or stand in the wrong order.
    """
    last_end = 0
    for start, end, tag in spans:
        if tag not in TAGS:
            raise InputError(f"unknown tag {tag!r}; known are: {', '.join(TAGS)}")
        if not 0 <= start < end <= len(raw):
            raise InputError(
                f"span [{start}, {end}] lies outside the text of {len(raw)} characters"
            )
        if start < last_end:
            raise InputError(f"span [{start}, {end}] overlaps the one before it or is out of order")
        last_end = end


def load_jsonl(path: Path) -> list[GoldenRow]:
    """Read a golden file: one object a line with ``raw`` and ``spans`` [[start, end, tag], ...].

    ``id``, ``country``, ``slice`` and ``source`` may stand beside them; blank lines are skipped.

    Raises:
        InputError: a line is no such object; the message names file and line.
    """
    rows = list(_rows(path))
    if not rows:
        raise InputError(f"{path}: holds no row; expected one JSON object a line")
    return rows


def _rows(path: Path) -> Iterator[GoldenRow]:
    """The rows of a file, errors with the place where they are."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                yield _row(json.loads(line), default_id=f"{path.stem}:{number}")
            except ValueError as error:  # InputError and JSONDecodeError are ValueErrors
                raise InputError(f"{path}, line {number}: {error}") from error


def _row(record: Any, *, default_id: str) -> GoldenRow:
    """One row from its JSON object."""
    if not isinstance(record, dict) or not isinstance(record.get("raw"), str):
        raise InputError(
            'expected an object like {"raw": "5 Elm St", "spans": [[0, 1, "house_number"]]}'
        )
    raw = record["raw"]
    spans = trim_spans(raw, _checked(raw, record.get("spans")))
    return GoldenRow(
        id=str(record.get("id", default_id)),
        raw=raw,
        spans=spans,
        country=str(record.get("country", "")),
        slice=str(record.get("slice", "")),
        source=str(record.get("source", "")),
    )


def _checked(raw: str, listed: Any) -> list[LabelledSpan]:
    """The spans of a JSON row as tuples in the order of the text, refused if they cannot be."""
    if not isinstance(listed, list):
        raise InputError("`spans` is missing or no list; expected [[start, end, tag], ...]")
    spans = []
    for item in listed:
        match item:
            case [int(start), int(end), str(tag)]:
                spans.append((start, end, tag))
            case _:
                raise InputError(f"span {item!r} is not [start, end, tag]")
    spans.sort()
    check_spans(raw, spans)
    return spans
