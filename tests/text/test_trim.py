"""Where a span may begin and end."""

from __future__ import annotations

import time

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


@pytest.mark.parametrize("sign", [".", "\u200d", "🏽", "🏽!", "'"])
def test_a_long_edge_is_trimmed_in_no_time(sign: str) -> None:
    """Ten thousand joiners once took minutes, as many full stops ten seconds."""
    text = "Elm! " + sign * 10_000
    began = time.process_time()
    assert trim(text, 0, len(text)) == (0, 3)
    assert time.process_time() - began < 2  # against growth by the square, not a budget


def test_only_a_whole_run_of_joiners_goes() -> None:
    """What follows the letter's own joiners is trimmed, they are not."""
    assert trim("か\u200d!\u200d\u200d!", 0, 6) == (0, 2)


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
