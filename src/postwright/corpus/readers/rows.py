"""Venue and address rows, ``rows/*.tsv.gz``: components, and the real lines among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from postwright.corpus.alignment import align
from postwright.corpus.conventions import mend
from postwright.corpus.faults import Faults
from postwright.corpus.place_names import PlaceNames
from postwright.corpus.readers.tables import table_rows
from postwright.corpus.records import FIELD_NAMES, Row

__all__ = ["read_raw_rows", "read_rows"]

_WANTED = ("venue", "house_number", "street", "locality", "postcode", "country", "raw")
#: Without one of these a row says too little to be composed.
_NEEDED = ("street", "po_box")

Fields = dict[str, str]


def read_rows(path: Path, faults: Faults, *, cap: int = 0) -> Iterator[tuple[str, Fields]]:
    """Country and mended fields of every row that has a street or a box.

    Args:
        path: the file.
        faults: where bad rows are counted.
        cap: most rows of one venue name, so that a chain of shops is not half a source; 0: all.
    """
    venues: Counter[str] = Counter()
    for _, cells in table_rows(path, _WANTED, faults):
        venue = cells.get("venue", "").casefold()
        venues[venue] += 1
        if venue and cap and venues[venue] > cap:
            continue
        country, fields = _mended(cells)
        had_street = "street" in cells  # of a French zone alone nothing else is left
        if "locality" in fields and (had_street or any(name in fields for name in _NEEDED)):
            yield country, fields


def read_raw_rows(
    path: Path, source: str, faults: Faults, *, near: Path | None = None
) -> Iterator[Row]:
    """Real written lines whose every word one of the row's fields accounts for.

    The others are quarantined: counted by reason, not as bad rows.

    Args:
        path: the file.
        source: name of the source, for the rows.
        faults: where bad rows, and reasons of the quarantine, are counted.
        near: the data folder, whose place names help to align lines nearly; None for exactly.
    """
    for _, cells in table_rows(path, _WANTED, faults):
        raw = cells.pop("raw", "")
        country, fields = _mended(cells)
        if not raw or (near is None and not any(name in cells for name in _NEEDED)):
            continue
        names = PlaceNames.load(near, country) if near is not None else None
        row = align(raw, fields, country, source, names=names)
        if isinstance(row, Row):
            yield row
        else:
            faults.set_aside(str(path), row)


def _mended(cells: Fields) -> tuple[str, Fields]:
    """The country of a row and its fields under the country's convention."""
    country = cells.get("country", "")
    fields = {name: value for name, value in cells.items() if name in FIELD_NAMES}
    fields.pop("country", None)
    mend(country, fields)
    return country, fields
