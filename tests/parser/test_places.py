"""The stage that lists the places that a locality may be."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from postwright import Parse, Parser, Span
from postwright.decoder import Locale, LocaleGuess
from postwright.parser.pipeline import LOCALE, PLACES, STAGES
from postwright.parser.places import MOST_PLACES, find_places
from postwright.places import load_places

PAGE = (Path(__file__).parents[2] / "docs" / "places.md").read_text("utf-8")


def parse_of(*parts: tuple[str, str], locale: Locale | None = None) -> Parse:
    """A parse of such spans, a comma apart."""
    spans, at = [], 0
    for tag, value in parts:
        spans.append(Span(tag, value, at, at + len(value), 1.0, 1.0))
        at += len(value) + 2
    raw = ", ".join(value for _, value in parts)
    return Parse(raw, tuple(spans), locale=locale or Locale())


def listed(parse: Parse, hint: str | None = None) -> list[dict[str, Any]]:
    """The places of the only locality."""
    spans = find_places(parse, load_places(), hint).spans
    (facts,) = [span.facts for span in spans if span.tag == "locality"]
    places: list[dict[str, Any]] = (facts or {}).get("places", [])
    return places


@pytest.mark.parametrize(
    ("parts", "country", "region", "agrees"),
    [
        ([("locality", "Springfield"), ("region", "OR")], "US", "Oregon", ["region"]),
        ([("locality", "Springfield"), ("region", "missouri")], "US", "Missouri", ["region"]),
        ([("locality", "Springfield"), ("postcode", "01103")], "US", "Massachusetts", ["postcode"]),
        ([("locality", "Paris"), ("region", "Texas")], "US", "Texas", ["region"]),
        ([("locality", "Cambridge"), ("postcode", "CB2 1TN")], "GB", "England", ["postcode"]),
        ([("locality", "Cambridge"), ("country", "UK")], "GB", "England", ["country"]),
        ([("locality", "SAN JOSE"), ("country", "Costa Rica")], "CR", None, ["country"]),
        ([("postcode", "93200"), ("locality", "St Denis")], "FR", "Île-de-France", ["postcode"]),
        ([("locality", "Newcastle"), ("region", "NSW")], "AU", "New South Wales", ["region"]),
        ([("locality", "Newcastle"), ("postcode", "NE1 4XD")], "GB", "England", ["postcode"]),
        ([("postcode", "96465"), ("locality", "Neustadt")], "DE", "Bayern", ["postcode"]),
        (
            [("locality", "Columbus"), ("subregion", "Bartholomew County")],
            "US",
            "Indiana",
            ["region"],
        ),
    ],
)
def test_what_agrees_comes_first_and_says_so(
    parts: list[tuple[str, str]], country: str, region: str | None, agrees: list[str]
) -> None:
    """By region, district, postcode or country of the same parse."""
    first = listed(parse_of(*parts))[0]
    assert (first["country"], first["agrees"]) == (country, agrees)
    assert region in (None, first["region"])


def test_a_lone_name_lists_its_places_by_size() -> None:
    """Nothing agrees, ten are listed, and how many there are is said."""
    parse = find_places(parse_of(("locality", "Springfield")), load_places())
    facts = parse.spans[0].facts or {}
    assert len(facts["places"]) == MOST_PLACES < facts["places_found"]
    assert {"IL", "MA", "MO"} <= {place["region_code"] for place in facts["places"]}
    assert not any("agrees" in place for place in facts["places"])


def test_a_country_that_is_named_leaves_its_places_alone() -> None:
    """Written, or given by the caller; a country without such a place leaves all."""
    named = parse_of(("locality", "Paris"), ("country", "USA"))
    assert {place["country"] for place in listed(named)} == {"US"}
    lone = parse_of(("locality", "Paris"))
    assert {place["country"] for place in listed(lone, "FR")} == {"FR"}
    assert listed(parse_of(("locality", "Paris"), ("country", "Japan"))) == listed(lone)


def test_a_detected_country_orders_the_places() -> None:
    """The probabilities of the locale stage weigh the sizes."""
    guesses = (LocaleGuess("CA", "en", 0.9), LocaleGuess("GB", "en", 0.1))
    lone = parse_of(("locality", "London"), locale=Locale("CA", "en", 0.9, guesses))
    assert [place["country"] for place in listed(lone)][:2] == ["CA", "GB"]


def test_nothing_but_facts_changes() -> None:
    """Spans, labels and offsets are those that came in; facts of others stay."""
    before = parse_of(("street", "Paris"), ("locality", "Paris"), ("region", "Paris"))
    marked = [Span(*_fields(span), facts={"mine": 1}) for span in before.spans]
    given = Parse(before.raw, tuple(marked), candidates=(before,))
    after = find_places(given, load_places())
    assert [_fields(span) for span in after.spans] == [_fields(span) for span in before.spans]
    assert [sorted(span.facts or {}) for span in after.spans] == [
        ["mine"],
        ["mine", "places", "places_found"],
        ["mine"],
    ]
    assert [span.facts is not None for span in after.candidates[0].spans] == [False, True, False]
    assert after.tree[0].facts or any(node.facts for node in after.tree[0].children)
    json.dumps(after.to_json())


def _fields(span: Span) -> tuple[str, str, int, int, float, float]:
    return span.tag, span.value, span.start, span.end, span.probability, span.probability_raw


def test_an_unknown_name_has_no_facts() -> None:
    """What is not in the table is left as it is."""
    parse = parse_of(("locality", "Xyzzyville-on-Nothing"), ("country", "France"))
    assert find_places(parse, load_places()) == parse


def test_the_stage_is_asked_for_by_name_or_option(tiny_bundle: Path, parser: Parser) -> None:
    """After `locale`, before `abstain`; by default it is not there."""
    assert PLACES not in parser.stages
    named = Parser.load(tiny_bundle, stages=[*STAGES, "places"])
    assert named.stages[-1] is PLACES
    both = Parser.load(tiny_bundle, locale=True, places=True).stages
    assert both[-3:] == (LOCALE, PLACES, STAGES[-1])


def test_spans_are_the_same_with_and_without(tiny_bundle: Path, parser: Parser) -> None:
    """The stage never changes what was found."""
    texts = ["12 Main St, Springfield, IL", "Paris", "", "東京都府中市1-1", "San José, Costa Rica"]
    with_places = Parser.load(tiny_bundle, places=True).parse_batch(texts, candidates=3)
    for one, other in zip(with_places, parser.parse_batch(texts, candidates=3), strict=True):
        assert [_fields(span) for span in one.spans] == [_fields(span) for span in other.spans]
        assert one.faults == other.faults == ()


def test_the_page_shows_what_happens() -> None:
    """The example of docs/places.md, with the shipped model, from text to facts."""
    (example,) = re.findall(r"^```python\n(.*?)^```", PAGE, flags=re.MULTILINE | re.DOTALL)
    exec(compile(example, "places.md", "exec"), {})


def test_the_page_states_the_size_of_the_shipped_table() -> None:
    """Names, places and countries are those of the header."""
    facts = load_places().facts
    counts = [f"{facts[name]:,}" for name in ("names", "places", "countries")]
    assert "{} names of {} places in {} countries".format(*counts) in PAGE


def test_the_json_keeps_to_the_published_schema() -> None:
    """Facts of places are described in version 1."""
    path = resources.files("postwright.decoder") / "parse-v1.schema.json"
    parse = find_places(parse_of(("locality", "Paris"), ("region", "TX")), load_places())
    jsonschema.validate(parse.to_json(), json.loads(path.read_text("utf-8")))
