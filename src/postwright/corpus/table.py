"""Rows as a table for people and other programs: Arrow in memory, Parquet on disk."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from postwright.corpus.records import Row

__all__ = ["SPARK_SCHEMA", "to_batch", "write_parquet"]

#: The columns of a table, in the words of Spark.
SPARK_SCHEMA = (
    "number bigint, raw string, spans array<struct<start: int, end: int, tag: string>>, "
    "country string, source string, forms array<string>"
)


def to_batch(rows: Sequence[tuple[int, Row]]) -> Any:
    """Numbered rows as an Arrow record batch.

    >>> row = Row("5 Elm St", ((0, 1, "house_number"), (2, 8, "street")), "US", "example")
    >>> to_batch([(7, row)]).to_pylist()[0]["spans"][1]
    {'start': 2, 'end': 8, 'tag': 'street'}
    """
    import pyarrow

    span = pyarrow.struct(
        [("start", pyarrow.int32()), ("end", pyarrow.int32()), ("tag", pyarrow.string())]
    )
    columns: list[tuple[str, Any, list[Any]]] = [
        ("number", pyarrow.int64(), [number for number, _ in rows]),
        ("raw", pyarrow.string(), [_storable(row.raw) for _, row in rows]),
        ("spans", pyarrow.list_(span), [_named(row) for _, row in rows]),
        ("country", pyarrow.string(), [row.country for _, row in rows]),
        ("source", pyarrow.string(), [row.source for _, row in rows]),
        ("forms", pyarrow.list_(pyarrow.string()), [row.forms for _, row in rows]),
    ]
    return pyarrow.RecordBatch.from_arrays(
        [pyarrow.array(values, type=kind) for _, kind, values in columns],
        names=[name for name, _, _ in columns],
    )


def _storable(raw: str) -> str:
    """The text with a question mark for each lone surrogate, which UTF-8 cannot hold."""
    return raw.encode("utf-8", "replace").decode("utf-8")


def _named(row: Row) -> list[dict[str, int | str]]:
    return [{"start": start, "end": end, "tag": tag} for start, end, tag in row.spans]


def write_parquet(path: Path, batches: Sequence[Any]) -> Path:
    """Write record batches as one Parquet file, under a temporary name first."""
    import pyarrow
    import pyarrow.parquet

    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    pyarrow.parquet.write_table(pyarrow.Table.from_batches(batches), temporary)
    temporary.rename(path)
    return path
