"""The laws of one parse, with the shipped model, for any text up to 10,000 code points."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from laws import (
    check_abstention,
    check_all,
    check_core,
    check_formats,
    check_json,
    check_locale,
    check_parse,
    check_thresholds,
)
from texts import FEW, LONGEST, PROFILE, addresses, long_texts, texts

from postwright import Parser
from postwright.labels import TAGS


@PROFILE
@given(texts)
@example("")
@example("\ud800\udc00 12 Main\u2028St")
@example("12 Main St \U00011f50\U00010d40")  # digits that Python 3.11 does not know
def test_a_parse_keeps_the_laws(shipped: Parser, text: str) -> None:
    """Offsets, order, tiling, edges of words, tree, probabilities, and no fault of the code."""
    check_parse(shipped.parse(text), text)


@PROFILE
@given(texts)
def test_every_format_writes_every_parse(shipped: Parser, text: str) -> None:
    """As UTF-8, valid by the schema, and well-formed."""
    parse = shipped.parse(text)
    check_formats(parse)
    check_json(parse)


@PROFILE
@given(texts, st.integers(2, 8))
def test_candidates_are_different_readings_of_the_text(
    shipped: Parser, text: str, count: int
) -> None:
    """The parse first, then the most probable; the parse is what it is without them."""
    parse = shipped.parse(text, candidates=count)
    check_all(parse, text, candidates=count)
    alone = shipped.parse(text)
    assert parse.spans == alone.spans
    assert parse.probability == alone.probability


@PROFILE
@given(addresses())
def test_core_labels_are_the_full_ones_folded(shipped: Parser, text: str) -> None:
    """For the spans and for the candidates."""
    check_core(shipped.parse(text, candidates=4))


@PROFILE
@given(texts, st.floats(0, 1), st.dictionaries(st.sampled_from(TAGS), st.floats(0, 1)))
def test_abstaining_only_takes_away(
    shipped: Parser, text: str, least: float, limits: dict[str, float]
) -> None:
    """The spans of a whole parse, or those of a tag; what is left is as it was."""
    plain = shipped.parse(text)
    held = shipped.parse(text, min_probability=least)
    check_abstention(plain, held, least)
    check_json(held)
    strict = Parser(shipped._model, thresholds=limits)
    check_thresholds(plain, strict.parse(text), limits)


@PROFILE
@given(texts)
def test_a_locale_changes_nothing_but_itself(shipped: Parser, locating: Parser, text: str) -> None:
    """Its alternatives keep their laws, and the spans are the same without it."""
    parse = locating.parse(text)
    check_locale(parse)
    check_json(parse)
    assert parse.spans == shipped.parse(text).spans


@FEW
@given(long_texts())
def test_a_long_text_keeps_the_laws(locating: Parser, text: str) -> None:
    """Up to 10,000 code points, windows and all."""
    check_all(locating.parse(text), text)


@pytest.mark.parametrize("sign", [".", "\u200d", "'", "🏽", "Main St, ", "京", "1 ", "'\u0301"])
def test_no_text_takes_minutes(shipped: Parser, sign: str) -> None:
    """Nothing grows with the square of the length."""
    text = ("12 Elm St " + sign * LONGEST)[:LONGEST]
    began = time.perf_counter()
    check_formats(shipped.parse(text))
    assert math.ceil(time.perf_counter() - began) <= 30  # against growth, not a budget
