"""``postwright parse`` as a shell sees it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from postwright.cli.parse import chunks_of_lines
from postwright.labels import CORE_TAGS

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run(tiny_bundle: Path) -> Run:
    """A function that runs ``postwright parse`` with the tiny model in a process of its own."""

    def run(*arguments: str | bytes | Path, stdin: bytes = b"") -> Any:
        command = [sys.executable, "-m", "postwright", "parse", "--model", tiny_bundle]
        return subprocess.run(
            [*command, *arguments], input=stdin, capture_output=True, timeout=300, check=False
        )

    return run


def rows(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    """The JSON lines of a run that went well."""
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_addresses_come_back_as_json_lines_in_their_order(run: Run) -> None:
    """In a pipe the default format is JSON."""
    found = rows(run("12 Main St", "", "Paris, France"))
    assert [row["raw"] for row in found] == ["12 Main St", "", "Paris, France"]
    assert [row["schema_version"] for row in found] == [1, 1, 1]
    assert [bool(row["error"]) for row in found] == [False, True, False]


def test_lines_of_stdin_come_back_one_for_one(run: Run) -> None:
    """LF and CRLF end a line, an empty line has a result, a last line needs no ending."""
    found = rows(run("-", stdin="12 Main St\r\n\n東京都千代田区1-1\n \nlast".encode()))
    assert [row["raw"] for row in found] == ["12 Main St", "", "東京都千代田区1-1", " ", "last"]


def test_no_line_of_stdin_is_no_result(run: Run) -> None:
    """An empty file is not an empty address."""
    assert rows(run("-", stdin=b"")) == []


def test_thousands_of_lines_keep_their_order(run: Run) -> None:
    """Chunks are put together again."""
    lines = [f"{number} main street, paris" for number in range(5000)]
    found = rows(run("-", stdin="\n".join(lines).encode()))
    assert [row["raw"] for row in found] == lines


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b" \t ",
        b"\xff\xfe\x00\x01\x80",
        b"\xed\xa0\x80 12 Main St",
        b"\x00" * 50,
        bytes(range(256)).replace(b"\n", b""),
        "12 شارع الملك، الرياض".encode(),
        "e\u0301\u0301\u0301 \u0301".encode(),
        "👍🏽👨‍👩‍👧‍👦 5 Main".encode(),
        "\u202e12 Main\u2028St\x85".encode(),
        b"12 Main St, " * 8500,
        b"<script>alert(1)</script>",
    ],
)
@pytest.mark.parametrize("form", ["components", "html", "json", "tree", "tuple", "xml"])
def test_no_content_changes_the_exit_code(tiny_bundle: Path, line: bytes, form: str) -> None:
    """Whatever a line holds, in whatever format: exit code 0, no traceback, and its neighbours."""
    from click.testing import CliRunner

    from postwright.cli import main

    arguments = ["parse", "--model", str(tiny_bundle), "--format", form, "-"]
    done = CliRunner().invoke(main, arguments, input=b"before\n" + line + b"\nafter\n")
    assert (done.exit_code, done.exception, done.stderr_bytes) == (0, None, b"")
    if form != "tree":
        assert len(done.stdout_bytes.decode().split("\n")) == 4  # three lines, and nothing behind


def test_bytes_that_are_no_text_come_back_as_surrogates(run: Run) -> None:
    """Nothing is lost: the caller can get its bytes back with ``surrogateescape``."""
    (row,) = rows(run("-", stdin=b"12 Caf\xe9 St\n"))
    assert row["raw"].encode("utf-8", "surrogateescape") == b"12 Caf\xe9 St"


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are no bytes on Windows")
def test_an_argument_that_is_no_text_is_parsed_too(run: Run) -> None:
    """A shell hands over bytes."""
    (row,) = rows(run(b"12 Caf\xe9 St"))
    assert row["raw"] == "12 Caf\udce9 St"


def test_components_are_values_by_tag_and_no_more(run: Run) -> None:
    """Scripts depend on this form."""
    done = run("--format", "components", "-", stdin=b"12 main street\n\n")
    first, second = rows(done)
    assert all(isinstance(values, list) for values in first.values())
    assert second == {}


def test_trees_are_a_blank_line_apart(run: Run) -> None:
    """Several pictures stay apart, and nothing is coloured in a pipe."""
    done = run("--format", "tree", "paris", "berlin")
    assert b"\n\nberlin\n" in done.stdout
    assert b"\x1b" not in done.stdout


def test_core_labels_fold_the_answers_of_a_full_model(run: Run) -> None:
    """Only the ten core tags are left."""
    text = "12a main street floor 7 box 10118 paris 東京 via roma 5 apt berlin"
    texts = [" ".join(text.split()[shift:]) for shift in range(12)]
    full, core = rows(run(*texts)), rows(run("--labels", "core", *texts))
    assert {tag for row in full for tag in row["components"]} - set(CORE_TAGS)
    assert {tag for row in core for tag in row["components"]} <= set(CORE_TAGS)


def test_candidates_are_listed_when_asked_for(run: Run) -> None:
    """None without the option, at most as many as asked for with it."""
    (without,), (row,) = rows(run("12 main st")), rows(run("--candidates", "3", "12 main st"))
    assert without["candidates"] == []
    assert len(row["candidates"]) == 3
    assert row["spans"] == without["spans"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "give addresses, or - for lines on stdin"),
        (["-", "x"], "stands alone"),
        (["--format", "yaml", "x"], "'yaml' is not one of"),
        (["--candidates", "0", "x"], "0 is not in the range"),
        (["--column", "a", "x"], "--column and --output go with --input"),
        (["--model", "/no/such/directory", "x"], "does not exist"),
        (["--input", "/no/such/file.csv"], "does not exist"),
        (["--bogus", "x"], "No such option"),
    ],
)
def test_wrong_usage_is_exit_code_2(run: Run, arguments: list[str], message: str) -> None:
    """One clear line, and nothing on stdout."""
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_directory_that_is_no_model_is_exit_code_1(run: Run, tmp_path: Path) -> None:
    """A failed job: one line that names the file."""
    done = run("--model", tmp_path, "x")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith(f"Error: {tmp_path / 'bundle.json'} is missing")
    assert len(done.stderr.splitlines()) == 1


def test_a_reader_that_goes_away_is_no_traceback(tiny_bundle: Path, tmp_path: Path) -> None:
    """``postwright parse - | head -1`` ends quietly."""
    (tmp_path / "lines").write_bytes(b"12 Main St, Paris\n" * 5000)
    command = [sys.executable, "-m", "postwright", "parse", "--model", str(tiny_bundle), "-"]
    with (
        (tmp_path / "lines").open("rb") as lines,
        subprocess.Popen(
            command, stdin=lines, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process,
    ):
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""


def test_a_full_disk_is_one_line_and_exit_code_1(tiny_bundle: Path) -> None:
    """What could not be written is said, without a traceback."""
    command = [sys.executable, "-m", "postwright", "parse", "--model", str(tiny_bundle), "a"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr == b"Error: cannot read or write: No space left on device\n"


def test_the_examples_of_the_help_stand_on_lines_of_their_own(run: Run) -> None:
    """As they are to be typed."""
    lines = [line.strip() for line in run("--help").stdout.decode().splitlines()]
    assert "postwright parse --input a.csv --column address --output b.csv" in lines


@pytest.mark.parametrize("option", [["--places"], ["--locale"], ["--candidates", "2"]])
def test_a_table_that_would_lose_what_was_asked_for_is_refused(run, tmp_path, option) -> None:
    """Before anything is parsed."""
    (tmp_path / "a.csv").write_text("address\n12 Main St\n")
    files = ["--input", str(tmp_path / "a.csv"), "--column", "address", "--output"]
    done = run(*files, str(tmp_path / "b.csv"), *option)
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"{option[0]}: a .csv table has no column for it" in done.stderr.decode()


def test_a_slow_writer_is_answered_line_by_line(tiny_bundle: Path) -> None:
    """The first result is there before the second line is written."""
    command = [sys.executable, "-m", "postwright", "parse", "--model", str(tiny_bundle), "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for line in (b"12 Main St\n", b"Paris\n"):
            process.stdin.write(line)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["raw"] == line.decode().strip()
        process.stdin.close()


def test_lines_are_put_together_from_blocks() -> None:
    """A line may come in parts of any size, a character in two halves."""

    class Halting:
        """A stream that hands out three bytes at a time."""

        def __init__(self, content: bytes) -> None:
            self.content = content

        def read1(self, size: int) -> bytes:
            block, self.content = self.content[:3], self.content[3:]
            return block

    text = "Straße 1\r\n\n東京都\rx\nend"
    chunks = chunks_of_lines(Halting(text.encode()))  # type: ignore[arg-type]
    assert [line for chunk in chunks for line in chunk] == ["Straße 1", "", "東京都\rx", "end"]


def test_output_is_utf_8_whatever_the_locale(tiny_bundle: Path) -> None:
    """A cron job has no locale."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "postwright", "parse", "--model", str(tiny_bundle), "-"]
    done = subprocess.run(
        command, input="Straße 1".encode(), env=environment, capture_output=True, timeout=300
    )
    assert rows(done)[0]["raw"] == "Straße 1"


def test_a_benchmark_prints_its_table_on_stderr(run: Run) -> None:
    """Stages, throughput, memory, model and machine; no parse."""
    done = run("--benchmark", "2", "-", stdin=b"12 Main St\nParis, France\n")
    assert (done.returncode, done.stdout) == (0, b"")
    lines = done.stderr.decode().splitlines()
    assert lines[0].split() == "ms, 2 addresses × 2 p50 p95 p99 max total".split()
    firsts = [line.split()[0] for line in lines if line]
    assert firsts[1:4] == ["admit", "encode", "tag"]
    assert firsts[8:] == ["whole", "batch", "batch", "batch", "peak", "model", "machine"]


def test_a_benchmark_is_json_where_asked(run: Run) -> None:
    """On stdout, with a throughput for each size of a batch."""
    (found,) = rows(run("--benchmark", "1", "--json", "12 Main St"))
    assert found["throughput"].keys() == {"1", "16", "64"}
    assert found["whole"]["p50"] > 0


@pytest.mark.parametrize(
    "arguments", [["--json"], ["--benchmark", "0"], ["--benchmark", "1", "--format", "json"]]
)
def test_what_does_not_go_with_a_benchmark_is_refused(run: Run, arguments: list[str]) -> None:
    """It prints times, not parses."""
    done = run(*arguments, "12 Main St")
    assert done.returncode == 2
    assert b"--benchmark" in done.stderr
