"""What must not be trained on: the held-out places, and lines that a test set holds."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from postwright.corpus.records import Row
from postwright.errors import CorpusError
from postwright.golden.usaddress_manual import evaluation_rows
from postwright.splits import Split, is_large, line_digest, normalise_line, split_of

__all__ = ["HeldOut", "SplitFilter", "digest_lines", "read_digests"]

HOLDOUT_FILE = "holdout-sha1.txt.gz"
_DIGEST = re.compile(r"[0-9a-fA-F]{20}")


class SplitFilter:
    """Says whether an address belongs to the split that a corpus is built for."""

    def __init__(self, split: Split) -> None:
        self.split = split

    def keeps(self, country: str, locality: str, street: str = "") -> bool:
        """Whether the address is of this split; the answer for a locality is remembered."""
        whole = _split_of_locality(country, locality)
        return (whole or split_of(country, locality, street)) == self.split

    def keeps_row(self, row: Row) -> bool:
        """The same for a labelled row, by its first locality and street."""
        parts = {tag: row.raw[start:end] for start, end, tag in reversed(row.spans)}
        return self.keeps(row.country, parts.get("locality", ""), parts.get("street", ""))


@lru_cache(maxsize=1 << 16)
def _split_of_locality(country: str, locality: str) -> Split | None:
    """The split of a whole locality; None where the street decides."""
    place = normalise_line(locality)
    return None if not place or is_large(country, place) else split_of(country, locality)


class HeldOut:
    """Digests of lines that no shard may hold.

    The given list (see the data's README), the two fifths of ``usaddress-manual`` that models are
    judged on, and whatever lists a build names.
    """

    def __init__(self, data_dir: Path, exclude: Iterable[Path] = ()) -> None:
        """Read all lists.

        Args:
            data_dir: the data folder.
            exclude: lists of digests, golden files and folders of them: see `read_digests`.

        Raises:
            CorpusError: a list cannot be read, or holds something else.
        """
        try:
            listed = digest_lines(data_dir / HOLDOUT_FILE)
        except CorpusError as error:
            raise CorpusError(f"the hold-out list: {error}") from error
        judged = (line_digest(row.raw) for row in evaluation_rows(data_dir))
        self._digests = frozenset((*listed, *judged)).union(*map(read_digests, exclude))

    def __len__(self) -> int:
        return len(self._digests)

    def holds(self, raw: str) -> bool:
        """Whether the line, normalised, is held out; about 4 µs."""
        return line_digest(raw) in self._digests


def read_digests(path: Path) -> frozenset[str]:
    """The digests of one exclusion list.

    Args:
        path: digests, one a line (``.txt``, ``.txt.gz``); a golden file (``.jsonl``), whose raw
            lines are digested; or a folder, which stands for the golden files in it.

    Raises:
        CorpusError: it is missing, empty, or a line of it is of another form; with its number.
    """
    if path.is_dir():
        files = sorted(path.glob("*.jsonl"))
        if not files:
            raise CorpusError(f"exclusion list {path}: no *.jsonl file in this folder")
        return frozenset[str]().union(*map(read_digests, files))
    if path.name.endswith(".jsonl"):
        digests = frozenset(_golden_digests(path))
    elif path.name.endswith((".txt", ".txt.gz")):
        digests = frozenset(digest_lines(path))
    else:
        raise CorpusError(
            f"exclusion list {path}: unknown form; give digests (.txt, .txt.gz), golden files "
            "(.jsonl) or a folder of them"
        )
    if not digests:
        raise CorpusError(f"exclusion list {path}: holds no line")
    return digests


def digest_lines(path: Path) -> list[str]:
    """The digests of a list, one a line, checked; raises `CorpusError`."""
    digests = []
    for number, line in _lines(path):
        if not _DIGEST.fullmatch(line):
            raise CorpusError(
                f"{path}:{number}: {line[:60]!r} ({len(line)} characters); expected the first "
                "20 hexadecimal digits of the SHA-1 of a normalised line"
            )
        digests.append(line.lower())
    return digests


def _golden_digests(path: Path) -> Iterator[str]:
    """Digests of the raw lines of a golden file, which need not be right in anything else."""
    for number, line in _lines(path):
        try:
            raw = json.loads(line)["raw"]
        except (ValueError, TypeError, KeyError):
            raw = None
        if not isinstance(raw, str):
            raise CorpusError(f"{path}:{number}: no JSON object with a text `raw`")
        yield line_digest(raw)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that hold something, and their numbers."""
    try:
        packed = path.read_bytes()
        text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise CorpusError(f"cannot read the exclusion list {path}: {error}") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line.strip()
