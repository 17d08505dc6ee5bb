"""Build the table of places from the gazetteer tables, of sources that are CC0 or CC BY alone.

No source says how many live in a place. It is guessed from postcodes: a country's inhabitants are
shared out over its codes, and a code's over the places that have it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from postwright.corpus.faults import Faults
from postwright.corpus.gazetteer_names import heads, mended_name
from postwright.corpus.licences import Licences
from postwright.corpus.readers.tables import table_rows
from postwright.places import Place, place_key, postcode_key

__all__ = ["SOURCES", "gather_places", "is_attribution_only"]

#: What the header of the table credits.
SOURCES = (
    {
        "name": "GeoNames postal codes, through zauberware/postal-codes-json-xml-csv",
        "licence": "CC BY 4.0",
        "url": "https://www.geonames.org",
    },
    {
        "name": "Gibbs/uk-postcodes",
        "licence": "CC0 1.0",
        "url": "https://github.com/Gibbs/uk-postcodes",
    },
    {"name": "ISTAT, comuni", "licence": "CC BY 3.0 IT", "url": "https://www.istat.it"},
    {
        "name": "sjbrg/swedish-geodata",
        "licence": "CC0 1.0",
        "url": "https://github.com/sjbrg/swedish-geodata",
    },
    {
        "name": "Geolonia japanese-addresses",
        "licence": "CC BY 4.0",
        "url": "https://geolonia.github.io/japanese-addresses",
    },
)

#: Millions of inhabitants, rounded, for the order of places of different countries.
_MILLIONS = {
    country: float(millions)
    for country, millions in (
        pair.split(":")
        for pair in (
            "AL:2.8 AR:46 AT:9 AU:26 AZ:10 BD:170 BE:11.6 BG:6.5 BR:203 BY:9.2 CA:39 CH:8.8 "
            "CL:19 CN:1400 CO:52 CR:5 CY:1 CZ:10.7 DE:84 DK:5.9 DO:11 DZ:45 EC:18 EE:1.3 "
            "ES:48 FI:5.5 FR:66 GB:67 GT:17 HK:7.4 HN:10 HR:3.9 HT:11 HU:9.6 ID:275 IE:5.1 "
            "IS:0.4 IT:59 JP:124 KE:54 KR:52 LK:22 LT:2.8 LU:0.65 LV:1.9 MA:37 MD:2.6 MK:1.8 "
            "MT:0.5 MW:20 MY:33 NL:17.7 NO:5.4 NZ:5.1 PA:4.4 PE:34 PH:115 PK:235 PL:37 "
            "PR:3.2 PT:10.4 RE:0.87 RO:19 RS:6.7 RU:144 SE:10.5 SI:2.1 SK:5.4 TH:70 TR:85 "
            "UA:38 US:333 UY:3.4 ZA:60"
        ).split()
    )
}
_OTHERWISE = 0.1

#: Places of a country that are kept, the largest first.
_MOST = {"US": 40_000}
_MOST_ELSEWHERE = 11_000

#: A smaller place is kept only where another one has its name, and none that is still smaller.
_LEAST, _LEAST_OF_SEVERAL = 1000, 250

#: Countries where a name is that of one place in a region, whatever the subregions.
_ONE_IN_REGION = frozenset({"DK", "US"})

#: Codes of which people write, and the tables hold, the first characters.
_CODE_LENGTH = {"PT": 4}
_CEDEX = re.compile(r"\s*CEDEX.*", re.IGNORECASE)
_JAPANESE_WARD = re.compile(r"^(.+?市).+区$")
_CITES_ATTRIBUTION = re.compile(r"CC0|CC BY \d")


@dataclass(slots=True)
class _Entry:
    """What the rows of a place say together."""

    country: str
    region: str
    subregion: str
    region_code: str = ""
    names: Counter[str] = field(default_factory=Counter)
    codes: set[str] = field(default_factory=set)
    business_codes: set[str] = field(default_factory=set)
    rows: int = 0
    size: float = 0.0

    @property
    def name(self) -> str:
        """The usual spelling."""
        return max(self.names, key=lambda name: (self.names[name], name))

    def join(self, other: _Entry) -> None:
        """Take in the rows of another entry of the same place."""
        if len(other.codes) > len(self.codes) or not self.subregion:
            self.subregion = other.subregion or self.subregion
        self.region_code = self.region_code or other.region_code
        self.names += other.names
        self.codes |= other.codes
        self.business_codes |= other.business_codes
        self.rows += other.rows


#: Regions and towns come again and again.
_key = lru_cache(maxsize=1 << 20)(place_key)


def is_attribution_only(licence: str) -> bool:
    """Whether a licence, or each of several, is CC0 or CC BY.

    >>> is_attribution_only("CC BY 4.0 (GeoNames); CC0 1.0"), is_attribution_only("ODbL 1.0")
    (True, False)
    >>> is_attribution_only("CC BY-SA 4.0"), is_attribution_only("CC BY 4.0; MIT")
    (False, False)
    """
    return all(_CITES_ATTRIBUTION.match(part.strip()) for part in licence.split(";"))


def gather_places(data: Path, licences: Licences) -> Iterator[tuple[str, Place]]:
    """Headings and places of the world, as `write_places` takes them.

    Args:
        data: the data folder, with ``places/<CC>/localities.tsv.gz``.
        licences: the list of licences; only CC0 and CC BY sources of it are read.
    """
    allowed = Licences(
        sources={one: name for one, name in licences.sources.items() if is_attribution_only(name)},
        files={one: name for one, name in licences.files.items() if is_attribution_only(name)},
    )
    by_country = {}
    for folder in sorted((data / "places").iterdir()):
        rows = _rows(folder, allowed)
        if entries := _joined(_entries(folder.name, rows)):
            _guess_sizes(folder.name, entries)
            by_country[folder.name] = entries
    bearers = Counter(
        key for entries in by_country.values() for entry in entries for key in _keys(entry)
    )
    for country, entries in by_country.items():
        order = sorted({code for entry in entries for code in entry.codes | entry.business_codes})
        places = {code: place for place, code in enumerate(order)}
        for entry in _kept(country, entries, bearers):
            place = _place(entry, order, places)
            for heading in (place.name, *heads(place.name, country)):
                yield heading, place


def _rows(folder: Path, licences: Licences) -> Iterator[dict[str, str]]:
    """Rows of the country's table of localities, and the towns of Japan's table of streets."""
    faults = Faults()
    path = folder / "localities.tsv.gz"
    by_file = licences.allows(path)
    if path.exists():
        for _, cells in table_rows(path, ("locality",), faults):
            if licences.allows(path, cells["src"]) if "src" in cells else by_file:
                yield cells
    if folder.name == "JP" and licences.allows(folder / "streets.tsv.gz", "geolonia"):
        for _, cells in table_rows(folder / "streets.tsv.gz", ("locality",), faults):
            if cells.get("src") == "geolonia" and "locality" in cells:
                # The codes of these rows are of another source.
                town = _JAPANESE_WARD.sub(r"\1", cells["locality"])
                yield {"locality": town, "region": cells.get("region", "")}


def _entries(country: str, rows: Iterable[dict[str, str]]) -> list[_Entry]:
    """Rows joined by name, region and subregion."""
    found: dict[tuple[str, ...], _Entry] = {}
    for cells in rows:
        name = mended_name(cells.get("locality", ""), country)
        region = cells.get("region", "")
        # In Germany the district is what people know, not the administrative region above it.
        levels = ("commune", "subregion") if country == "DE" else ("subregion",)
        subregion = next((cells[level] for level in levels if level in cells), "")
        if not name or any(set("\t\n|") & set(text) for text in (name, region, subregion)):
            continue
        key = _key(name), _key(region), _key(subregion)
        entry = found.setdefault(key, _Entry(country, region, subregion))
        code = cells.get("region_code", "")
        if code.isalpha() and code != country:
            entry.region_code = code
        entry.names[name] += 1
        entry.rows += 1
        _add_code(entry, cells.get("postcode", ""))
    return list(found.values())


def _add_code(entry: _Entry, code: str) -> None:
    """Note a postcode; business mail has codes of its own, which say nothing of size."""
    plain = postcode_key(_CEDEX.sub("", code), entry.country)
    if plain:
        own = entry.business_codes if _CEDEX.search(code) else entry.codes
        own.add(plain[: _CODE_LENGTH.get(entry.country)])


def _joined(entries: list[_Entry]) -> list[_Entry]:
    """Entries of one place made one: the same name, region and a code in common.

    In some countries the name and the region are enough.
    """
    groups: dict[tuple[str, str], list[_Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: -len(entry.codes)):
        group = groups[_key(entry.name), _key(entry.region)]
        for other in group:
            if entry.country in _ONE_IN_REGION or entry.codes & other.codes:
                other.join(entry)
                break
        else:
            group.append(entry)
    return [entry for group in groups.values() for entry in group]


def _guess_sizes(country: str, entries: list[_Entry]) -> None:
    """Share the country's inhabitants out over postcodes, or over rows where it has none.

    Of a code that a town shares with villages the town, which has more codes, gets the most.
    """
    inhabitants = 1e6 * _MILLIONS.get(country, _OTHERWISE)
    holders: Counter[str] = Counter()
    for entry in entries:
        holders.update(dict.fromkeys(entry.codes, len(entry.codes) ** 2))
    if not holders:
        rows = sum(entry.rows for entry in entries)
        for entry in entries:
            entry.size = inhabitants * entry.rows / rows
        return
    for entry in entries:
        weight = len(entry.codes) ** 2
        share = sum(weight / holders[code] for code in entry.codes)
        entry.size = inhabitants / len(holders) * share


def _keys(entry: _Entry) -> set[str]:
    return {_key(name) for name in (entry.name, *heads(entry.name, entry.country))}


def _kept(country: str, entries: list[_Entry], bearers: Counter[str]) -> list[_Entry]:
    """The entries that the table has room for."""

    def several(entry: _Entry) -> bool:
        return any(bearers[key] > 1 for key in _keys(entry))

    large = [
        entry
        for entry in entries
        if entry.size >= _LEAST or (entry.size >= _LEAST_OF_SEVERAL and several(entry))
    ]
    large.sort(key=lambda entry: (-entry.size, not several(entry), entry.name, entry.subregion))
    return large[: _MOST.get(country, _MOST_ELSEWHERE)]


def _place(entry: _Entry, order: list[str], places: dict[str, int]) -> Place:
    """The place of an entry; its codes as runs of codes that follow each other in the country."""
    runs: list[list[int]] = []
    for at in sorted(places[code] for code in entry.codes | entry.business_codes):
        if runs and runs[-1][1] == at - 1:
            runs[-1][1] = at
        else:
            runs.append([at, at])
    return Place(
        entry.name,
        entry.country,
        entry.region,
        entry.region_code,
        entry.subregion,
        tuple((order[first], order[last]) for first, last in runs),
        entry.size,
    )
