"""Delimited text: packed or not, with the faults of files that others wrote."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from postwright.corpus.faults import Faults
from postwright.corpus.readers.delimited import delimited_rows

TEXT = '\ufeffStreet,Town\r\n"Elm St, rear", Barre \r\n,Stowe\r\n'


def write_plain(folder: Path, data: bytes) -> Path:
    """The bytes as they are."""
    path = folder / "a.csv"
    path.write_bytes(data)
    return path


def write_gzipped(folder: Path, data: bytes) -> Path:
    """The bytes gzipped."""
    path = folder / "a.csv.gz"
    path.write_bytes(gzip.compress(data))
    return path


def write_zipped(folder: Path, data: bytes) -> Path:
    """The bytes in an archive, beside a small file that is not meant."""
    path = folder / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "x")
        archive.writestr("a.csv", data)
    return path


@pytest.mark.parametrize("write", [write_plain, write_gzipped, write_zipped])
def test_rows_come_by_lower_case_column_and_stripped(tmp_path, write) -> None:
    """Plain, gzipped and zipped; byte-order mark, quotes and empty cells are dealt with."""
    path = write(tmp_path, TEXT.encode())
    assert list(delimited_rows(path, ("street",), Faults())) == [
        (2, {"street": "Elm St, rear", "town": "Barre"}),
        (3, {"town": "Stowe"}),
    ]


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (b"street,town\nElm St\n", 2, "1 cells, expected 2"),
        (b"street,town\nStra\xdfe,Ulm\n", 2, "not UTF-8"),
        (b"way,town\nElm St,Barre\n", 1, "no column street"),
        (b"", 1, "the file is empty"),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(tmp_path, data, line, reason) -> None:
    """Never an exception."""
    faults = Faults()
    path = write_plain(tmp_path, data)
    assert list(delimited_rows(path, ("street",), faults)) == []
    assert [(fault.line, fault.reason) for fault in faults.examples] == [(line, reason)]


def test_a_good_row_after_a_bad_one_is_read(tmp_path) -> None:
    """One bad line costs one row."""
    path = write_plain(tmp_path, b"street,town\nElm St\nOak St,Barre\n")
    assert [cells["street"] for _, cells in delimited_rows(path, (), Faults())] == ["Oak St"]


@pytest.mark.parametrize("name", ["a.csv.gz", "a.zip"])
def test_a_damaged_archive_is_counted(tmp_path, name) -> None:
    """A download that broke off is a fault of the file, not an exception."""
    path, faults = tmp_path / name, Faults()
    path.write_bytes(b"PK\x03\x04 and no more")
    assert list(delimited_rows(path, (), faults)) == []
    assert "breaks off" in faults.examples[0].reason
