"""Templates, street types and names in other scripts, as the composer reads them."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest
from compose_samples import values, write

from postwright.corpus.compose import Lexicon
from postwright.corpus.compose.bilingual import _OTHER_NAME
from postwright.corpus.compose.double_towns import part_town
from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.libpostal import read_street_types
from postwright.corpus.compose.opencage import parse_templates, read_templates
from postwright.corpus.compose.other_scripts import town_spellings
from postwright.corpus.compose.scripts import is_latin, language_in
from postwright.corpus.compose.transliterate import SCRIPTS, build_table, transliterate

YAML = """
generic1: &generic1 |
        {{{attention}}}
        {{{house}}}
        {{#first}} {{{road}}} || {{{place}}} {{/first}} {{{house_number}}}
        {{#first}} {{{village}}} || {{{hamlet}}} {{/first}}
        {{{postcode}}} {{#first}} {{{city}}} || {{{town}}} {{/first}}, {{{state_code}}}
        {{{country}}}

AA:
    address_template: *generic1
    replace:
        - ["x",""]
AB:
    use_country: AA
    add_component: state=Abland
GT:
    address_template: |
        {{{postcode}}}-{{#first}} {{{city}}} || {{{town}}} {{/first}}
"""


def test_a_template_is_read_through_its_anchor() -> None:
    """Lines, slots and joints; the town stands where the last group of towns is."""
    assert parse_templates(YAML)["AA"].lines == (
        (("attention", ""),),
        (("venue", ""),),
        (("street", ""), ("number", " ")),
        (("postcode", ""), ("locality", " "), ("region", ", ")),
        (("country", ""),),
    )


def test_a_territory_uses_the_template_of_its_country() -> None:
    """`use_country` leads to the lines, `add_component` gives the region."""
    templates = parse_templates(YAML)
    assert templates["AB"].lines == templates["AA"].lines
    assert templates["AB"].region == "Abland"


def test_a_hyphen_between_two_slots_is_kept_as_written() -> None:
    """Guatemala writes `01001-Guatemala`."""
    assert parse_templates(YAML)["GT"].lines == ((("postcode", ""), ("locality", "-")),)


def test_a_template_row_has_only_the_parts_of_its_country() -> None:
    """Italy's template has no place for a region's second level, and its province stays."""
    odds = {"opencage_layout": 1.0, "composed_number": 1.0, "subregion": 1.0}
    row = write("IT", 3, **odds)
    assert [tag for _, _, tag in row.spans][:4] == [
        "street",
        "house_number",
        "postcode",
        "locality",
    ]
    assert values(row, "region") == ["MI"]
    assert not values(row, "subregion")


def test_street_types_leave_out_what_is_ambiguous(tmp_path: Path) -> None:
    """Single letters, other alphabets and spellings of two types are no use."""
    rows = "lang\tkind\tcanonical\tvariant\tis_canonical\n" + "".join(
        f"{lang}\tstreet_types\t{canonical}\t{variant}\t0\n"
        for lang, canonical, variant in (
            ("en", "avenue", "avenue"), ("en", "avenue", "avn"), ("en", "avenue", "a"),
            ("en", "alley", "alley"), ("en", "alley", "al"), ("en", "alameda", "al"),
            ("th", "ถนน", "ถนน"), ("th", "thanon", "thanon"),
        )
    )  # fmt: skip
    (tmp_path / "libpostal_dictionaries.tsv.gz").write_bytes(gzip.compress(rows.encode()))
    types = read_street_types(tmp_path)
    assert types.spellings["en"] == {"avenue": ("avn",), "avn": ("avenue",), "alley": ("al",)}
    assert types.canonical["en"] == ("avenue", "alley", "alameda")
    assert types.canonical["th"] == ("ถนน",)


def test_missing_tables_are_empty(tmp_path: Path) -> None:
    """A user without the world tables still gets rows."""
    assert read_templates(tmp_path) == {}
    assert read_street_types(tmp_path).spellings == {}


def test_every_town_is_spelled_in_every_script() -> None:
    """Six columns, none of them Latin."""
    table = town_spellings()
    assert len(table) > 4000
    assert table["London"][0] == "Лондон"
    for name, spellings in table.items():
        assert len(spellings) == len(SCRIPTS), name
        assert not any(is_latin(text) for text in spellings if text), name


@pytest.mark.icu
def test_icu_spells_as_the_table_says() -> None:
    """The committed table is what its builder makes."""
    names = ["London", "Chicago", "Milano"]
    for at, script in enumerate(SCRIPTS):
        assert transliterate(names, script) == [town_spellings()[name][at] for name in names]


@pytest.mark.icu
def test_the_table_is_built_from_the_place_tables(tmp_path: Path) -> None:
    """The commonest towns that have plain names in Latin letters."""
    folder = tmp_path / "places" / "US"
    folder.mkdir(parents=True)
    rows = "locality\tpostcode\nAustin\t73301\nAustin\t73344\nAPO AA\t34001\nA (B)\t1\n"
    (folder / "localities.tsv.gz").write_bytes(gzip.compress(rows.encode()))
    assert build_table(tmp_path, tmp_path / "out.gz") == 1
    assert "Austin\tАустин" in gzip.decompress((tmp_path / "out.gz").read_bytes()).decode()


def test_a_row_speaks_the_language_of_its_script() -> None:
    """A Tunisian row in Arabic letters is Arabic, though the country writes French."""
    assert language_in("تونس", "fr") == "ar"
    assert language_in("Київ", "uk") == "uk"


def test_towns_with_two_names_know_both() -> None:
    """The pairs lead both ways."""
    assert _OTHER_NAME["IT"]["Bolzano"] == "Bozen"
    assert _OTHER_NAME["IT"]["Bozen"] == "Bolzano"


def test_a_town_with_two_names_is_one_locality() -> None:
    """`Bolzano - Bozen` is one span; alone, either name is written."""
    rows = [write("IT", seed, fields={"locality": "Bolzano"}, bilingual=1.0) for seed in range(20)]
    towns = {values(row, "locality")[0] for row in rows}
    assert towns & {"Bolzano - Bozen", "Bozen - Bolzano", "Bolzano/Bozen", "Bolzano (Bozen"}


@pytest.mark.parametrize(
    ("country", "town", "expected"),
    [
        ("TZ", "Uhuru, Dodoma", {"dependent_locality": "Uhuru", "locality": "Dodoma"}),
        ("NP", "Rapla, Darchula", {"locality": "Rapla", "subregion": "Darchula"}),
        ("ES", "Casicas, Las", {"locality": "Las Casicas"}),
        ("TW", "Huatan Township, Changhua County", {"locality": "Huatan Township"}),
        ("US", "Winston, Salem", {"locality": "Winston, Salem"}),
    ],
)
def test_a_town_field_with_two_places_is_parted(
    country: str, town: str, expected: dict[str, str]
) -> None:
    """Quarter and town, town and district, or an article that stands behind."""
    draft = Draft(Lexicon({}).kit(country), {"locality": town}, random.Random(0), {})
    part_town(draft)
    assert draft.fields == expected


@pytest.mark.data
def test_the_lexicon_holds_templates_types_and_translations(data_dir: Path) -> None:
    """What the world tables give reaches the kit of a country."""
    kit = Lexicon.load(data_dir, ["JP", "GU"]).kit("JP")
    assert kit.latin_template is not None
    assert "street" in kit.latin_template.slots
    assert "ave" in kit.street_types.spellings["en"]
    assert kit.region_translations["tokyo"]["ru"]
