"""Golden rows: an address, its right spans, and where the row comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from postwright.errors import InputError
from postwright.golden.placement import place_surfaces
from postwright.labels import TAGS
from postwright.text import segment, trim

__all__ = [
    "ADVERSARIAL",
    "GoldenRow",
    "LabelledSpan",
    "check_spans",
    "length_slice",
    "surfaces_of",
    "trim_spans",
]

#: Start and end in code points of the raw text (end exclusive), and the tag.
LabelledSpan = tuple[int, int, str]

#: The slice of rows made to be hard; they can be left out of every count.
ADVERSARIAL = "adversarial"

#: Words of the input, up to and including → name of the slice.
_LENGTHS = ((4, "length 01-04"), (8, "length 05-08"), (12, "length 09-12"), (20, "length 13-20"))
_LONGEST = "length 21+"


@dataclass(frozen=True, slots=True)
class GoldenRow:
    """One address with its right spans, trimmed, sorted and without overlap.

    >>> row = GoldenRow("1", "5 Elm St", ((0, 1, "house_number"), (2, 8, "street")), country="US")
    >>> row.to_json()["tags"]
    {'house_number': ['5'], 'street': ['Elm St']}

    Attributes:
        id: unique in all files that are read together.
        raw: the text as someone wrote it.
        spans: (start, end, tag).
        country: ISO 3166-1 alpha-2 in upper case, or empty.
        slices: names of the slices that the row belongs to.
        source: where the text comes from.
        licence: under which it may be passed on.
        expect: `pass`, or `fail` for a row that no model is expected to get right yet.
        split: `dev`, `test`, or empty.
        comment: for people.
    """

    id: str
    raw: str
    spans: tuple[LabelledSpan, ...]
    country: str = ""
    slices: tuple[str, ...] = ()
    source: str = ""
    licence: str = ""
    expect: str = "pass"
    split: str = ""
    comment: str = ""

    @property
    def is_adversarial(self) -> bool:
        """Whether the row is made to be hard, or expected to fail."""
        return ADVERSARIAL in self.slices or self.expect == "fail"

    def first(self, tag: str) -> str:
        """The text of the first span of a tag, or the empty text."""
        return next((self.raw[start:end] for start, end, own in self.spans if own == tag), "")

    def to_json(self) -> dict[str, Any]:
        """The row as a golden file holds it; empty fields are left out.

        `spans` stands there only where the surfaces of `tags` alone would be placed elsewhere.
        """
        tags = surfaces_of(self.raw, self.spans)
        record: dict[str, Any] = {"id": self.id, "raw": self.raw, "tags": tags}
        if _placed(self.raw, tags) != self.spans:
            record["spans"] = [list(span) for span in self.spans]
        optional = {
            "country": self.country,
            "slice": list(self.slices),
            "source": self.source,
            "licence": self.licence,
            "expect": self.expect,
            "split": self.split,
            "comment": self.comment,
        }
        return record | {name: value for name, value in optional.items() if value}


def _placed(raw: str, tags: dict[str, list[str]]) -> tuple[LabelledSpan, ...] | None:
    """Where a reader of the surfaces alone would put them, None where it would refuse them."""
    try:
        return tuple(place_surfaces(raw, tags))
    except InputError:
        return None


def surfaces_of(raw: str, spans: Iterable[LabelledSpan]) -> dict[str, list[str]]:
    """The surfaces of each tag, tags and surfaces in the order of the text."""
    tags: dict[str, list[str]] = {}
    for start, end, tag in spans:
        tags.setdefault(tag, []).append(raw[start:end])
    return tags


def length_slice(raw: str) -> str:
    """The slice of a text by its length in words.

    >>> length_slice("12 Elm St"), length_slice("a " * 30)
    ('length 01-04', 'length 21+')
    """
    words = len(segment(raw))
    return next((name for most, name in _LENGTHS if words <= most), _LONGEST)


def trim_spans(raw: str, spans: Iterable[LabelledSpan]) -> tuple[LabelledSpan, ...]:
    """Cut each span to the edges that a parser gives; a span of punctuation alone is dropped.

    >>> trim_spans("5 Elm St., 12345.", [(0, 1, "house_number"), (11, 17, "postcode")])
    ((0, 1, 'house_number'), (11, 16, 'postcode'))
    """
    trimmed = []
    for start, end, tag in spans:
        edges = trim(raw, start, end)
        if edges is not None:
            trimmed.append((*edges, tag))
    return tuple(trimmed)


def check_spans(raw: str, spans: Iterable[LabelledSpan]) -> None:
    """Refuse spans that no parse could have.

    Raises:
        InputError: a tag is unknown, a span is empty or outside the text, or two spans overlap
            or stand in the wrong order.
    """
    last_end = 0
    for start, end, tag in spans:
        if tag not in TAGS:
            raise InputError(f"unknown tag {tag!r}; known are: {', '.join(TAGS)}")
        if not 0 <= start < end <= len(raw):
            raise InputError(
                f"span [{start}, {end}] lies outside the text of {len(raw)} characters"
            )
        if start < last_end:
            raise InputError(f"span [{start}, {end}] overlaps the one before it or is out of order")
        last_end = end
