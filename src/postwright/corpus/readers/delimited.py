"""Delimited text of all kinds (plain, gzipped, zipped; quoted or not), row by row."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from postwright.corpus.faults import Faults

__all__ = ["delimited_rows", "open_binary"]

_REPLACED = "�"


@contextmanager
def open_binary(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file, unpacked: ``.gz``, or the largest member of a ``.zip``."""
    if path.suffix == ".gz":
        with gzip.open(path, "rb") as file:
            yield cast(BinaryIO, file)
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            largest = max(archive.infolist(), key=lambda info: info.file_size)
            with archive.open(largest) as member:
                yield cast(BinaryIO, member)
    else:
        with path.open("rb") as file:
            yield file


def delimited_rows(
    path: Path,
    wanted: Collection[str],
    faults: Faults,
    *,
    delimiter: str = ",",
    header: Sequence[str] = (),
    quoted: bool = True,
) -> Iterator[tuple[int, dict[str, str]]]:
    """Line numbers and the non-empty, stripped cells by lower-case column name; about 5 µs a row.

    Args:
        path: UTF-8 text, plain, gzipped or zipped; a byte-order mark is taken off.
        wanted: columns (in lower case) without which the file is not what it is taken for.
        faults: where bad lines are counted: not UTF-8, another number of cells, a broken file.
        delimiter: between cells.
        header: column names of a file that has no header line.
        quoted: whether `"` quotes cells.
    """
    number = 0
    try:
        with open_binary(path) as file:
            text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
            lines = csv.reader(
                text,
                delimiter=delimiter,
                quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
            )
            names = [name.strip().lower() for name in header or next(lines, [])]
            if not _has_columns(path, names, wanted, faults):
                return
            for cells in lines:
                number = lines.line_num
                reason = _reason_to_refuse(cells, names)
                if reason:
                    faults.refuse(str(path), number, reason)
                elif cells:
                    faults.accept(str(path))
                    yield number, _stripped(names, cells)
    except (OSError, EOFError, ValueError, csv.Error, zlib.error, zipfile.BadZipFile) as error:
        faults.refuse(str(path), number + 1, f"the file breaks off: {error}")


def _has_columns(path: Path, names: list[str], wanted: Collection[str], faults: Faults) -> bool:
    missing = sorted(set(wanted) - set(names))
    if missing:
        reason = f"no column {', '.join(missing)}" if names else "the file is empty"
        faults.refuse(str(path), 1, reason)
    return not missing


def _reason_to_refuse(cells: list[str], names: list[str]) -> str:
    if cells and len(cells) != len(names):
        return f"{len(cells)} cells, expected {len(names)}"
    return "not UTF-8" if any(_REPLACED in cell for cell in cells) else ""


def _stripped(names: list[str], cells: list[str]) -> dict[str, str]:
    stripped = zip(names, map(str.strip, cells), strict=True)
    return {name: cell for name, cell in stripped if cell}
