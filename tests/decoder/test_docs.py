"""docs/json.md: its fields are those of the schema, its examples are what the code writes."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from postwright.decoder import Parse, Span, format_parse

PAGE = (Path(__file__).parents[2] / "docs" / "json.md").read_text("utf-8")


def _block(language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)\n```$", PAGE, re.DOTALL | re.MULTILINE)
    assert found, f"no {language} block in docs/json.md"
    return found[1]


def _documented_parse() -> Parse:
    data = json.loads(_block("json"))
    spans = tuple(Span(**span) for span in data["spans"])
    return Parse(data["raw"], spans, data["probability"], data["probability_raw"])


def _fields(schema: dict[str, Any]) -> set[str]:
    """Collect every property name of a schema, however deep."""
    names = set(schema.get("properties", {}))
    for inner in schema.values():
        for one in inner if isinstance(inner, list) else [inner]:
            names |= _fields(one) if isinstance(one, dict) else set()
    return names


def test_the_example_is_what_the_code_writes() -> None:
    """Built from its own spans, the documented parse has the documented JSON."""
    assert _documented_parse().to_json() == json.loads(_block("json"))


@pytest.mark.parametrize("name", ["components", "tuple", "xml", "tree"])
def test_the_other_formats_are_written_as_shown(name: str) -> None:
    """Each block is the format of the same parse, character by character."""
    assert format_parse(_documented_parse(), name) == _block(name)


def test_every_field_is_explained() -> None:
    """No property of the schema is missing from the page."""
    path = resources.files("postwright.decoder").joinpath("parse-v1.schema.json")
    prose = PAGE.split("## Example")[0]
    fields = _fields(json.loads(path.read_text("utf-8")))
    assert {"spans", "children", "reason", "alternatives"} <= fields
    assert {field for field in fields if f"`{field}`" not in prose} == set()
