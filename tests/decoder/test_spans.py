"""Spans from labels: where they begin and end, and that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from parses import labelled

from postwright.decoder import Span, WordSpan, build_spans, unknown_spans, word_spans
from postwright.labels import FULL
from postwright.text import segment, trim


def _labels(names: str) -> list[int]:
    return [FULL.labels.index(name) for name in names.split()]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("", []),
        ("O O", []),
        ("B-street I-street O", [(0, 2, "street")]),
        ("B-street B-street", [(0, 1, "street"), (1, 2, "street")]),
        ("B-street B-locality I-locality", [(0, 1, "street"), (1, 3, "locality")]),
        ("O I-street I-street", [(1, 3, "street")]),
        ("B-street I-locality I-locality", [(0, 1, "street"), (1, 3, "locality")]),
        ("B-unit O I-unit", [(0, 1, "unit"), (2, 3, "unit")]),
    ],
)
def test_labels_become_spans_of_words(names: str, expected: list[tuple[int, int, str]]) -> None:
    """B opens, I goes on, and an I without its B opens as well."""
    assert word_spans(_labels(names), FULL) == [WordSpan(*span) for span in expected]


@pytest.mark.parametrize(
    ("raw", "names", "values"),
    [
        ("(Paris),", "B-locality I-locality I-locality I-locality", ["Paris"]),
        ("... 12", "B-street I-street I-street B-house_number", ["12"]),
        ("Saint-Denis", "B-locality I-locality I-locality", ["Saint-Denis"]),
        ("U.S.A.", "B-country" + " I-country" * 5, ["U.S.A."]),
        ("Main St.", "B-street I-street I-street", ["Main St"]),
        ("Été, №5", "B-locality I-locality B-house_number I-house_number", ["Été", "№5"]),
    ],
)
def test_edges_are_trimmed_and_offsets_move_along(raw: str, names: str, values: list[str]) -> None:
    """Punctuation goes from the edges only, and a span of nothing else vanishes."""
    spans = build_spans(raw, segment(raw), _labels(names), FULL)
    assert [span.value for span in spans] == values
    assert [raw[span.start : span.end] for span in spans] == values


def test_a_span_keeps_its_probability_when_its_neighbour_vanishes() -> None:
    """Probabilities belong to the spans of words, also to those that trim to nothing."""
    path = _labels("B-street B-locality B-region")
    spans = build_spans(
        "a ! b", [(0, 1), (2, 3), (4, 5)], path, FULL, probabilities=[0.1, 0.2, 0.3]
    )
    assert [(span.tag, span.probability, span.probability_raw) for span in spans] == [
        ("street", 0.1, 0.1),
        ("region", 0.3, 0.3),
    ]


def test_a_probability_too_few_is_an_error() -> None:
    """A list of another length than the spans is a mistake of the caller."""
    with pytest.raises(ValueError, match="shorter"):
        build_spans("a b", [(0, 1), (2, 3)], _labels("B-unit B-unit"), FULL, probabilities=[1.0])


@given(labelled())
def test_spans_point_into_the_text_and_never_overlap(
    row: tuple[str, list[tuple[int, int]], list[int]],
) -> None:
    """Any text, any labels: the value stands at the offsets, in order, trimmed to the end."""
    raw, words, path = row
    at = 0
    for span in build_spans(raw, words, path, FULL):
        assert at <= span.start < span.end
        assert raw[span.start : span.end] == span.value
        assert trim(raw, span.start, span.end) == (span.start, span.end)
        at = span.end


@given(labelled())
def test_spans_and_gaps_are_the_whole_text(
    row: tuple[str, list[tuple[int, int]], list[int]],
) -> None:
    """Put together in order they give the text back, character by character."""
    raw, words, path = row
    spans = build_spans(raw, words, path, FULL)
    pieces = sorted([*spans, *unknown_spans(raw, spans)], key=lambda piece: piece.start)
    assert "".join(piece.value for piece in pieces) == raw
    assert all(piece.start < piece.end for piece in pieces)


def test_a_span_cannot_be_changed() -> None:
    """Spans are values: shared freely, written to never."""
    with pytest.raises(AttributeError):
        Span("unit", "4", 0, 1, 1.0, 1.0).tag = "level"  # type: ignore[misc]
