"""Addresses of China, Taiwan, Hong Kong and Macau in Han."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.east_asia_parts import (
    DIGITS_WIDE,
    native_area,
    native_house,
    native_inner,
    native_road,
)
from postwright.corpus.compose.east_asia_words import SHORT_REGIONS
from postwright.corpus.compose.segments import Segment

_PARTS_OF_DISTRICTS = ("镇", "街道", "乡", "鎮", "鄉")


def write_chinese(draft: Draft) -> list[Segment]:
    """Province, city, district, road, number, building, floor, flat."""
    fields = draft.fields
    out: list[Segment] = []
    for text, tag in native_area(draft, ("region", "locality", "subregion", "dependent_locality")):
        if draft.apart and tag == "dependent_locality" and draft.kit.country == "CN":
            out.extend((part, tag) for part in _districts(text))
        else:
            out.append((text, _level(draft, text, tag)))
    if draft.kit.country == "CN" and out and draft.hit("native_short"):
        out = _short(out)
    street = fields.get("street", "")
    if street.isascii():
        street = native_road(draft) if draft.hit("composed_street") else ""
    if street and not fields.get("house_number") and draft.hit("intersection", 0.5):
        out += [(street, "street"), (draft.pick(("与", "和", "/", "與")), None)]
        return [
            *out,
            (native_road(draft), "cross_street"),
            (draft.pick(("交叉口", "路口", "")), None),
        ]
    if street:
        lane = draft.kit.country != "HK" and not fields.get("house_number") and draft.roll() < 0.12
        out.append((street + (_lane(draft) if lane else ""), "street"))
        if fields.get("house_number") or not draft.hit("drop_number"):
            out.append((fields.get("house_number") or _chinese_number(draft), "house_number"))
            if not native_house(draft, out, ("{}层", "{}楼", "{}樓"), ("{}室", "{}"), ""):
                out.extend(_chinese_inner(draft))
    return out


def _level(draft: Draft, text: str, tag: str | None) -> str | None:
    """A town of the second level (盖州市) is a locality, a county of Taiwan no region."""
    if draft.kit.country == "CN" and tag == "subregion" and text.endswith("市"):
        return "locality"
    county = draft.kit.country == "TW" and tag == "region" and text.endswith("縣")
    return "subregion" if county and draft.fields.get("locality") else tag


def _districts(text: str) -> tuple[str, ...]:
    """A district and the town or street office in it: `越秀区` and `六榕街道`.

    >>> _districts("越秀区六榕街道"), _districts("城区"), _districts("康庄镇")
    (('越秀区', '六榕街道'), ('城区',), ('康庄镇',))
    """
    stop = text.find("区", 1) + 1
    if stop > 1 and text.endswith(_PARTS_OF_DISTRICTS) and stop < len(text) - 1:
        return text[:stop], text[stop:]
    return (text,)


def _short(parts: list[Segment]) -> list[Segment]:
    """`宁夏吴忠市`, `黑龙江鸡西`: a region by its short name; a town alone without its 市."""
    region, tag = parts[0]
    if tag == "region":
        short = SHORT_REGIONS.get(region) or region.removesuffix("省")
        parts = [(short, tag), *parts[1:]]
    town = parts[-1][0]
    if parts[-1][1] == "locality" and town.endswith("市") and len(town) > 2:
        parts = [*parts[:-1], (town[:-1], "locality")]
    return parts


def _lane(draft: Draft) -> str:
    """`123巷`, `45弄`, `12巷3弄`: a lane off the road, part of its name."""
    number = 1 + draft.below(300)
    if draft.kit.country == "CN":
        return f"{number}弄"
    return f"{number}巷{1 + draft.below(40)}弄" if draft.roll() < 0.4 else f"{number}巷"


def _chinese_inner(draft: Draft) -> list[Segment]:
    """`3栋2单元501室`, `5樓之2`."""
    floor = 1 + draft.below(20)
    if draft.kit.country == "CN":
        out: list[Segment] = []
        if draft.hit("building", 3.0):
            words = (f"{floor}号楼", f"{floor}栋", f"{floor}幢", f"{draft.pick('ABCD')}座")
            out.append((draft.pick(words), "building"))
        if draft.hit("entrance", 3.0):
            out.append((f"{1 + draft.below(6)}单元", "entrance"))
        return [
            *out,
            *native_inner(draft, ("{}楼", "{}层", "{}樓"), ("{}室", "{}号房", "{}"), floor),
        ]
    if draft.kit.country == "HK":
        letter = draft.pick("ABCDEFGH")
        inner = native_inner(draft, ("{}樓", "{}字樓", "{}/F"), ("{}室", f"{letter}室"), floor)
        block = draft.hit("building", 2.0)
        return [(f"第{1 + draft.below(9)}座", "building"), *inner] if block else inner
    floors = ("{}樓", "{}F", "{}樓", f"{{}}樓之{1 + draft.below(9)}")
    return native_inner(draft, floors, ("{}室", "{}號室"), floor)


def _chinese_number(draft: Draft) -> str:
    """`12号` on the mainland, `12號` elsewhere, sometimes `12號之2`, `12-2号` or a range."""
    sign = draft.pick(("号", "号", "号", "號")) if draft.kit.country == "CN" else "號"
    number = str(1 + int(draft.roll() ** 2 * 800))
    roll = draft.roll()
    if roll < 0.06:
        if draft.kit.country == "TW":
            return f"{number}{sign}之{1 + draft.below(9)}"
        return f"{number}-{1 + draft.below(9)}{sign}"
    if roll < 0.12:
        number = f"{number}-{int(number) + 2 * (1 + draft.below(5))}"
    elif roll < 0.16:
        number = number.translate(DIGITS_WIDE)
    return f"{number}{sign}" if draft.roll() < 0.94 else number
