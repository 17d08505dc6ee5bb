"""The places that a locality may be, from the table of `postwright.places`.

Each locality of a parse gets facts: the places of its name, those first that agree with the
postcode, the region and the country of the same parse, then the larger ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from postwright.decoder import Parse, Span
from postwright.parser.locale_table import load_table, name_key
from postwright.parser.model import Model
from postwright.parser.rows import Rows
from postwright.places import Place, PlaceTable, load_places, place_key
from postwright.places.names import has_words

__all__ = ["MOST_PLACES", "add_places", "find_places"]

#: Places that are listed for one locality; how many there are is said beside them.
MOST_PLACES = 10

#: A detected country that is less probable than this still leaves a place in its order.
_LEAST_SHARE = 0.01

#: How much less a place counts whose name has other words (``New Castle`` for ``Newcastle``).
_OTHER_WORDS = 0.01

#: Words for "county" and the like, which one writes and another leaves out.
_KINDS = re.compile(
    r"\b(?:county|co|province|provincia|prov|provinz|landkreis|kreis|lkr|powiat|oblast|obl|"
    r"region|región|regione|région|state|estado|departamento|depto|département|prefecture|"
    r"область|обл|район|р-н|край|județul|jud|megye|kraj|okres|län|fylke|of|de|do|di|del)\b"
)


@dataclass(frozen=True, slots=True)
class _Context:
    """What a parse says of where its localities lie."""

    countries: frozenset[str]
    regions: frozenset[str]
    postcodes: tuple[str, ...]
    shares: dict[str, float]


def add_places(rows: Rows, model: Model) -> None:
    """Say of every locality which places it may be, in the readings that are listed, too."""
    table = load_places()
    for row, parse in enumerate(rows.parses):
        rows.check()
        rows.parses[row] = find_places(parse, table, rows.country)


def find_places(parse: Parse, table: PlaceTable, hint: str | None = None) -> Parse:
    """The same parse with facts on its localities.

    Args:
        parse: nothing but the facts of its spans and of those of its candidates is changed.
        table: where names are looked up.
        hint: the country, where the caller knows it.
    """
    candidates = tuple(find_places(each, table, hint) for each in parse.candidates)
    if not any(span.tag == "locality" for span in parse.spans):
        return replace(parse, candidates=candidates) if candidates else parse
    context = _context(parse, hint)
    spans = tuple(
        _with_places(span, table.find(span.value), context) if span.tag == "locality" else span
        for span in parse.spans
    )
    return replace(parse, spans=spans, candidates=candidates)


def _with_places(span: Span, found: tuple[Place, ...], context: _Context) -> Span:
    """A span with the places that it may be; those of other countries than the one named go."""
    if not found:
        return span
    if any(place.country in context.countries for place in found):
        found = tuple(place for place in found if place.country in context.countries)
    judged = [
        (_agreement(place, context), _weight(place, span.value, context), place) for place in found
    ]
    judged.sort(key=lambda one: (-len(one[0]), -one[1]))
    listed = [_json(place, agrees) for agrees, _, place in judged[:MOST_PLACES]]
    return replace(span, facts={**(span.facts or {}), "places": listed, "places_found": len(found)})


def _json(place: Place, agrees: list[str]) -> dict[str, Any]:
    return {**place.to_json(), "agrees": agrees} if agrees else place.to_json()


def _agreement(place: Place, context: _Context) -> list[str]:
    """The tags of the parse that a place agrees with."""
    agrees = []
    if place.country in context.countries:
        agrees.append("country")
    if context.regions & _areas(place.region, place.region_code, place.subregion):
        agrees.append("region")
    if any(place.has_postcode(code) for code in context.postcodes):
        agrees.append("postcode")
    return agrees


def _weight(place: Place, written: str, context: _Context) -> float:
    """Its size, by how probable its country is where that was detected, and by its words."""
    weight = place.size if has_words(place.name, written) else place.size * _OTHER_WORDS
    if not context.shares:
        return weight
    return weight * max(_LEAST_SHARE, context.shares.get(place.country, 0.0))


def _context(parse: Parse, hint: str | None) -> _Context:
    """Read what stands beside the localities."""
    countries = {hint} if hint else set[str]()
    regions, postcodes = set[str](), []
    for span in parse.spans:
        if span.tag == "country":
            countries.update(load_table().names.get(name_key(span.value), ()))
        elif span.tag in ("region", "subregion"):
            regions |= _areas(span.value)
        elif span.tag == "postcode":
            postcodes.append(span.value)
    shares = {
        guess.country: guess.probability
        for guess in parse.locale.alternatives
        if guess.country is not None and guess.probability is not None
    }
    return _Context(frozenset(countries), frozenset(regions), tuple(postcodes), shares)


@lru_cache(maxsize=8192)
def _areas(*names: str) -> frozenset[str]:
    """The forms in which names of regions are compared: as they stand, and without their kind."""
    forms = {place_key(name) for name in names}
    forms |= {place_key(_KINDS.sub("", name.casefold())) for name in names}
    return frozenset(forms - {""})
