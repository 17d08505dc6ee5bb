"""The files of a bundle: their names, their digests, and how one is written whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from postwright.errors import BundleError

__all__ = [
    "MANIFEST_FILE",
    "MODEL_CARD_FILE",
    "RUNTIME_FILES",
    "TAGGER_FILE",
    "TOKENIZER_FILE",
    "WEIGHTS_FILE",
    "digest_files",
    "digest_of",
    "file_problems",
    "write_atomically",
]

MANIFEST_FILE = "bundle.json"
TAGGER_FILE = "tagger.onnx"
TOKENIZER_FILE = "tokenizer.model"
WEIGHTS_FILE = "model.safetensors"
MODEL_CARD_FILE = "MODEL_CARD.md"

#: What a parser reads; the rest of a bundle is for people and for further training.
RUNTIME_FILES = (TAGGER_FILE, TOKENIZER_FILE)

#: May be missing although the manifest names it: the weights are kept out of the wheel.
_OPTIONAL_FILES = frozenset({WEIGHTS_FILE})


def digest_of(path: Path) -> str:
    """SHA-256 of a file as hex (about 0.6 ms a megabyte).

    Raises:
        BundleError: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise BundleError(f"cannot read {path}: {error.strerror or error}") from error


def digest_files(directory: Path) -> dict[str, str]:
    """Digests of a bundle's files by name, without the manifest itself and hidden files."""
    names = sorted(entry.name for entry in directory.iterdir() if entry.is_file())
    return {
        name: digest_of(directory / name)
        for name in names
        if name != MANIFEST_FILE and not name.startswith(".")
    }


def file_problems(
    directory: Path, digests: Mapping[str, str], names: Iterable[str]
) -> Iterator[str]:
    """What is wrong with the files ``names``, held against the manifest's ``digests``."""
    for name in names:
        path = directory / name
        if name not in digests:
            yield f"{MANIFEST_FILE} names no digest of {name}; export the model again"
        elif not path.is_file():
            if name not in _OPTIONAL_FILES:
                yield f"{path} is missing; copy the whole bundle directory, or export it again"
        elif (found := digest_of(path)) != digests[name]:
            yield (
                f"{path} has the digest sha256:{found[:12]}…, but {MANIFEST_FILE} says "
                f"sha256:{digests[name][:12]}…: the file is damaged or belongs to another "
                "model; copy the bundle again"
            )


def write_atomically(path: Path, content: bytes) -> None:
    """Write ``content`` under a temporary name and rename it: ``path`` is old or new, never half.

    Raises:
        BundleError: the file cannot be written; nothing is left behind.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise BundleError(f"cannot write {path}: {error.strerror or error}") from error
