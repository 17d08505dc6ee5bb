"""Venue rows: components and the real lines among them."""

from __future__ import annotations

from source_columns import LOCALITIES, ROWS

from postwright.corpus.faults import Faults
from postwright.corpus.readers.rows import read_raw_rows, read_rows

POLLING = {
    "venue": "CANTEEN 2",
    "house_number": "1406",
    "street": "Second Ave",
    "locality": "Fairview Heights",
    "region": "IL",
    "postcode": "62208",
    "country": "US",
    "raw": "1406 SECOND AVE, Fairview Heights, IL 62208",
}


def test_components_hold_tags_only(write_table) -> None:
    """The country column is not a country word; the raw line is no field."""
    path = write_table("rows/us.tsv.gz", ROWS, [POLLING])
    [(country, fields)] = read_rows(path, Faults())
    assert country == "US"
    assert set(fields) == set(POLLING) - {"country", "raw"}


def test_a_chain_of_shops_is_capped(write_table) -> None:
    """No more than `cap` rows of one venue name."""
    path = write_table(
        "rows/us.tsv.gz", ROWS, [POLLING | {"postcode": f"6220{n}"} for n in range(9)]
    )
    assert len(list(read_rows(path, Faults(), cap=3))) == 3


def test_a_real_line_is_labelled_as_it_was_written(write_table) -> None:
    """Letter case of the columns does not matter, that of the line is kept."""
    path = write_table("rows/us.tsv.gz", ROWS, [POLLING])
    [row] = read_raw_rows(path, "polling", Faults())
    assert [(row.raw[s:e], tag) for s, e, tag in row.spans] == [
        ("1406", "house_number"),
        ("SECOND AVE", "street"),
        ("Fairview Heights", "locality"),
        ("IL", "region"),
        ("62208", "postcode"),
    ]


def test_a_line_with_words_of_no_field_is_set_aside(write_table) -> None:
    """What cannot be labelled whole is not labelled at all."""
    odd = POLLING | {"raw": "1406 SECOND AVE, BACK ENTRANCE, Fairview Heights, IL 62208"}
    path = write_table("rows/us.tsv.gz", ROWS, [odd])
    faults = Faults()
    assert list(read_raw_rows(path, "polling", faults)) == []
    assert faults.reasons[str(path), "words of the written address belong to no field"] == 1


def test_cedex_leaves_the_french_locality(write_table) -> None:
    """`ANGERS Cedex 01` is a locality and a cedex, in columns and in the line."""
    row = {
        "street": "Rue de Champfleur",
        "locality": "ANGERS Cedex 01",
        "postcode": "49001",
        "country": "FR",
        "raw": "Rue de Champfleur 49001 ANGERS Cedex 01",
    }
    path = write_table("rows/fr.tsv.gz", ROWS, [row])
    [(_, fields)] = read_rows(path, Faults())
    assert (fields["locality"], fields["cedex"]) == ("ANGERS", "Cedex 01")
    [written] = read_raw_rows(path, "fr", Faults())
    assert [tag for _, _, tag in written.spans] == ["street", "postcode", "locality", "cedex"]


def test_a_line_without_columns_is_aligned_by_the_gazetteer_of_its_country(
    write_table, tmp_path
) -> None:
    """The tables of the data folder say what a name is."""
    places = {"locality": "Leatherhead", "subregion": "Surrey", "postcode": "KT22"}
    write_table("places/GB/localities.tsv.gz", LOCALITIES, [places])
    row = {
        "venue": "Respond",
        "postcode": "KT22 8AB",
        "country": "GB",
        "raw": "RESPOND, 23 HIGH STREET, LEATHERHEAD, SURREY, KT22 8AB",
    }
    path, faults = write_table("rows/gb.tsv.gz", ROWS, [row, row | {"raw": "Atlantis"}]), Faults()
    [written] = read_raw_rows(path, "gb", faults, near=tmp_path)
    assert [tag for _, _, tag in written.spans] == [
        "venue", "house_number", "street", "locality", "subregion", "postcode"
    ]  # fmt: skip
    assert faults.reasons[str(path), "a part of the written address is of no known kind"] == 1
    assert list(read_raw_rows(path, "gb", faults)) == []
