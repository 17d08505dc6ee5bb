"""Chinese, Japanese and Korean addresses in their own script: from the large to the small."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.segments import Segment

_DIGITS_WIDE = str.maketrans("0123456789-", "０１２３４５６７８９－")
_CHINESE_ROADS = listed(
    "人民路|中山路|解放路|建设路|长江路|北京路|南京东路|和平街|文化路|新华路|中正路|民生路|幸福街|学府路"
)
_TAIWAN_ROADS = listed(
    "中山路|中正路|民生路|民權東路|忠孝東路四段|和平西路二段|復興街|文化路|光復路|信義路"
)
_VENUES = {
    "JP": listed("株式会社|小学校|市役所|図書館|ビル|病院"),
    "CN": listed("小学|医院|大厦|酒店|有限公司"),
    "TW": listed("國小|醫院|大樓|飯店"),
    "KR": listed("초등학교|병원|빌딩|시청|도서관"),
}
_KOREAN_ROADS = listed("중앙로|세종대로|강남대로|시청로|해안로|역전길|문화로|한강대로|테헤란로")


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
    gap = " " if country == "KR" or draft.hit("extra_space") else ""
    postcode = _postcode(draft)
    out: list[Segment] = []
    for part in parts:
        if out and gap and part[1] is not None and out[-1][0] != " ":
            out.append((gap, None))
        out.append(part)
    out = _framed(draft, out, postcode)
    if draft.hit("country", 0.5):
        word = draft.pick(_COUNTRY.get(country, (country,)))
        out = [(word, "country"), (draft.pick((" ", "", "　")) if gap == "" else " ", None), *out]
    return out


_COUNTRY = {
    "JP": ("日本", "日本", "日本国"),
    "CN": ("中国", "中國", "中华人民共和国"),
    "TW": ("台灣", "臺灣", "中華民國"),
    "KR": ("대한민국", "한국"),
    "HK": ("香港", "中国香港"),
    "MO": ("澳門",),
}


def _framed(draft: Draft, out: list[Segment], postcode: str) -> list[Segment]:
    """The postcode in front (mostly) or behind, and a venue at the end."""
    if draft.hit("venue", 1.5):
        town = draft.fields.get("locality", "")
        name = town.rstrip("市区區町村縣县郡구시군") + draft.pick(
            _VENUES.get(draft.kit.country, _VENUES["CN"])
        )
        out = [*out, (draft.pick((" ", "　", " ")), None), (name, "venue")]
    if not postcode:
        return out
    japan = draft.kit.country == "JP"
    if japan:
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
    """Province, city, district, road, number."""
    fields = draft.fields
    out = _area(draft, ("region", "locality", "subregion", "dependent_locality"))
    street = fields.get("street", "") or (
        draft.pick(_TAIWAN_ROADS if draft.kit.country != "CN" else _CHINESE_ROADS)
        if draft.hit("composed_street")
        else ""
    )
    if street:
        out.append((street, "street"))
        if fields.get("house_number") or not draft.hit("drop_number"):
            out.append((fields.get("house_number") or _chinese_number(draft), "house_number"))
            out.extend(
                _inner(draft, ("{}楼", "{}层", "{}樓"), ("{}室", "{}号房"), 1 + draft.below(20))
            )
    return out


def _chinese_number(draft: Draft) -> str:
    """`12号` on the mainland, `12號` elsewhere."""
    sign = draft.pick(("号", "號", "号", "号之2")) if draft.kit.country == "CN" else "號"
    return f"{1 + int(draft.roll() ** 2 * 800)}{sign}"


def _korea(draft: Draft) -> list[Segment]:
    """Province, city, district, road or lot number, with blanks."""
    fields = draft.fields
    out = _area(draft, ("region", "subregion", "locality", "dependent_locality"))
    street = fields.get("street", "")
    if not street and draft.hit("composed_street", 0.6):
        street = draft.pick(_KOREAN_ROADS) + (
            f"{1 + draft.below(60)}번길" if draft.roll() < 0.3 else ""
        )
    if street:
        out.append((street, "street"))
    if (street or fields.get("dependent_locality")) and not draft.hit("drop_number"):
        lot = draft.pick(("", "", f"-{1 + draft.below(30)}"))
        number = fields.get("house_number") or f"{1 + int(draft.roll() ** 2 * 700)}{lot}"
        out.append((number, "house_number"))
        out.extend(_inner(draft, ("{}층",), ("{}호",), 1 + draft.below(20)))
    return out
