"""European customs of the composer: towns, counties, stairs and doors."""

from __future__ import annotations

import random
import re
from dataclasses import asdict, replace

import pytest
from compose_samples import LEXICON, components, kit, values, write

from postwright.corpus.compose import Composer, FormWeights, Lexicon
from postwright.corpus.compose.counties import county_form
from postwright.corpus.compose.cyrillic import romanise
from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.indian_cities import settle_city
from postwright.corpus.compose.inner_words import PARTS
from postwright.corpus.compose.places import settle_region
from postwright.corpus.compose.tables import _MENDED, groups_of
from postwright.corpus.compose.town_names import mend_town

SEEDS = range(40)
ALL_OFF = asdict(FormWeights.none())
RUSSIAN = groups_of(_MENDED["RU"])


def draft(country: str, **fields: str) -> Draft:
    """A row of a country with these fields and every form off but the words of counties."""
    odds = {"subregion_word": 1.0}
    return Draft(kit(country), fields, random.Random(3), odds)


@pytest.mark.parametrize(
    ("language", "word"),
    [("de", "Aufgang"), ("da", "opgang"), ("nb", "oppgang"), ("sv", "uppgång")],
)
def test_a_stair_is_a_stair_in_every_germanic_language(language: str, word: str) -> None:
    """`Aufgang 2` is a staircase in the golden set, and its sisters are too."""
    assert any(word in text for text in PARTS[language]["staircase"])
    assert not any(word in text for text in PARTS[language]["entrance"])


@pytest.mark.parametrize(
    ("country", "register", "written"),
    [
        ("RU", {"locality": "Сертолово пос."}, ("пос. Сертолово", "п. Сертолово")),
        ("CZ", {"locality": "Praha", "region": "Hlavní město Praha"}, ("Praha",)),
    ],
)
def test_a_register_name_is_written_as_people_do(
    country: str, register: dict[str, str], written: tuple[str, ...]
) -> None:
    """The kind of place goes in front, and a city is not its own region."""
    row = draft(country, **register)
    mend_town(row)
    assert row.fields["locality"] in written
    assert "region" not in row.fields


@pytest.mark.parametrize(
    ("country", "name", "written"),
    [
        ("PL", "Powiat lipski", {"powiat lipski", "pow. lipski", "Powiat lipski", "pow lipski"}),
        ("PL", "Konin", {"Konin County"}),
        ("PL", "Konin County", {"Konin County"}),
        ("AT", "Politischer Bezirk Linz-Land", {"Bezirk Linz-Land", "Linz-Land",
                                               "Bez. Linz-Land", "Politischer Bezirk Linz-Land"}),
        ("RU", "Гатчинский район", {"Гатчинский р-н", "Гатчинский район", "Гатчинский р-он"}),
    ],
)  # fmt: skip
def test_a_county_goes_with_its_word(country: str, name: str, written: set[str]) -> None:
    """The register's word is exchanged for those that people write."""
    row = draft(country, locality="Липки" if country == "RU" else "Lhota")
    assert {county_form(row, name) for _ in range(60)} <= written


def test_the_passport_spelling_of_cyrillic() -> None:
    """Russian adjectives end in `y`; Ukrainian г is h."""
    assert romanise("Всеволожский") == "Vsevolozhsky"
    assert romanise("Гончарівка", ukrainian=True) == "Honcharivka"


@pytest.mark.parametrize(
    ("country", "tags"), [("FI", {"staircase", "unit"}), ("DK", {"level", "unit"})]
)
def test_bare_doors_have_the_labels_of_their_parts(country: str, tags: set[str]) -> None:
    """`8 B 33` is a stair and a flat, `5, 2. th` a floor and a side."""
    odds = {"bare_unit": 1.0, "composed_number": 1.0}
    found = [{tag for tag in tags if values(write(country, seed, **odds), tag)} for seed in SEEDS]
    assert tags in found


def test_a_village_number_keeps_the_town_it_belongs_to() -> None:
    """The village is a part of the town where both are written, and the town where it is alone."""
    fields = {"street": "", "locality": "Lhota", "dependent_locality": "Paseky"}
    row = write("CZ", 1, fields=fields, village_number=1.0)
    assert values(row, "dependent_locality") == ["Paseky"]
    assert values(row, "locality") == ["Lhota"]
    assert values(row, "house_number")


def test_a_quarter_of_vienna_agrees_with_its_postcode() -> None:
    """The two middle digits of a Viennese postcode are the district."""
    composer = Composer(LEXICON, FormWeights.none(city_quarter=1.0))
    for seed in range(400):
        row = composer.compose(components("AT"), random.Random(seed))
        if values(row, "dependent_locality") == ["Döbling"]:
            assert values(row, "postcode") == ["1190"]
            return
    pytest.fail("no row of Döbling")


def test_the_russian_order_goes_from_region_to_street() -> None:
    """Region, district, village, street, as the post of Russia has it; or the other way round."""
    row_kit = replace(kit("RU"), native=RUSSIAN, latin=RUSSIAN)
    composer = Composer(Lexicon({"RU": row_kit}), FormWeights.none(subregion=1.0))
    found = {composer.compose(components("RU"), random.Random(seed)).raw for seed in SEEDS}
    shapes = [
        r"456660, Саратовская обл\w*\.?, Красноармейский р\S+, Миасское, .*Садовая",
        r"Садовая ул\., Миасское, Красноармейский р\S+, Саратовская обл\w*\.?, 456660$",
    ]
    for shape in shapes:
        assert any(re.search(shape, raw) for raw in found), found


def test_irish_rows_end_with_the_eircode() -> None:
    """The county follows the town and the Eircode the county."""
    groups = _MENDED["IE"].split("%n")
    assert groups.index("%C") < groups.index("%S") < groups.index("%Z")


def _levels(country: str, seed: int, **fields: str) -> tuple[str, str]:
    """Subregion and region of a row whose region is settled."""
    row = Draft(kit(country), fields, random.Random(seed), ALL_OFF | {"subregion": 0.1})
    settle_region(row)
    return row.fields.get("subregion", ""), row.fields.get("region", "")


def test_an_italian_row_has_province_region_or_both() -> None:
    """`(MI)`, `Lombardia`, `MI, Lombardia` and `Milano, Lombardia` all come up."""
    place = {"locality": "Rho", "subregion": "Milano", "region": "Lombardia"}
    found = {_levels("IT", seed, **place) for seed in range(300)}
    assert {
        ("", "MI"),
        ("", "Lombardia"),
        ("MI", "Lombardia"),
        ("Milano", "Lombardia"),
    } <= found
    assert not any(sub and region in ("MI", "Milano") for sub, region in found)


def test_a_spanish_row_has_provincia_comunidad_or_both() -> None:
    """`Castellón, Comunitat Valenciana`, in either language."""
    place = {"locality": "Nules", "subregion": "Castellón", "region": "Comunitat Valenciana"}
    found = {_levels("ES", seed, **place) for seed in range(400)}
    assert {
        ("", "Castellón"),
        ("Castellón", "Comunitat Valenciana"),
        ("Castelló", "Comunidad Valenciana"),
    } <= found


def test_an_overseas_departement_is_a_region() -> None:
    """Not the country of its own that the code list makes of it."""
    found = {_levels("RE", seed, locality="Le Port")[1] for seed in range(40)}
    assert found == {"", "La Réunion"}


@pytest.mark.parametrize(
    ("district", "city"), [("Nagpur", "Nagpur"), ("Raigad", "Navi Mumbai"), ("North Goa", "")]
)
def test_an_indian_post_office_is_part_of_its_city(district: str, city: str) -> None:
    """The district's city is the town; a district of the countryside stays a district."""
    found = set()
    for seed in range(40):
        fields = {"locality": "Hingna", "subregion": district, "street": "Ring Road"}
        row = Draft(kit("IN"), fields, random.Random(seed), {"city_of_district": 1.0})
        settle_city(row)
        found.add((row.fields.get("dependent_locality", ""), row.fields["locality"]))
    assert (("Hingna", city) if city else ("", "Hingna")) in found
