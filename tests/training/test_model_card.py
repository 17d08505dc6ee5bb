"""The model card says what was measured, and says so where nothing was; `tests/cli` reads one."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from postwright.bundle import BundleManifest, LearnedTransitions
from postwright.config import to_mapping
from postwright.diagnostics import Estimate, Evaluation, Scores, TagScore
from postwright.errors import ConfigError
from postwright.labels import FULL, TAGS
from postwright.training.encoder import PRESETS
from postwright.training.model_card import (
    CardFacts,
    CorpusFacts,
    CorpusSource,
    Energy,
    StatedFacts,
    load_facts,
    model_card,
    read_evaluation,
    times_resumed,
    with_calibration,
)

N = len(FULL)
MANIFEST = BundleManifest(
    name="small-test",
    label_set="full",
    labels=FULL.labels,
    text_contract=1,
    encoder=to_mapping(PRESETS["small"]),
    transitions=LearnedTransitions((0.0,) * N, (0.0,) * N, ((0.0,) * N,) * N),
    quantization="int8-dynamic",
    created="2026-01-02T03:04:05+00:00",
    postwright_version="0.1.0",
    training={"seconds": 5400, "step": 29_000, "rows_seen": 7_424_000, "corpus_rows": 6_000_000},
    parity={
        "rows": 4000,
        "words": 36_000,
        "labels_changed": 0.0005,
        "rows_changed": 0.004,
        "largest_difference": 0.75,
    },
)
ESTIMATE = Estimate(0.925, 0.9, 0.95)
MICRO = TagScore(support=900, predicted=910, precision=ESTIMATE, recall=ESTIMATE, f1=ESTIMATE)
CALIBRATION = {
    "parses": [0.45, -1.1],
    "spans": [0.44, -0.7],
    "tags": {"unit": [0.4, -0.5]},
    "fitted": {"sets": ["golden"], "split": "dev", "rows": 3365, "spans": 15_233}
    | {"span_error": [0.048, 0.005], "parse_error": [0.138, 0.024]},
}


def scores(rows: int = 600) -> Scores:
    """The same figure for everything."""
    return Scores(rows, "folded", "full", 2000, MICRO, ESTIMATE, {"unit": MICRO})


def evaluation(**changes: object) -> Evaluation:
    """Of 600 rows, without slices and countries unless given."""
    empty = {"adversarial": "include", "slices": {}, "countries": {}, "calibration": None}
    given = {**empty, "scores": scores(), **changes}
    return Evaluation(model="m", golden="manual", failed=0, **given)  # type: ignore[arg-type]


def card(facts: CardFacts) -> str:
    """The card of the test's model."""
    return model_card(MANIFEST, facts, sizes={"tagger.onnx": 5_170_000})


@pytest.mark.parametrize(
    "line",
    [
        "# small-test",
        "| rows seen | 7,424,000 |",
        "| distinct rows among them | 6,000,000 |",
        "| time | 1 h 30 min |",
        "| hardware | 2 CPU cores |",
        "| `tagger.onnx` | 5.17 MB |",
        "| words whose label changes | 0.050% |",
        "- It reads no maps.",
    ],
)
def test_the_card_holds_every_fact(line: str) -> None:
    """Each fact stands on a line of its own."""
    stated = StatedFacts(hardware="2 CPU cores", limits=("It reads no maps.",))
    assert line in card(CardFacts(stated=stated)).splitlines()


def test_earlier_runs_are_counted_in() -> None:
    """Rows, steps and time of the runs whose weights this one began with."""
    earlier = {"seconds": 1800, "step": 1000, "rows_seen": 256_000, "corpus_rows": 500_000}
    init = {"file": "w.safetensors", "sha256": "ab" * 32, "runs": [earlier]}
    begun = replace(MANIFEST, training={**MANIFEST.training, "init": init})
    lines = model_card(begun, CardFacts(), sizes={}).splitlines()
    weights = "the weights of `w.safetensors` (SHA-256 abababababab…), of one earlier run"
    assert f"| begun with | {weights}, counted in below |" in lines
    assert "| time | 2 h 00 min |" in lines
    assert "| steps | 30,000 (1,000 + 29,000) |" in lines
    assert "| rows seen | 7,680,000 (256,000 + 7,424,000) |" in lines
    assert "| distinct rows among them | 6,256,000 (256,000 + 6,000,000) |" in lines


def test_what_nobody_stated_is_named_as_such() -> None:
    """A card without facts claims nothing."""
    text = card(CardFacts())
    for line in ("| hardware | not stated |", "| energy | not stated |", "Sources: not stated."):
        assert line in text.splitlines()
    assert "Intended:\n\nNot stated.\n\nNot intended:\n\nNot stated.\n" in text
    assert "Not measured yet." in text
    assert "Not calibrated: probabilities are raw." in text
    assert "taken up again" not in text


def test_a_pipe_does_not_break_a_table() -> None:
    """Names come from elsewhere."""
    assert "| hardware | a&#124;b |" in card(CardFacts(stated=StatedFacts(hardware="a|b")))


def test_the_first_evaluation_is_shown_in_full_the_others_by_their_totals() -> None:
    """Tables of every set would make the card too long to be read."""
    first, other = evaluation(split="test"), evaluation(adversarial="only")
    text = card(CardFacts(evaluations=(first, other)))
    assert text.count(" | 600 | 92.5 (90.0–95.0) |") == 2
    assert "### By tag: manual, split test\n" in text
    assert "| manual, adversarial rows: only | 600 |" in text
    assert text.count("### By tag") == 1


def test_small_groups_are_left_out() -> None:
    """A figure of fewer than 50 rows says little."""
    found = evaluation(countries={"FR": scores(50), "MC": scores(49)})
    lines = card(CardFacts(evaluations=(found,))).splitlines()
    assert "| FR | 50 | 92.5 (90.0–95.0) | 92.5 (90.0–95.0) |" in lines
    assert not any("MC" in line for line in lines)


def test_the_fullest_card_can_be_read() -> None:
    """All tags, 200 countries, 60 slices, 20 sources, 24 licences: 250 lines or less."""
    names = [f"{number:03}" for number in range(200)]
    figures = Scores(9999, "folded", "full", 2000, MICRO, ESTIMATE, dict.fromkeys(TAGS, MICRO))
    full = evaluation(
        scores=figures,
        slices={name: scores(100) for name in names[:60]},
        countries={name: scores(100) for name in names},
    )
    corpus = CorpusFacts(
        recipe="world.toml",
        is_recipe=True,
        seeds=(2,),
        shards=40,
        countries=dict.fromkeys(names, 10),
        sources=tuple(
            CorpusSource(name=name, rows=100, tables=("rows/x.tsv.gz",), licences=("MIT",))
            for name in names[:20]
        ),
        origins=dict.fromkeys(names[:24], ("geonames",)),
    )
    six = ("x",) * 6
    stated = StatedFacts(intended=six, not_intended=six, limits=six)
    facts = CardFacts(stated=stated, corpus=corpus, evaluations=(full,))
    text = with_calibration(card(facts), CALIBRATION)
    assert "168 of fewer rows are left out." in text
    assert len(text.splitlines()) <= 250


def test_the_section_on_calibration_is_replaced_or_added() -> None:
    """The rest of the card stays byte for byte, in an older card without the section too."""
    before, after = card(CardFacts()), with_calibration(card(CardFacts()), CALIBRATION)
    assert "| parses | 13.8 | 2.4 | 0.450 | -1.100 |" in after.splitlines()
    assert "(a, b): unit 0.400, -0.500." in after
    assert after.split("## Calibration")[0] == before.split("## Calibration")[0]
    assert after.split("## Known")[1] == before.split("## Known")[1]
    assert with_calibration(after, CALIBRATION) == after
    added = with_calibration("# old\n\nA card.\n", CALIBRATION)
    assert added.startswith("# old\n\nA card.\n\n## Calibration\n\n")


def test_facts_are_read_from_toml(tmp_path: Path) -> None:
    """The recipe of the corpus lies relative to the file."""
    path = tmp_path / "facts.toml"
    path.write_text(
        'hardware = "2 CPU cores"\ncorpus_recipe = "corpus/x.toml"\nlimits = ["x"]\n'
        '[energy]\nwatts = 30\ncovers = "two cores"\nhow = "a guess"\n',
        encoding="utf-8",
    )
    assert load_facts(path) == StatedFacts(
        hardware="2 CPU cores",
        energy=Energy(watts=30.0, covers="two cores", how="a guess"),
        corpus_recipe=tmp_path / "corpus" / "x.toml",
        limits=("x",),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('hardwear = "x"\n', "hardwear"),
        ('[energy]\nwatts = 0\ncovers = "x"\nhow = "y"\n', "watts = 0.0: must be above 0"),
    ],
)
def test_wrong_facts_are_refused(tmp_path: Path, text: str, message: str) -> None:
    """A misspelt key would be lost otherwise."""
    path = tmp_path / "facts.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        load_facts(path)


def test_the_facts_of_the_world_model_can_be_read() -> None:
    """The file that comes with the recipes; its corpus recipe is there."""
    facts = load_facts(Path(__file__).parents[2] / "recipes" / "world-card.toml")
    assert facts.corpus_recipe is not None
    assert facts.corpus_recipe.is_file()
    assert facts.energy is not None
    assert all((facts.intended, facts.not_intended, facts.limits))


def test_an_evaluation_is_read_as_it_was_printed(tmp_path: Path) -> None:
    """As `evaluate --json` writes it, the folders of the set left out."""
    record = evaluation(split="dev").to_json()
    printed = {"set": "/home/me/manual", **record, **record["scores"]}
    printed = {key: value for key, value in printed.items() if key not in {"golden", "scores"}}
    (tmp_path / "dev.json").write_text(json.dumps(printed), encoding="utf-8")
    assert read_evaluation(tmp_path / "dev.json") == evaluation(split="dev")


@pytest.mark.parametrize(
    ("log", "times"),
    [
        ([], None),
        (["norms", "step"], None),
        (["start", "step"], 0),
        (["start", "step", "start", "start", "step"], 2),
    ],
)
def test_a_log_says_how_often_the_run_was_taken_up(
    tmp_path: Path, log: list[str], times: int | None
) -> None:
    """A log of an older version has no starts, and says nothing."""
    lines = (json.dumps({"kind": kind, "step": 1}) + "\n" for kind in log)
    (tmp_path / "log.jsonl").write_text("".join(lines), encoding="utf-8")
    assert times_resumed(tmp_path / "log.jsonl") == times
