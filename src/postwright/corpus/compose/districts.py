"""Where the quarter stands: before or behind its town, and what stands between the two."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.segments import Segment

Blocks = dict[str, list[Segment]]
Lines = list[list[str]]
_AFTER_HABIT = {
    "AT": 2.5,
    "CZ": 2.5,
    "DE": 2.5,
    "CH": 2.0,
    "SK": 2.0,
    "PL": 2.0,
    "BE": 1.5,
    "HU": 2.0,
}
"""How much more often the quarter stands behind its town than elsewhere."""
_BEHIND = (", ", ", ", " ", " ", " - ", "-", " / ")


def place_district(draft: Draft, blocks: Blocks, lines: Lines) -> Lines:
    """Move the quarter to the other side of its town, or closer to it, where a form comes up."""
    if "dependent_locality" not in blocks or "locality" not in blocks:
        return lines
    if draft.hit("district_in_brackets"):
        blocks["dependent_locality"] = [("(", None), *blocks["dependent_locality"], (")", None)]
        draft.joints["dependent_locality"] = " "
        return _behind(lines)
    if draft.hit("district_after_town", _AFTER_HABIT.get(draft.kit.country, 1.0)):
        draft.joints["dependent_locality"] = draft.pick(_BEHIND)
        return _behind(lines)
    if draft.hit("district_no_comma"):
        return _before(draft, lines)
    return lines


def _without(lines: Lines) -> Lines:
    """The lines without the quarter."""
    rest = [[slot for slot in line if slot != "dependent_locality"] for line in lines]
    return [line for line in rest if line]


def _behind(lines: Lines) -> Lines:
    """The quarter directly behind the town."""
    out = _without(lines)
    line = next(line for line in out if "locality" in line)
    line.insert(line.index("locality") + 1, "dependent_locality")
    return out


def _before(draft: Draft, lines: Lines) -> Lines:
    """The quarter in front of the town's line, without a comma."""
    out = _without(lines)
    line = next(line for line in out if "locality" in line)
    line.insert(0, "dependent_locality")
    draft.joints[line[1]] = " "
    return out
