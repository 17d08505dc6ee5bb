"""Any table with a column map."""

from __future__ import annotations

from pathlib import Path

import pytest

from postwright.corpus.faults import Faults
from postwright.corpus.readers.format import ReadOptions
from postwright.corpus.readers.generic import TABLE

COLUMNS = {"street": "Road", "house_number": "No", "locality": "Town", "country": "Land"}


def write_csv(folder: Path) -> Path:
    """Comma-separated."""
    path = folder / "a.csv"
    path.write_text("Road,No,Town,Land,Owner\nMain Street,5,Cork,ie,somebody\n", encoding="utf-8")
    return path


def write_tsv(folder: Path) -> Path:
    """Tab-separated."""
    path = folder / "a.tsv"
    path.write_text("Road\tNo\tTown\tLand\nMain Street\t5\tCork\tIE\n", encoding="utf-8")
    return path


def write_parquet(folder: Path) -> Path:
    """Parquet, the number as a number and a missing cell."""
    import pyarrow
    import pyarrow.parquet

    path = folder / "a.parquet"
    columns = {
        "Road": ["Main Street", None],
        "No": [5, None],
        "Town": ["Cork", " "],
        "Land": ["IE", None],
    }
    pyarrow.parquet.write_table(pyarrow.table(columns), path)
    return path


@pytest.mark.parametrize("write", [write_csv, write_tsv, write_parquet])
def test_columns_become_the_fields_they_are_mapped_to(tmp_path, write) -> None:
    """Other columns are not read; the country comes in capitals."""
    found = list(TABLE.read(write(tmp_path), ReadOptions(columns=COLUMNS), Faults()))
    fields = {"street": "Main Street", "house_number": "5", "locality": "Cork"}
    assert found == [("IE", fields)]


@pytest.mark.parametrize("columns", [{}, {"road": "Road"}])
def test_a_map_to_no_field_is_refused(tmp_path, columns) -> None:
    """The reason shows how a map is written."""
    path, faults = write_csv(tmp_path), Faults()
    assert list(TABLE.read(path, ReadOptions(columns=columns), faults)) == []
    assert "street = 'road_name'" in faults.examples[0].reason


@pytest.mark.parametrize("write", [write_csv, write_parquet])
def test_a_mapped_column_that_is_missing_refuses_the_file(tmp_path, write) -> None:
    """By its name."""
    path, faults = write(tmp_path), Faults()
    options = ReadOptions(columns=COLUMNS | {"postcode": "Zip"})
    assert list(TABLE.read(path, options, faults)) == []
    assert faults.examples[0].reason == "no column zip"


def test_a_file_that_is_no_parquet_is_counted(tmp_path) -> None:
    """A wrong name is a fault, not an exception."""
    path, faults = tmp_path / "a.parquet", Faults()
    path.write_bytes(b"Road,No")
    assert list(TABLE.read(path, ReadOptions(columns=COLUMNS), faults)) == []
    assert "no Parquet table" in faults.examples[0].reason
