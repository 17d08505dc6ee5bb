"""Predictions of any parser from a file, one JSON object a line, for the rows of a golden set."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from postwright.diagnostics.foreign_labels import ADAPTERS, LIBPOSTAL_TAGS, PELIAS_TAGS, Piece
from postwright.diagnostics.results import Prediction
from postwright.diagnostics.usaddress_labels import LABEL_TAGS
from postwright.errors import InputError
from postwright.golden import GoldenRow
from postwright.golden.records import LabelledSpan
from postwright.labels import TAGS

__all__ = ["load_predictions"]

#: Name of a parser's labels → label → tag, for predictions that come with offsets.
_TAGS: dict[str, dict[str, str]] = {
    "libpostal": LIBPOSTAL_TAGS,
    "pelias": PELIAS_TAGS,
    "postwright": {tag: tag for tag in TAGS},
    "usaddress": LABEL_TAGS,
}

_EXPECTED = (
    'expected {"id": …} or {"raw": …} with "spans" [[start, end, label], …] or "components" '
    '{"label": ["text"]} or [["text", "label"], …]'
)


def load_predictions(
    path: Path, rows: Sequence[GoldenRow], *, labels: str = "postwright"
) -> list[Prediction]:
    """Read a parser's predictions for golden rows; about 50 µs a row.

    Args:
        path: a file of objects. Each names its row by `id` or `raw`, and says what was found in
            `spans` (with offsets; dictionaries as in our own JSON will do) or in `components`
            (texts: a dictionary, or pairs in the order of the text). `probability`, and
            `probabilities` beside `spans`, are read where they are there.
        rows: the golden rows; predictions of other rows are passed over.
        labels: whose labels they are, one of `ADAPTERS`.

    Raises:
        InputError: a line cannot be read, or a row has no prediction.
    """
    if labels not in ADAPTERS:
        raise InputError(f"labels {labels!r}: must be one of {', '.join(ADAPTERS)}")
    by_id = {row.id: row for row in rows}
    by_raw = {row.raw: row for row in rows}
    found: dict[str, Prediction] = {}
    for line, record in _records(path):
        row = by_id.get(str(record.get("id", ""))) or by_raw.get(str(record.get("raw", "")))
        if row is None:
            continue
        try:
            found[row.raw] = _prediction(row.raw, record, labels)
        except (InputError, TypeError, ValueError, KeyError) as error:
            raise InputError(f"{path}, line {line}: {error}; {_EXPECTED}") from error
    missing = [row.id for row in rows if row.raw not in found]
    if missing:
        raise InputError(
            f"{path}: {len(missing)} of {len(rows)} golden rows have no prediction, the first is "
            f"{missing[0]!r}; give one line for each, with empty components where nothing was found"
        )
    return [found[row.raw] for row in rows]


def _records(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a file with their lines."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except json.JSONDecodeError as error:
                raise InputError(f"{path}, line {number}: {error}") from error
            if not isinstance(record, dict) or not ("id" in record or "raw" in record):
                raise InputError(f"{path}, line {number}: names no row; {_EXPECTED}")
            yield number, record


def _prediction(raw: str, record: dict[str, Any], labels: str) -> Prediction:
    """One prediction from its object."""
    sure: tuple[float, ...] = ()
    if record.get("spans") is not None:
        spans, sure = _listed_spans(raw, record, labels)
    else:
        pieces, in_order = _pieces(record["components"])
        spans = ADAPTERS[labels](raw, pieces, in_order)
    probability, error = record.get("probability"), record.get("error")
    return Prediction(
        spans=spans,
        probabilities=sure,
        probability=None if probability is None else float(probability),
        error=None if error is None else str(error),
    )


def _listed_spans(
    raw: str, record: dict[str, Any], labels: str
) -> tuple[tuple[LabelledSpan, ...], tuple[float, ...]]:
    """Spans given with offsets, and their probabilities if every one has one."""
    listed = [_span(item) for item in record["spans"]]
    given = record.get("probabilities") or [None] * len(listed)
    spans, sure = [], []
    for (start, end, label, own), beside in zip(listed, given, strict=True):
        tag = _TAGS[labels].get(label)
        if tag is None and labels == "postwright":
            raise InputError(f"unknown tag {label!r}")
        if not 0 <= start <= end <= len(raw):
            raise InputError(
                f"span [{start}, {end}] lies outside the text of {len(raw)} characters"
            )
        if tag is not None:
            spans.append((start, end, tag))
            sure.append(beside if own is None else own)
    everywhere = all(probability is not None for probability in sure)
    return tuple(spans), tuple(map(float, sure)) if everywhere else ()


def _span(item: Any) -> tuple[int, int, str, float | None]:
    """A span as a list or as a dictionary."""
    if isinstance(item, dict):
        return item["start"], item["end"], item["tag"], item.get("probability")
    start, end, label = item
    return start, end, label, None


def _pieces(components: Any) -> tuple[list[Piece], bool]:
    """Texts with labels, and whether they come in the order of the text."""
    if isinstance(components, list):
        return [(str(text), str(label)) for text, label in components], True
    pieces: list[Piece] = []
    for label, texts in components.items():
        pieces += [(text, label) for text in ([texts] if isinstance(texts, str) else texts)]
    return pieces, False
