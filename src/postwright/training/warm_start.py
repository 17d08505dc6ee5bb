"""Begin a run with the weights of another model, as far as they fit; write such weights."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

import safetensors.torch
import torch
from safetensors import SafetensorError

from postwright.errors import TrainingError
from postwright.training import checkpoint
from postwright.training.lineage import METADATA_KEY, RunFacts, earlier_runs, runs_of
from postwright.training.setup import Run

__all__ = ["WarmStart", "warm_start", "write_half"]


@dataclass(frozen=True)
class WarmStart:
    """Which weights were taken over.

    Attributes:
        digest: SHA-256 of the file.
        taken: names of the weights that have the file's values now.
        fresh: names of the weights that kept their random ones: not in the file.
        other_shape: names that the file holds in another shape; they are fresh too.
        unused: names of the file that the model has no weight for.
        runs: what the weights had gone through, as far as the file says.
    """

    digest: str
    taken: tuple[str, ...]
    fresh: tuple[str, ...]
    other_shape: tuple[str, ...]
    unused: tuple[str, ...]
    runs: tuple[RunFacts, ...] = ()

    def __str__(self) -> str:
        whole = len(self.taken) + len(self.fresh) + len(self.other_shape)
        parts = {
            "not in the file": self.fresh,
            "of another shape": self.other_shape,
            "not of this model": self.unused,
        }
        odd = [f"{words}: {', '.join(names)}" for words, names in parts.items() if names]
        return "; ".join([f"{len(self.taken)} of {whole} weights taken over", *odd])


def warm_start(run: Run, path: Path) -> WarmStart:
    """Give a fresh run the weights of a file, by name and shape; their average begins there too.

    Args:
        run: before its first step.
        path: a safetensors file of any float type, named as those of a checkpoint or a bundle.

    Raises:
        TrainingError: the file cannot be read, nothing in it fits, or a number is not finite.
    """
    try:
        content = path.read_bytes()
        given = safetensors.torch.load(content)
    except (OSError, SafetensorError) as error:
        raise TrainingError(f"cannot read the weights of {path}: {error}") from error
    own = run.model.state_dict()
    taken = [name for name in own if name in given and given[name].shape == own[name].shape]
    if not taken:
        raise TrainingError(f"{path}: no weight has a name and a shape of this model")
    for name in taken:
        if not bool(torch.isfinite(given[name]).all()):
            raise TrainingError(f"{path}: {name} holds a number that is not finite")
        for model in (run.model, run.average):
            if model is not None:
                model.state_dict()[name].copy_(given[name])
    return WarmStart(
        digest=hashlib.sha256(content).hexdigest(),
        taken=tuple(taken),
        fresh=tuple(name for name in own if name not in given),
        other_shape=tuple(name for name in own if name in given and name not in taken),
        unused=tuple(name for name in given if name not in own),
        runs=tuple(earlier_runs(path)),
    )


def write_half(saved: Path, out: Path) -> Path:
    """Write the weights of a checkpoint in fp16, for `warm_start`: 10 MB for `small`.

    The file's header says what runs they have gone through.

    Args:
        saved: the checkpoint; its moving average is taken where it kept one.
        out: the file to write.

    Raises:
        TrainingError: the checkpoint is damaged, a weight is too large for fp16, or the file
            cannot be written.
    """
    found = checkpoint.load(saved)
    kept = found.tensors.get("ema", found.tensors["model"])
    half = {name: value.half() for name, value in kept.items()}
    header = {METADATA_KEY: json.dumps(runs_of(found.facts, asdict(found.state)))}
    for name, value in half.items():
        if not bool(torch.isfinite(value).all()):
            raise TrainingError(f"{saved}: {name} holds a number that fp16 has no room for")
    writing = out.with_name(f".writing-{out.name}")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        writing.write_bytes(safetensors.torch.save(half, header))
        writing.replace(out)
    except OSError as error:
        raise TrainingError(f"cannot write {out}: {error.strerror or error}") from error
    return out
