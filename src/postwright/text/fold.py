"""The folded form of a word: what the tokenizer sees of it."""

from __future__ import annotations

import unicodedata

import regex

__all__ = ["EMPTY", "fold"]

#: Stands for a word of which folding leaves nothing, so that words and pieces stay in step.
EMPTY = "\u25a1"

#: Of a longer word only this many code points at its two ends are looked at. The tokenizer
#: keeps 8 + 4 pieces of a word, so more could not be told apart anyway.
_HEAD, _TAIL = 48, 24

_SURROGATE = regex.compile(r"[\ud800-\udfff]")
_DIGIT = regex.compile(r"(?![0-9])\p{Nd}")
_DELETED = regex.compile(r"[\s\p{White_Space}\u2581\x00]")


def fold(word: str) -> str:
    """Fold one word: NFKC, casefold, ASCII digits, no white space, never empty.

    Lone surrogates become U+FFFD. NUL, white space and U+2581 (sentencepiece's word mark), which
    compatibility forms may bring in, are deleted.

    >>> fold("STRASSE") == fold("Straße"), fold("Ｎｏ"), fold("٣")
    (True, 'no', '3')
    """
    if word.isascii() and word.isalnum() and len(word) <= _HEAD + _TAIL:
        return word.lower()
    folded = unicodedata.normalize("NFKC", _SURROGATE.sub("\ufffd", _clip(word)))
    folded = unicodedata.normalize("NFKC", folded.casefold())
    folded = _DIGIT.sub(_ascii_digit, folded)
    folded = unicodedata.normalize("NFC", _DELETED.sub("", folded))
    return _clip(folded) or EMPTY


def _ascii_digit(match: regex.Match[str]) -> str:
    """A digit as ASCII writes it, also one that is younger than Python's own tables."""
    digit = match.group()
    value = unicodedata.decimal(digit, None)
    if value is None:
        value = next(n for n in range(10) if regex.match(rf"\p{{Numeric_Value={n}}}", digit))
    return str(value)


def _clip(word: str) -> str:
    """The two ends of a word that is too long, the word itself otherwise."""
    return word if len(word) <= _HEAD + _TAIL else word[:_HEAD] + word[-_TAIL:]
