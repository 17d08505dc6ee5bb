"""The best label path of every row of a batch (Viterbi, 1967), and how sure the choice is.

Scores are float32: they are half as much to move, and what decides stays small because the row's
best score is subtracted every few words (what was subtracted adds up in float64), so the choice is
as sharp at word 10,000 as at word 2. Rows are walked longest first, so that those which still have
words stand in front: padding is never touched, rows never mix, and a row's path and score are the
same bits in any batch.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from postwright.decoder.constraints import Transitions

__all__ = ["Decision", "Order", "Trellis", "build_trellis", "decide", "longest_first", "viterbi"]

Floats: TypeAlias = NDArray[np.float32]
Labels: TypeAlias = NDArray[np.int64]
Mask: TypeAlias = NDArray[np.bool_]

#: Words after which the best score is subtracted again: few enough for float32 to stay sharp.
_REBASE = 8


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


class Order(NamedTuple):
    """The rows of a batch that have words, longest first.

    Attributes:
        rows: int64 [filled], their places in the batch.
        lengths: int64 [filled], falling.
        running: for each word, how many of them have it: those stand in front.
    """

    rows: Labels
    lengths: Labels
    running: list[int]


class Trellis(NamedTuple):
    """Best scores of reaching each label, words first and the rows last: the fast layout.

    Attributes:
        reached: float32 [words, labels, filled], relative to the other labels of that word;
            undefined behind the end of a row.
        final: float32 [filled, labels], each row's last word with the end scores added.
        total: float64 [filled], what has been subtracted on the way.
    """

    reached: Floats
    final: Floats
    total: NDArray[np.float64]


def viterbi(emissions: Floats, mask: Mask, transitions: Transitions) -> tuple[Labels, Floats]:
    """Find the best path of every row; ties go to the lowest label id, last word first.

    About 4 µs a row for a batch of 128 rows of 10 words and 37 labels, 0.2 ms for one row alone.

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
    paths = np.zeros(mask.shape, dtype=np.int64)  # [batch, words]
    scores = np.zeros(len(mask), dtype=np.float32)  # [batch]
    margins = np.full(len(mask), np.inf, dtype=np.float32)  # [batch]
    order = longest_first(mask)
    if len(order.rows):
        trellis = build_trellis(emissions, order, transitions)
        scores[order.rows] = trellis.total + trellis.final.max(axis=1)
        found, gaps = _walk_back(trellis, order, transitions)
        paths[order.rows, : len(found)] = found.T
        margins[order.rows] = gaps
    return Decision(paths, scores, margins)


def longest_first(mask: Mask) -> Order:
    """Put the rows of a batch in the order in which they are walked; equals keep their order.

    >>> longest_first(np.array([[1, 0], [0, 0], [1, 1]], dtype=bool)).rows.tolist()
    [2, 0]
    """
    lengths = mask.sum(axis=1)  # [batch]
    rows = np.argsort(-lengths, kind="stable")
    rows = rows[: np.count_nonzero(lengths)]
    words = int(lengths.max(initial=0))
    return Order(rows, lengths[rows], mask[:, :words].sum(axis=0).tolist())


def _walk_back(trellis: Trellis, order: Order, transitions: Transitions) -> tuple[Labels, Floats]:
    """Follow the best choices from the end: paths [words, filled] and margins [filled]."""
    reached = trellis.reached
    words, _, filled = reached.shape
    rows = np.arange(filled)
    paths = np.zeros((words, filled), dtype=np.int64)  # [words, filled]
    into = np.ascontiguousarray(transitions.matrix.T)  # [labels, labels]: to, from
    ways = np.zeros((words, filled, len(into)), dtype=np.float32)  # [words, filled, labels]
    last = order.lengths - 1  # [filled]
    ways[last, rows] = trellis.final
    paths[last, rows] = label = trellis.final.argmax(axis=1)  # [filled]
    for word in range(words - 1, 0, -1):
        running = order.running[word]
        here = ways[word - 1, :running]  # [running, labels]
        np.add(into[label[:running]], reached[word - 1, :, :running].T, out=here)
        here.argmax(axis=1, out=label[:running])
        paths[word - 1, :running] = label[:running]
    gaps = _gaps(ways, paths)
    gaps[np.arange(words)[:, None] > last] = np.inf
    return paths, gaps.min(axis=0)


def _gaps(ways: Floats, chosen: Labels) -> Floats:
    """How far the second best label lies below the chosen one, [words, filled]; spoils `ways`."""
    at = chosen[:, :, None]
    highest = np.take_along_axis(ways, at, axis=2)[:, :, 0]
    np.put_along_axis(ways, at, -np.inf, axis=2)
    return np.asarray(highest - ways.max(axis=2))


def build_trellis(emissions: Floats, order: Order, transitions: Transitions) -> Trellis:
    """Walk all rows forward, keeping the best score of reaching every label at every word.

    Outside and the B labels may follow any label; an I label only its own B and itself, so that
    half of the moves need not be looked at.
    """
    words, labels = len(order.running), emissions.shape[2]
    spoken = emissions[order.rows, :words].transpose(1, 2, 0)  # [words, labels, filled]
    reached = np.empty(spoken.shape, dtype=np.float32)  # [words, labels, filled]
    matrix = transitions.matrix
    openers = np.concatenate(([0], np.arange(1, labels, 2)))  # O and the B labels
    opening = matrix[:, openers, None]  # [labels, openers, 1]: from, to
    entering = np.diagonal(matrix, 1)[1::2, None]  # [tags, 1]: from B to its I
    staying = np.diagonal(matrix)[2::2, None]  # [tags, 1]: from I to itself
    ways = np.empty((labels, len(openers), len(order.rows)), dtype=np.float32)
    total = np.zeros(len(order.rows))  # [filled]
    np.add(spoken[0], transitions.start[:, None], out=reached[0])
    for word in range(words):
        running = order.running[word]
        here = reached[word, :, :running]  # [labels, running]
        if word:
            before, said = reached[word - 1, :, :running], spoken[word, :, :running]
            some = ways[:, :, :running]  # [labels, openers, running]
            best = np.add(before[:, None], opening, out=some).max(axis=0)  # [openers, running]
            inside = np.maximum(before[1::2] + entering, before[2::2] + staying)
            np.add(best[0], said[0], out=here[0])
            np.add(best[1:], said[1::2], out=here[1::2])
            np.add(inside, said[2::2], out=here[2::2])
        if word % _REBASE == 0:
            highest = here.max(axis=0)  # [running]
            here -= highest
            total[:running] += highest
    last = reached[order.lengths - 1, :, np.arange(len(order.rows))]  # [filled, labels]
    return Trellis(reached, last + transitions.end, total)
