"""The two records of the corpus: components as a source gives them, and a written, labelled row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from postwright.errors import CorpusError
from postwright.labels import TAGS, LabelSet

EXTRA_FIELDS = ("region_code", "locality_alt")
"""Fields of `Components` that are no tag: another way to write a region or a locality."""

FIELD_NAMES = frozenset((*TAGS, *EXTRA_FIELDS))
"""Every key that `Components.fields` may hold."""

JOINT = "\0"
"""Stands in a source's field between several values of one tag that are written side by side."""

Span = tuple[int, int, str]
"""Start, end (code points of the raw text, half-open) and tag."""


@dataclass(slots=True)
class Components:
    """An address in parts, not yet written: what a source row says, by field.

    >>> Components("FR", {"street": "rue des Lois", "locality": "Toulouse"}, "fantoir").country
    'FR'

    Attributes:
        country: ISO 3166-1 alpha-2 in capitals, or "" where it is not known.
        fields: the non-empty fields, keys from `FIELD_NAMES`.
        source: the name of the source in the recipe.
        parts: of a field that holds several values, written side by side: the values.
    """

    country: str
    fields: dict[str, str]
    source: str
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """An address as written, with the spans that are right for it.

    >>> row = Row("350 5th Ave", ((0, 3, "house_number"), (4, 11, "street")), "US", "example")
    >>> [row.raw[start:end] for start, end, _ in row.spans]
    ['350', '5th Ave']

    Attributes:
        raw: the text.
        spans: sorted, not overlapping, trimmed by `text.trim`, never cutting a word.
        country: ISO 3166-1 alpha-2 in capitals, or "".
        source: the name of the source in the recipe.
        forms: the written forms that the composer applied, for audit.
    """

    raw: str
    spans: tuple[Span, ...]
    country: str
    source: str
    forms: tuple[str, ...] = field(default=())


def label_words(
    words: Sequence[tuple[int, int]], spans: Iterable[Span], label_set: LabelSet
) -> list[int]:
    """Give every word its BIO label id.

    >>> from postwright.labels import FULL
    >>> ids = label_words([(0, 3), (4, 7), (8, 11)], [(4, 11, "street")], FULL)
    >>> [FULL.labels[i] for i in ids]
    ['O', 'B-street', 'I-street']

    Args:
        words: word offsets in the order of the text, as `text.segment` gives them.
        spans: sorted spans over the same text.
        label_set: the label set whose ids are wanted.

    Returns:
        One label id a word.

    Raises:
        CorpusError: a span begins or ends inside a word, holds no word, or overlaps another.
    """
    labels = [0] * len(words)
    index, count = 0, len(words)
    for start, end, tag in spans:
        while index < count and words[index][1] <= start:
            index += 1
        if index == count or words[index][0] != start:
            raise CorpusError(f"the {tag} span {start}:{end} does not start where a word starts")
        labels[index] = label_set.begin(tag)
        index += 1
        inside = label_set.inside(tag)
        while index < count and words[index][0] < end:
            labels[index] = inside
            index += 1
        if words[index - 1][1] != end:
            raise CorpusError(f"the {tag} span {start}:{end} does not end where a word ends")
    return labels
