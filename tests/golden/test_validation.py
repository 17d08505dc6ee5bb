"""The strict reading of golden files: one case for everything that it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from postwright.golden import GoldenRow, validate, write_jsonl
from postwright.splits import is_large, normalise_line, split_of


def held_out(split: str, *, large: bool = False) -> str:
    """A made-up US locality of a split, or a street of New York of one."""
    for number in range(10_000):
        name = f"Town {number}"
        place, street = ("New York", name) if large else (name, "")
        if split_of("US", place, street) == split:
            return name
    raise AssertionError(split)


DEV, TEST, TRAIN = (held_out(split) for split in ("dev", "test", "train"))


def row(locality: str, split: str, *, id: str = "1", street: str = "") -> dict[str, Any]:
    """A record of a locality, and of a street where one is given."""
    tags = {"locality": [locality]} | ({"street": [street]} if street else {})
    raw = f"{street}, {locality} ({id})"
    return {"id": id, "raw": raw, "tags": tags, "country": "US", "split": split}


def problems(folder: Path, *records: Any, **options: Any) -> list[str]:
    """What is wrong with a file of these records, without its folder."""
    path = folder / "set.jsonl"
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return [str(problem).removeprefix(f"{folder}/") for problem in validate([path], **options)]


def test_a_good_file_has_no_problem(tmp_path: Path) -> None:
    """Rows of both splits, each where its locality belongs."""
    assert problems(tmp_path, row(DEV, "dev"), row(TEST, "test", id="2")) == []


GOOD = {"id": "1", "raw": "5 Elm St., Paris", "tags": {"street": ["Elm St"]}}


@pytest.mark.parametrize(
    ("change", "value", "mend"),
    [
        ({"tags": {"street": ["Oak St"]}}, "1", "'Oak St' is not in raw; write it exactly"),
        ({"tags": {"street": ["Elm St"], "venue": ["Elm"]}}, "1", "overlaps another surface"),
        ({"spans": [[2, 8, "street"], [6, 9, "venue"]], "tags": None}, "1", "overlaps"),
        ({"tags": {"road": ["Elm St"]}}, "1", "unknown tag 'road'"),
        ({"tags": {"street": ["Elm St."]}}, "Elm St.", "is not trimmed; write 'Elm St'"),
        ({"spans": [[2, 9, "street"]], "tags": None}, "Elm St.", "write 'Elm St'"),
        ({"tags": {"street": ["lm St"]}}, "1", "cuts a word"),
        ({"spans": [[3, 8, "street"]], "tags": None}, "lm St", "cuts a word"),
        ({"tags": {"street": [","]}}, ",", "only punctuation"),
        ({"spans": [[9, 10, "street"]], "tags": None}, ",", "only punctuation"),
        ({"spans": [[0, 1, "street"]]}, "1", "make them agree"),
        ({"country": "usa"}, "usa", "ISO 3166-1"),
        ({"expect": "maybe"}, "maybe", "one of pass, fail"),
        ({"split": "train"}, "train", "one of dev, test"),
        ({"tagz": {}}, "tagz", "unknown key"),
        ({"raw": None}, "1", "expected an object"),
    ],
)
def test_each_fault_is_told_with_line_value_and_mend(
    tmp_path: Path, change: dict[str, Any], value: str, mend: str
) -> None:
    """One line of a file with one fault."""
    record = {key: item for key, item in {**GOOD, **change}.items() if item is not None}
    (problem,) = problems(tmp_path, {"raw": "", "tags": {}}, record)
    assert problem.startswith(f"set.jsonl, line 2: {value!r}: ")
    assert mend in problem


def test_ids_are_unique_over_all_files(tmp_path: Path) -> None:
    """The message names the place of the first."""
    for name, raw in (("a", "one"), ("b", "two")):
        write_jsonl([GoldenRow("x", raw, ())], tmp_path / f"{name}.jsonl")
    (problem,) = validate([tmp_path])
    assert (problem.file.name, problem.line, problem.value) == ("b.jsonl", 1, "x")
    assert "a.jsonl, line 1" in problem.mend


@pytest.mark.parametrize(
    ("tags", "mend"),
    [({"street": ["Elm St"]}, "the same text stands in"), ({}, "the same text with other spans")],
)
def test_a_text_stands_there_once(tmp_path: Path, tags: dict[str, Any], mend: str) -> None:
    """Twice it would count twice, or contradict itself."""
    (problem,) = problems(tmp_path, GOOD, {**GOOD, "id": "2", "tags": tags})
    assert mend in problem


def test_a_held_out_locality_is_in_its_frozen_split(tmp_path: Path) -> None:
    """One function decides for corpus and golden set."""
    (problem,) = problems(tmp_path, row(DEV, "test"))
    assert f"{DEV!r}: the split of this locality is dev, not test" in problem


def test_no_locality_is_in_both_splits(tmp_path: Path) -> None:
    """Also one that is not held out, as in hand-made rows; written in any case."""
    (problem,) = problems(
        tmp_path, row(TRAIN, "dev"), row(TRAIN.upper(), "test", id="2"), row(TRAIN, "dev", id="3")
    )
    assert f"{TRAIN.upper()!r}: is in dev by set.jsonl, line 1, and in test here" in problem


def test_large_localities_are_parted_by_street(tmp_path: Path) -> None:
    """New York may be in both, a street of it in one."""
    assert is_large("US", normalise_line("New York"))
    streets = {split: held_out(split, large=True) for split in ("dev", "test")}
    rows = [row("New York", split, id=split, street=name) for split, name in streets.items()]
    assert problems(tmp_path, *rows, row("New York", "dev"), row("New York", "test", id="2")) == []
    (problem,) = problems(tmp_path, {**rows[0], "split": "test"})
    assert "the split of this locality is dev" in problem


def test_a_published_set_has_every_field(tmp_path: Path) -> None:
    """Asked for only where `complete` is."""
    assert problems(tmp_path, GOOD) == []
    missing = problems(tmp_path, GOOD, complete=True)
    assert [problem.split("'")[1] for problem in missing] == [
        "country", "slice", "source", "licence", "split",
    ]  # fmt: skip


def test_a_file_that_cannot_be_read_is_a_problem_like_another(tmp_path: Path) -> None:
    """The files behind it are still read."""
    (tmp_path / "a.jsonl").write_text("{", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text("", encoding="utf-8")
    first, second = validate([tmp_path])
    assert "a.jsonl, line 1" in first.mend
    assert (second.file.name, second.mend) == ("b.jsonl", "holds no row")
