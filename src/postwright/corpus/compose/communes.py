"""Polish communes, which stand before the district: `gm. Troszyn, pow. ostrołęcki`."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.segments import Segment
from postwright.corpus.compose.streets import surname_of_place

_WORDS = listed("gm. {}|gmina {}|gm. {}|gm {}|Gmina {}")


def add_commune(draft: Draft, blocks: dict[str, list[Segment]]) -> None:
    """Put a commune before the district of a Polish row, or in its place."""
    if draft.kit.country != "PL" or "locality" not in blocks or draft.template is not None:
        return
    if not draft.hit("commune", 3.0 if "subregion" in blocks else 1.0):
        return
    commune: Segment = (draft.pick(_WORDS).format(surname_of_place(draft)), "subregion")
    district = blocks.get("subregion")
    gap: Segment = (", " if draft.roll() < 0.6 else " ", None)
    blocks["subregion"] = [commune, gap, *district] if district else [commune]
