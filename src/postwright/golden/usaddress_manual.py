"""The hand-labelled US rows of ``labelled/usaddress-manual``: read, mended, split by digest.

Mended is where the file parts what the label table joins: the number of a floor from its word,
a direction behind a comma from its street ("M Street, NW"), "Inc." from its company.

Two fifths are for evaluation and are never trained on; the other three fifths may be.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path

from postwright.errors import InputError
from postwright.golden.records import GoldenRow, LabelledSpan, check_spans, trim_spans
from postwright.splits import normalise_line

__all__ = [
    "evaluation_rows",
    "is_evaluation",
    "load",
    "mend_commas",
    "mend_floors",
    "training_rows",
]

FILE = Path("labelled/usaddress-manual.jsonl.gz")

#: A level span that holds the word for "floor" alone: its number was left outside.
_BARE_FLOOR = re.compile(r"(floor|flr?|level)\W*", re.IGNORECASE)

#: Tag → what belongs to the span of that tag before it, over a comma.
_AFTER_COMMA = {
    "street": re.compile(r"([ns]\W*)?([ew]\W*)?|(north|south)?\W*(east|west)?\W*", re.IGNORECASE),
    "venue": re.compile(r"(inc|in\.c|llc|l\.l\.c|ltd|corp|co|llp|p\.?c)\W*", re.IGNORECASE),
}

#: The last word of a span: the floor's number or name ("4th", "Ground").
_LAST_WORD = re.compile(r"\S+$")


def load(data_dir: Path) -> list[GoldenRow]:
    """All rows, floors mended, spans trimmed and checked; about 0.1 s for the 1,377 rows.

    Args:
        data_dir: the data folder (the one that holds ``labelled``).

    Raises:
        InputError: the file is not there.
    """
    path = data_dir / FILE
    if not path.is_file():
        raise InputError(f"{path} is missing; set POSTWRIGHT_DATA to the data folder")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_row(line, number) for number, line in enumerate(lines, start=1)]


def evaluation_rows(data_dir: Path) -> list[GoldenRow]:
    """The two fifths that a model is judged on and never trained on."""
    return [row for row in load(data_dir) if is_evaluation(row.raw)]


def training_rows(data_dir: Path) -> list[GoldenRow]:
    """The three fifths that a corpus may hold."""
    return [row for row in load(data_dir) if not is_evaluation(row.raw)]


def is_evaluation(raw: str) -> bool:
    """Whether a line belongs to the two fifths for evaluation.

    Decided by the SHA-1 of the normalised line, so that lines that differ only in case or
    punctuation fall on the same side.

    >>> is_evaluation("10 W 35TH ST 15TH FLOOR") == is_evaluation("10 W. 35th St, 15th Floor")
    True
    """
    digest = hashlib.sha1(normalise_line(raw).encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest, "big") % 5 < 2


def mend_floors(raw: str, spans: list[LabelledSpan]) -> list[LabelledSpan]:
    """Make one level of a floor that the labellers split into a unit and a bare "Floor".

    The word before the floor word joins it; what else the unit held stays a unit when it has a
    number of its own ("Dept 5"), and joins too when it has none ("Apt. 3rd Flr.").

    >>> mend_floors("Dept 5 Second Floor", [(0, 13, "unit"), (14, 19, "level")])
    [(0, 6, 'unit'), (7, 19, 'level')]
    """
    mended: list[LabelledSpan] = []
    for start, end, tag in spans:
        if tag == "level" and mended and _is_split_floor(raw, mended[-1], start, end):
            unit_start, unit_end, _ = mended.pop()
            start = _floor_start(raw, unit_start, unit_end)
            rest = raw[unit_start:start].rstrip()
            if rest:
                mended.append((unit_start, unit_start + len(rest), "unit"))
        mended.append((start, end, tag))
    return mended


def mend_commas(raw: str, spans: list[LabelledSpan]) -> list[LabelledSpan]:
    """Join a direction to its street and a company form to its name, over the comma between.

    >>> spans = [(0, 1, "house_number"), (2, 10, "street"), (12, 14, "street")]
    >>> mend_commas("9 M Street, NW", spans)
    [(0, 1, 'house_number'), (2, 14, 'street')]
    """
    mended: list[LabelledSpan] = []
    for start, end, tag in spans:
        belongs = _AFTER_COMMA.get(tag)
        if mended and belongs is not None and mended[-1][2] == tag:
            first, before_end, _ = mended[-1]
            between = raw[before_end:start].strip(" .")
            if between in {"", ","} and belongs.fullmatch(raw, start, end):
                mended[-1] = (first, end, tag)
                continue
        mended.append((start, end, tag))
    return mended


def _is_split_floor(raw: str, before: LabelledSpan, start: int, end: int) -> bool:
    """Whether the span before a bare floor word is the unit that holds the floor's number."""
    _, before_end, before_tag = before
    beside = not raw[before_end:start].strip()
    return before_tag == "unit" and beside and _BARE_FLOOR.fullmatch(raw, start, end) is not None


def _floor_start(raw: str, unit_start: int, unit_end: int) -> int:
    """Where in the unit the floor begins."""
    word = _LAST_WORD.search(raw, unit_start, unit_end)
    if word is None or not any(character.isdigit() for character in raw[unit_start : word.start()]):
        return unit_start
    return word.start()


def _row(line: str, number: int) -> GoldenRow:
    """One row from its JSON line."""
    record = json.loads(line)
    raw = record["raw"]
    spans = [(start, end, tag) for start, end, tag in record["spans"]]
    check_spans(raw, spans)
    return GoldenRow(
        id=f"usaddress-manual:{number}",
        raw=raw,
        spans=trim_spans(raw, mend_commas(raw, mend_floors(raw, spans))),
        country="US",
        slices=("usaddress-manual",),
        source=record["source"],
    )
