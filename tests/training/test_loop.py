"""The training loop on a small world: it learns, repeats itself, and stops when it must."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from postwright.errors import ConfigError, TokenizerError, TrainingError
from postwright.training import checkpoint
from postwright.training.loop import accumulate_gradients, examples_of_step, train
from postwright.training.progress import read_log
from postwright.training.scoring import score
from postwright.training.setup import make_optimizer, set_up


def losses(directory: Path) -> list[float]:
    """The loss of every logged step."""
    return [item["loss"] for item in read_log(directory / "log.jsonl") if item["kind"] == "step"]


def weights(directory: Path) -> checkpoint.Weights:
    """The weights of the latest checkpoint."""
    return checkpoint.load(directory / "latest").tensors["model"]


def test_a_run_learns(world, tmp_path) -> None:
    """The loss falls far, and the labels of the development rows are found."""
    recipe = world.recipe("train.steps=60", "train.validate_every=60")
    outcome = train(recipe, tmp_path / "run", stream=io.StringIO())
    curve = losses(tmp_path / "run")
    assert len(curve) == 60
    assert curve[-1] < 0.5 * curve[0]
    assert outcome.best_score is not None
    assert outcome.best_score > 0.5


def test_a_run_repeats_itself_bit_for_bit(world, tmp_path) -> None:
    """Same seed, same threads: same losses and same weights."""
    for name in ("one", "two"):
        train(world.recipe(), tmp_path / name, stream=io.StringIO())
    assert losses(tmp_path / "one") == losses(tmp_path / "two")
    one, two = weights(tmp_path / "one"), weights(tmp_path / "two")
    assert all(torch.equal(one[name], two[name]) for name in one)


def test_another_seed_gives_another_curve(world, tmp_path) -> None:
    """The seed reaches the weights and the order of the rows."""
    for seed in ("1", "2"):
        recipe = world.recipe(f"train.seed={seed}", "train.steps=5")
        train(recipe, tmp_path / seed, stream=io.StringIO())
    assert losses(tmp_path / "1") != losses(tmp_path / "2")


def test_weights_and_optimiser_state_are_fp32(world, tmp_path) -> None:
    """bf16 stays inside the encoder's matrix products."""
    train(world.recipe("train.autocast=bfloat16"), tmp_path / "run", stream=io.StringIO())
    tensors = checkpoint.load(tmp_path / "run" / "latest").tensors
    kept = [tensor for part in tensors.values() for tensor in part.values()]
    assert {tensor.dtype for tensor in kept} == {torch.float32}


def test_a_checkpoint_says_what_the_weights_are(world, tmp_path) -> None:
    """The facts that an export needs stand beside the weights."""
    train(world.recipe("train.steps=5"), tmp_path / "run", stream=io.StringIO())
    facts = json.loads((tmp_path / "run" / "latest" / "recipe.json").read_text())
    assert facts["encoder"]["dim"] == 16
    assert facts["encoder"]["labels"] == len(facts["labels"]) == 37
    assert len(facts["tokenizer_digest"]) == 64
    assert facts["recipe"]["train"]["steps"] == 5
    assert {name.split(".")[0] for name in weights(tmp_path / "run")} == {"tagger", "crf"}


def test_accumulated_gradients_are_those_of_one_large_batch(world, tmp_path) -> None:
    """Two micro-batches of unlike length weigh as their words do, not a half each."""
    plain = ("model.dropout=0.0", "train.autocast=off", "data.window_batches=1")
    large = set_up(world.recipe(*plain, "train.batch_size=500"), tmp_path)
    split = set_up(world.recipe(*plain, "train.batch_size=250", "train.accumulation=2"), tmp_path)
    for run in (large, split):
        accumulate_gradients(run, examples_of_step(run, 0))
    pairs = zip(large.model.parameters(), split.model.parameters(), strict=True)
    for one, two in pairs:
        assert one.grad is not None
        assert two.grad is not None
        torch.testing.assert_close(one.grad, two.grad, rtol=1e-4, atol=1e-6)


def test_the_average_of_the_weights_is_kept_and_validated(world, tmp_path) -> None:
    """With `ema_decay` a checkpoint holds a second set of weights, and that one is scored."""
    recipe = world.recipe("train.ema_decay=0.9", "train.steps=8")
    train(recipe, tmp_path / "run", stream=io.StringIO())
    saved = checkpoint.load(tmp_path / "run" / "latest").tensors
    assert saved["ema"].keys() == saved["model"].keys()
    run = set_up(recipe, tmp_path / "none")
    assert run.average is not None
    run.average.load_state_dict(saved["ema"])
    found = [item for item in read_log(tmp_path / "run" / "log.jsonl") if "macro_f1" in item]
    assert round(score(run).ce, 5) == found[-1]["ce"]
    assert not torch.equal(saved["ema"]["crf.start"], saved["model"]["crf.start"])


def test_a_core_run_speaks_the_core_labels(world, tmp_path) -> None:
    """Labels of the shards are folded to the 21 classes."""
    train(world.recipe("model.label_set=core"), tmp_path / "run", stream=io.StringIO())
    assert weights(tmp_path / "run")["crf.start"].shape == (21,)


def norms(directory: Path) -> list[dict[str, float]]:
    """The gradient norms of single losses, as they were logged."""
    return [item for item in read_log(directory / "log.jsonl") if item["kind"] == "norms"]


def test_the_gradient_norms_of_both_losses_are_logged(world, tmp_path) -> None:
    """Every so many steps, without moving the run; with one loss its norm is the step's."""
    stream = io.StringIO()
    train(world.recipe("train.norms_every=4"), tmp_path / "with", stream=stream)
    train(world.recipe("train.norms_every=0"), tmp_path / "without", stream=io.StringIO())
    assert losses(tmp_path / "with") == losses(tmp_path / "without")
    assert [item["step"] for item in norms(tmp_path / "with")] == [4, 8, 12]
    assert all(item["ce_norm"] > 0 < item["crf_norm"] for item in norms(tmp_path / "with"))
    assert not norms(tmp_path / "without")
    assert "(ce " in stream.getvalue()

    one_loss = world.recipe("loss.crf_loss_weight=0.0", "train.norms_every=1", "train.steps=5")
    train(one_loss, tmp_path / "one", stream=io.StringIO())
    whole = [item for item in read_log(tmp_path / "one" / "log.jsonl") if item["kind"] == "step"]
    pairs = zip(norms(tmp_path / "one"), whole, strict=True)
    assert all(part["ce_norm"] == pytest.approx(all_["gradient_norm"]) for part, all_ in pairs)
    assert {item["crf_norm"] for item in norms(tmp_path / "one")} == {0.0}


def test_divergence_stops_the_run_and_keeps_the_last_checkpoint(world, tmp_path) -> None:
    """A loss that stays far above its best ends in a message with step, losses, checkpoint."""
    directory = tmp_path / "run"
    train(world.recipe("train.steps=40"), directory, stream=io.StringIO())
    spoil(directory, "tagger.head.weight", factor=-50.0)
    recipe = world.recipe("train.steps=400", "train.peak_rate=1e-6", "train.divergence_patience=20")
    with pytest.raises(TrainingError, match=r"diverges.*gradient norm.*Last good checkpoint"):
        train(recipe, directory, stream=io.StringIO(), allow_changes=True)
    assert checkpoint.load(directory / "latest").state.step < 100


def spoil(directory: Path, name: str, *, factor: float) -> None:
    """Write a checkpoint one step on, one tensor of which is multiplied."""
    saved = checkpoint.load(directory / "latest")
    saved.tensors["model"][name] *= factor
    facts = {key: value for key, value in saved.facts.items() if key != "format_version"}
    state = replace(saved.state, step=saved.state.step + 1)
    checkpoint.save(directory, state, saved.tensors, facts)


def test_a_weight_that_is_no_number_stops_the_run(world, tmp_path) -> None:
    """A NaN is caught at the step that shows it, before it reaches other weights."""
    directory = tmp_path / "run"
    train(world.recipe("train.steps=5"), directory, stream=io.StringIO())
    spoil(directory, "crf.start", factor=float("nan"))
    with pytest.raises(TrainingError, match="not a finite number at step 7"):
        train(world.recipe(), directory, stream=io.StringIO(), allow_changes=True)
    assert checkpoint.checkpoints(directory)[-1].name == "step-00000006"


def test_rows_of_another_tokenizer_are_refused(world, tmp_path) -> None:
    """The digests of shards and tokenizer must agree before any work starts."""
    other = tmp_path / "other.model"
    unknown_field = b"\xa2\x06\x00"  # skipped by sentencepiece, but the digest is another
    other.write_bytes(world.tokenizer.read_bytes() + unknown_field)
    with pytest.raises(TokenizerError, match="sha256"):
        train(world.recipe(f"data.tokenizer={other}"), tmp_path / "run", stream=io.StringIO())
    assert not (tmp_path / "run").exists()


def test_other_settings_are_refused_on_resume(world, tmp_path) -> None:
    """What would bend the curve is named; the run stays as it was."""
    train(world.recipe("train.steps=5"), tmp_path / "run", stream=io.StringIO())
    with pytest.raises(ConfigError, match=r"train\.peak_rate: 0\.005 → 0\.004"):
        train(
            world.recipe("train.steps=5", "train.peak_rate=4e-3"),
            tmp_path / "run",
            stream=io.StringIO(),
        )


def test_source_weights_scale_the_rows_of_a_source(world, tmp_path) -> None:
    """A source of weight 0 gives no gradient: its rows' labels do not matter."""
    recipe = world.recipe(
        "loss.source_weights.venues=0.0", "model.dropout=0.0", "train.batch_size=64"
    )
    run = set_up(recipe, tmp_path)
    (item,) = examples_of_step(run, 0)
    assert item.row_weights is not None
    silent = item.row_weights == 0
    assert 0 < int(silent.sum()) < 64
    first = accumulate_gradients(run, [item]).total
    item.labels[silent] = 0
    assert torch.equal(accumulate_gradients(run, [item]).total, first)


def test_an_unknown_source_is_refused(world, tmp_path) -> None:
    """A weight for a source that the shards do not hold is a slip of the pen."""
    with pytest.raises(TrainingError, match="no source 'venue'; there are registers, venues"):
        set_up(world.recipe("loss.source_weights.venue=0.5"), tmp_path)


def test_weight_decay_spares_norms_biases_and_gates(world, tmp_path) -> None:
    """Only matrices decay."""
    model = set_up(world.recipe(), tmp_path).model
    decayed, others = make_optimizer(model, weight_decay=0.1).param_groups
    names = {id(weight): name for name, weight in model.named_parameters()}
    spared = [names[id(weight)] for weight in others["params"]]
    assert {"tagger.norm.weight", "tagger.head.bias", "tagger.embedding.gate.weight"} <= {*spared}
    assert "tagger.head.weight" in [names[id(weight)] for weight in decayed["params"]]
    assert np.isclose(others["weight_decay"], 0.0)
