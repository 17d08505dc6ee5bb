"""Parts of towns, plots, zones and highways of southern Asia and Latin America."""

from __future__ import annotations

import re

import pytest
from compose_samples import LEXICON, components, values, write

from postwright.corpus.compose import FormWeights
from postwright.corpus.compose.quarter_words import (
    IBERIAN_NAMES,
    RURAL,
    SEATS,
    SHARE,
    URBAN,
    VILLAGES,
)

SEEDS = range(150)


def test_every_part_of_a_town_is_a_span_of_its_own() -> None:
    """`MIDC, TTC Industrial Area, Rabale` is three dependent localities, in front of the town."""
    rows = [write("IN", seed, quarter=1.0, quarter_more=1.0) for seed in SEEDS]
    three = [row for row in rows if len(values(row, "dependent_locality")) == 3]
    assert three
    for row in three:
        parts = [row.raw.index(text) for text in values(row, "dependent_locality")]
        assert max(parts) < row.raw.rindex("Kudal")


def test_a_source_that_knows_the_quarter_keeps_it() -> None:
    """Nothing is made up beside a quarter of the gazetteer."""
    fields = {"dependent_locality": "Iriri"}
    for seed in range(40):
        row = write("BR", seed, fields=fields, quarter=1.0, quarter_more=1.0)
        assert values(row, "dependent_locality") == ["Iriri"]


def test_a_plot_without_a_street_has_its_number() -> None:
    """`F-3/5, Sector-6, Kudal`: the number before the parts of the town."""
    rows = [write("IN", seed, quarter=1.0, number_hyphen=1.0) for seed in SEEDS]
    plots = [values(row, "house_number") for row in rows if not values(row, "street")]
    assert any(re.fullmatch(r"[A-Z]-\d+(/\w+)?", text) for texts in plots for text in texts)
    assert any(re.search(r"\d/\d", text) for texts in plots for text in texts)


def test_the_taluk_stands_between_village_and_district() -> None:
    """`Kudal, Tal. Neustadt, Dist. Sindhudurg`."""
    row = write("IN", 3, seat=1.0, subregion=1.0)
    (seat,) = values(row, "dependent_locality")
    (district,) = values(row, "subregion")
    assert row.raw.index("Kudal") < row.raw.index(seat) < row.raw.index(district)


def test_a_zone_follows_its_street_without_a_comma() -> None:
    """`2a. Avenida 6-24 Zona 1, Pasaco`."""
    rows = [write("GT", seed, quarter=1.0, composed_number=1.0) for seed in SEEDS]
    assert any(re.match(r"2a\. Avenida \d+-\d\d Zona \d+, ", row.raw) for row in rows)


def test_mexican_and_indian_regions_have_their_short_forms() -> None:
    """`Hgo.`, `MH`; only where the traditional form comes up."""
    assert any("Hgo" in write("MX", seed, region_traditional=1.0).raw for seed in range(20))
    assert any(write("IN", seed, region_traditional=1.0).raw.endswith("MH") for seed in range(20))
    assert "Hidalgo" in write("MX", 1).raw


@pytest.mark.parametrize("country", sorted(URBAN))
def test_the_words_of_a_country_are_complete(country: str) -> None:
    """No place-holder is left, and a parish name is asked for only where its language has some."""
    for template in (*URBAN[country], *RURAL.get(country, ()), *SEATS.get(country, ())):
        assert re.sub(r"\{[mpvnslxowfr]\}", "", template).count("{") == 0, template
    assert country not in SEATS or all("{}" in word for word in VILLAGES[country])


def test_tables_speak_of_countries_that_have_words() -> None:
    """A scale or a hamlet without its country's table would never be used."""
    assert set(SHARE) | set(RURAL) | set(SEATS) <= set(URBAN)
    assert all(len(set(names)) == len(names) for names in IBERIAN_NAMES.values())


def test_units_of_india_are_not_american() -> None:
    """`Flat No. 3` and `Shop No. 7`, no trailer and no penthouse."""
    fields = {"street": "Link Road"}
    units = [
        unit for s in SEEDS for unit in values(write("IN", s, fields=fields, unit=1.0), "unit")
    ]
    assert any(unit.startswith("Shop No") for unit in units)
    assert not any(unit.startswith(("Trlr", "Spc", "PH")) for unit in units)


def test_an_industrial_estate_of_india_is_a_part_of_a_town_only() -> None:
    """One word, one label: buildings there have other names."""
    rows = [write("IN", seed, quarter=1.0, unit_site=1.0) for seed in range(600)]
    estates = [text for row in rows for text in values(row, "dependent_locality")]
    assert any("Industrial Estate" in text for text in estates)
    assert not any("Industrial" in text for row in rows for text in values(row, "venue"))


def test_a_unit_in_a_building_needs_no_street() -> None:
    """`608, Neustadt Tower, Sector 4`: a bare number is a unit only before its building."""
    rows = [write("IN", seed, unit_site=1.0) for seed in SEEDS]
    bare = [row for row in rows if any(text.isdigit() for text in values(row, "unit"))]
    assert bare
    assert all(values(row, "venue") for row in bare)


def test_the_samples_know_the_countries_of_these_tests() -> None:
    """The hand-made kits hold them, so no test above ran on a country without a format."""
    assert {"IN", "BR", "GT", "MX"} <= {components(c).country for c in ("IN", "BR", "GT", "MX")}
    assert all(LEXICON.kit(country).native for country in ("IN", "BR", "GT", "MX"))
    assert FormWeights().quarter > 0.0
