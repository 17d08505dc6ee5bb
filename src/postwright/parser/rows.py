"""What flows through the pipeline: the rows of one call, and groups that are tagged together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from postwright.decoder import Parse, WordSpan
from postwright.text import Encoded

__all__ = ["Group", "Rows", "WordReading"]


class WordReading(NamedTuple):
    """One way to read a row, counted in words.

    Attributes:
        spans: in the order of the text, before trimming.
        span_probabilities: one for each of `spans`.
        probability: that of the whole reading.
    """

    spans: list[WordSpan]
    span_probabilities: list[float]
    probability: float


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that are tagged in one call and decoded together.

    Attributes:
        members: index of each row in `Rows`, int64 ``[batch]``.
        emissions: float32 ``[batch, words, labels]``.
        mask: bool ``[batch, words]``, True for a word.
    """

    members: npt.NDArray[np.int64]
    emissions: npt.NDArray[np.float32]
    mask: npt.NDArray[np.bool_]

    @property
    def lengths(self) -> list[int]:
        """How many words each row has."""
        lengths: list[int] = self.mask.sum(axis=1).tolist()
        return lengths


@dataclass(slots=True)
class Rows:
    """The rows of one call on their way from text to parse; every stage fills in its part.

    All lists but `groups` run parallel to `given`.

    Attributes:
        given: what the caller handed in.
        candidates: how many readings of each row are asked for.
        texts: the text of each row, empty for a row that is none.
        errors: why a row cannot be parsed, or None.
        encoded: its words, as the tagger reads them.
        groups: rows of about the same length with their emissions; rows without words are in none.
        readings: the best reading, or None for a row without words.
        next_readings: where more than one candidate is asked for, the most probable readings.
        parses: the results.
    """

    given: Sequence[object]
    candidates: int = 1
    texts: list[str] = field(default_factory=list)
    errors: list[str | None] = field(default_factory=list)
    encoded: list[Encoded] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    readings: list[WordReading | None] = field(default_factory=list)
    next_readings: list[list[WordReading]] = field(default_factory=list)
    parses: list[Parse] = field(default_factory=list)
