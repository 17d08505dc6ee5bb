"""Which level is which: gazetteer columns turned into tags, one convention per country.

The table of ``docs/labels.md`` ("Which level is which") decides. A convention changes `fields`
in place; what it cannot place is dropped, because a contradictory label costs more than a
missing one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

from postwright.corpus.designators import (
    split_cedex,
    split_locality,
    split_street,
    split_unit_number,
    tidy_parts,
)
from postwright.corpus.listed_places import split_listed, tidy_listed
from postwright.corpus.records import JOINT

__all__ = ["mend"]

Fields = dict[str, str]

#: Countries whose region code is written in addresses; elsewhere it is a gazetteer's number.
_WRITTEN_CODES = frozenset({"US", "CA", "AU", "BR", "CH", "IT"})
#: A region or county of the same name as its town is not written a second time.
_REPEATS_TOWN = frozenset({"US", "PR"})
_DESIGNATED_CITY = re.compile(r"(.{1,4}?市)(.{1,4}区)$")
#: `Co. Kerry`, `County Kerry`, but not Cobh and Cork.
_IRISH_COUNTY = re.compile(r"co(?:unty\b|\b[.\s])\W*(?P<name>\w.*)", re.IGNORECASE)
#: Two words at least: Street is a town in Somerset.
_ENGLISH_STREET = re.compile(
    r"\w\W+(?:road|rd|street|st|avenue|ave|lane|drive|close|crescent|terrace)\.?$", re.IGNORECASE
)
#: Post offices of southern Asia: sub, branch, head and general ones.
_OFFICE = re.compile(
    r"[\s,]+(?:\(?(?:[SBHG]\.?\s?P?\.?\s?O\b\.?|(?:TSO|UPO|NDTSO|EDSO)\b)\)?)$", re.IGNORECASE
)
_HAMLET = re.compile(r"(?P<name>[^()]*[^()\s])\s*\(\s*(?P<town>[^()]*[^()\s])\s*\)?")
#: How Mexican settlements are marked, by their kind in the post's table.
_SETTLEMENTS = {
    "Colonia": ("Col.", "Col.", "Col", "Colonia"),
    "Fraccionamiento": ("Fracc.", "Fracc.", "Fracc", "Fraccionamiento"),
    "Barrio": ("Barrio", "Barrio", "Bo."),
    "Unidad habitacional": ("U.H.", "Unidad Habitacional", "U. H."),
    "Conjunto habitacional": ("Conj. Hab.", "Conjunto Habitacional"),
    "Ejido": ("Ejido", "Ejido", "Ej."),
    "Ranchería": ("Ranchería", "Ra."),
    "Rancho": ("Rancho",),
    "Pueblo": ("Pueblo",),
    "Condominio": ("Condominio", "Cond."),
    "Hacienda": ("Hacienda",),
}
_USUAL_MARKERS = frozenset({"Colonia", "Fraccionamiento", "Barrio", "Unidad habitacional"})
_JP_DISTRICT = re.compile(r"(.+?郡)(.+[町村])$")


def mend(country: str, fields: Fields, src: str = "") -> None:
    """Bring the fields of one source row under the convention of its country, in place.

    >>> fields = {"locality": "Nanterre CEDEX", "subregion": "Hauts-de-Seine", "region": "IDF"}
    >>> mend("FR", fields)
    >>> sorted(fields)
    ['cedex', 'locality', 'region']
    """
    special = _COUNTRIES.get(country)
    if special is not None:
        special(fields, src)
    fields.pop("commune", None)
    split_locality(fields)
    split_listed(country, fields)
    tidy_listed(country, fields)
    split_street(country, fields)
    tidy_parts(fields)
    _drop_useless_codes(country, fields)
    _drop_repeats(country, fields)


def _chance(fields: Fields, share: float) -> bool:
    """The same yes or no for the same row in every build, yes for about `share` of the rows."""
    key = "|".join(fields.values()).encode("utf-8", "replace")
    return zlib.crc32(key) / 2**32 < share


def _drop_useless_codes(country: str, fields: Fields) -> None:
    code = fields.get("region_code", "")
    if code and (country not in _WRITTEN_CODES or not code.isalpha() or "region" not in fields):
        del fields["region_code"]


def _drop_repeats(country: str, fields: Fields) -> None:
    locality = fields.get("locality", "").casefold()
    if country in _REPEATS_TOWN or not locality:
        return
    for name in ("subregion", "region", "dependent_locality"):
        if fields.get(name, "").casefold() == locality:
            del fields[name]


def _province_as_region(share: float) -> Callable[[Fields, str], None]:
    """Write the second level where a region stands, and the first level only now and then."""

    def convention(fields: Fields, src: str) -> None:
        province = fields.pop("subregion", "")
        if province and _chance(fields, share):
            fields["region"] = province
            fields.pop("region_code", None)

    return convention


def _france(fields: Fields, src: str) -> None:
    split_cedex(fields)
    _province_as_region(0.8)(fields, src)


def _two_levels(fields: Fields, src: str) -> None:
    """Province and region both stay: the composer chooses which of them are written."""
    if src != "istat" or "subregion" not in fields:
        fields.pop("region_code", None)


def _austria(fields: Fields, src: str) -> None:
    """A village is a part of its Gemeinde, or the town of the address by itself."""
    gemeinde, village = fields.pop("commune", ""), fields.get("locality", "")
    if gemeinde and village and gemeinde != village and _chance(fields, 0.5):
        fields["locality"], fields["dependent_locality"] = gemeinde, village


def _ireland(fields: Fields, src: str) -> None:
    """Nobody writes the four provinces; the county is a subregion, also where a town should be."""
    fields.pop("region", None)
    _without_streets(fields)
    county = _IRISH_COUNTY.match(fields.get("locality", ""))
    if county:
        fields.pop("locality")
        fields.setdefault("subregion", county["name"])
        if "dependent_locality" in fields:
            fields["locality"] = fields.pop("dependent_locality")


def _split_unit_number(country: str, fields: Fields) -> None:
    """`401-43` (CA) and `4/12` (AU, NZ) are unit and number; the unit may have a column too."""
    found = split_unit_number(fields.get("house_number", ""), country)
    if found and fields.get("unit", found[0]) == found[0]:
        fields["unit"], fields["house_number"] = found


def _without_streets(fields: Fields) -> None:
    """A street where a part of a town should be is no place: it is the street, or goes."""
    part = fields.get("dependent_locality", "")
    if _ENGLISH_STREET.search(part):
        del fields["dependent_locality"]
        fields.setdefault("street", part)


def _australia(fields: Fields, src: str) -> None:
    _split_unit_number("AU", fields)


def _new_zealand(fields: Fields, src: str) -> None:
    """The regions of the street and venue sources are unreliable."""
    _split_unit_number("NZ", fields)
    if "street" in fields:
        fields.pop("region", None)


def _great_britain(fields: Fields, src: str) -> None:
    fields.pop("region_code", None)
    _without_streets(fields)


def _germany(fields: Fields, src: str) -> None:
    """Nobody writes a Regierungsbezirk, nor what tells towns apart (`Urfeld, Oberbayern`)."""
    if "locality" in fields:
        fields["locality"] = fields["locality"].partition(", ")[0]
    if not re.search(r"\b(Land)?[Kk]reis", fields.get("subregion", "")):
        fields.pop("subregion", None)


def _canada(fields: Fields, src: str) -> None:
    _split_unit_number("CA", fields)
    parts = fields.get("dependent_locality", "").split(" / ")
    if parts[0]:
        fields["dependent_locality"] = parts[len("".join(parts)) % len(parts)]


def _poland(fields: Fields, src: str) -> None:
    """The gmina is no part of the town."""
    if src == "gugik2osm":
        fields.pop("dependent_locality", None)


def _denmark(fields: Fields, src: str) -> None:
    """The street source's parish is written by nobody."""
    if src == "stnames":
        fields.pop("dependent_locality", None)


def _belgium(fields: Fields, src: str) -> None:
    """The province is the region; of "French - Dutch" streets of Brussels one of the two."""
    province = fields.pop("subregion", "")
    if province and "(" not in province:
        fields["region"] = province
    names = fields.get("street", "").split(" - ")
    if len(names) == 2:
        fields["street"] = names[_chance(fields, 0.5)]


def _japan(fields: Fields, src: str) -> None:
    """The "street" column is the town part; counties and wards leave the locality column."""
    town = fields.pop("street", "") + fields.pop("dependent_locality", "")
    fields.pop("locality_alt", None)
    locality = fields.get("locality", "")
    county, city = _JP_DISTRICT.match(locality), _DESIGNATED_CITY.match(locality)
    if county:
        fields["subregion"], fields["locality"] = county.groups()
    elif city:
        fields["locality"], ward = city.groups()
        town = f"{ward}{JOINT}{town}" if town else ward
    if town:
        fields["dependent_locality"] = town


def _china(fields: Fields, src: str) -> None:
    """A district (区) belongs to the town part, a county (县) stays second level."""
    if src == "modood" and fields.get("subregion", "").endswith("区"):
        part = fields.get("dependent_locality", "")
        district = fields.pop("subregion")
        fields["dependent_locality"] = f"{district}{JOINT}{part}" if part else district
    elif src == "geonames":
        fields.pop("subregion", None)


def _taiwan(fields: Fields, src: str) -> None:
    """Special municipalities are localities, their districts dependent localities."""
    english = fields.get("locality", "").split(", ")
    if len(english) == 2:
        fields["locality"], fields["region"] = english
    region = fields.get("region", "")
    if region.endswith(("市", " City")):
        fields["dependent_locality"] = fields.pop("locality", "")
        fields["locality"] = fields.pop("region")
    if fields.get("subregion") == region:
        del fields["subregion"]
    fields.pop("locality_alt", None)


def _korea(fields: Fields, src: str) -> None:
    """시 is the locality, 군 the second level, 구 and smaller dependent localities."""
    locality, part = fields.pop("locality", ""), fields.pop("dependent_locality", "")
    if fields.get("subregion") == locality:
        del fields["subregion"]
    for word in locality.split():
        if word.endswith("시"):
            fields["locality"] = word
        elif word.endswith("군"):
            fields["subregion"] = word
        else:
            part = f"{word} {part}".strip()
    if part:
        fields["dependent_locality"] = part


def _turkey(fields: Fields, src: str) -> None:
    """GeoNames has the mahalle as place and the ilçe as second level."""
    district = fields.pop("subregion", "")
    if src == "geonames" and district:
        fields["dependent_locality"] = fields.get("locality", "")
        fields["locality"] = district


def _mexico(fields: Fields, src: str) -> None:
    """The marker of a settlement belongs to it: `Col. Roma Norte`."""
    kind, name = fields.pop("locality_alt", ""), fields.get("dependent_locality", "")
    markers = _SETTLEMENTS.get(kind, ())
    share = 0.7 if kind in _USUAL_MARKERS else 0.3
    if markers and name and not name.startswith(kind) and _chance(fields, share):
        spelled = markers[zlib.crc32(name.encode()) % len(markers)]
        fields["dependent_locality"] = f"{spelled} {name}"


def _guatemala(fields: Fields, src: str) -> None:
    """`Depto de Izabal` is a region Izabal; `El Rico (los Amates)` a hamlet of a town."""
    region = re.sub(r"(?i)^depto\.? del? (?:la )?", "", fields.get("region", ""))
    if region != fields.get("region", ""):
        fields["region"] = region.title()
    if fields.get("locality", "").casefold().startswith("depto "):
        del fields["locality"]
    if fields.get("region") == "Ciudad de Guatemala" and "locality" in fields:
        fields["dependent_locality"] = fields["locality"]
        fields["locality"], fields["region"] = "Guatemala", "Guatemala"
    hamlet = _HAMLET.fullmatch(fields.get("locality", ""))
    if hamlet and "dependent_locality" not in fields:
        leaders = ("Aldea ", "Aldea ", "Caserío ", "")
        leader = leaders[zlib.crc32(hamlet["name"].encode()) % len(leaders)]
        fields["dependent_locality"] = leader + hamlet["name"]
        fields["locality"] = hamlet["town"][0].upper() + hamlet["town"][1:]


def _post_offices(fields: Fields, src: str) -> None:
    """The kind of post office, `S.O`, `Gpo`, is no part of the village; nor a second name."""
    fields.pop("locality_alt", None)
    if "locality" in fields:
        fields["locality"] = _OFFICE.sub("", fields["locality"]) or fields["locality"]


def _east_slavic(type_word: str) -> Callable[[Fields, str], None]:
    """Post offices are numbered "Хороль 4"; street stems need their type.

    "Аврора СНТ, Галерная ул." is a garden colony and its street; of two districts none is kept.
    """

    def convention(fields: Fields, src: str) -> None:
        if "locality" in fields:
            fields["locality"] = re.sub(r"[\s-]+\d+$", "", fields["locality"])
        if src in _STEMS and "street" in fields:
            fields["street"] = f"{type_word} {fields['street']}"
        garden, _, street = fields.get("street", "").partition(", ")
        if street and not street[0].isdecimal():
            fields["street"] = street
            fields.setdefault("dependent_locality", garden)
        if "," in fields.get("subregion", ""):
            del fields["subregion"]

    return convention


def _suffixed(type_word: str) -> Callable[[Fields, str], None]:
    """Street stems of the list sources need their type after them."""

    def convention(fields: Fields, src: str) -> None:
        if src in _STEMS and "street" in fields:
            fields["street"] = f"{fields['street']} {type_word}"

    return convention


def _hong_kong(fields: Fields, src: str) -> None:
    """The only locality is Hong Kong itself; the rest are districts."""
    district = fields.pop("locality", "") or fields.get("dependent_locality", "")
    fields.pop("subregion", None)
    fields.pop("region", None)
    if district:
        fields["dependent_locality"] = district
        fields["locality"] = "Hong Kong" if district.isascii() else "香港"


def _singapore(fields: Fields, src: str) -> None:
    fields.pop("region", None)


def _philippines(fields: Fields, src: str) -> None:
    for name in ("subregion", "region"):
        if name in fields:
            fields[name] = fields[name].removeprefix("Province of ")


#: Sources whose street names of some countries come without the street type.
_STEMS = frozenset({"joke2k_faker", "fakerjs"})

_COUNTRIES: dict[str, Callable[[Fields, str], None]] = {
    "AT": _austria,
    "AU": _australia,
    "AM": _suffixed("փողոց"),
    "AZ": _suffixed("küçəsi"),
    "BE": _belgium,
    "CA": _canada,
    "CN": _china,
    "DE": _germany,
    "DK": _denmark,
    "ES": _two_levels,
    "FR": _france,
    "GB": _great_britain,
    "GE": _suffixed("ქუჩა"),
    "HK": _hong_kong,
    "IE": _ireland,
    "IN": _post_offices,
    "IT": _two_levels,
    "JP": _japan,
    "KR": _korea,
    "MX": _mexico,
    "BD": _post_offices,
    "PK": _post_offices,
    "GT": _guatemala,
    "NZ": _new_zealand,
    "PH": _philippines,
    "PL": _poland,
    "RU": _east_slavic("ул."),
    "SG": _singapore,
    "TR": _turkey,
    "TW": _taiwan,
    "UA": _east_slavic("вул."),
}
