"""A run that begins with another model's weights, and one that is carried elsewhere in pieces."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import Any

import pytest
import safetensors.torch
import torch
from click.testing import CliRunner

from postwright.cli.train import train as command
from postwright.errors import TrainingError
from postwright.training import checkpoint
from postwright.training.loop import train
from postwright.training.progress import read_log
from postwright.training.setup import set_up
from postwright.training.warm_start import warm_start, write_half


@pytest.fixture(scope="module")
def run(world: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of sixty steps."""
    directory = tmp_path_factory.mktemp("warm") / "run"
    train(world.recipe("train.steps=60"), directory, stream=io.StringIO())
    return directory


@pytest.fixture(scope="module")
def half(run: Path) -> Path:
    """Its weights in fp16."""
    path = run.parent / "weights.safetensors"
    found = CliRunner().invoke(command, ["weights", str(run / "latest"), "--out", str(path)])
    assert (found.exit_code, found.output) == (0, f"{path}\n")
    return path


def test_the_written_weights_are_the_average_in_fp16(world, tmp_path) -> None:
    """Where the run kept one; half of its bytes."""
    train(world.recipe("train.ema_decay=0.9"), tmp_path / "run", stream=io.StringIO())
    saved = tmp_path / "run" / "latest"
    half = safetensors.torch.load_file(write_half(saved, tmp_path / "half.safetensors"))
    average = checkpoint.load(saved).tensors["ema"]
    assert half.keys() == average.keys()
    assert all(torch.equal(half[name], average[name].half()) for name in half)


def losses(directory: Path) -> list[float]:
    """The loss of every step."""
    return [item["loss"] for item in read_log(directory / "log.jsonl") if item["kind"] == "step"]


def test_the_weights_are_taken_over_in_fp32(world, half, tmp_path) -> None:
    """All fit; the model and its average hold the rounded values."""
    fresh = set_up(world.recipe("train.ema_decay=0.9"), tmp_path / "none")
    taken = warm_start(fresh, half)
    given = safetensors.torch.load_file(half)
    assert set(taken.taken) == given.keys()
    assert (taken.fresh, taken.other_shape, taken.unused) == ((), (), ())
    for model in (fresh.model, fresh.average):
        for name, value in model.state_dict().items():
            assert value.dtype == torch.float32
            assert torch.equal(value, given[name].float())


def test_a_warm_start_is_ahead_from_the_first_step(world, half, run, tmp_path) -> None:
    """It goes on from where the other run had come, and says so."""
    stream = io.StringIO()
    train(world.recipe(), tmp_path / "warm", stream=stream, init=half)
    assert losses(tmp_path / "warm")[0] < 0.5 * losses(run)[0]
    assert "weights taken over" in stream.getvalue()
    facts = checkpoint.load(tmp_path / "warm" / "latest").facts
    assert facts["init"]["file"] == "weights.safetensors"
    assert len(facts["init"]["sha256"]) == 64
    earlier = checkpoint.load(run / "latest").state
    assert [(one["step"], one["rows_seen"]) for one in facts["init"]["runs"]] == [
        (earlier.step, earlier.rows_seen)
    ]


def test_runs_add_up_along_a_chain(world, half, tmp_path) -> None:
    """A third run, from the checkpoint of the second, knows the first; a bare file knows none."""
    train(world.recipe(), tmp_path / "second", stream=io.StringIO(), init=half)
    third = set_up(world.recipe(), tmp_path / "third")
    taken = warm_start(third, tmp_path / "second" / "latest" / "model.safetensors")
    assert [one["step"] for one in taken.runs] == [60, 12]
    bare = tmp_path / "bare.safetensors"
    bare.write_bytes(safetensors.torch.save(safetensors.torch.load_file(half)))
    assert warm_start(third, bare).runs == ()


def test_what_does_not_fit_is_said_and_left_fresh(world, half, tmp_path) -> None:
    """A larger FFN, a country head that the file does not know, and a weight of no model."""
    given = safetensors.torch.load_file(half)
    given["tagger.old.weight"] = torch.zeros(2)
    path = tmp_path / "odd.safetensors"
    path.write_bytes(safetensors.torch.save(given))
    recipe = world.recipe("model.ffn=48", "loss.country_loss_weight=0.1")
    fresh = set_up(recipe, tmp_path / "none")
    before = {name: value.clone() for name, value in fresh.model.state_dict().items()}
    taken = warm_start(fresh, path)
    assert taken.fresh == ("tagger.country_head.weight", "tagger.country_head.bias")
    assert taken.other_shape == (
        "tagger.blocks.0.widen.weight",
        "tagger.blocks.0.widen.bias",
        "tagger.blocks.0.narrow.weight",
    )
    assert taken.unused == ("tagger.old.weight",)
    for name in (*taken.fresh, *taken.other_shape):
        assert torch.equal(fresh.model.state_dict()[name], before[name])
    said = str(taken)
    assert "of another shape: tagger.blocks.0.widen.weight" in said
    assert "not of this model: tagger.old.weight" in said


def test_a_run_that_goes_on_keeps_its_own_weights(world, half, tmp_path) -> None:
    """The same command after a stop: from its checkpoint, the weights of the file unused."""
    whole, stopped = tmp_path / "whole", tmp_path / "stopped"
    train(world.recipe(), whole, stream=io.StringIO(), init=half)
    shutil.copytree(whole, stopped, symlinks=True)
    shutil.rmtree(stopped / "step-00000012")
    stream = io.StringIO()
    train(world.recipe(), stopped, stream=stream, init=half)
    assert "taken over" not in stream.getvalue()
    assert losses(stopped) == losses(whole)
    facts = [checkpoint.load(path / "latest").facts["init"] for path in (whole, stopped)]
    assert facts[0] == facts[1]


@pytest.mark.parametrize(
    ("weights", "message"),
    [
        ({"x": torch.zeros(1)}, "no weight has a name and a shape"),
        ({"crf.start": torch.full((37,), float("nan"))}, r"crf\.start holds a number that is not"),
    ],
)
def test_weights_that_cannot_serve_are_refused(world, tmp_path, weights, message) -> None:
    """Before any step."""
    path = tmp_path / "bad.safetensors"
    path.write_bytes(safetensors.torch.save(weights))
    with pytest.raises(TrainingError, match=message):
        train(world.recipe(), tmp_path / "run", stream=io.StringIO(), init=path)


def test_a_file_that_is_none_is_refused(world, tmp_path) -> None:
    """By the command, in words and with exit code 1."""
    path = tmp_path / "bad.safetensors"
    path.write_bytes(b"no weights")
    arguments = ["run", str(world.recipe_file), "--out", str(tmp_path / "run"), "--init", str(path)]
    found = CliRunner().invoke(command, arguments)
    assert found.exit_code == 1
    assert "cannot read the weights" in found.output


def test_a_checkpoint_in_pieces_is_carried_elsewhere_and_resumed(world, tmp_path) -> None:
    """No file above the limit; only plain files are copied; the curve is that of whole files."""
    recipe = world.recipe("train.ema_decay=0.9")
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    train(recipe, whole, stream=io.StringIO())
    saved = checkpoint.load(whole / "step-00000008")
    facts = {key: value for key, value in saved.facts.items() if key != "format_version"}
    written = checkpoint.save(cut, saved.state, saved.tensors, facts, piece_bytes=5000)
    sizes = [file.stat().st_size for file in written.glob("*.safetensors*")]
    assert max(sizes) == 5000
    assert len(sizes) > 10
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(written, elsewhere / written.name)
    train(recipe, elsewhere, stream=io.StringIO())
    assert losses(elsewhere) == losses(whole)[8:]
    one, two = (checkpoint.load(path / "latest").tensors for path in (whole, elsewhere))
    for part, tensors in one.items():
        assert all(torch.equal(tensors[name], two[part][name]) for name in tensors)


def test_a_lost_piece_is_a_damaged_checkpoint(world, run, tmp_path) -> None:
    """It is named."""
    saved = checkpoint.load(run / "latest")
    facts = {key: value for key, value in saved.facts.items() if key != "format_version"}
    path = checkpoint.save(tmp_path, saved.state, saved.tensors, facts, piece_bytes=5000)
    (path / "model.safetensors.001").unlink()
    with pytest.raises(TrainingError, match=r"damaged .*model\.safetensors\.001"):
        checkpoint.load(path)


def test_the_recipe_says_how_large_a_piece_is(world, tmp_path) -> None:
    """In MB; a checkpoint of 30 kB stays whole below it."""
    recipe = world.recipe("train.checkpoint_piece_mb=15", "train.steps=5")
    train(recipe, tmp_path / "run", stream=io.StringIO())
    assert (tmp_path / "run" / "latest" / "model.safetensors").is_file()
