"""What flows through the pipeline: the rows of one call, and groups that are tagged together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from postwright.decoder import Fault, Parse
from postwright.parser.reading_table import ReadingTable, WordReading
from postwright.parser.watch import Run, Watch
from postwright.text import Encoded

__all__ = ["COLUMNS", "NO_LIMITS", "Group", "Limits", "Rows", "WordReading"]


class Limits(NamedTuple):
    """How sure an answer must be to be given.

    Attributes:
        parse: the least probability of a whole parse.
        tags: the least probability of a span, by its tag.
    """

    parse: float = 0.0
    tags: Mapping[str, float] = MappingProxyType({})


#: Every answer is given.
NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that are tagged in one call and decoded together.

    Attributes:
        members: index of each row in `Rows`, int64 ``[batch]``.
        emissions: float32 ``[batch, words, labels]``.
        mask: bool ``[batch, words]``, True for a word.
        countries: the model's score of every country, float32 ``[batch, countries]``, or None.
    """

    members: npt.NDArray[np.int64]
    emissions: npt.NDArray[np.float32]
    mask: npt.NDArray[np.bool_]
    countries: npt.NDArray[np.float32] | None = None

    @property
    def lengths(self) -> list[int]:
        """How many words each row has."""
        lengths: list[int] = self.mask.sum(axis=1).tolist()
        return lengths


@dataclass(slots=True)
class Rows:
    """The rows of one call on their way from text to parse; every stage fills in its part.

    All lists but `groups` run parallel to `given`. A stage puts new things into a column and
    leaves the things in it as they are, so that a stage that fails can be undone.

    Attributes:
        given: what the caller handed in.
        candidates: how many readings of each row are asked for.
        limits: how sure an answer must be.
        country: the caller's hint, ISO 3166-1 alpha-2, or None.
        watch: the clock; long loops call `check` instead.
        faults: what went wrong in stages that were skipped, the same for all rows.
        raws: the caller's text, empty for a row that is none; no stage changes it.
        texts: what is parsed: the caller's text, or what a stage made of it by `rewrite`.
        origins: where the code points of a rewritten text come from, or None for an untouched one.
        errors: why a row cannot be parsed, or None.
        encoded: its words, as the tagger reads them; their offsets point into `raws`.
        groups: rows of about the same length with their emissions; rows without words are in none.
        readings: the best reading, or None for a row without words.
        next_readings: where more than one candidate is asked for, the most probable readings.
        parses: the results.
    """

    given: Sequence[object]
    candidates: int = 1
    limits: Limits = NO_LIMITS
    country: str | None = None
    watch: Watch = field(default_factory=lambda: Watch(Run()))
    faults: list[Fault] = field(default_factory=list)
    raws: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    origins: list[Sequence[tuple[int, int]] | None] = field(default_factory=list)
    errors: list[str | None] = field(default_factory=list)
    encoded: list[Encoded] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    readings: ReadingTable | list[WordReading | None] = field(default_factory=list)
    next_readings: list[list[WordReading]] = field(default_factory=list)
    parses: list[Parse] = field(default_factory=list)

    def check(self) -> None:
        """End the stage here if its time is spent or the run was cancelled.

        A stage calls it in its loops; it returns, or raises what the pipeline catches.
        """
        self.watch.check()

    def rewrite(
        self, row: int, text: str, origins: Sequence[tuple[int, int]] | None = None
    ) -> None:
        """Parse another text in the place of a row's; offsets still point into the caller's.

        Args:
            row: its index.
            text: what shall be parsed.
            origins: for each code point of `text` the half-open range of the present text that
                it stands for, in order. Not needed where the two are equally long and the code
                points correspond.

        Raises:
            ValueError: the origins do not fit the texts.
        """
        if origins is None:
            if len(text) != len(self.texts[row]):
                raise ValueError("a text of another length needs origins, one per code point")
        else:
            _check_origins(origins, text, self.texts[row])
            if (before := self.origins[row]) is not None:
                origins = [_through(before, start, end) for start, end in origins]
            self.origins[row] = origins
        self.texts[row] = text

    def snapshot(self) -> dict[str, Any]:
        """The columns as they are now, to be put back by `restore`."""
        return {name: getattr(self, name).copy() for name in COLUMNS}

    def restore(self, columns: dict[str, Any]) -> None:
        """Put back what `snapshot` gave."""
        for name, value in columns.items():
            setattr(self, name, value)


#: The columns of `Rows` that stages read and fill.
COLUMNS = frozenset(each.name for each in fields(Rows) if "list[" in str(each.type)) - {"faults"}


def _check_origins(origins: Sequence[tuple[int, int]], text: str, before: str) -> None:
    """Origins are one per code point, inside the text, and never step back."""
    if len(origins) != len(text):
        raise ValueError(f"{len(origins)} origins for a text of {len(text)} code points")
    least = (0, 0)
    for start, end in origins:
        if not (least[0] <= start <= end <= len(before) and least[1] <= end):
            raise ValueError(f"origin {(start, end)} steps back or lies outside the text")
        least = (start, end)


def _through(before: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """A range of a rewritten text as a range of the text that it was made of."""
    if start < end:
        return before[start][0], before[end - 1][1]
    edge = before[start][0] if start < len(before) else before[-1][1] if before else 0
    return edge, edge
