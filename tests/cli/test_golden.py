"""``postwright golden`` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from postwright.cli import main

GOOD = {"id": "1", "raw": "5 Elm St", "tags": {"house_number": ["5"], "street": ["Elm St"]}}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A golden file of one good row."""
    path = tmp_path / "mine.jsonl"
    path.write_text(json.dumps(GOOD) + "\n", encoding="utf-8")
    return path


def test_validate_counts_the_rows_of_a_good_set(file: Path) -> None:
    """Exit code 0 and one line."""
    result = CliRunner().invoke(main, ["golden", "validate", str(file)])
    assert (result.exit_code, result.output) == (0, "1 rows, nothing wrong\n")


def test_validate_lists_every_problem_and_fails(file: Path) -> None:
    """Exit code 1, one line each with file, line, value and mend."""
    bad = {**GOOD, "tags": {"street": ["Oak St"]}, "id": "2"}
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(bad) + "\n" + json.dumps({**GOOD, "expect": "no"}) + "\n")
    result = CliRunner().invoke(main, ["golden", "validate", str(file.parent)])
    assert result.exit_code == 1
    first, second, *others = result.output.splitlines()
    assert first.startswith(f"{file}, line 2: '2': street 'Oak St' is not in raw")
    assert second.startswith(f"{file}, line 3: 'no': expect must be one of")
    assert others[-1] == "4 problems"


def test_validate_can_ask_for_every_field(file: Path) -> None:
    """A published set says where each row comes from."""
    result = CliRunner().invoke(main, ["golden", "validate", "--complete", str(file)])
    assert result.exit_code == 1
    assert "'licence': is missing or empty" in result.output


def test_convert_makes_json_lines_of_a_csv(tmp_path: Path) -> None:
    """The usual way of a user's own set."""
    table = tmp_path / "mine.csv"
    table.write_text("id,raw,house_number,street\n1,5 Elm St,5,Elm St\n", encoding="utf-8")
    out = tmp_path / "mine.jsonl"
    result = CliRunner().invoke(main, ["golden", "convert", str(table), "--out", str(out)])
    assert (result.exit_code, result.output) == (0, f"1 rows in {out}\n")
    assert json.loads(out.read_text(encoding="utf-8")) == {**GOOD, "expect": "pass"}


@pytest.mark.parametrize("arguments", [["validate"], ["validate", "no/such"], ["convert", "x.csv"]])
def test_wrong_usage_is_exit_code_two(arguments: list[str]) -> None:
    """A missing path or option is the caller's mistake."""
    assert CliRunner().invoke(main, ["golden", *arguments]).exit_code == 2
