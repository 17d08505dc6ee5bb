"""How a text is cut into words."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from postwright.text.segment import _LATIN_WORD, _WORD, cut, segment

CASES = [
    ("", []),
    (" \t\n\u3000", []),
    ("350 5th Ave, NY", ["350", "5", "th", "Ave", ",", "NY"]),
    ("12a", ["12", "a"]),
    ("H2X2T6", ["H", "2", "X", "2", "T", "6"]),
    ("l'Été", ["l", "'", "Été"]),
    ("e\u0301te\u0301", ["e\u0301te\u0301"]),
    ("nº5½", ["nº", "5", "½"]),
    ("東京都1-1", ["東", "京", "都", "1", "-", "1"]),
    ("スーパー", ["ス", "ー", "パ", "ー"]),
    ("か\u3099", ["か\u3099"]),
    ("葛\U000e0100飾", ["葛\U000e0100", "飾"]),
    ("ก๊ำ๓๔", ["ก๊ำ", "๓๔"]),
    ("서울특별시 강남구", ["서울특별시", "강남구"]),
    ("नई दिल्ली", ["नई", "दिल्ली"]),
    ("a\x00b\ud800", ["a", "\x00", "b", "\ud800"]),
    ("👩‍🚀", ["👩", "\u200d", "🚀"]),
    ("▁x", ["▁", "x"]),
]

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(("text", "words"), CASES)
def test_words_of(text: str, words: list[str]) -> None:
    """Each written form is cut where the contract says."""
    assert [text[start:end] for start, end in segment(text)] == words


@given(ANY_TEXT)
def test_words_tile_everything_but_white_space(text: str) -> None:
    """Words are in order, never empty, never overlap, and lose only white space."""
    position = 0
    for start, end in segment(text):
        assert position <= start < end
        assert regex.fullmatch(r"\s*", text[position:start])
        assert not regex.search(r"\s", text[start:end]) or end - start > 1
        position = end
    assert regex.fullmatch(r"\s*", text[position:])


@given(ANY_TEXT)
def test_digits_never_share_a_word_with_letters(text: str) -> None:
    """A letter/digit change is a word boundary, outside the unspaced scripts."""
    for start, end in segment(text):
        word = text[start:end]
        digits = regex.findall(r"\p{Nd}", word)
        assert not digits or len(digits) == len(word)


def test_latin_letters_are_cut_as_all_others_are() -> None:
    """The pattern for Latin text alone knows each of its characters as the general one does."""
    for char in map(chr, range(0x250)):
        for text in (char, f"a{char}b", f"1{char}2", f" {char} ", f"é{char}{char}"):
            assert _LATIN_WORD.split(text) == _WORD.split(text), (text, hex(ord(char)))


@given(ANY_TEXT)
def test_cut_gives_the_words_of_segment_and_the_space_between(text: str) -> None:
    """White space and words in turn, which together are the text."""
    parts = cut(text)
    assert "".join(parts) == text
    assert parts[1::2] == [text[start:end] for start, end in segment(text)]
    assert all(regex.fullmatch(r"\s*", space) for space in parts[::2])


def test_a_long_row_of_white_space_is_cut_quickly() -> None:
    """Its time grows with its length and no faster: here it would take minutes."""
    assert len(cut(" " * 300_000 + "a" + "\u3000" * 300_000)) == 3
