"""The hand-labelled US rows: floors mended, spans whole, the split fixed for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from postwright.errors import InputError
from postwright.golden import usaddress_manual as manual
from postwright.splits import normalise_line
from postwright.text import segment, trim


def surfaces(raw: str, spans: list[tuple[int, int, str]]) -> list[tuple[str, str]]:
    """The spans as (text, tag)."""
    return [(raw[start:end], tag) for start, end, tag in spans]


@pytest.mark.parametrize(
    ("raw", "unit", "level", "mended"),
    [
        ("Second Floor", "Second", "Floor", [("Second Floor", "level")]),
        ("6TH FL", "6TH", "FL", [("6TH FL", "level")]),
        ("3rd Flr.", "3rd", "Flr.", [("3rd Flr.", "level")]),
        ("Lower level", "Lower", "level", [("Lower level", "level")]),
        ("Apt. 3rd Flr.", "Apt. 3rd", "Flr.", [("Apt. 3rd Flr.", "level")]),
        ("Dept 5 4th floor", "Dept 5 4th", "floor", [("Dept 5", "unit"), ("4th floor", "level")]),
        ("Bld A FLR 3", "Bld A", "FLR 3", [("Bld A", "unit"), ("FLR 3", "level")]),
        ("Room 4, Floor", "Room 4", "Floor", [("Room 4", "unit"), ("Floor", "level")]),
    ],
)
def test_mend_floors_joins_a_bare_floor_word_to_its_number(
    raw: str, unit: str, level: str, mended: list[tuple[str, str]]
) -> None:
    """Only a floor word that stands alone right behind a unit takes the unit's last word."""
    at = len(raw) - len(level)
    spans = [(0, len(unit), "unit"), (at, len(raw), "level")]
    assert surfaces(raw, manual.mend_floors(raw, spans)) == mended


def test_mend_floors_leaves_rows_without_a_split_floor_alone() -> None:
    """A level that is whole, and a unit elsewhere, stay as they are."""
    spans = [(0, 2, "house_number"), (3, 10, "level"), (11, 14, "unit")]
    assert manual.mend_floors("12 Floor 4 #12", spans) == spans


@pytest.mark.parametrize(
    ("raw", "first", "second", "tag", "joined"),
    [
        ("M Street, NW", "M Street", "NW", "street", True),
        ("Cox Ave., S.W.", "Cox Ave.", "S.W.", "street", True),
        ("Main St, Northeast", "Main St", "Northeast", "street", True),
        ("Hwy 9, Oak Rd", "Hwy 9", "Oak Rd", "street", False),
        ("S AND W", "S", "W", "street", False),
        ("Acme, Inc.", "Acme", "Inc.", "venue", True),
        ("Joe, Acme", "Joe", "Acme", "venue", False),
        ("Reston, NW", "Reston", "NW", "locality", False),
    ],
)
def test_mend_commas_joins_directions_and_company_forms_alone(
    raw: str, first: str, second: str, tag: str, joined: bool
) -> None:
    """Over a comma a direction belongs to its street and "Inc." to its company, nothing else."""
    parts = [(0, len(first), tag), (len(raw) - len(second), len(raw), tag)]
    expected = [(raw, tag)] if joined else [(first, tag), (second, tag)]
    assert surfaces(raw, manual.mend_commas(raw, parts)) == expected


def test_load_names_the_file_and_the_variable_when_the_data_are_missing(tmp_path: Path) -> None:
    """Somebody without the data learns what to set."""
    with pytest.raises(InputError, match="POSTWRIGHT_DATA"):
        manual.load(tmp_path)


@pytest.mark.data
def test_no_level_is_a_bare_floor_word_after_loading(data_dir: Path) -> None:
    """All rows of the real file are mended."""
    levels = [
        row.raw[start:end].casefold()
        for row in manual.load(data_dir)
        for start, end, tag in row.spans
        if tag == "level"
    ]
    assert len(levels) == 55
    assert not {"floor", "fl", "flr", "level"} & set(levels)


@pytest.mark.data
def test_every_real_span_is_trimmed_and_cuts_no_word(data_dir: Path) -> None:
    """A right parser can reach every golden span of the file."""
    for row in manual.load(data_dir):
        words = segment(row.raw)
        starts, ends = {start for start, _ in words}, {end for _, end in words}
        for start, end, _ in row.spans:
            assert trim(row.raw, start, end) == (start, end)
            assert start in starts, row
            assert end in ends, row


@pytest.mark.data
def test_evaluation_and_training_share_no_normalised_line(data_dir: Path) -> None:
    """The two parts make the whole, about two to three, and no line is on both sides."""
    judged, trained = manual.evaluation_rows(data_dir), manual.training_rows(data_dir)
    assert (len(judged), len(trained)) == (564, 813)
    assert {row.id for row in judged} | {row.id for row in trained} == {
        row.id for row in manual.load(data_dir)
    }
    assert not {normalise_line(row.raw) for row in judged} & {
        normalise_line(row.raw) for row in trained
    }
