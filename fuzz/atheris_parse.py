"""Coverage-guided fuzzing of the parser: bytes become texts, and every parse keeps the laws.

Run by `fuzz/run.py`; alone: ``python fuzz/atheris_parse.py CORPUS [libFuzzer options]``.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "properties"))

with atheris.instrument_imports(include=["postwright"]):
    import laws

    from postwright import Parser
    from postwright.cli.parse import chunks_of_lines, parse_texts
    from postwright.cli.tables import open_table, write_table
    from postwright.errors import InputError

#: The longest text that the laws are promised for, in code points.
LONGEST = 10_000

#: Ways to leave out, so that a finding that is known does not end the search for others.
_WITHOUT = os.environ.get("POSTWRIGHT_FUZZ_WITHOUT", "").split(",")

_PARSER = Parser.load()
_LOCATING = Parser(_PARSER._model, locale=True)
_TABLE = Path(tempfile.mkdtemp(prefix="postwright-fuzz-")) / "table.csv"


def text_of(data: bytes) -> str:
    """Bytes as a text: what is not UTF-8 becomes a lone surrogate, as the command line has it."""
    return data.decode("utf-8", "surrogateescape")[:LONGEST]


def check_one(data: bytes) -> None:
    """One text, all laws of one parse."""
    text = text_of(data)
    laws.check_parse(_PARSER.parse(text), text)


def check_locale(data: bytes) -> None:
    """One text with country, language and every format."""
    text = text_of(data)
    parse = _LOCATING.parse(text)
    laws.check_all(parse, text)
    laws.check_locale(parse)


def check_candidates(data: bytes) -> None:
    """One text with its next readings."""
    text = text_of(data)[:1000]
    laws.check_all(_PARSER.parse(text, candidates=4), text, candidates=4)


def check_limits(data: bytes) -> None:
    """One text, and an answer that is withheld where it is not sure."""
    text, least = text_of(data[1:]), data[0] / 255 if data else 0.0
    plain, held = _PARSER.parse(text), _PARSER.parse(text, min_probability=least)
    laws.check_abstention(plain, held, least)
    laws.check_formats(held)


def check_batch(data: bytes) -> None:
    """Lines together and each alone."""
    rows = text_of(data).split("\n")[:64]
    for row, parse in zip(rows, _PARSER.parse_batch(rows), strict=True):
        laws.check_parse(parse, row)
        laws.check_same(parse, _PARSER.parse(row))


def check_lines(data: bytes) -> None:
    """Lines of stdin: as many results as lines, in their order, whatever the blocks."""
    lines = [line for chunk in chunks_of_lines(io.BytesIO(data)) for line in chunk]
    expected = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    expected = expected if expected[-1] else expected[:-1]
    whole = [line.removesuffix(b"\r").decode("utf-8", "surrogateescape") for line in expected]
    assert lines == whole
    parses = parse_texts(_PARSER, lines[:64], to_core=True)
    assert [parse.raw for parse in parses] == lines[:64]


def check_table(data: bytes) -> None:
    """A CSV file: refused with a reason, or as many rows out as in."""
    _TABLE.write_bytes(data)
    try:
        table = open_table(_TABLE, None)
        rows = list(table.rows)
    except InputError:
        return
    parses = parse_texts(_PARSER, [row[table.column] for row in rows[:64]])
    again = open_table(_TABLE, None)
    for suffix in (".csv", ".jsonl"):
        out = _TABLE.with_name(f"out{suffix}")
        try:
            write_table(out, again, zip(rows, parses, strict=False))
        except InputError:
            return
        if suffix == ".csv" and not table.columns[0].startswith("\ufeff"):  # read as a mark
            written = [row[table.column] for row in open_table(out, table.column).rows]
            assert written == [row[table.column] for row in rows[:64]]


def check_core(data: bytes) -> None:
    """One text in the core labels, with its next readings."""
    laws.check_core(_PARSER.parse(text_of(data)[:1000], candidates=3))


#: What the first byte of an input chooses between.
_CHECKS = {
    "one": check_one,
    "locale": check_locale,
    "candidates": check_candidates,
    "limits": check_limits,
    "batch": check_batch,
    "lines": check_lines,
    "table": check_table,
    "core": check_core,
}


def check(data: bytes) -> None:
    """Let the first byte choose what the rest is given to."""
    if data:
        name = list(_CHECKS)[data[0] % len(_CHECKS)]
        if name not in _WITHOUT:
            _CHECKS[name](data[1:])


if __name__ == "__main__":
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
