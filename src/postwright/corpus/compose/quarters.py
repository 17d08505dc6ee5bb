"""Parts of towns where the gazetteer knows none: sector, bairro, zona, hamlet, taluk."""

from collections.abc import Sequence

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.house_numbers import write_number
from postwright.corpus.compose.inner_parts import filled, write_inner
from postwright.corpus.compose.names import surname
from postwright.corpus.compose.quarter_words import (
    IBERIAN_NAMES,
    RURAL,
    SEATS,
    SHARE,
    URBAN,
    VILLAGES,
)
from postwright.corpus.compose.quarter_words_more import HAMLETS, NATIVE_URBAN, URBAN_MORE
from postwright.corpus.compose.segments import Segment
from postwright.corpus.compose.sites import site_name
from postwright.corpus.compose.streets import surname_of_place

Blocks = dict[str, list[Segment]]

_LATIN_URBAN: dict[str, Sequence[str]] = {**URBAN_MORE, **URBAN}
QUARTER_SLOTS = ("quarter0", "quarter1")
"""Slots of the parts in front of the one that every row may have."""

SEAT_SLOT = "seat"
"""Slot of the taluk or post office behind its village."""

_NO_STREET = {"IN": 0.45, "PK": 0.25, "BD": 0.25, "GT": 0.35, "BR": 0.05}
"""How often a row with a part of a town does without its street."""

_NUMBER_ALONE = {"IN": 0.6, "PK": 0.5, "BD": 0.4}
"""How often a row without a street has the number of a plot."""


def settle_quarters(draft: Draft) -> None:
    """Give the row parts of its town, into the fields, where the country has words for them."""
    fields, country = draft.fields, draft.kit.country
    if not _urban(draft) or not fields.get("locality"):
        return
    if not fields.get("street"):
        _settle_village(draft)
    if "drop_dependent_locality" in draft.forms or fields.get("dependent_locality"):
        return
    if not draft.hit("quarter", SHARE.get(country, 0.8)):
        return
    if draft.roll() < _NO_STREET.get(country, 0.0):
        fields.pop("street", None)
    fields["dependent_locality"] = _quarter(draft)
    for slot in QUARTER_SLOTS:
        if not draft.hit("quarter_more"):
            break
        text = _quarter(draft)
        if text not in fields.values():
            fields[slot] = text


def _urban(draft: Draft) -> Sequence[str]:
    """The words for parts of towns in the row's letters, or nothing."""
    if draft.latin:
        return _LATIN_URBAN.get(draft.kit.country, ())
    return NATIVE_URBAN.get(draft.language, ())


def add_hamlet(draft: Draft) -> None:
    """Put what is smaller in front of the quarter: `Thôn 3, Xã Ea Tu`, `Purok 5, Brgy. Sala`."""
    fields, words = draft.fields, HAMLETS.get(draft.kit.country)
    quarter = fields.get("dependent_locality", "")
    if not words or not quarter or draft.template is not None or "RT" in quarter:
        return
    if draft.latin == (draft.kit.country == "TH") or not draft.hit("hamlet_in_front"):
        return
    fields["dependent_locality"] = f"{_named(draft, draft.pick(words))}, {quarter}"


def _settle_village(draft: Draft) -> None:
    """The word in front of a village and the office over it, in India and beside it."""
    country = draft.kit.country
    if country not in SEATS:
        return
    if draft.hit("village_word"):
        name = draft.pick(VILLAGES[country]).format(draft.fields["locality"])
        draft.fields["locality"] = name
    if draft.hit("seat"):
        draft.fields[SEAT_SLOT] = _named(draft, draft.pick(SEATS[country]))


def _quarter(draft: Draft) -> str:
    """One part of a town; a hamlet more often where the row has no street."""
    country = draft.kit.country
    words = _urban(draft)
    if country in RURAL and not draft.fields.get("street") and draft.roll() < 0.65:
        words = RURAL[country]
    return _named(draft, draft.pick(words))


def _named(draft: Draft, template: str) -> str:
    """The template with its name and its numbers."""
    if "{m}" in template:
        name = surname(draft) if draft.roll() < 0.5 else surname_of_place(draft)
        template = template.replace("{m}", name)
    elif "{p}" in template:
        template = template.replace("{p}", surname_of_place(draft))
    elif "{v}" in template:
        names = IBERIAN_NAMES.get(draft.language, IBERIAN_NAMES["es"])
        template = template.replace("{v}", draft.pick(names))
    return filled(draft, template)


def write_quarters(draft: Draft, blocks: Blocks) -> None:
    """The blocks of the parts, and the number of a plot where there is no street."""
    for slot in (*QUARTER_SLOTS, SEAT_SLOT):
        text = draft.fields.get(slot)
        if text:
            blocks[slot] = [(text, "dependent_locality")]
    if "street" in blocks or "po_box" in blocks or "locality" not in blocks:
        return
    if not draft.latin:
        return
    if draft.kit.country in SEATS and "venue" not in blocks and draft.hit("unit_site"):
        blocks["venue"] = _unit_site(draft)
    odds = _NUMBER_ALONE.get(draft.kit.country, 0.0)
    if draft.roll() < (odds if "dependent_locality" in blocks else odds / 4):
        blocks["number"] = [(write_number(draft), "house_number")]


def _unit_site(draft: Draft) -> list[Segment]:
    """`608, Great Eastern Galleria`: a unit in a building that stands for street and number."""
    unit = write_inner(draft, "unit")
    if draft.roll() < 0.6:
        unit = draft.pick(("{n}", "{n}", "{l}-{n}", "{s}", "{n}/{s}", "{n}-{l}"))
        unit = filled(draft, unit)
    gap = draft.pick((", ", ", ", ", ", " "))
    return [(unit, "unit"), (gap, None), (site_name(draft), "venue")]
