"""Japanese addresses in their own script."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.east_asia_parts import (
    DIGITS_WIDE,
    native_area,
    native_box,
    native_house,
    native_inner,
)
from postwright.corpus.compose.segments import Segment


def write_japanese(draft: Draft) -> list[Segment]:
    """Prefecture, county, town, ward, quarter, block number, house."""
    fields = draft.fields
    out = native_area(draft, ("region", "subregion", "locality"))
    quarter = fields.get("street", "") or fields.get("dependent_locality", "")
    if fields.get("street") and fields.get("dependent_locality") and draft.roll() < 0.5:
        quarter = fields["street"] + fields["dependent_locality"]
    if native_box(draft, out):
        return out
    if quarter:
        parts = _wards(quarter) if draft.apart else (quarter,)
        out.extend((part, "dependent_locality") for part in parts)
    if quarter and (fields.get("house_number") or not draft.hit("drop_number", 2.0)):
        out.append((fields.get("house_number") or _block(draft, quarter), "house_number"))
        if not native_house(draft, out, ("{}階", "{}F"), ("{}号室", "{}", "{}"), ""):
            out.extend(native_inner(draft, ("{}階", "{}F"), ("{}号室", "{}"), 1 + draft.below(20)))
    return out


def _wards(quarter: str) -> tuple[str, ...]:
    """A ward and the quarter in it: `原町区` and `下太田`; few quarters have 区 inside.

    >>> _wards("原町区下太田"), _wards("本町"), _wards("中央区")
    (('原町区', '下太田'), ('本町',), ('中央区',))
    """
    stop = quarter.find("区", 1, 5) + 1
    return (quarter[:stop], quarter[stop:]) if 1 < stop < len(quarter) else (quarter,)


def _block(draft: Draft, quarter: str) -> str:
    """`2-3-16`, `1-1`, `5番12号`, `1番地`."""
    first, second, third = 1 + draft.below(9), 1 + draft.below(30), 1 + draft.below(40)
    floor = 1 + draft.below(12)
    if quarter.endswith("丁目"):
        number = draft.pick(
            (
                f"{second}-{third}",
                f"{second}番{third}号",
                f"{second}番{third}号",
                f"{second}番地{first}",
                f"{second}-{third}-{floor}0{first}",
                f"{second}",
            )
        )
    else:
        number = draft.pick(
            (
                f"{first}-{second}-{third}",
                f"{first}-{second}",
                f"{second}番地",
                f"{second}番{third}号",
                f"{second}",
                f"{100 + draft.below(3000)}",
                f"{100 + draft.below(3000)}番地{first}",
                f"{second}番地の{first}",
                f"{first}-{second}-{third}-{floor}0{first}",
                f"{100 + draft.below(3000)}-{first}",
            )
        )
    return number.translate(DIGITS_WIDE) if draft.roll() < 0.12 else number
