"""A run that is killed with no warning goes on to the same curve, bit for bit."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import torch

from postwright.errors import TrainingError
from postwright.training import checkpoint
from postwright.training.loop import train
from postwright.training.model_card import times_resumed
from postwright.training.progress import read_log

STEPS = 40
COMMAND = "from postwright.cli.train import train; train()"


def start(world: Any, out: Path) -> subprocess.Popen[bytes]:
    """`postwright train run` in a process of its own."""
    settings = (f"train.steps={STEPS}", "train.batch_size=100", "train.ema_decay=0.9")
    overrides = [part for setting in settings for part in ("--set", setting)]
    command = [sys.executable, "-c", COMMAND, "run", str(world.recipe_file), "--out", str(out)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen([*command, *overrides], env=dict(os.environ), **quiet)


def finish(world: Any, out: Path) -> None:
    """Run to the end."""
    assert start(world, out).wait(timeout=120) == 0


def kill_after_step(world: Any, out: Path, step: int) -> None:
    """Start, and kill -9 as soon as the log shows ``step``."""
    process = start(world, out)
    while process.poll() is None and len(curve(out)) < step:
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL, "the run was over before it could be killed"


def curve(out: Path) -> list[tuple[float, ...]]:
    """What every step showed, times left out."""
    names = ("step", "loss", "ce", "crf", "gradient_norm", "rate")
    records = read_log(out / "log.jsonl")
    return [tuple(item[name] for name in names) for item in records if item["kind"] == "step"]


def validations(out: Path) -> list[dict[str, Any]]:
    """All validations of a run."""
    return [item for item in read_log(out / "log.jsonl") if item["kind"] == "validation"]


def test_a_killed_run_goes_on_to_the_same_curve(world, tmp_path) -> None:
    """Killed twice and resumed: every loss, every score and every weight is the same."""
    unbroken, broken = tmp_path / "unbroken", tmp_path / "broken"
    finish(world, unbroken)
    kill_after_step(world, broken, 10)
    kill_after_step(world, broken, 22)
    finish(world, broken)
    assert len(curve(unbroken)) == STEPS
    assert curve(broken) == curve(unbroken)
    assert validations(broken) == validations(unbroken)
    one = checkpoint.load(unbroken / "latest")
    two = checkpoint.load(broken / "latest")
    assert one.tensors.keys() == two.tensors.keys() == {"model", "optimizer", "ema"}
    for part, tensors in one.tensors.items():
        assert tensors.keys() == two.tensors[part].keys()
        assert all(torch.equal(tensors[name], two.tensors[part][name]) for name in tensors)
    assert one.state.best_step == two.state.best_step
    assert one.state.rows_seen == two.state.rows_seen == STEPS * 100
    assert times_resumed(unbroken / "log.jsonl") == 0
    assert times_resumed(broken / "log.jsonl") == 2


def test_a_finished_run_is_left_as_it_is(world, tmp_path, capsys) -> None:
    """Starting it again trains nothing."""
    train(world.recipe("train.steps=5"), tmp_path / "run", stream=sys.stderr)
    before = (tmp_path / "run" / "log.jsonl").read_text()
    outcome = train(world.recipe("train.steps=5"), tmp_path / "run", stream=sys.stderr)
    assert outcome.state.step == 5
    assert (tmp_path / "run" / "log.jsonl").read_text() == before
    assert "goes on after step 5" in capsys.readouterr().err


def test_a_damaged_checkpoint_is_named_and_the_one_before_it_serves(world, tmp_path) -> None:
    """The error says what to do, nothing is lost, and doing it works."""
    directory = tmp_path / "run"
    train(world.recipe(), directory, stream=sys.stderr)
    reached = curve(directory)
    last = checkpoint.checkpoints(directory)[-1]
    weights = last / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x01")
    with pytest.raises(TrainingError, match=f"{last.name} is damaged .*delete that directory"):
        train(world.recipe(), directory, stream=sys.stderr)
    assert curve(directory) == reached
    weights.unlink()
    last.rename(tmp_path / "damaged")
    train(world.recipe(), directory, stream=sys.stderr)
    assert curve(directory) == reached
