"""What holds for every text and every model: checked on drawn texts with an untrained model."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from postwright import Parse, Parser
from postwright.labels import TAGS

#: Pieces that addresses are made of.
USUAL = "350|5th|Ave|New York|NY|10118|,|, | |\n|rue de la Paix|12a|Straße|№ 5|U.S.A.|'s-Hert|(|)"

#: Other scripts and directions.
UNUSUAL = "東京都千代田区1-1|שלום|شارع ٣|）|👍🏽"

#: What must do no harm: marks, lone surrogates, controls, joiners.
HARMLESS = "e\u0301|\u0301|\ud800|\udc80|\x00|\x1b[31m|▁|ﬁ|\u200d|\ufeff"
ADDRESS_PARTS = st.sampled_from([*USUAL.split("|"), *UNUSUAL.split("|"), *HARMLESS.split("|")])
TEXTS = st.one_of(
    st.lists(ADDRESS_PARTS, max_size=14).map("".join),
    st.text(st.characters(), max_size=80),
)
MODEST = settings(max_examples=150, deadline=None)


def outline(parse: Parse) -> list[tuple[str, int, int]]:
    """What a parse says about its text, without probabilities."""
    return [(span.tag, span.start, span.end) for span in parse.spans]


@MODEST
@given(TEXTS)
def test_offsets_point_into_the_text_as_it_was_given(parser: Parser, text: str) -> None:
    """`raw` is the caller's string, and every value is `raw[start:end]`."""
    parse = parser.parse(text)
    assert parse.raw == text
    assert [span.value for span in parse.spans] == [text[s.start : s.end] for s in parse.spans]


@MODEST
@given(TEXTS)
def test_spans_are_in_order_and_never_overlap(parser: Parser, text: str) -> None:
    """Each span begins where the one before it has ended, or later, and is not empty."""
    edges = [edge for span in parser.parse(text).spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(span.start < span.end for span in parser.parse(text).spans)


@MODEST
@given(TEXTS)
def test_spans_and_unknown_text_tile_the_input(parser: Parser, text: str) -> None:
    """Nothing is lost: put together in order they are the input."""
    parse = parser.parse(text)
    parts = sorted([*parse.spans, *parse.unknown], key=lambda part: part.start)
    assert "".join(part.value for part in parts) == text


@MODEST
@given(TEXTS)
def test_probabilities_lie_between_0_and_1(parser: Parser, text: str) -> None:
    """A whole parse is no likelier than any of its spans."""
    parse = parser.parse(text)
    values = [parse.probability, *(span.probability for span in parse.spans)]
    assert all(0 <= value <= 1 for value in values)
    assert parse.probability <= min(values) + 1e-4


@MODEST
@given(TEXTS)
def test_a_parse_without_spans_says_why(parser: Parser, text: str) -> None:
    """`error` is there exactly where nothing was found."""
    parse = parser.parse(text)
    assert (parse.error is None) == bool(parse.spans)


@MODEST
@given(TEXTS)
def test_a_parse_is_json(parser: Parser, text: str) -> None:
    """Every result can be written and read back, lone surrogates and all.

    Not as ASCII: there a high surrogate before a low one would be read back as one character.
    """
    facts = parser.parse(text).to_json()
    assert json.loads(json.dumps(facts, ensure_ascii=False)) == facts
    assert {span["tag"] for span in facts["spans"]} <= set(TAGS)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, max_size=24))
def test_a_batch_says_what_each_text_alone_says(parser: Parser, texts: list[str]) -> None:
    """A row's spans never depend on its neighbours, and the order is kept."""
    batch = parser.parse_batch(texts)
    assert [parse.raw for parse in batch] == texts
    assert [outline(parse) for parse in batch] == [outline(parser.parse(text)) for text in texts]


@settings(max_examples=40, deadline=None)
@given(st.lists(ADDRESS_PARTS, max_size=8).map("".join), st.integers(2, 6))
def test_candidates_are_the_parse_and_others_that_fall_in_probability(
    parser: Parser, text: str, count: int
) -> None:
    """The parse itself does not change when candidates are asked for, and all are different."""
    parse = parser.parse(text, candidates=count)
    outlines = [tuple(outline(candidate)) for candidate in parse.candidates]
    probabilities = [candidate.probability for candidate in parse.candidates]
    assert len(set(outlines)) == len(outlines) <= count
    assert probabilities[1:] == sorted(probabilities[1:], reverse=True)
    assert outline(parse) == outline(parser.parse(text))
    if parser.parse(text).probability:
        assert outlines[0] == tuple(outline(parse))
