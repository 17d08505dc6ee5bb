"""BIO labels of words."""

from __future__ import annotations

import pytest

from postwright.corpus.records import label_words
from postwright.errors import CorpusError
from postwright.labels import FULL

WORDS = [(0, 3), (4, 7), (7, 8), (9, 12)]


def test_neighbouring_spans_of_one_tag_begin_anew() -> None:
    """Two streets in a row are two spans."""
    ids = label_words(WORDS, [(0, 3, "street"), (4, 8, "street")], FULL)
    assert [FULL.labels[i] for i in ids] == ["B-street", "B-street", "I-street", "O"]


@pytest.mark.parametrize(
    "span", [(1, 3, "street"), (0, 5, "street"), (3, 4, "street"), (9, 13, "street")]
)
def test_a_span_that_cuts_a_word_is_refused(span: tuple[int, int, str]) -> None:
    """Offsets must be word edges."""
    with pytest.raises(CorpusError, match="the street span"):
        label_words(WORDS, [span], FULL)


def test_overlapping_spans_are_refused() -> None:
    """A word has one label."""
    with pytest.raises(CorpusError):
        label_words(WORDS, [(0, 7, "street"), (4, 8, "unit")], FULL)
