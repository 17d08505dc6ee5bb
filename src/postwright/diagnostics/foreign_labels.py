"""Answers of other parsers in the tags of this project: label maps, and places for bare texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from postwright.diagnostics.usaddress_labels import spans_of_tokens
from postwright.golden.records import LabelledSpan, trim_spans
from postwright.labels import TAGS

__all__ = ["ADAPTERS", "LIBPOSTAL_TAGS", "PELIAS_TAGS", "UNPLACED", "Piece", "place_pieces"]

#: A text and its label.
Piece = tuple[str, str]

#: Edges of a text that is nowhere in the input: empty, so that it can never be right.
UNPLACED = (0, 0)

#: Labels of libpostal's `parse_address`; what is missing (`category`, `near`, `island`,
#: `country_region`, `world_region`) has no tag here.
LIBPOSTAL_TAGS: dict[str, str] = {
    "house": "venue",
    "house_number": "house_number",
    "road": "street",
    "unit": "unit",
    "level": "level",
    "staircase": "staircase",
    "entrance": "entrance",
    "po_box": "po_box",
    "postcode": "postcode",
    "suburb": "dependent_locality",
    "city_district": "dependent_locality",
    "city": "locality",
    "state_district": "subregion",
    "state": "region",
    "country": "country",
}

#: Labels of pelias-parser's solutions, and of `parsed_text` in answers of the Pelias API.
PELIAS_TAGS: dict[str, str] = {
    "venue": "venue",
    "place": "venue",
    "name": "venue",
    "housenumber": "house_number",
    "number": "house_number",
    "street": "street",
    "cross_street": "cross_street",
    "unit": "unit",
    "level": "level",
    "postcode": "postcode",
    "postalcode": "postcode",
    "neighbourhood": "dependent_locality",
    "borough": "dependent_locality",
    "locality": "locality",
    "city": "locality",
    "county": "subregion",
    "region": "region",
    "state": "region",
    "country": "country",
}

_WORDS = re.compile(r"\w+")


def place_pieces(
    raw: str, pieces: Iterable[Piece], tags: Mapping[str, str], *, in_order: bool
) -> tuple[LabelledSpan, ...]:
    """Find a place for each text, whatever its letter case and the punctuation between its words.

    Parsers that fold their input give texts which do not stand there letter by letter. What is
    found nowhere is `UNPLACED`: it counts as a wrong answer.

    >>> pieces = [("12", "house_number"), ("main st", "road"), ("x", "near")]
    >>> place_pieces("12, Main St.", pieces, LIBPOSTAL_TAGS, in_order=True)
    ((0, 2, 'house_number'), (4, 11, 'street'))

    Args:
        raw: the text that was parsed.
        pieces: texts with the parser's labels.
        tags: label → tag; pieces of other labels are left out.
        in_order: whether the pieces come in the order of the text; if not, the longest is placed
            first.

    Returns:
        Trimmed spans in the order of the text, those without a place first.
    """
    wanted = [(text, tags[label]) for text, label in pieces if label in tags]
    if not in_order:
        wanted.sort(key=lambda piece: -len(piece[0]))
    taken: list[tuple[int, int]] = []
    spans: list[LabelledSpan] = []
    lost: list[LabelledSpan] = []
    after = 0
    for text, tag in wanted:
        place = _find(raw, text, taken, after) or _find(raw, text, taken, 0)
        if place is None:
            lost.append((*UNPLACED, tag))
            continue
        taken.append(place)
        spans.append((*place, tag))
        after = place[1] if in_order else 0
    return (*lost, *trim_spans(raw, sorted(spans)))


def _find(
    raw: str, text: str, taken: Sequence[tuple[int, int]], after: int
) -> tuple[int, int] | None:
    """The first free place of a text; one that cuts no word before one that does."""
    words = _WORDS.findall(text)
    if not words:
        return None
    pattern = r"[\W_]*".join(map(re.escape, words))
    for bounded in (rf"(?<!\w){pattern}(?!\w)", pattern):
        for match in re.compile(bounded, re.IGNORECASE).finditer(raw, after):
            start, end = match.span()
            if all(end <= first or stop <= start for first, stop in taken):
                return start, end
    return None


def _mapped(
    tags: Mapping[str, str],
) -> Callable[[str, Sequence[Piece], bool], tuple[LabelledSpan, ...]]:
    """An adapter that needs no more than a label map."""

    def adapt(raw: str, pieces: Sequence[Piece], in_order: bool) -> tuple[LabelledSpan, ...]:
        return place_pieces(raw, pieces, tags, in_order=in_order)

    return adapt


def _usaddress(raw: str, pieces: Sequence[Piece], in_order: bool) -> tuple[LabelledSpan, ...]:
    """What `usaddress.parse` returns for a text, or the items of what `usaddress.tag` does."""
    return spans_of_tokens(raw, pieces)


#: Name of a parser's labels → (text, pieces, whether in order) → spans.
ADAPTERS: dict[str, Callable[[str, Sequence[Piece], bool], tuple[LabelledSpan, ...]]] = {
    "libpostal": _mapped(LIBPOSTAL_TAGS),
    "pelias": _mapped(PELIAS_TAGS),
    "postwright": _mapped({tag: tag for tag in TAGS}),
    "usaddress": _usaddress,
}
