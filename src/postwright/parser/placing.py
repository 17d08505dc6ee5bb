"""From readings in words to spans in the caller's texts, all rows at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from postwright.decoder import SpanTable
from postwright.parser.reading_table import ReadingTable
from postwright.text import SHAPES, Encoded, trim

__all__ = ["place_readings"]

#: Shapes of the words that are letters or digits from end to end: a span that begins and ends on
#: one is never trimmed.
_SOLID = np.array(
    [name in {"lower", "title", "upper", "mixed", "single_upper", "caseless"}
     or name.startswith("digits_") for name in SHAPES]
)  # fmt: skip


def place_readings(
    readings: ReadingTable,
    raws: Sequence[str],
    encoded: Sequence[Encoded],
    origins: Sequence[object],
) -> SpanTable:
    """The spans of all rows, trimmed; those that trim to nothing are dropped.

    Args:
        readings: of all rows; those that were given in the place of others are left out.
        raws: the callers' texts.
        encoded: their words.
        origins: not None where a row's words are those of a rewritten text.
    """
    counts = np.diff(readings.offsets)  # [rows]
    rows = np.repeat(np.arange(len(readings)), counts)  # [spans]
    starts, ends, solid = _edges(readings, encoded, rows)
    rewritten = np.array([one is not None for one in origins], dtype=np.bool_)
    kept = np.ones(len(rows), dtype=np.bool_)
    for place in np.flatnonzero(~solid | rewritten[rows]).tolist():
        bounds = trim(raws[rows[place]], int(starts[place]), int(ends[place]))
        if bounds is None:
            kept[place] = False
        else:
            starts[place], ends[place] = bounds
    if readings.given:
        kept &= ~np.isin(rows, list(readings.given))
    offsets = np.zeros(len(readings) + 1, dtype=np.int64)
    np.cumsum(np.bincount(rows[kept], minlength=len(readings)), out=offsets[1:])
    said = readings.span_probabilities
    sure = said if readings.calibrated_spans is None else readings.calibrated_spans
    return SpanTable(
        offsets,
        starts[kept],
        ends[kept],
        readings.tags[kept],
        sure[kept],
        said[kept],
        readings.names,
    )


def _edges(
    readings: ReadingTable, encoded: Sequence[Encoded], rows: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """Start and end of each span [spans] before trimming, and whether both stand on solid words."""
    lengths = np.fromiter(map(len, encoded), dtype=np.int64, count=len(encoded))
    before = np.cumsum(lengths) - lengths  # [rows]: words of the rows in front
    first = before[rows] + readings.firsts  # [spans]
    last = before[rows] + readings.stops - 1
    starts, ends, shapes = (
        np.concatenate([np.zeros(0, dtype=np.int64), *columns])  # [words of all rows]
        for columns in (
            [row.starts for row in encoded],
            [row.ends for row in encoded],
            [row.shapes for row in encoded],
        )
    )
    solid = _SOLID[shapes]
    return starts[first], ends[last], solid[first] & solid[last]
