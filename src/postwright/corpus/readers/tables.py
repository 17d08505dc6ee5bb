"""Gzipped tab-separated files, read line by line so that one bad line costs one row."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path

from postwright.corpus.faults import Faults

__all__ = ["decoded_lines", "table_rows"]


def decoded_lines(path: Path, faults: Faults) -> Iterator[tuple[int, str]]:
    """Line numbers from 1 and lines without their end, of a gzipped UTF-8 file.

    A line that is not UTF-8 is refused; a truncated or damaged file ends where it breaks.
    """
    number = 0
    try:
        with gzip.open(path, "rb") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    yield number, line.decode("utf-8").rstrip("\r\n")
                except UnicodeDecodeError as error:
                    faults.refuse(str(path), number, f"not UTF-8: {error.reason}")
    except (OSError, EOFError, zlib.error) as error:
        faults.refuse(str(path), number + 1, f"the file breaks off: {error}")


def table_rows(
    path: Path, wanted: Collection[str], faults: Faults
) -> Iterator[tuple[int, dict[str, str]]]:
    """Line numbers and the non-empty cells by column name.

    Args:
        path: a gzipped TSV with a header line.
        wanted: columns without which the file is not what it is taken for.
        faults: where bad lines are counted.
    """
    header: list[str] | None = None
    for number, line in decoded_lines(path, faults):
        cells = line.split("\t")
        if header is None:
            header = cells
            missing = sorted(set(wanted) - set(header))
            if missing:
                faults.refuse(str(path), number, f"no column {', '.join(missing)}")
                return
        elif len(cells) != len(header):
            faults.refuse(str(path), number, f"{len(cells)} cells, expected {len(header)}")
        else:
            faults.accept(str(path))
            yield number, {name: cell for name, cell in zip(header, cells) if cell}
