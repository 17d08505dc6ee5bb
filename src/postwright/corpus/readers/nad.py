"""The US National Address Database, text release (``NAD_r21.txt`` of the zip, or the zip itself).

Input: comma-separated UTF-8 with a header. Read are ``AddNo_Full`` (or ``Add_Number``),
``StNam_Full``, ``Building``, ``Floor``, ``Unit``, ``Post_City``, ``Inc_Muni``, ``Uninc_Comm``,
``Nbrhd_Comm``, ``County``, ``State``, ``Zip_Code`` and ``Plus_4``; "Not stated" is empty. The
town is the postal city, else the incorporated, else the unincorporated one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from postwright.corpus.faults import Faults
from postwright.corpus.readers.delimited import delimited_rows
from postwright.corpus.readers.format import Fields, Format, ReadOptions

__all__ = ["NAD"]

_NEEDED = ("stnam_full", "state", "zip_code")
_COLUMNS = {
    "house_number": ("addno_full", "add_number"),
    "street": ("stnam_full",),
    "building": ("building",),
    "level": ("floor",),
    "unit": ("unit",),
    "dependent_locality": ("nbrhd_comm",),
    "locality": ("post_city", "inc_muni", "uninc_comm"),
    "subregion": ("county",),
    "region": ("state",),
    "postcode": ("zip_code",),
}
_EMPTY = frozenset({"not stated", "unincorporated", "unknown", "0"})
#: What a bare value of a column is written with.
_DESIGNATOR = {"building": "Bldg", "level": "Fl", "unit": "Unit"}


def _read(path: Path, options: ReadOptions, faults: Faults) -> Iterator[tuple[str, Fields]]:
    for _, cells in delimited_rows(path, _NEEDED, faults):
        cells = {name: cell for name, cell in cells.items() if cell.casefold() not in _EMPTY}
        fields = {}
        for field, columns in _COLUMNS.items():
            value = next((cells[name] for name in columns if name in cells), "")
            if value:
                fields[field] = _designated(field, value)
        if "postcode" in fields and "plus_4" in cells:
            fields["postcode"] += f"-{cells['plus_4']}"
        if "street" in fields:
            yield "US", fields
        else:
            faults.set_aside(str(path), "no street")


def _designated(field: str, value: str) -> str:
    """`Unit 4` of a bare `4`; a value of several words has its own designator."""
    bare = " " not in value and not value.startswith("#")
    return f"{_DESIGNATOR[field]} {value}" if field in _DESIGNATOR and bare else value


NAD = Format(
    "nad",
    _read,
    licence="US public domain (US DOT, National Address Database)",
    get="https://www.transportation.gov/gis/national-address-database, the text (CSV) release",
)
