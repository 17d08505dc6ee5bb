"""Golden rows: what a file may hold, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postwright.errors import InputError
from postwright.golden import GoldenRow, check_spans, load, trim_spans

RAW = "5 Elm St., 12345."


def write_lines(folder: Path, *lines: str) -> Path:
    """A golden file of these lines."""
    path = folder / "mine.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_load_reads_rows_trims_them_and_names_them_by_line(tmp_path: Path) -> None:
    """Spans come out trimmed and in text order; an id is made from the line's number."""
    spans = [[11, 17, "postcode"], [0, 1, "house_number"]]
    path = write_lines(tmp_path, "", json.dumps({"raw": RAW, "spans": spans, "country": "US"}))
    assert load(path) == [
        GoldenRow(
            id="mine:2",
            raw=RAW,
            spans=((0, 1, "house_number"), (11, 16, "postcode")),
            country="US",
        )
    ]


def test_load_counts_code_points_outside_the_basic_plane(tmp_path: Path) -> None:
    """Offsets are code points, also behind an emoji and a combining mark."""
    raw = "📮 12 rue de l'E\u0301te\u0301"
    path = write_lines(tmp_path, json.dumps({"raw": raw, "spans": [[5, len(raw), "street"]]}))
    (row,) = load(path)
    ((start, end, _),) = row.spans
    assert raw[start:end] == "rue de l'E\u0301te\u0301"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"raw": "5 Elm"', "Expecting"),
        ("[1]", "expected an object"),
        ('{"spans": []}', "expected an object"),
        ('{"raw": "5 Elm"}', "has neither"),
        ('{"raw": "5 Elm", "spans": [[0, 1]]}', "is not \\[start, end, tag\\]"),
        ('{"raw": "5 Elm", "spans": [["0", 1, "street"]]}', "is not \\[start, end, tag\\]"),
        ('{"raw": "5 Elm", "spans": [[0, 1, "road"]]}', "unknown tag 'road'"),
        ('{"raw": "5 Elm", "spans": [[0, 9, "street"]]}', "outside the text"),
        ('{"raw": "5 Elm", "spans": [[2, 2, "street"]]}', "outside the text"),
        ('{"raw": "5 Elm", "spans": [[0, 3, "street"], [2, 5, "street"]]}', "overlaps"),
    ],
)
def test_load_refuses_a_bad_line_with_its_place(tmp_path: Path, line: str, reason: str) -> None:
    """The message names the file, the line and what is wrong."""
    path = write_lines(tmp_path, '{"raw": "", "spans": []}', line)
    with pytest.raises(InputError, match=f"mine.jsonl, line 2: .*{reason}"):
        load(path)


def test_load_refuses_a_file_without_rows(tmp_path: Path) -> None:
    """An empty set scores nothing, so it is an error and not a perfect score."""
    with pytest.raises(InputError, match="holds no row"):
        load(write_lines(tmp_path, "", " "))


def test_trim_spans_drops_a_span_of_punctuation_alone() -> None:
    """What trims to nothing is no span."""
    assert trim_spans("- Elm", [(0, 1, "unit"), (2, 5, "street")]) == ((2, 5, "street"),)


def test_check_spans_refuses_spans_out_of_order() -> None:
    """A later span that begins before the earlier one ends is refused."""
    with pytest.raises(InputError, match="out of order"):
        check_spans(RAW, [(2, 9, "street"), (0, 1, "house_number")])
