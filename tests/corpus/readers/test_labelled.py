"""Sources that come with labels, and lines without an address."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from postwright.corpus.faults import Faults
from postwright.corpus.readers.labelled import read_labelled, read_negatives


def write_lines(path: Path, *lines: str) -> Path:
    """Write text lines, gzipped."""
    path.write_bytes(gzip.compress("".join(line + "\n" for line in lines).encode()))
    return path


def test_a_labelled_line_becomes_a_row(tmp_path: Path) -> None:
    """Spans are trimmed as a parser trims them."""
    record = {"raw": "5 Elm St., Barre", "spans": [[2, 10, "street"], [0, 1, "house_number"]]}
    path = write_lines(tmp_path / "a.jsonl.gz", json.dumps(record))
    [row] = read_labelled(path, "example", "US", Faults())
    assert row.spans == ((0, 1, "house_number"), (2, 8, "street"))
    assert (row.country, row.source) == ("US", "example")


def test_a_delhi_flat_is_a_unit(tmp_path: Path) -> None:
    """The source counts flats as house numbers, `LABELS` does not."""
    record = {"raw": "FLAT NO 766, SECTOR 2", "spans": [[0, 11, "house_number"]]}
    path = write_lines(tmp_path / "a.jsonl.gz", json.dumps(record))
    [row] = read_labelled(path, "delhi", "IN", Faults())
    assert row.spans == ((0, 11, "unit"),)


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '["raw"]',
        '{"raw": "Elm", "spans": 3}',
        '{"raw": "Elm", "spans": [[0, 9, "street"]]}',
        '{"raw": "Elm", "spans": [[0, 3, "steret"]]}',
        '{"raw": "Elm", "spans": [[null, 3, "street"]]}',
    ],
)
def test_a_bad_line_is_refused_with_its_place(tmp_path: Path, line: str) -> None:
    """Whatever is wrong with it, reading goes on."""
    good = '{"raw": "Elm", "spans": [[0, 3, "street"]]}'
    path, faults = write_lines(tmp_path / "a.jsonl.gz", line, good), Faults()
    assert len(list(read_labelled(path, "example", "US", faults))) == 1
    assert [(fault.file, fault.line) for fault in faults.examples] == [(str(path), 1)]


@pytest.mark.parametrize(
    ("text", "intent", "kept"),
    [
        ("what is my balance", "balance", True),
        ("is it going to rain tomorrow", "weather", False),
        ("send a card to 12 Elm Street", "order_physical_card", False),
        ("I live in Boston", "edit_personal_details", False),
    ],
)
def test_requests_that_may_hold_a_place_are_left_out(write_table, text, intent, kept) -> None:
    """A row that says "no address here" must not hold a part of one."""
    columns = ("text", "source", "intent")
    path = write_table("n.tsv.gz", columns, [{"text": text, "source": "x", "intent": intent}])
    rows = list(read_negatives(path, "negatives", Faults()))
    assert [(row.raw, row.spans) for row in rows] == ([(text, ())] if kept else [])
