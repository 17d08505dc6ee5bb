"""What the browser of rows is given: offsets of JavaScript, what is wrong, and not too much."""

from __future__ import annotations

from dataclasses import replace

import pytest

from postwright.diagnostics.compare import Findings
from postwright.diagnostics.report.rows import MOST_ROWS, browser_data


@pytest.mark.parametrize("side", ["gold", "a"])
def test_offsets_count_utf_16_units(compared: Findings, side: str) -> None:
    """A slice of the units of JavaScript's string is the text of the span."""
    data = browser_data(compared.diagnosis.failing)
    (row,) = (row for row in data["rows"] if row["country"] == "JP")
    units = row["raw"].encode("utf-16-le")
    texts = [units[2 * start : 2 * end].decode("utf-16-le") for start, end, *_ in row[side]]
    assert [texts[0], texts[-1]] == ["東京都", "1-9-1"]


def test_what_is_wrong_is_marked(compared: Findings) -> None:
    """A golden span that was missed and a predicted one that is not golden carry a 1."""
    data = browser_data(compared.diagnosis.failing)
    (row,) = (row for row in data["rows"] if row["raw"].startswith("22 Rue"))
    gold = {data["tags"][tag]: wrong for _, _, tag, wrong in row["gold"]}
    said = {data["tags"][tag]: wrong for _, _, tag, wrong, _ in row["a"]}
    assert gold == {"house_number": 1, "street": 0, "postcode": 1}
    assert said == {"street": 0, "postcode": 1}


def test_a_fault_has_its_class_and_both_texts(compared: Findings) -> None:
    """The class that the diagnosis found, with what should have been and what was said."""
    data = browser_data(compared.diagnosis.failing)
    (row,) = (row for row in data["rows"] if row["raw"] == "Paris 75008")
    ((kind, tag, name, gold, predicted, _),) = row["faults"]
    assert (kind, data["tags"][tag], data["classes"][name]) == ("missing", "postcode", "empty_pred")
    assert (gold, predicted) == ("75008", None)


def test_newly_broken_rows_stay_when_there_are_too_many(compared: Findings) -> None:
    """A page holds a bounded number of rows, and drops those that were fixed first."""
    broken, fixed = (
        next(row for row in compared.diagnosis.failing if row.change == change)
        for change in ("broken", "fixed")
    )
    rows = [replace(fixed, id=str(number)) for number in range(MOST_ROWS)] + [broken]
    data = browser_data(rows)
    assert len(data["rows"]) == MOST_ROWS
    assert data["rows"][0]["id"] == broken.id
