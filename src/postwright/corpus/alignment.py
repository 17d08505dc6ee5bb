"""Find the fields of a row in the address as somebody wrote it, exactly but for letter case.

Where the gazetteer of the country is at hand, also nearly, and the parts that have no column.
"""

from __future__ import annotations

import re
from collections import Counter

from postwright.corpus.leftovers import (
    is_street,
    larger_place,
    number_parts,
    part_of_town,
    parts_of,
    place_tags,
)
from postwright.corpus.near import find_near
from postwright.corpus.place_names import PlaceNames, plain
from postwright.corpus.records import Row, Span
from postwright.text import fold, segment, trim

__all__ = ["align"]

#: Fields sought from the end of the text, in this order: they stand last where people write them.
_FROM_END = ("postcode", "region", "cedex", "subregion", "locality", "dependent_locality")
#: Fields sought from the start; those with a designator first, the bare number last.
_FROM_START = ("unit", "level", "building", "po_box", "street", "house_number")
#: A venue is the name of the row and need not stand in its address.
_OPTIONAL = "venue"

#: Fields that people leave out where the town says enough.
_MAY_BE_LEFT_OUT = frozenset({"region", "subregion", "postcode"})
#: What stands in front of the place names wherever a line of these sources was written.
_BEFORE_PLACES = frozenset(
    {"venue", "unit", "level", "building", "po_box", "house_number", "street"}
)
_UNKNOWN = "a part of the written address is of no known kind"
#: How often a tag may stand in one address where it may more than once.
_MOST_SPANS = {"dependent_locality": 2, "venue": 2}
#: A number in any script, `12a`, `4-6`, `No. 3`.
_HOUSE_NUMBER = re.compile(
    r"(?:no\.?\s*)?\d+\s?[a-z]?(?:\s?[-–/]\s?\d+\s?[a-z]?)?(?:\s(?:bis|ter))?", re.IGNORECASE
)

_COUNTY_WORDS = frozenset({"co", "co.", "county"})

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


def align(
    raw: str,
    fields: dict[str, str],
    country: str,
    source: str,
    *,
    names: PlaceNames | None = None,
) -> Row | str:
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
        names: place names of the country. With them a field is also found without its accents or
            with up to two typing errors, and words that no field covers are labelled where their
            form says what they are.

    Returns:
        The row, or the reason why it cannot be labelled safely: a field that is not found, or
        words that no field covers.
    """
    if names is not None:
        reason = _column_fault(fields, country)
        if reason:
            return reason
    line = _Line(raw)
    for name in (*_FROM_START, *_FROM_END, _OPTIONAL):
        near = names is not None
        if name not in fields or line.take(fields[name], name, near=near):
            continue
        if name != _OPTIONAL and not (near and name in _MAY_BE_LEFT_OUT):
            return f"{name} is not in the written address"
    line.take_country(country)
    if names is not None:
        reason = line.take_leftovers(country, names)
        if reason:
            return reason
    if line.has_uncovered():
        return "words of the written address belong to no field"
    return Row(raw, line.spans(), country, source, ("as-written",))


def _column_fault(fields: dict[str, str], country: str) -> str:
    """Why the place columns of a row cannot be believed; empty where they can.

    Towns may be called like streets (Garden Grove), but not in the Irish price register.
    """
    checked = ("locality", "dependent_locality") if country == "IE" else ("dependent_locality",)
    for name in checked:
        value = plain(fields.get(name, "")).split()
        if is_street(value, country):
            return f"the source has a street as {name}"
        if country == "IE" and value[:1] in (["co"], ["county"]):
            return f"the source has a county as {name}"
    return ""


class _Line:
    """A written address while its words are being taken by tags."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.words = segment(raw)
        self.folded = [fold(raw[start:end]) for start, end in self.words]
        self.taken: list[str | None] = [None] * len(self.words)
        self._found: list[Span] = []

    def take(self, value: str, tag: str, *, near: bool) -> bool:
        """Label a value where it stands free; False where it does not stand."""
        from_end = tag in _FROM_END
        place = _find(_folded_words(value), self.folded, self.taken, from_end=from_end)
        if place is None and near:
            place = find_near(value, self.folded, self.taken, from_end=from_end)
        if place is None:
            return False
        if tag == "subregion":
            place = self._with_county_word(place)
        self._take(place, tag)
        return True

    def _with_county_word(self, place: range) -> range:
        """The place of a county's name with a free `Co.` or `County` before it."""
        start = place.start - 1
        if start > 0 and self.folded[start] == ".":
            start -= 1
        is_word = start >= 0 and self.folded[start] in _COUNTY_WORDS and not self.taken[start]
        return range(start, place.stop) if is_word else place

    def _take(self, place: range, tag: str) -> None:
        self.taken[place.start : place.stop] = [tag] * len(place)
        self._found.append((self.words[place.start][0], self.words[place.stop - 1][1], tag))

    def take_country(self, country: str) -> None:
        """Label the country's own name at the end of the text, where nothing else covers it."""
        span = _country_span(self.words, self.folded, self.taken, country)
        if span is not None:
            self._found.append(span)

    def take_leftovers(self, country: str, names: PlaceNames) -> str:
        """Label what no field covers; the reason where that cannot be done, else nothing."""
        places: list[range] = []
        for leftover in self._leftovers():
            text, start = self._text(leftover), self.words[leftover.start][0]
            parts = parts_of(text, country, names)
            if parts and (parts[0][2] != "venue" or self._may_be_venue(leftover)):
                for begin, end, tag in parts:
                    self._take(self._words_in(start + begin, start + end), tag)
            elif self._is_number_of_street(leftover, text):
                for begin, end, tag in number_parts(text, country):
                    self._take(self._words_in(start + begin, start + end), tag)
            else:
                places.append(leftover)
        known = self._take_places(places, country, names)
        return self._reason_to_doubt() if known else _UNKNOWN

    def _take_places(self, places: list[range], country: str, names: PlaceNames) -> bool:
        """Label leftovers as place names; False where one is none, or stands where none may."""
        last = max((i for i, tag in enumerate(self.taken) if tag in _BEFORE_PLACES), default=-1)
        texts = [self._text(place) for place in places]
        if any(place.start < last for place in places) or any("(" in text for text in texts):
            return False
        if "locality" in self.taken:
            return all(self._take_beside_town(place, names) for place in places)
        tags = place_tags(texts, country, names)
        if tags is None:
            return False
        for place, tag in zip(places, tags, strict=True):
            self._take(place, tag)
        return True

    def _take_beside_town(self, place: range, names: PlaceNames) -> bool:
        """Label a name before or behind the town that a field gave; False for an unknown one.

        Of two equal names the town is the first: `Cork, Cork`.
        """
        at, text = self.taken.index("locality"), self._text(place)
        above = larger_place(names.kinds(text), {tag for tag in self.taken if tag})
        if place.start > at:
            tag = above
        elif plain(text) != plain(self._text(self._run_of(at))):
            tag = part_of_town(text, names)
        elif above:
            self._retag("locality", above)
            tag = "locality"
        else:
            tag = ""
        if tag:
            self._take(place, tag)
        return bool(tag)

    def _run_of(self, at: int) -> range:
        """The words that have the same tag as this one, without a gap."""
        stop = at
        while stop < len(self.taken) and self.taken[stop] == self.taken[at]:
            stop += 1
        return range(at, stop)

    def _retag(self, old: str, new: str) -> None:
        self.taken = [new if tag == old else tag for tag in self.taken]
        self._found = [(start, end, new if tag == old else tag) for start, end, tag in self._found]

    def _may_be_venue(self, run: range) -> bool:
        """Whether commas or the ends of the text are on both sides, and no street before it."""
        before = run.start == 0 or self.folded[run.start - 1] == ","
        after = run.stop == len(self.words) or self.folded[run.stop] == ","
        return before and after and "street" not in self.taken[: run.start]

    def _reason_to_doubt(self) -> str:
        tags = Counter(tag for _, _, tag in self._found)
        doubled = sorted(tag for tag, count in tags.items() if count > _MOST_SPANS.get(tag, 1))
        if doubled:
            return f"two parts of the written address look like its {doubled[0]}"
        places = [plain(self.raw[s:e]) for s, e, tag in self._found if tag.endswith("locality")]
        if len(set(places)) < len(places):
            return "a place of the written address is named twice"
        if tags["house_number"] and not tags["street"]:
            return "a house number without a street"
        return "" if len(self._found) > 1 else "only one part of the written address is known"

    def _leftovers(self) -> list[range]:
        """Runs of words that nothing covers, cut at commas and line ends."""
        runs, first = [], None
        for at in range(len(self.words) + 1):
            free = at < len(self.words) and self.taken[at] is None and self.folded[at] != ","
            if free and first is None:
                first = at
            elif not free and first is not None:
                runs.append(range(first, at))
                first = None
        stripped = (self._stripped(run) for run in runs)
        return [run for run in stripped if run]

    def _stripped(self, run: range) -> range:
        """The run without the punctuation at its ends."""
        inner = [at for at in run if _is_word(self.folded[at])]
        return range(inner[0], inner[-1] + 1) if inner else range(0)

    def _is_number_of_street(self, run: range, text: str) -> bool:
        """Whether the run is a number and the next covered word begins a street."""
        following = next((tag for tag in self.taken[run.stop :] if tag), None)
        between = self.taken[run.stop : run.stop + 2]
        near = following in between
        return near and following == "street" and _HOUSE_NUMBER.fullmatch(text) is not None

    def _text(self, run: range) -> str:
        return self.raw[self.words[run.start][0] : self.words[run.stop - 1][1]]

    def _words_in(self, start: int, end: int) -> range:
        inside = [i for i, word in enumerate(self.words) if start <= word[0] and word[1] <= end]
        return range(inside[0], inside[-1] + 1)

    def has_uncovered(self) -> bool:
        """Whether a word is left that nothing covers."""
        return any(
            tag is None and _is_word(word)
            for word, tag in zip(self.folded, self.taken, strict=True)
        )

    def spans(self) -> tuple[Span, ...]:
        """The spans in the order of the text, at the edges that a parse gives."""
        trimmed = ((trim(self.raw, start, end), tag) for start, end, tag in sorted(self._found))
        return tuple((*edges, tag) for edges, tag in trimmed if edges is not None)


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


def _is_word(folded: str) -> bool:
    return any(char.isalnum() for char in folded)
