"""Millions of records in one block of bytes: compact, and shared between processes.

A Python object per row would cost ten times the memory and, because of reference counts, would
be copied into every worker that looks at it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from postwright.corpus.records import FIELD_NAMES, JOINT, Components, Row
from postwright.labels import TAGS

__all__ = ["ComponentStore", "Packed", "Pool", "PoolBuilder", "RowStore"]

_NAMES = sorted(FIELD_NAMES)
_NAME_OF = {chr(65 + i): name for i, name in enumerate(_NAMES)}
_KEY_OF = {name: key for key, name in _NAME_OF.items()}
_TAG_KEY = {tag: chr(65 + i) for i, tag in enumerate(TAGS)}
_TAG_OF = {key: tag for tag, key in _TAG_KEY.items()}


class _Bytes(Protocol):
    """A block that gives bytes for a slice: bytes themselves, or a mapped file."""

    def __getitem__(self, part: slice, /) -> bytes: ...


class Packed:
    """Byte strings of varying length, one after the other.

    Attributes:
        data: all records without a separator.
        ends: where each record ends, a 0 in front; int64[records + 1].
    """

    def __init__(self, data: _Bytes, ends: npt.NDArray[np.int64]) -> None:
        self.data, self.ends = data, ends

    def __len__(self) -> int:
        return len(self.ends) - 1

    def text(self, index: int) -> str:
        """The record at a position."""
        start, end = self.ends[index : index + 2].tolist()
        return self.data[start:end].decode("utf-8")


class _Packing:
    """Records packed as they come, so that none of them lives as an object."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._ends = array("q", [0])

    def add(self, record: bytes) -> None:
        self._data += record
        self._ends.append(len(self._data))

    def packed(self) -> Packed:
        return Packed(bytes(self._data), np.array(self._ends, dtype=np.int64))


class Pool(Protocol):
    """Records of one source and country, drawn by position."""

    country: str
    source: str
    packed: Packed

    def __len__(self) -> int: ...

    def __getitem__(self, index: int) -> Components | Row: ...


class ComponentStore:
    """Components of one source and country; a look-up costs about 2 µs."""

    def __init__(self, country: str, source: str, packed: Packed) -> None:
        self.country, self.source, self.packed = country, source, packed

    @classmethod
    def of(cls, country: str, source: str, fields: Iterable[dict[str, str]]) -> ComponentStore:
        """Pack the fields of some records."""
        packing = _Packing()
        for record in fields:
            packing.add(_pack_fields(record))
        return cls(country, source, packing.packed())

    def __len__(self) -> int:
        return len(self.packed)

    def __getitem__(self, index: int) -> Components:
        record = self.packed.text(index)
        fields = {_NAME_OF[part[0]]: part[1:] for part in record.split("\t") if part}
        components = Components(self.country, fields, self.source)
        if JOINT in record:
            several = {n: tuple(v.split(JOINT)) for n, v in fields.items() if JOINT in v}
            fields.update((name, "".join(values)) for name, values in several.items())
            components.parts = several
        return components


class RowStore:
    """Labelled rows of one source and country, kept as written."""

    def __init__(self, country: str, source: str, packed: Packed) -> None:
        self.country, self.source, self.packed = country, source, packed

    @classmethod
    def of(cls, country: str, source: str, rows: Iterable[Row]) -> RowStore:
        """Pack some rows."""
        packing = _Packing()
        for row in rows:
            packing.add(_pack_row(row))
        return cls(country, source, packing.packed())

    def __len__(self) -> int:
        return len(self.packed)

    def __getitem__(self, index: int) -> Row:
        listed, raw = self.packed.text(index).split("\t", 1)
        spans = tuple(_span(text) for text in listed.split(" ") if text)
        return Row(raw, spans, self.country, self.source, ("as-written",))


class PoolBuilder:
    """Sorts the records of one source by country while they are read.

    >>> builder = PoolBuilder("example")
    >>> builder.add_fields("FR", {"locality": "Lyon"})
    >>> builder.pools()["FR"][0].fields
    {'locality': 'Lyon'}
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self._fields: dict[str, _Packing] = {}
        self._rows: dict[str, _Packing] = {}

    def add_fields(self, country: str, fields: dict[str, str]) -> None:
        """Take the fields of one record."""
        self._fields.setdefault(country, _Packing()).add(_pack_fields(fields))

    def add_row(self, row: Row) -> None:
        """Take one labelled row."""
        self._rows.setdefault(row.country, _Packing()).add(_pack_row(row))

    def pools(self) -> dict[str, Any]:
        """One store a country; a source holds either components or rows."""
        assert not (self._fields and self._rows), "components and rows in one source"
        stores: dict[str, Any] = {
            code: ComponentStore(code, self.source, packing.packed())
            for code, packing in self._fields.items()
        }
        stores.update(
            (code, RowStore(code, self.source, packing.packed()))
            for code, packing in self._rows.items()
        )
        return stores


def _pack_fields(fields: dict[str, str]) -> bytes:
    """Non-empty fields as `<key letter><value>` cells."""
    cells = (_KEY_OF[name] + " ".join(value.split()) for name, value in fields.items() if value)
    return "\t".join(cells).encode("utf-8")


def _pack_row(row: Row) -> bytes:
    """Spans, then a tab, then the raw text, which may itself hold tabs."""
    spans = " ".join(f"{start}:{end}:{_TAG_KEY[tag]}" for start, end, tag in row.spans)
    return f"{spans}\t{row.raw}".encode()


def _span(text: str) -> tuple[int, int, str]:
    start, end, key = text.split(":")
    return int(start), int(end), _TAG_OF[key]
