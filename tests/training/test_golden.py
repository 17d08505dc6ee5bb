"""Golden rows in the middle of a run: judged as the parser of the exported model would be."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from postwright.decoder.constraints import Transitions
from postwright.diagnostics.evaluation import judge, predict
from postwright.errors import TrainingError
from postwright.golden import GoldenRow
from postwright.labels import FULL
from postwright.parser import Parser
from postwright.parser.model import load_model
from postwright.parser.tagger import TaggerSession
from postwright.text import Tokenizer
from postwright.training import checkpoint
from postwright.training.export import FLOAT_TAGGER_FILE, ExportSettings, export_bundle
from postwright.training.golden import GoldenSet, golden_scores
from postwright.training.loop import train
from postwright.training.progress import read_log
from postwright.training.scoring import score_golden
from postwright.training.setup import set_up


def write_golden(folder: Path, world: Any, *, split: str = "dev") -> Path:
    """Rows of the small world as a golden file, one of them of the other split."""
    folder.mkdir()
    lines = []
    for number in range(40):
        street = ("Oak St", "Elm Road", "River Lane")[number % 3]
        raw = f"{number + 1} {street}, Springfield, {10000 + number}"
        spans = [
            [0, len(str(number + 1)), "house_number"],
            [raw.index(street), raw.index(street) + len(street), "street"],
            [raw.index("Springfield"), raw.index("Springfield") + 11, "locality"],
            [len(raw) - 5, len(raw), "postcode"],
        ]
        other = "test" if split == "dev" else "dev"
        row = {"id": f"r{number}", "raw": raw, "spans": spans}
        lines.append(json.dumps({**row, "split": split if number else other}))
    (folder / "us.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def trained(world: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """A run with golden rows and an average of its weights, and its recipe."""
    directory = tmp_path_factory.mktemp("golden")
    golden = write_golden(directory / "golden", world)
    more = ("train.steps=60", "train.validate_every=20", "train.ema_decay=0.9")
    recipe = world.recipe(f"data.golden={golden}", *more)
    train(recipe, directory / "run", stream=io.StringIO())
    return directory / "run", recipe


def validations(run: Path) -> list[dict[str, Any]]:
    """What was logged of every validation."""
    return [item for item in read_log(run / "log.jsonl") if item["kind"] == "validation"]


def test_every_validation_judges_the_golden_rows_of_the_dev_split(trained) -> None:
    """39 of 40 rows; scores beside those of the development shards."""
    records = validations(trained[0])
    assert [record["step"] for record in records] == [20, 40, 60]
    for record in records:
        assert record["golden_rows"] == 39
        assert 0 <= record["golden_exact"] <= record["golden_micro_f1"] <= 1
        assert {"house_number", "street"} <= record["golden_per_tag"].keys()
    assert records[-1]["golden_macro_f1"] > 0.3


def test_the_best_checkpoint_is_the_best_on_the_golden_rows(trained) -> None:
    """Its macro F1 is the run's best score."""
    records = validations(trained[0])
    best = max(records, key=lambda record: record["golden_macro_f1"])
    state = checkpoint.load(trained[0] / "best").state
    assert state.step == best["step"]
    assert round(state.best_score, 5) == best["golden_macro_f1"]


def test_a_score_on_other_rows_is_no_rival(world, tmp_path) -> None:
    """A run that gets golden rows half way begins its search for the best anew."""
    half = "train.validate_every=20"
    train(world.recipe("train.steps=20", half), tmp_path / "run", stream=io.StringIO())
    before = checkpoint.load(tmp_path / "run" / "best").state
    assert (before.best_step, before.best_on) == (20, "development rows")
    golden = write_golden(tmp_path / "golden", world)
    recipe = world.recipe("train.steps=40", half, f"data.golden={golden}")
    train(recipe, tmp_path / "run", stream=io.StringIO(), allow_changes=True)
    state = checkpoint.load(tmp_path / "run" / "best").state
    assert (state.best_step, state.best_on) == (40, "golden rows")


def test_the_scores_are_those_of_the_exported_parser(trained, world, tmp_path) -> None:
    """The fp32 graph, with probabilities and close choices retagged, gives the same figures."""
    run_directory, recipe = trained
    parser = float_parser(run_directory / "best", world, tmp_path / "bundle")
    run = set_up(recipe, tmp_path / "run")
    saved = checkpoint.load(run_directory / "best")
    run.average.load_state_dict(saved.tensors["ema"])
    ours = score_golden(run)
    judged = judge("x", run.golden.rows, predict(parser, run.golden.rows))
    assert ours == golden_scores(judged.counts)


def float_parser(path: Path, world: Any, out: Path) -> Parser:
    """The parser of an exported checkpoint, with the graph before quantisation."""
    settings = ExportSettings(name="small world", keep_float=True)
    export_bundle(path, world.tokenizer, out, settings=settings, sample=["5 Oak St, Paris"])
    model = load_model(out)
    tagger = TaggerSession(out / FLOAT_TAGGER_FILE, labels=len(model.label_set))
    return Parser(replace(model, tagger=tagger))


def test_rare_tags_do_not_count_in_the_macro(world) -> None:
    """Perfect streets by the dozen, and one venue that is not found: the venue moves no macro."""
    rows = [row(number, "street") for number in range(25)] + [row(99, "venue")]
    tokenizer = Tokenizer.load(world.tokenizer)
    golden = GoldenSet(rows, tokenizer, FULL)

    def emit(batch):
        """Street from the first word to the last."""
        emissions = torch.zeros(*batch.shapes.shape, len(FULL))
        emissions[:, 0, FULL.begin("street")] = 20
        emissions[:, 1:, FULL.inside("street")] = 20
        return emissions

    scores = golden.score(emit, Transitions.unlearned(len(FULL)))
    assert scores.macro_f1 == pytest.approx(2 * 25 / (2 * 25 + 1))
    assert scores.per_tag["venue"] == 0.0
    assert scores.micro_f1 == pytest.approx(2 * 25 / (2 * 25 + 2))
    assert scores.exact == pytest.approx(25 / 26)


def row(number: int, tag: str) -> GoldenRow:
    """One line that is a single span."""
    return GoldenRow(str(number), "Elm Road", ((0, 8, tag),))


def test_a_tagger_that_fails_is_no_score_of_zero(world) -> None:
    """The parser turns what is raised into data; a run must not take it for a bad model."""
    golden = GoldenSet([row(1, "street")], Tokenizer.load(world.tokenizer), FULL)

    def emit(batch):
        raise RuntimeError("out of memory")

    with pytest.raises(TrainingError, match="golden row 1: stage 'tag': RuntimeError: out of"):
        golden.score(emit, Transitions.unlearned(len(FULL)))


def test_a_folder_without_the_split_is_refused(world, tmp_path) -> None:
    """Before any step is taken."""
    golden = tmp_path / "golden"
    golden.mkdir()
    (golden / "x.jsonl").write_text(json.dumps({"raw": "Elm Road", "spans": []}) + "\n")
    with pytest.raises(TrainingError, match="no row of the split 'dev'"):
        set_up(world.recipe(f"data.golden={golden}"), tmp_path / "run")
