"""``postwright model export | verify | info``, on a small checkpoint with random weights."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
import sentencepiece
import torch
from click.testing import CliRunner, Result

from postwright.cli import main
from postwright.config import to_mapping
from postwright.labels import CORE
from postwright.text import CONTRACT_VERSION, Tokenizer
from postwright.training import checkpoint
from postwright.training.crf import Crf
from postwright.training.encoder import EncoderConfig, Tagger

WORDS = "10118 main street new york rue de la paris straße berlin calle madrid via roma".split()
ESTIMATE = {"value": 0.925, "low": 0.9, "high": 0.95}
#: What `evaluate --json` prints of a parser without probabilities.
REPORT = {
    **{"set": "manual", "model": "tiny", "adversarial": "include", "failed": 0, "split": "test"},
    **{"calibration": None, "slices": {}, "countries": {}, "rows": 600, "rule": "folded"},
    **{"label_set": "core", "resamples": 2000, "exact": ESTIMATE, "boundary": ESTIMATE},
    "micro": {"support": 9, "predicted": 9}
    | dict.fromkeys(("precision", "recall", "f1"), ESTIMATE),
    **{"tags": {}, "macros": {}},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tokenizer, a sample, a checkpoint, facts and scores, all small."""
    folder = tmp_path_factory.mktemp("model")
    tokenizer = train_tokenizer(folder / "tokenizer.model")
    torch.manual_seed(0)
    config = EncoderConfig(
        dim=16,
        layers=1,
        heads=2,
        ffn=32,
        vocabulary_size=tokenizer.vocabulary_size,
        labels=len(CORE),
    )
    save_checkpoint(folder / "run", config, tokenizer)
    (folder / "sample.txt").write_text("main street new york\nrue de la paris\n", encoding="utf-8")
    (folder / "facts.toml").write_text('hardware = "2 CPU cores"\n', encoding="utf-8")
    (folder / "scores.json").write_text(json.dumps(REPORT), encoding="utf-8")
    return folder


def train_tokenizer(path: Path) -> Tokenizer:
    """A sentencepiece model of a few words."""
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([" ".join(WORDS[i:] + WORDS[:i]) for i in range(len(WORDS))] * 9),
        model_writer=model,
        vocab_size=330,
        split_digits=True,
        byte_fallback=True,
        normalization_rule_name="identity",
        pad_id=0,
        unk_id=1,
        bos_id=-1,
        eos_id=-1,
        hard_vocab_limit=False,
        minloglevel=2,
    )
    path.write_bytes(model.getvalue())
    return Tokenizer.load(path)


def save_checkpoint(run: Path, config: EncoderConfig, tokenizer: Tokenizer) -> Path:
    """Random weights as a training run would save them."""
    tagger, crf = Tagger(config).state_dict(), Crf(len(CORE)).state_dict()
    weights = {f"tagger.{name}": tensor for name, tensor in tagger.items()}
    weights |= {f"crf.{name}": tensor for name, tensor in crf.items()}
    facts = {
        "recipe": {"data": {"dev_shards": str(run / "gone")}, "train": {"steps": 7}},
        "encoder": to_mapping(config),
        "label_set": CORE.name,
        "labels": list(CORE.labels),
        "tokenizer_digest": tokenizer.digest,
        "text_contract": CONTRACT_VERSION,
        "corpus_rows": 1000,
    }
    state = checkpoint.RunState(step=7, rows_seen=1792, seconds=120.0)
    return checkpoint.save(run, state, {"model": weights}, facts)


def run(*arguments: object) -> Result:
    """Call `postwright model` as a user does."""
    return CliRunner().invoke(main, ["model", *map(str, arguments)])


def export(folder: Path, out: Path, *more: object) -> Result:
    """Call `postwright model export` on the small checkpoint."""
    arguments = ("--tokenizer", folder / "tokenizer.model", "--sample", folder / "sample.txt")
    return run("export", folder / "run" / "latest", out, *arguments, *more)


@pytest.fixture(scope="module")
def bundle(folder: Path) -> Path:
    """An exported bundle with facts and scores."""
    more = ("--facts", folder / "facts.toml", "--scores", folder / "scores.json")
    result = export(folder, folder / "out", *more, "--name", "tiny-test")
    assert result.exit_code == 0, result.output
    return folder / "out"


def test_export_prints_what_was_made(folder: Path, tmp_path: Path) -> None:
    """One line a fact, how the graphs compare among them."""
    result = export(folder, tmp_path / "made")
    assert result.exit_code == 0, result.output
    facts = dict(line.split("  ", 1) for line in result.output.splitlines())
    assert facts["name"].strip() == "made"
    assert "largest difference" in facts["float32 graph against torch"]
    assert "words get another label" in facts["INT8 against float32"]


def test_keep_float_writes_the_graph_before_quantisation(folder: Path, tmp_path: Path) -> None:
    """For those who compare graphs themselves."""
    assert export(folder, tmp_path / "made", "--keep-float").exit_code == 0
    assert (tmp_path / "made" / "tagger.fp32.onnx").is_file()


def test_verify_is_content_with_a_whole_bundle(bundle: Path) -> None:
    """Exit code 0 and one line."""
    result = run("verify", bundle)
    assert (result.exit_code, len(result.output.splitlines())) == (0, 1)


def test_verify_names_every_problem_and_fails(folder: Path, tmp_path: Path) -> None:
    """A changed file is found by its digest: exit code 1, the file's name on stderr."""
    export(folder, tmp_path / "made")
    with (tmp_path / "made" / "MODEL_CARD.md").open("a", encoding="utf-8") as card:
        card.write("and it sings\n")
    result = run("verify", tmp_path / "made")
    assert result.exit_code == 1
    assert "MODEL_CARD.md" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    "fact",
    [
        "tiny-test",
        "core, 21 BIO labels",
        "level word, dim 16, layers 1, heads 2, ffn 32, pooling gated",
        "int8-static",
        "1,792 rows, 7 steps, 2 minutes",
        "92.5 [90.0, 95.0] on 600 rows",
    ],
)
def test_info_says_on_one_screen_what_a_bundle_is(bundle: Path, fact: str) -> None:
    """Each fact at the end of its line, fewer lines than a terminal has."""
    lines = run("info", bundle).output.splitlines()
    assert any(line.endswith(fact) for line in lines)
    assert len(lines) < 24


def test_info_speaks_json_too(bundle: Path) -> None:
    """The same facts for programs."""
    facts = json.loads(run("info", bundle, "--json").output)
    assert facts["manual, split test, micro F1"] == "92.5 [90.0, 95.0] on 600 rows"


def test_the_card_holds_facts_and_scores(bundle: Path) -> None:
    """What the options brought stands on the card."""
    card = (bundle / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "| hardware | 2 CPU cores |" in card
    assert "| manual, split test | 600 | 92.5 (90.0–95.0) | – | 92.5 (90.0–95.0) |" in card


@pytest.mark.parametrize("command", ["verify", "info"])
def test_a_directory_that_is_no_bundle_fails_in_words(command: str, tmp_path: Path) -> None:
    """Exit code 1 and the missing file, never a traceback."""
    result = run(command, tmp_path)
    assert result.exit_code == 1
    assert "bundle.json is missing" in result.output


def test_a_misspelt_fact_is_wrong_usage(folder: Path, tmp_path: Path) -> None:
    """Exit code 2, the key named, nothing written."""
    (tmp_path / "facts.toml").write_text('hardwear = "x"\n', encoding="utf-8")
    result = export(folder, tmp_path / "made", "--facts", tmp_path / "facts.toml")
    assert result.exit_code == 2
    assert "hardwear" in result.output
    assert not (tmp_path / "made").exists()


def test_scores_that_are_no_report_are_wrong_usage(folder: Path, tmp_path: Path) -> None:
    """Any other JSON, or none."""
    for content in ("{}", "no JSON"):
        (tmp_path / "scores.json").write_text(content, encoding="utf-8")
        result = export(folder, tmp_path / "made", "--scores", tmp_path / "scores.json")
        assert result.exit_code == 2, content
        assert "scores.json" in result.output
