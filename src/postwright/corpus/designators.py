"""Parts that sources keep inside a street or locality column, split into their own fields."""

from __future__ import annotations

import re

from postwright.corpus.french_zones import split_zone

__all__ = ["split_cedex", "split_locality", "split_street", "split_unit_number", "tidy_parts"]

_UNIT = re.compile(
    r"""^(?P<street>.*\w\W.*?\w\W*?)\s*[\s,]\s*
    (?P<part>(?:(?:ste|suite|apt|apartment|unit|room|space|spc|store|shop|flat)\b\.?\s*\#?\s*
    |\#\s*)[\w/-]*\d[\w/-]*|(?:ste|suite|apt|apartment|unit)\b\.?\s*\#?\s*[a-z])$""",
    re.IGNORECASE | re.VERBOSE,
)
_LEVEL = re.compile(
    r"""^(?P<street>.*\w.*?)\s*[\s,]\s*
    (?P<part>(?:\d{1,3}(?:st|nd|rd|th)?|first|second|third|fourth|fifth|ground|grouind|top)
    \s+(?:fl|flr|floor)\b\.?|(?:fl|flr|floor)\.?\s+\d{1,3}(?:st|nd|rd|th)?)$""",
    re.IGNORECASE | re.VERBOSE,
)
_PO_BOX = re.compile(
    r"^(?:(?P<street>.*?)[\s,]+)?(?P<part>(?:p\.?\s*o\.?\s*box|post office box)\s*\#?\s*\w+)$",
    re.IGNORECASE,
)
_BP = re.compile(
    r"^(?:(?P<street>.*?)[\s,-]+)?(?P<part>(?:b\.?\s?p\.?|c\.?\s?s\.?|boite postale)"
    r"\s*(?:n°\s*)?\d[\d ]*)$",
    re.IGNORECASE,
)
#: Also accented, in either form, glued to its number, and written twice.
_CEDEX_WORD = "c(?:e\u0301?|é)dex"
_CEDEX = re.compile(
    rf"^(?P<rest>.*?)[\s,-]*\b(?P<cedex>(?:{_CEDEX_WORD}\s+)?{_CEDEX_WORD}(?:\s*\d{{1,2}})?)$",
    re.IGNORECASE,
)
_STREET_TYPE = re.compile(
    r"\b(?:rd|road|ave|avenue|st|street|dr|drive|ln|lane|blvd|hwy|way|ct|pl)\.?$", re.IGNORECASE
)
_BUILDING = re.compile(
    r"\d|\b(?:bldg|building|block|blk|tower|b[aâ]t(?:iment)?|hall)\b\W*\w{1,2}$", re.IGNORECASE
)

#: What stands between unit and house number, where the country writes both so.
_UNIT_SEPARATORS = {"AU": "/", "NZ": "/", "CA": "-"}

_SPLITTERS = {
    "US": (("unit", _UNIT), ("level", _LEVEL), ("po_box", _PO_BOX)),
    "CA": (("unit", _UNIT), ("level", _LEVEL), ("po_box", _PO_BOX)),
    "FR": (("po_box", _BP),),
}


def split_street(country: str, fields: dict[str, str]) -> None:
    """Take a unit, floor, post-office box or French zone off the end of the street, in place.

    >>> fields = {"street": "Main St Ste 200"}
    >>> split_street("US", fields)
    >>> fields
    {'street': 'Main St', 'unit': 'Ste 200'}
    """
    _split_ends(country, fields)
    if country == "FR":
        split_zone(fields)
        _split_ends(country, fields)  # a box before the zone


def _split_ends(country: str, fields: dict[str, str]) -> None:
    for tag, pattern in _SPLITTERS.get(country, ()):
        street = fields.get("street", "")
        match = pattern.match(street)
        if match is None or tag in fields:
            continue
        fields[tag] = match["part"].strip()
        rest = (match["street"] or "").strip(" ,-")
        if rest:
            fields["street"] = rest
        else:
            del fields["street"]


def split_cedex(fields: dict[str, str]) -> None:
    """Move a CEDEX marker from the end of another field into its own, in place.

    >>> fields = {"locality": "ANGERS Cedex 01"}
    >>> split_cedex(fields)
    >>> fields
    {'locality': 'ANGERS', 'cedex': 'Cedex 01'}
    """
    for name in ("locality", "postcode", "dependent_locality", "street"):
        match = _CEDEX.match(fields.get(name, ""))
        if match is not None and "cedex" not in fields:
            fields["cedex"] = match["cedex"]
            fields[name] = match["rest"].strip(" ,-")
            if not fields[name]:
                del fields[name]


def split_unit_number(text: str, country: str) -> tuple[str, str] | None:
    """Unit and house number of a Canadian `401-43` or an Australian `4/12`; None for one number.

    A hyphen may also join the ends of a range: numbers that rise by no more than 60.

    >>> split_unit_number("107-15240", "CA"), split_unit_number("12/14", "FR")
    (('107', '15240'), None)
    """
    separator = _UNIT_SEPARATORS.get(country)
    unit, found, number = text.partition(separator) if separator else ("", "", "")
    unit, number = unit.strip(), number.strip()
    if not found or not unit or not number[:1].isdigit():
        return None
    ends = re.match(r"\d+", unit), re.match(r"\d+", number)
    if separator == "-" and ends[0] and ends[1] and 0 < int(ends[1][0]) - int(ends[0][0]) <= 60:
        return None
    return unit, number


def split_locality(fields: dict[str, str]) -> None:
    """Drop what a gazetteer adds to a name in brackets: "Popești (Nicolae Bălcescu)"."""
    for name in ("locality", "dependent_locality", "subregion"):
        value = fields.get(name, "")
        if "(" in value:
            rest = value.partition("(")[0].strip()
            if rest:
                fields[name] = rest
            else:
                del fields[name]


def tidy_parts(fields: dict[str, str]) -> None:
    """Put unit and building columns right where a source's splitter went wrong, in place.

    A "unit" that ends in a street type is the rest of the street ("TOWN" + "HALL RD"); a named
    building is a venue, because `building` means a numbered or lettered one.
    """
    for name in ("unit", "building"):
        if _STREET_TYPE.search(fields.get(name, "")) and "street" in fields:
            fields["street"] += " " + fields.pop(name)
    building = fields.get("building")
    if building is not None and not _BUILDING.search(building):
        del fields["building"]
        fields.setdefault("venue", building)
