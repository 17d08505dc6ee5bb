"""Who's On First places and postal codes: GeoJSON checkouts and SQLite distributions.

Input: a folder of GeoJSON features (the ``data`` folder of ``whosonfirst-data-admin-xx`` or
``-postalcode-xx``), a GeoJSON file, or a SQLite distribution with its ``geojson`` table. Read are
``wof:name``, ``wof:placetype``, ``wof:country``, ``wof:hierarchy``, and the name in the first
official language. The names of the places above come from the same input, so a country's admin
data, and its postal codes, belong into one folder or file. Deprecated, superseded and no longer
current places are left out.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from postwright.corpus.faults import Faults
from postwright.corpus.readers.features import geojson_properties
from postwright.corpus.readers.format import Fields, Format, ReadOptions

__all__ = ["WHOSONFIRST"]

_FIELD_OF = {
    "region": "region",
    "county": "subregion",
    "locality": "locality",
    "borough": "dependent_locality",
    "neighbourhood": "dependent_locality",
    "postalcode": "postcode",
}
#: Place types that become rows; regions and counties are only named by the places below them.
_ROWS = ("locality", "borough", "neighbourhood", "postalcode")
#: Keys of a hierarchy, the larger places first.
_ABOVE = {"region_id": "region", "county_id": "subregion", "locality_id": "locality"}

Properties = dict[str, Any]


def _read(path: Path, options: ReadOptions, faults: Faults) -> Iterator[tuple[str, Fields]]:
    names = _names_above(path)
    for properties in _all_properties(path, faults):
        placetype = properties.get("wof:placetype")
        if placetype not in _ROWS or not _is_current(properties):
            continue
        country = str(properties.get("wof:country") or options.country).upper()
        fields = _fields(properties, names)
        if len(country) == 2 and "locality" in fields:
            yield country, fields
        else:
            faults.set_aside(str(path), "no country or no town above it")


def _names_above(path: Path) -> dict[int, str]:
    """The names of regions, counties and towns by their id; a first pass over the input."""
    wanted = {kind.removesuffix("_id") for kind in _ABOVE}
    return {
        int(properties["wof:id"]): _local_name(properties)
        for properties in _all_properties(path, Faults())  # counted in the second pass
        if properties.get("wof:placetype") in wanted and "wof:id" in properties
    }


def _fields(properties: Properties, names: dict[int, str]) -> Fields:
    """The place's own name and those of the places above it."""
    fields = {}
    hierarchy: dict[str, int] = next(iter(properties.get("wof:hierarchy") or []), {})
    for key, field in _ABOVE.items():
        name = names.get(hierarchy.get(key, -1))
        if name:
            fields[field] = name
    own, field = _local_name(properties), _FIELD_OF[properties["wof:placetype"]]
    fields[field] = own
    english = str(properties.get("wof:name") or "")
    if field == "locality" and english and english != own:
        fields["locality_alt"] = english
    return {field: name for field, name in fields.items() if name}


def _local_name(properties: Properties) -> str:
    """The name in the first official language that has one, else the default name."""
    for language in properties.get("wof:lang_x_official") or []:
        preferred = properties.get(f"name:{language}_x_preferred")
        if preferred:
            return str(preferred[0])
    return str(properties.get("wof:name") or "")


def _is_current(properties: Properties) -> bool:
    gone = properties.get("edtf:deprecated") or properties.get("wof:superseded_by")
    return not gone and properties.get("mz:is_current") != 0


def _all_properties(path: Path, faults: Faults) -> Iterator[Properties]:
    if path.is_dir():
        for file in sorted(path.rglob("*.geojson")):
            if "-alt-" not in file.name:
                yield from (found for _, found in geojson_properties(file, faults))
    elif path.suffix in (".db", ".sqlite"):
        yield from _sqlite_properties(path, faults)
    else:
        yield from (found for _, found in geojson_properties(path, faults))


def _sqlite_properties(path: Path, faults: Faults) -> Iterator[Properties]:
    """The properties in the ``geojson`` table of a distribution."""
    number = 0
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            query = "SELECT body FROM geojson WHERE COALESCE(is_alt, 0) = 0 ORDER BY id"
            for number, (body,) in enumerate(database.execute(query), start=1):
                try:
                    properties = dict(json.loads(body)["properties"])
                except (ValueError, KeyError, TypeError):
                    faults.refuse(str(path), number, "no GeoJSON feature with properties")
                else:
                    faults.accept(str(path))
                    yield properties
    except sqlite3.Error as error:
        faults.refuse(str(path), number + 1, f"no Who's On First database: {error}")


WHOSONFIRST = Format(
    "whosonfirst",
    _read,
    licence="CC BY 4.0 and others (Who's On First, https://whosonfirst.org/docs/licenses)",
    get="https://geocode.earth/data/whosonfirst (SQLite) or github.com/whosonfirst-data (GeoJSON)",
)
