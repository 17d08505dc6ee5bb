"""The failing rows as the browser in the page reads them: plain lists, offsets of JavaScript."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

from postwright.decoder.formats.palette import colour_of
from postwright.diagnostics.classes import ERROR_CLASSES, Mistake, RowResult
from postwright.golden.records import LabelledSpan
from postwright.labels import TAGS

__all__ = ["MOST_ROWS", "browser_data"]

#: Rows that a page holds at most, so that a browser still opens it at once (about 3 MB).
MOST_ROWS = 5000

#: What is looked at first when there is more than a page holds.
_ORDER = {"broken": 0, "still": 1, "": 1, "fixed": 2}

_TAG_PLACES = {tag: place for place, tag in enumerate(TAGS)}
_CLASS_PLACES = {name: place for place, name in enumerate(ERROR_CLASSES)}


def browser_data(rows: Sequence[RowResult]) -> dict[str, Any]:
    """Everything that the row browser needs, for ``json.dumps``; newly broken rows come first.

    Tags and classes are written as their places in ``tags`` and ``classes``. A span is
    [start, end, tag, wrong, probability], a fault [kind, tag, class, gold, predicted, detail].
    """
    shown = sorted(rows, key=lambda row: _ORDER.get(row.change, 1))[:MOST_ROWS]
    return {
        "tags": list(TAGS),
        "colours": [colour_of(tag).page for tag in TAGS],
        "classes": list(ERROR_CLASSES),
        "rows": [_row(row) for row in shown],
    }


def _row(row: RowResult) -> dict[str, Any]:
    """One row; what it has nothing of is left out."""
    units = _units(row.raw)
    missed = {fault.gold for fault in row.mistakes if fault.kind == "missing"}
    wrong = {fault.predicted for fault in row.mistakes if fault.kind == "wrong"}
    written = {
        "id": row.id,
        "raw": row.raw,
        "country": row.country,
        "slices": list(row.slices),
        "source": row.source,
        "change": row.change,
        "adversarial": row.adversarial,
        "expected": row.expect == "fail",
        "probability": row.probability,
        "gold": _spans(row.gold, units, missed),
        "a": _spans(row.predicted, units, wrong, row.probabilities),
        "faults": [_fault(row.raw, fault) for fault in row.mistakes],
    }
    if row.baseline is not None:
        unlike = set(row.baseline) - set(row.gold)
        written["b"] = _spans(row.baseline, units, unlike)
    return {key: value for key, value in written.items() if value not in ("", None, False)}


def _spans(
    spans: Sequence[LabelledSpan],
    units: Sequence[int],
    wrong: Iterable[LabelledSpan | None],
    probabilities: Sequence[float] = (),
) -> list[list[float]]:
    """Spans in UTF-16 units, marked where they are wrong, with their probability if there is."""
    marked = set(wrong)
    written: list[list[float]] = [
        [units[start], units[end], _TAG_PLACES[tag], int((start, end, tag) in marked)]
        for start, end, tag in spans
    ]
    for span, probability in zip(written, probabilities, strict=False):
        span.append(round(probability, 3))
    return written


def _fault(raw: str, fault: Mistake) -> list[Any]:
    """One mistake, with texts for offsets."""
    sides = (
        None if span is None else raw[span[0] : span[1]] for span in (fault.gold, fault.predicted)
    )
    places = (_TAG_PLACES[fault.tag], _CLASS_PLACES[fault.error_class])
    return [fault.kind, *places, *sides, fault.detail]


def _units(raw: str) -> list[int]:
    """How many UTF-16 units stand before each code point, and before the end.

    >>> _units("a😀b")
    [0, 1, 3, 4]
    """
    return list(accumulate((1 + (character > "\uffff") for character in raw), initial=0))
