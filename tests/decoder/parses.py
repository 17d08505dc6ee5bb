"""Parses to test with: any text at all, any labels at all."""

from __future__ import annotations

from hypothesis import strategies as st

from postwright.decoder import Parse, Span, build_spans
from postwright.labels import FULL
from postwright.text import segment

#: What texts are made of: address-like pieces, and everything that has ever broken a writer.
_PIECES = [
    *("12", "Main", "St.", "U.S.A.", "#4B", "'s", "Été", "東京都", "กรุงเทพ", "е", "שלום", "👩‍👩‍👧"),
    *(" ", ", ", "\n", "\t", "-", "/", "(", ")", "...", "°", "<b>", "&amp;", '"', "]]>", "'"),
    *("\x00", "\x1b[31m", "\x85", "\u2028", "\ud800", "\udfff", "\ufffe", "\u202e", "\u0301"),
]

texts = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=14).map("".join),
    st.text(st.characters(codec=None, exclude_categories=()), max_size=30),
)


@st.composite
def labelled(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]], list[int]]:
    """Draw a text, its words, and a label for each: legal or not."""
    raw = draw(texts)
    words = segment(raw)
    label = st.integers(0, len(FULL) - 1)
    path = draw(st.lists(label, min_size=len(words), max_size=len(words)))
    return raw, words, path


@st.composite
def parses(draw: st.DrawFn) -> Parse:
    """Draw a parse as the decoder builds it."""
    raw, words, path = draw(labelled())
    spans = tuple(build_spans(raw, words, path, FULL))
    return Parse(raw, spans, probability=draw(st.floats(0, 1)))


def parse_of(raw: str, *parts: tuple[str, str], probability: float = 0.9) -> Parse:
    """Write a parse down as pairs of tag and value, in the order of the text."""
    spans, at = [], 0
    for tag, value in parts:
        start = raw.index(value, at)
        at = start + len(value)
        spans.append(Span(tag, value, start, at, probability, probability))
    return Parse(raw, tuple(spans), probability=probability, probability_raw=probability)
