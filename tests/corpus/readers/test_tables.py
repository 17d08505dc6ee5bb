"""Gzipped tables: good rows come through, bad ones are counted with file, line and reason."""

from __future__ import annotations

import gzip
from itertools import pairwise
from pathlib import Path

from postwright.corpus.faults import Faults
from postwright.corpus.readers.tables import table_rows


def read(path: Path, *, most: int = 0) -> tuple[list[tuple[int, dict[str, str]]], Faults]:
    """All rows of a table and the faults."""
    faults = Faults()
    return list(table_rows(path, ("street",), faults, most=most)), faults


def test_rows_come_with_line_numbers_and_without_empty_cells(write_table) -> None:
    """An empty cell is a field that is not there."""
    path = write_table("a.tsv.gz", ("street", "postcode"), [{"street": "Elm St"}])
    rows, faults = read(path)
    assert rows == [(2, {"street": "Elm St"})]
    assert faults.accepted[str(path)] == 1


def test_a_row_of_the_wrong_width_is_refused_alone(write_table) -> None:
    """One bad line costs one row."""
    path = write_table("a.tsv.gz", ("street", "postcode"), ["Elm St", "Oak St\t12345"])
    rows, faults = read(path)
    assert [cells for _, cells in rows] == [{"street": "Oak St", "postcode": "12345"}]
    assert str(faults.examples[0]) == f"{path}:2: 1 cells, expected 2"


def test_a_table_without_a_wanted_column_gives_no_rows(write_table) -> None:
    """A file of another kind is refused at its header."""
    path = write_table("a.tsv.gz", ("way", "postcode"), ["Elm St\t12345"])
    rows, faults = read(path)
    assert rows == []
    assert str(faults.examples[0]) == f"{path}:1: no column street"


def test_a_line_that_is_not_utf8_is_refused_alone(tmp_path: Path) -> None:
    """A wrong encoding costs the line, not the file."""
    path = tmp_path / "a.tsv.gz"
    path.write_bytes(gzip.compress("street\nRue de l'Été\n".encode() + b"Stra\xdfe\nElm St\n"))
    rows, faults = read(path)
    assert [cells["street"] for _, cells in rows] == ["Rue de l'Été", "Elm St"]
    assert (faults.examples[0].line, faults.examples[0].reason[:9]) == (3, "not UTF-8")


def test_a_truncated_file_gives_the_rows_before_the_break(tmp_path: Path) -> None:
    """What can be read is read; the break is counted with its line."""
    path = tmp_path / "a.tsv.gz"
    lines = "".join(f"{n * 7919 % 100_003} Street {n}\n" for n in range(20_000))
    path.write_bytes(gzip.compress(f"street\n{lines}".encode())[:-2000])
    rows, faults = read(path)
    assert 1000 < len(rows) < 20_000
    assert "breaks off" in faults.examples[0].reason
    assert faults.examples[0].line == rows[-1][0] + 1


def test_rows_are_taken_at_even_distances(write_table) -> None:
    """A limit samples the whole file, not its head."""
    path = write_table("a.tsv.gz", ("street",), [f"Street {n}" for n in range(1000)])
    rows, _ = read(path, most=100)
    numbers = [number for number, _ in rows]
    assert 98 <= len(numbers) <= 101
    assert {b - a for a, b in pairwise(numbers)} <= {10, 11}
