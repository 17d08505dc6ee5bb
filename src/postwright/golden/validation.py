"""Everything that is wrong with golden files, each problem with its place and its mend.

`load` takes what it can and trims it; this is the strict reading, for a set that is published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from postwright.errors import InputError
from postwright.golden.reading import FIELDS, Record, golden_files, read_records, row_of
from postwright.golden.records import GoldenRow, LabelledSpan
from postwright.splits import is_large, normalise_line, split_of
from postwright.text import segment, trim

__all__ = ["Problem", "validate"]

_EXPECTED = ("pass", "fail")
_SPLITS = ("dev", "test")

#: What a row of a published set must say of itself.
_REQUIRED = ("id", "country", "slice", "source", "licence", "split")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        file: where it was found.
        line: in the file, from 1.
        value: what was found, as it stands there.
        mend: what is wrong with it and what would be right.
    """

    file: Path
    line: int
    value: str
    mend: str

    def __str__(self) -> str:
        value = f"{self.value!r}: " if self.value else ""
        return f"{self.file}, line {self.line}: {value}{self.mend}"


@dataclass(slots=True)
class _Seen:
    """What earlier rows have taken: ids, texts, and the split of each place."""

    ids: dict[str, str] = field(default_factory=dict)
    texts: dict[str, tuple[str, tuple[LabelledSpan, ...]]] = field(default_factory=dict)
    places: dict[str, tuple[str, str]] = field(default_factory=dict)


def validate(paths: Iterable[Path], *, complete: bool = False) -> list[Problem]:
    """Read golden files strictly; an empty list means that nothing is wrong.

    Args:
        paths: files, or directories of them; ids, texts and splits are held against each other
            over all of them.
        complete: ask also for the fields that a row of a published set must have.

    Raises:
        InputError: there is no such file, or none whose format is known.
    """
    seen = _Seen()
    problems: list[Problem] = []
    for file in golden_files(paths):
        count = 0
        try:
            for record in read_records(file):
                count += 1
                found = _problems(file, record, seen, complete=complete)
                problems += [Problem(file, record.line, value, mend) for value, mend in found]
        except InputError as error:
            problems.append(Problem(file, 1, "", f"the file cannot be read further: {error}"))
            continue
        if not count:
            problems.append(Problem(file, 1, "", "holds no row"))
    return problems


def _problems(
    file: Path, record: Record, seen: _Seen, *, complete: bool
) -> Iterator[tuple[str, str]]:
    """(value, mend) of everything that is wrong with one row."""
    value = record.value
    place = f"{file.name}, line {record.line}"
    try:
        row = row_of(value, default_id=place)
    except InputError as error:
        identity = value.get("id", "") if isinstance(value, dict) else value
        yield str(identity), str(error)
        return
    for key in value:
        if key not in FIELDS:
            yield key, f"unknown key; known are {', '.join(FIELDS)}"
    if complete:
        yield from ((name, "is missing or empty") for name in _REQUIRED if not value.get(name))
    yield from _edge_problems(row, value)
    yield from _field_problems(row)
    yield from _repeats(row, place, seen)
    yield from _split_problems(row, place, seen)


def _edge_problems(row: GoldenRow, value: dict[str, object]) -> Iterator[tuple[str, str]]:
    """Spans and surfaces as they were written: untrimmed, or through a word."""
    words = segment(row.raw)
    starts, ends = {start for start, _ in words}, {end for _, end in words}
    for start, end in _written(value):
        surface = row.raw[start:end]
        edges = trim(row.raw, start, end)
        if edges is None:
            yield surface, "holds only punctuation; take the span out"
        elif edges != (start, end):
            yield surface, f"is not trimmed; write {row.raw[slice(*edges)]!r}"
        elif start not in starts or end not in ends:
            yield surface, "cuts a word; move its edge to the word's edge"
    for surface in _surfaces(value):
        edges = trim(surface, 0, len(surface))
        if edges is None:
            yield surface, "holds only punctuation; take the surface out"
        elif edges != (0, len(surface)):
            yield surface, f"is not trimmed; write {surface[slice(*edges)]!r}"


def _written(value: dict[str, object]) -> list[tuple[int, int]]:
    """The spans of a record as they stand there."""
    listed = value.get("spans")
    return [(start, end) for start, end, _ in listed] if isinstance(listed, list) else []


def _surfaces(value: dict[str, object]) -> list[str]:
    """The surfaces of a record as they stand there."""
    tags = value.get("tags")
    listed = tags.values() if isinstance(tags, dict) else ()
    return [text for item in listed for text in ([item] if isinstance(item, str) else item)]


def _field_problems(row: GoldenRow) -> Iterator[tuple[str, str]]:
    """Values that are none of those known."""
    country = row.country
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        yield country, "country is no ISO 3166-1 alpha-2 code in upper case, such as US"
    if row.expect not in _EXPECTED:
        yield row.expect, f"expect must be one of {', '.join(_EXPECTED)}"
    if row.split and row.split not in _SPLITS:
        yield row.split, f"split must be one of {', '.join(_SPLITS)}, or empty"


def _repeats(row: GoldenRow, place: str, seen: _Seen) -> Iterator[tuple[str, str]]:
    """Ids and texts that an earlier row has."""
    if row.id in seen.ids:
        yield row.id, f"the id is that of {seen.ids[row.id]}; give each row its own"
    seen.ids.setdefault(row.id, place)
    first, spans = seen.texts.setdefault(row.raw, (place, row.spans))
    if first != place:
        what = "the same text" if spans == row.spans else "the same text with other spans"
        yield row.raw, f"{what} stands in {first}; keep one of them"


def _split_problems(row: GoldenRow, place: str, seen: _Seen) -> Iterator[tuple[str, str]]:
    """A locality (in large ones, a street) in both splits, or in the other one than frozen."""
    locality, street = row.first("locality"), row.first("street")
    if row.split not in _SPLITS or not locality:
        return
    frozen = split_of(row.country, locality, street)
    if frozen != "train" and frozen != row.split:
        yield (
            locality,
            f"the split of this locality is {frozen}, not {row.split}; move the row there",
        )
        return
    key = f"{row.country}|{normalise_line(locality)}"
    if is_large(row.country, normalise_line(locality)):
        if not street:  # nothing is held out there but streets
            return
        key += f"|{normalise_line(street)}"
    first, split = seen.places.setdefault(key, (place, row.split))
    if split != row.split:
        yield (
            locality,
            f"is in {split} by {first}, and in {row.split} here; "
            "put all rows of a locality into one split",
        )
