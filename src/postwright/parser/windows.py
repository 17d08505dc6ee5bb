"""Texts longer than a tagger's window: overlapping windows, stitched where both see farthest."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from postwright.parser.tagger import Scorer, Scores
from postwright.text import MAX_WORDS, Encoded, to_batch

__all__ = ["plan_windows", "score_long"]

#: Words from one window's start to the next one's: neighbours share 32 words, so that every
#: word is seen with at least 16 words of context on either side.
STRIDE = 96

#: Windows tagged in one call: bounds the memory that a long text takes.
_WINDOWS_PER_BATCH = 32


def plan_windows(
    words: int, *, size: int = MAX_WORDS, stride: int = STRIDE
) -> list[tuple[int, int, int, int]]:
    """Cover ``words`` words by windows of at most ``size``.

    Each entry is ``(start, stop, keep_from, keep_to)``: the words that the window sees, and
    those for which its emissions count, because they lie farther from its edge than from any
    other window's. The kept parts tile the text.

    >>> plan_windows(20, size=10, stride=6)
    [(0, 10, 0, 8), (6, 16, 8, 13), (10, 20, 13, 20)]
    """
    starts = [*range(0, max(words - size, 0), stride), max(words - size, 0)]
    # Two neighbours share [next start, start + size): the word in its middle changes hands.
    middles = [(start + size + after) // 2 for start, after in pairwise(starts)]
    bounds = [0, *middles, words]
    return [
        (start, min(start + size, words), keep_from, keep_to)
        for start, keep_from, keep_to in zip(starts, bounds, bounds[1:], strict=False)
    ]


def score_long(tagger: Scorer, row: Encoded) -> Scores:
    """Score a text of any length as a batch of one; about 10 ms a thousand words.

    The country scores are the mean of those of the windows.
    """
    plan = plan_windows(len(row))
    kept: list[npt.NDArray[np.float32]] = []
    countries: list[npt.NDArray[np.float32]] = []
    for first in range(0, len(plan), _WINDOWS_PER_BATCH):
        part = plan[first : first + _WINDOWS_PER_BATCH]
        batch = to_batch([row.window(start, stop) for start, stop, _, _ in part])
        scores = tagger.score(batch)
        kept += [
            scores.emissions[i, keep_from - start : keep_to - start]
            for i, (start, _, keep_from, keep_to) in enumerate(part)
        ]
        if scores.countries is not None:
            countries.append(scores.countries)
    mean = np.concatenate(countries).mean(axis=0)[None] if countries else None  # [1, countries]
    return Scores(np.concatenate(kept)[None], mean)
