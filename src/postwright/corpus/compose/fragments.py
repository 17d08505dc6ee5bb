"""Bare fragments: a town and its state, a street, a postcode; an address not yet typed out."""

from collections.abc import Mapping

from postwright.corpus.compose.country_words import country_word
from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.national_codes import is_national, kept_parts
from postwright.corpus.compose.segments import Segment

_FRAGMENTS = (
    ("fragment_city_region", ("locality", "region")),
    ("fragment_street", ("street",)),
    ("fragment_number_street", ("number", "street")),
    ("fragment_postcode_city", ("postcode", "locality")),
    ("fragment_city", ("locality",)),
    ("fragment_region", ("region",)),
    ("fragment_postcode", ("postcode",)),
    ("fragment_country", ("country",)),
    ("fragment_region_country", ("region", "country")),
    ("fragment_city_country", ("locality", "country")),
    ("fragment_postcode_country", ("postcode", "country")),
    ("fragment_street_city", ("street", "locality")),
    ("fragment_district_city", ("dependent_locality", "locality")),
    ("fragment_county", ("subregion", "region")),
    ("fragment_venue", ("venue",)),
    ("fragment_venue_city", ("venue", "locality")),
)


def cut_down(draft: Draft, blocks: Mapping[str, list[Segment]]) -> dict[str, list[Segment]]:
    """Keep the blocks of one fragment, or all of them.

    A fragment is taken only where its slots were written.
    """
    if is_national(draft):
        kept = kept_parts(draft, frozenset(blocks))
        return {slot: block for slot, block in blocks.items() if slot in kept}
    roll = draft.roll()
    for form, slots in _FRAGMENTS:
        roll -= draft.odds(form)
        if roll >= 0.0:
            continue
        if "country" in slots[1:] and draft.kit.country:
            blocks = {**blocks, "country": [(country_word(draft), "country")]}
        found = {slot: blocks[slot] for slot in slots if slot in blocks}
        if slots[-1] not in found or (slots[0] not in found and slots[0] != "number"):
            return dict(blocks)
        draft.forms.append(form)
        if form == "fragment_street":
            found["street"] = [part for part in found["street"] if part[1] == "street"]
        return found
    return dict(blocks)
