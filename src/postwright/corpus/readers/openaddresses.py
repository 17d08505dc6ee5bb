"""OpenAddresses: one CSV a source, as ``us/vt/statewide.csv``.

Input: comma-separated UTF-8 with the header
``LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH`` (letter case and further
columns do not matter). The country is the recipe's ``country``, or the nearest folder above the
file that has a two-letter name, the state folders of some countries passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from postwright.corpus.faults import Faults
from postwright.corpus.readers.delimited import delimited_rows
from postwright.corpus.readers.format import Fields, Format, ReadOptions

__all__ = ["OPENADDRESSES"]

_FIELD_OF = {
    "number": "house_number",
    "street": "street",
    "unit": "unit",
    "city": "locality",
    "district": "subregion",
    "region": "region",
    "postcode": "postcode",
}
#: Countries whose files lie in folders of their states, which have two letters as well.
_HAVE_STATE_FOLDERS = frozenset({"au", "be", "br", "ca", "cn", "de", "es", "in", "it", "us"})


def _read(path: Path, options: ReadOptions, faults: Faults) -> Iterator[tuple[str, Fields]]:
    country = options.country or _country_of(path)
    if not country:
        faults.refuse(str(path), 1, "no country: state `country`, or keep the folders (us/vt/…)")
        return
    for _, cells in delimited_rows(path, ("number", "street", "city", "postcode"), faults):
        fields = {field: cells[name] for name, field in _FIELD_OF.items() if name in cells}
        if fields.get("house_number") == "0":
            del fields["house_number"]  # what many sources write for "none"
        if "street" in fields:
            yield country, fields
        else:
            faults.set_aside(str(path), "no street")


def _country_of(path: Path) -> str:
    """The country folder: ``us`` of ``us/vt/statewide.csv``, ``fr`` of ``fr/paris.csv``."""
    folders = [part.lower() for part in reversed(path.parts[:-1])]
    for at, name in enumerate(folders):
        if len(name) == 2 and name.isalpha():
            above = folders[at + 1] if at + 1 < len(folders) else ""
            return (above if above in _HAVE_STATE_FOLDERS else name).upper()
    return ""


OPENADDRESSES = Format(
    "openaddresses",
    _read,
    licence="",  # each source of the collection has its own
    get="https://results.openaddresses.io, per-country downloads (with an account); unpack them",
)
