"""Tables in, the same tables with components out."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from postwright.cli import main
from postwright.cli.tables import PARSED_COLUMNS

Invoke = Callable[..., Result]


@pytest.fixture
def invoke(tiny_bundle: Path) -> Invoke:
    """A function that runs ``postwright parse`` with the tiny model."""

    def invoke(*arguments: str | Path) -> Result:
        command = ["parse", "--model", str(tiny_bundle), *map(str, arguments)]
        return CliRunner().invoke(main, command)

    return invoke


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A CSV file with quotes, an empty cell, a line break in a cell, and bytes that are no text."""
    path = tmp_path / "a.csv"
    path.write_bytes(
        b'\xef\xbb\xbfid,address\r\n1,"12 Main St, Paris"\r\n2,\r\n3,"via\nroma"\r\n4,Caf\xe9 5\r\n'
    )
    return path


def read_csv(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, whatever bytes they hold."""
    with path.open(encoding="utf-8", errors="surrogateescape", newline="") as file:
        return list(csv.DictReader(file))


def test_a_csv_file_keeps_its_rows_and_gets_columns(
    invoke: Invoke, table: Path, tmp_path: Path
) -> None:
    """Every row and column is there as before, bytes that are no text among them."""
    done = invoke("--input", table, "--column", "address", "--output", tmp_path / "b.csv")
    assert (done.exit_code, done.output) == (0, "")
    rows = read_csv(tmp_path / "b.csv")
    assert [row["id"] for row in rows] == ["1", "2", "3", "4"]
    assert [row["address"] for row in rows] == ["12 Main St, Paris", "", "via\nroma", "Caf\udce9 5"]
    assert list(rows[0]) == ["id", "address", *PARSED_COLUMNS]
    assert rows[1]["parsed_error"] == "the text is empty"


@pytest.mark.parametrize("suffix", [".csv", ".tsv"])
def test_a_bare_carriage_return_stays_in_its_cell(
    invoke: Invoke, tmp_path: Path, suffix: str
) -> None:
    """In a cell and in the name of a column."""
    source, out = tmp_path / "a.csv", tmp_path / f"b{suffix}"
    source.write_bytes(b'id,"addr\rress"\n1,"via\rroma"\n2,"\r"\n')
    done = invoke("--input", source, "--column", "addr\rress", "--output", out)
    assert (done.exit_code, done.output) == (0, "")
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t" if suffix == ".tsv" else ","))
    assert [row["addr\rress"] for row in rows] == ["via\rroma", "\r"]


def test_a_jsonl_file_holds_row_and_parse(invoke: Invoke, table: Path, tmp_path: Path) -> None:
    """The whole parse, candidates included, beside the row's own columns."""
    out = tmp_path / "b.jsonl"
    invoke("--input", table, "--column", "address", "--output", out, "--candidates", "2")
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["1", "2", "3", "4"]
    assert [row["parse"]["raw"] for row in rows] == [row["address"] for row in rows]
    assert len(rows[0]["parse"]["candidates"]) == 2


def test_a_parquet_file_keeps_the_types_of_its_columns(invoke: Invoke, tmp_path: Path) -> None:
    """Nulls come back as nulls with a reason; parsed values are text."""
    source, out = tmp_path / "a.parquet", tmp_path / "b.parquet"
    given = pa.table({"n": pa.array([1, 2, 3], pa.int16()), "address": ["Paris 5", None, "via 1"]})
    pq.write_table(given, source)
    done = invoke("--input", source, "--column", "address", "--output", out)
    assert done.exit_code == 0, done.output
    found = pq.read_table(out)
    assert found.select(["n", "address"]).equals(given)
    assert found["parsed_error"].to_pylist() == [None, "not a str but NoneType: None", None]


def test_a_csv_file_can_become_a_parquet_file(invoke: Invoke, table: Path, tmp_path: Path) -> None:
    """Arrow holds no surrogates, so a byte that was no text is written out."""
    out = tmp_path / "b.parquet"
    done = invoke("--input", table, "--column", "address", "--output", out)
    assert done.exit_code == 0, done.output
    assert pq.read_table(out)["address"].to_pylist()[3] == "Caf\\udce9 5"


def test_without_output_the_results_are_printed(invoke: Invoke, table: Path) -> None:
    """As for lines of stdin; the only column need not be named."""
    done = invoke("--input", table, "--column", "address", "--format", "components")
    assert len(done.output.splitlines()) == 4
    table.write_text("where\nParis\n", encoding="utf-8")
    assert len(invoke("--input", table).output.splitlines()) == 1


def test_core_labels_reach_the_table(invoke: Invoke, table: Path, tmp_path: Path) -> None:
    """Columns of tags that are not in the core stay empty."""
    out = tmp_path / "b.csv"
    invoke("--input", table, "--column", "address", "--output", out, "--labels", "core")
    rows = read_csv(out)
    assert {row["parsed_entrance"] for row in rows} == {""}


def test_a_file_may_be_written_over_itself(invoke: Invoke, table: Path) -> None:
    """The old file is replaced when the new one is whole."""
    done = invoke("--input", table, "--column", "address", "--output", table)
    assert done.exit_code == 0, done.output
    assert len(read_csv(table)) == 4


@pytest.mark.parametrize(
    ("content", "column", "out", "message"),
    [
        ("a,b\n1,2\n", "c", "x.csv", "there is no column 'c'; the columns are a, b"),
        ("a,b\n1,2\n", None, "x.csv", "no --column was given; the columns are a, b"),
        ("", "a", "x.csv", "is empty: it must start with a header"),
        ("a,a\n1,2\n", "a", "x.csv", "the header names 'a' twice"),
        ("a\n1,2\n", "a", "x.csv", "line 2: 2 cells, but the header has 1"),
        ("a\n1\n", "a", "x.xlsx", "name it .csv, .tsv, .jsonl or .parquet"),
        ("a,parsed_error\n1,\n", "a", "x.csv", "already has a column 'parsed_error'"),
        ("a,parse\n1,\n", "a", "x.jsonl", "already has a column 'parse'"),
    ],
)
def test_a_table_that_cannot_be_used_is_exit_code_1(
    invoke: Invoke, tmp_path: Path, content: str, column: str | None, out: str, message: str
) -> None:
    """One clear line, and no half-written file."""
    source = tmp_path / "a.csv"
    source.write_text(content, encoding="utf-8")
    named: list[Any] = [] if column is None else ["--column", column]
    done = invoke("--input", source, *named, "--output", tmp_path / out)
    assert done.exit_code == 1
    assert done.output.startswith("Error: ")
    assert message in done.output
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize("name", ["a.txt", "a.parquet"])
def test_a_file_that_is_no_table_is_exit_code_1(invoke: Invoke, tmp_path: Path, name: str) -> None:
    """Unknown suffixes and damaged files are named."""
    (tmp_path / name).write_bytes(b"nothing of the kind")
    done = invoke("--input", tmp_path / name, "--column", "a")
    assert (done.exit_code, str(tmp_path / name) in done.output) == (1, True)


def test_an_output_that_cannot_be_written_is_exit_code_1(
    invoke: Invoke, table: Path, tmp_path: Path
) -> None:
    """The message names the path."""
    out = tmp_path / "nowhere" / "b.csv"
    done = invoke("--input", table, "--column", "address", "--output", out)
    assert (done.exit_code, f"cannot write {out}" in done.output) == (1, True)
