"""What BIO allows, as numbers that are added to the learned transitions.

An illegal move carries a fixed −1e4: far below anything a tagger learns, so that no illegal path
is ever chosen or counted, and finite, so that nothing becomes NaN on the way.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from postwright.errors import InputError
from postwright.labels import is_legal

__all__ = ["ILLEGAL", "Transitions", "move_penalties", "start_penalties"]

ILLEGAL = -1e4

Floats: TypeAlias = NDArray[np.float32]


@lru_cache(maxsize=8)
def start_penalties(label_count: int) -> Floats:
    """Penalty of each label as the first of a text, float32 [labels].

    >>> start_penalties(3).tolist()
    [0.0, 0.0, -10000.0]
    """
    row = [0.0 if is_legal(None, label) else ILLEGAL for label in range(label_count)]
    return _frozen(row)


@lru_cache(maxsize=8)
def move_penalties(label_count: int) -> Floats:
    """Penalty of each move, float32 [labels, labels]: from the row's label to the column's.

    >>> move_penalties(3).tolist()
    [[0.0, 0.0, -10000.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    """
    labels = range(label_count)
    return _frozen([[0.0 if is_legal(a, b) else ILLEGAL for b in labels] for a in labels])


@dataclass(frozen=True, slots=True, eq=False)
class Transitions:
    """Scores of starting with, moving between and ending with labels, penalties included.

    Attributes:
        start: float32 [labels].
        end: float32 [labels].
        matrix: float32 [labels, labels], from the row's label to the column's.
    """

    start: Floats
    end: Floats
    matrix: Floats

    @classmethod
    def from_learned(cls, start: object, end: object, matrix: object) -> Transitions:
        """Add the penalties to what a tagger has learned.

        Args:
            start: numbers [labels].
            end: numbers [labels].
            matrix: numbers [labels, labels], as `bundle.json` holds them.

        Raises:
            InputError: the shapes disagree, or a number is not finite.

        >>> Transitions.from_learned([0, 1, 2], [0, 0, 0], [[0] * 3] * 3).start.tolist()
        [0.0, 1.0, -9998.0]
        """
        learned = [np.asarray(part, dtype=np.float32) for part in (start, end, matrix)]
        count = learned[0].shape[0] if learned[0].ndim else 0
        if [part.shape for part in learned] != [(count,), (count,), (count, count)]:
            shapes = ", ".join(str(part.shape) for part in learned)
            raise InputError(f"transitions must be [n], [n] and [n, n], got {shapes}")
        if not all(np.isfinite(part).all() for part in learned):
            raise InputError("transitions hold a number that is not finite")
        return cls(
            start=_frozen(learned[0] + start_penalties(count)),
            end=_frozen(learned[1]),
            matrix=_frozen(learned[2] + move_penalties(count)),
        )

    @classmethod
    def unlearned(cls, label_count: int) -> Transitions:
        """Return BIO legality alone, for a tagger that has no transitions of its own."""
        zeros = np.zeros(label_count)
        return cls.from_learned(zeros, zeros, np.zeros((label_count, label_count)))

    def __len__(self) -> int:
        return len(self.start)


def _frozen(values: object) -> Floats:
    """Copy into a float32 array that nobody can write to (the penalties are shared)."""
    array = np.array(values, dtype=np.float32)
    array.flags.writeable = False
    return array
