"""Korean addresses in Hangul."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.east_asia_parts import (
    native_area,
    native_box,
    native_house,
    native_inner,
    native_road,
)
from postwright.corpus.compose.east_asia_words import SHORT_REGIONS
from postwright.corpus.compose.segments import Segment


def write_korean(draft: Draft) -> list[Segment]:
    """Province, city, district, road or lot number, with blanks."""
    fields = draft.fields
    if fields.get("subregion", "").endswith("시") and not fields.get("locality"):
        fields["locality"] = fields.pop("subregion")
    street = fields.get("street", "")
    if not street and draft.hit("composed_street", 0.9):
        street = korean_road(draft)
    out = native_area(draft, ("region", "subregion", "locality"))
    if out and out[0][1] == "region" and draft.hit("native_short"):
        region = out[0][0]
        out[0] = (SHORT_REGIONS.get(region, region), "region")
    if native_box(draft, out):
        return out
    quarters, inside = _korean_quarters(fields.get("dependent_locality", ""))
    bracketed = bool(street and inside) and draft.hit("district_in_brackets", 12.0)
    if not street and inside:
        township = quarters.pop() if quarters and quarters[-1][-1] in "읍면" else ""
        quarters.append(f"{township} {inside}".lstrip())
    if not draft.apart and quarters:
        quarters = [" ".join(quarters)]
    out.extend((part, "dependent_locality") for part in quarters)
    if street:
        out.append((street, "street"))
    numbered = bool(street or (quarters and quarters[-1][-1] != "구"))
    if numbered and not draft.hit("drop_number"):
        lot = draft.pick(("", "", f"-{1 + draft.below(30)}"))
        word = "번지" if not street and draft.roll() < 0.2 else ""
        number = fields.get("house_number") or f"{1 + int(draft.roll() ** 2 * 700)}{lot}{word}"
        out.append((number, "house_number"))
        _korean_inner(draft, out)
    if bracketed:
        out.extend([(" (", None), (inside, "dependent_locality"), (")", None)])
    return out


def _korean_quarters(text: str) -> tuple[list[str], str]:
    """The quarters that every address has, and the one that a road makes superfluous.

    A district stands apart from what is in it; a village belongs to its township.

    >>> _korean_quarters("상당구 남일면 쌍수리"), _korean_quarters("달서구 상인동")
    ((['상당구', '남일면'], '쌍수리'), (['달서구'], '상인동'))
    """
    words = text.split()
    inside = words.pop() if words and words[-1][-1] in "동리가" else ""
    return words, inside


def _korean_inner(draft: Draft, out: list[Segment]) -> None:
    """`, 한빛마을아파트 205동 1103호`, ` 2층`, `, 501호`."""
    if native_house(draft, out, ("{}층",), ("{}호",), "1{:02d}동"):
        return
    inner: list[Segment] = []
    if draft.hit("building", 2.0):
        inner.append((f"{100 + draft.below(20)}동", "building"))
    inner.extend(native_inner(draft, ("{}층",), ("{}호",), 1 + draft.below(20)))
    if inner and draft.roll() < 0.4:
        out.append((", ", None))
    out.extend(inner)


def korean_road(draft: Draft) -> str:
    """`테헤란로`, `중앙로12번길`, `해운대대로 570번길`."""
    road = native_road(draft)
    if draft.roll() < 0.3:
        branch = draft.pick(("번길", "길", "번길", "가길"))
        road += f"{draft.pick(('', ' '))}{1 + draft.below(90)}{branch}"
    return road
