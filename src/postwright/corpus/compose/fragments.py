"""Bare fragments: a town and its state, a street, a postcode; an address not yet typed out."""

from collections.abc import Mapping

from postwright.corpus.compose.draft import Draft
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
)


def cut_down(draft: Draft, blocks: Mapping[str, list[Segment]]) -> dict[str, list[Segment]]:
    """Keep the blocks of one fragment, or all of them.

    A fragment is taken only where its last slot was written.
    """
    roll = draft.roll()
    for form, slots in _FRAGMENTS:
        roll -= draft.odds(form)
        if roll >= 0.0:
            continue
        kept = {slot: blocks[slot] for slot in slots if slot in blocks}
        if slots[-1] not in kept:
            return dict(blocks)
        draft.forms.append(form)
        if form == "fragment_street":
            kept["street"] = [part for part in kept["street"] if part[1] == "street"]
        return kept
    return dict(blocks)
