"""Names of places, to know them again."""

from __future__ import annotations

from pathlib import Path

from source_columns import LOCALITIES, STREETS

from postwright.corpus.place_names import PlaceNames


def test_a_name_is_known_by_the_tables_of_its_country(write_table, tmp_path: Path) -> None:
    """Whatever its case and accents; the code of a state too, where people write it."""
    row = {"locality": "Cañon City", "subregion": "Fremont", "region": "Colorado"}
    write_table("places/US/localities.tsv.gz", LOCALITIES, [row | {"region_code": "CO"}])
    streets = [{"street": "Royal Gorge Blvd", "locality": "Penrose", "region": "Colorado"}]
    write_table("places/US/streets.tsv.gz", STREETS, streets)
    names = PlaceNames.load(tmp_path, "US")
    assert names.kinds("CANON CITY") == {"locality"}
    assert names.kinds("co") == names.kinds("Colorado") == {"region"}
    assert names.kinds("Penrose") == {"locality"}
    assert names.kinds("royal gorge blvd") == {"street"}
    assert names.kinds("Atlantis") == set()


def test_an_irish_county_is_no_town_although_a_column_says_so(write_table, tmp_path: Path) -> None:
    """`Co. Meath` stands in the locality column of the price register."""
    rows = [{"street": "Main Street", "locality": "Co. Meath", "region": "Leinster"}]
    write_table("places/IE/streets.tsv.gz", STREETS, rows)
    assert PlaceNames.load(tmp_path, "IE").kinds("CO MEATH") == {"subregion"}


def test_a_country_without_tables_has_no_names(tmp_path: Path) -> None:
    """Its lines are only aligned by their own columns."""
    assert PlaceNames.load(tmp_path, "XK").kinds("Prishtina") == set()
