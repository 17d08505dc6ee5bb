"""GeoNames postal codes: ``US.zip``, ``US.txt`` or ``allCountries.zip``.

Input: tab-separated UTF-8 without header and quotes, twelve columns: country code, postal code,
place name, name and code of the first three administrative levels, latitude, longitude, accuracy.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from postwright.corpus.faults import Faults
from postwright.corpus.readers.delimited import delimited_rows
from postwright.corpus.readers.format import Fields, Format, ReadOptions

__all__ = ["GEONAMES_POSTAL"]

_HEADER = (
    "country",
    "postcode",
    "locality",
    "region",
    "region_code",
    "subregion",
    "subregion_code",
    "commune",
    "commune_code",
    "latitude",
    "longitude",
    "accuracy",
)
_KEPT = ("postcode", "locality", "region", "region_code", "subregion")


def _read(path: Path, options: ReadOptions, faults: Faults) -> Iterator[tuple[str, Fields]]:
    rows = delimited_rows(path, _HEADER, faults, delimiter="\t", header=_HEADER, quoted=False)
    for _, cells in rows:
        fields = {name: cells[name] for name in _KEPT if name in cells}
        if "country" in cells and "locality" in fields:
            yield cells["country"], fields
        else:
            faults.set_aside(str(path), "no country or no place")


GEONAMES_POSTAL = Format(
    "geonames_postal",
    _read,
    licence="CC BY 4.0 (GeoNames)",
    get="https://download.geonames.org/export/zip/<country>.zip",
    src="geonames",
)
