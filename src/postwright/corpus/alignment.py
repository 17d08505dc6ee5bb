"""Find the fields of a row in the address as somebody wrote it, exactly but for letter case."""

from __future__ import annotations

from postwright.corpus.records import Row, Span
from postwright.text import fold, segment, trim

__all__ = ["align"]

#: Fields sought from the end of the text, in this order: they stand last where people write them.
_FROM_END = ("postcode", "region", "cedex", "subregion", "locality", "dependent_locality")
#: Fields sought from the start; those with a designator first, the bare number last.
_FROM_START = ("unit", "level", "building", "po_box", "street", "house_number")
#: A venue is the name of the row and need not stand in its address.
_OPTIONAL = "venue"

_COUNTRY_WORDS = {
    "US": ("usa", "u s a", "united states", "united states of america"),
    "FR": ("france",),
    "GB": ("united kingdom", "uk", "great britain"),
    "AU": ("australia",),
    "CA": ("canada",),
    "IN": ("india",),
    "IE": ("ireland",),
    "BE": ("belgium", "belgique"),
    "DE": ("germany", "deutschland"),
    "GT": ("guatemala",),
    "KR": ("south korea",),
}


def align(raw: str, fields: dict[str, str], country: str, source: str) -> Row | str:
    """Label `raw` with the fields of its row.

    >>> row = align("5 Elm St, Barre VT", {"house_number": "5", "street": "ELM ST",
    ...             "locality": "Barre", "region": "VT"}, "US", "example")
    >>> [row.raw[start:end] for start, end, _ in row.spans]
    ['5', 'Elm St', 'Barre', 'VT']

    Args:
        raw: the address as written.
        fields: the components that the source gives for it; a venue may be missing in `raw`.
        country: whose country words may stand uncovered, ISO 3166-1 alpha-2.
        source: name of the source, for the row.

    Returns:
        The row, or the reason why it cannot be labelled safely: a field that is not found, or
        words that no field covers.
    """
    words = segment(raw)
    folded = [fold(raw[start:end]) for start, end in words]
    taken: list[str | None] = [None] * len(words)
    found: list[Span] = []
    for name in (*_FROM_START, *_FROM_END, _OPTIONAL):
        if name not in fields:
            continue
        at = _find(_folded_words(fields[name]), folded, taken, from_end=name in _FROM_END)
        if at is not None:
            taken[at.start : at.stop] = [name] * len(at)
            found.append((words[at.start][0], words[at.stop - 1][1], name))
        elif name != _OPTIONAL:
            return f"{name} is not in the written address"
    country_span = _country_span(words, folded, taken, country)
    if country_span is not None:
        found.append(country_span)
    if any(_uncovered(word, tag) for word, tag in zip(folded, taken, strict=True)):
        return "words of the written address belong to no field"
    return Row(raw, _trimmed(raw, found), country, source, ("as-written",))


def _folded_words(value: str) -> list[str]:
    return [fold(value[start:end]) for start, end in segment(value)]


def _find(
    wanted: list[str], folded: list[str], taken: list[str | None], *, from_end: bool
) -> range | None:
    """The first place, from the given end, where the wanted words stand free and in a row."""
    size = len(wanted)
    starts = range(len(folded) - size + 1)
    for start in reversed(starts) if from_end else starts:
        place = range(start, start + size)
        if folded[start : start + size] == wanted and not any(taken[i] for i in place):
            return place
    return None


def _country_span(
    words: list[tuple[int, int]], folded: list[str], taken: list[str | None], country: str
) -> Span | None:
    """The country's own name at the end of the text, taken where nothing else covers it."""
    first = next((i + 1 for i in range(len(taken) - 1, -1, -1) if taken[i]), 0)
    rest = [i for i in range(first, len(folded)) if folded[i].isalnum()]
    if rest and " ".join(folded[i] for i in rest) in _COUNTRY_WORDS.get(country, ()):
        taken[rest[0] : rest[-1] + 1] = ["country"] * (rest[-1] + 1 - rest[0])
        return words[rest[0]][0], words[-1][1], "country"  # with the last stop of `U.S.A.`
    return None


def _uncovered(word: str, tag: str | None) -> bool:
    return tag is None and any(char.isalnum() for char in word)


def _trimmed(raw: str, found: list[Span]) -> tuple[Span, ...]:
    """The spans in the order of the text, at the edges that a parse gives."""
    spans = []
    for start, end, tag in sorted(found):
        edges = trim(raw, start, end)
        if edges is not None:
            spans.append((*edges, tag))
    return tuple(spans)
