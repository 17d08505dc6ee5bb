"""Read, write and verify a bundle directory."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from postwright.bundle.files import (
    MANIFEST_FILE,
    MODEL_CARD_FILE,
    RUNTIME_FILES,
    TAGGER_FILE,
    TOKENIZER_FILE,
    WEIGHTS_FILE,
    digest_files,
    digest_of,
    file_problems,
    write_atomically,
)
from postwright.bundle.manifest import (
    BundleManifest,
    manifest_from_json,
    manifest_problems,
    manifest_to_json,
)
from postwright.errors import BundleError, TokenizerError
from postwright.labels import LabelSet
from postwright.text import Tokenizer

__all__ = [
    "Bundle",
    "read_bundle",
    "verify_bundle",
    "write_calibration",
    "write_manifest",
    "write_model_card",
]


@dataclass(frozen=True)
class Bundle:
    """A model directory whose manifest was read and found to fit this package.

    Attributes:
        path: the directory.
        manifest: the content of its ``bundle.json``.
    """

    path: Path
    manifest: BundleManifest

    @property
    def label_set(self) -> LabelSet:
        """The labels that the tagger speaks."""
        return self.manifest.tags

    @property
    def tagger_path(self) -> Path:
        """The ONNX graph."""
        return self.path / TAGGER_FILE

    def load_tokenizer(self) -> Tokenizer:
        """The tokenizer that the model was trained with, its digest and size checked.

        Raises:
            BundleError: another tokenizer, or one of another size, lies in the directory.
        """
        manifest = self.manifest
        try:
            tokenizer = Tokenizer.load(self.path / TOKENIZER_FILE)
            tokenizer.check(
                expected_size=manifest.encoder["vocabulary_size"],
                expected_digest=manifest.digests[TOKENIZER_FILE],
            )
        except TokenizerError as error:
            raise BundleError(
                f"{error}; copy the bundle again, or export the model with its own tokenizer"
            ) from error
        return tokenizer


def read_bundle(path: str | os.PathLike[str], *, verify: bool = True) -> Bundle:
    """Open a model directory (about 10 ms for a 7 MB model, most of it digests).

    Args:
        path: the directory.
        verify: compare the digests of the files that a parser reads, and of the weights where
            they lie beside them. Without it only the manifest is checked.

    Raises:
        BundleError: a file is missing or changed, or the manifest does not fit this package.
            The message names the file, what was found and the mend.
    """
    bundle = _open(Path(path))
    for problem in _problems(bundle, _runtime_names(bundle.manifest) if verify else ()):
        raise BundleError(problem)
    return bundle


def verify_bundle(path: str | os.PathLike[str]) -> list[str]:
    """Everything that is wrong with a model directory, one sentence each; empty if all is well.

    Every file that the manifest names is read, and the tokenizer is loaded.
    """
    try:
        bundle = _open(Path(path))
    except BundleError as error:
        return [str(error)]
    names = sorted({*RUNTIME_FILES, *bundle.manifest.digests})
    problems = list(_problems(bundle, names))
    if not problems:
        try:
            bundle.load_tokenizer()
        except BundleError as error:
            problems.append(str(error))
    return problems


def write_manifest(path: str | os.PathLike[str], manifest: BundleManifest) -> BundleManifest:
    """Digest the files that lie in the directory ``path`` and write its ``bundle.json``, last.

    Returns:
        The manifest as written, with the digests of the files.

    Raises:
        BundleError: the manifest does not fit this package, a file that a parser needs is not
            there yet, or the directory cannot be written.
    """
    directory = Path(path)
    if not directory.is_dir():
        raise BundleError(f"{directory} is not a directory; make it and put the model's files in")
    complete = replace(manifest, digests=digest_files(directory))
    for problem in manifest_problems(complete):
        raise BundleError(f"{directory / MANIFEST_FILE}: {problem}")
    for name in RUNTIME_FILES:
        if name not in complete.digests:
            raise BundleError(f"{directory / name} is missing; write it before the manifest")
    write_atomically(directory / MANIFEST_FILE, manifest_to_json(complete).encode())
    return complete


def write_calibration(path: str | os.PathLike[str], calibration: dict[str, Any] | None) -> None:
    """Put a calibration into the ``bundle.json`` of a whole bundle; nothing else changes.

    Raises:
        BundleError: the bundle is damaged or does not fit this package, or cannot be written.
    """
    bundle = read_bundle(path)
    manifest = replace(bundle.manifest, calibration=calibration)
    write_atomically(bundle.path / MANIFEST_FILE, manifest_to_json(manifest).encode())


def write_model_card(
    path: str | os.PathLike[str], card: str, *, training: dict[str, Any] | None = None
) -> None:
    """Put a model card into a whole bundle, and its digest into ``bundle.json``.

    Args:
        path: the bundle.
        card: Markdown.
        training: facts to lay over those of the manifest.

    Raises:
        BundleError: the bundle is damaged or does not fit this package, or cannot be written.
    """
    bundle = read_bundle(path)
    write_atomically(bundle.path / MODEL_CARD_FILE, card.encode())
    manifest = replace(
        bundle.manifest,
        digests={
            **bundle.manifest.digests,
            MODEL_CARD_FILE: digest_of(bundle.path / MODEL_CARD_FILE),
        },
        training={**bundle.manifest.training, **(training or {})},
    )
    write_atomically(bundle.path / MANIFEST_FILE, manifest_to_json(manifest).encode())


def _open(path: Path) -> Bundle:
    """The bundle with its manifest read, but held against nothing yet."""
    file = path / MANIFEST_FILE
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise BundleError(
            f"{file} is missing; give the directory of a model bundle, such as the one that "
            "`postwright model export` writes"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BundleError(f"cannot read {file}: {error}") from error
    try:
        return Bundle(path, manifest_from_json(text))
    except BundleError as error:
        raise BundleError(f"{file}: {error}") from error


def _problems(bundle: Bundle, names: tuple[str, ...] | list[str]) -> Iterator[str]:
    """Problems of the manifest first, then of the files ``names``."""
    for problem in manifest_problems(bundle.manifest):
        yield f"{bundle.path / MANIFEST_FILE}: {problem}"
    yield from file_problems(bundle.path, bundle.manifest.digests, names)


def _runtime_names(manifest: BundleManifest) -> tuple[str, ...]:
    weights = (WEIGHTS_FILE,) if WEIGHTS_FILE in manifest.digests else ()
    return (*RUNTIME_FILES, *weights)
