"""Rows come back from shards as far as pieces, shapes and gaps tell."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postwright.corpus.audit.decoding import read_rows, read_surfaces
from postwright.corpus.audit.vocabulary import SCRIPTS, script_of
from postwright.corpus.records import Row
from postwright.text import MAX_PIECES, encode, fold, segment


def test_rows_come_back_with_their_spans(shards, rows, vocabulary) -> None:
    """Words, case, blanks, tags, country and source, in any order over both shards."""
    found = read_rows(shards, [7, 0, 5, 10], vocabulary)
    assert [found[number] for number in (7, 0, 5, 10)] == [rows[n] for n in (7, 0, 5, 10)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Straße  NY", "Strasse  NY"),
        ("McDonald Ave", "mcdonald Ave"),
        ("１２ ٣", "12 3"),
        ("a,b", "a, b"),
    ],
)
def test_what_folding_took_is_gone(write_rows, vocabulary, written, read) -> None:
    """Mixed case, compatibility forms, foreign digits, the blank behind a comma."""
    shards = write_rows([Row(written, (), "", "a")])
    assert read_rows(shards, [0], vocabulary)[0].raw == read


def test_a_surface_is_found_by_row_and_span(shards, vocabulary) -> None:
    """The third span of the first row, and the first of the fourth."""
    places = [2, 3 * 128]
    assert read_surfaces(shards, places, vocabulary) == {2: "new york", 3 * 128: "main street"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(min_size=1, max_size=12))
def test_a_word_is_spelled_by_its_pieces(tokenizer, vocabulary, text: str) -> None:
    """Of any characters; words that were cut to their ends are left out."""
    [encoded] = encode(tokenizer, [text])
    counts = encoded.piece_counts.astype(int)
    starts = np.cumsum(counts) - counts
    words = [fold(text[start:end]) for start, end in segment(text)]
    letters = vocabulary.first_letters(encoded.pieces, starts) if words else []
    for word, start, count, letter in zip(words, starts, counts, letters, strict=True):
        if count < MAX_PIECES:
            pieces = encoded.pieces[start : start + count]
            assert vocabulary.word(pieces) == word
            assert letter == ord(word[0])
            assert vocabulary.lengths[pieces].sum() == len(word)


@pytest.mark.parametrize("name", SCRIPTS[1:])
def test_every_script_of_the_table_has_letters(name: str) -> None:
    """No name that the pattern engine takes for nothing."""
    letters = (chr(point) for point in range(0x41, 0x1_1000) if not 0xD800 <= point < 0xE000)
    assert any(SCRIPTS[script_of(letter)] == name for letter in letters)
