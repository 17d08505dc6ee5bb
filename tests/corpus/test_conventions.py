"""Which level is which: the table of LABELS, country by country."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postwright.corpus.conventions import mend

CASE_FILE = Path(__file__).with_name("conventions.jsonl")
CASES = [json.loads(line) for line in CASE_FILE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['country']} {case['fields']}")
def test_a_row_is_brought_under_the_convention_of_its_country(case) -> None:
    """Each case is a row of a source as it comes."""
    mended = dict(case["fields"])
    mend(case["country"], mended, case["src"])
    assert mended == case["expected"]


def test_the_departement_stands_where_a_region_stands_and_never_beside_it() -> None:
    """Most rows name the département, some the region, none both."""
    found = set()
    for number in range(200):
        fields = {"locality": f"Town {number}", "subregion": "Province", "region": "Region"}
        mend("FR", fields)
        assert "subregion" not in fields
        found.add(fields["region"])
    assert found == {"Province", "Region"}


def test_an_austrian_village_is_part_of_its_gemeinde_or_a_town_by_itself() -> None:
    """The Gemeinde of the register is read, and never stays as a field of its own."""
    found = set()
    for number in range(60):
        fields = {"locality": f"Dorf {number}", "commune": "Stadt", "region": "Tirol"}
        mend("AT", fields)
        assert "commune" not in fields
        found.add((fields["locality"] == "Stadt", "dependent_locality" in fields))
    assert found == {(True, True), (False, False)}
