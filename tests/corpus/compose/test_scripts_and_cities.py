"""South Asian scripts, large cities with their quarters, quarters of small countries."""

from __future__ import annotations

import random
import unicodedata

import pytest

from postwright.corpus.compose import Composer, FormWeights, Lexicon
from postwright.corpus.compose.indic_letters import BLOCKS, in_script
from postwright.corpus.compose.large_cities import _BY_COUNTRY
from postwright.corpus.compose.quarter_words import URBAN
from postwright.corpus.records import Components, Row

SEEDS = range(60)
SCRIPTS = {
    "hi": "DEVANAGARI",
    "bn": "BENGALI",
    "pa": "GURMUKHI",
    "gu": "GUJARATI",
    "or": "ORIYA",
    "ta": "TAMIL",
    "te": "TELUGU",
    "kn": "KANNADA",
    "ml": "MALAYALAM",
    "ur": "ARABIC",
}
NAMES = (
    "Kanchipuram",
    "Chhindwara",
    "Sitapur",
    "Wadgaon Budruk",
    "Phulbani",
    "Jhajjar",
    "Qazigund",
)


def write(country: str, seed: int, fields: dict[str, str], **odds: float) -> Row:
    """A row of a country of which no table is known."""
    composer = Composer(Lexicon({}), FormWeights.none(**odds))
    return composer.compose(Components(country, fields, "test"), random.Random(seed))


@pytest.mark.parametrize("language", SCRIPTS)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_spelled_in_its_script_alone(name: str, language: str) -> None:
    """Every letter exists and is of the script; the words stay as many."""
    spelled = in_script(name, language, random.Random(1))
    assert len(spelled.split()) == len(name.split())
    assert all(
        unicodedata.name(char).startswith(SCRIPTS[language]) for char in spelled if char != " "
    )
    assert language in BLOCKS or language == "ur"


@pytest.mark.parametrize(
    ("region", "script", "name"),
    [
        ("Karnataka", "KANNADA", "ಕರ್ನಾಟಕ"),
        ("Tamil Nadu", "TAMIL", "தமிழ்நாடு"),
        ("Jharkhand", "DEVANAGARI", "झारखंड"),
        ("Jammu and Kashmir", "ARABIC", "جموں و کشمیر"),
    ],
)
def test_indian_rows_speak_the_script_of_their_region(region: str, script: str, name: str) -> None:
    """The region is the region under its own name, the district a subregion, the village a town."""
    fields = {"locality": "Rampur", "subregion": "Sitapur", "region": region, "postcode": "586111"}
    found = [write("IN", seed, fields=fields, indic_script=1.0) for seed in SEEDS]
    spans = [(row.raw[a:b], tag) for row in found for a, b, tag in row.spans]
    assert (name, "region") in spans
    assert {"locality", "subregion", "region", "postcode"} <= {tag for _, tag in spans}
    in_own = [
        text for text, tag in spans if tag == "locality" and script in unicodedata.name(text[0])
    ]
    assert len(in_own) > len(SEEDS) / 2


def test_bengali_rows_have_houses_and_digits() -> None:
    """`বাড়ি ১২, রোড ৫`: number and street with their words, mostly in Bengali digits."""
    fields = {"locality": "Savar", "region": "Dhaka Division", "postcode": "1340"}
    found = [write("BD", seed, fields=fields, indic_script=1.0) for seed in SEEDS]
    spans = [(row.raw[a:b], tag) for row in found for a, b, tag in row.spans]
    assert any(tag == "house_number" and text.startswith("বা") for text, tag in spans)
    assert any(tag == "street" and "রোড" in text for text, tag in spans)
    assert any(tag == "postcode" and text == "১৩৪০" for text, tag in spans)


@pytest.mark.parametrize("country", ["CI", "NG", "SA", "IR", "GE", "KZ", "BG", "ET"])
def test_large_cities_are_towns_with_a_quarter(country: str) -> None:
    """`Cocody, Abidjan`: a quarter and a town, never a region."""
    fields = {"locality": "Somewhere", "region": "Elsewhere"}
    found = [write(country, seed, fields=fields, large_city=1.0) for seed in SEEDS]
    cities = {
        city: {quarter.rstrip(".") for quarter in quarters}
        for city, quarters in _BY_COUNTRY[country]
    }
    for row in found:
        values = {tag: row.raw[a:b] for a, b, tag in row.spans}
        assert values["dependent_locality"] in cities[values["locality"]]
        assert "region" not in values


@pytest.mark.parametrize("country", ["JM", "FJ", "DJ", "RW", "MY", "QA", "ET"])
def test_small_countries_have_quarters(country: str) -> None:
    """Rows of countries whose tables know no quarter get one."""
    assert country in URBAN
    found = [write(country, seed, fields={"locality": "Middletown"}, quarter=1.0) for seed in SEEDS]
    tags = {tag for row in found for _, _, tag in row.spans}
    assert "dependent_locality" in tags
