"""Where checkpoints and a run meet: save a run as it stands, and take one up again."""

from __future__ import annotations

from pathlib import Path

from postwright.errors import TrainingError
from postwright.training import checkpoint
from postwright.training.checkpoint import Weights
from postwright.training.recipe import refuse_other_settings
from postwright.training.setup import Run

__all__ = ["resume", "save"]


def resume(run: Run, *, allow_changes: bool) -> None:
    """Take up the newest checkpoint of the run directory, if it holds one."""
    if run.ranks.writes:
        checkpoint.tidy(run.directory)
    run.ranks.wait()
    found = checkpoint.checkpoints(run.directory)
    steps = int(found[-1].name.removeprefix("step-")) if found else 0
    run.ranks.refuse_different("the steps done", steps, run.device)
    if not found:
        return
    saved = checkpoint.load(found[-1])
    if not allow_changes:
        refuse_other_settings(run.recipe, saved.facts["recipe"])
    _refuse_other_data(run, saved)
    run.model.load_state_dict(saved.tensors["model"])
    if run.average is not None:
        run.average.load_state_dict(saved.tensors["ema"])
    restore_optimizer(run, saved.tensors["optimizer"])
    run.watch.restore(saved.state.watch)
    if "init" in saved.facts:
        run.facts["init"] = saved.facts["init"]
    run.state = saved.state


def _refuse_other_data(run: Run, saved: checkpoint.Checkpoint) -> None:
    """The rows and pieces of a run must be those it was begun with."""
    then = {"countries": [], **saved.facts}
    run.train_rows.refuse_other(saved.facts)
    for key in ("tokenizer_digest", "text_contract", "countries"):
        if then[key] != run.facts[key]:
            raise TrainingError(
                f"{saved.path} was trained with {key} = {then[key]!r}, the recipe's data "
                f"have {run.facts[key]!r}: give it the old data, or start another run with --fresh"
            )


def optimizer_tensors(run: Run) -> Weights:
    """The state of AdamW as flat tensors, ``<weight>/<name>``."""
    return {
        f"{name}/{key}": value
        for name, weight in run.model.named_parameters()
        for key, value in run.optimizer.state.get(weight, {}).items()
    }


def restore_optimizer(run: Run, tensors: Weights) -> None:
    """Put back what `optimizer_tensors` took out."""
    weights = dict(run.model.named_parameters())
    for name, tensor in tensors.items():
        weight, _, key = name.rpartition("/")
        run.optimizer.state[weights[weight]][key] = tensor.to(run.device)


def save(run: Run) -> Path:
    """Write a checkpoint of the run as it stands, and drop the ones no longer needed."""
    tensors = {"model": run.model.state_dict(), "optimizer": optimizer_tensors(run)}
    if run.average is not None:
        tensors["ema"] = run.average.state_dict()
    facts = {**run.facts, **run.train_rows.facts()}
    piece_bytes = run.recipe.train.checkpoint_piece_mb * 1_000_000
    path = checkpoint.save(run.directory, run.state, tensors, facts, piece_bytes=piece_bytes)
    checkpoint.tidy(run.directory)
    return path
