"""Millions of records in one block of bytes: compact, and shared between forked workers.

A Python object per row would cost ten times the memory and, because of reference counts, would
be copied into every worker that looks at it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import numpy as np

from postwright.corpus.records import FIELD_NAMES, Components, Row
from postwright.labels import TAGS

__all__ = ["ComponentStore", "Pool", "RowStore"]

_NAMES = sorted(FIELD_NAMES)
_NAME_OF = {chr(65 + i): name for i, name in enumerate(_NAMES)}
_KEY_OF = {name: key for key, name in _NAME_OF.items()}
_TAG_KEY = {tag: chr(65 + i) for i, tag in enumerate(TAGS)}
_TAG_OF = {key: tag for tag, key in _TAG_KEY.items()}


class Pool(Protocol):
    """Records of one source and country, drawn by position."""

    def __len__(self) -> int: ...

    def __getitem__(self, index: int) -> Components | Row: ...


class _Packed:
    """Byte strings of varying length, one after the other."""

    def __init__(self, records: Iterable[bytes]) -> None:
        parts = list(records)
        self._data = b"".join(parts)
        self._ends = np.cumsum([0, *map(len, parts)], dtype=np.int64)

    def __len__(self) -> int:
        return len(self._ends) - 1

    def text(self, index: int) -> str:
        """The record at a position."""
        start, end = self._ends[index : index + 2].tolist()
        return self._data[start:end].decode("utf-8")


class ComponentStore:
    """Components of one source and country; a look-up costs about 2 µs."""

    def __init__(self, country: str, source: str, fields: Iterable[dict[str, str]]) -> None:
        self.country, self.source = country, source
        self._packed = _Packed(map(_pack_fields, fields))

    def __len__(self) -> int:
        return len(self._packed)

    def __getitem__(self, index: int) -> Components:
        parts = self._packed.text(index).split("\t")
        fields = {_NAME_OF[part[0]]: part[1:] for part in parts if part}
        return Components(self.country, fields, self.source)


class RowStore:
    """Labelled rows of one source and country, kept as written."""

    def __init__(self, country: str, source: str, rows: Iterable[Row]) -> None:
        self.country, self.source = country, source
        self._packed = _Packed(map(_pack_row, rows))

    def __len__(self) -> int:
        return len(self._packed)

    def __getitem__(self, index: int) -> Row:
        listed, raw = self._packed.text(index).split("\t", 1)
        spans = tuple(_span(text) for text in listed.split(" ") if text)
        return Row(raw, spans, self.country, self.source, ("as-written",))


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
