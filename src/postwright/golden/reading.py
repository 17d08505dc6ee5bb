"""Golden files: JSON lines, or CSV with one column a tag; users bring their own in either."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from postwright.errors import InputError
from postwright.golden.placement import place_surfaces
from postwright.golden.records import (
    GoldenRow,
    LabelledSpan,
    check_spans,
    surfaces_of,
    trim_spans,
)
from postwright.labels import TAGS

__all__ = ["FIELDS", "Record", "golden_files", "load", "read_records", "row_of", "write_jsonl"]

#: Keys of a JSON row.
FIELDS: tuple[str, ...] = tuple(
    "id raw tags spans country slice source licence expect split comment".split()
)

#: Columns of a CSV beside those of the tags → key. `country` is the tag, as written in the text.
_COLUMNS: dict[str, str] = {
    "country_code" if name == "country" else name: name
    for name in FIELDS
    if name not in {"tags", "spans"}
}

_DELIMITERS = {".csv": ",", ".tsv": "\t"}

#: Parts surfaces of one tag, and slices, in a cell.
_SEPARATOR = ";"

_FIELD_LIMIT = 2**31 - 1


class Record(NamedTuple):
    """One row of a file before it is checked: its line and what stands there."""

    line: int
    value: Any


def load(*paths: Path) -> list[GoldenRow]:
    """Read golden files; a directory stands for the golden files in it.

    Spans are trimmed to the edges that a parser gives, rows without an id are named by file and
    line.  About 30 µs a row.

    Raises:
        InputError: a row cannot be used (the message names file and line), an id occurs twice,
            or there is no row.
    """
    rows: list[GoldenRow] = []
    ids: dict[str, Path] = {}
    for path in golden_files(paths):
        before = len(rows)
        for row in _rows(path):
            if row.id in ids:
                raise InputError(f"{path}: id {row.id!r} stands in {ids[row.id]} already")
            ids[row.id] = path
            rows.append(row)
        if len(rows) == before:
            raise InputError(f"{path}: holds no row; expected one JSON object or CSV row a line")
    return rows


def golden_files(paths: Iterable[Path]) -> list[Path]:
    """The files that paths stand for, those of a directory sorted by name.

    Raises:
        InputError: there is no such file, a directory without golden files, or another suffix.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            found = sorted(path.glob("*.jsonl"))
            if not found:
                raise InputError(f"{path}: holds no *.jsonl file")
            files += found
        elif not path.is_file():
            raise InputError(f"{path}: there is no such file")
        elif path.suffix.lower() in {".jsonl", *_DELIMITERS}:
            files.append(path)
        else:
            raise InputError(f"{path}: cannot tell the format; name it .jsonl, .csv or .tsv")
    return files


def read_records(path: Path) -> Iterator[Record]:
    """The rows of a file as plain values of a JSON row, unchecked.

    Raises:
        InputError: a line is no JSON, or a CSV has no column `raw` or one that nobody knows; the
            message names file and line.
    """
    delimiter = _DELIMITERS.get(path.suffix.lower())
    try:
        yield from _csv_records(path, delimiter) if delimiter else _json_records(path)
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8 text ({error}); save it as UTF-8") from error


def row_of(value: Any, *, default_id: str) -> GoldenRow:
    """One row from the value of its record, spans trimmed.

    Raises:
        InputError: the value is no object with `raw` and `tags` or `spans`, or they cannot be.
    """
    if not isinstance(value, dict) or not isinstance(value.get("raw"), str):
        raise InputError(
            'expected an object like {"raw": "5 Elm St", "tags": {"street": ["Elm St"]}}'
        )
    raw = value["raw"]
    texts = ("country", "source", "licence", "split", "comment")
    return GoldenRow(
        id=str(value.get("id") or default_id),
        raw=raw,
        spans=trim_spans(raw, _spans(raw, value)),
        slices=_names(value.get("slice", [])),
        expect=str(value.get("expect") or "pass"),
        **{name: str(value.get(name) or "") for name in texts},
    )


def write_jsonl(rows: Iterable[GoldenRow], path: Path) -> None:
    """Write rows sorted by id, one a line, so that a change of one row is a change of one line.

    Raises:
        InputError: two rows have one id.
    """
    ordered = sorted(rows, key=lambda row: row.id)
    for row, following in pairwise(ordered):
        if row.id == following.id:
            raise InputError(f"id {row.id!r} occurs twice; give each row its own")
    lines = (json.dumps(row.to_json(), ensure_ascii=False) + "\n" for row in ordered)
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def _rows(path: Path) -> Iterator[GoldenRow]:
    """The rows of a file, errors with the place where they are."""
    for line, value in read_records(path):
        try:
            yield row_of(value, default_id=f"{path.stem}:{line}")
        except InputError as error:
            raise InputError(f"{path}, line {line}: {error}") from error


def _json_records(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                yield Record(number, json.loads(line))
            except json.JSONDecodeError as error:
                raise InputError(f"{path}, line {number}: {error}") from error


def _csv_records(path: Path, delimiter: str) -> Iterator[Record]:
    csv.field_size_limit(_FIELD_LIMIT)
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, delimiter=delimiter)
        _check_columns(path, reader.fieldnames or ())
        try:
            for cells in reader:
                yield Record(reader.line_num, _record_of_cells(path, reader.line_num, cells))
        except csv.Error as error:
            raise InputError(f"{path}, line {reader.line_num}: {error}") from error


def _check_columns(path: Path, columns: Iterable[str]) -> None:
    known = {*_COLUMNS, *TAGS}
    listed = list(columns)
    if "raw" not in listed:
        raise InputError(f"{path}, line 1: has no column `raw`; name the column of the text so")
    for name in listed:
        if name not in known:
            raise InputError(
                f"{path}, line 1: unknown column {name!r}; expected are {', '.join(sorted(known))}"
            )


def _record_of_cells(path: Path, line: int, cells: dict[Any, Any]) -> dict[str, Any]:
    """A CSV row as a JSON row: tags out of their columns."""
    if None in cells or None in cells.values():
        raise InputError(f"{path}, line {line}: has not as many cells as the header; quote commas")
    tags = {tag: _names(cells[tag]) for tag in TAGS if cells.get(tag)}
    others = {name: cells[column] for column, name in _COLUMNS.items() if cells.get(column)}
    return {"raw": "", **others, "tags": {tag: list(listed) for tag, listed in tags.items()}}


def _names(value: Any) -> tuple[str, ...]:
    """Names in a cell or a list of them.

    >>> _names("case; commas"), _names(["case"])
    (('case', 'commas'), ('case',))
    """
    if isinstance(value, str):
        return tuple(name.strip() for name in value.split(_SEPARATOR) if name.strip())
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return tuple(value)
    raise InputError(f"slice {value!r} is no list of names")


def _spans(raw: str, record: dict[str, Any]) -> list[LabelledSpan]:
    """The spans of a record, by its `spans` or else placed by its `tags`."""
    tags, listed = record.get("tags"), record.get("spans")
    if listed is not None:
        spans = _checked(raw, listed)
        if tags is not None:
            _check_agreement(raw, _surfaces(tags), spans)
        return spans
    if tags is None:
        raise InputError(
            'has neither `tags` {"street": ["Elm St"]} nor `spans` [[start, end, tag]]'
        )
    return place_surfaces(raw, _surfaces(tags))


def _surfaces(tags: Any) -> dict[str, list[str]]:
    """The `tags` of a record; one surface may stand without its list."""
    if not isinstance(tags, dict):
        raise InputError(f'`tags` is {tags!r}; expected an object like {{"street": ["Elm St"]}}')
    surfaces = {}
    for tag, listed in tags.items():
        if tag not in TAGS:
            raise InputError(f"unknown tag {tag!r}; known are: {', '.join(TAGS)}")
        items = [listed] if isinstance(listed, str) else listed
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise InputError(f"{tag} {listed!r} is no list of surfaces")
        surfaces[tag] = items
    return surfaces


def _check_agreement(raw: str, tags: dict[str, list[str]], spans: Iterable[LabelledSpan]) -> None:
    """Refuse `spans` that hold other surfaces than `tags`."""
    told = {tag: sorted(listed) for tag, listed in tags.items() if listed}
    held = {tag: sorted(listed) for tag, listed in surfaces_of(raw, spans).items()}
    for tag in {**told, **held}:
        if told.get(tag) != held.get(tag):
            raise InputError(
                f"`tags` has {tag} {told.get(tag, [])}, `spans` has {held.get(tag, [])}; "
                "make them agree, or leave `spans` out"
            )


def _checked(raw: str, listed: Any) -> list[LabelledSpan]:
    """The spans of a JSON row as tuples in the order of the text, refused if they cannot be."""
    if not isinstance(listed, list):
        raise InputError(f"`spans` is {listed!r}; expected [[start, end, tag], ...]")
    spans = []
    for item in listed:
        match item:
            case [int(start), int(end), str(tag)]:
                spans.append((start, end, tag))
            case _:
                raise InputError(f"span {item!r} is not [start, end, tag]")
    spans.sort()
    check_spans(raw, spans)
    return spans
