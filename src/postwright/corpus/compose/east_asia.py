"""Chinese, Japanese and Korean addresses in their own script: from the large to the small."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.east_asia_words import (
    COUNTRIES,
    NAMES,
    ROAD_NAMES,
    ROAD_TYPES,
    TOWN_ENDINGS,
    VENUES,
)
from postwright.corpus.compose.layout import LOCAL_COMMAS
from postwright.corpus.compose.segments import Segment

_DIGITS_WIDE = str.maketrans("0123456789-", "０１２３４５６７８９－")


def is_native(draft: Draft) -> bool:
    """Whether the components are written in Han, kana or Hangul."""
    if draft.kit.country not in ("JP", "CN", "TW", "KR", "HK", "MO"):
        return False
    text = (
        draft.fields.get("locality")
        or draft.fields.get("street")
        or draft.fields.get("region")
        or ""
    )
    return bool(text) and text[0] >= "\u2e80"


def write_native(draft: Draft) -> list[Segment]:
    """The row's segments in native order, without separators unless people put them."""
    country = draft.kit.country
    draft.forms.append("east_asian_native")
    parts = {"JP": _japan, "KR": _korea}.get(country, _china)(draft)
    if draft.hit("native_partial"):
        parts = _some_parts(draft, parts)
    if len(parts) > 1 and draft.hit("native_permuted"):
        return _foreign_order(draft, parts)
    gap = _gap(draft)
    out: list[Segment] = []
    for part in parts:
        if out and gap and part[1] is not None and out[-1][1] is not None:
            out.append((gap, None))
        out.append(part)
    out = _framed(draft, out, _postcode(draft))
    if draft.hit("country", 0.5):
        out = _with_country(draft, out, gap)
    return out


def _gap(draft: Draft) -> str:
    """What stands between parts: nothing in China and Japan, a blank in Korea."""
    if draft.language in LOCAL_COMMAS and draft.hit("local_comma", 0.1):
        return LOCAL_COMMAS[draft.language]
    if draft.kit.country == "KR":
        return ", " if draft.hit("comma_everywhere") else " "
    if draft.hit("newline"):
        return "\n"
    return " " if draft.hit("extra_space", 2.0) else ""


def _with_country(draft: Draft, out: list[Segment], gap: str) -> list[Segment]:
    """The country in front in its own script, or behind in any."""
    names = COUNTRIES.get(draft.kit.country, (draft.kit.country,))
    if draft.roll() < 0.7 or not draft.kit.names:
        joint = draft.pick((" ", "", "　")) if gap == "" else gap
        return [(draft.pick(names), "country"), (joint, None), *out]
    word = draft.pick((draft.kit.names[0], draft.pick(names)))
    return [*out, (draft.pick((" ", ", ", "\n")), None), (word, "country")]


def _some_parts(draft: Draft, parts: list[Segment]) -> list[Segment]:
    """A run of neighbours out of the parts: `千代田区千代田`, `中山路12號`."""
    tagged = [part for part in parts if part[1]]
    if len(tagged) < 2:
        return parts
    start = draft.below(len(tagged) - 1)
    stop = start + 1 + draft.below(len(tagged) - start)
    kept = tagged[start:stop]
    return tagged[start:] if kept[0][1] in ("house_number", "level", "unit") else kept


def _foreign_order(draft: Draft, parts: list[Segment]) -> list[Segment]:
    """Western or random order of the same parts, with separators between all of them."""
    units = [part for part in parts if part[1]]
    code = _postcode(draft)
    if code:
        units.append((code, "postcode"))
    if draft.hit("country"):
        word = draft.pick(COUNTRIES.get(draft.kit.country, (draft.kit.country,)))
        english = draft.kit.names and draft.roll() < 0.5
        units.insert(0, (draft.kit.names[0] if english else word, "country"))
    if draft.roll() < 0.5:
        units.reverse()
    else:
        draft.rng.shuffle(units)
    joint = draft.pick((", ", ", ", " ", " ", "\n", "，", "、", " / ", "; "))
    out: list[Segment] = []
    for unit in units:
        if out:
            out.append((joint, None))
        out.append(unit)
    return out


def _framed(draft: Draft, out: list[Segment], postcode: str) -> list[Segment]:
    """The postcode in front (mostly) or behind, and a venue at the end or in front."""
    if draft.fields.get("venue") or draft.hit("venue", 2.0):
        venue: Segment = (draft.fields.get("venue") or _venue(draft), "venue")
        gap: Segment = (draft.pick((" ", "　", " ", ", ")), None)
        out = [*out, gap, venue] if draft.roll() < 0.7 else [venue, gap, *out]
    if not postcode:
        return out
    if draft.kit.country == "JP":
        sign = draft.pick(("〒", "〒", "〒", "", "〒 "))
        return [
            (sign, None),
            (postcode, "postcode"),
            (draft.pick((" ", " ", "", "\n", "　")), None),
            *out,
        ]
    if draft.roll() < 0.6:
        return [(postcode, "postcode"), (draft.pick((" ", "", ", ")), None), *out]
    return [*out, (draft.pick((" ", ", ", " ")), None), (postcode, "postcode")]


def _venue(draft: Draft) -> str:
    """A venue with the name of the town, the quarter or a firm."""
    country = draft.kit.country if draft.kit.country in VENUES else "CN"
    fields = draft.fields
    near = fields.get("dependent_locality") or fields.get("locality", "")
    town = near if draft.roll() < 0.3 else fields.get("locality", near)
    template = draft.pick(VENUES[country])
    bare = town.rstrip(TOWN_ENDINGS) or town
    return template.replace("{l}", bare).replace("{s}", draft.pick(NAMES[country]))


def _postcode(draft: Draft) -> str:
    """The postcode, with or without its hyphen, or none."""
    code = draft.fields.get("postcode", "")
    if draft.hit("drop_postcode", 2.0):
        return ""
    if (
        not code
        and draft.kit.postcodes
        and draft.kit.habits.postcode
        and draft.hit("composed_postcode")
    ):
        example = draft.pick(draft.kit.postcodes)
        code = "".join(str(draft.below(10)) if c.isdigit() else c for c in example)
    if draft.kit.country == "JP" and draft.roll() < 0.1:
        code = code.replace("-", "") if draft.roll() < 0.7 else code.translate(_DIGITS_WIDE)
    return code


def _area(draft: Draft, keys: tuple[str, ...]) -> list[Segment]:
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


def _japan(draft: Draft) -> list[Segment]:
    """Prefecture, town, quarter, block number."""
    fields = draft.fields
    out = _area(draft, ("region", "subregion", "locality"))
    quarter = fields.get("street", "") or fields.get("dependent_locality", "")
    if fields.get("street") and fields.get("dependent_locality") and draft.roll() < 0.5:
        quarter = fields["street"] + fields["dependent_locality"]
    if quarter:
        out.append((quarter, "dependent_locality"))
    if quarter and (fields.get("house_number") or not draft.hit("drop_number", 2.0)):
        out.append((fields.get("house_number") or _block(draft, quarter), "house_number"))
        out.extend(_inner(draft, ("{}階", "{}F"), ("{}号室", "{}"), 1 + draft.below(20)))
    return out


def _block(draft: Draft, quarter: str) -> str:
    """`2-3-16`, `1-1`, `5番12号`, `1番地`."""
    first, second, third = 1 + draft.below(9), 1 + draft.below(30), 1 + draft.below(40)
    if quarter.endswith("丁目"):
        number = draft.pick(
            (f"{second}-{third}", f"{second}番{third}号", f"{second}番{third}号", f"{second}")
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
                f"{100 + draft.below(3000)}-{first}",
            )
        )
    return number.translate(_DIGITS_WIDE) if draft.roll() < 0.12 else number


def _inner(
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


def _china(draft: Draft) -> list[Segment]:
    """Province, city, district, road, number, building, floor, flat."""
    fields = draft.fields
    out = _area(draft, ("region", "locality", "subregion", "dependent_locality"))
    street = fields.get("street", "")
    if street.isascii():
        street = _road(draft) if draft.hit("composed_street") else ""
    if street:
        lane = not fields.get("house_number") and draft.roll() < 0.12
        out.append((street + (_lane(draft) if lane else ""), "street"))
        if fields.get("house_number") or not draft.hit("drop_number"):
            out.append((fields.get("house_number") or _chinese_number(draft), "house_number"))
            out.extend(_chinese_inner(draft))
    return out


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
        return [*out, *_inner(draft, ("{}楼", "{}层", "{}樓"), ("{}室", "{}号房", "{}"), floor)]
    return _inner(draft, ("{}樓", "{}F", "{}樓", "{}/F"), ("{}室", "{}號室"), floor)


def _road(draft: Draft) -> str:
    """A road called after a place, a virtue or a date of the country, or after a town."""
    country = draft.kit.country if draft.kit.country in ROAD_NAMES else "HK"
    places = draft.kit.local_places
    name = draft.pick(ROAD_NAMES[country])
    if places and draft.roll() < 0.25:
        name = draft.pick(places).rstrip(TOWN_ENDINGS)[:4] or name
    return name + draft.pick(ROAD_TYPES[country])


def _chinese_number(draft: Draft) -> str:
    """`12号` on the mainland, `12號` elsewhere, sometimes `12号之2` or a range."""
    sign = draft.pick(("号", "号", "号", "號")) if draft.kit.country == "CN" else "號"
    number = str(1 + int(draft.roll() ** 2 * 800))
    roll = draft.roll()
    if roll < 0.06:
        return f"{number}{sign}之{1 + draft.below(9)}"
    if roll < 0.12:
        number = f"{number}-{int(number) + 2 * (1 + draft.below(5))}"
    elif roll < 0.16:
        number = number.translate(_DIGITS_WIDE)
    return f"{number}{sign}" if draft.roll() < 0.94 else number


def _korea(draft: Draft) -> list[Segment]:
    """Province, city, district, road or lot number, with blanks."""
    fields = draft.fields
    if fields.get("subregion", "").endswith("시") and not fields.get("locality"):
        fields["locality"] = fields.pop("subregion")
    quarter = fields.get("dependent_locality", "")
    street = fields.get("street", "")
    if not street and draft.hit("composed_street", 0.6):
        street = _korean_road(draft)
    bracketed = bool(street and quarter) and draft.hit("district_in_brackets", 8.0)
    keys = ("region", "subregion", "locality") + (() if bracketed else ("dependent_locality",))
    out = _area(draft, keys)
    if street:
        out.append((street, "street"))
    if (street or quarter) and not draft.hit("drop_number"):
        lot = draft.pick(("", "", f"-{1 + draft.below(30)}"))
        word = "번지" if not street and draft.roll() < 0.2 else ""
        number = fields.get("house_number") or f"{1 + int(draft.roll() ** 2 * 700)}{lot}{word}"
        out.append((number, "house_number"))
        if draft.hit("building", 2.0):
            out.append((f"{100 + draft.below(20)}동", "building"))
        out.extend(_inner(draft, ("{}층",), ("{}호",), 1 + draft.below(20)))
    if bracketed:
        out.extend([(" (", None), (quarter, "dependent_locality"), (")", None)])
    return out


def _korean_road(draft: Draft) -> str:
    """`테헤란로`, `중앙로12번길`, `해운대대로 570번길`."""
    road = _road(draft)
    if draft.roll() < 0.3:
        branch = draft.pick(("번길", "길", "번길", "가길"))
        road += f"{draft.pick(('', ' '))}{1 + draft.below(90)}{branch}"
    return road
