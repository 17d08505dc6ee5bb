"""Parses whose spans are made when they are asked for."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace

import numpy as np
import pytest

from postwright.decoder import Parse, Span, SpanTable, parses_of

RAWS = ["12 Elm St", "", "Paris"]
SPANS = (
    Span("house_number", "12", 0, 2, 0.5, 0.25),
    Span("street", "Elm St", 3, 9, 0.75, 0.5),
)


@pytest.fixture
def lazy() -> list[Parse]:
    """Three parses on one table, fresh."""
    whole = (np.array([0, 2, 2, 3]), np.array([0, 3, 0]), np.array([2, 9, 5]), np.array([1, 0, 2]))
    sure = (np.array([0.5, 0.75, 1.0]), np.array([0.25, 0.5, 1.0]))
    table = SpanTable(*whole, *sure, ("street", "house_number", "locality"))
    return parses_of(RAWS, table, [0.5, 0.0, 1.0], [0.25, 0.0, 1.0])


def eager() -> list[Parse]:
    """The same parses made with their spans."""
    paris = Span("locality", "Paris", 0, 5, 1.0, 1.0)
    return [
        Parse("12 Elm St", SPANS, 0.5, 0.25),
        Parse(""),
        Parse("Paris", (paris,), 1.0, 1.0),
    ]


def test_a_lazy_parse_equals_one_made_with_its_spans(lazy: list[Parse]) -> None:
    """In both directions, and in hash, representation, tree and JSON."""
    assert lazy == eager()
    for one, other in zip(lazy, eager(), strict=True):
        assert other == one
        assert hash(one) == hash(other)
        assert repr(one) == repr(other)
        assert one.tree == other.tree
        assert one.to_json() == other.to_json()


def test_spans_are_made_once(lazy: list[Parse]) -> None:
    """Asked twice, the same objects come."""
    assert lazy[0].spans is lazy[0].spans
    assert lazy[0].spans == SPANS


@pytest.mark.parametrize("asked_before", [False, True])
def test_a_lazy_parse_is_pickled_and_copied_whole(lazy: list[Parse], asked_before: bool) -> None:
    """Without the table, which holds other texts' spans."""
    if asked_before:
        assert lazy[0].spans
    for other in (pickle.loads(pickle.dumps(lazy[0])), copy.copy(lazy[0]), copy.deepcopy(lazy[0])):
        assert other == lazy[0]
        assert "_table" not in vars(other)


def test_a_lazy_parse_can_be_replaced(lazy: list[Parse]) -> None:
    """`dataclasses.replace` keeps what it is not told to change."""
    assert replace(lazy[0], probability=0.125).spans == SPANS
    assert replace(lazy[0], spans=()).spans == ()


def test_a_parse_stays_frozen(lazy: list[Parse]) -> None:
    """Lazy or not."""
    for parse in (lazy[0], eager()[0]):
        with pytest.raises(AttributeError):
            parse.spans = ()  # type: ignore[misc]
