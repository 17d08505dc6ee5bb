"""What Chinese, Japanese and Korean addresses share: areas, boxes, roads, houses and flats."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.east_asia_words import (
    BOXES,
    HOUSES,
    NAMES,
    ROAD_NAMES,
    ROAD_TYPES,
    TOWN_ENDINGS,
)
from postwright.corpus.compose.segments import Segment

DIGITS_WIDE = str.maketrans("0123456789-", "０１２３４５６７８９－")
"""For full-width digits."""


def native_area(draft: Draft, keys: tuple[str, ...]) -> list[Segment]:
    """The given parts from large to small, the large ones dropped now and then."""
    out: list[Segment] = []
    seen: set[str] = set()
    for key in keys:
        text = draft.fields.get(key, "")
        if (
            not text
            or text in seen
            or (key in ("region", "subregion") and draft.hit("drop_region", 2.0))
        ):
            continue
        seen.add(text)
        out.append((text, key))
    return out


def native_box(draft: Draft, out: list[Segment]) -> bool:
    """Put a post-office box behind the areas, in the place of everything smaller."""
    words = BOXES.get(draft.kit.country)
    if not words or not out or not draft.hit("po_box", 0.5):
        return False
    out.append((draft.pick(words).format(1 + draft.below(400)), "po_box"))
    return True


def native_house(
    draft: Draft,
    out: list[Segment],
    levels: tuple[str, ...],
    units: tuple[str, ...],
    building: str,
) -> bool:
    """A named house behind the number, with its floor or flat: `コーポ中山102`.

    The `building` template is for the block of an estate; empty where there is none.
    """
    country = draft.kit.country
    templates = HOUSES.get(country)
    if not templates or not draft.hit("named_building", 2.5):
        return False
    places = draft.kit.local_places
    place = draft.pick(places).rpartition("郡")[2] if places and draft.roll() < 0.5 else ""
    name = place.rstrip(TOWN_ENDINGS)[:4]
    house = draft.pick(templates).replace("{s}", name or draft.pick(NAMES[country]))
    joint = draft.pick((" ", " ", "", "\u3000", "\n") if country != "KR" else (", ", ", ", " "))
    out += [(joint, None), (house, "venue")]
    gap: Segment = (" " if country == "KR" else draft.pick(("", "", " ")), None)
    floor = 1 + draft.below(15)
    if building and draft.roll() < 0.4:
        out += [gap, (building.format(floor), "building")]
    roll = draft.roll()
    if roll < 0.35:
        out += [gap, (draft.pick(levels).format(floor), "level")]
    if roll > 0.25 and roll < 0.85:
        out += [gap, (draft.pick(units).format(f"{floor}0{1 + draft.below(9)}"), "unit")]
    return True


def native_inner(
    draft: Draft, levels: tuple[str, ...], units: tuple[str, ...], floor: int
) -> list[Segment]:
    """Floor and flat behind the block number."""
    out: list[Segment] = []
    if draft.hit("level"):
        out.extend([(" ", None), (draft.pick(levels).format(floor), "level")])
    if draft.hit("unit", 0.5):
        text = units[0].format(f"{floor}0{1 + draft.below(9)}")
        out.extend([(" " if not out else "", None), (text, "unit")])
    return out


def native_road(draft: Draft) -> str:
    """A road called after a place, a virtue or a date of the country, or after a town."""
    country = draft.kit.country if draft.kit.country in ROAD_NAMES else "HK"
    places = draft.kit.local_places
    name = draft.pick(ROAD_NAMES[country])
    if places and draft.roll() < 0.25:
        name = draft.pick(places).rstrip(TOWN_ENDINGS)[:4] or name
    return name + draft.pick(ROAD_TYPES[country])
