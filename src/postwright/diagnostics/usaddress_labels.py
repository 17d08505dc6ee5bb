"""What the labels of the ``usaddress`` package say in the tags of this project.

The map follows the one by which the hand-labelled rows of ``usaddress`` were made into golden
rows, so that a right answer of that package is a right answer here. The package itself is not
imported: its answer is handed in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from postwright.golden.records import LabelledSpan, trim_spans
from postwright.golden.usaddress_manual import mend_floors

__all__ = ["LABEL_TAGS", "spans_of_tokens"]

#: Label → tag. What is missing here is outside every span (`IntersectionSeparator`, `NotAddress`,
#: `CornerOf`) or depends on the words around it (`Occupancy*`, `Subaddress*`).
LABEL_TAGS: dict[str, str] = {
    "AddressNumber": "house_number",
    "AddressNumberPrefix": "house_number",
    "AddressNumberSuffix": "house_number",
    "BuildingName": "building",
    "CountryName": "country",
    "LandmarkName": "venue",
    "PlaceName": "locality",
    "Recipient": "venue",
    "StateName": "region",
    "StreetName": "street",
    "StreetNamePostDirectional": "street",
    "StreetNamePostModifier": "street",
    "StreetNamePostType": "street",
    "StreetNamePreDirectional": "street",
    "StreetNamePreModifier": "street",
    "StreetNamePreType": "street",
    "USPSBoxGroupID": "po_box",
    "USPSBoxGroupType": "po_box",
    "USPSBoxID": "po_box",
    "USPSBoxType": "po_box",
    "ZipCode": "postcode",
    "ZipPlus4": "postcode",
}

_FLOOR = re.compile(r"(floor|flr?|level|lvl)\W*", re.IGNORECASE)
_BUILDING = re.compile(r"(building|bldg|bld|tower|twr|block|blk)\W*", re.IGNORECASE)

#: Labels whose tag depends on the kind of thing that is numbered.
_NUMBERED = ("Occupancy", "Subaddress")

Token = tuple[str, str]


def spans_of_tokens(raw: str, tokens: Sequence[Token]) -> tuple[LabelledSpan, ...]:
    """Spans of a text from what ``usaddress.parse`` returns for it.

    Adjacent tokens of one tag are one span; a street after an intersection's separator is the
    cross street; a floor or building word makes a level or a building of its numbers.

    >>> spans_of_tokens("12 Elm St #4", [("12", "AddressNumber"), ("Elm", "StreetName"),
    ...     ("St", "StreetNamePostType"), ("#", "OccupancyType"), ("4", "OccupancyIdentifier")])
    ((0, 2, 'house_number'), (3, 9, 'street'), (10, 12, 'unit'))

    Args:
        raw: the text that was parsed.
        tokens: (token, label) in the order of the text.

    Returns:
        Trimmed spans in the order of the text.
    """
    placed = zip(_places(raw, tokens), _tags(tokens), strict=True)
    spans: list[LabelledSpan] = []
    for tag, group in groupby(placed, key=lambda item: item[1]):
        places = [place for place, _ in group]
        if tag is not None:
            spans.append((places[0][0], places[-1][1], tag))
    return trim_spans(raw, mend_floors(raw, spans))


def _places(raw: str, tokens: Iterable[Token]) -> list[tuple[int, int]]:
    """Where each token stands; one that was rewritten (``&amp;``) is empty at its place."""
    places, at = [], 0
    for token, _ in tokens:
        found = raw.find(token, at)
        start, end = (found, found + len(token)) if found >= 0 else (at, at)
        places.append((start, end))
        at = end
    return places


def _tags(tokens: Sequence[Token]) -> list[str | None]:
    """The tag of every token, ``None`` outside of spans."""
    tags: list[str | None] = []
    crossed = False
    for family, group in groupby(tokens, key=lambda token: _family(token[1])):
        members = list(group)
        if family is not None:
            tags += _numbered_tags(members)
            continue
        for _, label in members:
            crossed = crossed or label == "IntersectionSeparator"
            tag = LABEL_TAGS.get(label)
            tags.append("cross_street" if tag == "street" and crossed else tag)
    return tags


def _family(label: str) -> str | None:
    """``Occupancy`` or ``Subaddress`` for their labels."""
    return next((family for family in _NUMBERED if label.startswith(family)), None)


def _numbered_tags(tokens: Sequence[Token]) -> list[str | None]:
    """Tags of a run of types and identifiers: an identifier takes the kind of the type before it.

    Identifiers at the start of the run take the first type's ("4th Floor").
    """
    kinds = [_kind(token) if label.endswith("Type") else None for token, label in tokens]
    kind = next((kind for kind in kinds if kind is not None), "unit")
    tags: list[str | None] = []
    for own in kinds:
        kind = own or kind
        tags.append(kind)
    return tags


def _kind(word: str) -> str:
    """What a type word numbers: a level, a building or a unit."""
    if _FLOOR.fullmatch(word):
        return "level"
    return "building" if _BUILDING.fullmatch(word) else "unit"
