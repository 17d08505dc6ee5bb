"""A lane or estate and the road off which it lies: `8 Oak Court, Mill Road, Ennis`."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.segments import Segment

_HABIT = {"IE": 6.0, "GB": 1.5}


def add_second_street(draft: Draft, block: list[Segment]) -> None:
    """Put a second street, under the same label, behind that of an Irish or British row."""
    habit = _HABIT.get(draft.kit.country)
    streets = draft.kit.latin_streets
    if habit is None or not streets or not draft.hit("second_street", habit):
        return
    gap = ", " if draft.roll() < 0.75 else " "
    block += [(gap, None), (draft.pick(streets), "street")]
