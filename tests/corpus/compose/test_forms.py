"""Every written form, switched on alone, shows in the text and is named in the row."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
from compose_more_cases import MORE_CASES
from compose_samples import values, write

from postwright.corpus.compose import FormWeights

SEEDS = range(60)
NO_STREET = {"street": ""}

#: form, country, fields changed, other forms that it needs, pattern that some row must show
CASES: list[tuple[str, str, dict[str, str], tuple[str, ...], str]] = [
    ("permuted", "US", {}, ("region_code",), r"^75001, .*Main Street"),
    ("postcode_city_first", "FR", {}, (), r"^27000 Évreux, .*Rue de l'Église$"),
    ("region_first", "US", {}, (), r"^Texas, .*Austin"),
    ("postcode_before_street", "US", {}, (), r"^75001, NW Main Street, Austin"),
    ("country_first", "US", {}, (), r"^(USA|United States), NW"),
    ("number_apart", "US", {}, ("permuted", "composed_number"), r"^\d+, (?!NW)"),
    ("number_swapped", "US", {}, ("composed_number",), r"^NW Main Street \d"),
    ("fragment_city_region", "US", {}, (), r"^Austin, Texas$"),
    ("fragment_street", "US", {}, ("composed_number",), r"^NW Main Street$"),
    ("fragment_number_street", "US", {}, ("composed_number",), r"^\d\S* NW Main Street$"),
    ("fragment_postcode_city", "FR", {}, (), r"^27000 Évreux$"),
    ("fragment_city", "US", {}, (), r"^Austin$"),
    ("fragment_region", "US", {}, (), r"^Texas$"),
    ("fragment_postcode", "US", {}, (), r"^75001$"),
    ("fragment_country", "US", {}, ("country",), r"^(USA|United States)$"),
    ("drop_street", "US", {}, (), r"^Austin, Texas 75001$"),
    ("drop_number", "US", {}, ("composed_number",), r"^NW Main Street"),
    ("drop_locality", "US", {}, (), r"^NW Main Street, Texas 75001$"),
    ("drop_region", "US", {}, (), r"^NW Main Street, Austin 75001$"),
    ("drop_postcode", "US", {}, (), r"^NW Main Street, Austin, Texas$"),
    ("drop_dependent_locality", "FR", {"dependent_locality": "Le Bosc"}, (), r"^(?!.*Bosc)"),
    ("comma_free", "US", {}, (), r"^NW Main Street Austin Texas 75001$"),
    ("newline", "US", {}, (), "\nAustin"),
    ("semicolon", "US", {}, (), "Street; Austin"),
    ("dash", "US", {}, (), "Street - Austin"),
    ("slash", "US", {}, (), "Street / Austin"),
    ("comma_everywhere", "US", {}, (), "Texas, 75001"),
    ("ragged_commas", "US", {}, (), "Street Austin, Texas"),
    ("glued_comma", "US", {}, (), "Street,Austin"),
    ("spaced_comma", "US", {}, (), "Street , Austin"),
    ("extra_space", "US", {}, (), r"Street,?\s\s+Austin"),
    ("region_postcode_glued", "US", {}, ("region_code",), "TX75001"),
    ("region_postcode_hyphen", "US", {}, ("region_code",), "TX-75001"),
    ("region_in_brackets", "IT", {}, (), r"\(MI\)"),
    ("lower_case", "US", {}, (), "^nw main street, austin"),
    ("upper_case", "US", {}, (), "^NW MAIN STREET, AUSTIN"),
    ("title_case", "US", {"street": "MCDONALD ROAD"}, (), "^Mcdonald Road"),
    ("wrong_title", "US", {}, ("region_code",), "Nw Main Street, Austin, Tx"),
    ("mixed_case", "US", {}, (), "nw main street, AUSTIN|NW MAIN STREET, austin"),
    ("upper_locality", "FR", {}, (), "27000 ÉVREUX"),
    ("lower_street_type", "FR", {}, (), "^rue de"),
    ("accents_stripped", "FR", {}, (), "Rue de l'Eglise, 27000 Evreux"),
    ("umlauts_spelled", "DE", {}, (), "Hauptstrasse, 50667 Koeln"),
    ("typo", "US", {}, (), "^(?!NW Main Street, Austin, Texas 75001$)"),
    ("street_type", "US", {}, (), "NW Main St"),
    ("directional", "US", {}, (), "^Northwest Main Street"),
    ("direction_added", "US", {"street": "Main Street"}, (), "^(S|West|NE) Main Street|Street N,"),
    ("direction_comma", "US", {"street": "M Street NW"}, (), "^M Street, NW, Austin"),
    ("street_type_dropped", "US", {}, (), "^NW Main, Austin"),
    ("saint", "US", {"locality": "Saint Paul"}, (), r"St\.? Paul"),
    ("region_code", "US", {}, (), "Austin, TX 75001"),
    ("region_traditional", "US", {}, (), "Austin, Tex. 75001"),
    ("region_dotted", "US", {}, ("region_code",), "Austin, T.X. 75001"),
    ("romanised", "EG", {"locality_alt": "Luxor"}, (), "^Luxor$"),
    ("subregion", "US", {}, (), "Travis"),
    ("subregion_word", "US", {}, ("subregion",), "Travis Co"),
    ("country", "US", {}, (), "75001, (USA|United States)$"),
    ("country_code", "DE", {}, ("country",), "(DE|de|DEU)$"),
    ("country_any_language", "US", {}, ("country",), "Estados Unidos$"),
    ("composed_number", "DE", {}, (), r"^Hauptstraße \d+, 50667"),
    ("number_suffix", "FR", {}, ("composed_number",), r"^\d+ (bis|ter) "),
    ("number_range", "DE", {}, ("composed_number",), r"^Hauptstraße (\d+)-\d+,"),
    ("number_designator", "ES", {}, ("composed_number",), r"^Calle Mayor,? n[º°] \d+"),
    ("number_fraction", "US", {}, ("composed_number",), r"^\d+ 1/2 NW"),
    ("number_hyphen", "US", {}, ("composed_number",), r"^\d+-[A-H] NW|^\d\d+-\d\d NW"),
    ("number_grid", "US", {}, ("composed_number",), r"^[NS]\d+ ?[EW]\d+ NW"),
    ("number_none", "ES", {}, ("composed_number",), r"^Calle Mayor,? (s/n|S/N|sn)"),
    ("unit_before_number", "CA", {}, ("composed_number",), r"^\d+-\d+ Main Street"),
    ("unit", "US", {}, (), r"^NW Main Street,? (Apt|Ste|Unit|#)"),
    ("level", "US", {}, (), r"^NW Main Street,? (\d+\w\w Fl|Floor|Level)"),
    ("building", "US", {}, (), r"^NW Main Street,? (Bldg|Building|Tower)"),
    ("entrance", "DE", {}, (), r"^Hauptstraße,? (Eingang|Hauseingang|Tor)"),
    ("staircase", "AT", {}, (), r"^Lindengasse,? (Stiege|Stg)"),
    ("inner_part_apart", "US", {}, ("unit",), r"^(Apt|Unit|Ste|Suite)\b.*, NW Main"),
    ("attention", "US", {}, (), r"^(c/o|Attn|ATTN|C/O|Care of)"),
    ("po_box", "US", {}, (), r"^(PO|P\.O\.) Box \d+, Austin"),
    ("po_box_with_street", "US", {}, (), r"^NW Main Street, .*Box"),
    ("cedex", "FR", {}, (), r"27000 Évreux C(EDEX|edex) \d+"),
    ("military", "US", {}, (), r"^(PSC|Unit|CMR) \d+.*[AFD]PO"),
    ("zip_plus_four", "US", {}, (), r"75001-\d{4}$"),
    ("postcode_prefix", "DE", {}, (), "D-50667"),
    ("postcode_restyled", "CA", {}, (), "K1A0B1"),
    ("composed_postcode", "ES", {"postcode": ""}, (), r"2\d{4} Getafe"),
    ("composed_street", "DE", {"street": ""}, (), r"(straße|weg|gasse|platz|allee), 50667"),
    ("highway", "US", {}, (), r"^(County Road|US Hwy|State Route|FM) \d+"),
    ("numbered_street", "US", {}, (), r"\d(st|nd|rd|th) (St|Ave)"),
    ("intersection", "US", {}, (), r"^NW Main Street (&|and) .*, Austin"),
    ("arrondissement", "FR", {"locality": "Paris"}, (), r"\d+(e|ème|er)\b.*7500?\d+"),
    ("city_district", "CZ", {}, (), r"Praha \d+"),
    ("venue", "US", {}, (), r"^.+, NW Main Street"),
    ("venue_kept", "US", {"venue": "Joe's Diner"}, (), "^Joe's Diner, NW"),
    ("venue_place_named", "US", {}, ("venue",), "Steakhouse|Grill|Cafe|Kitchen"),
    ("label", "US", {}, (), "^(Address|Ship to|Deliver to)"),
    ("phone", "US", {}, (), r"\d{3}-\d{4}$"),
    ("email", "US", {}, (), r"@|www\."),
    ("order_number", "US", {}, (), r"^Order #?\d+"),
    ("trailing_punctuation", "US", {}, (), r"75001[.,;!]$"),
    ("quotes", "US", {}, (), r"^[\"'«“].*[\"'»”]$"),
    ("brackets", "US", {}, (), r"^[(\[<].*[)\]>]$"),
    ("bullet", "US", {}, (), r"^(-|•|\*|1\.) NW"),
    ("emoji", "US", {}, (), r"^(📍|🏠|📬|📦|🏢) NW"),
    *MORE_CASES,
]

#: The tag under which a form's own text stands.
TAGGED = {
    "unit": "unit", "level": "level", "building": "building", "entrance": "entrance",
    "staircase": "staircase", "attention": "attention", "po_box": "po_box", "cedex": "cedex",
    "intersection": "cross_street", "arrondissement": "dependent_locality", "venue": "venue",
    "subregion": "subregion", "country": "country", "highway": "street", "military": "po_box",
    "composed_number": "house_number", "unit_before_number": "unit", "bare_unit": "unit",
    "named_building": "venue", "venue_echo": "venue", "country_code_last": "country",
    "quarter": "dependent_locality", "quarter_more": "dependent_locality",
    "seat": "dependent_locality", "village_word": "locality", "kilometre": "house_number",
    "between_streets": "cross_street", "unit_site": "venue",
    "municipality": "subregion", "microdistrict": "dependent_locality",
    "hamlet_in_front": "dependent_locality", "country_iso3": "country",
}  # fmt: skip


@pytest.mark.parametrize(("form", "country", "changes", "needs", "pattern"), CASES)
def test_a_form_shows_in_the_text(
    form: str, country: str, changes: dict[str, str], needs: tuple[str, ...], pattern: str
) -> None:
    """Of some seeds' rows all that show the pattern name the form, and there is one at least."""
    odds = dict.fromkeys((form, *needs), 1.0)
    rows = [write(country, seed, fields=changes, **odds) for seed in SEEDS]
    shown = [row for row in rows if re.search(pattern, row.raw)]
    assert shown, sorted({row.raw for row in rows})[:10]
    assert any(form in row.forms for row in shown)


@pytest.mark.parametrize("form", sorted(TAGGED))
def test_a_form_with_a_tag_of_its_own_bears_it(form: str) -> None:
    """The text that a form writes is labelled with its tag."""
    case = next(case for case in CASES if case[0] == form)
    _, country, changes, needs, _ = case
    odds = dict.fromkeys((form, *needs), 1.0)
    rows = [write(country, seed, fields=changes, **odds) for seed in SEEDS]
    assert any(values(row, TAGGED[form]) for row in rows)


def test_every_form_has_its_case() -> None:
    """A new weight cannot come without a case that shows it."""
    assert {case[0] for case in CASES} == {item.name for item in fields(FormWeights)}


def test_a_form_that_is_off_changes_nothing() -> None:
    """With every form off, a row is its components in native order."""
    assert write("US").raw == "NW Main Street, Austin, Texas 75001"
    assert write("DE").raw == "Hauptstraße, 50667 Köln"
    assert write("JP").raw == "〒100-0001 東京都千代田区千代田" or "100-0001" in write("JP").raw


def test_a_weight_out_of_range_is_refused() -> None:
    """The error names the weight and its value."""
    with pytest.raises(ValueError, match=r"typo = 1\.5"):
        FormWeights(typo=1.5)
