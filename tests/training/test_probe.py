"""The probe: norms that are gradients' norms, shares that add up, and answers in words."""

from __future__ import annotations

import io
import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from postwright.corpus.shards import Shards
from postwright.errors import TrainingError
from postwright.training import checkpoint
from postwright.training.loop import train
from postwright.training.probe import (
    Probe,
    SourcePull,
    draw,
    gradient,
    losses,
    outliers,
    probe,
    probe_page,
    source_shares,
)
from postwright.training.setup import set_up


@pytest.fixture(scope="module")
def trained(world, tmp_path_factory) -> Path:
    """A run of a few steps."""
    directory = tmp_path_factory.mktemp("probe") / "run"
    recipe = world.recipe("train.autocast=off", "loss.crf_loss_weight=0.5")
    train(recipe, directory, stream=io.StringIO())
    return directory


@pytest.fixture(scope="module")
def found(trained) -> Probe:
    """A probe of it."""
    return probe(trained, batches=2, batch_size=32)


def test_every_source_is_probed(found) -> None:
    """The hardest pull first; the shares are those of the words and add up to 1."""
    assert {source.source for source in found.sources} == {"registers", "venues"}
    assert sum(source.share for source in found.sources) == pytest.approx(1)
    assert found.sources[0].pull >= found.sources[1].pull
    for source in found.sources:
        assert source.rows == 64
        assert source.pull == pytest.approx(source.share * source.norm)
        assert source.norm <= source.ce_norm + source.crf_norm
        assert -1 <= source.agreement <= 1
        assert source.ratio == pytest.approx(source.ce_norm / source.crf_norm)


def test_a_norm_is_that_of_the_gradient(world, trained, found) -> None:
    """One backward pass of the loss that is minimised gives the same norm."""
    run = set_up(world.recipe("train.autocast=off", "loss.crf_loss_weight=0.5"), trained)
    run.model.load_state_dict(checkpoint.load(trained / "latest").tensors["model"])
    run.model.eval()
    shards = Shards.open(run.recipe.data.shards)
    batches = draw(shards, batches=2, batch_size=32, seed=0)["venues"]
    norms = []
    for rows in batches:
        run.model.zero_grad()
        losses(run, rows).total.backward()
        norms.append(float(torch.nn.utils.get_total_norm([w.grad for w in run.model.parameters()])))
    (venues,) = (source for source in found.sources if source.source == "venues")
    assert venues.norm == pytest.approx(np.mean(norms), rel=1e-4)


def test_the_cross_entropy_does_not_move_the_crf(world, trained) -> None:
    """A loss that some weights have no part in gives them a gradient of 0."""
    run = set_up(world.recipe(), trained)
    parts = losses(run, np.arange(8))
    flat = gradient(run, parts.ce, keep=True)
    own = sum(weight.numel() for weight in run.model.crf.parameters())
    assert len(flat) == sum(weight.numel() for weight in run.model.parameters())
    assert not flat[-own:].any()
    assert gradient(run, parts.crf)[-own:].any()


def test_a_probe_repeats_itself(trained, found) -> None:
    """No dropout and a fixed draw: the same figures."""
    assert probe(trained, batches=2, batch_size=32) == found


def test_the_crf_norm_is_that_of_the_weighted_loss(trained, found) -> None:
    """Twice the weight, twice the norm; without it there is no ratio, but still a CRF loss."""
    double = probe(trained, overrides=["loss.crf_loss_weight=1.0"], batches=2, batch_size=32)
    norms = [{one.source: one.crf_norm for one in each.sources} for each in (found, double)]
    assert norms[1] == pytest.approx({name: 2 * norm for name, norm in norms[0].items()})
    without = probe(trained, overrides=["loss.crf_loss_weight=0.0"], batches=2, batch_size=32)
    assert math.isinf(without.ratio)
    assert without.to_json()["ratio"] is None
    assert without.sources[0].crf_loss > 0


def test_source_weights_move_the_shares(world) -> None:
    """A source of weight 0 pulls nothing."""
    shards = Shards.open(world.recipe().data.shards)
    assert source_shares(shards, {"venues": 0.0}) == {"registers": 1.0, "venues": 0.0}


def test_a_small_source_is_drawn_whole(world) -> None:
    """Fewer rows than a batch make one batch; a rest behind whole ones is left out."""
    shards = Shards.open(world.recipe().data.shards)
    sizes = {
        size: [len(part) for part in draw(shards, batches=2, batch_size=size, seed=0)["venues"]]
        for size in (100, 200, 1000)
    }
    assert sizes == {100: [100, 100], 200: [200], 1000: [250]}


@pytest.mark.parametrize(
    ("norms", "words"),
    [
        ([1.0, 1.1, 0.9, 0.05], ["", "", "", "low"]),
        ([1.0, 1.0, 1.0, 1.9], ["", "", "", ""]),
        ([1.0, 0.1, 10.0, 3.0], ["", "", "", ""]),
    ],
)
def test_an_outlier_is_far_by_spread_and_by_factor(norms, words) -> None:
    """Not what differs by less than 2 times, nor one of many that all differ."""
    assert outliers(np.array(norms)) == words


def test_the_answers_stand_in_words(found) -> None:
    """Who pulls hardest, who stands apart, who pulls against the mixture, and the ratio."""
    odd = replace(found.sources[1], outlier="high", agreement=-0.2)
    text = str(replace(found, sources=(found.sources[0], odd)))
    for line in (
        f"pulls hardest: {found.sources[0].source}",
        f"outliers: {odd.source} (high)",
        f"against the mixture: {odd.source}",
        "CE/CRF ratio: ",
    ):
        assert line in text


def test_a_probe_is_a_page_and_json(found) -> None:
    """Both hold every source."""
    text = probe_page(found)
    assert text.count("<svg ") == 3
    assert ">registers<" in text
    assert ">CRF, weighted<" in text
    record = json.loads(json.dumps(found.to_json()))
    assert record["format_version"] == 1
    assert SourcePull(**{k: v for k, v in record["sources"][0].items() if k != "ratio"})


def test_a_directory_without_a_checkpoint_is_refused(tmp_path) -> None:
    """The message says what is wanted."""
    with pytest.raises(TrainingError, match="holds no checkpoint"):
        probe(tmp_path)


def test_another_tokenizer_is_refused(world, trained, tmp_path) -> None:
    """Pieces of another tokenizer would be other words."""
    other = tmp_path / "other.model"
    other.write_bytes(world.tokenizer.read_bytes() + b"\xa2\x06\x00")
    with pytest.raises(Exception, match="sha256"):
        probe(trained, overrides=[f"data.tokenizer={other}"])


@pytest.mark.parametrize(
    "settings",
    [
        ("precision.weights=bfloat16", "precision.crf=bfloat16"),
        ("loss.country_loss_weight=0.2",),
    ],
)
def test_other_recipes_can_be_probed(settings, world, tmp_path) -> None:
    """Weights in bf16 give finite norms in fp32; the country's loss is not probed."""
    train(world.recipe("train.steps=5", *settings), tmp_path / "run", stream=io.StringIO())
    found = probe(tmp_path / "run", batches=1, batch_size=16)
    assert all(math.isfinite(source.norm) and source.norm > 0 for source in found.sources)
