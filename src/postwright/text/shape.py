"""What folding takes away: the case, length and kind of a word, and what stood before it."""

from __future__ import annotations

import unicodedata

__all__ = ["GAPS", "GAP_COUNT", "SHAPES", "SHAPE_COUNT", "gap_of", "shape_of"]

#: Names of the shape ids; the position is the id, frozen with the text contract.
SHAPES: tuple[str, ...] = (
    "padding",
    "lower",
    "title",
    "upper",
    "mixed",
    "single_upper",
    "caseless",
    "digits_1",
    "digits_2",
    "digits_3",
    "digits_4",
    "digits_5",
    "digits_6",
    "digits_7",
    "digits_8",
    "digits_more",
    "comma",
    "full_stop",
    "hyphen",
    "slash",
    "hash",
    "ampersand",
    "open",
    "close",
    "quote",
    "colon",
    "other_punctuation",
    "other_number",
    "symbol",
    "other",
)
SHAPE_COUNT = 32

#: Names of the gap ids: what stands between a word and the one before it.
GAPS: tuple[str, ...] = ("padding", "start", "none", "space", "wide", "newline", "comma")
GAP_COUNT = 8

_ID = {name: position for position, name in enumerate(SHAPES)}
_GAP = {name: position for position, name in enumerate(GAPS)}
_PUNCTUATION = {
    ",": "comma", "，": "comma", "、": "comma", "،": "comma",
    ".": "full_stop", "。": "full_stop",
    "/": "slash", "\\": "slash", "#": "hash", "№": "hash", "&": "ampersand", "@": "ampersand",
    "'": "quote", "’": "quote", "`": "quote", "´": "quote", '"': "quote",
    ":": "colon", ";": "colon", "：": "colon",
}  # fmt: skip
_BY_CATEGORY = {
    "Pd": "hyphen", "Ps": "open", "Pe": "close", "Pi": "quote", "Pf": "quote",
    "Nl": "other_number", "No": "other_number",
    "Sm": "symbol", "Sc": "symbol", "Sk": "symbol", "So": "symbol",
}  # fmt: skip
_COMMAS = frozenset(",，、،")
_NEWLINES = frozenset("\n\r\v\f\x85\u2028\u2029")


def shape_of(word: str) -> int:
    """Shape id of a word as `segment` cuts it.

    >>> [SHAPES[shape_of(word)] for word in ("Ave", "NY", "ny", "McDonald", "10118", ",")]
    ['title', 'upper', 'lower', 'mixed', 'digits_5', 'comma']
    """
    return _ID[_shape_name(word)]


def _shape_name(word: str) -> str:
    category = unicodedata.category(word[0])
    if category == "Nd":
        return f"digits_{len(word)}" if len(word) <= 8 else "digits_more"
    if category[0] in "LM":
        return _case_name(word)
    if word in _PUNCTUATION:
        return _PUNCTUATION[word]
    if category[0] == "P":
        return _BY_CATEGORY.get(category, "other_punctuation")
    return _BY_CATEGORY.get(category, "other")


def _case_name(word: str) -> str:
    if word.isupper():
        return "upper" if len(word) > 1 else "single_upper"
    if word.islower():
        return "lower"
    if not any(char.isupper() or char.islower() for char in word):
        return "caseless"
    head, tail = word[0], word[1:]
    return "title" if head.isupper() and not any(map(str.isupper, tail)) else "mixed"


def gap_of(between: str, previous: str) -> int:
    r"""Gap id from the white space ``between`` two words and the ``previous`` word.

    A line break says more than a comma, a comma more than a space.

    >>> [GAPS[gap_of(*pair)] for pair in ((" ", "Ave"), (" ", ","), ("", "12"), ("\n", ","))]
    ['space', 'comma', 'none', 'newline']
    """
    gap = space_of(between)
    return COMMA_GAP if previous in _COMMAS and gap != NEWLINE_GAP else gap


def space_of(between: str) -> int:
    """Gap id from the white space alone."""
    if not between:
        return _GAP["none"]
    if between == " ":
        return _GAP["space"]
    if not _NEWLINES.isdisjoint(between):
        return NEWLINE_GAP
    return _GAP["wide" if len(between) > 1 or between == "\t" else "space"]


#: Gap id of the first word of a text.
START_GAP = _GAP["start"]
NEWLINE_GAP = _GAP["newline"]
COMMA_GAP = _GAP["comma"]

#: Shape id of commas of all scripts, the words that give the next one a comma's gap.
COMMA = _ID["comma"]
