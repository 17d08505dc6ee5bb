"""The tree: who hangs below whom."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from parses import parse_of, parses

from postwright.decoder import Node, Parse
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
