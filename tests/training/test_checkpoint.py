"""Checkpoints are whole or not there."""

from __future__ import annotations

import json
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import torch

from postwright.errors import TrainingError
from postwright.training import checkpoint
from postwright.training.checkpoint import RunState

TENSORS = {"model": {"crf.start": torch.arange(3.0)}, "optimizer": {"a/step": torch.tensor(2.0)}}


def save(run: Path, step: int) -> Path:
    """A small checkpoint."""
    return checkpoint.save(run, RunState(step=step, best_score=0.5), TENSORS, {"labels": ["O"]})


@contextmanager
def no_file_above(size: int) -> Iterator[None]:
    """A real limit of the system on file sizes: what a full disk looks like to a writer."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_what_was_saved_is_loaded(tmp_path) -> None:
    """Tensors, facts and state come back as they were."""
    loaded = checkpoint.load(save(tmp_path, 7))
    assert loaded.state == RunState(step=7, best_score=0.5)
    assert loaded.facts == {"format_version": 1, "labels": ["O"]}
    assert loaded.tensors.keys() == TENSORS.keys()
    assert torch.equal(loaded.tensors["model"]["crf.start"], TENSORS["model"]["crf.start"])


def test_latest_names_the_newest(tmp_path) -> None:
    """The link moves with every checkpoint, and can be read as a directory."""
    save(tmp_path, 1)
    save(tmp_path, 2)
    assert checkpoint.load(tmp_path / "latest").state.step == 2


def test_tidy_keeps_the_last_two_and_the_best(tmp_path) -> None:
    """Older ones go, and so does what a killed process left behind."""
    checkpoint.point(tmp_path, "best", save(tmp_path, 1))
    for step in (2, 3, 4):
        save(tmp_path, step)
    (tmp_path / ".writing-step-00000005").mkdir()
    (tmp_path / ".writing-step-00000005" / "model.safetensors").write_bytes(b"half")
    (tmp_path / ".writing-latest").symlink_to("step-00000004")
    checkpoint.tidy(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "best",
        "latest",
        "step-00000001",
        "step-00000003",
        "step-00000004",
    ]


@pytest.mark.parametrize("name", ["model.safetensors", "recipe.json", "state.json"])
def test_a_missing_file_is_an_error_that_names_the_mend(tmp_path, name) -> None:
    """No file can be missed unseen."""
    path = save(tmp_path, 1)
    (path / name).unlink()
    with pytest.raises(TrainingError, match=r"is damaged .* delete that directory"):
        checkpoint.load(path)


def test_a_directory_of_other_things_is_called_no_checkpoint(tmp_path) -> None:
    """And nobody is told to delete it."""
    with pytest.raises(TrainingError, match="is no checkpoint: it holds neither"):
        checkpoint.load(tmp_path)


@pytest.mark.parametrize("name", ["model.safetensors", "optimizer.safetensors", "recipe.json"])
def test_a_changed_byte_is_noticed(tmp_path, name) -> None:
    """Every file is held against its digest."""
    path = save(tmp_path, 1)
    content = bytearray((path / name).read_bytes())
    content[-3] ^= 1
    (path / name).write_bytes(bytes(content))
    with pytest.raises(TrainingError, match=f"{name} is not what was written"):
        checkpoint.load(path)


def test_another_format_version_is_refused(tmp_path) -> None:
    """A checkpoint of a later version is not read as if it were this one."""
    path = save(tmp_path, 1)
    state = json.loads((path / "state.json").read_text())
    (path / "state.json").write_text(json.dumps(state | {"format_version": 2}))
    with pytest.raises(TrainingError, match="format version 2, not 1"):
        checkpoint.load(path)


def test_a_full_disk_loses_nothing(tmp_path) -> None:
    """The error names the last good checkpoint, which stays; room made, saving works."""
    save(tmp_path, 1)
    large = {"model": {"weight": torch.zeros(10_000)}}
    with no_file_above(4_000), pytest.raises(TrainingError, match=r"step 2 .*good one is .*01\."):
        checkpoint.save(tmp_path, RunState(step=2), large, {})
    assert [path.name for path in checkpoint.checkpoints(tmp_path)] == ["step-00000001"]
    assert not list(tmp_path.glob(".writing-*"))
    assert checkpoint.load(tmp_path / "latest").state.step == 1
    checkpoint.save(tmp_path, RunState(step=2), large, {})
    assert checkpoint.load(tmp_path / "latest").state.step == 2
