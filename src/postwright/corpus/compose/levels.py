"""Asian levels in Latin letters and by their words: `Minato-ku`, `Daming County`, `ต.บางจาก`.

The tables give a Japanese town and its ward or county as one name, a Chinese district as if it
were a town, a Thai tambon without its word. Here each becomes a part of its own.
"""

from collections.abc import Callable

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.romanised import latin_city, latin_named, romanise_bangkok
from postwright.corpus.compose.segments import Segment

_PREFECTURES = (" Ken", " Fu", " To")
_NO_KEN = frozenset(listed("Hokkaido|Tokyo|Osaka|Kyoto"))
_TOWN_WORDS = frozenset(listed("Shi|Ku|Machi|Cho|Mura|Son|Gun"))
_JAPANESE_STYLES = listed("-|-|-|-|-|bare|bare|bare| |City")
_THAI = {
    "dependent_locality": listed("ต.{}|ตำบล{}|ต. {}|ตำบล {}"),
    "locality": listed("อ.{}|อำเภอ{}|อ. {}|อำเภอ {}"),
    "region": listed("จ.{}|จังหวัด{}|จ. {}|{}"),
}
_THAI_LATIN = {
    "dependent_locality": listed("Tambon {}|T. {}|Tambol {}|{} Subdistrict"),
    "locality": listed("Amphoe {}|A. {}|Amphur {}|{} District"),
}
_BANGKOK = "กรุงเทพมหานคร"
_VILLAGES = {
    "TH": listed("หมู่ {}|หมู่ที่ {}|ม.{}|ม. {}|หมู่{}"),
    "th": listed("Moo {}|Moo.{}|M.{}|Mu {}"),
    "ID": listed("RT 0{0}/RW 0{1}|RT.0{0}/RW.0{1}|RT 00{0} RW 00{1}|RT {0} RW {1}|RT 0{0} RW 0{1}"),
}
_KELURAHAN = listed("Kel. {}|Kelurahan {}|Desa {}|Kel {}|Ds. {}")
_KECAMATAN = listed("Kec. {}|Kecamatan {}|Kec {}")
_SPLIT = frozenset(listed("JP|KR|CN|TH|ID|VN|PH|MM"))
_DISTRICTS_OF_ISRAEL = {
    "Central": "המרכז",
    "Northern": "הצפון",
    "Southern": "הדרום",
    "Haifa": "חיפה",
    "Jerusalem": "ירושלים",
    "Tel Aviv": "תל אביב",
}
_VIETNAMESE = {
    "Phường": listed("Phường|P.|P|phường|Phường"),
    "Xã": listed("Xã|X.|xã|Xã"),
    "Quận": listed("Quận|Q.|quận|Quận"),
    "Huyện": listed("Huyện|H.|huyện|Huyện"),
    "Tỉnh": listed("Tỉnh|tỉnh|T.|"),
    "Thành": listed("Thành|TP|TP.|Tp.|"),
}
_AREA_WORDS = listed("Huyện |Quận |Thành phố |Thị xã |Kabupaten |Kota ")


def settle_levels(draft: Draft) -> str:
    """Bring the parts of an Asian row to their own levels.

    Returns:
        The second level that is written whatever the country's habit, or nothing.
    """
    country = draft.kit.country
    if country == "KR" and draft.latin:
        return draft.fields.pop("subregion", "")
    settle = _SETTLING.get(country)
    return settle(draft) if settle else ""


def settle_street_name(draft: Draft, street: str) -> str:
    """A street of Vietnam or Indonesia without the word of the district that it is called after.

    In Israel the street of a table, a bare name, mostly gets its word.
    """
    country = draft.kit.country
    if country in ("VN", "ID"):
        for word in _AREA_WORDS:
            street = street.replace(word, "")
    elif country == "IL" and not draft.latin and not street.startswith(_HEBREW_TYPES):
        roll = draft.roll()
        return f"{_HEBREW_TYPES[roll > 0.4]} {street}" if roll < 0.5 else street
    return street


def slashed(draft: Draft, number: str) -> str:
    """`65/17` in Thailand, `12/34` in Vietnam: a house on a plot or in an alley."""
    odds = {"TH": 0.45, "VN": 0.25}.get(draft.kit.country, 0.0)
    if odds and number[-1].isdigit() and "/" not in number and draft.roll() < odds:
        return f"{number}/{1 + int(draft.roll() ** 2 * 60)}"
    return number


def _japan(draft: Draft) -> str:
    """Ward, county and town apart, each with its word in the row's style."""
    fields = draft.fields
    if not draft.latin:
        return ""
    style = draft.pick(_JAPANESE_STYLES)
    for word in _PREFECTURES:
        if fields.get("region", "").endswith(word):
            fields["region"] = fields["region"].removesuffix(word)
    town, county, ward = fields.get("locality", ""), "", ""
    if " Gun " in town:
        county, _, town = town.partition(" Gun ")
        county = _styled(f"{county} Gun", "-" if style == "City" else style)
    elif " Shi " in town:
        town, _, ward = town.partition(" Shi ")
        town = f"{town} Shi"
    if town:
        fields["locality"] = _styled(town, style)
    quarter = fields.get("dependent_locality", "")
    if quarter.endswith("cho") and len(quarter) > 5 and draft.roll() < 0.5:
        quarter = f"{quarter[:-3]}-cho"
    elif quarter and draft.roll() < 0.15:
        quarter = f"{quarter} {1 + draft.below(8)}-chome"
    parts = [part for part in (quarter, _styled(ward, "-" if style != " " else " ")) if part]
    if parts:
        fields["dependent_locality"] = ", ".join(parts)
    return county


def _styled(name: str, style: str) -> str:
    """`Kobe Shi` as `Kobe-shi`, `Kobe City`, `Kobe` or as it is."""
    stem, _, word = name.rpartition(" ")
    if not stem or word not in _TOWN_WORDS or style == " ":
        return name
    if word == "Shi" and style in ("bare", "City"):
        return stem if style == "bare" else f"{stem} City"
    return f"{stem}-{word.lower()}"


def finish_region(draft: Draft) -> None:
    """`Aichi-ken` in a row whose town is a `-shi`, `Aichi Ken` beside a `Shi`, now and then."""
    region, town = draft.fields.get("region", ""), draft.fields.get("locality", "")
    if draft.kit.country != "JP" or not draft.latin or " " in region or region in _NO_KEN:
        return
    if region and draft.roll() < 0.35:
        draft.fields["region"] = region + (" Ken" if town.endswith(" Shi") else "-ken")


def _china(draft: Draft) -> str:
    """A county or district out of the town's place, with some city above it."""
    fields = draft.fields
    if not draft.latin:
        return ""
    fields.pop("subregion", None)
    town = fields.get("locality", "")
    last = town.rpartition(" ")[2]
    if last in ("County", "Xian", "Banner"):
        fields["locality"] = latin_city(draft)
        return town
    if last in ("District", "Qu"):
        fields["dependent_locality"] = town
        fields["locality"] = latin_city(draft)
    elif town and not fields.get("dependent_locality") and draft.roll() < 0.3:
        fields["dependent_locality"] = latin_named(draft, "District")
    return ""


def _israel(draft: Draft) -> str:
    """The district in the letters of its town."""
    region = draft.fields.get("region", "")
    if not draft.latin and region in _DISTRICTS_OF_ISRAEL:
        draft.fields["region"] = _DISTRICTS_OF_ISRAEL[region]
    return ""


def _vietnam(draft: Draft) -> str:
    """A city under the state is the locality and its districts parts of it; words for short."""
    fields = draft.fields
    region, town = fields.get("region", ""), fields.get("locality", "")
    city = region.startswith("Thành phố ") or region.endswith(" City")
    if city and (town.startswith(("Quận", "Huyện", "Thị xã")) or town.endswith(" District")):
        fields["locality"] = fields.pop("region")
        if not fields.get("dependent_locality"):
            fields["dependent_locality"] = town
        elif draft.roll() < 0.7:
            _behind(fields, town)
    if draft.hit("level_word"):
        for key in ("region", "locality", "dependent_locality"):
            if fields.get(key):
                parts = fields[key].split(", ")
                fields[key] = ", ".join(_vietnamese(draft, part) for part in parts)
    return ""


def _vietnamese(draft: Draft, name: str) -> str:
    """`Phường Cầu Diễn` as `P. Cầu Diễn`, `Thành phố Hà Nội` as `TP. Hà Nội` or `Hà Nội`."""
    word, _, rest = name.partition(" ")
    forms = _VIETNAMESE.get(word)
    rest = rest.removeprefix("phố ") if word == "Thành" else rest
    if not forms or not rest:
        return name
    form = draft.pick(forms)
    if form == "Thành" or (not form and rest[0].isdigit()):
        return name
    return f"{form} {rest}" if form else rest


def _thailand(draft: Draft) -> str:
    """Tambon, amphoe and changwat with their words; in Bangkok khwaeng and khet."""
    if not draft.latin and draft.fields.get("locality") == _BANGKOK and draft.hit("romanised"):
        romanise_bangkok(draft)
    elif draft.hit("level_word"):
        _thai_words(draft)
    return ""


def _thai_words(draft: Draft) -> None:
    """The words of the levels, and a village in front."""
    fields = draft.fields
    words = _THAI_LATIN if draft.latin else _THAI
    town, part = fields.get("locality", ""), fields.get("dependent_locality", "")
    if (
        town in (_BANGKOK, "กรุงเทพฯ")
        or fields.get("region") == _BANGKOK
        or not town
        or "Bangkok" in town
    ):
        if part and not draft.latin and not part.startswith(("แขวง", "เขต")):
            fields["dependent_locality"] = f"แขวง{part}"
        return
    at = draft.below(2) * 2
    for key, templates in words.items():
        if fields.get(key):
            fields[key] = templates[at + (draft.roll() < 0.3)].format(fields[key])
    if draft.roll() < 0.5:
        village = draft.pick(_VILLAGES["th" if draft.latin else "TH"]).format(1 + draft.below(15))
        _in_front(fields, village)


def _indonesia(draft: Draft) -> str:
    """`RT 03/RW 05, Kel. Kotabaru, Kec. Pontianak Selatan`."""
    fields = draft.fields
    if not draft.hit("level_word"):
        return ""
    part = fields.get("dependent_locality", "")
    if part and part.split(" ")[0] not in ("Kota", "Kabupaten", "Kecamatan"):
        fields["dependent_locality"] = draft.pick(_KELURAHAN).format(part)
        district = draft.pick(draft.kit.latin_places) if draft.kit.latin_places else ""
        if district and "," not in district and draft.roll() < 0.6:
            _behind(fields, draft.pick(_KECAMATAN).format(district))
    town = fields.get("locality", "")
    if town.startswith("Kabupaten ") and draft.roll() < 0.5:
        fields["locality"] = f"{draft.pick(('Kab.', 'Kab'))} {town.removeprefix('Kabupaten ')}"
    if draft.roll() < 0.45:
        template = draft.pick(_VILLAGES["ID"])
        _in_front(fields, template.format(1 + draft.below(9), 1 + draft.below(9)))
    return ""


def _in_front(fields: dict[str, str], part: str) -> None:
    """A smaller quarter before the one that is there."""
    held = fields.get("dependent_locality")
    fields["dependent_locality"] = f"{part}, {held}" if held else part


def _behind(fields: dict[str, str], part: str) -> None:
    """A larger quarter behind the one that is there."""
    fields["dependent_locality"] = f"{fields['dependent_locality']}, {part}"


def quarter_segments(draft: Draft, text: str) -> list[Segment]:
    """A span for each quarter of a row that has several of them: `Ote, Hyogo-ku`."""
    if draft.kit.country not in _SPLIT or ", " not in text:
        return [(text, "dependent_locality")]
    joint = ", " if draft.roll() < 0.75 and draft.latin else " "
    out: list[Segment] = []
    for part in text.split(", "):
        if out:
            out.append((joint, None))
        out.append((part, "dependent_locality"))
    return out


_HEBREW_TYPES = ("רחוב", "רח'", "שדרות", "שד'", "דרך", "סמטת", "כיכר", "משעול")
_SETTLING: dict[str, Callable[[Draft], str]] = {
    "JP": _japan,
    "CN": _china,
    "TH": _thailand,
    "ID": _indonesia,
    "VN": _vietnam,
    "IL": _israel,
}
