"""``postwright places`` and ``parse --places``."""

from __future__ import annotations

import json

from click.testing import CliRunner, Result

from postwright.cli import main


def run(*arguments: str) -> Result:
    """A run that went well."""
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    return done


def test_find_lists_places_a_line_each() -> None:
    """For people, and as JSON lines."""
    assert "Springfield, Sangamon, Illinois (IL), US" in run("places", "find", "springfield").output
    lines = run("places", "find", "--json", "Cambridge").output.splitlines()
    assert {json.loads(line)["country"] for line in lines} >= {"GB", "US", "CA"}


def test_info_names_sources_and_digest() -> None:
    """Whom to credit can be printed."""
    shown = run("places", "info").output
    assert "GeoNames" in shown
    assert "CC BY 4.0" in shown
    assert "sha256" in shown


def test_parse_lists_the_places_of_a_town() -> None:
    """``--places`` adds facts to the JSON."""
    done = run("parse", "--places", "--format", "json", "Springfield, IL")
    (span, _) = json.loads(done.output)["spans"]
    assert span["facts"]["places"][0]["region_code"] == "IL"


def test_the_tree_shows_the_first_places() -> None:
    """For people on a terminal, with what agrees."""
    shown = run("parse", "--places", "--format", "tree", "Springfield, IL").output
    assert " in the table of places" in shown
    assert "   Springfield, Sangamon, Illinois, US  agrees: region" in shown
    assert "Springfield: " not in run("parse", "--format", "tree", "Springfield, IL").output
