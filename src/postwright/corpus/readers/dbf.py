"""dBase III tables, the attribute files of shapefiles."""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import BinaryIO

from postwright.corpus.faults import Faults

__all__ = ["dbf_rows"]

_HEADER = struct.Struct("<4xIHH20x")  # records, bytes of the header, bytes of a record
_COLUMN = struct.Struct("<11sc4xB15x")  # name, type, width
_COLUMNS_END = b"\r"
_DELETED = b"*"


def dbf_rows(
    path: Path, wanted: Collection[str], faults: Faults
) -> Iterator[tuple[int, dict[str, str]]]:
    """Row numbers from 1 and the non-empty, stripped cells by lower-case column name.

    Args:
        path: the ``.dbf`` file, UTF-8 inside (what the Census Bureau writes).
        wanted: columns (in lower case) without which the file is not what it is taken for.
        faults: where a bad row or a file that breaks off is counted.
    """
    number = 0
    try:
        with path.open("rb") as file:
            count, width, columns = _read_header(file)
            missing = sorted(set(wanted) - {name for name, _ in columns})
            if missing:
                faults.refuse(str(path), 1, f"no column {', '.join(missing)}")
                return
            for number in range(1, count + 1):
                record = file.read(width)
                if len(record) < width:
                    faults.refuse(str(path), number, "the file breaks off")
                    return
                try:
                    cells = _cells(record, columns)
                except UnicodeDecodeError as error:
                    faults.refuse(str(path), number, f"not UTF-8: {error.reason}")
                    continue
                faults.accept(str(path))
                if not record.startswith(_DELETED):
                    yield number, cells
    except (OSError, struct.error, UnicodeDecodeError) as error:
        faults.refuse(str(path), number + 1, f"no dBase table: {error}")


def _read_header(file: BinaryIO) -> tuple[int, int, list[tuple[str, int]]]:
    """Number of records, bytes of each, and its columns as name and width."""
    count, size, width = _HEADER.unpack(file.read(_HEADER.size))
    listed = file.read(size - _HEADER.size).partition(_COLUMNS_END)[0]
    columns = []
    for at in range(0, len(listed) - _COLUMN.size + 1, _COLUMN.size):
        name, _, cell_width = _COLUMN.unpack_from(listed, at)
        columns.append((name.partition(b"\0")[0].decode("ascii").lower(), cell_width))
    return count, width, columns


def _cells(record: bytes, columns: list[tuple[str, int]]) -> dict[str, str]:
    cells, at = {}, 1  # the first byte says whether the row is deleted
    for name, width in columns:
        value = record[at : at + width].decode("utf-8").strip(" \0")
        at += width
        if value:
            cells[name] = value
    return cells
