"""TIGER/Line ADDRFEAT: street names with address ranges, ``tl_2024_50007_addrfeat.dbf``.

Input: the attributes of the shapefile, as its dBase table or as CSV with the same columns. Read
are ``FULLNAME``, ``LFROMHN`` and ``ZIPL``, ``RFROMHN`` and ``ZIPR``: a row for each side of the
street that has a range, numbered with the range's first number. There is no town in the file: a
corpus gives each row some place of the country, whose postcode takes the place of the row's.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from postwright.corpus.faults import Faults
from postwright.corpus.readers.dbf import dbf_rows
from postwright.corpus.readers.delimited import delimited_rows
from postwright.corpus.readers.format import Fields, Format, ReadOptions

__all__ = ["TIGER_ADDRFEAT"]

_NEEDED = ("fullname", "lfromhn", "rfromhn", "zipl", "zipr")


def _read(path: Path, options: ReadOptions, faults: Faults) -> Iterator[tuple[str, Fields]]:
    rows = dbf_rows if path.suffix.lower() == ".dbf" else delimited_rows
    for _, cells in rows(path, _NEEDED, faults):
        street = cells.get("fullname")
        if not street:
            faults.set_aside(str(path), "no street")
            continue
        for side in "lr":
            number, postcode = cells.get(f"{side}fromhn"), cells.get(f"zip{side}")
            if number:
                fields = {"house_number": number, "street": street}
                yield "US", fields | ({"postcode": postcode} if postcode else {})


TIGER_ADDRFEAT = Format(
    "tiger_addrfeat",
    _read,
    licence="US public domain (US Census Bureau, TIGER/Line)",
    get="https://www2.census.gov/geo/tiger/TIGER2024/ADDRFEAT/, unpacked",
)
