"""Where the quarter stands: before or behind its town, and what stands between the two."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.quarters import QUARTER_SLOTS, SEAT_SLOT
from postwright.corpus.compose.segments import Segment
from postwright.corpus.compose.southern_words import POSTCODE_BEHIND

Blocks = dict[str, list[Segment]]
Lines = list[list[str]]
_HYPHENED = frozenset(("IN", "PK", "BD"))
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
    if "postcode" in blocks and "region" in blocks and draft.kit.country in POSTCODE_BEHIND:
        lines = _postcode_behind(draft, lines)
    lines = _district(draft, blocks, lines)
    if SEAT_SLOT in blocks:
        lines = _insert_seat(lines)
    extra = [slot for slot in QUARTER_SLOTS if slot in blocks]
    return _insert_quarters(draft, lines, extra) if extra else lines


def _district(draft: Draft, blocks: Blocks, lines: Lines) -> Lines:
    """The lines with the quarter where this row has it."""
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
    if draft.kit.country == "GT" and draft.roll() < 0.6:
        return _at_street(draft, lines)
    return lines


def _at_street(draft: Draft, lines: Lines) -> Lines:
    """The zone behind its street without a comma: `2a. Avenida 6-24 Zona 1, Sololá`."""
    line = next((line for line in lines if "street" in line), None)
    if line is None:
        return lines
    at = lines.index(line)
    rest = [lines[:at], [line], lines[at + 1 :]]
    draft.joints["dependent_locality"] = " "
    return [*_without(rest[0]), [*line, "dependent_locality"], *_without(rest[2])]


def _postcode_behind(draft: Draft, lines: Lines) -> Lines:
    """The postcode behind the region where the form comes up: `Hisar, Haryana - 125044`."""
    if not draft.hit("postcode_behind_region", POSTCODE_BEHIND[draft.kit.country]):
        return lines
    out = [[slot for slot in line if slot != "postcode"] for line in lines]
    line = next(line for line in out if "region" in line)
    line.insert(line.index("region") + 1, "postcode")
    draft.joints["postcode"] = draft.pick(
        (" ", " ", ", ", " - ") if draft.kit.country in _HYPHENED else (" ", ", ")
    )
    return [line for line in out if line]


def _insert_seat(lines: Lines) -> Lines:
    """The taluk on a line behind its village: `Tulsuli, Tal. Kudal, Dist. Sindhudurg`."""
    at = next((at for at, line in enumerate(lines) if "locality" in line), len(lines) - 1)
    line = lines[at]
    cut = line.index("locality") + 1 if "locality" in line else len(line)
    parts = [line[:cut], [SEAT_SLOT], line[cut:]]
    return [*lines[:at], *[part for part in parts if part], *lines[at + 1 :]]


def _insert_quarters(draft: Draft, lines: Lines, extra: list[str]) -> Lines:
    """More parts of the town in front of its quarter, or between number and street."""
    apart = next((line for line in lines if line[:2] == ["number", "street"]), None)
    if apart is not None and draft.roll() < 0.6:
        at = lines.index(apart)
        return [*lines[:at], ["number"], *[[slot] for slot in extra], apart[1:], *lines[at + 1 :]]
    wanted = ("dependent_locality", "locality", "postcode", "region")
    found = (at for at, line in enumerate(lines) if any(slot in line for slot in wanted))
    at = next((at for at in found if "street" not in lines[at]), len(lines))
    return [*lines[:at], *[[slot] for slot in extra], *lines[at:]]


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
