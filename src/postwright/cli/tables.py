"""Tables of addresses: CSV, TSV and Parquet in, the same rows with what was found out."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeAlias

from postwright.decoder import Parse
from postwright.errors import InputError
from postwright.labels import TAGS

__all__ = ["PARSED_COLUMNS", "Table", "open_table", "parsed_cells", "write_table"]

Row: TypeAlias = dict[str, Any]
Found: TypeAlias = Iterable[tuple[Row, Parse]]

_DELIMITERS = {".csv": ",", ".tsv": "\t"}

#: Columns that are added to a table: one per tag, then what is said about the whole parse.
PARSED_COLUMNS: tuple[str, ...] = (
    *(f"parsed_{tag}" for tag in TAGS),
    "parsed_probability",
    "parsed_error",
)

#: Joins the values of a tag that occurs more than once.
_JOINER = "; "

_PARQUET_ROWS = 1024


@dataclass(frozen=True)
class Table:
    """A table that is read row by row.

    Attributes:
        columns: names, in order.
        column: the one that holds the addresses.
        rows: one dictionary per row.
        schema: the Arrow schema of a Parquet file, None for text.
    """

    columns: tuple[str, ...]
    column: str
    rows: Iterator[Row]
    schema: Any = None


def open_table(path: Path, column: str | None) -> Table:
    """Open a table; its rows are read as they are asked for.

    Args:
        path: a ``.csv``, ``.tsv`` or ``.parquet`` file.
        column: the one that holds the addresses; may be left out where there is only one.

    Raises:
        InputError: the suffix is unknown, the file cannot be read, or there is no such column.
    """
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        return _open_parquet(path, column)
    if suffix in _DELIMITERS:
        return _open_text(path, column, _DELIMITERS[suffix])
    raise InputError(f"{path}: cannot tell the format; name it .csv, .tsv or .parquet")


def _open_text(path: Path, column: str | None, delimiter: str) -> Table:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    lines = _read_text(path, delimiter)
    columns = tuple(next(lines, (0, []))[1])
    repeated = sorted({name for name in columns if columns.count(name) > 1})
    if repeated:
        raise InputError(f"{path}: the header names {repeated[0]!r} twice; rename one")
    return Table(columns, _choose(path, columns, column), _text_rows(path, columns, lines))


def _read_text(path: Path, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of each row; bytes that are not UTF-8 survive as surrogates."""
    try:
        with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            reader = csv.reader(file, delimiter=delimiter)
            for cells in reader:
                yield reader.line_num, cells
    except (OSError, csv.Error) as error:
        raise InputError(f"cannot read {path}: {error}") from error


def _text_rows(
    path: Path, columns: Sequence[str], lines: Iterator[tuple[int, list[str]]]
) -> Iterator[Row]:
    for number, cells in lines:
        if len(cells) > len(columns):
            raise InputError(
                f"{path}, line {number}: {len(cells)} cells, but the header has {len(columns)}; "
                "put quotes around a cell that holds the delimiter"
            )
        # A short row lacks its last cells: they are empty, and no row is lost.
        yield dict(zip(columns, [*cells, *[""] * (len(columns) - len(cells))], strict=True))


def _open_parquet(path: Path, column: str | None) -> Table:
    parquet = _import("pyarrow.parquet")
    try:
        file = parquet.ParquetFile(path)
    except (OSError, ValueError) as error:  # Arrow's own errors are among the second
        raise InputError(f"cannot read {path}: {error}") from error
    columns = tuple(file.schema_arrow.names)
    rows = (
        row for batch in file.iter_batches(batch_size=_PARQUET_ROWS) for row in batch.to_pylist()
    )
    return Table(columns, _choose(path, columns, column), rows, file.schema_arrow)


def _import(module: str) -> Any:
    """A module of pyarrow, which only tables in Parquet need."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise InputError(
            "Parquet needs pyarrow: pip install 'postwright[arrow]', or use a .csv file"
        ) from error


def _choose(path: Path, columns: Sequence[str], column: str | None) -> str:
    if not columns:
        raise InputError(f"{path} is empty: it must start with a header")
    if column is None and len(columns) == 1:
        return columns[0]
    if column is None or column not in columns:
        wanted = "no --column was given" if column is None else f"there is no column {column!r}"
        raise InputError(f"{path}: {wanted}; the columns are {', '.join(columns)}")
    return column


def parsed_cells(parse: Parse) -> Row:
    """What was found in one address, by column; None where there is nothing.

    >>> parsed_cells(Parse("?", error="nothing"))["parsed_error"]
    'nothing'
    """
    values = parse.components
    cells: Row = {
        f"parsed_{tag}": _JOINER.join(values[tag]) if tag in values else None for tag in TAGS
    }
    return cells | {
        "parsed_probability": round(parse.probability, 6),
        "parsed_error": parse.error,
    }


def write_table(path: Path, table: Table, found: Found) -> None:
    """Write the rows of a table with what was found in each, whole or not at all.

    Args:
        path: ``.csv``, ``.tsv`` and ``.parquet`` get `PARSED_COLUMNS` beside the table's own,
            ``.jsonl`` the key ``parse`` with the JSON of the parse.
        table: where the rows come from.
        found: every row with its parse.

    Raises:
        InputError: the suffix is unknown, the file cannot be written, or the table already has a
            column of a name that is to be added.
    """
    suffix = path.suffix.lower()
    writer = _WRITERS.get(suffix)
    if writer is None:
        raise InputError(f"{path}: cannot tell the format; name it .csv, .tsv, .jsonl or .parquet")
    taken = set(table.columns) & {"parse" if suffix == ".jsonl" else "", *PARSED_COLUMNS}
    if taken:
        raise InputError(f"the table already has a column {min(taken)!r}; rename it")
    with _replacing(path) as temporary:
        writer(temporary, table, found)


def _write_csv(path: Path, table: Table, found: Found) -> None:
    _write_text(path, table, found, ",")


def _write_tsv(path: Path, table: Table, found: Found) -> None:
    _write_text(path, table, found, "\t")


def _write_text(path: Path, table: Table, found: Found, delimiter: str) -> None:
    with path.open("w", encoding="utf-8", errors="surrogateescape", newline="") as file:
        names = [*table.columns, *PARSED_COLUMNS]
        rows = (row | parsed_cells(parse) for row, parse in found)
        plain, quoted = (
            csv.DictWriter(file, names, delimiter=delimiter, lineterminator="\n", quoting=quoting)
            for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL)
        )
        for row in chain([dict(zip(names, names, strict=True))], rows):
            # Where lines end with LF, Python before 3.13 leaves a bare CR, which ends a row for
            # most readers, without quotes.
            has_return = any(isinstance(cell, str) and "\r" in cell for cell in row.values())
            (quoted if has_return else plain).writerow(row)


def _write_jsonl(path: Path, table: Table, found: Found) -> None:
    with path.open("w", encoding="utf-8", errors="backslashreplace") as file:
        for row, parse in found:
            line = json.dumps(row | {"parse": parse.to_json()}, ensure_ascii=False, default=str)
            file.write(f"{line}\n")


def _write_parquet(path: Path, table: Table, found: Found) -> None:
    pyarrow, parquet = _import("pyarrow"), _import("pyarrow.parquet")
    text = pyarrow.string()
    schema = table.schema or pyarrow.schema([(name, text) for name in table.columns])
    for name in PARSED_COLUMNS:
        kind = pyarrow.float64() if name == "parsed_probability" else text
        schema = schema.append(pyarrow.field(name, kind))
    rows = ({k: _utf8(v) for k, v in (row | parsed_cells(parse)).items()} for row, parse in found)
    with parquet.ParquetWriter(path, schema) as writer:
        while chunk := list(islice(rows, _PARQUET_ROWS)):
            writer.write_table(pyarrow.Table.from_pylist(chunk, schema=schema))


def _utf8(value: Any) -> Any:
    """A text that Arrow can hold: a lone surrogate is written out as JSON escapes it."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


_WRITERS: dict[str, Callable[[Path, Table, Found], None]] = {
    ".csv": _write_csv,
    ".jsonl": _write_jsonl,
    ".parquet": _write_parquet,
    ".tsv": _write_tsv,
}


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """A temporary path beside ``path`` that takes its place when all went well."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        yield temporary
        temporary.replace(path)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        temporary.unlink(missing_ok=True)
