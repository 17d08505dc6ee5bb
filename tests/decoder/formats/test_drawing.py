"""The drawn tree: what people see on a terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from parses import parse_of, parses

from postwright.decoder import Fault, Locale, Parse, format_parse
from postwright.decoder.formats.drawing import width

WIDE = """\
〒100 東京都
  ─┬─ ──┬───
   │    └ region
   └ postcode

region       東京都  0.90
└─ postcode  100     0.90

whole parse 0.90"""

NARROW = """\
Elm 12, Ulm
─┬─ ┬─  ─┬─
 │  │    └ locality
 │  └ house_number
 └ street

locality            Ulm  0.90
└─ street           Elm  0.90
   └─ house_number  12   0.90

whole parse 0.90"""


@pytest.mark.parametrize(
    ("parse", "drawing"),
    [
        (parse_of("〒100 東京都", ("postcode", "100"), ("region", "東京都")), WIDE),
        (
            parse_of("Elm 12, Ulm", ("street", "Elm"), ("house_number", "12"), ("locality", "Ulm")),
            NARROW,
        ),
    ],
    ids=["wide signs", "narrow signs"],
)
def test_the_drawing_lines_up(parse: Parse, drawing: str) -> None:
    """Underlines stand below their spans, columns below each other, in wide scripts too."""
    assert format_parse(parse, "tree") == drawing


@given(parses())
def test_colour_changes_no_character(parse: Parse) -> None:
    """Without its colour codes the coloured drawing is the plain one."""
    coloured = format_parse(parse, "tree", colour=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == format_parse(parse, "tree")


@given(parses())
def test_an_address_cannot_command_the_terminal(parse: Parse) -> None:
    """No control character gets through but our own newlines."""
    drawing = format_parse(parse, "tree").replace("\n", "")
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", drawing)


@given(parses())
def test_a_picture_is_never_wider_than_its_text_and_a_name(parse: Parse) -> None:
    """Underlines end with the text; only a tag's name may reach farther."""
    lines = format_parse(parse, "tree").split("\n\n")[0].splitlines()
    assert all(width(line) <= width(lines[0]) + 24 for line in lines[1:])


@pytest.mark.parametrize(
    ("raw", "first"),
    [("x" * 101, "street"), ("רחוב 12", "רחוב 12")],
    ids=["too long", "right to left"],
)
def test_no_picture_where_it_would_not_line_up(raw: str, first: str) -> None:
    """A long text is left to the tree; one from right to left stands without its underlines."""
    drawing = format_parse(parse_of(raw, ("street", raw)), "tree")
    assert drawing.splitlines()[0].split("  ")[0] == first
    assert "┬" not in drawing


def test_what_went_wrong_is_said() -> None:
    """Errors and faults have their lines, and an error is no parse."""
    parse = Parse("?", error="no words\x1b", faults=(Fault("locale", "late"),))
    assert format_parse(parse, "tree") == "?\n\nerror: no words␛\nlocale: late"
    assert format_parse(Parse("", error="empty"), "tree") == "error: empty"


def test_candidates_and_locale_are_drawn_below() -> None:
    """Every reading has its tree, in order."""
    one = parse_of("Elm", ("street", "Elm"))
    two = parse_of("Elm", ("locality", "Elm"), probability=0.1)
    parse = Parse("Elm", one.spans, 0.9, 0.9, Locale("US", "en", 0.5), (one, two))
    blocks = format_parse(parse, "tree").split("\n\n")[1:]
    assert blocks == [
        "street  Elm  0.90",
        "whole parse 0.90\nlocale US en 0.50",
        "candidate 1 of 2\nstreet  Elm  0.90",
        "whole parse 0.90",
        "candidate 2 of 2\nlocality  Elm  0.10",
        "whole parse 0.10",
    ]
