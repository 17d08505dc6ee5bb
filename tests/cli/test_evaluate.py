"""``postwright evaluate`` as a user runs it, with a tiny real model of random weights."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from postwright import Parser
from postwright.cli import main
from postwright.cli.judging import load_set

TEXTS = [f"{number} main street, {number * 37} paris" for number in range(1, 60)]


@pytest.fixture
def predicted(tiny_bundle: Path) -> list[dict[str, Any]]:
    """What the tiny model says of four texts in which it finds something, as golden rows."""
    parses = (parse for parse in Parser.load(tiny_bundle).parse_batch(TEXTS) if parse.spans)
    return [
        {"raw": parse.raw, "spans": [[span.start, span.end, span.tag] for span in parse.spans]}
        for parse in islice(parses, 4)
    ]


@pytest.fixture
def run(tmp_path: Path, tiny_bundle: Path) -> Callable[..., Result]:
    """A function that evaluates the tiny model on a file of given rows."""

    def invoke(rows: list[dict[str, Any]], *options: str) -> Result:
        path = tmp_path / "mine.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        arguments = ["evaluate", "--model", str(tiny_bundle), "--set", str(path), *options]
        return CliRunner().invoke(main, arguments)

    return invoke


def test_a_set_of_the_models_own_answers_scores_one_hundred(
    run: Callable[..., Result], predicted: list[dict[str, Any]]
) -> None:
    """Gold and predictions meet row by row; every figure has support and interval."""
    result = run(predicted)
    assert result.exit_code == 0, result.output
    spans = sum(len(row["spans"]) for row in predicted)
    (micro,) = (line for line in result.output.splitlines() if line.startswith("micro"))
    assert micro.split()[:11] == ["micro", str(spans), *(["100.0", "[100.0,", "100.0]"] * 3)]
    assert "full parse exact     100.0 [100.0, 100.0]" in result.output
    assert "macro core" in result.output
    assert "confidence, spans" in result.output
    assert "length 05-08" in result.output


def test_a_row_with_another_answer_lowers_the_figures(
    run: Callable[..., Result], predicted: list[dict[str, Any]]
) -> None:
    """Half of the rows get gold that no parse has."""
    rows = [*predicted[:2], *({"raw": row["raw"], "spans": []} for row in predicted[2:])]
    figures = json.loads(run(rows, "--json").output)
    assert figures["rows"] == 4
    assert figures["exact"]["value"] == pytest.approx(0.5)
    assert figures["micro"]["recall"]["value"] == pytest.approx(1.0)
    assert figures["micro"]["precision"]["value"] < 1.0
    assert figures["failed"] == 0


@pytest.mark.parametrize(
    ("labels", "support"), [("full", {"unit": 1, "cross_street": 1}), ("core", {"street": 1})]
)
def test_the_label_set_decides_what_is_scored(
    run: Callable[..., Result], labels: str, support: dict[str, int]
) -> None:
    """In the core set there is no unit, and a cross street is a street."""
    rows = [{"raw": "12 main street", "spans": [[0, 2, "unit"], [3, 14, "cross_street"]]}]
    figures = json.loads(run(rows, "--labels", labels, "--json").output)
    assert figures["label_set"] == labels
    found = {tag: score["support"] for tag, score in figures["tags"].items() if score["support"]}
    assert found == support


def test_a_bad_line_fails_with_its_place(
    run: Callable[..., Result], predicted: list[dict[str, Any]]
) -> None:
    """Exit code 1, and the message names the line."""
    result = run([predicted[0], {"raw": "5 Elm", "spans": [[0, 9, "street"]]}])
    assert result.exit_code == 1
    assert "mine.jsonl, line 2" in result.output


def test_both_rules_can_be_chosen(
    run: Callable[..., Result], predicted: list[dict[str, Any]]
) -> None:
    """The figures say by which rule they were made."""
    assert json.loads(run(predicted, "--json").output)["rule"] == "folded"
    assert json.loads(run(predicted, "--rule", "strict", "--json").output)["rule"] == "strict"


def test_rows_can_be_chosen_by_split_and_adversarial(
    run: Callable[..., Result], predicted: list[dict[str, Any]]
) -> None:
    """One row of each kind."""
    kinds: list[dict[str, Any]] = [
        {"split": "dev"}, {"split": "test"}, {"split": "test", "slice": "adversarial"}
    ]  # fmt: skip
    rows = [{**row, **kind} for row, kind in zip(predicted, kinds, strict=False)]
    for options, count in (
        ((), 3),
        (("--split", "test"), 2),
        (("--adversarial", "exclude"), 2),
        (("--adversarial", "only"), 1),
    ):
        assert json.loads(run(rows, *options, "--json").output)["rows"] == count
    assert run(rows, "--split", "dev", "--adversarial", "only").exit_code == 1
    none = run(predicted[:1], "--split", "dev")
    assert (none.exit_code, "--split dev leaves no row" in none.output) == (1, True)


def test_predictions_of_another_parser_are_scored(tmp_path: Path) -> None:
    """The same key for every parser; no model is loaded."""
    golden = tmp_path / "golden.jsonl"
    tags = {"house_number": ["5"], "street": ["Elm St"], "locality": ["Paris"]}
    golden.write_text(json.dumps({"id": "1", "raw": "5 Elm St, Paris", "tags": tags}) + "\n")
    theirs = tmp_path / "libpostal.jsonl"
    components = {"house_number": "5", "road": "elm st", "city": "paris"}
    theirs.write_text(json.dumps({"id": "1", "components": components}) + "\n")
    arguments = ["evaluate", "--set", str(golden), "--predictions", str(theirs)]
    result = CliRunner().invoke(main, [*arguments, "--predicted-by", "libpostal", "--json"])
    figures = json.loads(result.output)
    assert (figures["model"], figures["exact"]["value"]) == ("libpostal.jsonl", 1.0)
    assert figures["calibration"] is None
    assert CliRunner().invoke(main, arguments).exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--set", "no/such/file.jsonl"],
        ["--set", "usaddress-manual", "--model", "no/such/model"],
        ["--set", "usaddress-manual", "--labels", "half"],
    ],
)
def test_wrong_usage_is_exit_code_two(arguments: list[str]) -> None:
    """A missing option or file is the caller's mistake."""
    assert CliRunner().invoke(main, ["evaluate", *arguments]).exit_code == 2


def test_missing_data_is_said_with_the_variable_to_set(tmp_path: Path) -> None:
    """The named set needs the data folder."""
    arguments = ["evaluate", "--set", "usaddress-manual", "--data", str(tmp_path)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert "POSTWRIGHT_DATA" in result.output


def test_load_set_refuses_an_unknown_name() -> None:
    """The message repeats the name."""
    with pytest.raises(click.UsageError, match="usaddress-auto"):
        load_set("usaddress-auto")
