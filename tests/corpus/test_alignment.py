"""Fields found in the address as written."""

from __future__ import annotations

import pytest

from postwright.corpus.alignment import align
from postwright.corpus.conventions import mend
from postwright.corpus.place_names import PlaceNames
from postwright.corpus.records import Row

FIELDS = {"house_number": "5", "street": "5TH AVE", "locality": "Washington", "region": "IN"}


def spans(row: Row | str) -> list[tuple[str, str]]:
    """The spans of an aligned row as text and tag."""
    assert isinstance(row, Row), row
    return [(row.raw[start:end], tag) for start, end, tag in row.spans]


def test_a_name_that_is_street_and_town_is_told_apart_by_its_place() -> None:
    """The town is sought from the end, the street from the start."""
    fields = FIELDS | {"street": "Washington Ave"}
    row = align("5 Washington Ave Washington IN", fields, "US", "example")
    assert spans(row)[1:3] == [("Washington Ave", "street"), ("Washington", "locality")]


def test_a_short_region_is_not_found_inside_a_word() -> None:
    """Matches are whole words: IN is not the end of WISCONSIN."""
    row = align("5 5th Ave, Washington, WISCONSIN", FIELDS, "US", "example")
    assert row == "region is not in the written address"


def test_the_house_number_is_not_the_ordinal_of_the_street() -> None:
    """The street is placed before the bare number is sought."""
    assert spans(align("5th Ave 5, Washington IN", FIELDS, "US", "x"))[:2] == [
        ("5th Ave", "street"),
        ("5", "house_number"),
    ]


@pytest.mark.parametrize("word", ["USA", "U.S.A.", "United States"])
def test_a_country_word_at_the_end_is_labelled(word: str) -> None:
    """The columns have none, LABELS wants one."""
    row = align(f"5 5th Ave, Washington IN, {word}", FIELDS, "US", "example")
    assert spans(row)[-1] == (word, "country")


def test_a_word_that_no_field_covers_refuses_the_line() -> None:
    """A reason comes back in place of a row."""
    row = align("Rear 5 5th Ave, Washington IN", FIELDS, "US", "example")
    assert row == "words of the written address belong to no field"


def test_a_venue_need_not_stand_in_the_address_but_is_labelled_where_it_does() -> None:
    """The venue column names the row."""
    fields = FIELDS | {"venue": "Town Hall"}
    assert "venue" not in [
        tag for _, tag in spans(align("5 5th Ave Washington IN", fields, "US", "x"))
    ]
    written = align("Town Hall, 5 5th Ave Washington IN", fields, "US", "x")
    assert spans(written)[0] == ("Town Hall", "venue")


PLACES = PlaceNames(
    {
        "leatherhead": {"locality"},
        "surrey": {"subregion"},
        "chiquimula": {"locality", "region"},
        "bhandup": {"dependent_locality"},
    }
)


@pytest.mark.parametrize(
    ("country", "raw", "fields", "expected"),
    [
        (
            "FR",
            "Rue de la Gare 71100 CHALON SUR SAÔNE",
            {"street": "Rue de la Gare", "postcode": "71100", "locality": "Châlon-sur-Saone"},
            ["street", "postcode", "locality"],
        ),
        (
            "GB",
            "RESPOND,TYLNEY HOUSE, 23 HIGH STREET, LEATHERHEAD, SURREY, KT22 8AB",
            {"venue": "Respond", "postcode": "KT22 8AB"},
            ["venue", "venue", "house_number", "street", "locality", "subregion", "postcode"],
        ),
        (
            "US",
            "605 SE 12TH ST OAK GROVE, 64075",
            {
                "house_number": "605",
                "street": "SE 12TH ST",
                "locality": "OAK GROVE",
                "postcode": "64075",
            },
            ["house_number", "street", "locality", "postcode"],
        ),
        (
            "GT",
            "ZONA 1, CHIQUIMULA, CHIQUIMULA",
            {"locality": "CHIQUIMULA", "region": "Chiquimula Department"},
            ["dependent_locality", "locality", "region"],
        ),
        (
            "US",
            "१२ Elm Street, Barre",
            {"street": "Elm Street", "locality": "Barre"},
            ["house_number", "street", "locality"],
        ),
        (
            "US",
            "12a Elm Street, Barre VT 05641",
            {"street": "Elm Street", "locality": "Barre", "region": "VT", "postcode": "05641"},
            ["house_number", "street", "locality", "region", "postcode"],
        ),
    ],
)
def test_with_place_names_a_line_is_aligned_nearly(country, raw, fields, expected) -> None:
    """Slips and accents, parts without a column, a leading number in any script."""
    row = align(raw, fields, country, "x", names=PLACES)
    assert [tag for _, tag in spans(row)] == expected


@pytest.mark.parametrize(
    ("country", "raw", "fields", "reason"),
    [
        ("US", "12 Oak Hill, Barre", {"locality": "Barre"}, "of no known kind"),
        ("US", "Elm Street, Stowe", {"locality": "Barre"}, "locality is not in the written"),
        ("US", "12, Barre", {"locality": "Barre"}, "of no known kind"),
        (
            "GB",
            "1 High Street, Mill Lane, Leatherhead",
            {},
            "two parts of the written address look like its street",
        ),
        ("GB", "Leatherhead, 1 High Street", {}, "of no known kind"),
        ("IE", "5 Main Street, Kells Road", {"locality": "Kells Road"}, "a street as locality"),
        ("GB", "1 High Street, Leatherhead (e), Surrey", {}, "of no known kind"),
        ("IE", "Tara, Co Meath", {"locality": "Co Meath"}, "a county as locality"),
        ("GB", "Leatherhead", {}, "only one part"),
    ],
)
def test_a_doubtful_line_is_quarantined_with_its_reason(country, raw, fields, reason) -> None:
    """Every one is counted by it."""
    found = align(raw, fields, country, "x", names=PLACES)
    assert isinstance(found, str)
    assert reason in found


def test_without_place_names_alignment_is_exact() -> None:
    """A recipe chooses; what the first model saw does not change."""
    fields = {"street": "Elm Street", "locality": "Barre"}
    assert align("Elm Street, Bare", fields, "US", "x") == "locality is not in the written address"


@pytest.mark.parametrize(
    ("country", "number", "expected"),
    [
        ("CA", "107-15240", [("107", "unit"), ("15240", "house_number")]),
        ("CA", "101-103", [("101-103", "house_number")]),
        ("AU", "4/12", [("4", "unit"), ("12", "house_number")]),
        ("FR", "12/14", [("12/14", "house_number")]),
        ("DE", "71/73", [("71/73", "house_number")]),
    ],
)
@pytest.mark.parametrize("has_column", [True, False])
def test_a_written_number_is_parted_where_its_country_parts_it(
    country: str, number: str, expected: list[tuple[str, str]], has_column: bool
) -> None:
    """With a column for it, and as a word that no column accounts for."""
    fields = {"street": "Grande Allee", "locality": "Barre"}
    if has_column:
        fields["house_number"] = number
        mend(country, fields)
    row = align(f"{number} Grande Allee, Barre", fields, country, "x", names=PlaceNames({}))
    assert spans(row)[:-2] == expected


@pytest.mark.parametrize("raw", ["3 Rue Voltaire Zi Nord, 14043 Caen Cédex 4",
                                 "3, RUE VOLTAIRE - ZI NORD 14043 CAEN CÉDEX 4"])  # fmt: skip
def test_a_written_french_zone_is_no_part_of_the_street(raw: str) -> None:
    """Though the source's street column holds it."""
    fields = {"house_number": "3", "street": "Rue Voltaire Zi Nord", "postcode": "14043",
              "locality": "Caen Cédex 4"}  # fmt: skip
    mend("FR", fields)
    found = [(text.title(), tag) for text, tag in spans(align(raw, fields, "FR", "x"))]
    assert found == [
        ("3", "house_number"),
        ("Rue Voltaire", "street"),
        ("Zi Nord", "dependent_locality"),
        ("14043", "postcode"),
        ("Caen", "locality"),
        ("Cédex 4", "cedex"),
    ]


@pytest.mark.parametrize("county", ["CO. KILDARE", "Co Kildare", "County Kildare"])
def test_a_written_county_keeps_its_word(county: str) -> None:
    """The locality column held it, the column of counties has the bare name."""
    fields = {"street": "Main Street", "locality": county, "dependent_locality": "Naas"}
    mend("IE", fields)
    row = align(f"Main Street, Naas, {county}", fields, "IE", "x")
    assert spans(row)[1:] == [("Naas", "locality"), (county, "subregion")]
