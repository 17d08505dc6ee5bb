"""What ``docs/diagnosis.md`` says is what is done."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from postwright.diagnostics.classes import ERROR_CLASSES
from postwright.diagnostics.foreign_labels import ADAPTERS
from postwright.diagnostics.predictions import load_predictions
from postwright.diagnostics.results import MACROS
from postwright.golden import GoldenRow

TEXT = (Path(__file__).parents[2] / "docs" / "diagnosis.md").read_text(encoding="utf-8")
EXAMPLES = re.search(r"^```json\n(.*?)^```", TEXT, flags=re.MULTILINE | re.DOTALL)

RAWS = ("912-914 S Main St, Portland OR", "12 Elm St", "12 Elm St")
LABELS = ("libpostal", "usaddress", "postwright")


def first_cells(heading: str) -> list[str]:
    """The first column of the table below a heading of that first cell."""
    table = TEXT[TEXT.index(f"\n| {heading} |") :].split("\n\n")[0]
    return re.findall(r"^\| `(\w+)` \|", table, flags=re.MULTILINE)


def test_the_classes_stand_in_the_order_in_which_they_are_tried() -> None:
    """First match wins, so the order is part of their meaning."""
    assert first_cells("class") == list(ERROR_CLASSES)


def test_the_named_means_are_listed() -> None:
    """Every macro figure is explained."""
    assert first_cells("name") == list(MACROS)


def test_the_labels_of_other_parsers_are_listed() -> None:
    """Every adapter is offered."""
    assert sorted(first_cells("`--predicted-by`")) == sorted(ADAPTERS)


@pytest.mark.parametrize("number", range(3))
def test_each_example_of_a_prediction_is_read(number: int, tmp_path: Path) -> None:
    """A dictionary, pairs, and spans."""
    assert EXAMPLES is not None
    line = EXAMPLES[1].splitlines()[number]
    row = GoldenRow(json.loads(line)["id"], RAWS[number], ())
    path = tmp_path / "theirs.jsonl"
    path.write_text(line, encoding="utf-8")
    (prediction,) = load_predictions(path, [row], labels=LABELS[number])
    assert [tag for _, _, tag in prediction.spans][:2] == ["house_number", "street"]
