"""``postwright evaluate`` as a user runs it, with the shipped model."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from postwright import Parser
from postwright.cli import main
from postwright.cli.evaluate import load_set

TEXTS = [
    "350 5th Ave Apt 4, New York, NY 10118",
    "12 rue de la Paix, 75002 Paris",
    "Calle Mayor 12, 28013 Madrid",
    "Main St & 5th Ave, Portland, OR",
]


@cache
def predicted() -> list[dict[str, Any]]:
    """What the shipped model says of the texts, as golden rows."""
    return [
        {"raw": parse.raw, "spans": [[span.start, span.end, span.tag] for span in parse.spans]}
        for parse in Parser.load().parse_batch(TEXTS)
    ]


def run(folder: Path, rows: list[dict[str, Any]], *options: str) -> Result:
    """Evaluate on a file of these rows."""
    path = folder / "mine.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return CliRunner().invoke(main, ["evaluate", "--set", str(path), *options])


def test_a_set_of_the_models_own_answers_scores_one_hundred(tmp_path: Path) -> None:
    """Gold and predictions meet row by row; every figure has support and interval."""
    result = run(tmp_path, predicted())
    assert result.exit_code == 0, result.output
    spans = sum(len(row["spans"]) for row in predicted())
    (micro,) = (line for line in result.output.splitlines() if line.startswith("micro"))
    assert micro.split() == ["micro", str(spans), *(["100.0", "[100.0,", "100.0]"] * 3)]
    assert "full parse exact: 100.0 [100.0, 100.0]" in result.output


def test_a_row_with_another_answer_lowers_the_figures(tmp_path: Path) -> None:
    """Half of the rows get gold that no parse has."""
    rows = [*predicted()[:2], *({"raw": row["raw"], "spans": []} for row in predicted()[2:])]
    figures = json.loads(run(tmp_path, rows, "--json").output)
    assert figures["exact"]["value"] == pytest.approx(0.5)
    assert figures["micro"]["recall"]["value"] == pytest.approx(1.0)
    assert figures["micro"]["precision"]["value"] < 1.0
    assert figures["failed"] == 0


def test_core_labels_leave_units_out(tmp_path: Path) -> None:
    """The same rows in the core set have no unit and no cross street."""
    figures = json.loads(run(tmp_path, predicted(), "--labels", "core", "--json").output)
    assert figures["label_set"] == "core"
    assert not {"unit", "cross_street"} & set(figures["tags"])
    assert figures["exact"]["value"] == 1.0


def test_a_bad_line_fails_with_its_place(tmp_path: Path) -> None:
    """Exit code 1, and the message names the line."""
    result = run(tmp_path, [predicted()[0], {"raw": "5 Elm", "spans": [[0, 9, "street"]]}])
    assert result.exit_code == 1
    assert "mine.jsonl, line 2" in result.output


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
