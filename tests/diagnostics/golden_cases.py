"""Rows and predictions of tests, written as texts instead of offsets."""

from __future__ import annotations

from postwright.diagnostics.evaluation import Judged, judge
from postwright.diagnostics.results import Prediction
from postwright.golden import GoldenRow
from postwright.golden.placement import place_surfaces
from postwright.golden.records import LabelledSpan
from postwright.labels import FULL, LabelSet

Surfaces = dict[str, list[str]]

RAW = "5 Elm St, Springfield, IL 62701"
TAGS: Surfaces = {
    "house_number": ["5"],
    "street": ["Elm St"],
    "locality": ["Springfield"],
    "region": ["IL"],
    "postcode": ["62701"],
}


def found(raw: str, *pieces: tuple[str, str]) -> tuple[LabelledSpan, ...]:
    """Spans of (tag, text) pairs, each at the first place behind the one before, cut as written."""
    spans, at = [], 0
    for tag, text in pieces:
        start = raw.index(text, at)
        at = start + len(text)
        spans.append((start, at, tag))
    return tuple(spans)


def golden(raw: str = RAW, tags: Surfaces | None = None, **fields: object) -> GoldenRow:
    """A golden row."""
    spans = tuple(place_surfaces(raw, TAGS if tags is None else tags))
    return GoldenRow(**{"id": raw, "raw": raw, "spans": spans, **fields})  # type: ignore[arg-type]


def without(row: GoldenRow, *tags: str) -> Prediction:
    """The golden spans as a prediction, those of some tags left out."""
    spans = tuple(span for span in row.spans if span[2] not in tags)
    return Prediction(spans=spans, probabilities=(0.9,) * len(spans), probability=0.8)


def judged(
    rows: list[GoldenRow],
    predictions: list[Prediction],
    *,
    name: str = "model",
    label_set: LabelSet = FULL,
    rule: str = "folded",
) -> Judged:
    """Predictions held against rows."""
    return judge(name, rows, predictions, label_set=label_set, rule=rule)
