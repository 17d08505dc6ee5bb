"""From text to the arrays that a tagger reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from postwright.text.fold import fold
from postwright.text.segment import segment
from postwright.text.shape import START_GAP, gap_of, shape_of
from postwright.text.tokenizer import Tokenizer

__all__ = ["MAX_PIECES", "MAX_WORDS", "Batch", "Encoded", "collate", "encode", "to_batch"]

#: Words that one window of a tagger holds; longer texts go through overlapping windows.
MAX_WORDS = 128
#: Pieces kept of a word: the first 8 and the last 4.
MAX_PIECES = 12
_TAIL_PIECES = 4


@dataclass(frozen=True, slots=True)
class Encoded:
    """One text as flat arrays. ``pieces`` holds the pieces of all words, one after the other."""

    starts: npt.NDArray[np.int32]  # [words] code points
    ends: npt.NDArray[np.int32]  # [words]
    pieces: npt.NDArray[np.int32]  # [sum of piece_counts]
    piece_counts: npt.NDArray[np.uint8]  # [words], 1 to MAX_PIECES
    shapes: npt.NDArray[np.uint8]  # [words]
    gaps: npt.NDArray[np.uint8]  # [words]

    def __len__(self) -> int:
        return len(self.shapes)

    def window(self, start: int, stop: int) -> Encoded:
        """Words ``start`` to ``stop`` (exclusive) with their pieces."""
        offsets = np.concatenate(([0], np.cumsum(self.piece_counts, dtype=np.int64)))
        return Encoded(
            starts=self.starts[start:stop],
            ends=self.ends[start:stop],
            pieces=self.pieces[offsets[start] : offsets[stop]],
            piece_counts=self.piece_counts[start:stop],
            shapes=self.shapes[start:stop],
            gaps=self.gaps[start:stop],
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """Right-padded arrays of several texts; id 0 is padding in all three."""

    pieces: npt.NDArray[np.int32]  # [batch, words, pieces]
    shapes: npt.NDArray[np.int32]  # [batch, words]
    gaps: npt.NDArray[np.int32]  # [batch, words]

    @property
    def mask(self) -> npt.NDArray[np.bool_]:
        """True where a word stands, ``[batch, words]``."""
        mask: npt.NDArray[np.bool_] = self.shapes != 0
        return mask


def encode(tokenizer: Tokenizer, texts: Sequence[str]) -> list[Encoded]:
    """Encode whole texts, however long; an empty text has no words."""
    spans = [segment(text) for text in texts]
    words = [[text[s:e] for s, e in found] for text, found in zip(texts, spans, strict=True)]
    ids = tokenizer.encode([[fold(word) for word in row] for row in words])
    return [
        _encoded(tokenizer, text, found, row, pieces)
        for text, found, row, pieces in zip(texts, spans, words, ids, strict=True)
    ]


def _encoded(
    tokenizer: Tokenizer, text: str, spans: list[tuple[int, int]], words: list[str], ids: list[int]
) -> Encoded:
    pieces, counts = _clip_pieces(tokenizer, np.array(ids, dtype=np.int32), len(words))
    offsets = np.array(spans, dtype=np.int32).reshape(-1, 2)
    return Encoded(
        starts=offsets[:, 0],
        ends=offsets[:, 1],
        pieces=pieces,
        piece_counts=counts,
        shapes=np.array([shape_of(word) for word in words], dtype=np.uint8),
        gaps=_gaps(text, spans, words),
    )


def _clip_pieces(
    tokenizer: Tokenizer, pieces: npt.NDArray[np.int32], words: int
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.uint8]]:
    """Keep the first 8 and the last 4 pieces of each word; counts per word beside them."""
    starts = tokenizer.words_of(pieces, words)
    counts = np.diff(np.append(starts, len(pieces)))
    if words and counts.max() > MAX_PIECES:
        position = np.arange(len(pieces)) - np.repeat(starts, counts)
        from_end = np.repeat(counts, counts) - position
        kept = (position < MAX_PIECES - _TAIL_PIECES) | (from_end <= _TAIL_PIECES)
        pieces, counts = pieces[kept], np.minimum(counts, MAX_PIECES)
    return pieces, counts.astype(np.uint8)


def _gaps(text: str, spans: list[tuple[int, int]], words: list[str]) -> npt.NDArray[np.uint8]:
    gaps = np.empty(len(spans), dtype=np.uint8)
    previous_end = 0
    for position, (start, end) in enumerate(spans):
        if position:
            gaps[position] = gap_of(text[previous_end:start], words[position - 1])
        else:
            gaps[0] = START_GAP
        previous_end = end
    return gaps


def to_batch(rows: Sequence[Encoded]) -> Batch:
    """Pad encoded texts to one batch; an empty list gives arrays of shape ``[0, 0, …]``."""
    if not rows:
        empty = np.zeros((0, 0), dtype=np.int32)
        return Batch(np.zeros((0, 0, 1), dtype=np.int32), empty, empty)
    return collate(
        np.concatenate([row.pieces for row in rows]),
        np.concatenate([row.piece_counts for row in rows]),
        np.concatenate([row.shapes for row in rows]),
        np.concatenate([row.gaps for row in rows]),
        np.fromiter(map(len, rows), dtype=np.int64, count=len(rows)),
    )


def collate(
    pieces: npt.NDArray[np.int32],
    piece_counts: npt.NDArray[np.uint8],
    shapes: npt.NDArray[np.uint8],
    gaps: npt.NDArray[np.uint8],
    word_counts: npt.NDArray[np.int64],
) -> Batch:
    """Pad flat arrays of consecutive rows to one batch, without a Python loop over rows.

    Args:
        pieces: all pieces of all words, ``[sum of piece_counts]``.
        piece_counts: pieces of each word, ``[sum of word_counts]``.
        shapes: shape ids, as long.
        gaps: gap ids, as long.
        word_counts: words of each row, ``[batch]``.
    """
    batch, words = len(word_counts), int(word_counts.max(initial=0))
    mask = np.arange(words) < word_counts[:, None]  # [batch, words]
    depth = int(piece_counts.max(initial=1))
    # A word of the batch, flat, holds its pieces in front: [words in all, pieces]
    held = np.arange(depth) < piece_counts[:, None]
    table = np.zeros((len(piece_counts), depth), dtype=np.int32)
    table[held] = pieces
    padded = np.zeros((batch, words, depth), dtype=np.int32)
    padded[mask] = table
    return Batch(padded, _pad(shapes, mask), _pad(gaps, mask))


def _pad(values: npt.NDArray[np.uint8], mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.int32]:
    padded = np.zeros(mask.shape, dtype=np.int32)
    padded[mask] = values
    return padded
