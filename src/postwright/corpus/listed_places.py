"""Names as lists of places write them, brought to what people write.

Postal lists number their offices (`Zvolen 1`), put a place and what it lies in into one column
(`Songe, Kilindi`), the article behind the name (`Casicas, Las`), and the house numbers that a
postcode covers behind the street.
"""

from __future__ import annotations

import re
import zlib

__all__ = ["article_first", "split_listed", "tidy_listed", "without_compass"]

Fields = dict[str, str]

#: `Cite El Fejja, Kalaat Landlous`: a quarter and its town.
_QUARTER_AND_TOWN = frozenset({"MU", "PY", "TN"})
#: `Songe, Kilindi`: a place and the second level.
_PLACE_AND_DISTRICT = frozenset({"BN", "KH", "NP", "SV", "TZ"})
#: `Tsiombe, Androy`: a place and its region.
_PLACE_AND_REGION = frozenset({"MG"})
#: Countries where the number behind a town is that of its post office, and nobody writes it.
_NUMBERED_OFFICES = frozenset({"AL", "AZ", "IS", "MD", "SK"})

_OFFICE_NUMBER = re.compile(r"(?:\s-)?[\s-]+\d+$")
_OFFICE = re.compile(r"\s+-\s+poštni predali$|\s+ESTAFETA\s+N\S*\s*\d+$", re.IGNORECASE)
_ARTICLE_BEHIND = re.compile(
    r"(?P<name>[^,]+), (?P<article>El|La|Los|Las|Lo|Els|Les|L'|L’|A|O|Os|As|Es|Sa|Ses|Na|Le|The)$",
    re.IGNORECASE,
)
_HOUSE_RANGE = re.compile(r"\s+\d+\S*\s+-\s.*$")
_COMPASS = re.compile(
    r"(?: (?:North|South|East|West|Northeast|Northwest|Southeast|Southwest|Central|Downtown"
    r"|Outer|Inner|Upper|Lower|Shore))+$"
)
_CAMBODIAN_WORDS = re.compile(r" (?:Commune|District|Municipali?ty|Municipatity)\b.*$")
_SANGKAT = "Sangkat "


def split_listed(country: str, fields: Fields) -> None:
    """Part a place from what it lies in, in place.

    >>> fields = {"locality": "Cite Essibous, Kalaat Landlous", "region": "Ariana"}
    >>> split_listed("TN", fields)
    >>> fields["dependent_locality"], fields["locality"]
    ('Cite Essibous', 'Kalaat Landlous')
    """
    place, _, around = fields.get("locality", "").partition(", ")
    if not around or "," in around:
        return
    if country == "KH":
        is_quarter = place.startswith(_SANGKAT)
        place, around = (_CAMBODIAN_WORDS.sub("", name) for name in (place, around))
        _place(fields, place, around, "locality" if is_quarter else "subregion")
    elif country in _QUARTER_AND_TOWN:
        _place(fields, _cased(place), _cased(around), "locality")
    elif country in _PLACE_AND_DISTRICT:
        _place(fields, place, around, "subregion")
    elif country in _PLACE_AND_REGION:
        _place(fields, place, around, "region")


def _place(fields: Fields, place: str, around: str, level: str) -> None:
    """Give both names their levels; a name that lists several things is left out."""
    if level == "locality":
        fields["locality"] = around
        if place.casefold() != around.casefold() and not re.search(r"\d .*\d|/", place):
            fields.setdefault("dependent_locality", place)
        return
    fields["locality"] = place
    fields.setdefault(level, around)


def _cased(name: str) -> str:
    """A name in capitals as it is written elsewhere.

    >>> _cased("PORT LOUIS"), _cased("Pointe aux Sables")
    ('Port Louis', 'Pointe aux Sables')
    """
    return name.title() if name.isupper() else name


def tidy_listed(country: str, fields: Fields) -> None:
    """Take the post office off a town's name and put an article before its name, in place.

    Of the two names of a bilingual region (`Valle d'Aosta/Vallée d'Aoste`) one is kept.

    >>> fields = {"locality": "Casicas, Las", "dependent_locality": "Marchal, El"}
    >>> tidy_listed("ES", fields)
    >>> fields
    {'locality': 'Las Casicas', 'dependent_locality': 'El Marchal'}
    """
    locality = fields.get("locality", "")
    if country in _NUMBERED_OFFICES:
        locality = _OFFICE_NUMBER.sub("", locality)
    if country == "CY" and "street" in fields:
        fields["street"] = _HOUSE_RANGE.sub("", fields["street"])
    if country == "EC" and "_" in locality:  # Cuenca_Bellavista
        locality, _, quarter = locality.partition("_")
        fields.setdefault("dependent_locality", quarter)
    if locality:
        fields["locality"] = _OFFICE.sub("", locality)
    for name in ("region", "subregion"):
        names = re.split(r"\s*/\s*", fields.get(name, ""))
        if len(names) == 2:
            fields[name] = names[zlib.crc32(locality.encode()) % 2]
    for name in ("locality", "dependent_locality"):
        if name in fields:
            fields[name] = article_first(fields[name])
    if country == "CA" and "postcode" in fields and "locality" in fields:
        fields["locality"] = without_compass(fields["locality"])


def article_first(name: str) -> str:
    """A name with its article before it.

    >>> article_first("Roque, El"), article_first("Escala, L'"), article_first("Vigo")
    ('El Roque', "L'Escala", 'Vigo')
    """
    found = _ARTICLE_BEHIND.fullmatch(name)
    if not found:
        return name
    joint = "" if found["article"][-1] in "'’" else " "
    return found["article"] + joint + found["name"]


def without_compass(name: str) -> str:
    """The town whose delivery area a Canadian postcode list names.

    >>> without_compass("Chicoutimi Southwest"), without_compass("North Bay")
    ('Chicoutimi', 'North Bay')
    """
    return _COMPASS.sub("", name)
