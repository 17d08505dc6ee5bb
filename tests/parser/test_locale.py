"""Country and language: what is detected, the caller's hint, and the laws of the alternatives."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postwright import Parse, Parser, Span
from postwright.errors import InputError
from postwright.parser.locale import (
    _name_odds,
    _of_word,
    _region_odds,
    _shape_odds,
    detect_locale,
)
from postwright.parser.locale_table import load_table, name_key
from postwright.parser.pipeline import LOCALE, STAGES

PIECES = st.tuples(
    st.sampled_from(["country", "region", "postcode", "street", "locality"]),
    st.sampled_from(
        [
            "France",
            "NY",
            "75001",
            "SW1A 2AA",
            "rue de la Paix",
            "Main Street",
            "東京都",
            "ул. Мира",
            "Georgia",
            "0",
            "9" * 40,
            "Musterstraße",
            "서울",
            "かな",
            "�",
            "١٢٣",
        ]
    ),
)


@pytest.fixture(scope="module")
def locating(tiny_bundle: Path) -> Parser:
    """A parser that detects country and language."""
    return Parser.load(tiny_bundle, locale=True)


def parse_of(*parts: tuple[str, str]) -> Parse:
    """A parse of such spans, a comma apart."""
    raw = ", ".join(value for _, value in parts)
    spans, at = [], 0
    for tag, value in parts:
        start = raw.index(value, at)
        at = start + len(value)
        spans.append(Span(tag, value, start, at, 1.0, 1.0))
    return Parse(raw, tuple(spans))


@pytest.mark.parametrize(
    ("parts", "country", "language"),
    [
        ([("street", "Main Street"), ("region", "NY"), ("postcode", "10118")], "US", "en"),
        ([("street", "rue de la Paix"), ("postcode", "75002")], "FR", "fr"),
        ([("street", "Musterstraße"), ("postcode", "10115")], "DE", "de"),
        ([("postcode", "SW1A 2AA")], "GB", "en"),
        ([("postcode", "1015 CJ")], "NL", "nl"),
        ([("locality", "東京都かな")], "JP", "ja"),
        ([("locality", "서울")], "KR", "ko"),
        ([("locality", "Paris"), ("country", "Francia")], "FR", "fr"),
        ([("country", "U.S.A.")], "US", "en"),
        ([("street", "rue Sainte"), ("region", "Québec"), ("country", "Canada")], "CA", "fr"),
    ],
)
def test_what_was_found_says_the_country(
    parts: list[tuple[str, str]], country: str, language: str
) -> None:
    """By names, shapes of postcodes, scripts and words."""
    locale = detect_locale(parse_of(*parts))
    assert (locale.country, locale.language) == (country, language)


@settings(deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=5), st.sampled_from([None, "FR", "AQ"]))
def test_alternatives_are_sorted_different_and_sum_to_one(
    parts: list[tuple[str, str]], hint: str | None
) -> None:
    """Whatever was found; the answer without a hint is the first of them."""
    locale = detect_locale(parse_of(*parts), hint)
    shares = [guess.probability or 0.0 for guess in locale.alternatives]
    countries = [guess.country for guess in locale.alternatives]
    assert sum(shares) == pytest.approx(1.0)
    assert shares == sorted(shares, reverse=True)
    assert len(set(countries)) == len(countries)
    assert locale.country == (hint or countries[0])
    assert locale.alternatives == detect_locale(parse_of(*parts)).alternatives
    assert locale.probability == (
        shares[countries.index(locale.country)] if locale.country in countries else 0.0
    )


def test_the_tagger_has_its_say() -> None:
    """Where nothing in the spans points anywhere; a country's name outweighs it."""
    head = np.zeros(len(load_table().countries))
    head[load_table().countries.index("PT")] = 12.0
    assert detect_locale(parse_of(("locality", "Lagos"))).country != "PT"
    assert detect_locale(parse_of(("locality", "Lagos")), head=head).country == "PT"
    named = parse_of(("locality", "Lagos"), ("country", "Nigeria"))
    assert detect_locale(named, head=head / 3).country == "NG"


def test_the_shipped_model_scores_countries() -> None:
    """Where the spans alone would mislead: alone, in a batch, in a text of several windows."""
    parser = Parser.load(locale=True)
    texts = ["Queen St, Dunedin", "12 Smith St, Geelong", "Cuauhtémoc 12, Monterrey " * 40, ""]
    found = [parse.locale.country for parse in parser.parse_batch(texts)]
    assert found == ["NZ", "AU", "MX", None]
    alone = [parser.parse(text) for text in texts]
    assert [parse.locale.country for parse in alone] == found
    assert all(detect_locale(parse).country != parse.locale.country for parse in alone[:3])


def test_the_callers_hint_wins_and_what_was_detected_is_listed(locating: Parser) -> None:
    """Also where nothing was found."""
    plain = locating.parse("12 main street, paris")
    found = locating.parse("12 main street, paris", country="CH")
    assert found.locale.country == "CH"
    assert found.locale.alternatives == plain.locale.alternatives
    assert found.spans == plain.spans
    assert locating.parse("", country="FR").locale.language == "fr"
    assert locating.parse("").locale.country is None


def test_a_parser_detects_nothing_unless_asked_to(parser: Parser, locating: Parser) -> None:
    """It works row by row in Python, so it is no standard stage."""
    assert parser.parse("12 main street").locale.alternatives == ()
    assert [stage.name for stage in locating.stages][-2:] == ["locale", "abstain"]
    assert LOCALE not in STAGES


def test_the_stage_is_called_by_its_name(tiny_bundle: Path) -> None:
    """And not put in twice."""
    parser = Parser.load(tiny_bundle, stages=[*STAGES, "locale"], locale=True)
    assert [stage.name for stage in parser.stages] == [*(s.name for s in STAGES), "locale"]


@pytest.mark.parametrize("country", ["fr", "XX", "France", ""])
def test_a_country_that_is_none_is_refused(locating: Parser, country: str) -> None:
    """ISO 3166-1 alpha-2, upper case."""
    with pytest.raises(InputError, match=r"country = .*ISO 3166-1"):
        locating.parse_batch(["x"], country=country)


def test_a_hint_that_nobody_reads_is_refused(parser: Parser) -> None:
    """A parser without the stage would pass it over unseen."""
    with pytest.raises(InputError, match="locale=True"):
        parser.parse("x", country="FR")


@pytest.mark.parametrize("tag", ["country", "region", "postcode", "street"])
def test_a_long_value_is_not_remembered(tag: str) -> None:
    """Thousands of a stranger's long texts cannot fill the memory."""
    caches = (_name_odds, _region_odds, _shape_odds, _of_word)
    before = [cache.cache_info().currsize for cache in caches]
    assert detect_locale(parse_of((tag, "é" * 5000))).alternatives
    assert [cache.cache_info().currsize for cache in caches] == before


def test_every_postcode_shape_takes_a_long_text_in_no_time() -> None:
    """None of the patterns goes back and forth without end."""
    for text in ("1" * 16, "A" * 16, "1 " * 8, "A1" * 8):
        for shape in load_table().shapes.values():
            assert shape is None or shape.fullmatch(text + "!") is None


def test_the_table_points_to_countries_that_it_knows() -> None:
    """And its keys are in the form in which they are looked up."""
    table = load_table()
    known = set(table.countries)
    for names in (table.names, table.regions):
        assert all(set(countries) <= known for countries in names.values())
        assert all(name_key(name) == name for name in names)
