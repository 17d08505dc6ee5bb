"""Names of places as people write them, made of what gazetteers write."""

from __future__ import annotations

import re

from postwright.corpus.listed_places import article_first, without_compass

__all__ = ["heads", "mended_name"]

#: Names that are no place's.
_NO_PLACE = re.compile(r"\b(?:P\.?O\.? ?Box|[AFD]PO [A-Z]{2})\b")

#: Countries that number the delivery districts of a town: its name goes before the number.
_NUMBERED = frozenset("AL AZ CH CZ IE RU SK".split())
_NUMBER = re.compile(r"[\s,-]+\d.*$")

_DANISH_LETTER = re.compile(r" [A-ZØ]{1,2}$")

#: Countries whose names tell a place from its namesakes by what follows a preposition.
_TAILED = frozenset("AT CH CZ DE GB IE NL PL SK".split())
_TAIL = re.compile(
    r"[ -](?:upon|on|under|by|le|in|am|an|im|bei|ob|vor|aan|nad|pod)[ -].+$|/.+$|\s*\(.+\)$",
    re.IGNORECASE,
)
_SHORTEST_HEAD = 4


def mended_name(name: str, country: str) -> str:
    """A name without districts, remarks and postal words; "" for what is no place.

    >>> mended_name("Dublin 12", "IE"), mended_name("Roque, El (Arucas)", "ES")
    ('Dublin', 'El Roque')
    >>> mended_name("Chicoutimi Southwest", "CA"), mended_name("SOLNA", "SE")
    ('Chicoutimi', 'Solna')
    """
    if _NO_PLACE.search(name):
        return ""
    if country in _NUMBERED:
        name = _NUMBER.sub("", name)
    if country not in ("AT", "CH", "DE"):
        name = name.partition("(")[0]
    name = article_first(name.strip()).partition(",")[0].strip()
    if country == "CA":
        name = without_compass(name)
    elif country == "DK":
        name = _DANISH_LETTER.sub("", name)
    if any(char.isdigit() for char in name):
        return ""
    return name.title() if name.isupper() else name


def heads(name: str, country: str) -> tuple[str, ...]:
    """The short name by which people know a place, where it has one.

    >>> heads("Newcastle upon Tyne", "GB"), heads("Neustadt (Wied)", "DE"), heads("Lyon", "FR")
    (('Newcastle',), ('Neustadt',), ())
    """
    if country not in _TAILED:
        return ()
    head = _TAIL.sub("", name)
    return (head,) if head != name and len(head) >= _SHORTEST_HEAD else ()
