"""The project's own golden set: it obeys the rules that it is published under."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from postwright.golden import GoldenRow, load, validate

GOLDEN = Path(__file__).parents[2] / "golden"


@pytest.fixture(scope="module")
def rows() -> list[GoldenRow]:
    """All rows of all files."""
    return load(GOLDEN)


def test_the_strict_reading_finds_nothing_wrong() -> None:
    """Surfaces, spans, tags, ids, texts and splits."""
    assert validate([GOLDEN], complete=True) == []


def test_countries_have_the_rows_that_they_were_promised(rows: list[GoldenRow]) -> None:
    """Two large countries, twelve middle ones."""
    counts = Counter(row.country for row in rows)
    assert counts["US"] >= 2000
    assert counts["FR"] >= 1000
    for country in ("DE", "GB", "ES", "IT", "NL", "CA", "AU", "PL", "BR", "MX", "JP", "IN"):
        assert counts[country] >= 100, country


def test_every_tag_has_keys_in_both_splits(rows: list[GoldenRow]) -> None:
    """No tag goes unjudged."""
    found = {(row.split, tag) for row in rows for _, _, tag in row.spans}
    assert len(found) == 2 * 18


def test_a_text_stands_in_the_set_once(rows: list[GoldenRow]) -> None:
    """Or it would count twice."""
    assert len({row.raw for row in rows}) == len(rows)
