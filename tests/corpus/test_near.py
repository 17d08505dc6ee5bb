"""Values found although they were written a little differently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postwright.corpus.near import edit_distance, find_near

LETTERS = st.text("abc", max_size=6)


def slow_distance(one: str, other: str) -> int:
    """Levenshtein's distance by its definition."""
    if not one or not other:
        return len(one) + len(other)
    return min(
        slow_distance(one[1:], other) + 1,
        slow_distance(one, other[1:]) + 1,
        slow_distance(one[1:], other[1:]) + (one[0] != other[0]),
    )


@given(LETTERS, LETTERS, st.integers(0, 4))
def test_the_distance_is_levenshtein_s(one: str, other: str, most: int) -> None:
    """Up to the most that is asked for, and None above."""
    expected = slow_distance(one, other)
    assert edit_distance(one, other, most) == (expected if expected <= most else None)


@pytest.mark.parametrize(
    ("value", "line", "place"),
    [
        ("Saint-Étienne", "42000 SAINT ETIENNE", range(1, 3)),
        ("Châlon sur Saône", "71100 Chalons sur Saone", range(1, 4)),
        ("Montpelier", "Elm St Montpellier VT", range(2, 3)),
        ("Mountain View", "Montain Veiw CA", None),  # three errors
        ("Mountain View", "Montain View CA", range(0, 2)),
        ("Barre", "Bare VT", range(0, 1)),
        ("York", "Cork", None),  # too short to be misspelt
        ("12", "13 Elm", None),
        ("5th Avenue", "6th Avenue", None),  # a number is never nearly right
        ("New Town", "Newtown Road", range(0, 1)),
    ],
)
def test_a_value_is_found_nearly(value: str, line: str, place: range | None) -> None:
    """Accents and punctuation do not count, long names may hold a slip or two."""
    words = line.split()
    assert find_near(value, words, [None] * len(words), from_end=True) == place


def test_the_nearest_place_wins_and_then_the_one_at_the_given_end() -> None:
    """An exact match further away is better than a slip close by."""
    words = ["Stowe", "Elm", "Stowee"]
    assert find_near("Stowe", words, [None] * 3, from_end=True) == range(0, 1)
    twice = ["Stowe", "Elm", "Stowe"]
    assert find_near("Stowe", twice, [None] * 3, from_end=True) == range(2, 3)
    assert find_near("Stowe", twice, [None] * 3, from_end=False) == range(0, 1)


def test_words_that_are_taken_are_passed_over() -> None:
    """A name that is street and town is found once for each."""
    words = ["Barre", "Street", "Barre"]
    assert find_near("Barre", words, [None, None, "locality"], from_end=True) == range(0, 1)
