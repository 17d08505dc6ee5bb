"""Rows in their own order, from a folder to which shards are appended while a run reads it."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from postwright.errors import ConfigError, CorpusError, TrainingError
from postwright.training import checkpoint
from postwright.training.data import NotYet
from postwright.training.loop import train
from postwright.training.progress import read_log
from postwright.training.rolling import SequentialOrder, written_shards
from postwright.training.setup import set_up

STEPS = 40
COMMAND = "from postwright.cli.train import train; train()"


def folder(world: Any, directory: Path, *shards: int) -> Path:
    """A folder with some of the world's training shards."""
    directory.mkdir(exist_ok=True)
    for number in shards:
        append(world, directory, number)
    return directory


def append(world: Any, directory: Path, number: int) -> None:
    """Put a shard there in one rename, as a build does."""
    name = f"shard-{number:05d}"
    shutil.copytree(world.directory / "train" / name, directory / f".{name}.part")
    (directory / f".{name}.part").rename(directory / name)


def settings(shards: Path, *more: str) -> tuple[str, ...]:
    """500 rows in 40 steps of 12: 300 rows and the second shard are needed from step 24 on."""
    return (
        f"data.shards={shards}",
        "data.order=sequential",
        "data.window_batches=4",
        f"train.steps={STEPS}",
        "train.batch_size=12",
        "train.validate_every=1000",
        *more,
    )


def curve(directory: Path) -> list[float]:
    """The loss of every step."""
    return [item["loss"] for item in read_log(directory / "log.jsonl") if item["kind"] == "step"]


def order_of(rows: int, *, batches: int, seed: int = 1) -> SequentialOrder:
    """Batches of 5 rows in windows of 4, of rows of random length."""
    words = np.random.default_rng(0).integers(1, 30, size=rows)

    def counts(first: int, last: int) -> np.ndarray:
        if last > rows:
            raise NotYet(f"row {last - 1}")
        return words[first:last]

    return SequentialOrder(counts, batches=batches, batch_size=5, window_batches=4, seed=seed)


def test_a_window_holds_its_own_rows_and_no_others() -> None:
    """Batches 4n to 4n + 3 are rows 20n to 20n + 19, each once, of like length."""
    order = order_of(100, batches=20)
    for window in range(5):
        rows = np.concatenate([order.rows_of(4 * window + place) for place in range(4)])
        assert sorted(rows.tolist()) == list(range(20 * window, 20 * window + 20))


def test_the_last_window_needs_no_row_beyond_the_last_batch() -> None:
    """18 batches of 5: rows 0 to 89, although the window would go on to 99."""
    order = order_of(90, batches=18)
    rows = np.concatenate([order.rows_of(number) for number in range(18)])
    assert sorted(rows.tolist()) == list(range(90))


def test_a_window_that_is_not_written_is_asked_for_again() -> None:
    """The first window is read; the second lacks rows."""
    order = order_of(39, batches=20)
    assert len(order.rows_of(3)) == 5
    with pytest.raises(NotYet, match="row 39"):
        order.rows_of(4)


def test_rows_that_repeat_come_in_other_batches() -> None:
    """After the last batch the same windows come again, shuffled anew."""
    order = order_of(100, batches=20)
    first = [order.rows_of(number).tolist() for number in range(20)]
    again = [order.rows_of(number).tolist() for number in range(20, 40)]
    assert sorted(first) == sorted(again)
    assert first != again


def test_shards_count_up_to_the_first_gap(world, tmp_path) -> None:
    """Shard 2 may be done before shard 1; it is not read until then."""
    shards = folder(world, tmp_path / "shards", 0)
    shutil.copytree(world.directory / "train" / "shard-00001", shards / "shard-00002")
    assert written_shards(shards) == 1
    append(world, shards, 1)
    assert written_shards(shards) == 3


def test_a_run_waits_for_the_next_shard(world, tmp_path) -> None:
    """It says what it waits for, and goes on to the curve of a run that had all rows at once."""
    whole, growing = tmp_path / "whole", tmp_path / "growing"
    train(world.recipe(*settings(world.directory / "train")), whole, stream=io.StringIO())
    shards = folder(world, tmp_path / "shards", 0)
    stream = io.StringIO()
    run = threading.Thread(
        target=train, args=(world.recipe(*settings(shards)), growing), kwargs={"stream": stream}
    )
    run.start()
    while "waiting: row" not in stream.getvalue():
        assert run.is_alive()
        time.sleep(0.01)
    append(world, shards, 1)
    run.join(timeout=60)
    assert curve(growing) == curve(whole)
    assert len(curve(whole)) == STEPS
    one, two = (checkpoint.load(path / "latest").tensors["model"] for path in (whole, growing))
    assert all(torch.equal(one[name], two[name]) for name in one)


def test_a_run_whose_rows_do_not_come_ends_with_a_checkpoint(world, tmp_path) -> None:
    """After `wait_minutes` it stops; when the rows are there it goes on."""
    shards = folder(world, tmp_path / "shards", 0)
    recipe = world.recipe(*settings(shards, "data.wait_minutes=0"))
    with pytest.raises(TrainingError, match=r"row \d+ is not written.*Last good checkpoint"):
        train(recipe, tmp_path / "run", stream=io.StringIO())
    assert checkpoint.load(tmp_path / "run" / "latest").state.step == 24
    append(world, shards, 1)
    assert train(recipe, tmp_path / "run", stream=io.StringIO()).state.step == STEPS


def test_a_killed_run_goes_on_bit_for_bit_when_shards_were_appended(world, tmp_path) -> None:
    """Killed with one shard there, resumed with two: the curve of the unbroken run."""
    unbroken, broken = tmp_path / "unbroken", tmp_path / "broken"
    train(world.recipe(*settings(world.directory / "train")), unbroken, stream=io.StringIO())
    shards = folder(world, tmp_path / "shards", 0)
    overrides = [part for setting in settings(shards) for part in ("--set", setting)]
    command = [sys.executable, "-c", COMMAND, "run", str(world.recipe_file), "--out", str(broken)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen([*command, *overrides], env=dict(os.environ), **quiet)
    while process.poll() is None and len(curve(broken)) < 10:
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    append(world, shards, 1)
    train(world.recipe(*settings(shards)), broken, stream=io.StringIO())
    assert curve(broken) == curve(unbroken)
    one, two = (checkpoint.load(path / "latest").tensors for path in (unbroken, broken))
    for part in ("model", "optimizer"):
        assert all(torch.equal(one[part][name], two[part][name]) for name in one[part])


@pytest.mark.parametrize("change", ["another shard in its place", "a shard taken away"])
def test_earlier_shards_must_stand_as_they_were(world, tmp_path, change) -> None:
    """What was read may not change under a run."""
    shards = folder(world, tmp_path / "shards", 0, 1)
    short = settings(shards, "train.steps=8")
    train(world.recipe(*short), tmp_path / "run", stream=io.StringIO())
    (shards / "shard-00001").rename(tmp_path / "away")
    if change == "another shard in its place":
        shutil.copytree(world.directory / "dev" / "shard-00000", shards / "shard-00001")
    with pytest.raises(TrainingError, match=r"the run was begun with.*--fresh"):
        train(world.recipe(*short), tmp_path / "run", stream=io.StringIO())


def test_rows_repeat_only_where_the_recipe_says_so(world, tmp_path) -> None:
    """60 steps of 12 are more than 500 rows."""
    shards = world.directory / "train"
    more = ("train.steps=60", "data.repeat=true", "data.wait_minutes=0")
    outcome = train(world.recipe(*settings(shards, *more)), tmp_path / "a", stream=io.StringIO())
    assert outcome.state.rows_seen == 720
    once = world.recipe(*settings(shards, "train.steps=60", "data.wait_minutes=0"))
    with pytest.raises(TrainingError, match="not written"):
        train(once, tmp_path / "b", stream=io.StringIO())


def test_repeat_is_not_for_shuffled_rows(world) -> None:
    """They repeat anyhow: a recipe that says so has misunderstood."""
    with pytest.raises(ConfigError, match="repeat = True"):
        world.recipe("data.repeat=true")


def test_a_folder_without_its_first_shard_is_refused(world, tmp_path) -> None:
    """There is nothing to begin with."""
    shards = folder(world, tmp_path / "shards", 1)
    with pytest.raises(CorpusError, match="no shard-00000"):
        set_up(world.recipe(*settings(shards)), tmp_path / "run")
