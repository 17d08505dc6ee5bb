"""Gazetteer tables under the convention of their country."""

from __future__ import annotations

from source_columns import LOCALITIES, STREETS

from postwright.corpus.faults import Faults
from postwright.corpus.readers.places import read_localities, read_streets


def test_streets_carry_country_and_levels(write_table, licences) -> None:
    """The folder names the country."""
    row = {
        "street": "N Overview Pl",
        "locality": "Boise",
        "subregion": "Ada",
        "region": "Idaho",
        "postcode": "83702",
    }
    path = write_table("places/US/streets.tsv.gz", STREETS[:-1], [row])
    assert list(read_streets(path, licences, Faults())) == [("US", row)]


def test_a_source_without_a_licence_is_off(write_table, licences) -> None:
    """What is listed as "none", or not at all, is not read."""
    rows = [{"locality": name, "src": src} for name, src in (("A", "arikw"), ("B", "unheard"))]
    path = write_table("places/IL/localities.tsv.gz", LOCALITIES, rows)
    assert list(read_localities(path, licences, Faults())) == []


def test_a_broken_street_list_is_set_aside(write_table, licences) -> None:
    """A quotation mark inside a name comes from a list that was cut wrongly."""
    rows = [{"street": 'A", "B', "src": "geonames"}, {"street": "Elm", "src": "geonames"}]
    path = write_table("places/IL/streets.tsv.gz", STREETS, rows)
    faults = Faults()
    assert [fields["street"] for _, fields in read_streets(path, licences, faults)] == ["Elm"]
    assert faults.reasons[str(path), "a quotation mark in the street"] == 1


def test_a_mexican_settlement_keeps_its_marker_as_part_of_the_name(write_table, licences) -> None:
    """`Col. Roma` is one dependent locality; the type column is no second name of the town."""
    rows = [
        {
            "locality": "Corregidora",
            "dependent_locality": f"Roma {n}",
            "locality_alt": "Colonia",
            "src": "sepomex",
        }
        for n in range(40)
    ]
    path = write_table("places/MX/localities.tsv.gz", LOCALITIES, rows)
    found = [fields for _, fields in read_localities(path, licences, Faults())]
    firsts = {fields["dependent_locality"].split()[0] for fields in found}
    assert firsts == {"Col.", "Col", "Colonia", "Roma"}
    assert all("locality_alt" not in fields for fields in found)
