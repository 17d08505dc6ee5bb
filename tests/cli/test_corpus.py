"""`postwright corpus`: what it prints of a recipe over a small data folder."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postwright.cli.corpus import corpus
from postwright.splits import line_digest

RECIPE = """
rows = 200
tokenizer = "tokenizer.model"
licences = "sources.toml"
[sources.written]
reader = "labelled"
weight = 1.0
files = ["labelled/mine.jsonl.gz"]
country = "US"
"""
LABELLED = [
    {"raw": f"{n} Elm St, Barre {n}", "spans": [[0, 1, "house_number"], [2, 8, "street"]]}
    for n in range(1, 10)
] + [{"raw": "Elm St", "spans": [[0, 6, "venue"]]}]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one labelled file, and the recipe in it."""
    monkeypatch.setenv("POSTWRIGHT_CACHE", str(tmp_path / "cache"))
    (tmp_path / "labelled").mkdir()
    lines = "".join(json.dumps(record) + "\n" for record in LABELLED)
    (tmp_path / "labelled" / "mine.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    (tmp_path / "labelled" / "usaddress-manual.jsonl.gz").write_bytes(gzip.compress(b""))
    (tmp_path / "holdout-sha1.txt.gz").write_bytes(gzip.compress(b""))
    (tmp_path / "sources.toml").write_text('[files]\n"labelled/mine.jsonl.gz" = "CC0"\n')
    (tmp_path / "recipe.toml").write_text(RECIPE)
    return tmp_path


def run(command: str, data: Path, *arguments: str) -> Result:
    """Call a command on the recipe."""
    recipe = str(data / "recipe.toml")
    return CliRunner().invoke(corpus, [command, recipe, "--data", str(data), *arguments])


def test_contradictions_are_shown_by_source_and_pair_of_tags(data) -> None:
    """The street that is a venue once."""
    done = run("contradictions", data, "--rows", "150")
    assert done.exit_code == 0, done.output
    [line] = [text for text in done.stdout.splitlines() if "elm st" in text]
    assert line.split()[1:5] == ["written", "US", "venue", "street"]
    assert "core spans contradict" in done.stdout


def test_contradictions_as_json_hold_the_same(data) -> None:
    """For other programs."""
    done = run("contradictions", data, "--rows", "150", "--format", "json")
    [clash] = json.loads(done.stdout)["clashes"]
    assert (clash["source"], clash["tag"], clash["usual"]) == ("written", "venue", "street")


def test_the_mixture_is_a_table(data) -> None:
    """Weight, rows, draws and repeats of each source; what is drawn too often is warned about."""
    done = run("mixture", data)
    assert done.stdout.splitlines()[1].split() == ["written", "US", "100.00%", "10", "200", "20.0"]
    assert "warning: written US" in done.stdout


def test_sampled_rows_show_their_spans(data) -> None:
    """In brackets where there is no terminal."""
    done = run("sample", data, "--rows", "3")
    assert done.stdout.count("street]") + done.stdout.count("venue]") == 3


def test_lines_of_the_lists_of_a_build_are_dropped(data, tokenizer_bytes) -> None:
    """`--exclude` of one file and of another; what was dropped is said."""
    (data / "tokenizer.model").write_bytes(tokenizer_bytes)
    (data / "digests.txt").write_text(line_digest("1 ELM ST. barre, 1") + "\n")
    (data / "golden.jsonl").write_text(json.dumps({"raw": "2 Elm St, Barre 2"}) + "\n")
    lists = [str(data / name) for name in ("digests.txt", "golden.jsonl")]
    settings = ("--set", f'tokenizer="{data / "tokenizer.model"}"', "--workers", "1")
    counts = []
    for exclude in ([], lists[:1], lists):
        options = [part for path in exclude for part in ("--exclude", path)]
        done = run("build", data, *settings, *options, "--out", str(data / "out"))
        assert done.exit_code == 0, done.output
        counts.append(int(done.stdout.split()[0]))
    assert counts[0] == 200 > counts[1] > counts[2] > 0


def test_a_list_that_cannot_be_read_stops_a_build(data) -> None:
    """Nothing is written."""
    (data / "digests.txt").write_text("abc\n")
    done = run("build", data, "--exclude", str(data / "digests.txt"), "--out", str(data / "out"))
    assert done.exit_code != 0
    assert "digests.txt:1" in str(done.exception) + done.output
    assert not (data / "out").exists()
