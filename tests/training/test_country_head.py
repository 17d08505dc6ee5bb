"""The country head: learnt beside the labels, masked where unknown, exported with its names."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pytest
import torch
from torch.nn import functional

from postwright.errors import TrainingError
from postwright.parser import Parser
from postwright.parser.tagger import TaggerSession
from postwright.text import Tokenizer, encode, to_batch
from postwright.training import checkpoint
from postwright.training.crf import Crf
from postwright.training.encoder import PRESETS, EncoderConfig, Tagger
from postwright.training.export import ExportSettings, export_bundle
from postwright.training.loop import examples_of_step, train
from postwright.training.loss import LossConfig, country_weight, dual_loss
from postwright.training.progress import read_log
from postwright.training.setup import set_up

World: TypeAlias = Any  # of conftest.py, which no test can import
TEXTS = ["12, Oak St, Springfield, 12345", "Elm Road, Paris"]


@pytest.fixture(scope="module")
def run(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run directory of twelve steps with a country head."""
    directory = tmp_path_factory.mktemp("countries")
    train(world.recipe("loss.country_loss_weight=0.5"), directory, stream=io.StringIO())
    return directory


def parts(countries: list[int], rows: list[float] | None = None) -> Any:
    """The loss of some rows whose country logits are fixed."""
    torch.manual_seed(2)
    batch = len(countries)
    emissions, logits = torch.randn(batch, 4, 5), torch.randn(batch, 3, requires_grad=True)
    config = LossConfig(country_loss_weight=0.3)
    return logits, dual_loss(
        emissions,
        torch.ones(batch, 4, dtype=torch.long),
        torch.ones(batch, 4, dtype=torch.bool),
        Crf(5),
        config,
        row_weights=None if rows is None else torch.tensor(rows),
        country_logits=logits,
        countries=torch.tensor(countries),
    )


def test_the_loss_is_the_sum_that_the_recipe_says() -> None:
    """Cross-entropy of the known countries, times its weight, beside the dual loss."""
    logits, loss = parts([2, -1, 0])
    expected = functional.cross_entropy(logits[[0, 2]], torch.tensor([2, 0]))
    torch.testing.assert_close(loss.country, expected)
    torch.testing.assert_close(loss.total, loss.ce + 0.5 * loss.crf + 0.3 * expected)


def test_rows_weigh_as_their_sources_do() -> None:
    """A row of weight 0 says nothing about its country."""
    logits, loss = parts([2, 1, 0], [0.0, 2.0, 1.0])
    ones = functional.cross_entropy(logits, torch.tensor([2, 1, 0]), reduction="none")
    torch.testing.assert_close(loss.country, (2 * ones[1] + ones[2]) / 3)
    assert country_weight(torch.tensor([2, 1, -1]), row_weights=torch.ones(3)).item() == 2


def test_rows_of_no_country_are_safe() -> None:
    """No NaN from 0 / 0, neither in the value nor in the gradient."""
    logits, loss = parts([-1, -1])
    loss.total.backward()
    assert loss.country.item() == 0
    assert not logits.grad.any()


def test_the_countries_of_a_batch_are_those_of_its_rows(world: World, tmp_path: Path) -> None:
    """Ids point into the sorted names of the shards; an empty name is no country."""
    loaded = set_up(world.recipe("loss.country_loss_weight=0.5"), tmp_path)
    assert loaded.facts["countries"] == ["DE", "US"]
    (item,) = examples_of_step(loaded, 0)
    assert item.countries is not None
    assert set(item.countries.tolist()) == {-1, 0, 1}
    assert set_up(world.recipe(), tmp_path).facts["countries"] == []


def test_a_head_is_not_added_to_a_run_that_began_without(world: World, tmp_path: Path) -> None:
    """Its weights are not in the checkpoint, and the message says so in words."""
    train(world.recipe("train.steps=5"), tmp_path, stream=io.StringIO())
    recipe = world.recipe("loss.country_loss_weight=0.5")
    with pytest.raises(TrainingError, match=r"countries = \[\], the recipe's data have \['DE'"):
        train(recipe, tmp_path, stream=io.StringIO(), allow_changes=True)


def test_padding_does_not_move_the_logits() -> None:
    """A row alone and the same row beside a longer one."""
    torch.manual_seed(1)
    config = EncoderConfig(dim=16, layers=1, heads=2, ffn=16, vocabulary_size=50, countries=3)
    tagger = Tagger(config).eval()
    pieces, ones = torch.randint(2, 50, (1, 4, 2)), torch.ones(1, 4, dtype=torch.int32)
    _, alone = tagger.with_countries(pieces, ones, ones)
    padded = [functional.pad(each, (0, 3)) for each in (ones, ones)]
    _, beside = tagger.with_countries(functional.pad(pieces, (0, 0, 0, 3)), *padded)
    assert alone is not None
    assert beside is not None
    torch.testing.assert_close(alone, beside)
    assert Tagger(PRESETS["tiny"]).with_countries(pieces, ones, ones)[1] is None


def test_the_country_is_learnt_and_logged(run: Path) -> None:
    """Every step shows its loss, and the head is among the weights."""
    log = [item for item in read_log(run / "log.jsonl") if item["kind"] == "step"]
    first, last = log[0], log[-1]
    assert first["country"] == pytest.approx(np.log(2), abs=0.05)
    expected = last["ce"] + 0.5 * last["crf"] + 0.5 * last["country"]
    assert last["loss"] == pytest.approx(expected, rel=1e-5)
    weights = checkpoint.load(run / "latest").tensors["model"]
    assert weights["tagger.country_head.weight"].shape == (2, 16)


@pytest.mark.parametrize("level", ["word", "piece"])
def test_the_bundle_has_the_logits_and_their_names(
    world: World, tmp_path: Path, level: str
) -> None:
    """The INT8 graph scores countries as torch does, and parses as before."""
    recipe = world.recipe("loss.country_loss_weight=0.5", f"model.level={level}")
    latest = train(recipe, tmp_path / "run", stream=io.StringIO()).latest
    out = tmp_path / "model"
    settings = ExportSettings(name="tiny-test")
    report = export_bundle(latest, world.tokenizer, out, settings=settings, sample=TEXTS)
    assert report.graph_error < 1e-4
    assert report.bundle.manifest.countries == ("DE", "US")
    assert json.loads((out / "bundle.json").read_text())["countries"] == ["DE", "US"]
    batch = to_batch(encode(Tokenizer.load(world.tokenizer), TEXTS))
    arrays = (batch.pieces, batch.shapes, batch.gaps)
    logits = TaggerSession(out / "tagger.onnx", labels=len(report.bundle.label_set)).score(batch)[1]
    saved = checkpoint.load(latest)
    tagger = Tagger(EncoderConfig(**saved.facts["encoder"])).eval()
    weights = saved.tensors["model"].items()
    own = {name.removeprefix("tagger."): part for name, part in weights if "tagger." in name}
    tagger.load_state_dict(own)
    _, expected = tagger.with_countries(*map(torch.from_numpy, arrays))
    assert expected is not None
    assert logits == pytest.approx(expected.detach().numpy(), abs=0.05)
    assert Parser.load(out).parse(TEXTS[0]).error is None
