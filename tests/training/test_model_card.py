"""The model card says what was measured, and says so where nothing was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from postwright.bundle import BundleManifest, LearnedTransitions
from postwright.config import to_mapping
from postwright.errors import ConfigError
from postwright.labels import FULL
from postwright.training.encoder import PRESETS
from postwright.training.model_card import (
    CardFacts,
    Score,
    Source,
    load_facts,
    model_card,
    score_of_evaluation,
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
SCORE = Score(set="usaddress-manual", figure="micro F1", rows=600, value=0.925, low=0.9, high=0.95)


def card(facts: CardFacts) -> str:
    """The card of the test's model."""
    return model_card(MANIFEST, facts, sizes={"tagger.onnx": 5_170_000})


@pytest.mark.parametrize(
    "line",
    [
        "# small-test",
        "| rows seen | 7,424,000 |",
        "| time | 90 minutes |",
        "| hardware | 2 CPU cores |",
        "| `tagger.onnx` | 5.17 MB |",
        "| words whose label changes | 0.050% |",
        "| geonames | CC BY 4.0 | 1,200 |",
        "| usaddress-manual | 600 | micro F1 | 92.5 | 90.0 to 95.0 |",
        "- It reads no maps.",
    ],
)
def test_the_card_holds_every_fact(line: str) -> None:
    """Each fact stands on a line of its own."""
    facts = CardFacts(
        hardware="2 CPU cores",
        data=(Source(name="geonames", licence="CC BY 4.0", rows=1200),),
        scores=(SCORE,),
        limits=("It reads no maps.",),
    )
    assert line in card(facts).splitlines()


def test_what_nobody_stated_is_named_as_such() -> None:
    """A card without facts claims nothing."""
    text = card(CardFacts())
    assert "| hardware | not stated |" in text
    assert "Sources: not stated." in text
    assert "Not measured yet." in text


def test_a_pipe_does_not_break_a_table() -> None:
    """Names come from elsewhere."""
    text = card(CardFacts(data=(Source(name="a|b", licence="MIT"),)))
    assert "| a&#124;b | MIT | not stated |" in text


def test_facts_are_read_from_toml(tmp_path: Path) -> None:
    """Tables of sources and scores become typed records."""
    path = tmp_path / "facts.toml"
    path.write_text(
        'hardware = "2 CPU cores"\nlimits = ["x"]\n'
        '[[data]]\nname = "geonames"\nlicence = "CC BY 4.0"\n'
        '[[scores]]\nset = "usaddress-manual"\nfigure = "micro F1"\nrows = 600\n'
        "value = 0.925\nlow = 0.9\nhigh = 0.95\n",
        encoding="utf-8",
    )
    source = Source(name="geonames", licence="CC BY 4.0")
    expected = CardFacts(hardware="2 CPU cores", data=(source,), scores=(SCORE,), limits=("x",))
    assert load_facts(path) == expected


def test_an_unknown_fact_is_refused(tmp_path: Path) -> None:
    """A misspelt key would be lost otherwise."""
    path = tmp_path / "facts.toml"
    path.write_text('hardwear = "x"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="hardwear"):
        load_facts(path)


def test_figures_come_from_what_evaluate_prints() -> None:
    """Micro F1 and exact parses, with their intervals."""
    estimate = {"value": 0.925, "low": 0.9, "high": 0.95}
    report = {"set": "usaddress-manual", "rows": 600, "micro": {"f1": estimate}, "exact": estimate}
    expected = (SCORE, replace(SCORE, figure="full parse exact"))
    assert score_of_evaluation(report) == expected
