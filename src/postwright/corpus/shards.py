"""Token shards: encoded rows as memory-mapped arrays, written once and read without a loop.

A shard is a directory of ``.npy`` arrays and a ``shard.json`` that names what they were made with.
It is written under a temporary name and renamed when it is whole.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from postwright.errors import CorpusError
from postwright.labels import FULL
from postwright.text import CONTRACT_VERSION, Batch, Codes, collate

__all__ = ["FORMAT_VERSION", "ShardWriter", "Shards", "read_manifests"]

FORMAT_VERSION = 1
_MANIFEST = "shard.json"
_TYPES: dict[str, Any] = {
    "pieces": np.int32,
    "piece_counts": np.uint8,
    "shapes": np.uint8,
    "gaps": np.uint8,
    "labels": np.uint8,
    "word_offsets": np.int64,
    "piece_offsets": np.int64,
    "country": np.uint16,
    "source": np.uint16,
}

#: Flat arrays with entries for each word or piece, that a batch is gathered from.
_GATHERED = ("pieces", "piece_counts", "shapes", "gaps", "labels")

Array = npt.NDArray[Any]
Int64 = npt.NDArray[np.int64]


class ShardWriter:
    """Collects encoded rows and writes them as one shard."""

    def __init__(self, tokenizer_digest: str) -> None:
        self.tokenizer_digest = tokenizer_digest
        # All rows, one after the other: an object a row would take five times the memory.
        self._pieces = array("i")
        self._flat = {name: bytearray() for name in _GATHERED if name != "pieces"}
        self._word_offsets, self._piece_offsets = array("q", [0]), array("q", [0])
        self._countries: list[str] = []
        self._sources: list[str] = []

    def __len__(self) -> int:
        return len(self._sources)

    def add(self, codes: Codes, labels: Sequence[int], country: str, source: str) -> None:
        """Take one row: its encoding and one `FULL` label id a word."""
        assert len(codes.shapes) == len(labels), (len(codes.shapes), len(labels))
        flat = self._flat
        flat["piece_counts"] += codes.piece_counts
        flat["shapes"] += codes.shapes
        flat["gaps"] += codes.gaps
        flat["labels"] += bytes(labels)
        self._pieces.extend(codes.pieces)
        self._word_offsets.append(len(flat["labels"]))
        self._piece_offsets.append(len(self._pieces))
        self._countries.append(country)
        self._sources.append(source)

    def write(self, directory: Path, *, about: Mapping[str, Any]) -> Path:
        """Write the shard and return its directory.

        Args:
            directory: where it shall lie; what is there already is replaced.
            about: facts of the build for `shard.json`.
        """
        arrays, names = self._arrays()
        temporary = directory.with_name(f".{directory.name}.{os.getpid()}.part")
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir(parents=True)
        for name, values in arrays.items():
            np.save(temporary / f"{name}.npy", values)
        manifest = {
            "format_version": FORMAT_VERSION,
            "text_contract": CONTRACT_VERSION,
            "label_set": FULL.name,
            "labels": list(FULL.labels),
            "tokenizer": self.tokenizer_digest,
            "rows": len(self),
            "words": int(arrays["word_offsets"][-1]),
            "pieces": int(arrays["piece_offsets"][-1]),
            **names,
            "sha256": {name: _digest(temporary / f"{name}.npy") for name in arrays},
            "about": dict(about),
        }
        (temporary / _MANIFEST).write_text(json.dumps(manifest, indent=1, ensure_ascii=False))
        shutil.rmtree(directory, ignore_errors=True)
        temporary.rename(directory)
        return directory

    def _arrays(self) -> tuple[dict[str, Array], dict[str, dict[str, int]]]:
        """All arrays, and the rows by country and by source in the order of their ids."""
        countries, country_ids = _numbered(self._countries)
        sources, source_ids = _numbered(self._sources)
        held: dict[str, bytearray | array[int]] = {
            **self._flat,
            "pieces": self._pieces,
            "word_offsets": self._word_offsets,
            "piece_offsets": self._piece_offsets,
        }
        arrays: dict[str, Array] = {
            name: np.frombuffer(values, dtype=_TYPES[name]) for name, values in held.items()
        }
        arrays["country"] = np.array(country_ids, dtype=np.uint16)
        arrays["source"] = np.array(source_ids, dtype=np.uint16)
        return arrays, {"countries": countries, "sources": sources}


def _numbered(names: Sequence[str]) -> tuple[dict[str, int], list[int]]:
    """How often each name occurs, sorted by name, and every entry's place in that order."""
    counts = dict(sorted(Counter(names).items()))
    places = {name: place for place, name in enumerate(counts)}
    return counts, [places[name] for name in names]


def _digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True)
class _Shard:
    """One shard's manifest and memory-mapped arrays."""

    path: Path
    manifest: dict[str, Any]
    arrays: dict[str, Array]

    @property
    def rows(self) -> int:
        return int(self.manifest["rows"])

    @classmethod
    def open(cls, path: Path, *, verify: bool) -> _Shard:
        """Map a shard and hold it against its manifest; with `verify`, its digests too."""
        manifest = _read_manifest(path)
        arrays = {name: _map(path / f"{name}.npy", dtype) for name, dtype in _TYPES.items()}
        shard = cls(path, manifest, arrays)
        shard._check_sizes()
        if verify:
            for name, digest in manifest["sha256"].items():
                if _digest(path / f"{name}.npy") != digest:
                    raise CorpusError(f"{path}: {name}.npy is not the file that was written")
        return shard

    def _check_sizes(self) -> None:
        rows, words, pieces = (int(self.manifest[key]) for key in ("rows", "words", "pieces"))
        expected = dict.fromkeys(("piece_counts", "shapes", "gaps", "labels"), words)
        expected |= {"pieces": pieces, "word_offsets": rows + 1, "piece_offsets": rows + 1}
        expected |= {"country": rows, "source": rows}
        for name, size in expected.items():
            if len(self.arrays[name]) != size:
                raise CorpusError(
                    f"{self.path}: {name}.npy holds {len(self.arrays[name])} entries, "
                    f"{_MANIFEST} says {size}; build the shard again"
                )


def read_manifests(directory: Path) -> list[dict[str, Any]]:
    """What the ``shard.json`` of every shard in a folder says; no array is opened.

    Raises:
        CorpusError: no shard, a half-written or damaged one, or one of another format.
    """
    return [_read_manifest(path) for path in sorted(directory.glob("shard-*")) or [directory]]


def _read_manifest(path: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((path / _MANIFEST).read_text(encoding="utf-8"))
    except OSError as error:
        raise CorpusError(f"{path} is no finished shard: {_MANIFEST} is missing") from error
    except ValueError as error:
        raise CorpusError(f"{path / _MANIFEST} is damaged: {error}") from error
    wanted = {
        "format_version": FORMAT_VERSION,
        "text_contract": CONTRACT_VERSION,
        "label_set": FULL.name,
        "labels": list(FULL.labels),
    }
    for key, value in wanted.items():
        if manifest.get(key) != value:
            raise CorpusError(f"{path}: {key} is {manifest.get(key)!r}, expected {value!r}")
    return manifest


def _map(path: Path, dtype: Any) -> Array:
    try:
        array: Array = np.load(path, mmap_mode="r")
    except (OSError, ValueError) as error:
        raise CorpusError(f"cannot read {path}: {error}") from error
    if array.dtype != dtype or array.ndim != 1:
        raise CorpusError(f"{path} holds {array.dtype}, expected {np.dtype(dtype)}")
    return array


class Shards:
    """All shards of a directory as one collection with one row numbering.

    >>> Shards.open("corpus/world").rows                              # doctest: +SKIP
    8000000
    """

    def __init__(self, shards: Sequence[_Shard]) -> None:
        self._shards = tuple(shards)
        self._first = np.cumsum([0, *(shard.rows for shard in shards)], dtype=np.int64)
        self.tokenizer_digest: str = shards[0].manifest["tokenizer"]
        self.countries = _names(shards, "countries")
        self.sources = _names(shards, "sources")

    @classmethod
    def open(
        cls,
        directory: str | Path,
        *,
        first: int | None = None,
        tokenizer_digest: str | None = None,
        verify: bool = False,
    ) -> Shards:
        """Open a shard, or every shard in a directory.

        Args:
            directory: one shard, or the folder that holds ``shard-*``.
            first: open only so many of the shards in the folder, in their order.
            tokenizer_digest: the tokenizer that the rows must have been encoded with.
            verify: also recompute the digests of all arrays (about 1 s a GB).

        Raises:
            CorpusError: no shard, a half-written or damaged one, or one of another tokenizer,
                text contract, label list or format; the message names it.
        """
        root = Path(directory)
        paths = sorted(root.glob("shard-*"))[:first] or [root]
        shards = [_Shard.open(path, verify=verify) for path in paths]
        wanted = tokenizer_digest or shards[0].manifest["tokenizer"]
        for shard in shards:
            if shard.manifest["tokenizer"] != wanted:
                raise CorpusError(
                    f"{shard.path} was encoded with tokenizer {shard.manifest['tokenizer'][:12]}…, "
                    f"expected {wanted[:12]}…"
                )
        return cls(shards)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The directory of every shard."""
        return tuple(shard.path for shard in self._shards)

    @property
    def rows(self) -> int:
        """Rows of all shards."""
        return int(self._first[-1])

    def __len__(self) -> int:
        return self.rows

    def word_counts(self) -> Int64:
        """Words of every row, ``[rows]``."""
        return np.concatenate([np.diff(shard.arrays["word_offsets"]) for shard in self._shards])

    def country_ids(self) -> Int64:
        """Position of every row's country in `countries`, ``[rows]``."""
        return self._ids("country", "countries", self.countries)

    def source_ids(self) -> Int64:
        """Position of every row's source in `sources`, ``[rows]``."""
        return self._ids("source", "sources", self.sources)

    def _ids(self, array: str, key: str, names: tuple[str, ...]) -> Int64:
        return np.concatenate([_renumbered(shard, array, key, names) for shard in self._shards])

    @property
    def part_sizes(self) -> tuple[int, ...]:
        """Rows of each shard, in the order of the row numbers."""
        return tuple(shard.rows for shard in self._shards)

    def part(self, number: int) -> dict[str, Array]:
        """The arrays of one shard, its countries and sources numbered as those of all.

        Offsets count from the shard's own first word and piece. The files are mapped anew, so
        that the memory of what was read goes with the arrays.
        """
        shard = _Shard.open(self._shards[number].path, verify=False)
        arrays = dict(shard.arrays)
        arrays["country"] = _renumbered(shard, "country", "countries", self.countries)
        arrays["source"] = _renumbered(shard, "source", "sources", self.sources)
        return arrays

    def batch(self, row_indices: Int64) -> tuple[Batch, Int64]:
        """Rows as one padded batch, in the order asked for; about 1 ms for 256 rows of a shard.

        Args:
            row_indices: row numbers in ``range(rows)``, ``[batch]``.

        Returns:
            The batch and its `FULL` label ids ``[batch, words]``, 0 at padding.
        """
        rows = np.asarray(row_indices, dtype=np.int64)
        owner = np.searchsorted(self._first, rows, side="right") - 1  # [batch]
        order = np.argsort(owner, kind="stable")  # rows of one shard stand together
        used, starts = np.unique(owner[order], return_index=True)
        groups = np.split(rows[order], starts[1:])
        flat = [
            _gather(self._shards[shard].arrays, group - self._first[shard])
            for shard, group in zip(used.tolist(), groups, strict=True)
        ]
        word_counts = np.concatenate([part["word_counts"] for part in flat])
        joined = {name: np.concatenate([part[name] for part in flat]) for name in _GATHERED}
        batch = collate(
            joined["pieces"], joined["piece_counts"], joined["shapes"], joined["gaps"], word_counts
        )
        labels = np.zeros(batch.mask.shape, dtype=np.int64)  # [batch, words]
        labels[batch.mask] = joined["labels"]
        back = np.argsort(order, kind="stable")
        return Batch(batch.pieces[back], batch.shapes[back], batch.gaps[back]), labels[back]


def _gather(arrays: Mapping[str, Array], rows: Int64) -> dict[str, Array]:
    """The flat arrays of some rows of one shard, row after row."""
    word_at, word_counts = _ranges(arrays["word_offsets"], rows)
    piece_at, _ = _ranges(arrays["piece_offsets"], rows)
    gathered = {name: arrays[name][word_at] for name in _GATHERED if name != "pieces"}
    return {**gathered, "pieces": arrays["pieces"][piece_at], "word_counts": word_counts}


def _ranges(offsets: Array, rows: Int64) -> tuple[Int64, Int64]:
    """All positions of some rows' entries, row after row, and how many each row has."""
    starts = offsets[rows]
    counts = offsets[rows + 1] - starts
    ends = np.cumsum(counts)
    within = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - counts, counts)
    return np.repeat(starts, counts) + within, counts


def _renumbered(shard: _Shard, array: str, key: str, names: tuple[str, ...]) -> Int64:
    """A shard's ids as positions in `names`, ``[rows]``."""
    place = {name: at for at, name in enumerate(names)}
    own = np.array([place[name] for name in shard.manifest[key]], dtype=np.int64)
    numbered: Int64 = own[shard.arrays[array]]
    return numbered


def _names(shards: Sequence[_Shard], key: str) -> tuple[str, ...]:
    """Every name that a manifest lists under `key`, sorted."""
    return tuple(sorted({name for shard in shards for name in shard.manifest[key]}))
