"""Flat, floor and house in front of the number, as romanised East Asian addresses have them."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.segments import Segment

_HOUSES = {
    "JP": listed(
        "{m} Bldg.|{m} Building|{m} Mansion|{m} Heights|Heights {m}|Casa {m}|Maison {m}|"
        "Corpo {m}|{m} Daiichi Bldg.|Green Heights {m}|{m} Ekimae Bldg.|Sun {m}|{m} Tower"
    ),
    "KR": listed("{m} Building|{m} Apt.|{m} Tower|{m} Apartment|{m} Bldg.|{m} Plaza|{m} Officetel"),
    "TW": listed("{m} Building|{m} Tower"),
    "HK": listed(
        "{m} House|{m} Building|{m} Mansion|{m} Court|{m} Centre|{m} Industrial Building|"
        "{m} Commercial Building|{m} Tower|{m} Garden|{m} Estate"
    ),
}
_FLOORS = {
    "JP": listed("{}F|{}F|{}th Floor|{}F."),
    "KR": listed("{}F|{}th floor|{}F|{}th Fl."),
    "TW": listed("{}F|{}F.|{}F|{}F.-2"),
    "HK": listed("{}/F|{}/F|{}/F.|{}th Floor|{}F"),
}
_UNITS = {
    "JP": listed("Room {f}0{d}|Rm. {f}0{d}|#{f}0{d}|Apt. {f}0{d}|No. {f}0{d}"),
    "KR": listed("{f}0{d}-ho|{f}0{d}-ho|#{f}0{d}|Room {f}0{d}|{f}0{d} ho"),
    "TW": listed("Rm. {d}|Room {d}|Rm. {f}0{d}"),
    "HK": listed("Flat {l}|Rm {f}0{d}|Room {f}0{d}|Flat {d}|Unit {l}|Unit {f}0{d}|Shop {d}"),
}
_BLOCKS = {
    "JP": ("Bldg. {}", "Bldg {}"),
    "KR": ("{}-dong", "10{}-dong", "20{}-dong", "{}-dong"),
    "HK": ("Block {}", "Tower {}", "Blk {}"),
}
HAVING_FRONT_PARTS = frozenset(_HOUSES)


def front_parts(draft: Draft) -> list[Segment]:
    """The parts with a joint behind each, or nothing; a flat behind its house or before it."""
    country = draft.kit.country
    if country not in HAVING_FRONT_PARTS or not draft.latin:
        return []
    floor, door = 1 + draft.below(20), 1 + draft.below(9)
    parts: list[Segment] = []
    house = "venue" not in draft.forms and draft.hit("named_building", 3.0)
    if draft.hit("unit", draft.kit.habits.unit):
        unit = draft.pick(_UNITS[country])
        parts.append((unit.format(f=floor, d=door, l="ABCDEFGH"[door - 1 & 7]), "unit"))
    if draft.hit("level", 2.0 if country in ("HK", "TW") else 1.0):
        parts.append((draft.pick(_FLOORS[country]).format(floor), "level"))
    if country in _BLOCKS and draft.hit("building", 2.5 if country == "KR" else 1.0):
        block: Segment = (draft.pick(_BLOCKS[country]).format(door), "building")
        parts.insert(0 if country == "KR" else len(parts), block)
    if house:
        names = draft.kit.latin_places or ("Central",)
        name = draft.pick(names).split(" ")[0].split(",")[0]
        named: Segment = (draft.pick(_HOUSES[country]).format(m=name), "venue")
        parts.insert(0 if draft.roll() < 0.5 else len(parts), named)
    joints = ", " if draft.roll() < 0.7 else " "
    out: list[Segment] = []
    for at, part in enumerate(parts):
        last = at + 1 == len(parts)
        near = not last and "venue" in (part[1], parts[at + 1][1]) and draft.roll() < 0.4
        out += [part, (" " if near or (not last and draft.roll() < 0.5) else joints, None)]
    return out
