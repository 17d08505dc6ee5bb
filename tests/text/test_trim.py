"""Where a span may begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postwright.text import segment, trim

CASES = [
    (", 7647", "7647"), ("U.S.A.,", "U.S.A."), ("N.Y.", "N.Y."), ("St.", "St"),
    ("Main St..", "Main St"), ("(MI)", "MI"), ("#4B", "#4B"), ("№ 5", "№ 5"),
    ("'s-Hertogenbosch", "'s-Hertogenbosch"), ("’t Hof", "’t Hof"), ("' x", "x"),
    ("3º", "3º"), ("12°.", "12°"), ("l'Été,", "l'Été"), ("– 12/14 –", "12/14"),
    ("e\u0301.", "e\u0301"), ("½", "½"), ("か\u200d", "か\u200d"), ("N.W. 5th St.", "N.W. 5th St"),
    ("〒100-0001", "100-0001"), ("\U0003d000x", "\U0003d000x"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kept"), CASES)
def test_trim_of(text: str, kept: str) -> None:
    """The edges move inward to what a span may be."""
    span = trim(text, 0, len(text))
    assert span is not None
    assert text[slice(*span)] == kept


@pytest.mark.parametrize("text", ["", ",", " - ", "...", "'", "🚀", "°"])
def test_a_span_of_nothing_is_dropped(text: str) -> None:
    """Punctuation alone is no span."""
    assert trim(text, 0, len(text)) is None


@given(
    st.text(alphabet=st.characters(exclude_categories=()), max_size=30),
    st.integers(0, 30),
    st.integers(0, 30),
)
def test_trim_never_cuts_a_word(text: str, first: int, last: int) -> None:
    """A span that starts and ends with words still does after trimming, and trims once."""
    words = segment(text)[min(first, last) : max(first, last) + 1]
    if not words:
        return
    span = trim(text, words[0][0], words[-1][1])
    if span is None:
        return
    assert span[0] in {start for start, _ in words}
    assert span[1] in {end for _, end in words}
    assert trim(text, *span) == span
