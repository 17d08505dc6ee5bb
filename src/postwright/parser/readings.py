"""From label paths to readings: which words make a span, and how probable that is."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt

from postwright.decoder import (
    Marginals,
    Span,
    distinct_readings,
    find_spans,
    marginals,
    place_span,
    word_spans,
)
from postwright.labels import LabelSet
from postwright.parser.model import Model
from postwright.parser.reading_table import ReadingPart, WordReading
from postwright.parser.rows import Group, Rows
from postwright.text import Encoded

__all__ = ["place_reading", "read_group"]


def read_group(rows: Rows, group: Group, paths: npt.NDArray[np.int64], model: Model) -> ReadingPart:
    """The best readings of a group's rows; the next ones go into the rows, if asked for.

    Args:
        rows: where the next readings go.
        group: its members and their emissions.
        paths: the best path of each member, int64 ``[batch, words]``, 0 at padding.
        model: gives transitions and labels.
    """
    table = marginals(group.emissions, group.mask, model.transitions)
    logs = table.path_log_probabilities(paths)  # [batch]
    places, firsts, stops, tags = find_spans(paths)
    sure = table.span_probabilities(places, firsts, stops, 2 * tags + 1)
    if rows.candidates > 1:
        for place, member in enumerate(group.members.tolist()):
            found = _next_readings(rows, group, table, place, float(logs[place]), model)
            rows.next_readings[member] = found
    return ReadingPart(
        group.members, np.exp(logs), group.members[places], firsts, stops, tags, sure
    )


def _next_readings(
    rows: Rows, group: Group, table: Marginals, place: int, best_log: float, model: Model
) -> list[WordReading]:
    """The most probable different readings of one row, by list Viterbi."""
    member = int(group.members[place])
    text, encoded = rows.raws[member], rows.encoded[member]

    def placed(path: npt.NDArray[np.int64]) -> Hashable:
        rows.check()
        spans = word_spans(path.tolist(), model.label_set)
        reading = WordReading(spans, [1.0] * len(spans), 1.0)
        return tuple(
            (span.tag, span.start, span.end) for span in place_reading(text, encoded, reading)
        )

    found = distinct_readings(
        group.emissions[place, : len(encoded)],
        model.transitions,
        count=rows.candidates,
        best_log_probability=best_log,
        key=placed,
    )
    paths = [reading.path.tolist() for reading in found]
    probabilities = [reading.probability for reading in found]
    return _readings(table, place, paths, probabilities, model.label_set)


def _readings(
    table: Marginals,
    place: int,
    paths: Sequence[Sequence[int]],
    probabilities: Sequence[float],
    label_set: LabelSet,
) -> list[WordReading]:
    """Readings of label paths of one row of the table's batch."""
    found = [word_spans(path, label_set) for path in paths]
    flat = [
        (place, span.first, span.stop, label_set.begin(span.tag))
        for spans in found
        for span in spans
    ]
    columns = np.array(flat, dtype=np.int64).reshape(-1, 4).T
    sure = iter(table.span_probabilities(*columns).tolist())
    return [
        WordReading(spans, [next(sure) for _ in spans], probability)
        for spans, probability in zip(found, probabilities, strict=True)
    ]


def place_reading(text: str, encoded: Encoded, reading: WordReading) -> tuple[Span, ...]:
    """Spans of a reading in the caller's text; those that trim to nothing are dropped."""
    words = list(zip(encoded.starts.tolist(), encoded.ends.tolist(), strict=True))
    raw = reading.span_probabilities
    sure = raw if reading.calibrated_spans is None else reading.calibrated_spans
    placed = (
        place_span(text, words, span, probability=probability, probability_raw=said)
        for span, probability, said in zip(reading.spans, sure, raw, strict=True)
    )
    return tuple(span for span in placed if span is not None)
