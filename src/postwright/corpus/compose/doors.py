"""What stands bare behind the house number: a flat, a floor and its side, a stair and its flat."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.inner_parts import write_bare_unit
from postwright.corpus.compose.segments import Segment

_HABIT = {"FI": 12.0, "DK": 10.0, "HU": 6.0}
_SIDES = ("tv", "th", "tv.", "th.", "mf", "mf.")


def door_habit(draft: Draft) -> float:
    """How much likelier a bare part is than `bare_unit` says."""
    return _HABIT.get(draft.kit.country, draft.kit.habits.unit)


def write_door(draft: Draft) -> list[Segment]:
    """The bare parts in the country's way.

    Finland writes stair and flat (`8 B 33`), Denmark floor and side (`5, 2. th`), Hungary floor and
    door (`10. fszt. 2`); elsewhere it is a unit.
    """
    country = draft.kit.country
    if country == "FI":
        stair: list[Segment] = [(draft.pick("AABBCDE"), "staircase")]
        flat = (str(1 + draft.below(90)), "unit")
        return [*stair, (" ", None), flat] if draft.roll() < 0.85 else stair
    if country == "DK":
        floor = draft.pick(("st", "1", "2", "3", "4", "5", "kl"))
        word = ". sal" if floor.isdigit() and draft.roll() < 0.25 else ""
        gap: Segment = (" " if word else ". ", None)
        return [(floor + word, "level"), gap, (draft.pick(_SIDES), "unit")]
    if country == "HU":
        floor = draft.pick(
            ("fszt.", "1. em.", "2. em.", "3. em.", "I. em.", "II. em.", "4. emelet")
        )
        return [(floor, "level"), (" ", None), (f"{1 + draft.below(40)}.", "unit")]
    return [(write_bare_unit(draft), "unit")]
