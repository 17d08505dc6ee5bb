"""The map from the labels of ``usaddress`` to our tags, on its real answers and on made ones."""

from __future__ import annotations

from pathlib import Path

import pytest
import usaddress

from postwright.diagnostics import evaluate
from postwright.diagnostics.usaddress_labels import LABEL_TAGS, spans_of_tokens
from postwright.golden import usaddress_manual
from postwright.labels import TAGS

#: Labels whose tag depends on the words, and those outside of every span.
DEPENDENT = {"SubaddressType", "SubaddressIdentifier", "OccupancyType", "OccupancyIdentifier"}
OUTSIDE = {"CornerOf", "IntersectionSeparator", "NotAddress"}


def values(raw: str, tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The spans as (text, tag)."""
    return [(raw[start:end], tag) for start, end, tag in spans_of_tokens(raw, tokens)]


def test_every_label_of_the_package_is_mapped_or_left_out_on_purpose() -> None:
    """A new label in a later release is noticed."""
    assert set(usaddress.LABELS) <= set(LABEL_TAGS) | DEPENDENT | OUTSIDE
    assert set(LABEL_TAGS.values()) <= set(TAGS)


def test_a_real_answer_becomes_spans_with_exact_offsets() -> None:
    """What the package says of a plain address."""
    raw = "350 5th Ave. Suite 200, New York, NY 10118"
    assert values(raw, usaddress.parse(raw)) == [
        ("350", "house_number"),
        ("5th Ave", "street"),
        ("Suite 200", "unit"),
        ("New York", "locality"),
        ("NY", "region"),
        ("10118", "postcode"),
    ]


def test_the_street_behind_a_separator_is_the_cross_street() -> None:
    """The second street of an intersection has a tag of its own."""
    raw = "Main St & 5th Ave, Portland, OR"
    assert values(raw, usaddress.parse(raw))[:2] == [
        ("Main St", "street"),
        ("5th Ave", "cross_street"),
    ]


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (["4th/I", "Floor/T"], [("4th Floor", "level")]),
        (["Floor/T", "4/I"], [("Floor 4", "level")]),
        (["9th/I", "Fl./T", "Room/T", "5/I"], [("9th Fl", "level"), ("Room 5", "unit")]),
        (["Bldg/T", "C/I", "Apt/T", "2/I"], [("Bldg C", "building"), ("Apt 2", "unit")]),
        (["dept/T", "5/I", "4th/I", "floor/T"], [("dept 5", "unit"), ("4th floor", "level")]),
        (["7B/I"], [("7B", "unit")]),
    ],
)
@pytest.mark.parametrize("family", ["Occupancy", "Subaddress"])
def test_numbers_take_the_kind_of_their_word(
    family: str, tokens: list[str], expected: list[tuple[str, str]]
) -> None:
    """T is a type, I an identifier: floors are levels, towers buildings, the rest units."""
    kinds = {"T": f"{family}Type", "I": f"{family}Identifier"}
    pairs = [(word, kinds[kind]) for word, kind in (token.split("/") for token in tokens)]
    assert values(" ".join(word for word, _ in pairs), pairs) == expected


def test_a_rewritten_token_moves_no_other() -> None:
    """The package turns ``&amp;`` into ``&``; the tokens behind it keep their places."""
    raw = "Elm St &amp; Oak St"
    assert values(raw, usaddress.parse(raw)) == [("Elm St", "street"), ("Oak St", "cross_street")]


@pytest.mark.parametrize("raw", ["", " ,,, ", "\N{PILE OF POO}"])
def test_text_without_words_has_no_spans(raw: str) -> None:
    """Nothing in, nothing out."""
    assert spans_of_tokens(raw, usaddress.parse(raw)) == ()


@pytest.mark.data
def test_the_map_is_right_on_the_rows_that_the_package_was_trained_on(data_dir: Path) -> None:
    """A map that lost a label would pull the package's own rows far below what it learnt."""
    rows = usaddress_manual.training_rows(data_dir)
    spans = [spans_of_tokens(row.raw, usaddress.parse(row.raw)) for row in rows]
    scores = evaluate(rows, spans, resamples=10)
    assert scores.micro.f1.value > 0.98
    assert min(figures.f1.value for figures in scores.tags.values()) > 0.9
