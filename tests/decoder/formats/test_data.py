"""The line formats: one line, always encodable, and what it says is what was parsed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from parses import parse_of, parses

from postwright.decoder import FORMATS, Parse, format_parse

ADDRESS = parse_of("12 Elm", ("house_number", "12"), ("street", "Elm"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("components", '{"house_number": ["12"], "street": ["Elm"]}'),
        ("tuple", '[["house_number", "12"], ["street", "Elm"]]'),
    ],
)
def test_the_short_formats_are_exactly_this(name: str, expected: str) -> None:
    """Scripts depend on these lines."""
    assert format_parse(ADDRESS, name) == expected


@given(parses())
def test_json_says_what_was_parsed(parse: Parse) -> None:
    """Read back, the line is `to_json`, or the same text with surrogate pairs joined."""
    line = format_parse(parse, "json")
    assert json.loads(line) == json.loads(json.dumps(parse.to_json()))


@pytest.mark.parametrize("name", sorted(FORMATS))
@given(parse=parses())
def test_whatever_is_written_can_be_encoded(name: str, parse: Parse) -> None:
    """Lone surrogates, control characters, anything: it is written, in UTF-8."""
    assert format_parse(parse, name).encode("utf-8").decode("utf-8")


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"tree"}))
@given(parse=parses())
def test_a_parse_takes_one_line(name: str, parse: Parse) -> None:
    """However a reader splits lines, a parse is one."""
    assert len(format_parse(parse, name).splitlines()) == 1


def test_letters_are_written_as_themselves() -> None:
    """JSON stays readable: nothing is escaped that need not be."""
    assert '"raw": "Été 東京 👩"' in format_parse(Parse("Été 東京 👩"), "json")
