"""Two processes started by torchrun train what one process trains, and only rank 0 writes."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import torch
from torch import nn

from postwright.errors import TrainingError
from postwright.training import checkpoint
from postwright.training.loop import examples_of_step, train
from postwright.training.progress import read_log
from postwright.training.ranks import ALONE, Ranks
from postwright.training.setup import set_up

World: TypeAlias = Any  # of conftest.py, which no test can import

#: Everything that is summed: accumulation, both kinds of weights, the country head, noise.
SETTINGS = (
    "model.dropout=0.0",
    "train.autocast=off",
    "train.accumulation=2",
    "train.batch_size=25",
    "train.ema_decay=0.9",
    "loss.country_loss_weight=0.2",
    "loss.label_smoothing=0.05",
    "loss.source_weights.venues=0.5",
    "noise.word_dropout=0.1",
    "noise.case_dropout=0.3",
)


def torchrun(
    world: World, out: Path, *settings: str, fresh: bool = False
) -> subprocess.CompletedProcess[str]:
    """`postwright train run` in two processes on this machine."""
    launcher = ("--nproc-per-node", "2", "--rdzv-backend", "c10d")
    meeting = ("--rdzv-endpoint", "127.0.0.1:0", "--local-addr", "127.0.0.1")
    command = [sys.executable, "-m", "torch.distributed.run", *launcher, *meeting]
    command += ["-m", "postwright", "train", "run", str(world.recipe_file), "--out", str(out)]
    command += [part for setting in settings for part in ("--set", setting)]
    command += ["--fresh"] if fresh else []
    environment = {**os.environ, "GLOO_SOCKET_IFNAME": "lo"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180)


@pytest.fixture(scope="module")
def pair(world: World, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    """The same recipe in one process and in two, and what the two said on stderr."""
    directory = tmp_path_factory.mktemp("ranks")
    one, two = directory / "one", directory / "two"
    train(world.recipe(*SETTINGS), one, stream=io.StringIO())
    done = torchrun(world, two, *SETTINGS)
    assert done.returncode == 0, done.stderr
    return one, two, done.stderr


def steps(directory: Path) -> list[dict[str, float]]:
    """What every step showed."""
    return [item for item in read_log(directory / "log.jsonl") if item["kind"] == "step"]


@pytest.mark.parametrize("name", ["loss", "ce", "crf", "country", "gradient_norm", "rate"])
def test_two_processes_show_the_curve_of_one(pair: tuple[Path, Path, str], name: str) -> None:
    """Sums over sums: a mean of the ranks' means would be another number at every step."""
    curves = [[item[name] for item in steps(directory)] for directory in pair[:2]]
    assert len(curves[0]) == 12
    assert curves[1] == pytest.approx(curves[0], rel=1e-4)


def test_two_processes_reach_the_weights_of_one(pair: tuple[Path, Path, str]) -> None:
    """After twelve steps of AdamW, and so do the averages and the scores."""
    one, two = (checkpoint.load(directory / "latest") for directory in pair[:2])
    for part in ("model", "ema"):
        for name, weight in one.tensors[part].items():
            torch.testing.assert_close(two.tensors[part][name], weight, rtol=1e-3, atol=2e-4)
    assert two.state.rows_seen == one.state.rows_seen == 12 * 50
    assert two.state.best_score == pytest.approx(one.state.best_score, abs=0.02)


def test_only_rank_0_writes(pair: tuple[Path, Path, str]) -> None:
    """One log, one set of checkpoints, one opening line."""
    one, two, said = pair
    assert [item["step"] for item in steps(two)] == list(range(1, 13))
    assert sorted(os.listdir(two)) == sorted(os.listdir(one))
    assert said.count("12 steps =") == 1
    assert "2 processes" in said


def test_what_one_process_began_two_go_on_with(
    world: World, pair: tuple[Path, Path, str], tmp_path: Path
) -> None:
    """From the checkpoint of step 8, on the same curve."""
    directory = tmp_path / "run"
    shutil.copytree(pair[0], directory, symlinks=True)
    shutil.rmtree(directory / "step-00000012")
    done = torchrun(world, directory, *SETTINGS)
    assert "goes on after step 8" in done.stderr
    curves = [[item["loss"] for item in steps(run)] for run in (pair[0], directory)]
    assert curves[1] == pytest.approx(curves[0], rel=1e-4)


def test_a_fresh_run_moves_the_old_one_aside_once(
    world: World, pair: tuple[Path, Path, str], tmp_path: Path
) -> None:
    """Rank 0 alone renames it and prints the result; the others find nothing to go on with."""
    directory = tmp_path / "run"
    shutil.copytree(pair[0], directory, symlinks=True)
    done = torchrun(world, directory, *SETTINGS, "train.steps=5", fresh=True)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["run", "run.old-1"]
    assert checkpoint.load(directory / "latest").state.step == 5
    assert done.stdout == f"{directory / 'best'}\n"


def test_the_ranks_share_the_rows_of_a_batch(world: World, tmp_path: Path) -> None:
    """Every row is read once, with the noise that it has in one process."""
    recipe = world.recipe(*SETTINGS)
    (whole, _), *shares = (
        examples_of_step(set_up(recipe, tmp_path, ranks), 3)
        for ranks in (ALONE, Ranks(0, 2), Ranks(1, 2))
    )
    for rank, (share, _) in enumerate(shares):
        words, pieces = share.labels.shape[1], share.pieces.shape[2]
        assert torch.equal(share.pieces, whole.pieces[rank::2, :words, :pieces])
        assert torch.equal(share.shapes, whole.shapes[rank::2, :words])
        assert torch.equal(share.labels, whole.labels[rank::2, :words])
        assert share.words == whole.words
    assert sum(len(share.labels) for share, _ in shares) == len(whole.labels)


def test_more_processes_than_rows_of_a_batch_are_refused(world: World, tmp_path: Path) -> None:
    """A rank without rows has nothing to do."""
    with pytest.raises(TrainingError, match=r"train\.batch_size = 1: must be at least 2"):
        set_up(world.recipe("train.batch_size=1"), tmp_path, Ranks(0, 2))


def test_alone_nothing_is_added() -> None:
    """Without torchrun no process group is needed, and sums and gradients stay."""
    weight = nn.Parameter(torch.ones(2))
    weight.grad = torch.ones(2)
    ALONE.add_gradients([weight])
    ALONE.wait()
    assert ALONE.add_up([weight.sum()])[0].item() == 2
    assert torch.equal(weight.grad, torch.ones(2))
    assert ALONE.writes
    assert not Ranks(1, 2).writes
