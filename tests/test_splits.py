"""The split function is frozen: these answers may never change."""

from __future__ import annotations

import pytest

from postwright.splits import is_large, line_digest, normalise_line, split_of


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("", ""),
        ("  12, RUE de l'Été ", "12 rue de l été"),
        ("ＮＹ\n10118-1234", "ny 10118 1234"),
        ("दिल्ली", "दिल्ली"),
    ],
)
def test_normalise_line(raw: str, line: str) -> None:
    """Letters, numbers and combining marks stay; all else is one space."""
    assert normalise_line(raw) == line


def test_line_digest_is_the_sha1_of_the_normalised_line() -> None:
    """A known SHA-1: of `abc`."""
    assert line_digest(" Abc!") == "a9993e364706816aba3e"


def test_written_forms_of_a_locality_share_a_split() -> None:
    """Case and punctuation do not move a row."""
    for number in range(200):
        assert split_of("US", f"St. Town{number}") == split_of("US", f"ST TOWN{number}", "Elm St")


def test_a_tenth_is_held_out_in_two_halves() -> None:
    """Shares of 20,000 made-up localities, within four standard deviations."""
    splits = [split_of("XX", f"town {number}") for number in range(20_000)]
    assert abs(splits.count("dev") - 1000) < 125
    assert abs(splits.count("test") - 1000) < 125


def test_large_localities_are_split_by_street() -> None:
    """New York is in every split, street by street."""
    assert is_large("US", "new york")
    assert is_large("FR", "paris")
    splits = {split_of("US", "New York", f"{number} street") for number in range(300)}
    assert splits == {"train", "dev", "test"}


FROZEN = [
    ("US", "Montpelier", "", "train"),
    ("US", "Springfield", "Main St", "train"),
    ("FR", "Paris", "Rue de Rivoli", "train"),
    ("DE", "Berlin", "Friedrichstraße", "train"),
    ("", "", "", "train"),
]


@pytest.mark.parametrize(("country", "locality", "street", "split"), FROZEN)
def test_frozen_answers(country: str, locality: str, street: str, split: str) -> None:
    """Models and golden rows stand on these answers."""
    assert split_of(country, locality, street) == split
