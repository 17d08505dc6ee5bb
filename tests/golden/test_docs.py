"""What ``docs/golden.md`` shows is what is read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from postwright.golden import load, validate

PAGE = Path(__file__).parents[2] / "docs" / "golden.md"


def block(language: str) -> str:
    """The first fenced block of the page in a language."""
    text = PAGE.read_text(encoding="utf-8")
    found = re.search(rf"^```{language}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(("language", "suffix"), [("json", "jsonl"), ("csv", "csv")])
def test_the_examples_are_golden_files(tmp_path: Path, language: str, suffix: str) -> None:
    """Both formats, without a problem."""
    path = tmp_path / f"mine.{suffix}"
    path.write_text(block(language), encoding="utf-8")
    assert validate([path]) == []
    assert all(row.spans for row in load(path))


def test_the_json_example_has_every_field(tmp_path: Path) -> None:
    """A row as the project's own are."""
    path = tmp_path / "mine.jsonl"
    path.write_text(block("json"), encoding="utf-8")
    assert validate([path], complete=True) == []
