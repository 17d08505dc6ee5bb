"""The parse: what can be asked of it, and its JSON against the published schema."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from parses import parse_of, parses

from postwright.decoder import Fault, Locale, LocaleGuess, Parse, Span, format_parse
from postwright.labels import CORE_TAGS, TAGS

ADDRESS = parse_of(
    "12 Elm & Oak, Apt 4, Springfield",
    ("house_number", "12"),
    ("street", "Elm"),
    ("cross_street", "Oak"),
    ("unit", "Apt 4"),
    ("locality", "Springfield"),
)


def _schema() -> dict[str, Any]:
    text = resources.files("postwright.decoder").joinpath("parse-v1.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


VALIDATOR = jsonschema.Draft202012Validator(_schema())


def test_the_schema_is_a_schema() -> None:
    """It obeys JSON Schema 2020-12 itself."""
    jsonschema.Draft202012Validator.check_schema(_schema())


@given(parses())
def test_every_json_obeys_the_schema(parse: Parse) -> None:
    """Any text, any labels: the published schema holds, and JSON says it whole."""
    data = parse.to_json()
    VALIDATOR.validate(data)
    assert json.loads(json.dumps(data)).keys() == data.keys()


def test_a_full_parse_obeys_the_schema() -> None:
    """Locale, candidates, faults and errors have their places too."""
    guess = LocaleGuess("US", "en", 0.25)
    parse = Parse(
        ADDRESS.raw,
        ADDRESS.spans,
        0.5,
        0.4,
        locale=Locale("CA", None, 0.75, (guess,)),
        candidates=(ADDRESS, Parse(ADDRESS.raw)),
        faults=(Fault("locale", "out of time"),),
        error="no",
    )
    data = parse.to_json()
    VALIDATOR.validate(data)
    assert data["locale"]["alternatives"] == [
        {"country": "US", "language": "en", "probability": 0.25}
    ]
    assert data["candidates"][0] == {
        key: value
        for key, value in ADDRESS.to_json().items()
        if key in VALIDATOR.schema["properties"]["candidates"]["items"]["required"]
    }
    assert data["faults"] == [{"stage": "locale", "reason": "out of time"}]
    assert (data["probability"], data["probability_raw"], data["error"]) == (0.5, 0.4, "no")


@pytest.mark.parametrize(
    ("field", "value"),
    [("schema_version", 2), ("probability", 1.5), ("spans", None), ("locale", None), ("raw", 5)],
)
def test_the_schema_refuses_what_is_wrong(field: str, value: object) -> None:
    """The schema is no formality: each of these breaks it."""
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(ADDRESS.to_json() | {field: value})
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({key: one for key, one in ADDRESS.to_json().items() if key != field})


def test_probabilities_have_six_digits_in_json() -> None:
    """More digits than a model knows are not written."""
    span = Span("street", "Elm", 0, 3, 1 / 3, 2 / 3)
    data = Parse("Elm", (span,), 1 / 7, 1 / 9).to_json()
    assert (data["spans"][0]["probability"], data["spans"][0]["probability_raw"]) == (
        0.333333,
        0.666667,
    )
    assert data["tree"][0]["probability"] == 0.333333
    assert (data["probability"], data["probability_raw"]) == (0.142857, 0.111111)


def test_values_are_asked_for_by_tag() -> None:
    """All values, the first one, or a default; an unknown tag is named with the known ones."""
    parse = parse_of("A 1 B 2", ("unit", "A 1"), ("unit", "B 2"))
    assert parse["unit"] == ("A 1", "B 2")
    assert parse["street"] == ()
    assert (parse.get("unit"), parse.get("street"), parse.get("street", "?")) == ("A 1", None, "?")
    assert parse.components == {"unit": ["A 1", "B 2"]}
    with pytest.raises(KeyError, match="no tag 'town'; the tags are country, region"):
        parse["town"]


@given(parses())
def test_components_agree_with_the_spans(parse: Parse) -> None:
    """What is listed by tag is what stands in the spans."""
    assert {tag: list(parse[tag]) for tag in TAGS if parse[tag]} == parse.components


def test_folding_to_core_renames_and_removes() -> None:
    """A cross street becomes a street, a unit goes; text and probabilities stay."""
    folded = ADDRESS.to_core()
    assert folded.components == {
        "house_number": ["12"],
        "street": ["Elm", "Oak"],
        "locality": ["Springfield"],
    }
    assert (folded.raw, folded.probability) == (ADDRESS.raw, ADDRESS.probability)
    assert ADDRESS.components["unit"] == ["Apt 4"]


def test_candidates_that_fold_to_one_reading_are_merged() -> None:
    """Readings that differ in a removed tag alone are one, with the sum of their probabilities.

    The first is the parse, and stays first.
    """
    raw = "Elm 4"
    candidates = (
        parse_of(raw, ("venue", "Elm 4"), probability=0.4),
        parse_of(raw, ("postcode", "Elm 4"), probability=0.35),
        parse_of(raw, ("street", "Elm"), ("unit", "4"), probability=0.3),
        parse_of(raw, ("street", "Elm"), ("level", "4"), probability=0.2),
    )
    folded = Parse(raw, candidates=candidates).to_core()
    assert [(one.components, round(one.probability, 6)) for one in folded.candidates] == [
        ({"venue": ["Elm 4"]}, 0.4),
        ({"street": ["Elm"]}, 0.5),
        ({"postcode": ["Elm 4"]}, 0.35),
    ]


@given(parses())
def test_folded_parses_obey_the_schema_in_core_tags(parse: Parse) -> None:
    """Folding leaves only core tags, and valid JSON."""
    folded = parse.to_core()
    VALIDATOR.validate(folded.to_json())
    assert {span.tag for span in folded.spans} <= set(CORE_TAGS)


def test_an_unknown_format_is_named() -> None:
    """The message lists what there is."""
    with pytest.raises(ValueError, match="no format 'yaml'; the formats are components, html"):
        format_parse(ADDRESS, "yaml")
