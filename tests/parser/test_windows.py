"""Texts longer than a window of the tagger."""

from __future__ import annotations

import random
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from postwright import Parser
from postwright.parser.model import load_model
from postwright.parser.windows import plan_windows, score_long
from postwright.text import MAX_WORDS, encode, to_batch


@given(st.integers(1, 5000), st.integers(4, 128), st.data())
def test_kept_parts_tile_the_text(words: int, size: int, data: st.DataObject) -> None:
    """Every word is kept from one window that sees it."""
    plan = plan_windows(words, size=size, stride=data.draw(st.integers(1, size - 1)))
    kept = [word for _, _, first, last in plan for word in range(first, last)]
    assert kept == list(range(words))
    assert all(start <= first <= last <= stop <= start + size for start, stop, first, last in plan)


@given(st.integers(129, 2000))
def test_the_window_farther_from_its_edge_wins(words: int) -> None:
    """No other window sees a word from a place farther inside (the text's own ends are none)."""
    plan = plan_windows(words)

    def depth(word: int, start: int, stop: int) -> int:
        before = word - start if start else words
        behind = stop - 1 - word if stop < words else words
        return min(before, behind)

    for start, stop, first, last in plan:
        for word in range(first, last):
            others = [depth(word, a, b) for a, b, _, _ in plan if a <= word < b]
            # The two windows of an overlap are level in its middle.
            assert depth(word, start, stop) >= max(others) - 1


def test_words_away_from_a_seam_have_the_emissions_of_their_window(tiny_bundle: Path) -> None:
    """Stitching moves nothing: each kept word carries what its window said of it."""
    model = load_model(tiny_bundle)
    (row,) = encode(model.tokenizer, ["12 main street new york, " * 40])
    stitched = score_long(model.tagger, row).emissions[0]
    assert stitched.shape[0] == len(row) > MAX_WORDS
    plan = plan_windows(len(row))
    batch = to_batch([row.window(start, stop) for start, stop, _, _ in plan])
    emissions = model.tagger.emissions(batch)
    for window, (start, _, first, last) in enumerate(plan):
        expected = emissions[window, first - start : last - start]
        np.testing.assert_array_equal(stitched[first:last], expected)


@pytest.mark.parametrize("words", [127, 128, 129, 224, 225, 1000])
def test_nothing_of_a_long_text_is_cut(parser: Parser, words: int) -> None:
    """The end of a text of any length is labelled too, and spans and gaps tile it."""
    draw = random.Random(words)
    text = " ".join(draw.choices(["main", "10118", "Paris", "VIA", "box", "7", "東"], k=words))
    parse = parser.parse(text)
    parts = sorted([*parse.spans, *parse.unknown], key=lambda part: part.start)
    assert "".join(part.value for part in parts) == text
    assert any(span.end > len(text) * 9 // 10 for span in parse.spans)


@pytest.mark.parametrize(
    "text", ["12 Main St, " * 8500, "," * 100_000, "x" * 100_000, "京" * 100_000]
)
def test_a_line_of_100_kilobytes_takes_seconds(parser: Parser, text: str) -> None:
    """Of words, of punctuation, of one word, of a script without spaces."""
    started = time.perf_counter()
    parse = parser.parse(text)
    assert time.perf_counter() - started < 60  # a bound against growth by the square, not a budget
    assert parse.raw == text
    assert 0 <= parse.probability <= 1
