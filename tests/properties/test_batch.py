"""A row says the same in any company: batches of any make-up, order, size and thread count."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from laws import check_parse, check_same, outline
from texts import FEW, PROFILE, texts

from postwright import Parser
from postwright.parser import Budget

rows_of_texts = st.lists(texts, min_size=1, max_size=24)


@PROFILE
@given(rows_of_texts, st.randoms(use_true_random=False))
def test_a_batch_says_what_each_text_alone_says(
    shipped: Parser, rows: list[str], draw: random.Random
) -> None:
    """In the order given, shuffled, and cut in two."""
    alone = {text: shipped.parse(text, candidates=3) for text in rows}
    shuffled = draw.sample(rows, len(rows))
    half = draw.randint(0, len(rows))
    runs = [rows, shuffled, rows[:half], rows[half:]]
    for run in runs:
        found = shipped.parse_batch(run, candidates=3)
        assert len(found) == len(run)
        for text, parse in zip(run, found, strict=True):
            check_parse(parse, text)
            check_same(parse, alone[text])


@FEW
@given(rows_of_texts, st.integers(2, 4))
def test_threads_and_streams_change_nothing(shipped: Parser, rows: list[str], threads: int) -> None:
    """Chunks of 64 rows on several threads, and the same rows as a stream: to the last bit."""
    rows = rows * (200 // len(rows))
    for plenty in (None, Budget(seconds=600)):
        expected = shipped.parse_batch(rows, budget=plenty)
        threaded = Parser(shipped._model, threads=threads)
        assert threaded.parse_batch(rows, budget=plenty) == expected
        assert list(threaded.parse_stream(iter(rows), budget=plenty)) == expected


@FEW
@given(st.lists(st.one_of(texts, st.none(), st.binary(max_size=4), st.just(float("nan")))))
def test_rows_that_are_no_text_leave_their_neighbours_alone(
    shipped: Parser, rows: list[object]
) -> None:
    """Each comes back with its reason; the others as if it were not there."""
    for row, parse in zip(rows, shipped.parse_batch(rows), strict=True):
        if isinstance(row, str):
            assert outline(parse) == outline(shipped.parse(row))
        else:
            assert (parse.raw, parse.spans) == ("", ())
            assert parse.error is not None
            assert parse.error.startswith("not a str but ")
