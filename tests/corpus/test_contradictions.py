"""Contradicting labels are counted by source."""

from __future__ import annotations

from postwright.corpus.contradictions import find_contradictions
from postwright.corpus.records import Row


def row(raw: str, tag: str, source: str = "a", country: str = "US") -> Row:
    """A line that is one span."""
    return Row(raw, ((0, len(raw), tag),), country, source)


def test_the_rarer_tag_contradicts_the_usual_one() -> None:
    """Letter case and punctuation do not make another surface."""
    rows = [row("Elm-St", "street"), row("ELM ST", "street"), row("elm st", "venue", "b")]
    found = find_contradictions(rows)
    [clash] = found.clashes
    assert (clash.source, clash.tag, clash.usual, clash.count) == ("b", "venue", "street", 1)
    assert clash.examples == ("elm st",)
    assert found.share == 1 / 3


def test_names_of_two_levels_are_counted_apart() -> None:
    """New York is a city and a state, and nobody is wrong."""
    rows = [row("New York", "region")] * 3 + [row("New York", "locality")]
    found = find_contradictions(rows)
    assert (found.share, found.shares["levels"]) == (0, 0.25)


def test_bare_numbers_are_a_kind_of_their_own() -> None:
    """1000 is a postcode and a house number; they count among the contradictions."""
    rows = [row("1000", "postcode")] * 3 + [row("1000", "house_number")]
    found = find_contradictions(rows)
    assert found.shares == {"words": 0, "numbers": 0.25, "levels": 0}
    assert found.share == 0.25


def test_the_same_words_in_two_countries_do_not_contradict() -> None:
    """`Victoria` is a region in one and a town in another."""
    rows = [row("Victoria", "region", country="AU"), row("Victoria", "locality", country="CA")]
    assert find_contradictions(rows).clashes == ()


def test_tags_outside_the_ten_are_not_counted() -> None:
    """A 4 is a unit here and a house number there."""
    rows = [row("4", "unit"), row("4", "unit"), row("4", "house_number")]
    assert find_contradictions(rows).clashes == ()
    assert len(find_contradictions(rows, tags=("unit", "house_number")).clashes) == 1


def test_lines_with_different_labels_are_counted_for_each_source() -> None:
    """The same text twice is no contradiction in itself."""
    rows = [row("Elm", "street"), row("Elm", "street"), row("Elm", "venue", "b")]
    assert find_contradictions(rows).lines == {"a": 1, "b": 1}
    assert find_contradictions(rows[:2]).lines == {}


def test_no_rows_are_no_contradictions() -> None:
    """Nor a division by zero."""
    found = find_contradictions([])
    assert (found.share, set(found.shares.values()), found.clashes) == (0, {0}, ())
