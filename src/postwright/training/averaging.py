"""One model of several checkpoints: their mean (Wortsman et al. 2022, "Model soups").

Checkpoints of one run, or of runs that begin where another ended, lie close enough for their mean
to be a model, and often one that errs less than each of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch

from postwright.errors import TrainingError
from postwright.training import checkpoint
from postwright.training.checkpoint import Checkpoint, Weights

__all__ = ["average_checkpoints"]

#: What the checkpoints must agree on.
_SAME = ("encoder", "labels", "tokenizer_digest", "text_contract", "countries")


def average_checkpoints(paths: Sequence[Path], out: Path) -> Path:
    """Write the mean of the weights of some checkpoints as a checkpoint that can be exported.

    Of each the moving average is taken where it kept one. State and recipe are those of the last;
    which steps were averaged stands among its facts.

    Args:
        paths: two checkpoint directories or more.
        out: the run directory that the checkpoint is written into.

    Raises:
        TrainingError: a checkpoint is damaged, or they are not of the same model.
    """
    if len(paths) < 2:
        raise TrainingError(f"{len(paths)} checkpoint: give two or more to average")
    saved = [checkpoint.load(path) for path in paths]
    last = saved[-1]
    for other in saved[:-1]:
        _refuse_other_model(other, last)
    kept = [_weights(each) for each in saved]
    mean = {
        name: torch.stack([weights[name].double() for weights in kept]).mean(0).float()
        for name in kept[-1]
    }
    if (out / last.path.resolve().name).exists():
        raise TrainingError(
            f"{out / last.path.resolve().name} is there already: name another --out"
        )
    facts = {**last.facts, "averaged_steps": [each.state.step for each in saved]}
    return checkpoint.save(out, last.state, {"model": mean}, facts)


def _weights(saved: Checkpoint) -> Weights:
    return saved.tensors.get("ema", saved.tensors["model"])


def _refuse_other_model(other: Checkpoint, last: Checkpoint) -> None:
    for key in _SAME:
        if other.facts.get(key) != last.facts.get(key):
            raise TrainingError(f"{other.path} and {last.path} differ in {key}: no mean of them")
