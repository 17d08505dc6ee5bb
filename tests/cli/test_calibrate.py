"""``postwright model calibrate``, and what ``parse`` withholds."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from postwright import Parser
from postwright.bundle import read_bundle
from postwright.cli import main
from postwright.golden import GoldenRow, write_jsonl


@pytest.fixture
def bundle(tiny_bundle: Path, tmp_path: Path) -> Path:
    """A bundle that may be changed, with golden rows beside it."""
    parses = Parser.load(tiny_bundle).parse_batch([f"{n} main street, paris" for n in range(60)])
    rows = [
        GoldenRow(
            str(n),
            parse.raw,
            tuple((span.start, span.end, span.tag) for span in parse.spans[n % 2 :]),
            split="dev" if n < 50 else "test",
        )
        for n, parse in enumerate(parses)
    ]
    write_jsonl(rows, tmp_path / "rows.jsonl")
    return Path(shutil.copytree(tiny_bundle, tmp_path / "bundle"))


@pytest.mark.parametrize("is_dry", [False, True])
def test_the_curves_are_printed_and_written(bundle: Path, is_dry: bool) -> None:
    """With what they were fitted on; a dry run writes nothing."""
    options = ["--dry-run"] if is_dry else []
    golden = str(bundle.parent / "rows.jsonl")
    done = CliRunner().invoke(main, ["model", "calibrate", str(bundle), "--set", golden, *options])
    assert (done.exit_code, done.exception) == (0, None)
    assert "calibration error, spans" in done.output
    found = read_bundle(bundle).manifest.calibration
    if is_dry:
        assert found is None
    else:
        assert found is not None
        assert (found["fitted"]["rows"], found["fitted"]["sets"]) == (50, ["rows.jsonl"])
        parse = Parser.load(bundle).parse("12 main street")
        assert parse.probability != parse.probability_raw


def test_parse_withholds_what_is_less_sure_than_asked_for(tiny_bundle: Path) -> None:
    """And exits with 0: an abstention is an answer."""
    options = ["--format", "json", "--min-probability", "1", "--threshold", "unit=0.5"]
    done = CliRunner().invoke(
        main, ["parse", "--model", str(tiny_bundle), *options, "12 main street"]
    )
    assert done.exit_code == 0
    row = json.loads(done.output)
    assert row["spans"] == []
    assert row["withheld"]
    assert row["error"].startswith("abstained: ")


@pytest.mark.parametrize("threshold", ["unit", "unit=x", "road=0.5", "unit=2", "unit=nan"])
def test_a_threshold_that_is_none_is_wrong_usage(tiny_bundle: Path, threshold: str) -> None:
    """Exit code 2, and how to write it."""
    done = CliRunner().invoke(
        main, ["parse", "--model", str(tiny_bundle), "--threshold", threshold, "x"]
    )
    assert done.exit_code == 2
    assert f"--threshold {threshold}" in done.output


def test_parse_says_the_country_where_asked_to(tiny_bundle: Path) -> None:
    """The caller's country with what was detected."""
    options = ["--format", "json", "--country", "CH"]
    done = CliRunner().invoke(
        main, ["parse", "--model", str(tiny_bundle), *options, "12 main street"]
    )
    assert done.exit_code == 0
    locale = json.loads(done.output)["locale"]
    assert locale["country"] == "CH"
    assert locale["alternatives"]
