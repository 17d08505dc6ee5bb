"""The command line, with the shipped model: a result for each line and each row, in their order."""

from __future__ import annotations

import csv
import json
import tempfile
from pathlib import Path

from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from texts import FEW, texts

from postwright.cli import main
from postwright.decoder import FORMATS

#: Lines as bytes: texts, and bytes that are none.
lines_of_bytes = st.lists(
    st.one_of(
        texts.map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.binary(max_size=60),
    ).map(lambda line: line.replace(b"\n", b" ")),
    min_size=1,
    max_size=12,
)


def invoke(*arguments: str | Path, given: bytes = b"") -> Result:
    """Run ``postwright parse``, and see that it went well."""
    done = CliRunner().invoke(main, ["parse", *map(str, arguments)], input=given)
    assert (done.exit_code, done.exception, done.stderr_bytes) == (0, None, b"")
    return done


@FEW
@given(lines_of_bytes, st.sampled_from(sorted(FORMATS.keys() - {"tree"})))
def test_every_line_has_its_line(lines: list[bytes], form: str) -> None:
    """Whatever bytes it holds, in every format that takes a line."""
    done = invoke("--format", form, "-", given=b"\n".join(lines) + b"\n")
    out = done.stdout_bytes.decode()
    assert out.endswith("\n")
    assert len(out.splitlines()) == len(lines)
    if form == "json":
        wanted = [line.removesuffix(b"\r").decode("utf-8", "surrogateescape") for line in lines]
        wanted[0] = wanted[0].removeprefix("\ufeff")
        raws = [json.loads(line)["raw"] for line in out.splitlines()]
        # Two surrogates that stand together are one character to a reader of JSON.
        assert raws == json.loads(json.dumps(wanted))


@FEW
@given(lines_of_bytes, st.sampled_from([".csv", ".tsv", ".jsonl"]))
def test_every_row_has_its_row(cells: list[bytes], suffix: str) -> None:
    """The rows of a table come back whole, with what was found beside them."""
    texts = [cell.decode("utf-8", "surrogateescape") for cell in cells]
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "a.csv"), Path(folder, f"b{suffix}")
        with source.open("w", encoding="utf-8", errors="surrogateescape", newline="") as file:
            csv.writer(file).writerows([("id", "address"), *enumerate(texts)])
        more = ("--candidates", "2") if suffix == ".jsonl" else ()
        invoke("--input", source, "--column", "address", "--output", out, *more)
        with out.open(encoding="utf-8", errors="surrogateescape", newline="") as file:
            if suffix == ".jsonl":
                parses = [json.loads(line)["parse"] for line in file]
                assert [parse["raw"] for parse in parses] == json.loads(json.dumps(texts))
            else:
                rows = list(csv.DictReader(file, delimiter="\t" if suffix == ".tsv" else ","))
                assert [row["id"] for row in rows] == [str(n) for n in range(len(texts))]
                assert [row["address"] for row in rows] == texts
