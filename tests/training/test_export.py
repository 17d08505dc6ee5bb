"""From a real checkpoint to a bundle that parses."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import safetensors.torch
import torch

from postwright.bundle import read_bundle, verify_bundle
from postwright.errors import BundleError, TokenizerError, TrainingError
from postwright.parser import Parser
from postwright.training import checkpoint
from postwright.training.export import (
    FLOAT_TAGGER_FILE,
    ExportReport,
    ExportSettings,
    development_batches,
    export_bundle,
)
from postwright.training.loop import train
from postwright.training.model_card import CardFacts, StatedFacts

World: TypeAlias = Any  # of conftest.py, which no test can import
SAMPLE = ["12, Oak St, Springfield, 12345", "Elm Road, Paris"]
SETTINGS = ExportSettings(name="tiny-test")


@pytest.fixture(scope="module")
def saved(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The last checkpoint of a run of twelve steps."""
    directory = tmp_path_factory.mktemp("run")
    return train(world.recipe("train.ema_decay=0.5"), directory, stream=io.StringIO()).latest


def export(saved: Path, world: World, out: Path, **options: object) -> ExportReport:
    """Export with the tests' settings."""
    arguments = {"settings": SETTINGS, "sample": SAMPLE, **options}
    return export_bundle(saved, world.tokenizer, out, **arguments)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def report(saved: Path, world: World, tmp_path_factory: pytest.TempPathFactory) -> ExportReport:
    """An export, compared on the development shards."""
    out = tmp_path_factory.mktemp("models") / "tiny"
    return export(saved, world, out, batches=development_batches(saved, rows=50))


def test_the_bundle_verifies_and_parses(report: ExportReport) -> None:
    """Everything that a parser needs is there and fits together."""
    assert verify_bundle(report.bundle.path) == []
    parse = Parser.load(report.bundle.path).parse("12, Oak St, Springfield, 12345")
    assert parse.error is None


def test_the_bundle_holds_its_files(report: ExportReport) -> None:
    """The graph before quantisation is left out, and nothing temporary is left behind."""
    assert sorted(path.name for path in report.bundle.path.iterdir()) == [
        "MODEL_CARD.md",
        "bundle.json",
        "model.safetensors",
        "tagger.onnx",
        "tokenizer.model",
    ]
    assert [path.name for path in report.bundle.path.parent.iterdir()] == ["tiny"]


def test_the_graph_is_the_trained_model(report: ExportReport) -> None:
    """Float32 graph and torch agree; INT8 was compared on rows that did not fix its scales."""
    assert report.graph_error < 1e-4
    assert 0 < report.parity.rows < 50
    assert report.bundle.manifest.parity["words"] == report.parity.words > 0


def test_the_weights_are_the_moving_average_in_float32(report: ExportReport, saved: Path) -> None:
    """The fp32 twin of the graph: what was validated is what is exported."""
    weights = safetensors.torch.load_file(report.bundle.path / "model.safetensors")
    expected = checkpoint.load(saved).tensors["ema"]
    assert weights.keys() == expected.keys()
    assert all(torch.equal(weights[name], expected[name]) for name in weights)


def test_the_transitions_are_the_learned_ones(report: ExportReport, saved: Path) -> None:
    """Without the penalties of illegal moves: the decoder adds them."""
    learned = report.bundle.manifest.transitions
    weights = checkpoint.load(saved).tensors["ema"]
    assert torch.equal(torch.tensor(learned.matrix), weights["crf.transitions"])
    assert torch.equal(torch.tensor(learned.start), weights["crf.start"])
    assert min(map(min, learned.matrix)) > -100


def test_the_manifest_names_no_local_paths(report: ExportReport, world: World) -> None:
    """What is shipped says how it was trained, not where."""
    text = (report.bundle.path / "bundle.json").read_text(encoding="utf-8")
    assert str(world.directory) not in text
    assert json.loads(text)["training"]["recipe"]["train"]["steps"] == 12


def test_the_weights_without_average_can_be_chosen(
    saved: Path, world: World, tmp_path: Path
) -> None:
    """And the graph before quantisation kept."""
    settings = ExportSettings(name="tiny", use_average=False, keep_float=True)
    export(saved, world, tmp_path / "out", settings=settings)
    weights = safetensors.torch.load_file(tmp_path / "out" / "model.safetensors")
    last = checkpoint.load(saved).tensors["model"]
    assert all(torch.equal(weights[name], last[name]) for name in weights)
    assert (tmp_path / "out" / FLOAT_TAGGER_FILE).is_file()


def test_a_bundle_is_replaced_by_the_next_export(saved: Path, world: World, tmp_path: Path) -> None:
    """Export, evaluate, export again with the scores on the card."""
    export(saved, world, tmp_path / "out")
    export(
        saved, world, tmp_path / "out", facts=CardFacts(stated=StatedFacts(hardware="two cores"))
    )
    assert read_bundle(tmp_path / "out").manifest.training["hardware"] == "two cores"
    assert os.listdir(tmp_path) == ["out"]


def test_what_is_no_bundle_is_not_overwritten(saved: Path, world: World, tmp_path: Path) -> None:
    """A slip of the keyboard deletes nobody's files."""
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(BundleError, match="is no model bundle"):
        export(saved, world, tmp_path)
    assert (tmp_path / "letter.txt").is_file()


def test_another_tokenizer_is_refused_before_any_work(
    saved: Path, world: World, tmp_path: Path
) -> None:
    """The digest that the run noted must be the tokenizer's."""
    other = tmp_path / "tokenizer.model"
    # A field of the format's trainer section that no reader looks at, appended to the file.
    other.write_bytes(world.tokenizer.read_bytes() + b"\x12\x00")
    with pytest.raises(TokenizerError, match="expected"):
        export_bundle(saved, other, tmp_path / "out", settings=SETTINGS, sample=SAMPLE)
    assert not (tmp_path / "out").exists()


def test_a_tokenizer_that_knows_no_word_of_the_sample_is_refused(
    saved: Path, world: World, tmp_path: Path
) -> None:
    """Every piece a byte or <unk> once cost a whole campaign."""
    with pytest.raises(TokenizerError, match="<unk> or bytes"):
        export(saved, world, tmp_path / "out", sample=["東京都千代田区"])


def test_a_damaged_checkpoint_leaves_the_old_bundle_as_it_was(
    saved: Path, world: World, tmp_path: Path
) -> None:
    """Nothing is touched before everything was made."""
    export(saved, world, tmp_path / "out")
    before = (tmp_path / "out" / "bundle.json").read_bytes()
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    for path in saved.iterdir():
        (damaged / path.name).write_bytes(path.read_bytes())
    (damaged / "model.safetensors").write_bytes(b"no weights")
    with pytest.raises(TrainingError, match="damaged"):
        export(damaged, world, tmp_path / "out")
    assert (tmp_path / "out" / "bundle.json").read_bytes() == before


def test_shards_that_are_gone_give_no_batches(world: World, tmp_path: Path, saved: Path) -> None:
    """A checkpoint may travel without its corpus; the sample is compared on then."""
    loaded = checkpoint.load(saved)
    recipe = {**loaded.facts["recipe"], "data": {"dev_shards": str(tmp_path / "gone")}}
    facts = {key: value for key, value in loaded.facts.items() if key != "format_version"}
    moved = checkpoint.save(tmp_path, loaded.state, loaded.tensors, {**facts, "recipe": recipe})
    assert development_batches(moved, rows=10) == []
    assert export(moved, world, tmp_path / "out").parity.rows == len(SAMPLE)
