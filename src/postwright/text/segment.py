"""Cut a text into words without changing a character of it."""

from __future__ import annotations

import re

import regex

__all__ = ["cut", "segment"]

#: Scripts written without spaces: their words are single extended grapheme clusters. U+30FC, the
#: mark that lengthens a kana vowel, is of no script of its own and belongs with them.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\u30FC"

_WORD = regex.compile(
    rf"""(
      \p{{Nd}}++                                # a run of digits, of any script
    | [[\p{{L}}\p{{M}}]--[{_UNSPACED}]]++       # a run of letters and marks
    | (?=[{_UNSPACED}])\X                       # one grapheme of an unspaced script
    | \S                                        # any other character that is not white space
    )""",
    regex.VERSION1 | regex.VERBOSE,
)

#: The same words in texts of Latin letters alone, which the standard library finds in a quarter
#: of the time. Below U+0250 there are no marks, no unspaced scripts and no digits but ASCII's.
_LATIN_WORD = re.compile("([A-Za-zªµºÀ-ÖØ-öø-\u024f]+|[0-9]+|[^\t-\r \x85\xa0])")
_BEYOND_LATIN = re.compile("[^\x00-\u024f]")


def segment(text: str) -> list[tuple[int, int]]:
    """Offsets ``(start, end)`` of the words of ``text``, in code points, end-exclusive.

    A word is a run of letters and marks, a run of digits, one grapheme of a script written
    without spaces, or one other character. White space belongs to no word; everything else
    belongs to exactly one. About 5 µs for an address of 10 words.

    >>> text = "12a Rue d'Été"
    >>> [text[start:end] for start, end in segment(text)]
    ['12', 'a', 'Rue', 'd', "'", 'Été']
    """
    word = _LATIN_WORD if _BEYOND_LATIN.search(text) is None else _WORD
    return [match.span() for match in word.finditer(text)]


def cut(text: str) -> list[str]:
    """White space and words of ``text`` in turn, white space (often none) first and last.

    The words are those of `segment`, in half the time.

    >>> cut("12a Rue")
    ['', '12', '', 'a', ' ', 'Rue', '']
    """
    word = _LATIN_WORD if _BEYOND_LATIN.search(text) is None else _WORD
    return word.split(text)
