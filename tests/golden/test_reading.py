"""Golden files in every format: read, written, refused with their place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postwright.errors import InputError
from postwright.golden import GoldenRow, load, write_jsonl

ROW = GoldenRow(
    id="us-1",
    raw="5 Elm St, Springfield",
    spans=((0, 1, "house_number"), (2, 8, "street"), (10, 21, "locality")),
    country="US",
    slices=("case", "commas"),
    source="made by hand",
    licence="CC0-1.0",
    expect="fail",
    split="dev",
    comment="a classic",
)

CSV = (
    "id,raw,house_number,street,locality,country_code,slice,source,licence,expect,split,comment\n"
    'us-1,"5 Elm St, Springfield",5,Elm St,Springfield,US,case; commas,made by hand,CC0-1.0,fail,'
    "dev,a classic\n"
)


def write(folder: Path, text: str, name: str = "mine.jsonl") -> Path:
    """A file of this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_json_lines_hold_every_field(tmp_path: Path) -> None:
    """What is written is read again, one row a line."""
    path = tmp_path / "mine.jsonl"
    write_jsonl([ROW], path)
    assert load(path) == [ROW]
    (line,) = path.read_text(encoding="utf-8").splitlines()
    assert list(json.loads(line)) == [
        "id", "raw", "tags", "country", "slice", "source", "licence", "expect", "split", "comment",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"), [("a.csv", CSV), ("a.tsv", CSV.replace(",", "\t").replace("\t Spr", ", Spr"))]
)
def test_csv_and_tsv_hold_every_field(tmp_path: Path, name: str, text: str) -> None:
    """One column a tag, slices parted by semicolons."""
    assert load(write(tmp_path, text, name)) == [ROW]


def test_a_cell_may_hold_several_surfaces(tmp_path: Path) -> None:
    """Parted by semicolons, in any order; empty columns say nothing."""
    (row,) = load(write(tmp_path, "raw,street,unit\nElm & Oak,Oak; Elm,\n", "a.csv"))
    assert row.spans == ((0, 3, "street"), (6, 9, "street"))
    assert row.id == "a:2"


def test_the_column_of_the_country_is_the_tag(tmp_path: Path) -> None:
    """The word in the text; the code of the row has a column of another name."""
    text = 'raw,country,country_code\n"Roma, Italia",Italia,IT\n'
    (row,) = load(write(tmp_path, text, "a.csv"))
    assert (row.spans, row.country) == (((6, 12, "country"),), "IT")


def test_a_csv_of_a_spreadsheet_has_a_byte_order_mark(tmp_path: Path) -> None:
    """It is no part of the first column's name."""
    assert load(write(tmp_path, "\ufeffraw,unit\n#4,#4\n", "a.csv"))[0].spans == ((0, 2, "unit"),)


def test_rows_are_written_in_the_order_of_their_ids(tmp_path: Path) -> None:
    """So that files of the same rows are the same files."""
    rows = [GoldenRow(name, name, ()) for name in "cab"]
    write_jsonl(rows, tmp_path / "one.jsonl")
    write_jsonl(rows[::-1], tmp_path / "two.jsonl")
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    assert [row.id for row in load(tmp_path / "one.jsonl")] == ["a", "b", "c"]


def test_two_rows_of_one_id_are_not_written(tmp_path: Path) -> None:
    """The file would not be read again."""
    with pytest.raises(InputError, match="'us-1' occurs twice"):
        write_jsonl([ROW, ROW], tmp_path / "one.jsonl")


def test_a_directory_stands_for_its_files(tmp_path: Path) -> None:
    """All of them in the order of their names, and nothing else that lies there."""
    write(tmp_path, '{"raw": "b", "tags": {}}', "b.jsonl")
    write(tmp_path, '{"raw": "a", "tags": {}}', "a.jsonl")
    write(tmp_path, "how to add rows", "README.md")
    assert [row.raw for row in load(tmp_path)] == ["a", "b"]


def test_offsets_decide_where_a_surface_repeats(tmp_path: Path) -> None:
    """The second Elm, which the surface alone would not find."""
    record = {"raw": "Elm Elm", "tags": {"street": ["Elm"]}, "spans": [[4, 7, "street"]]}
    assert load(write(tmp_path, json.dumps(record)))[0].spans == ((4, 7, "street"),)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.csv", "text,street\nElm,Elm\n", "line 1: has no column `raw`"),
        ("a.csv", "raw,road\nElm,Elm\n", "line 1: unknown column 'road'"),
        ("a.csv", "raw,street\nElm St, Springfield,Elm St\n", "line 2: has not as many cells"),
        ("a.csv", "raw,street\nElm,Oak\n", "line 2: street 'Oak' is not in raw"),
        ("a.txt", "Elm", "cannot tell the format"),
        ("a.jsonl", '{"raw": "Elm", "tags": {"road": ["Elm"]}}', "line 1: unknown tag 'road'"),
        ("a.jsonl", '{"raw": "Elm", "tags": {"street": 5}}', "line 1: street 5 is no list"),
        ("a.jsonl", '{"raw": "Elm", "tags": ["Elm"]}', "line 1: `tags` is"),
        ("a.jsonl", '{"raw": "E", "tags": {}, "slice": 5}', "line 1: slice 5 is no list"),
        ("a.jsonl", '{"raw": "E", "tags": {}, "spans": {}}', "line 1: `spans` is"),
        (
            "a.jsonl",
            '{"raw": "A B", "tags": {"unit": ["A"]}, "spans": [[2, 3, "unit"]]}',
            "line 1: `tags` has unit .'A'., `spans` has .'B'.",
        ),
        (
            "a.jsonl",
            '{"id": "x", "raw": "A", "tags": {}}\n{"id": "x", "raw": "B", "tags": {}}',
            "id 'x' stands in .*a.jsonl already",
        ),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, name: str, text: str, reason: str) -> None:
    """The message names file, line, value and mend."""
    with pytest.raises(InputError, match=f"{name}.*{reason}"):
        load(write(tmp_path, text, name))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    """Not read as something else."""
    path = tmp_path / "a.csv"
    path.write_bytes("raw\nRue de l'Été\n".encode("latin-1"))
    with pytest.raises(InputError, match="is not UTF-8"):
        load(path)


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    """A missing file, and a directory without golden files."""
    with pytest.raises(InputError, match="there is no such file"):
        load(tmp_path / "none.jsonl")
    with pytest.raises(InputError, match=r"holds no \*.jsonl file"):
        load(tmp_path)
