"""The tree: who hangs below whom."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from parses import parse_of, parses

from postwright.decoder import Node, Parse, Span, build_tree
from postwright.labels import PARENTS


def _outline(nodes: tuple[Node, ...]) -> dict[str, object]:
    return {node.value: _outline(node.children) for node in nodes}


def _walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node.children)


@pytest.mark.parametrize(
    ("raw", "parts", "expected"),
    [
        ("", [], {}),
        (
            "12 Elm, Paris FR",
            [("house_number", "12"), ("street", "Elm"), ("locality", "Paris"), ("country", "FR")],
            {"FR": {"Paris": {"Elm": {"12": {}}}}},
        ),
        (
            "Paris 75001",
            [("locality", "Paris"), ("postcode", "75001")],
            {"Paris": {"75001": {}}},
        ),
        ("12 75001", [("house_number", "12"), ("postcode", "75001")], {"12": {}, "75001": {}}),
        (
            "Apt 4 Fl 2 Bldg C 9",
            [("unit", "Apt 4"), ("level", "Fl 2"), ("building", "Bldg C"), ("house_number", "9")],
            {"9": {"Bldg C": {"Fl 2": {"Apt 4": {}}}}},
        ),
        (
            "Main & 5th, X",
            [("street", "Main"), ("cross_street", "5th"), ("locality", "X")],
            {"X": {"Main": {"5th": {}}}},
        ),
    ],
)
def test_a_span_hangs_below_the_first_parent_that_is_there(
    raw: str, parts: list[tuple[str, str]], expected: dict[str, object]
) -> None:
    """The table of parents decides, and whoever has none there is a root."""
    assert _outline(parse_of(raw, *parts).tree) == expected


def test_of_several_parents_the_nearest_takes_the_child() -> None:
    """Each number goes to the street that it stands beside; of equals the first one wins."""
    parts = [("street", "Elm"), ("house_number", "12"), ("house_number", "7"), ("street", "Oak")]
    assert _outline(parse_of("Elm 12, 7 Oak", *parts).tree) == {
        "Elm": {"12": {}},
        "Oak": {"7": {}},
    }
    between = [("street", "Elm"), ("house_number", "7"), ("street", "Oak")]
    assert _outline(parse_of("Elm 7 Oak", *between).tree) == {"Elm": {"7": {}}, "Oak": {}}


@given(parses())
def test_every_span_stands_in_the_tree_once(parse: Parse) -> None:
    """Nothing is lost or doubled, siblings keep the order of the text, parents obey the table."""
    nodes = list(_walk(parse.tree))
    places = sorted((node.start, node.end, node.tag) for node in nodes)
    assert places == [(span.start, span.end, span.tag) for span in parse.spans]
    for siblings in (parse.tree, *(node.children for node in nodes)):
        starts = [node.start for node in siblings]
        assert starts == sorted(starts)
    for node in nodes:
        assert all(node.tag in PARENTS[child.tag] for child in node.children)


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


@given(parses())
def test_no_other_parent_is_nearer(parse: Parse) -> None:
    """Looked for among all spans of the parent's tag, the slow way."""
    spans = {(span.start, span.end): span for span in parse.spans}
    for node in _walk(parse.tree):
        for child in node.children:
            here = spans[child.start, child.end]
            same = [span for span in parse.spans if span.tag == node.tag]
            nearest = min(same, key=lambda span: _apart(span, here))
            assert (nearest.start, nearest.end) == (node.start, node.end)


def test_a_tree_of_thousands_is_built_in_no_time() -> None:
    """It once grew with the square: seconds for five thousand spans."""
    tags = ("street", "house_number")
    spans = tuple(Span(tags[n % 2], "x", 2 * n, 2 * n + 1, 1.0, 1.0) for n in range(10_000))
    began = time.process_time()
    roots = build_tree(spans)
    assert time.process_time() - began < 5  # against growth by the square, not a budget
    assert len(roots) == 5000
