"""What a reader of a public format is: a function, the usual licence, where to get files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from postwright.corpus.faults import Faults

__all__ = ["Fields", "Format", "ReadOptions"]

Fields = dict[str, str]


@dataclass(frozen=True)
class ReadOptions:
    """How a recipe wants a file read.

    Attributes:
        country: ISO 3166-1 alpha-2 code of all rows, where the format has none.
        columns: field (or ``country``) → column, for the generic formats.
    """

    country: str = ""
    columns: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Format:
    """A public format.

    Attributes:
        name: what a recipe calls it: ``reader = "…"``.
        read: yields country and fields of each row, not yet under the country's convention; bad
            rows are counted in the faults.
        licence: under which the publisher usually gives it; "" where it differs by file, so that
            a recipe must state it.
        get: where a user gets it, for the error about a missing file.
        src: what the conventions know its rows by, see `conventions.mend`.
    """

    name: str
    read: Callable[[Path, ReadOptions, Faults], Iterator[tuple[str, Fields]]]
    licence: str
    get: str
    src: str = ""
