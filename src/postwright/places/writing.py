"""Write a table of places."""

from __future__ import annotations

import hashlib
import json
import math
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from postwright.places.names import place_key
from postwright.places.table import FORMAT, VERSION, Place

__all__ = ["write_places"]

#: Bytes of text in a block, before it is packed.
_BLOCK = 16384
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def write_places(
    path: Path,
    places: Iterable[tuple[str, Place]],
    *,
    sources: Sequence[Mapping[str, str]],
) -> None:
    """Write a table, by a temporary name.

    Args:
        path: the file.
        places: headings under which places are found, and the places. A heading is a name of
            the place, whole or short; a place may have several.
        sources: `name`, `licence` and `url` of what the places are from.
    """
    by_key: dict[str, list[tuple[str, Place]]] = {}
    for heading, place in places:
        by_key.setdefault(place_key(heading), []).append((heading, place))
    by_key.pop("", None)
    areas = Counter(_area(place) for found in by_key.values() for _, place in found)
    numbers = {area: number for number, (area, _) in enumerate(areas.most_common())}
    body = bytearray()
    index = []
    for first, text in _blocks(by_key, numbers):
        index.append("\t".join((first, *map(str, _append(body, text)))))
    facts = {
        "format": FORMAT,
        "version": VERSION,
        "names": len(by_key),
        "places": len({place for found in by_key.values() for _, place in found}),
        "countries": len({area[0] for area in areas}),
        "sources": list(sources),
        "index": _append(body, "\n".join(index)),
        "areas": _append(body, "\n".join("\t".join(area) for area in numbers)),
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    unfinished = path.with_name(path.name + ".tmp")
    unfinished.write_bytes(json.dumps(facts, ensure_ascii=False).encode() + b"\n" + body)
    unfinished.replace(path)


def _append(body: bytearray, text: str) -> tuple[int, int]:
    """Pack a text behind the rest; where it lies."""
    packed = zlib.compress(text.encode("utf-8"), 9)
    start = len(body)
    body += packed
    return start, len(packed)


def _blocks(
    by_key: Mapping[str, Sequence[tuple[str, Place]]], numbers: Mapping[tuple[str, ...], int]
) -> Iterable[tuple[str, str]]:
    """First key and text of each block."""
    first, lines, size = "", list[str](), 0
    for key in sorted(by_key):
        line = _line(by_key[key], numbers)
        if not lines:
            first = key
        lines.append(line)
        size += len(line.encode("utf-8"))
        if size >= _BLOCK:
            yield first, "\n".join(lines)
            lines, size = [], 0
    if lines:
        yield first, "\n".join(lines)


def _line(found: Sequence[tuple[str, Place]], numbers: Mapping[tuple[str, ...], int]) -> str:
    """The places of one key, the largest first, without those that are there twice."""
    order = sorted(
        dict.fromkeys(place for _, place in found),
        key=lambda place: (-place.size, place.country, place.region, place.subregion, place.name),
    )
    heading = min(found, key=lambda one: order.index(one[1]))[0]
    return "\t".join((heading, *(_packed(place, heading, numbers) for place in order)))


def _packed(place: Place, heading: str, numbers: Mapping[tuple[str, ...], int]) -> str:
    level = round(2 * math.log2(max(place.size, 1)))
    codes = ",".join(
        first if first == last else f"{first}-{last}" for first, last in place.postcodes
    )
    own = [] if place.name == heading else [place.name]
    return "|".join((_base36(numbers[_area(place)]), str(level), codes, *own))


def _area(place: Place) -> tuple[str, ...]:
    return place.country, place.region, place.region_code, place.subregion


def _base36(number: int) -> str:
    return (_base36(number // 36) if number >= 36 else "") + _DIGITS[number % 36]
