"""Checkpoints: directories that are whole or not there, whatever kills the process.

A run directory holds ``step-00000500/`` and so on, and two links, ``latest`` and ``best``. A
checkpoint directory holds

- ``model.safetensors``: weights (fp32 by default), keys ``tagger.*`` and ``crf.*``;
- ``ema.safetensors``: their moving average, if the recipe keeps one;
- ``optimizer.safetensors``: the moments and step counts of AdamW, ``<weight>/<name>``;
- ``recipe.json``: recipe, encoder, labels, tokenizer digest: what the weights are;
- ``state.json``: where the run stood, and the SHA-256 of every other file.

Files may lie there in pieces (``model.safetensors.000``, …), which are read as one.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import safetensors.torch
import torch
from safetensors import SafetensorError

from postwright.errors import TrainingError

__all__ = ["Checkpoint", "RunState", "Weights", "checkpoints", "load", "point", "save", "tidy"]

FORMAT_VERSION = 1
STATE = "state.json"
RECIPE = "recipe.json"

Weights = dict[str, torch.Tensor]


@dataclass(frozen=True, kw_only=True)
class RunState:
    """Where a run stands after ``step`` optimiser steps.

    ``best_score`` is a macro F1 on ``best_on``: golden rows, or development rows (empty in
    checkpoints of old).

    The order of the rows and the draws of dropout are functions of seed and step alone, so the
    step says all about them, and no generator's state has to be kept.
    """

    step: int = 0
    rows_seen: int = 0
    seconds: float = 0.0
    best_score: float | None = None
    best_step: int | None = None
    best_on: str = ""
    watch: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Checkpoint:
    """A checkpoint read back and verified: tensors by file, facts of ``recipe.json``, state."""

    path: Path
    tensors: dict[str, Weights]
    facts: dict[str, Any]
    state: RunState


def save(
    run: Path,
    state: RunState,
    tensors: Mapping[str, Weights],
    facts: Mapping[str, Any],
    *,
    piece_bytes: int = 0,
) -> Path:
    """Write the checkpoint of ``state.step`` and move ``latest`` to it.

    Everything is written under a temporary name, flushed to the disk and renamed; a process
    killed at any moment leaves the earlier checkpoints as they were. About 0.3 s for `small`.

    Args:
        run: the run directory.
        state: where the run stands.
        tensors: file stem → tensors by name (``model``, ``optimizer``, ``ema``).
        facts: what goes to ``recipe.json``.
        piece_bytes: cut files into pieces of so many bytes, ``model.safetensors.000`` and so on,
            where they are to be carried elsewhere; 0 writes them whole.

    Raises:
        TrainingError: the disk is full or the directory cannot be written.
    """
    target = run / f"step-{state.step:08d}"
    if target.exists():
        return target
    writing = run / f".writing-{target.name}"
    try:
        writing.mkdir(parents=True)
        _write_files(writing, state, tensors, facts, piece_bytes)
        writing.rename(target)
        _flush_directory(run)
        point(run, "latest", target)
    except OSError as error:
        shutil.rmtree(writing, ignore_errors=True)
        raise TrainingError(_cannot_write(run, state.step, error)) from error
    return target


def _write_files(
    directory: Path,
    state: RunState,
    tensors: Mapping[str, Weights],
    facts: Mapping[str, Any],
    piece_bytes: int,
) -> None:
    """All files of one checkpoint, ``state.json`` with their digests last."""
    contents = {
        f"{stem}.safetensors": safetensors.torch.save(
            {name: tensor.detach().cpu().contiguous() for name, tensor in weights.items()}
        )
        for stem, weights in tensors.items()
    }
    contents = in_pieces(contents, piece_bytes)
    contents[RECIPE] = _json({"format_version": FORMAT_VERSION, **facts})
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    contents[STATE] = _json({"format_version": FORMAT_VERSION, **asdict(state), "files": digests})
    for name, content in contents.items():
        with (directory / name).open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    _flush_directory(directory)


def in_pieces(contents: Mapping[str, bytes], piece_bytes: int) -> dict[str, bytes]:
    """Files longer than a piece as pieces, each named by its number; 0 leaves all as they are.

    >>> in_pieces({"a": b"12345", "b": b"12"}, 2)
    {'a.000': b'12', 'a.001': b'34', 'a.002': b'5', 'b': b'12'}
    """
    cut: dict[str, bytes] = {}
    for name, content in contents.items():
        if not piece_bytes or len(content) <= piece_bytes:
            cut[name] = content
            continue
        for number, first in enumerate(range(0, len(content), piece_bytes)):
            cut[f"{name}.{number:03d}"] = content[first : first + piece_bytes]
    return cut


def joined_pieces(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that `in_pieces` has cut.

    >>> joined_pieces({"a.001": b"34", "b": b"12", "a.000": b"12"})
    {'a': b'1234', 'b': b'12'}
    """
    parts: dict[str, list[bytes]] = {}
    for name in sorted(contents):
        stem, _, number = name.rpartition(".")
        parts.setdefault(stem if number.isdigit() else name, []).append(contents[name])
    return {name: b"".join(pieces) for name, pieces in parts.items()}


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()


def _flush_directory(directory: Path) -> None:
    """Make renames inside ``directory`` survive a power cut."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _cannot_write(run: Path, step: int, error: OSError) -> str:
    kept = checkpoints(run)
    good = f"the last good one is {kept[-1]}" if kept else "there is no earlier one"
    return (
        f"cannot write the checkpoint of step {step} into {run}: {error.strerror or error}; "
        f"{good}. Make room and start the same command again: it goes on from there"
    )


def point(run: Path, name: str, target: Path) -> None:
    """Make ``run/name`` a link to the checkpoint ``target``, in one rename."""
    link = run / f".writing-{name}"
    link.unlink(missing_ok=True)
    link.symlink_to(target.name)
    link.rename(run / name)


def checkpoints(run: Path) -> list[Path]:
    """The checkpoint directories of a run, oldest first."""
    return sorted(path for path in run.glob("step-*") if path.is_dir())


def tidy(run: Path, *, keep: int = 2) -> None:
    """Delete what a killed process left half written, and all but ``keep`` checkpoints.

    The checkpoint that ``best`` names stays too.
    """
    best = (run / "best").resolve()
    for path in checkpoints(run)[:-keep]:
        if path.resolve() != best:
            path.rename(run / f".writing-{path.name}-old")
    for path in run.glob(".writing-*"):
        if path.is_symlink():
            path.unlink()
        else:
            shutil.rmtree(path, ignore_errors=True)


def load(path: Path) -> Checkpoint:
    """Read a checkpoint directory, every file checked against its digest.

    Raises:
        TrainingError: a file is missing, damaged, or of another format version.
    """
    if not any((path / name).exists() for name in (STATE, RECIPE)):
        raise TrainingError(f"{path} is no checkpoint: it holds neither {STATE} nor {RECIPE}")
    try:
        stated = json.loads((path / STATE).read_bytes())
        digests = stated.pop("files")
        version = stated.pop("format_version")
        if version != FORMAT_VERSION:
            raise ValueError(f"format version {version}, not {FORMAT_VERSION}")
        contents = joined_pieces(
            {name: _read_verified(path / name, digest) for name, digest in digests.items()}
        )
        tensors = {
            Path(name).stem: safetensors.torch.load(content)
            for name, content in contents.items()
            if name.endswith(".safetensors")
        }
        facts = json.loads(contents[RECIPE])
        return Checkpoint(path, tensors, facts, RunState(**stated))
    except (OSError, ValueError, KeyError, TypeError, SafetensorError) as error:
        raise TrainingError(
            f"the checkpoint {path} is damaged ({error}): delete that directory to go on from "
            "the one before it"
        ) from error


def _read_verified(path: Path, digest: str) -> bytes:
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != digest:
        raise ValueError(f"{path.name} is not what was written")
    return content
