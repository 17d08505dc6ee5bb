"""What holds for every parse of every text, as checks that the tests and the fuzzers share."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import Any
from xml.etree import ElementTree

from jsonschema import Draft202012Validator

from postwright import Parse, Span
from postwright.decoder import FORMATS, Node, format_parse
from postwright.labels import CORE_TAGS, PARENTS, TAGS, fold_to_core
from postwright.text import segment, trim

Outline = list[tuple[str, int, int]]

#: How far the probabilities of a row may move with its neighbours: by rounding alone.
TOLERANCE = 1e-6


@cache
def validator() -> Draft202012Validator:
    """The published schema."""
    schema = resources.files("postwright.decoder").joinpath("parse-v1.schema.json")
    return Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))


def outline(parse: Parse) -> Outline:
    """What a parse says about its text, without probabilities."""
    return [(span.tag, span.start, span.end) for span in parse.spans]


def check_parse(parse: Parse, text: str) -> None:
    """Hold every law of one parse."""
    assert parse.raw == text
    check_spans(parse)
    check_tree(parse)
    for candidate in parse.candidates:
        assert candidate.raw == text
        check_spans(candidate)
    assert parse.faults == ()
    assert (parse.error is None) == bool(parse.spans)
    # What is wrong with a text is said in words; a stage that failed is a fault of the code.
    assert parse.error is None or not parse.error.startswith("stage "), parse.error


def check_spans(parse: Parse) -> None:
    """Offsets are exact, trimmed, in order, on the edges of words, and with the rest the text."""
    text, at = parse.raw, 0
    words = segment(text)
    starts, ends = {start for start, _ in words}, {end for _, end in words}
    for span in parse.spans:
        assert span.tag in TAGS
        assert at <= span.start < span.end <= len(text)
        assert span.value == text[span.start : span.end]
        assert trim(text, span.start, span.end) == (span.start, span.end)
        assert span.start in starts
        assert span.end in ends
        assert 0 <= span.probability <= 1
        assert 0 <= span.probability_raw <= 1
        at = span.end
    assert 0 <= parse.probability <= 1
    assert 0 <= parse.probability_raw <= 1
    pieces = sorted([*parse.spans, *parse.unknown], key=lambda piece: piece.start)
    assert all(piece.value and piece.value == text[piece.start : piece.end] for piece in pieces)
    assert "".join(piece.value for piece in pieces) == text


def check_tree(parse: Parse) -> None:
    """Every span is one node, below a tag that may be its parent, siblings in order."""
    found: Outline = []

    def visit(nodes: Iterable[Node], parent: str | None) -> None:
        nodes = list(nodes)
        assert [node.start for node in nodes] == sorted(node.start for node in nodes)
        for node in nodes:
            present = [tag for tag in PARENTS[node.tag] if tag in parse.components]
            assert parent == (present[0] if present else None)
            found.append((node.tag, node.start, node.end))
            visit(node.children, node.tag)

    visit(parse.tree, None)
    assert sorted(found, key=lambda one: one[1]) == outline(parse)
    assert {tag: list(parse[tag]) for tag in parse.components} == parse.components


def check_candidates(parse: Parse, count: int) -> None:
    """Readings are different, the first is the parse, and the others fall in probability."""
    readings = [tuple(outline(candidate)) for candidate in parse.candidates]
    assert len(set(readings)) == len(readings) <= count
    probabilities = [candidate.probability_raw for candidate in parse.candidates]
    assert probabilities[1:] == sorted(probabilities[1:], reverse=True)
    assert sum(probabilities) <= 1 + 1e-4
    if readings:
        assert readings[0] == tuple(outline(parse))
        assert probabilities[0] >= parse.probability_raw - 1e-6


def check_core(parse: Parse) -> None:
    """The core labels say what is left of the full ones."""
    core = parse.to_core()
    folded = fold_to_core((span.start, span.end, span.tag) for span in parse.spans)
    assert [(span.start, span.end, span.tag) for span in core.spans] == folded
    assert {span.tag for span in core.spans} <= set(CORE_TAGS)
    assert core.to_core() == core
    for candidate in core.candidates:
        check_spans(candidate)
    readings = [tuple(outline(candidate)) for candidate in core.candidates]
    assert len(set(readings)) == len(readings)
    assert readings[:1] in ([], [tuple(outline(core))])
    check_spans(core)
    check_tree(core)


def check_formats(parse: Parse) -> None:
    """Every format writes UTF-8, all but the drawing on one line."""
    for name in FORMATS:
        line = format_parse(parse, name)
        assert line.encode().decode() == line
        if name != "tree":
            assert len(line.splitlines()) == 1, name
    coloured = format_parse(parse, "tree", colour=True)
    assert coloured.encode()
    ElementTree.fromstring(format_parse(parse, "xml"))


def check_json(parse: Parse) -> None:
    """The line is valid by the published schema, and says what the parse says."""
    facts = parse.to_json()
    validator().validate(facts)
    assert json.loads(json.dumps(facts, ensure_ascii=False)) == facts
    line = format_parse(parse, "json")
    # Two surrogates that stand together are one character to a reader of JSON.
    assert json.loads(line) == json.loads(json.dumps(facts))
    assert list(_values(facts["spans"])) == [_span(span) for span in parse.spans]


def _values(spans: Iterable[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    for span in spans:
        yield span["tag"], span["value"], span["start"], span["end"]


def _span(span: Span) -> tuple[Any, ...]:
    return span.tag, span.value, span.start, span.end


def check_abstention(plain: Parse, held: Parse, least: float) -> None:
    """A limit takes spans away and does nothing else; what it takes is listed."""
    kept = plain.spans if plain.probability >= least else ()
    assert held.spans == kept
    assert held.withheld == (() if kept else plain.spans)
    assert (held.probability, held.raw) == (plain.probability, plain.raw)
    assert held.candidates == plain.candidates
    assert (held.error is None) == bool(kept)


def check_thresholds(plain: Parse, held: Parse, limits: dict[str, float]) -> None:
    """A tag's limit takes the spans of the tag that lie below it, and no other."""
    kept = tuple(s for s in plain.spans if s.probability >= limits.get(s.tag, 0.0))
    assert held.spans == kept
    assert sorted([*held.spans, *held.withheld], key=lambda s: s.start) == list(plain.spans)


def check_locale(parse: Parse) -> None:
    """Alternatives are different, sorted, sum to one, and the first is the answer."""
    shares = [guess.probability or 0.0 for guess in parse.locale.alternatives]
    assert shares == sorted(shares, reverse=True)
    assert all(0 <= share <= 1 for share in shares)
    if not parse.spans:
        assert not shares
        return
    assert abs(sum(shares) - 1) < 1e-9
    countries = [guess.country for guess in parse.locale.alternatives]
    assert len(set(countries)) == len(countries)
    assert parse.locale.country == countries[0]


def check_same(found: Parse, expected: Parse) -> None:
    """Two parses of one text, one of them beside other rows, say the same."""
    assert found.raw == expected.raw
    assert outline(found) == outline(expected)
    assert [outline(one) for one in found.candidates] == [
        outline(one) for one in expected.candidates
    ]
    assert (found.error is None) == (expected.error is None)
    assert abs(found.probability_raw - expected.probability_raw) <= TOLERANCE
    assert found.locale.country == expected.locale.country
    for one, other in zip(found.spans, expected.spans, strict=True):
        assert abs(one.probability_raw - other.probability_raw) <= TOLERANCE


def check_all(parse: Parse, text: str, *, candidates: int = 1) -> None:
    """Hold all laws that one parse can be held to."""
    check_parse(parse, text)
    check_candidates(parse, candidates)
    check_core(parse)
    check_formats(parse)
    check_json(parse)
    assert pickle.loads(pickle.dumps(parse)) == parse
