"""XML and HTML read back by real readers."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given
from parses import parse_of, parses

from postwright.decoder import Fault, Locale, Parse, format_parse

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Reader(HTMLParser):
    """Collects the address and the tags out of the snippet."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.labels, self.elements = "", list[str](), list[str]()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.elements.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if self.elements[-1] == "small":
            self.labels.append(data)
        else:
            self.text += data


@given(parses())
def test_xml_is_well_formed_and_holds_the_text(parse: Parse) -> None:
    """A real XML reader gets the text back, illegal characters as U+FFFD."""
    root = ElementTree.fromstring(format_parse(parse, "xml"))
    assert root.get("raw") == ILLEGAL.sub("\ufffd", parse.raw)
    found = sorted((int(one.get("start", "")), one.tag) for one in root.iter() if one is not root)
    assert found == [(span.start, span.tag) for span in parse.spans]


def test_xml_nests_as_the_tree_does() -> None:
    """Children are elements inside their parents; what else is known stands beside them."""
    parse = parse_of("12 Elm", ("house_number", "12"), ("street", "Elm"))
    parse = Parse(
        parse.raw,
        parse.spans,
        locale=Locale("US", None, 0.5),
        candidates=(parse,),
        faults=(Fault("tag", "slow"),),
        error="<no>",
    )
    root = ElementTree.fromstring(format_parse(parse, "xml"))
    assert [one.tag for one in root] == ["street", "locale", "candidate", "fault"]
    assert [one.get("value") for one in root.iterfind("street/house_number")] == ["12"]
    assert root.find("locale").attrib == {"country": "US", "probability": "0.5"}  # type: ignore[union-attr]
    assert root.find("candidate/street/house_number") is not None
    assert root.get("error") == "<no>"


@given(parses())
def test_html_shows_the_text_and_nothing_else(parse: Parse) -> None:
    """Whatever the address holds stays text: no element but ours, and no character lost."""
    read = _Reader(format_parse(parse, "html"))
    assert set(read.elements) <= {"div", "/div", "mark", "/mark", "small", "/small"}
    assert read.text == re.sub("[\x7f-\x9f]", "\ufffd", ILLEGAL.sub("\ufffd", parse.raw))
    assert read.labels == [span.tag for span in parse.spans]


@pytest.mark.parametrize("raw", ["<script>alert(1)</script>", '" onmouseover="x', "&lt;b&gt;"])
def test_html_escapes_what_could_act(raw: str) -> None:
    """A page cannot be made to run an address, nor an error message."""
    page = format_parse(Parse(raw, error=raw), "html")
    read = _Reader(page)
    assert (read.text, read.elements) == (raw, ["div", "/div"])
    assert "<script" not in page
