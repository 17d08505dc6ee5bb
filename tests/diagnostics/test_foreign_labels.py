"""Other parsers' answers in our tags."""

from __future__ import annotations

import pytest

from postwright.diagnostics.foreign_labels import (
    ADAPTERS,
    LIBPOSTAL_TAGS,
    PELIAS_TAGS,
    UNPLACED,
    place_pieces,
)
from postwright.labels import TAGS

LIBPOSTAL = [
    ("the book club", "house"),
    ("100-106", "house_number"),
    ("leonard st", "road"),
    ("shoreditch", "suburb"),
    ("london", "city"),
    ("ec2a 4rh", "postcode"),
    ("united kingdom", "country"),
]


def values(raw: str, spans: tuple[tuple[int, int, str], ...]) -> list[tuple[str, str]]:
    """The spans as (tag, text)."""
    return [(tag, raw[start:end]) for start, end, tag in spans]


def test_libpostals_lower_case_finds_its_place_in_the_text() -> None:
    """The example of libpostal's own README."""
    raw = "The Book Club 100-106 Leonard St Shoreditch London EC2A 4RH, United Kingdom"
    assert values(raw, ADAPTERS["libpostal"](raw, LIBPOSTAL, True)) == [
        ("venue", "The Book Club"),
        ("house_number", "100-106"),
        ("street", "Leonard St"),
        ("dependent_locality", "Shoreditch"),
        ("locality", "London"),
        ("postcode", "EC2A 4RH"),
        ("country", "United Kingdom"),
    ]


def test_pelias_labels_are_mapped() -> None:
    """Those of the parser and those of the API."""
    raw = "12 Main St, Bronx, NY 10451"
    solution = [
        ("12", "housenumber"),
        ("Main St", "street"),
        ("NY", "region"),
        ("10451", "postcode"),
    ]
    assert [tag for _, _, tag in ADAPTERS["pelias"](raw, solution, True)] == [
        "house_number", "street", "region", "postcode",
    ]  # fmt: skip
    parsed_text = [("12", "number"), ("Bronx", "city"), ("NY", "state"), ("10451", "postalcode")]
    assert [tag for _, _, tag in ADAPTERS["pelias"](raw, parsed_text, False)] == [
        "house_number", "locality", "region", "postcode",
    ]  # fmt: skip


def test_usaddress_answers_go_through_its_own_map() -> None:
    """Tokens are joined and a floor becomes a level."""
    raw = "5 Elm St 2nd Floor"
    tokens = [
        ("5", "AddressNumber"), ("Elm", "StreetName"), ("St", "StreetNamePostType"),
        ("2nd", "OccupancyIdentifier"), ("Floor", "OccupancyType"),
    ]  # fmt: skip
    assert values(raw, ADAPTERS["usaddress"](raw, tokens, True)) == [
        ("house_number", "5"), ("street", "Elm St"), ("level", "2nd Floor"),
    ]  # fmt: skip


@pytest.mark.parametrize("tags", [LIBPOSTAL_TAGS, PELIAS_TAGS])
def test_maps_lead_to_tags_that_exist(tags: dict[str, str]) -> None:
    """No label leads nowhere."""
    assert set(tags.values()) <= set(TAGS)


def test_a_text_of_ordered_pieces_is_looked_for_behind_the_one_before() -> None:
    """The second Paris of the text is the locality."""
    raw = "Paris Bar, Paris"
    pieces = [("paris bar", "house"), ("paris", "city")]
    assert values(raw, place_pieces(raw, pieces, LIBPOSTAL_TAGS, in_order=True)) == [
        ("venue", "Paris Bar"), ("locality", "Paris"),
    ]  # fmt: skip


def test_without_order_the_longest_piece_is_placed_first() -> None:
    """A short text that stands inside a longer one is found outside of it."""
    raw = "Rue de Paris, Paris"
    pieces = [("Paris", "city"), ("Rue de Paris", "road")]
    assert values(raw, place_pieces(raw, pieces, LIBPOSTAL_TAGS, in_order=False)) == [
        ("street", "Rue de Paris"), ("locality", "Paris"),
    ]  # fmt: skip


def test_a_whole_word_is_preferred_to_a_part_of_one() -> None:
    """The number is not the start of the postcode."""
    raw = "75001 Paris 7"
    (span,) = place_pieces(raw, [("7", "house_number")], LIBPOSTAL_TAGS, in_order=True)
    assert span == (12, 13, "house_number")


def test_punctuation_between_words_may_have_been_dropped() -> None:
    """Parsers that split at punctuation give the words alone."""
    raw = "P.O. Box 4, St. Louis"
    pieces = [("p o box 4", "po_box"), ("st louis", "city")]
    assert values(raw, place_pieces(raw, pieces, LIBPOSTAL_TAGS, in_order=True)) == [
        ("po_box", "P.O. Box 4"), ("locality", "St. Louis"),
    ]  # fmt: skip


def test_a_text_that_is_nowhere_counts_as_a_wrong_answer() -> None:
    """What a parser made up, such as an expanded abbreviation, has no place."""
    raw = "5 Elm St"
    pieces = [("elm street", "road")]
    assert place_pieces(raw, pieces, LIBPOSTAL_TAGS, in_order=True) == ((*UNPLACED, "street"),)
