"""From text to the arrays that a tagger reads."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain
from operator import sub
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from postwright.text.fold import fold
from postwright.text.segment import cut
from postwright.text.shape import COMMA, COMMA_GAP, NEWLINE_GAP, START_GAP, shape_of, space_of
from postwright.text.tokenizer import Tokenizer

__all__ = [
    "MAX_PIECES",
    "MAX_WORDS",
    "Batch",
    "Codes",
    "Encoded",
    "collate",
    "encode",
    "encode_text",
    "to_batch",
]

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


class Codes(NamedTuple):
    """One text as lists and bytes: `Encoded` before numpy, for who collects millions of them."""

    starts: list[int]
    ends: list[int]
    pieces: list[int]
    piece_counts: bytes
    shapes: bytes
    gaps: bytes


def encode(tokenizer: Tokenizer, texts: Sequence[str]) -> list[Encoded]:
    """Encode whole texts, however long; an empty text has no words; about 25 µs for ten words."""
    return _arrays([encode_text(tokenizer, text) for text in texts])


def _arrays(rows: Sequence[Codes]) -> list[Encoded]:
    """Rows as parts of arrays that they share: six arrays of its own cost a row 5 µs."""
    starts = _joined(row.starts for row in rows)
    ends = _joined(row.ends for row in rows)
    pieces = _joined(row.pieces for row in rows)
    counts = np.frombuffer(b"".join(row.piece_counts for row in rows), dtype=np.uint8)
    shapes = np.frombuffer(b"".join(row.shapes for row in rows), dtype=np.uint8)
    gaps = np.frombuffer(b"".join(row.gaps for row in rows), dtype=np.uint8)
    made = []
    word = piece = 0
    for row in rows:
        own = slice(word, word := word + len(row.shapes))
        its = slice(piece, piece := piece + len(row.pieces))
        made.append(
            Encoded(starts[own], ends[own], pieces[its], counts[own], shapes[own], gaps[own])
        )
    return made


def _joined(columns: Iterable[list[int]]) -> npt.NDArray[np.int32]:
    return np.array(list(chain.from_iterable(columns)), dtype=np.int32)


#: Words whose folded form is remembered: about 10 MB.
_REMEMBERED = 1 << 16
#: Longer words are not remembered, so that a stranger's texts cannot fill the memory.
_LONGEST_REMEMBERED = 64
_fold = lru_cache(maxsize=_REMEMBERED)(fold)

#: Stands for any digit but ASCII's among the kinds.
_OTHER_DIGIT = "\u0660"


class _Kinds(dict[int, str]):
    """Code points to one for all that are alike to `shape_of`, found out once: ``A``, ``a``."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        category = unicodedata.category(char)
        kind = char
        if category == "Nd":
            kind = "0" if char.isascii() else _OTHER_DIGIT
        elif category[0] in "LM" and category != "Lt":
            kind = "A" if char.isupper() else "a" if char.islower() else "\u4e00"
        self[code] = kind
        return kind


_KINDS = _Kinds()
_ASCII_KINDS = bytes(ord(_KINDS[code]) if code < 128 else code for code in range(256))


@lru_cache(maxsize=1 << 12)
def _shape_of_kind(kind: str | bytes) -> int:
    """Shape id of the words of one kind, such as ``Aaaa``: a few hundred cover a corpus."""
    return shape_of(kind if isinstance(kind, str) else kind.decode())


def encode_text(tokenizer: Tokenizer, text: str) -> Codes:
    """Encode one text without numpy, which costs more than it saves at a dozen words; 12 µs."""
    parts = cut(text)
    words = parts[1::2]
    folded, shapes = _folded_and_shaped(words)
    pieces = tokenizer.encode_folded(folded)
    pieces, counts = _clip_pieces(pieces, tokenizer.word_starts(pieces, len(words)))
    edges = list(accumulate(map(len, parts)))  # of white space and words in turn
    return Codes(edges[:-1:2], edges[1::2], pieces, counts, shapes, _gaps(parts[:-1:2], shapes))


def _folded_and_shaped(words: list[str]) -> tuple[str, bytes]:
    """The folded words with a blank between them, and the shape ids of the words.

    Most lines are folded and shaped at once, in half the time that their words take.
    """
    if max(map(len, words), default=0) > _LONGEST_REMEMBERED:
        return " ".join(map(fold, words)), bytes(map(shape_of, words))
    line = " ".join(words)
    if line.isascii() and line.isprintable():
        kinds = line.encode().translate(_ASCII_KINDS).split()
        return line.lower(), bytes(map(_shape_of_kind, kinds))
    kinds_line = line.translate(_KINDS)
    shapes = bytes(map(_shape_of_kind, kinds_line.split(" ")))
    folded = line.casefold()
    if _OTHER_DIGIT in kinds_line or not (_is_plain(line) and _is_plain(folded)):
        folded = " ".join(map(_fold, words))
    return folded, shapes


def _is_plain(line: str) -> bool:
    """Whether `fold` would do nothing but to fold the case, ASCII digits given."""
    return line.isprintable() and "\u2581" not in line and unicodedata.is_normalized("NFKC", line)


def _clip_pieces(pieces: list[int], starts: list[int]) -> tuple[list[int], bytes]:
    """Keep the first 8 and the last 4 pieces of each word; counts per word beside them."""
    stops = [*starts[1:], len(pieces)]
    counts = list(map(sub, stops, starts))
    if max(counts, default=0) <= MAX_PIECES:
        return pieces, bytes(counts)
    clipped: list[int] = []
    for start, stop, count in zip(starts, stops, counts, strict=False):
        if count > MAX_PIECES:
            clipped += pieces[start : start + MAX_PIECES - _TAIL_PIECES]
            clipped += pieces[stop - _TAIL_PIECES : stop]
        else:
            clipped += pieces[start:stop]
    return clipped, bytes(min(count, MAX_PIECES) for count in counts)


#: Gap ids of nearly all spaces.
_GAP_OF = {space: space_of(space) for space in ("", " ")}


def _gaps(spaces: list[str], shapes: bytes) -> bytes:
    """Gap ids by the rule of `gap_of`; the previous word is told by its shape."""
    gaps = bytearray([_GAP_OF.get(space) or space_of(space) for space in spaces])
    at = shapes.find(COMMA)
    while 0 <= at < len(gaps) - 1:
        if gaps[at + 1] != NEWLINE_GAP:
            gaps[at + 1] = COMMA_GAP
        at = shapes.find(COMMA, at + 1)
    gaps[:1] = gaps[:1] and bytes((START_GAP,))
    return bytes(gaps)


def to_batch(rows: Sequence[Encoded]) -> Batch:
    """Pad encoded texts to one batch; an empty list gives arrays of shape ``[0, 0, …]``."""
    if not rows:
        empty = np.zeros((0, 0), dtype=np.int32)
        return Batch(np.zeros((0, 0, 1), dtype=np.int32), empty, empty)
    if len(rows) == 1:
        (row,) = rows
        words = np.array([len(row)])
        return collate(row.pieces, row.piece_counts, row.shapes, row.gaps, words)
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
    depth = int(piece_counts.max(initial=1))
    # A word of the batch, flat, holds its pieces in front: [words in all, pieces]
    held = np.arange(depth) < piece_counts[:, None]
    table = np.zeros((len(piece_counts), depth), dtype=np.int32)
    table[held] = pieces
    if len(piece_counts) == batch * words:  # no row is shorter than the longest
        shape = (batch, words)
        marks = (values.astype(np.int32).reshape(shape) for values in (shapes, gaps))
        return Batch(table.reshape(*shape, depth), *marks)
    mask = np.arange(words) < word_counts[:, None]  # [batch, words]
    padded = np.zeros((batch, words, depth), dtype=np.int32)
    padded[mask] = table
    return Batch(padded, _pad(shapes, mask), _pad(gaps, mask))


def _pad(values: npt.NDArray[np.uint8], mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.int32]:
    padded = np.zeros(mask.shape, dtype=np.int32)
    padded[mask] = values
    return padded
