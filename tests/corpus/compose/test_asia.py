"""Addresses of East and South-East Asia, Turkey and Israel: levels, houses, Latin letters."""

from __future__ import annotations

import random

import pytest
from compose_samples import LEXICON, components, values, write

from postwright.corpus.compose import Composer, FormWeights
from postwright.corpus.compose.hangul import romanise
from postwright.corpus.records import Row

SEEDS = range(120)
WARD = {"locality": "神戸市", "region": "兵庫県", "dependent_locality": "兵庫区新開地"}
ROMAJI = {
    "locality": "Kobe Shi Hyogo Ku",
    "region": "Hyogo Ken",
    "dependent_locality": "Shinkaichi",
}


def rows(country: str, fields: dict[str, str] | None = None, **odds: float) -> list[Row]:
    """The rows of all seeds."""
    return [write(country, seed, fields=fields, **odds) for seed in SEEDS]


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("천안시", "Cheonan-si"),
        ("서북구", "Seobuk-gu"),
        ("강릉시", "Gangneung-si"),
        ("신라로", "Silla-ro"),
        ("전북특별자치도", "Jeonbuk-do"),
        ("부산광역시", "Busan"),
        ("4산단로", "4sandan-ro"),
        ("봉은사로 57번길", "Bongeunsa-ro 57beon-gil"),
        ("세종대로", "Sejong-daero"),
    ],
)
def test_korean_names_are_spelled_by_their_sounds(name: str, latin: str) -> None:
    """With the meetings of consonants and the hyphens before the words of the levels."""
    assert romanise(name) == latin


def test_a_japanese_ward_is_a_span_of_its_own() -> None:
    """`神戸市 / 兵庫区 / 新開地`."""
    row = write("JP", fields=WARD)
    assert values(row, "dependent_locality") == ["兵庫区", "新開地"]
    assert values(row, "locality") == ["神戸市"]


def test_a_house_stands_behind_its_block_number() -> None:
    """`千代田5-3コーポ中央102`: the house is a venue, what is behind it floor or unit."""
    found = rows("JP", named_building=1.0)
    assert all(values(row, "venue") for row in found)
    assert any(values(row, "unit") and values(row, "house_number") for row in found)
    assert any(values(row, "level") for row in found)


@pytest.mark.parametrize(("country", "box"), [("JP", "私書箱"), ("KR", "사서함")])
def test_native_boxes(country: str, box: str) -> None:
    """A box takes the place of quarter and number."""
    row = write(country, po_box=1.0)
    assert values(row, "po_box")[0].startswith(box)
    assert not values(row, "dependent_locality")


def test_romanised_japanese_levels() -> None:
    """Ward, town and prefecture lose the table's way of writing, and are apart."""
    found = rows("JP", ROMAJI)
    assert {tuple(values(row, "locality")) for row in found} >= {("Kobe-shi",), ("Kobe",)}
    assert ["Shinkaichi", "Hyogo-ku"] in [values(row, "dependent_locality") for row in found]
    assert {"Hyogo", "Hyogo-ken"} <= {value for row in found for value in values(row, "region")}


def test_a_romanised_japanese_county_is_a_subregion() -> None:
    """`Shibata-machi, Shibata-gun`."""
    found = rows("JP", {**ROMAJI, "locality": "Shibata Gun Shibata Machi"})
    assert any(
        values(row, "subregion") == ["Shibata-gun"] and values(row, "locality") == ["Shibata-machi"]
        for row in found
    )


def test_flat_and_house_in_front_of_a_romanised_number() -> None:
    """`Room 903, Kita Mansion, 1-21-7 Shinkaichi`."""
    found = rows("JP", ROMAJI, named_building=1.0, unit=1.0, composed_number=1.0)
    assert any(
        [tag for _, _, tag in sorted(row.spans)][:3] == ["unit", "venue", "house_number"]
        for row in found
    )


def test_korean_quarters() -> None:
    """A district is apart from its township; a village belongs to it, and goes behind a road."""
    row = write("KR")
    assert values(row, "dependent_locality") == ["상당구", "남일면 쌍수리"]
    row = write("KR", fields={"street": "단재로"})
    assert values(row, "dependent_locality") == ["상당구", "남일면"]
    bracketed = write("KR", fields={"street": "단재로"}, district_in_brackets=1.0)
    assert "(쌍수리)" in bracketed.raw


def test_a_korean_flat() -> None:
    """`…로 694, 한빛마을아파트 105동 1103호`."""
    found = rows("KR", {"street": "단재로"}, named_building=1.0)
    assert any(
        [tag for _, _, tag in sorted(row.spans)][-3:] == ["venue", "building", "unit"]
        for row in found
    )


def test_a_korean_row_in_latin_letters() -> None:
    """From the small to the large, each quarter a span; a road may do without the village."""
    found = rows("KR", {"street": "단재로"}, romanised=1.0)
    assert {tuple(values(row, "street")) for row in found} == {("Danjae-ro",)}
    assert {tuple(values(row, "dependent_locality")) for row in found} == {
        ("Ssangsu-ri", "Namil-myeon", "Sangdang-gu"),
        ("Namil-myeon", "Sangdang-gu"),
    }
    assert values(found[0], "locality") == ["Cheongju-si"]
    assert values(found[0], "region") == ["Chungcheongbuk-do"]
    composed = {value for row in rows("KR", romanised=1.0) for value in values(row, "street")}
    assert composed
    assert all(value.isascii() for value in composed)


def test_a_korean_flat_in_latin_letters() -> None:
    """`102-dong 804-ho, 55 Danjae-ro`."""
    odds = {"building": 1.0, "unit": 1.0, "composed_number": 1.0, "romanised": 1.0}
    found = rows("KR", {"street": "단재로"}, **odds)
    assert any(
        [tag for _, _, tag in sorted(row.spans)][:4]
        == ["building", "unit", "house_number", "street"]
        for row in found
    )


def test_chinese_levels() -> None:
    """A town of the second level is a locality, a district apart from its street office."""
    row = write("CN", fields={"subregion": "密山市", "dependent_locality": "裴德镇"})
    assert values(row, "locality") == ["鸡西市", "密山市"]
    row = write("CN", fields={"dependent_locality": "鸡冠区南山街道"})
    assert values(row, "dependent_locality") == ["鸡冠区", "南山街道"]


def test_a_chinese_crossing() -> None:
    """`江汉路与中山大道交叉口`."""
    row = write("CN", fields={"street": "江汉路"}, intersection=1.0)
    assert values(row, "street") == ["江汉路"]
    assert len(values(row, "cross_street")) == 1


def test_a_chinese_row_in_latin_letters() -> None:
    """Districts and counties have levels of their own."""
    found = rows("CN", romanised=1.0)
    assert all(row.raw.isascii() for row in found)
    assert any(values(row, "dependent_locality") for row in found)
    assert any(value.endswith(" County") for row in found for value in values(row, "subregion"))


def test_a_county_of_taiwan_is_no_region() -> None:
    """Beside its town; alone it is."""
    assert values(write("TW"), "subregion") == ["屏東縣"]
    english = {"region": "Pingtung County", "locality": "Pingtung City", "street": "Minhe Rd."}
    assert values(write("TW", fields=english), "subregion") == ["Pingtung County"]
    assert values(write("TW", fields={"locality": "", "street": ""}), "region") == ["屏東縣"]


def test_hong_kong_has_blocks_and_no_lanes() -> None:
    """`第4座`, never `198巷9號`."""
    found = rows("HK", building=1.0, composed_number=1.0)
    assert any("座" in value for row in found for value in values(row, "building"))
    assert not any("巷" in row.raw or "弄" in row.raw for row in found)


def test_thai_levels_and_villages() -> None:
    """Each word belongs to its level; a village is a quarter."""
    found = rows("TH", level_word=1.0)
    assert any(value.startswith("จ") for row in found for value in values(row, "region"))
    assert any(len(values(row, "dependent_locality")) == 2 for row in found)


def test_bangkok_in_latin_letters() -> None:
    """`65/17 Soi Yai 11 Yaek 5, Bangkok`."""
    fields = {"locality": "กรุงเทพมหานคร", "region": "", "dependent_locality": ""}
    found = rows("TH", fields, romanised=1.0, composed_number=1.0)
    assert all(values(row, "street")[0].startswith("Soi ") for row in found)
    assert any("/" in values(row, "house_number")[0] for row in found)


def test_indonesian_levels() -> None:
    """`RT 03/RW 05, Kel. Lubuk, Kec. Neustadt, Kab. Bungo`."""
    found = rows("ID", level_word=1.0)
    assert any(len(values(row, "dependent_locality")) == 3 for row in found)
    assert any(values(row, "locality")[0].startswith("Kab") for row in found)


def test_a_city_under_the_state_of_vietnam_is_a_locality() -> None:
    """Its districts are parts of it."""
    row = write("VN")
    assert values(row, "locality") == ["Thành phố Hà Nội"]
    assert values(row, "dependent_locality") == ["Quận Ba Đình"]
    short = {value for row in rows("VN", level_word=1.0) for value in values(row, "locality")}
    assert {"Hà Nội", "TP. Hà Nội"} <= short


def test_an_israeli_district_is_in_the_letters_of_its_town() -> None:
    """And a street gets its word."""
    found = rows("IL", region_word=0.0)
    regions = {value for row in found for value in values(row, "region")}
    assert regions == {"המרכז"}
    assert any(values(row, "street") == ["רחוב הזית"] for row in found)


def test_a_turkish_village_mostly_has_no_street() -> None:
    """Its houses have numbers."""
    odds = {"composed_street": 1.0, "number_without_street": 1.0}
    found = rows("TR", {"dependent_locality": "Yarpuz Köyü"}, **odds)
    bare = [row for row in found if not values(row, "street")]
    assert len(found) / 2 < len(bare) < len(found)
    assert all(values(row, "house_number") for row in bare)


def test_a_ward_and_its_quarter_can_be_one_span() -> None:
    """As the corpus recipe's `several_values` says."""
    composer = Composer(LEXICON, FormWeights.none(), several_values=False)
    for country, whole in (("JP", "兵庫区新開地"), ("KR", "상당구 남일면 쌍수리")):
        parts = components(country, **(WARD if country == "JP" else {}))
        row = composer.compose(parts, random.Random(1))
        assert values(row, "dependent_locality") == [whole]
