"""The table of places: a header, and blocks of names in the order of their keys.

The file is one line of JSON, then zlib streams. The header says where the index (first key of each
block), the areas (country, region, code, subregion) and the blocks lie, and the SHA-256 of all
that follows it. A look-up unpacks one block; names and blocks that were used stay at hand.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from postwright.errors import PlacesError
from postwright.places.names import has_words, place_key, postcode_key

__all__ = ["FORMAT", "VERSION", "Place", "PlaceTable", "load_places", "read_places"]

FORMAT, VERSION = "postwright places", 1

#: A longer name is the name of no place.
_LONGEST_NAME = 100

#: Blocks that stay unpacked: about 50 kB each.
_BLOCKS = 64
_NAMES = 8192

#: What may be left out at the end of a name: the number or the letter of a delivery district.
_DISTRICT = re.compile(r"[\s-]+(?:\d{1,3}|\w)$")

#: How letters with an umlaut are written where there are none.
_UMLAUTS = {"ae": "ä", "oe": "ö", "ue": "ü"}
_BRITISH_AREA = re.compile(r"[A-Z]*")
_SPELLED = re.compile("|".join(_UMLAUTS))


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a name may mean.

    Attributes:
        name: as its source writes it.
        country: ISO 3166-1 alpha-2.
        region: first-level subdivision, or "".
        region_code: its code where people write it (``IL``), or "".
        subregion: county, department or district, or "".
        postcodes: first and last of each run of codes; some countries have only the first half.
        size: a rough estimate of its inhabitants, from the postcodes that it has; for ranking.
    """

    name: str
    country: str
    region: str
    region_code: str
    subregion: str
    postcodes: tuple[tuple[str, str], ...]
    size: float

    def has_postcode(self, code: str) -> bool:
        """Whether a postcode, as people write it, is one of the place's.

        In Britain its area (``CB``) is compared: the codes of a town stand at its suburbs.

        >>> bonn = Place("Bonn", "DE", "", "", "", (("53111", "53123"),), 330e3)
        >>> bonn.has_postcode("D-53113"), bonn.has_postcode("10115")
        (True, False)
        """
        key = postcode_key(code, self.country)
        if self.country == "GB":
            area = _british_area(key)
            return any(_british_area(end) == area for run in self.postcodes for end in run)
        return any(first <= key[: len(last)] <= last for first, last in self.postcodes)

    def to_json(self) -> dict[str, Any]:
        """Return the place as plain data; what is not known is left out."""
        known = {
            "name": self.name,
            "country": self.country,
            "region": self.region,
            "region_code": self.region_code,
            "subregion": self.subregion,
            "postcodes": [
                first if first == last else f"{first}-{last}" for first, last in self.postcodes
            ],
        }
        return {key: value for key, value in known.items() if value}


class PlaceTable:
    """A table of places, read. Safe to share between threads."""

    def __init__(self, packed: bytes, name: str) -> None:
        """Check a table.

        Args:
            packed: the content of the file.
            name: what to call it in errors.

        Raises:
            PlacesError: it is no table, is damaged, or has another version.
        """
        head, _, self._body = packed.partition(b"\n")
        self.facts = _header(head, self._body, name)
        self._keys: list[str] = []
        self._spans: list[tuple[int, int]] = []
        for line in self._text(*self.facts["index"]).splitlines():
            key, start, length = line.split("\t")
            self._keys.append(key)
            self._spans.append((int(start), int(length)))
        self._areas = [
            tuple(line.split("\t")) for line in self._text(*self.facts["areas"]).split("\n")
        ]
        self._block = lru_cache(maxsize=_BLOCKS)(self._unpack)
        self.find = lru_cache(maxsize=_NAMES)(self._find)

    def _find(self, name: str) -> tuple[Place, ...]:
        """The places of a name, the largest first; none where the table does not know it.

        Case, accents, hyphens and spaces do not count. A number or letter of a delivery district
        (``Dublin 4``) may follow the name, and ``ue`` may stand for ``ü``.
        """
        if len(name) > _LONGEST_NAME:
            return ()
        key = place_key(name.replace("\n", " "))
        if found := self._of_key(key):
            return tuple(sorted(found, key=lambda place: not has_words(place.name, name)))
        if short := _DISTRICT.sub("", name.strip()):
            found = self._of_key(place_key(short.replace("\n", " ")))
        return found or self._spelled(key)

    def _spelled(self, key: str) -> tuple[Place, ...]:
        """Places whose umlauts were written as two letters."""
        plain = _SPELLED.sub(lambda match: match.group()[0], key)
        if plain == key:
            return ()
        return tuple(place for place in self._of_key(plain) if _spelled_out(place.name) == key)

    def _of_key(self, key: str) -> tuple[Place, ...]:
        """The places of a key."""
        at = bisect_right(self._keys, key) - 1
        line = self._block(at).get(key) if key and at >= 0 else None
        if line is None:
            return ()
        heading, *places = line.split("\t")
        return tuple(self._place(heading, place) for place in places)

    def _unpack(self, at: int) -> dict[str, str]:
        """The lines of a block by their keys."""
        lines = self._text(*self._spans[at]).split("\n")
        headings = "\n".join(line.partition("\t")[0] for line in lines)
        return dict(zip(place_key(headings).split("\n"), lines, strict=True))

    def _place(self, heading: str, packed: str) -> Place:
        area, level, codes, *own = packed.split("|")
        country, region, region_code, subregion = self._areas[int(area, 36)]
        runs = (code.split("-") for code in codes.split(",") if code)
        return Place(
            own[0] if own else heading,
            country,
            region,
            region_code,
            subregion,
            tuple((run[0], run[-1]) for run in runs),
            2.0 ** (int(level) / 2),
        )

    def _text(self, start: int, length: int) -> str:
        return zlib.decompress(self._body[start : start + length]).decode("utf-8")


@cache
def load_places() -> PlaceTable:
    """The table inside the package, read once (about 20 ms)."""
    return PlaceTable(
        resources.files("postwright.places").joinpath("world.places").read_bytes(),
        "the table of places of this package",
    )


def read_places(path: Path) -> PlaceTable:
    """A table on disk; raises `PlacesError`."""
    return PlaceTable(path.read_bytes(), str(path))


def _british_area(code: str) -> str:
    """The letters that a British postcode begins with."""
    found = _BRITISH_AREA.match(code)
    return found.group() if found else ""


def _spelled_out(name: str) -> str:
    """The key of a name with its umlauts as two letters."""
    for letters, umlaut in _UMLAUTS.items():
        name = name.replace(umlaut, letters).replace(umlaut.upper(), letters)
    return place_key(name)


def _header(head: bytes, body: bytes, name: str) -> dict[str, Any]:
    """Read the first line and hold the rest to it."""
    try:
        facts = json.loads(head)
    except ValueError:
        facts = None
    if not isinstance(facts, dict) or facts.get("format") != FORMAT:
        raise PlacesError(f"{name} is no table of places")
    if facts.get("version") != VERSION:
        raise PlacesError(
            f"{name} has version {facts.get('version')!r}; this package reads {VERSION}"
        )
    if hashlib.sha256(body).hexdigest() != facts.get("sha256"):
        raise PlacesError(f"{name} is damaged: its SHA-256 is not the one in its header")
    return facts
