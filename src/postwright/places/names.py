"""The forms in which names of places and postcodes are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["has_words", "place_key", "postcode_key"]

#: Words that are written short at the head of a name, and what they are compared as.
_WORDS = {"st": "saint", "sankt": "saint", "sint": "saint", "ste": "sainte"} | {
    "mt": "mount",
    "ft": "fort",
}
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b")

#: Letters that no decomposition brings to their plain form.
_PLAIN = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}

_BETWEEN = re.compile(r"[\W_]+")

_OUTWARD_AND_INWARD = 5
_INWARD = 3
_COUNTRY_LETTERS = re.compile(r"^[A-Z]{1,2}(?=\d{3})")


class _Letters(dict[int, str]):
    """What each code point becomes, found out once: itself, its plain form, or nothing."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char.isdecimal():
            plain = str(unicodedata.decimal(char))
        elif char in _PLAIN:
            plain = _PLAIN[char]
        elif char == "\n" or char.isalnum() or _is_letter_mark(char):
            plain = char
        else:
            plain = ""
        self[code] = plain
        return plain


_LETTERS = _Letters()


def _is_letter_mark(char: str) -> bool:
    """A vowel sign or the like; the accents of Latin, Greek and Cyrillic letters are none."""
    return unicodedata.category(char)[0] == "M" and not "\u0300" <= char <= "\u036f"


def place_key(name: str) -> str:
    """The form in which names of places are compared: `text.fold` without accents and spaces.

    Lines stay lines, so that many names are folded in one call.

    >>> place_key("SAN JOSÉ"), place_key("St. Louis") == place_key("Saint-Louis"), place_key("Łódź")
    ('sanjose', True, 'lodz')
    """
    folded = unicodedata.normalize("NFKD", name.casefold())
    folded = _WORD.sub(lambda match: _WORDS[match.group()], folded)
    return unicodedata.normalize("NFC", folded.translate(_LETTERS))


def has_words(name: str, written: str) -> bool:
    """Whether a name begins with the words that somebody wrote: keys do not tell words apart.

    >>> has_words("Newcastle upon Tyne", "NEWCASTLE"), has_words("New Castle", "Newcastle")
    (True, False)
    """
    words, wanted = _words(name), _words(written)
    return words[: len(wanted)] == wanted


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> list[str]:
    return place_key(_BETWEEN.sub("\n", name)).split()


def postcode_key(code: str, country: str) -> str:
    """The part of a postcode that the table knows: British codes lose what follows the district.

    >>> postcode_key("cb2 1tn", "GB"), postcode_key("LV-1010", "LV"), postcode_key("1015 CJ", "NL")
    ('CB2', '1010', '1015CJ')
    """
    bare = "".join(filter(str.isalnum, code)).upper()
    if country == "GB":
        return bare[:-_INWARD] if len(bare) >= _OUTWARD_AND_INWARD else bare
    return _COUNTRY_LETTERS.sub("", bare)
