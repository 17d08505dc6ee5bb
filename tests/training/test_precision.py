"""The types of weights and CRF can be set apart, for experiments; by default all is float32."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import torch

from postwright.training import checkpoint
from postwright.training.crf import Crf
from postwright.training.loop import train
from postwright.training.progress import read_log

World: TypeAlias = Any  # of conftest.py, which no test can import
LABELS = 5


def types(directory: Path, *, file: str, part: str) -> set[torch.dtype]:
    """The types of a checkpoint's tensors of the tagger or the CRF; step counts left out."""
    tensors = checkpoint.load(directory / "latest").tensors[file]
    return {
        tensor.dtype
        for name, tensor in tensors.items()
        if name.startswith(part) and not name.endswith("/step")
    }


@pytest.mark.parametrize("crf", ["float32", "bfloat16"])
@pytest.mark.parametrize("weights", ["float32", "bfloat16"])
def test_each_part_has_the_type_of_the_recipe(
    world: World, tmp_path: Path, weights: str, crf: str
) -> None:
    """Weights and AdamW's moments; the moving average is float32 whatever the weights are."""
    recipe = world.recipe(
        f"precision.weights={weights}", f"precision.crf={crf}", "train.ema_decay=0.9"
    )
    train(recipe, tmp_path, stream=io.StringIO())
    for file in ("model", "optimizer"):
        assert types(tmp_path, file=file, part="tagger.") == {getattr(torch, weights)}
        assert types(tmp_path, file=file, part="crf.") == {getattr(torch, crf)}
    assert types(tmp_path, file="ema", part="") == {torch.float32}
    losses = [item["loss"] for item in read_log(tmp_path / "log.jsonl") if item["kind"] == "step"]
    assert losses[-1] < losses[0]


@pytest.mark.parametrize("model", ["level=piece", "pooling=projected"])
def test_every_encoder_can_have_bf16_weights(world: World, tmp_path: Path, model: str) -> None:
    """With and without autocast around it."""
    for autocast in ("off", "bfloat16"):
        recipe = world.recipe(
            f"model.{model}", "precision.weights=bfloat16", f"train.autocast={autocast}"
        )
        outcome = train(recipe, tmp_path / autocast, stream=io.StringIO())
        assert outcome.state.step == 12


def test_a_bf16_run_is_resumed_bit_for_bit(world: World, tmp_path: Path) -> None:
    """Types survive a checkpoint."""
    recipe = world.recipe("precision.weights=bfloat16", "precision.crf=bfloat16")
    train(recipe, tmp_path, stream=io.StringIO())
    whole = checkpoint.load(tmp_path / "latest").tensors
    last = checkpoint.checkpoints(tmp_path)[-1]
    last.rename(tmp_path / "aside")
    train(recipe, tmp_path, stream=io.StringIO())
    again = checkpoint.load(tmp_path / "latest").tensors
    for file, tensors in whole.items():
        assert all(torch.equal(tensors[name], again[file][name]) for name in tensors)


def case() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Emissions [batch, words, labels], labels and mask of rows of 12, 5 and no words."""
    torch.manual_seed(3)
    emissions = 3 * torch.randn(3, 12, LABELS)
    labels = 2 * torch.randint(0, 2, (3, 12)) + 1
    return emissions, labels, torch.arange(12) < torch.tensor([12, 5, 0])[:, None]


def test_in_float32_both_recursions_give_one_likelihood() -> None:
    """The step-by-step one is the same formula."""
    crf, (emissions, labels, mask) = Crf(LABELS), case()
    plain = crf._step_by_step_nll(emissions, labels, mask) * mask[:, 0]
    torch.testing.assert_close(plain, crf.nll(emissions, labels, mask), rtol=1e-5, atol=1e-4)


def test_in_bf16_the_crf_rounds_as_pytorch_crf_does() -> None:
    """Close to the true likelihood, and visibly not equal to it."""
    torch.manual_seed(5)
    ours, theirs = Crf(LABELS), Crf(LABELS, crf_implementation="pytorch-crf")
    theirs.load_state_dict(ours.state_dict())
    exact = ours.nll(*case())
    low = [crf.bfloat16().nll(*case()) for crf in (ours, theirs)]
    assert low[0].dtype == low[1].dtype == torch.float32
    torch.testing.assert_close(low[0], low[1], rtol=0.05, atol=0.5)
    torch.testing.assert_close(low[0], exact, rtol=0.1, atol=1.0)
    assert not torch.equal(low[0], exact)
