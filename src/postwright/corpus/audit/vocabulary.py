"""What can be read back from pieces: the letters, length and script of words."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import regex

from postwright.text import Tokenizer

__all__ = ["BASE", "SCRIPTS", "Vocabulary", "script_of"]

Array = npt.NDArray[Any]

_WORD_MARK = "▁"
_BYTE = regex.compile(r"<0x([0-9A-F]{2})>")

#: Of the hashes of spellings; random numbers.
BASE = 0xC6A4A7935BD1E995
_VALUES = [int(value) for value in np.random.default_rng(4).integers(1, 1 << 63, 256)]

#: Scripts told apart; the position is the id, "other" is every script that is not named.
SCRIPTS: tuple[str, ...] = (
    "other", "Latin", "Cyrillic", "Greek", "Han", "Hiragana", "Katakana", "Hangul", "Arabic",
    "Hebrew", "Devanagari", "Bengali", "Tamil", "Telugu", "Gujarati", "Gurmukhi", "Kannada",
    "Malayalam", "Sinhala", "Thai", "Lao", "Khmer", "Myanmar", "Georgian", "Armenian", "Ethiopic",
)  # fmt: skip
_SCRIPT = [(at, regex.compile(rf"\p{{Script={name}}}")) for at, name in enumerate(SCRIPTS) if at]


@lru_cache(maxsize=1 << 16)
def script_of(character: str) -> int:
    """Position in `SCRIPTS` of the script of a character.

    >>> [SCRIPTS[script_of(letter)] for letter in "aж東7"]
    ['Latin', 'Cyrillic', 'Han', 'other']
    """
    return next((at for at, pattern in _SCRIPT if pattern.match(character)), 0)


def _hash(text: bytes) -> int:
    """The polynomial whose coefficients stand for the bytes."""
    terms = (_VALUES[byte] * pow(BASE, at, 1 << 64) for at, byte in enumerate(text))
    return sum(terms) % (1 << 64)


class Vocabulary:
    """The pieces of a tokenizer as tables over piece ids.

    Attributes:
        lengths: code points of a piece, its word mark left out; of bytes, those that begin a
            character count; ``[vocabulary]``.
        is_fallback: whether a piece is a byte or unknown, ``[vocabulary]``.
        sizes: bytes that a piece spells in UTF-8, ``[vocabulary]``.
        hashes: of these bytes, a polynomial in `BASE` modulo 2 ** 64, ``[vocabulary]``.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        texts = [piece.removeprefix(_WORD_MARK) for piece in tokenizer.pieces()]
        bytes_of = [_BYTE.fullmatch(text) for text in texts]
        self._encoded = [
            bytes([int(byte[1], 16)]) if byte else text.encode()
            for text, byte in zip(texts, bytes_of, strict=True)
        ]
        self._byte = np.array([int(byte[1], 16) if byte else -1 for byte in bytes_of])
        self._first = np.array([ord(text[0]) if text else 0 for text in texts])
        continues = (self._byte & 0xC0) == 0x80
        is_byte = self._byte >= 0
        self.lengths: Array = np.where(is_byte, ~continues, [len(text) for text in texts])
        self.is_fallback = tokenizer.is_fallback
        self.sizes: Array = np.array([len(text) for text in self._encoded], dtype=np.int64)
        self.hashes: Array = np.array([_hash(text) for text in self._encoded], dtype=np.uint64)

    def word(self, pieces: Array) -> str:
        """The folded word that pieces spell; a word cut to its ends is spelled without its middle.

        Args:
            pieces: ids of one word, ``[pieces]``.
        """
        return b"".join(self._encoded[piece] for piece in pieces.tolist()).decode(
            "utf-8", "replace"
        )

    def first_letters(self, pieces: Array, starts: Array) -> Array:
        """The code point that each word begins with, ``[words]``; 0 where nothing can be told.

        Args:
            pieces: ids of the pieces of all words, ``[pieces]``.
            starts: where each word's pieces begin, ``[words]``.
        """
        at = starts + (self.lengths[pieces[starts]] == 0)  # a bare word mark
        at = np.minimum(at, len(pieces) - 1)
        first = np.where(self._byte[pieces[at]] >= 0, 0, self._first[pieces[at]])
        spelled = np.flatnonzero(self._byte[pieces[at]] >= 0)
        first[spelled] = self._from_bytes(pieces, at[spelled])
        return first

    def _from_bytes(self, pieces: Array, at: Array) -> Array:
        """The code points (RFC 3629) whose first byte is the piece at some places; 0 if damaged."""
        places = np.minimum(at[:, None] + np.arange(4), len(pieces) - 1)  # [characters, bytes]
        held = self._byte[pieces[places]]
        size = np.select([held[:, 0] >= 0xF0, held[:, 0] >= 0xE0, held[:, 0] >= 0xC0], [4, 3, 2], 1)
        bits = np.where(size == 1, held[:, 0], held[:, 0] & (0xFF >> (size + 1)))
        whole = np.ones(len(at), dtype=bool)
        for place in range(1, 4):
            used = size > place
            bits = np.where(used, (bits << 6) | (held[:, place] & 0x3F), bits)
            whole &= ~used | ((held[:, place] & 0xC0) == 0x80) & (held[:, place] >= 0)
        return np.where(whole & (bits <= 0x10FFFF), bits, 0)
