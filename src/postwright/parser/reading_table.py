"""The readings of many rows as columns of numbers, until somebody asks for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeAlias, overload

import numpy as np
import numpy.typing as npt

from postwright.decoder import WordSpan

__all__ = ["ReadingPart", "ReadingTable", "WordReading"]

Integers: TypeAlias = npt.NDArray[np.int64]
Doubles: TypeAlias = npt.NDArray[np.float64]


class WordReading(NamedTuple):
    """One way to read a row, counted in words.

    Attributes:
        spans: in the order of the text, before trimming.
        span_probabilities: one for each of `spans`.
        probability: that of the whole reading.
        calibrated_spans: `span_probabilities` as they were calibrated, or None.
        calibrated: `probability` as it was calibrated, or None.
    """

    spans: list[WordSpan]
    span_probabilities: list[float]
    probability: float
    calibrated_spans: list[float] | None = None
    calibrated: float | None = None


class ReadingPart(NamedTuple):
    """The readings of a group's rows: what `ReadingTable.join` puts together.

    Attributes:
        members: int64 [batch], the row of each.
        probabilities: float64 [batch].
        rows: int64 [spans], the row that each span belongs to.
        firsts: int64 [spans], first word.
        stops: int64 [spans], word behind the last one.
        tags: int64 [spans], places in the label set.
        span_probabilities: float64 [spans].
    """

    members: Integers
    probabilities: Doubles
    rows: Integers
    firsts: Integers
    stops: Integers
    tags: Integers
    span_probabilities: Doubles


@dataclass(slots=True, eq=False)
class ReadingTable(Sequence[WordReading | None]):
    """The best reading of every row, None for a row without words.

    It reads like a list of `WordReading`, and a row may be given another reading; the arrays are
    never written to.

    Attributes:
        names: of the tags, by their places in the label set.
        filled: bool [rows], whether a row has words.
        offsets: int64 [rows + 1]: the spans of row ``i`` are those from ``offsets[i]`` on.
        firsts: int64 [spans], first word.
        stops: int64 [spans], word behind the last one.
        tags: int64 [spans].
        span_probabilities: float64 [spans].
        probabilities: float64 [rows].
        calibrated_spans: float64 [spans], or None.
        calibrated: float64 [rows], or None.
        given: readings that were put in the place of those in the columns.
    """

    names: tuple[str, ...]
    filled: npt.NDArray[np.bool_]
    offsets: Integers
    firsts: Integers
    stops: Integers
    tags: Integers
    span_probabilities: Doubles
    probabilities: Doubles
    calibrated_spans: Doubles | None = None
    calibrated: Doubles | None = None
    given: dict[int, WordReading | None] = field(default_factory=dict)

    @classmethod
    def join(cls, rows: int, parts: Sequence[ReadingPart], names: tuple[str, ...]) -> ReadingTable:
        """Put the readings of groups in the order of the rows."""
        none, nothing = np.zeros(0, dtype=np.int64), np.zeros(0)
        whole = ReadingPart(none, nothing, none, none, none, none, nothing)
        if len(parts) == 1:
            (whole,) = parts
        elif parts:
            whole = ReadingPart(*map(np.concatenate, zip(*parts, strict=True)))
        order = np.argsort(whole.rows, kind="stable")
        offsets = np.zeros(rows + 1, dtype=np.int64)
        np.cumsum(np.bincount(whole.rows, minlength=rows), out=offsets[1:])
        filled, probabilities = np.zeros(rows, dtype=np.bool_), np.zeros(rows)
        filled[whole.members], probabilities[whole.members] = True, whole.probabilities
        return cls(
            names,
            filled,
            offsets,
            whole.firsts[order],
            whole.stops[order],
            whole.tags[order],
            whole.span_probabilities[order],
            probabilities,
        )

    def copy(self) -> ReadingTable:
        """The same table; readings that it is given from now on are its own."""
        return replace(self, given=dict(self.given))

    def __len__(self) -> int:
        return len(self.filled)

    @overload
    def __getitem__(self, row: int) -> WordReading | None: ...
    @overload
    def __getitem__(self, row: slice) -> list[WordReading | None]: ...
    def __getitem__(self, row: int | slice) -> WordReading | list[WordReading | None] | None:
        if isinstance(row, slice):
            return [self[one] for one in range(len(self))[row]]
        row = range(len(self))[row]  # counts from the end, and refuses what is outside
        if row in self.given:
            return self.given[row]
        if not self.filled[row]:
            return None
        here = slice(self.offsets[row], self.offsets[row + 1])
        columns = (self.firsts[here], self.stops[here], self.tags[here])
        places = zip(*(column.tolist() for column in columns), strict=True)
        sure, whole = self.calibrated_spans, self.calibrated
        return WordReading(
            [WordSpan(first, stop, self.names[tag]) for first, stop, tag in places],
            self.span_probabilities[here].tolist(),
            float(self.probabilities[row]),
            None if sure is None else sure[here].tolist(),
            None if whole is None else float(whole[row]),
        )

    def __setitem__(self, row: int, reading: WordReading | None) -> None:
        self.given[range(len(self))[row]] = reading

    def __iter__(self) -> Iterator[WordReading | None]:
        return (self[row] for row in range(len(self)))
