"""The slow, obvious decoder: every label path written out and scored by its definition."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from postwright.decoder.constraints import Transitions

#: Writing out every path takes its time, and machines differ: fewer examples, no deadline.
slow = settings(deadline=None, max_examples=40)


@dataclass(frozen=True)
class Case:
    """The emissions of one row, float32 [words, labels], and the transitions beside them."""

    emissions: NDArray[np.float32]
    transitions: Transitions

    @property
    def words(self) -> int:
        """Count the words of the row."""
        return len(self.emissions)

    @property
    def labels(self) -> int:
        """Count the labels."""
        return self.emissions.shape[1]


def score(case: Case, path: tuple[int, ...]) -> float:
    """Add up a path: start, emissions, moves, end."""
    if not path:
        return 0.0
    total = float(case.transitions.start[path[0]]) + float(case.transitions.end[path[-1]])
    total += sum(float(case.emissions[word, label]) for word, label in enumerate(path))
    return total + sum(float(case.transitions.matrix[a, b]) for a, b in itertools.pairwise(path))


def all_paths(case: Case) -> Iterator[tuple[int, ...]]:
    """Write out every label path, the illegal ones too."""
    return itertools.product(range(case.labels), repeat=case.words)


def scores(case: Case) -> dict[tuple[int, ...], float]:
    """Score every path."""
    return {path: score(case, path) for path in all_paths(case)}


def log_partition(case: Case) -> float:
    """Sum over every path."""
    found = list(scores(case).values())
    highest = max(found)
    return highest + math.log(sum(math.exp(one - highest) for one in found))


def probabilities(case: Case) -> dict[tuple[int, ...], float]:
    """Return the probability of every path."""
    total = log_partition(case)
    return {path: math.exp(one - total) for path, one in scores(case).items()}


def has_span(path: tuple[int, ...], first: int, stop: int, begin: int) -> bool:
    """Whether exactly this span stands in a path: B, then I, and no I behind."""
    inside = begin + 1
    opened = path[first] == begin and all(label == inside for label in path[first + 1 : stop])
    return opened and path[stop : stop + 1] != (inside,)


def random_case(words: int, labels: int, seed: int, *, spread: float = 2.0) -> Case:
    """Draw a row and transitions."""
    draw = np.random.default_rng(seed)
    parts = [draw.normal(size=size) for size in (labels, labels, (labels, labels))]
    emissions = draw.normal(scale=spread, size=(words, labels)).astype(np.float32)
    return Case(emissions, Transitions.from_learned(*parts))


def cases(*, max_words: int = 4) -> st.SearchStrategy[Case]:
    """Draw small cases of five or seven labels, some of them full of ties."""
    return st.builds(
        _case,
        words=st.integers(1, max_words),
        labels=st.sampled_from([5, 7]),
        seed=st.integers(0, 2**32 - 1),
        tied=st.booleans(),
    )


def _case(words: int, labels: int, seed: int, tied: bool) -> Case:
    case = random_case(words, labels, seed)
    if not tied:
        return case
    blank = Transitions.unlearned(labels)
    return Case(np.round(case.emissions / 2), blank)


def batch_of(rows: list[Case]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Pad rows to one batch; the padding holds numbers that would win if they counted."""
    words = max(row.words for row in rows)
    emissions = np.full((len(rows), words, rows[0].labels), 50.0, dtype=np.float32)
    mask = np.zeros((len(rows), words), dtype=bool)
    for index, row in enumerate(rows):
        emissions[index, : row.words] = row.emissions
        mask[index, : row.words] = True
    return emissions, mask
