"""Names of towns, counties and regions by country, to know them again in a written line."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

from postwright.corpus.faults import Faults
from postwright.corpus.readers.tables import table_rows
from postwright.splits import normalise_line

__all__ = ["PlaceNames", "plain"]

_COLUMNS = {
    "street": "street",
    "locality": "locality",
    "dependent_locality": "dependent_locality",
    "subregion": "subregion",
    "region": "region",
    "region_code": "region",
}
#: Countries whose region codes are written; elsewhere they are a gazetteer's numbers.
_WRITTEN_CODES = frozenset({"US", "CA", "AU"})


def plain(text: str) -> str:
    """Letters and numbers without case and accents, single spaces.

    >>> plain("Saint-Étienne")
    'saint etienne'
    """
    apart = unicodedata.normalize("NFD", normalise_line(text))
    return unicodedata.normalize(
        "NFC", "".join(c for c in apart if unicodedata.category(c) != "Mn")
    )


class PlaceNames:
    """What a name can be in one country.

    >>> names = PlaceNames({"cork": {"locality", "subregion"}})
    >>> sorted(names.kinds("CORK"))
    ['locality', 'subregion']
    """

    def __init__(self, kinds: dict[str, set[str]]) -> None:
        """Take the tags that each plain name may have."""
        self._kinds = kinds

    @classmethod
    def load(cls, data_dir: Path, country: str) -> PlaceNames:
        """The names in a country's gazetteer tables; none where there is no table."""
        return _load(data_dir, country)

    def kinds(self, name: str) -> set[str]:
        """The tags that a name may have; empty for an unknown one."""
        return self._kinds.get(plain(name), set())


@lru_cache(maxsize=16)
def _load(data_dir: Path, country: str) -> PlaceNames:
    kinds: dict[str, set[str]] = {}
    for table in ("localities", "streets"):
        path = data_dir / "places" / country / f"{table}.tsv.gz"
        if not path.exists():
            continue
        for _, cells in table_rows(path, ("locality",), Faults()):
            for column, tag in _COLUMNS.items():
                name = cells.get(column, "")
                if name and (column != "region_code" or country in _WRITTEN_CODES):
                    kinds.setdefault(name, set()).add(tag)
    merged: dict[str, set[str]] = {}
    for name, tags in kinds.items():
        short = plain(name)
        is_county = country == "IE" and short.startswith("co ")
        merged.setdefault(short, set()).update({"subregion"} if is_county else tags)
    return PlaceNames(merged)
