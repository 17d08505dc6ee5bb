"""The mean of checkpoints is a checkpoint: one that can be exported, and says what it is."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import torch
from click.testing import CliRunner

from postwright.cli.train import train as command
from postwright.errors import TrainingError
from postwright.training import checkpoint
from postwright.training.averaging import average_checkpoints
from postwright.training.loop import train


@pytest.fixture(scope="module")
def saved(world: Any, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two checkpoints of one run that keeps a moving average."""
    directory = tmp_path_factory.mktemp("averaged") / "run"
    recipe = world.recipe("train.ema_decay=0.9", "train.steps=20", "train.checkpoint_every=10")
    train(recipe, directory, stream=io.StringIO())
    return checkpoint.checkpoints(directory)


def test_the_weights_are_the_mean_of_the_averages(saved, tmp_path) -> None:
    """By the command; state and recipe of the last, the steps among the facts."""
    arguments = ["average", *map(str, saved), "--out", str(tmp_path / "mean")]
    found = CliRunner().invoke(command, arguments)
    assert (found.exit_code, found.output) == (0, f"{tmp_path / 'mean' / 'step-00000020'}\n")
    first, last, mean = map(checkpoint.load, (*saved, tmp_path / "mean" / "latest"))
    assert (last.state.step, mean.state) == (20, last.state)
    assert mean.facts["averaged_steps"] == [first.state.step, 20]
    assert mean.facts["recipe"] == last.facts["recipe"]
    moved = 0
    for name, value in mean.tensors["model"].items():
        ways = (first.tensors["ema"][name], last.tensors["ema"][name])
        assert torch.allclose(value, (ways[0] + ways[1]) / 2, atol=1e-7)
        moved += int(not torch.equal(*ways))
    assert moved


def test_one_checkpoint_has_no_mean(saved, tmp_path) -> None:
    """Nor is a checkpoint written over."""
    with pytest.raises(TrainingError, match="1 checkpoint: give two or more"):
        average_checkpoints(saved[:1], tmp_path / "mean")
    with pytest.raises(TrainingError, match="is there already: name another --out"):
        average_checkpoints(saved, saved[0].parent)


def test_checkpoints_of_other_models_have_no_mean(world, saved, tmp_path) -> None:
    """What they differ in is named."""
    train(world.recipe("model.ffn=48"), tmp_path / "wider", stream=io.StringIO())
    with pytest.raises(TrainingError, match="differ in encoder: no mean of them"):
        average_checkpoints([saved[0], tmp_path / "wider" / "latest"], tmp_path / "mean")
