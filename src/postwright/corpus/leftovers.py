"""What the words are that no column of a source accounts for: only where their form says it.

A leftover is the text between two commas, aligned fields or ends of the line. It is known by a
designator, by a number beside a street-type word of the country's language, or as a place name of
the country's gazetteer. What is neither is left alone, and its line is quarantined.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from postwright.corpus.designators import split_unit_number
from postwright.corpus.place_names import PlaceNames, plain

__all__ = ["is_street", "larger_place", "number_parts", "part_of_town", "parts_of", "place_tags"]

Part = tuple[int, int, str]
"""Start and end within the leftover, and the tag."""

_NUMBER = r"\d+\s?[a-z]?(?:\s?[-–/]\s?\d+\s?[a-z]?)?"
_DESIGNATED = {
    "unit": r"(?:unit|flat|apt|apartment|suite|ste|room|shop|office)\b\.?\s*(?:no\b\.?)?\s*\W?\s*"
    r"(?:[a-z]?-?\d[\w/-]*|[a-z])",
    "level": r"(?:\d{1,2}\s?(?:st|nd|rd|th)|ground|first|second|third)\s+(?:floor|fl|flr)\b\.?",
    "po_box": r"p\.?\s?o\.?\s?box\s*\W?\s*\d+",
    "building": r"(?:block|bldg|building|tower|wing)\s+(?:\d{1,3}|[a-z]\d?)",
}
_DESIGNATED_FORMS = {
    tag: re.compile(pattern, re.IGNORECASE) for tag, pattern in _DESIGNATED.items()
}
_VENUE_WORD = re.compile(
    r"\b(?:house|building|chambers|towers|mall|plaza|complex|hospital|infirmary|school|church|"
    r"library|college|cent(?:re|er)|hall|hotel|surgery|clinic)\W*$",
    re.IGNORECASE,
)

_ENGLISH_TYPES = """street st road rd avenue ave lane ln drive dr close crescent cres terrace
    boulevard blvd highway hwy parkway pkwy parade pde mews grove gardens gdns place pl square sq
    row way walk circle cir turnpike tpke pike trail trl court ct""".split()
#: What makes a street's name something else: a corner, a part of another address.
_NOT_STREET = frozenset(
    "cnr corner off near opp opposite unnamed unit level p o and between".split()
)
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_MOST_WORDS = 6
_DIRECTIONS = "north south east west n s e w ne nw se sw".split()
_FRENCH_TYPES = """rue avenue av boulevard bd blvd place chemin route rte impasse allée allees
    quai cours square passage faubourg""".split()
_SPANISH_TYPES = "calle avenida av avda calzada boulevard paseo diagonal".split()
_TYPES_LAST = dict.fromkeys(("US", "GB", "IE", "AU", "NZ", "CA", "ZA"), _ENGLISH_TYPES)
_TYPES_LAST["IN"] = [*_ENGLISH_TYPES, "marg"]
_TYPES_FIRST = {"FR": _FRENCH_TYPES, "GT": _SPANISH_TYPES, "MX": _SPANISH_TYPES}
#: Streets of Guatemala have numbers: `4A. AVENIDA 12-44 ZONA 3`.
_NUMBERED_STREET = re.compile(
    r"(?P<street>(?:\d{1,2}\s?(?:ta|da|ra|ma|va|era|a|na)?\.?\s*)(?:avenida|calle|av)\b\.?)"
    r"\s+(?P<house_number>\d{1,3}-\d{1,3})(?:\s+(?P<dependent_locality>zona\s+\d{1,2}))?",
    re.IGNORECASE,
)
_AREAS = {
    "IN": r"[^\d/]*\b(?:nagar|colony|layout|extension|estate|area|phase|stage)|sector\W*\d+",
    "GT": r"zona\s+\d{1,2}|(?:colonia|barrio|cant[oó]n|aldea)(?:\s+[^\W\d]+){1,3}",
}
_AREA_FORMS = {code: re.compile(form, re.IGNORECASE) for code, form in _AREAS.items()}


def parts_of(text: str, country: str, names: PlaceNames) -> list[Part]:
    """The parts of a leftover, every word in one of them; empty where it is not known.

    >>> parts_of("23 High Street", "GB", PlaceNames({}))
    [(0, 2, 'house_number'), (3, 14, 'street')]

    Place names are left to `place_tags`, but for those behind a street without a comma.
    """
    if re.search(r"[()&;]|\bc/o\b", text, re.IGNORECASE):
        return []
    for tag, form in _DESIGNATED_FORMS.items():
        if form.fullmatch(text):
            return [(0, len(text), tag)]
    numbered = _NUMBERED_STREET.fullmatch(text) if country == "GT" else None
    if numbered:
        return [(*numbered.span(tag), tag) for tag, found in numbered.groupdict().items() if found]
    found = _street_parts(text, country) or _street_and_place(text, country, names)
    if found:
        return found
    area = _AREA_FORMS.get(country)
    if area and area.fullmatch(text):
        return [(0, len(text), "dependent_locality")]
    if _VENUE_WORD.search(text) and not re.search(r"\d", text) and not names.kinds(text):
        return [(0, len(text), "venue")]
    return []


def _street_parts(text: str, country: str) -> list[Part]:
    """A street with its type, its number in front if there is one."""
    number = re.match(rf"(?:no\.?\s*)?{_NUMBER}[\s,]+(?=\S)", text, re.IGNORECASE)
    start = number.end() if number else 0
    if not is_street(plain(text[start:]).split(), country):
        return []
    front = number_parts(text[:start].rstrip(" ,"), country) if start else []
    return [*front, (start, len(text), "street")]


def number_parts(text: str, country: str) -> list[Part]:
    """A house number, a unit before it where the country writes `4/12` or `401-43`.

    >>> number_parts("401-43", "CA")
    [(0, 3, 'unit'), (4, 6, 'house_number')]
    """
    found = split_unit_number(text, country)
    if found is None:
        return [(0, len(text), "house_number")]
    unit, number = found
    return [(0, len(unit), "unit"), (len(text) - len(number), len(text), "house_number")]


def is_street(words: list[str], country: str) -> bool:
    """Whether the words are a name and one street type, where the country's language has it."""
    first, last = _TYPES_FIRST.get(country, ()), _TYPES_LAST.get(country, ())
    if not 2 <= len(words) <= _MOST_WORDS or _NOT_STREET & {*words}:
        return False
    if any(char.isdigit() for word in words for char in word if not _ORDINAL.fullmatch(word)):
        return False
    if first:
        return words[0] in first
    if words[-1] in _DIRECTIONS and len(words) > 2:
        words = words[:-1]
    return words[-1] in last and not any(word in last for word in words[1:-1])


def _street_and_place(text: str, country: str, names: PlaceNames) -> list[Part]:
    """`1300 Martha St Munhall PA`: cut behind the street type, where just one cut is possible."""
    found = []
    for cut in (match.start() for match in re.finditer(r"\s+", text)):
        street, rest = text[:cut], text[cut:].lstrip()
        parts = _street_parts(street, country)
        if len(parts) == 2:
            at = len(text) - len(rest)
            found += [[*parts, *places] for places in _places_at(rest, at, names)]
    return found[0] if len(found) == 1 else []


def _places_at(text: str, at: int, names: PlaceNames) -> Iterator[list[Part]]:
    """A town, and the code of its region behind it, that begin at a place of the leftover."""
    if "locality" in names.kinds(text):
        yield [(at, at + len(text), "locality")]
    town, _, code = text.rpartition(" ")
    if town and len(code) == 2 and "region" in names.kinds(code) and _is_town(town, names):
        start = at + len(text) - len(code)
        yield [(at, at + len(town.rstrip()), "locality"), (start, start + len(code), "region")]


def _is_town(text: str, names: PlaceNames) -> bool:
    return "locality" in names.kinds(text)


def place_tags(texts: list[str], country: str, names: PlaceNames) -> list[str] | None:
    """Tags for place names that stand at the end of an address; None where one is unknown.

    The last names are regions and counties, the one before them is the town, and those before
    the town are parts of it. A last name that may be both is a region; it is a county only in
    Ireland, because elsewhere the districts of the tables are named after their towns.

    >>> names = PlaceNames({"cork": {"locality", "subregion"}, "douglas": {"locality"}})
    >>> place_tags(["Douglas", "Cork", "Cork"], "IE", names)
    ['dependent_locality', 'locality', 'subregion']
    """
    tags: list[str] = []
    for place, text in reversed(list(enumerate(texts))):
        kinds = names.kinds(text)
        if "locality" in kinds and (place == 0 or country != "IE"):
            kinds = kinds - {"subregion"}
        if "locality" in kinds and place == 0:
            kinds = kinds - {"region"}
        if "locality" in tags:
            tag = part_of_town(text, names)
        else:
            tag = larger_place(kinds, tags) or ("locality" if "locality" in kinds else "")
        if not tag:
            return None
        tags.append(tag)
    return tags[::-1]


def larger_place(kinds: Collection[str], used: Collection[str]) -> str:
    """`region` or `subregion`, if the name may be one and nothing of the kind was found yet."""
    for tag in ("region", "subregion"):
        if tag in kinds and tag not in used and "subregion" not in used:
            return tag
    return ""


def part_of_town(text: str, names: PlaceNames) -> str:
    """`dependent_locality`, if the name is a place's and not, for all we know, a street's."""
    kinds = names.kinds(text)
    is_place = kinds & {"locality", "dependent_locality"} and "street" not in kinds
    return "dependent_locality" if is_place else ""
