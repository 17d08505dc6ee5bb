"""Sources that were read before: their packed records in files that are mapped, not read again.

Reading all tables of the world costs more than a minute, opening them from here well under a
second. An entry is named by a digest of everything that it depends on: the source's settings, the
names, sizes and times of its files, the licence list, and the program text that reads them. What
changes gets a new name, so an entry is never out of date.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

import postwright
from postwright.corpus.faults import Faults
from postwright.corpus.store import ComponentStore, Packed, Pool, RowStore

__all__ = ["ReadSource", "cache_directory", "entry_name", "read_entry", "write_entry"]

_INDEX = "index.json"
#: Entries of one source that are kept: the newest ones.
_KEPT = 4
#: The parts of the package whose text decides what is read from a source.
_PROGRAM = ("corpus", "golden", "text", "splits.py", "labels.py")
#: Of these, what only works with records that are already there.
_NOT_READING = frozenset(
    "compose audit build.py contradictions.py maker.py mixture.py rewriting.py sampling.py "
    "shards.py spark.py table.py".split()
)
_KINDS: dict[str, type[ComponentStore] | type[RowStore]] = {
    "components": ComponentStore,
    "rows": RowStore,
}


@dataclass(frozen=True)
class ReadSource:
    """What reading one source gave: its records by country, and what was refused."""

    pools: Mapping[str, Pool]
    faults: Faults


def cache_directory() -> Path | None:
    """Where entries lie: ``POSTWRIGHT_CACHE``, or ``postwright`` in the user's cache folder.

    An empty ``POSTWRIGHT_CACHE`` switches the cache off: None.
    """
    stated = os.environ.get("POSTWRIGHT_CACHE")
    if stated is not None:
        return Path(stated) if stated else None
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "postwright"


def entry_name(source: str, settings: object, files: Iterable[Path]) -> str:
    """The name of the entry for a source: its own name and a digest.

    Args:
        source: its name in the recipe.
        settings: all that the reading depends on beside the files; its `repr` counts.
        files: what is read.
    """
    stats = [_stamp(file) for path in files for file in _inside(path)]
    known = repr((source, settings, stats, _program_digest()))
    return f"{source}-{hashlib.sha256(known.encode('utf-8', 'replace')).hexdigest()[:20]}"


def _stamp(path: Path) -> tuple[str, int, int]:
    stat = path.stat()
    return str(path), stat.st_size, stat.st_mtime_ns


def _inside(path: Path) -> Iterable[Path]:
    """The file itself, or all files below a folder."""
    return sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else (path,)


@cache
def _program_digest() -> str:
    """SHA-256 of the program text that turns files into records."""
    root, digest = Path(postwright.__file__).parent, hashlib.sha256()
    for part in _PROGRAM:
        found = [root / part] if part.endswith(".py") else sorted((root / part).rglob("*.py"))
        for path in found:
            if not _NOT_READING & {*path.relative_to(root).parts}:
                digest.update(path.read_bytes())
    return digest.hexdigest()


def write_entry(entry: Path, read: ReadSource) -> None:
    """Write an entry under a temporary name and rename it; old entries of the source go."""
    temporary = entry.with_name(f".{entry.name}.{os.getpid()}.part")
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir(parents=True)
    listed = []
    for number, (country, pool) in enumerate(read.pools.items()):
        kind = next(name for name, store in _KINDS.items() if isinstance(pool, store))
        listed.append({"country": country, "source": pool.source, "kind": kind})
        (temporary / f"{number}.bytes").write_bytes(pool.packed.data[:])
        np.save(temporary / f"{number}.npy", pool.packed.ends)
    index = {"pools": listed, "faults": read.faults.to_json()}
    (temporary / _INDEX).write_text(json.dumps(index, ensure_ascii=False), encoding="utf-8")
    shutil.rmtree(entry, ignore_errors=True)
    temporary.rename(entry)
    _forget_old(entry)


def _forget_old(entry: Path) -> None:
    """Remove all but the newest entries of the same source."""
    source = entry.name.rpartition("-")[0]
    entries = [path for path in entry.parent.iterdir() if path.name.rpartition("-")[0] == source]
    # Times of a file system are coarse: entries of one moment go by their names.
    for path in sorted(entries, key=lambda path: (path.stat().st_mtime_ns, path.name))[:-_KEPT]:
        shutil.rmtree(path, ignore_errors=True)


def read_entry(entry: Path) -> ReadSource | None:
    """Open an entry; None where there is none, or none that can be used."""
    try:
        index = json.loads((entry / _INDEX).read_text(encoding="utf-8"))
        pools = {
            about["country"]: _open_pool(entry, number, about)
            for number, about in enumerate(index["pools"])
        }
        return ReadSource(pools, Faults.from_json(index["faults"]))
    except (OSError, ValueError, KeyError):
        return None


def _open_pool(entry: Path, number: int, about: dict[str, Any]) -> Pool:
    """One store over mapped files; raises `ValueError` where they do not belong together."""
    ends = np.asarray(np.load(entry / f"{number}.npy", mmap_mode="r"))
    data = _mapped(entry / f"{number}.bytes")
    if len(data) != ends[-1]:
        raise ValueError(f"{entry}: {len(data)} bytes, expected {ends[-1]}")
    return _KINDS[about["kind"]](about["country"], about["source"], Packed(data, ends))


def _mapped(path: Path) -> bytes | mmap.mmap:
    """The bytes of a file, mapped where it has any."""
    with path.open("rb") as file:
        if path.stat().st_size == 0:
            return b""
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
