"""The addresses that the shipped model must parse right, replayed from ``acceptance.json``."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from postwright import Parser
from postwright.diagnostics import evaluate
from postwright.golden.usaddress_manual import evaluation_rows
from postwright.labels import TAGS

CASES: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("acceptance.json").read_text(encoding="utf-8")
)


@cache
def shipped() -> Parser:
    """The parser with the model inside the package; an error where none is."""
    return Parser.load()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["raw"])
def test_the_shipped_model_parses_the_address_right(case: dict[str, Any]) -> None:
    """Every component is found whole, and nothing beside them."""
    assert shipped().parse(case["raw"]).components == case["components"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["raw"])
def test_the_expected_components_can_be_reached(case: dict[str, Any]) -> None:
    """A case is a fact about its text: known tags, and values that stand in it."""
    assert set(case["components"]) <= set(TAGS)
    for values in case["components"].values():
        for value in values:
            assert value in case["raw"]


def test_a_batch_gives_what_single_calls_give() -> None:
    """The same addresses in one call are parsed the same."""
    texts = [case["raw"] for case in CASES]
    singly = [shipped().parse(text).components for text in texts]
    assert [parse.components for parse in shipped().parse_batch(texts)] == singly


@pytest.mark.data
def test_hand_labelled_us_rows_reach_ninety(data_dir: Path) -> None:
    """Micro F1 is at least 0.90 on the hand-labelled rows that no model is trained on."""
    rows = evaluation_rows(data_dir)
    parses = shipped().parse_batch([row.raw for row in rows])
    spans = [[(span.start, span.end, span.tag) for span in parse.spans] for parse in parses]
    assert evaluate(rows, spans, resamples=10).micro.f1.value >= 0.90
