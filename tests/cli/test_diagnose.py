"""``postwright diagnose`` as a user runs it, mostly on files of predictions."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from postwright.cli import main

TAGS = {"house_number": "5", "street": "Elm St", "locality": "Paris", "postcode": "75008"}
ROWS = 40


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    """A function that diagnoses predictions of rows of which the first so many lack a postcode."""
    golden = [
        {"id": f"{n:02}", "raw": f"5 Elm St, Paris 75008 ({n})", "tags": TAGS, "country": "FR"}
        for n in range(ROWS)
    ]
    sets = tmp_path / "golden.jsonl"
    sets.write_text("".join(json.dumps(row) + "\n" for row in golden), encoding="utf-8")

    def predictions(name: str, wrong: int) -> str:
        path = tmp_path / name
        fewer = {tag: text for tag, text in TAGS.items() if tag != "postcode"}
        records = (
            {"id": row["id"], "components": fewer if n < wrong else TAGS}
            for n, row in enumerate(golden)
        )
        path.write_text("".join(json.dumps(record) + "\n" for record in records))
        return str(path)

    def invoke(model: int, baseline: int | None, *options: str) -> Result:
        arguments = ["diagnose", "--set", str(sets), "--model", predictions("model.jsonl", model)]
        if baseline is not None:
            arguments += ["--baseline", predictions("baseline.jsonl", baseline)]
        return CliRunner().invoke(main, [*arguments, *options])

    return invoke


def test_a_model_alone_is_told_its_mistakes(run: Callable[..., Result]) -> None:
    """Table of classes with examples, and no gate that needs a baseline."""
    result = run(10, None)
    assert result.exit_code == 0, result.output
    assert "10 of 40 rows have mistakes" in result.output
    assert "postcode: 10 of 40 missing, 0 wrong" in result.output
    (line,) = (line for line in result.output.splitlines() if line.startswith("  empty_pred"))
    assert line.split() == ["empty_pred", "10", "100.0%", "10", "0", "10", "100.0%"]
    assert "00  '5 Elm St, Paris 75008 (0)': '75008' → nothing" in result.output
    assert "gates: none applies" in result.output


def test_a_loss_fails_the_gate_by_name(run: Callable[..., Result]) -> None:
    """Exit code 1; the gate names tag and class, and the story is told all the same."""
    result = run(20, 0)
    assert result.exit_code == 1
    assert "gate not passed: drop.tags.postcode" in result.stderr
    assert "most new mistakes of postcode: empty_pred (+20)" in result.stderr
    (line,) = (line for line in result.stdout.splitlines() if line.startswith("all "))
    assert line.split()[:6] == ["all", "40", "20", "0", "0", "1.91e-06"]
    assert "coarse       100.0 →  83.3" in result.stdout


def test_a_gain_passes(run: Callable[..., Result]) -> None:
    """Two axes better, nothing lost."""
    result = run(0, 20)
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    assert "better" in result.stdout


def test_gates_come_from_a_file_and_from_options(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    """A file replaces the default, an option overlays either."""
    file = tmp_path / "gates.toml"
    file.write_text("[drop]\ntag = 1\nslice = 1\ncountry = 1\n[axes]\nworse_at_most = 4\n")
    options = ["--gates", str(file), "--gate", "axes.improved_at_least=0"]
    assert run(20, 0, *options).exit_code == 0
    assert run(20, 0, *options, "--gate", "minimum.tags.postcode=0.9").exit_code == 1
    wrong = run(20, 0, *options, "--gate", "minimum.tags.road=0.9")
    assert wrong.exit_code == 1
    assert "minimum.tags.'road'" in wrong.output


def test_everything_can_be_had_as_json(run: Callable[..., Result]) -> None:
    """The same story for scripts, and the exit code with it."""
    result = run(20, 0, "--json")
    story: dict[str, Any] = json.loads(result.stdout)
    assert result.exit_code == 1
    assert story["passed"] is False
    assert story["comparison"]["broken"][:2] == ["00", "01"]
    assert len(story["diagnosis"]["failing"]) == 20
    assert story["diagnosis"]["tags"][0]["classes"][0]["error_class"] == "empty_pred"


def test_the_report_is_written_beside_the_story(run: Callable[..., Result], tmp_path: Path) -> None:
    """One HTML page, also when a gate is not passed."""
    pytest.importorskip("jinja2")
    page = tmp_path / "page.html"
    assert run(20, 0, "--report", str(page)).exit_code == 1
    assert "<html" in page.read_text(encoding="utf-8")


def test_a_model_directory_is_diagnosed(
    tiny_bundle: Path, tmp_path: Path, run: Callable[..., Result]
) -> None:
    """The tiny model against a file of predictions, on the same rows."""
    run(0, 0)
    arguments = ["--set", str(tmp_path / "golden.jsonl"), "--model", str(tiny_bundle)]
    result = CliRunner().invoke(
        main, ["diagnose", *arguments, "--baseline", str(tmp_path / "baseline.jsonl")]
    )
    assert result.exit_code == 1
    assert f"{tiny_bundle.name} against baseline.jsonl" in result.output


@pytest.mark.parametrize(
    "arguments", [[], ["--set", "no/such/file.jsonl"], ["--set", "x", "--baseline", "no/such"]]
)
def test_wrong_usage_is_exit_code_two(arguments: list[str]) -> None:
    """A missing option or file is the caller's mistake."""
    assert CliRunner().invoke(main, ["diagnose", *arguments]).exit_code == 2
