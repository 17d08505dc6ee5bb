"""The two matching rules, where they agree and where they differ."""

from __future__ import annotations

import pytest
from golden_cases import found

from postwright.diagnostics.matching import match_row
from postwright.errors import InputError
from postwright.labels import CORE, FULL


@pytest.mark.parametrize(
    ("raw", "gold", "predicted", "strict", "folded"),
    [
        ("Elm St.", [("street", "Elm St")], [("street", "Elm St.")], False, True),
        ("Elm  St", [("street", "Elm  ")], [("street", "Elm")], True, True),
        ("Elm, ELM", [("street", "Elm")], [("street", "ELM")], False, True),
        ("É E", [("unit", "É")], [("unit", "E")], False, False),
    ],
)
def test_what_each_rule_takes_for_the_same(
    raw: str,
    gold: list[tuple[str, str]],
    predicted: list[tuple[str, str]],
    strict: bool,
    folded: bool,
) -> None:
    """`strict` forgives white space at the edges, `folded` also case and punctuation there."""
    for rule, same in (("strict", strict), ("folded", folded)):
        match = match_row(raw, found(raw, *gold), found(raw, *predicted), label_set=FULL, rule=rule)
        assert match.is_exact == same, rule


def test_strict_looks_at_the_first_span_of_a_tag_alone() -> None:
    """A second golden or predicted street counts nowhere."""
    raw = "Elm & Oak"
    gold = found(raw, ("street", "Elm"), ("street", "Oak"))
    first = match_row(raw, gold, gold[:1], label_set=FULL, rule="strict")
    assert (first.gold, first.is_exact) == (gold[:1], True)
    second = match_row(raw, gold, gold[1:], label_set=FULL, rule="strict")
    assert (second.found, second.right) == ((False,), (False,))
    assert not match_row(raw, gold, gold[:1], label_set=FULL).is_exact


def test_strict_ignores_tags_outside_the_label_set() -> None:
    """`folded` makes a street of a cross street, `strict` leaves it out."""
    raw = "5th Ave & Main St #4"
    gold = found(raw, ("cross_street", "5th Ave"), ("unit", "#4"))
    assert match_row(raw, gold, (), label_set=CORE, rule="strict").gold == ()
    assert match_row(raw, gold, (), label_set=CORE).gold == ((0, 7, "street"),)


def test_the_span_at_the_same_place_is_the_one_that_is_right() -> None:
    """Of two equal texts the one where the golden span stands is right, the other wrong."""
    raw = "Paris, Paris"
    predicted = found(raw, ("locality", "Paris"), ("locality", "Paris"))
    match = match_row(raw, predicted[1:], predicted, label_set=FULL)
    assert match.right == (False, True)


def test_sources_lead_back_to_what_the_parser_said() -> None:
    """A span keeps the index under which its probability stands."""
    raw = "5 Apt 4 Elm St"
    predicted = found(raw, ("house_number", "5"), ("unit", "Apt 4"), ("street", "Elm St"))
    match = match_row(raw, predicted, predicted, label_set=CORE)
    assert match.sources == (0, 2)


def test_an_unknown_rule_is_refused() -> None:
    """The message lists the rules."""
    with pytest.raises(InputError, match="'loose': must be one of folded, strict"):
        match_row("Elm", (), (), label_set=FULL, rule="loose")
