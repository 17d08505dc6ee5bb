"""Codes at the end, geocoders' lists, second levels and quarters of countries with few rows."""

from __future__ import annotations

from compose_samples import values, write

from postwright.corpus.compose.large_cities import _BY_COUNTRY
from postwright.corpus.compose.municipalities import _OWN, _WORDS
from postwright.corpus.compose.quarter_words_more import NATIVE_URBAN, URBAN_MORE
from postwright.corpus.compose.region_words import REGION_WORDS

SEEDS = range(80)


def test_a_national_row_ends_in_one_code() -> None:
    """Whatever is kept of the parts, the last span is the country and there is no other one."""
    for seed in SEEDS:
        row = write("DE", seed, national_code=1.0, lower_case=1.0)
        assert values(row, "country") == [row.raw[row.spans[-1][0] :]]
        assert row.raw[-3:].strip() in ("de", "deu")


def test_a_national_row_is_never_permuted() -> None:
    """The postcode stays in front of its town."""
    for seed in SEEDS:
        row = write("DE", seed, national_code=1.0, permuted=1.0, postcode_before_street=1.0)
        assert "50667" not in row.raw or "50667 Köln" in row.raw


def test_every_level_of_a_list_is_a_span() -> None:
    """County between town and region, postcode behind the region."""
    row = write("IN", 1, display_name=1.0, subregion=1.0)
    assert row.raw.startswith("Kudal, ")
    starts = {tag: start for start, _, tag in row.spans}
    order = ("locality", "subregion", "region", "postcode")
    assert sorted(order, key=starts.__getitem__) == list(order)


def test_a_quarter_in_arabic_letters_stands_in_arabic_rows() -> None:
    """`حي النصر، الأقصر`."""
    rows = [write("EG", seed, quarter=1.0) for seed in SEEDS]
    assert any(text.startswith("حي ") for row in rows for text in values(row, "dependent_locality"))


def test_a_house_in_a_microdistrict_has_number_and_flat() -> None:
    """The quarter is no street and its house has a number of its own."""
    rows = [write("RU", seed, microdistrict=1.0) for seed in SEEDS]
    assert all(values(row, "house_number") and not values(row, "street") for row in rows)
    assert any(values(row, "unit") for row in rows)


def test_the_smaller_part_is_a_span_of_its_own() -> None:
    """`Dusun Krajan, Lubuk`: two dependent localities."""
    row = write("ID", 2, hamlet_in_front=1.0)
    assert len(values(row, "dependent_locality")) == 2


def test_every_template_takes_one_name() -> None:
    """No word list has a place-holder that is not filled."""
    for words in (*_WORDS.values(), *_OWN.values(), *REGION_WORDS.values()):
        assert all(text.replace("{}", "") == text.format("") for text in words)
    for words in (*URBAN_MORE.values(), *NATIVE_URBAN.values()):
        assert all("  " not in text and text.strip() == text for text in words)


def test_every_large_city_has_several_quarters() -> None:
    """And none is a quarter of itself."""
    for cities in _BY_COUNTRY.values():
        for city, quarters in cities:
            assert len(quarters) > 1
            assert city not in quarters
