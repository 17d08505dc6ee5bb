"""Shapes and gaps: what folding takes away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postwright.text import GAP_COUNT, GAPS, SHAPE_COUNT, SHAPES, gap_of, segment, shape_of

SHAPE_CASES = [
    ("ave", "lower"), ("Ave", "title"), ("AVE", "upper"), ("McDonald", "mixed"),
    ("iPad", "mixed"), ("A", "single_upper"), ("a", "lower"), ("東", "caseless"),
    ("שדרות", "caseless"), ("1", "digits_1"), ("75001", "digits_5"), ("٣٤", "digits_2"),
    ("123456789", "digits_more"), (",", "comma"), ("、", "comma"), (".", "full_stop"),
    ("–", "hyphen"), ("-", "hyphen"), ("/", "slash"), ("#", "hash"), ("№", "hash"),
    ("&", "ampersand"), ("(", "open"), ("]", "close"), ("»", "quote"), ("’", "quote"),
    (":", "colon"), ("!", "other_punctuation"), ("½", "other_number"), ("€", "symbol"),
    ("👍", "symbol"), ("\x00", "other"), ("\ud800", "other"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "name"), SHAPE_CASES)
def test_shape_of(word: str, name: str) -> None:
    """Each kind of word has its shape."""
    assert SHAPES[shape_of(word)] == name


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=40))
def test_every_word_has_a_shape_that_is_not_padding(text: str) -> None:
    """Id 0 means padding and is never a word's shape."""
    for start, end in segment(text):
        assert 0 < shape_of(text[start:end]) < SHAPE_COUNT


@pytest.mark.parametrize(
    ("between", "previous", "name"),
    [
        ("", "12", "none"), (" ", "Ave", "space"), ("  ", "Ave", "wide"), ("\t", "x", "wide"),
        ("\u00a0", "x", "space"), ("\n", "x", "newline"), (" \r\n", ",", "newline"),
        (" ", ",", "comma"), ("", ",", "comma"), ("  ", ",", "comma"), ("\u2028", "x", "newline"),
    ],
)  # fmt: skip
def test_gap_of(between: str, previous: str, name: str) -> None:
    """A line break says more than a comma, a comma more than a space."""
    assert GAPS[gap_of(between, previous)] == name


def test_tables_leave_room_within_the_contract() -> None:
    """Embedding tables are sized by the contract, not by today's names."""
    assert len(SHAPES) <= SHAPE_COUNT
    assert len(GAPS) <= GAP_COUNT
    assert SHAPES[0] == GAPS[0] == "padding"
