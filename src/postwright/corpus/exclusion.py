"""What must not be trained on: the held-out places, and lines that a test set holds."""

from __future__ import annotations

import gzip
from pathlib import Path

from postwright.corpus.records import Row
from postwright.errors import CorpusError
from postwright.golden.usaddress_manual import evaluation_rows
from postwright.splits import Split, is_large, line_digest, normalise_line, split_of

__all__ = ["HeldOut", "SplitFilter"]

HOLDOUT_FILE = "holdout-sha1.txt.gz"


class SplitFilter:
    """Says whether an address belongs to the split that a corpus is built for."""

    def __init__(self, split: Split) -> None:
        self.split = split
        self._places: dict[tuple[str, str], Split | None] = {}

    def keeps(self, country: str, locality: str, street: str = "") -> bool:
        """Whether the address is of this split; the answer for a locality is remembered."""
        place = (country, locality)
        if place not in self._places:
            by_street = not normalise_line(locality) or is_large(country, normalise_line(locality))
            self._places[place] = None if by_street else split_of(country, locality)
        return (self._places[place] or split_of(country, locality, street)) == self.split

    def keeps_row(self, row: Row) -> bool:
        """The same for a labelled row, by its first locality and street."""
        parts = {tag: row.raw[start:end] for start, end, tag in reversed(row.spans)}
        return self.keeps(row.country, parts.get("locality", ""), parts.get("street", ""))


class HeldOut:
    """Digests of lines that no shard may hold.

    The given list (see the data's README), and the two fifths of ``usaddress-manual`` that
    models are judged on.
    """

    def __init__(self, data_dir: Path) -> None:
        path = data_dir / HOLDOUT_FILE
        try:
            listed = gzip.decompress(path.read_bytes()).decode("ascii").split()
        except (OSError, EOFError, UnicodeDecodeError) as error:
            raise CorpusError(f"cannot read the hold-out list {path}: {error}") from error
        judged = (line_digest(row.raw) for row in evaluation_rows(data_dir))
        self._digests = frozenset((*listed, *judged))

    def __len__(self) -> int:
        return len(self._digests)

    def holds(self, raw: str) -> bool:
        """Whether the line, normalised, is held out; about 10 µs."""
        return line_digest(raw) in self._digests
