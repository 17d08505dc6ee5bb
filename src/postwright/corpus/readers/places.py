"""Gazetteer tables: ``places/<CC>/streets.tsv.gz`` and ``places/<CC>/localities.tsv.gz``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from postwright.corpus.conventions import mend
from postwright.corpus.faults import Faults
from postwright.corpus.licences import Licences
from postwright.corpus.readers.tables import table_rows

__all__ = ["read_localities", "read_streets"]

_LEVELS = ("locality", "dependent_locality", "subregion", "region", "postcode")
_STREET_FIELDS = ("street", *_LEVELS)
_LOCALITY_FIELDS = (*_LEVELS, "commune", "region_code", "locality_alt")

#: Sources whose alternative name is the whole address in English: "Sala Mai, Tak Bai, Narathiwat".
_ENGLISH_ADDRESS = frozenset({"kongvut", "thanglequoc"})

#: What a postal list has a postcode of beside places.
_NO_PLACE = re.compile(r"\bP\.?O\.? ?Box|\bPost Office\b")

Fields = dict[str, str]


def read_streets(
    path: Path, licences: Licences, faults: Faults, *, most: int = 0
) -> Iterator[tuple[str, Fields]]:
    """Country and mended fields of every street whose source's licence is known.

    A row may come without a locality: the name of a street somewhere in the country.

    Args:
        path: ``<CC>/streets.tsv.gz``.
        licences: what may be used.
        faults: where bad rows are counted.
        most: rows to take, evenly spread over the file; 0 for all of them.
    """
    country, by_file = path.parent.name, licences.allows(path)
    for _, cells in table_rows(path, _STREET_FIELDS, faults, most=most):
        src = cells.get("src", "")
        if "street" not in cells:
            faults.set_aside(str(path), "no street")
        elif '"' in cells["street"]:
            faults.set_aside(str(path), "a quotation mark in the street")
        elif licences.allows(path, src) if src else by_file:
            fields = {name: cells[name] for name in _STREET_FIELDS if name in cells}
            mend(country, fields, src)
            yield country, fields


def read_localities(
    path: Path, licences: Licences, faults: Faults, *, most: int = 0
) -> Iterator[tuple[str, Fields]]:
    """The same for the places of ``<CC>/localities.tsv.gz``."""
    country, by_file = path.parent.name, licences.allows(path)
    for _, cells in table_rows(path, ("locality",), faults, most=most):
        src = cells.get("src", "")
        if "locality" not in cells or _NO_PLACE.search(cells["locality"]):
            faults.set_aside(str(path), "no locality")
        elif licences.allows(path, src) if src else by_file:
            fields = {name: cells[name] for name in _LOCALITY_FIELDS if name in cells}
            if src in _ENGLISH_ADDRESS:
                yield from _in_english(country, fields, src)
            mend(country, fields, src)
            yield country, fields


def _in_english(country: str, fields: Fields, src: str) -> Iterator[tuple[str, Fields]]:
    """The English twin of a row, its names taken from the alternative-name column."""
    names = fields.pop("locality_alt", "").split(", ")
    if len(names) == 3:
        twin = dict(zip(("dependent_locality", "locality", "region"), names, strict=True))
        if "postcode" in fields:
            twin["postcode"] = fields["postcode"]
        mend(country, twin, src)
        yield country, twin
