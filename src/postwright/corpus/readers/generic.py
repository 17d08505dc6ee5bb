"""Any table: CSV (``.csv``, ``.tsv``, gzipped or zipped too) or Parquet, with a column map.

Input: a header, and in the recipe ``columns``: field = column, as ``street = "road_name"``. The
field ``country`` gives each row its ISO 3166-1 alpha-2 code; without it the recipe states one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from postwright.corpus.faults import Faults
from postwright.corpus.readers.delimited import delimited_rows
from postwright.corpus.readers.format import Fields, Format, ReadOptions
from postwright.corpus.records import FIELD_NAMES

__all__ = ["TABLE"]


def _read(path: Path, options: ReadOptions, faults: Faults) -> Iterator[tuple[str, Fields]]:
    column_of = {field: column.lower() for field, column in options.columns.items()}
    fields_known = FIELD_NAMES | {"country"}
    if not column_of or not column_of.keys() <= fields_known:
        strange = sorted(column_of.keys() - fields_known)
        reason = f"no field {', '.join(strange)}" if strange else "no columns stated"
        faults.refuse(str(path), 1, f"`columns`: {reason}; as street = 'road_name'")
        return
    for _, cells in _rows(path, tuple(column_of.values()), faults):
        fields = {field: cells[name] for field, name in column_of.items() if name in cells}
        country = fields.pop("country", options.country).upper()
        if len(country) == 2 and fields:
            yield country, fields
        else:
            faults.set_aside(str(path), "no two-letter country" if fields else "an empty row")


def _rows(
    path: Path, columns: tuple[str, ...], faults: Faults
) -> Iterator[tuple[int, dict[str, str]]]:
    if path.suffix == ".parquet":
        yield from _parquet_rows(path, columns, faults)
    else:
        delimiter = "\t" if ".tsv" in path.name else ","
        yield from delimited_rows(path, columns, faults, delimiter=delimiter)


def _parquet_rows(
    path: Path, columns: tuple[str, ...], faults: Faults
) -> Iterator[tuple[int, dict[str, str]]]:
    """The wanted columns of a Parquet file, a batch of rows in memory at a time."""
    import pyarrow
    import pyarrow.parquet

    number = 0
    try:
        with pyarrow.parquet.ParquetFile(path) as file:
            names = {name.lower(): name for name in file.schema_arrow.names}
            missing = sorted(set(columns) - names.keys())
            if missing:
                faults.refuse(str(path), 1, f"no column {', '.join(missing)}")
                return
            for batch in file.iter_batches(columns=[names[column] for column in columns]):
                for row in batch.to_pylist():
                    number += 1
                    faults.accept(str(path))
                    cells = ((name.lower(), str(v).strip()) for name, v in row.items() if v)
                    yield number, {name: cell for name, cell in cells if cell}
    except (OSError, pyarrow.ArrowException) as error:
        faults.refuse(str(path), number + 1, f"no Parquet table: {error}")


TABLE = Format(
    "table",
    _read,
    licence="",  # whatever the table's owner says
    get="your own file: CSV, TSV or Parquet",
)
