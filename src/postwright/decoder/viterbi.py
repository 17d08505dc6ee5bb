"""The best label path of every row of a batch (Viterbi, 1967), and how sure the choice is.

Scores are float32: they are half as much to move, and what decides stays small because every step
subtracts the row's best score so far (what was subtracted adds up in float64), so the choice is as
sharp at word 10,000 as at word 2. Rows never mix and padding never counts: a row's path and score
are the same bits in any batch.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from postwright.decoder.constraints import Transitions

__all__ = ["Decision", "Trellis", "build_trellis", "decide", "viterbi"]

Floats: TypeAlias = NDArray[np.float32]
Labels: TypeAlias = NDArray[np.int64]
Mask: TypeAlias = NDArray[np.bool_]


class Decision(NamedTuple):
    """The best path of each row.

    Attributes:
        paths: int64 [batch, words], 0 at padding.
        scores: float32 [batch], the unnormalised score of the path; 0 for a row without words.
        margins: float32 [batch], score of the best path minus score of the second best; infinite
            for a row without words, 0 for a tie.
    """

    paths: Labels
    scores: Floats
    margins: Floats


class Trellis(NamedTuple):
    """Best scores of reaching each label, words first and the batch last: the fast layout.

    Attributes:
        reached: float32 [words, labels, batch], relative to the row's best at that word.
        final: float32 [labels, batch], the last word's with the end scores added.
        total: float64 [batch], what has been subtracted on the way.
    """

    reached: Floats
    final: Floats
    total: NDArray[np.float64]


def viterbi(emissions: Floats, mask: Mask, transitions: Transitions) -> tuple[Labels, Floats]:
    """Find the best path of every row; ties go to the lowest label id, last word first.

    About 9 µs a row for a batch of 64 rows of 10 words and 37 labels, 0.2 ms for one row alone.

    >>> emissions = np.array([[[0, 2, 0], [0, 1, 2]]], dtype=np.float32)
    >>> viterbi(emissions, np.ones((1, 2), dtype=bool), Transitions.unlearned(3))[0].tolist()
    [[1, 2]]

    Args:
        emissions: float32 [batch, words, labels].
        mask: bool [batch, words], right-padded: True for a word.
        transitions: with the penalties added.

    Returns:
        Paths int64 [batch, words] (0 at padding), and their scores, float32 [batch].
    """
    decision = decide(emissions, mask, transitions)
    return decision.paths, decision.scores


def decide(emissions: Floats, mask: Mask, transitions: Transitions) -> Decision:
    """Find the best path of every row and its margin over the second best.

    The second best path leaves the best one somewhere, reading from the end; up to there both
    are one, and behind it lies the best way to the label where it left. So the margin is the
    smallest gap between the best and the second candidate that the backward walk meets.
    """
    batch, words = mask.shape
    if words == 0 or batch == 0:
        return _nothing(batch, words)
    trellis = build_trellis(emissions, mask, transitions)
    paths = np.empty((words, batch), dtype=np.int64)  # [words, batch]
    into = np.ascontiguousarray(transitions.matrix.T)  # [labels, labels]: to, from
    label, gap = _best_and_gap(trellis.final.T.copy())  # [batch], [batch]
    paths[-1], margins = label, gap
    for word in range(words - 1, 0, -1):
        candidates = trellis.reached[word - 1].T + into[label]  # [batch, labels]
        before, gap = _best_and_gap(candidates)
        here = mask[:, word]  # [batch]: past its end a row stands still
        label = np.where(here, before, label)
        margins = np.where(here, np.minimum(gap, margins), margins)
        paths[word - 1] = label
    scores = trellis.total + trellis.final.max(axis=0)  # [batch]
    filled = mask[:, 0]
    return Decision(
        paths=paths.T * mask,
        scores=np.where(filled, scores, 0).astype(np.float32),
        margins=np.where(filled, margins, np.inf).astype(np.float32),
    )


def build_trellis(emissions: Floats, mask: Mask, transitions: Transitions) -> Trellis:
    """Walk all rows forward, keeping the best score of reaching every label at every word.

    Past its own end a row's scores stand still, so `final` is right for rows of any length.
    """
    batch, words, labels = emissions.shape
    spoken = np.ascontiguousarray(emissions.transpose(1, 2, 0))  # [words, labels, batch]
    moves = transitions.matrix[:, :, None]  # [labels, labels, 1]: from, to
    reached = np.empty_like(spoken)  # [words, labels, batch]
    ways = np.empty((labels, labels, batch), dtype=np.float32)  # [labels, labels, batch]
    total = np.zeros(batch)  # [batch]
    scores = spoken[0] + transitions.start[:, None]  # [labels, batch]
    for word in range(words):
        if word:
            np.add(scores[:, None, :], moves, out=ways)
            scores = np.where(mask[:, word], ways.max(axis=0) + spoken[word], scores)
        best = scores.max(axis=0)  # [batch]
        scores = scores - best
        total += best
        reached[word] = scores
    return Trellis(reached, scores + transitions.end[:, None], total)


def _best_and_gap(candidates: Floats) -> tuple[Labels, Floats]:
    """Return the best column of each row (the first of equals), and its lead over the next."""
    rows = np.arange(len(candidates))
    best = candidates.argmax(axis=1)  # [batch]
    highest = candidates[rows, best]
    candidates[rows, best] = -np.inf
    return best, highest - candidates.max(axis=1)


def _nothing(batch: int, words: int) -> Decision:
    """Return the decision about rows without words."""
    return Decision(
        paths=np.zeros((batch, words), dtype=np.int64),
        scores=np.zeros(batch, dtype=np.float32),
        margins=np.full(batch, np.inf, dtype=np.float32),
    )
