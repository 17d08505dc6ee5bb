"""Which rows may be trained on: one frozen function for corpus, golden set and models.

Localities are held out whole; in large ones, listed once in ``large_localities.txt.gz``, single
streets are, so that no model is blind to a big city.
"""

from __future__ import annotations

import gzip
import hashlib
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

__all__ = ["Split", "is_large", "line_digest", "normalise_line", "split_of"]

Split = Literal["train", "dev", "test"]

#: Shares of the hash space: the last tenth is held out, half for each use.
_DEV_FROM, _TEST_FROM = 0.90, 0.95


def normalise_line(raw: str) -> str:
    """``raw`` reduced to its letters and numbers: NFKC, casefold, single spaces.

    Runs of characters that are neither alphanumeric nor a combining mark become one space.

    >>> normalise_line("  12, RUE de l'Été ")
    '12 rue de l été'
    """
    if raw.isascii():
        return b" ".join(raw.encode().translate(_ASCII_KEPT).split()).decode()
    folded = unicodedata.normalize("NFKC", raw).casefold()
    return " ".join(folded.translate(_KEPT).split())


class _Kept(dict[int, str]):
    """What each code point becomes, found out once: itself or a space."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = char if char.isalnum() or unicodedata.category(char)[0] == "M" else " "
        self[code] = kept
        return kept


_KEPT = _Kept()
_ASCII_KEPT = bytes(ord(_KEPT[code].lower()) if code < 128 else code for code in range(256))


def line_digest(raw: str) -> str:
    """First 20 hex digits of the SHA-1 of the normalised line: the key of exclusion lists."""
    return hashlib.sha1(normalise_line(raw).encode("utf-8", "replace")).hexdigest()[:20]


def split_of(country: str, locality: str, street: str = "") -> Split:
    """The split that an address belongs to, for ever.

    Args:
        country: ISO 3166-1 alpha-2 code in upper case, or ``""``.
        locality: as written; compared in its normalised form.
        street: decides in large localities and where the locality is unknown.

    A row with nothing to decide by is training material.

    >>> split_of("US", "Montpelier"), split_of("FR", "Paris", "Rue de Rivoli")
    ('train', 'train')
    """
    place, way = normalise_line(locality), normalise_line(street)
    if not place or is_large(country, place):
        return _split(f"{country}|{place}|{way}") if way else "train"
    return _split(f"{country}|{place}")


def is_large(country: str, locality: str) -> bool:
    """Whether a locality, given in normalised form, is split by street."""
    return f"{country}|{locality}" in _large_localities()


@lru_cache(maxsize=1 << 16)
def _split(key: str) -> Split:
    digest = hashlib.sha1(key.encode("utf-8", "replace")).digest()
    share = int.from_bytes(digest[:8], "big") / 2**64
    if share < _DEV_FROM:
        return "train"
    return "dev" if share < _TEST_FROM else "test"


@cache
def _large_localities() -> frozenset[str]:
    packed = resources.files("postwright").joinpath("large_localities.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode("utf-8").split("\n"))
