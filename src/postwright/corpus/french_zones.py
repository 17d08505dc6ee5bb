"""French zones and hamlets that sources keep inside the street column: `Rue Voltaire Zi Nord`."""

from __future__ import annotations

import re

__all__ = ["split_zone"]

#: Zone industrielle, artisanale, d'activités, business parks, and "lieu-dit".
_ZONE = re.compile(
    r"""(?<![\w'’.-])(?:z\.?\s?(?:a\.?\s?[ce]|[ai])\b\.?|zone\b
    |(?:techno)?parc\s+(?:d\s?['’]?\s?)?(?:activit|indus|artisan|technol|scientif|tertiair|affaire)
    |lieux?[\s-]?dits?\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_STREET_TYPE = re.compile(
    r"""\b(?:rue|avenue|av|ave|boulevard|bd|blvd|place|chemin|che|route|rte|impasse|all[ée]e|quai
    |cours|square|passage|faubourg)\b\.?\s+\w""",
    re.IGNORECASE | re.VERBOSE,
)
#: Behind one of these the zone gives the street its name: `Rue de la Zone Industrielle`.
_PARTICLE = re.compile(r"(?:^|\s)(?:de|la|le|les|du|des|à|au|aux|d|l)\W*$", re.IGNORECASE)
_EDGES = " ,-–"


def split_zone(fields: dict[str, str]) -> None:
    """Move a zone or a lieu-dit from the street to the dependent locality, in place.

    >>> fields = {"street": "Rue Voltaire Zi Nord"}
    >>> split_zone(fields)
    >>> fields
    {'street': 'Rue Voltaire', 'dependent_locality': 'Zi Nord'}
    """
    street = fields.get("street", "")
    if "dependent_locality" in fields:
        return
    for zone in _ZONE.finditer(street):
        before, part = street[: zone.start()], street[zone.start() :]
        if _PARTICLE.search(before) or len(before.split()) == 1:
            continue  # `Rue Zac` is a street
        rest = before.strip(_EDGES + "(")
        after = "" if rest else _street_in(part)
        part = part[: len(part) - len(after)].strip(_EDGES)
        fields["dependent_locality"] = part if "(" in part else part.rstrip(")")
        rest = rest or after
        if rest:
            fields["street"] = rest
        else:
            del fields["street"]
        return


def _street_in(text: str) -> str:
    """The street behind a zone: `Rte de Paris` of `Zi Rte de Paris`; empty where there is none."""
    for found in _STREET_TYPE.finditer(text):
        if found.start() and not _PARTICLE.search(text[: found.start()]):
            return text[found.start() :]
    return ""
