"""The folded form of a word."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from postwright.text import fold
from postwright.text.fold import EMPTY

CASES = [
    ("BUFFALO", "buffalo"),
    ("Straße", "strasse"),
    ("ＡＢ１", "ab1"),
    ("٣٤", "34"),
    ("๓๔", "34"),
    ("\U0001d7d9", "1"),
    ("\U00011f51\U00010d49", "19"),  # of Unicode 15 and 16, which Python 3.11 does not know
    ("½", "1⁄2"),
    ("▁", EMPTY),
    ("\x00", EMPTY),
    ("\ud800", "\ufffd"),
    ("ﷺ", "صلىاللهعليهوسلم"),
    ("É", "é"),
    ("E\u0301", "é"),
]


@pytest.mark.parametrize(("word", "folded"), CASES)
def test_fold_of(word: str, folded: str) -> None:
    """Each kind of character folds as the contract says."""
    assert fold(word) == folded


@given(st.text(alphabet=st.characters(exclude_categories=()), min_size=1, max_size=200))
def test_a_fold_is_one_unit_for_the_tokenizer(word: str) -> None:
    """Never empty, no white space, no word mark, no surrogate, ASCII digits only, bounded."""
    folded = fold(word)
    assert 0 < len(folded) <= 72
    assert not regex.search(r"[\s▁\x00\ud800-\udfff]", folded)
    assert all(char in "0123456789" for char in regex.findall(r"\p{Nd}", folded))


@given(st.text(min_size=1, max_size=20))
def test_folding_twice_changes_nothing(word: str) -> None:
    """Folding is idempotent, so a vocabulary may be built from folded text."""
    assert fold(fold(word)) == fold(word)


@given(st.text(alphabet="abcXYZ019", min_size=1, max_size=200))
def test_long_words_keep_both_ends(word: str) -> None:
    """Clipping keeps the first 48 and the last 24 characters."""
    folded = fold(word)
    expected = word.lower() if len(word) <= 72 else word[:48].lower() + word[-24:].lower()
    assert folded == expected
