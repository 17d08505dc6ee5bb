"""What is known of countries: languages, postcode shapes, and the words that point to them.

The table is written by ``tools/locale_table.py`` and shipped with the package (see NOTICE).
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources

from postwright.text import fold

__all__ = ["LocaleTable", "load_table", "name_key"]


@dataclass(frozen=True)
class LocaleTable:
    """The table, read.

    Attributes:
        countries: ISO 3166-1 alpha-2 codes, sorted.
        languages: of each country, the usual one first; may be none.
        weights: how often an address is of each country before anything is known.
        shapes: pattern of a postcode, or None for a country without postcodes.
        names: name of a country by `name_key` → countries.
        regions: name of a region by `name_key` → countries.
        words: word of a street by `name_key` → languages.
    """

    countries: tuple[str, ...]
    languages: dict[str, tuple[str, ...]]
    weights: dict[str, float]
    shapes: dict[str, re.Pattern[str] | None]
    names: dict[str, tuple[str, ...]]
    regions: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]


def name_key(name: str) -> str:
    """The form in which names are compared: folded, without punctuation and spaces.

    >>> name_key("U.S.A."), name_key("Île de Ré")
    ('usa', 'îlederé')
    """
    return "".join(
        character
        for character in fold(name)
        if character.isalnum() or unicodedata.category(character).startswith("M")
    )


@cache
def load_table() -> LocaleTable:
    """Read the table, once."""
    packed = resources.files("postwright.parser").joinpath("locales.txt.gz").read_bytes()
    kinds: dict[str, dict[str, tuple[str, ...]]] = {"C": {}, "N": {}, "R": {}, "W": {}}
    shapes: dict[str, re.Pattern[str] | None] = {}
    weights: dict[str, float] = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        kind, key, values, shape, weight = line.split("\t")
        kinds[kind][key] = tuple(value for value in values.split(",") if value)
        if kind == "C":
            weights[key] = float(weight)
            shapes[key] = re.compile(shape, re.IGNORECASE) if shape else None
    return LocaleTable(
        countries=tuple(sorted(kinds["C"])),
        languages=kinds["C"],
        weights=weights,
        shapes=shapes,
        names=kinds["N"],
        regions=kinds["R"],
        words=kinds["W"],
    )
