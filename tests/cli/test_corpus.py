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
    assert line.split()[:5] == ["written", "US", "venue", "street", "words"]
    assert "core spans contradict" in done.stdout


def test_contradictions_as_json_hold_the_same(data) -> None:
    """For other programs."""
    done = run("contradictions", data, "--rows", "150", "--format", "json")
    [clash] = json.loads(done.stdout)["clashes"]
    assert (clash["source"], clash["tag"], clash["usual"]) == ("written", "venue", "street")


def test_the_mixture_is_a_table(data) -> None:
    """Draws, share, repeats and labels of sources, countries and forms, and what is wrong."""
    done = run("mixture", data)
    lines = [line.split() for line in done.stdout.splitlines() if line]
    for name in ("written", "US", "as-written"):
        [line] = [line for line in lines if line[:2] == [name, "200"]]
        assert line[2:4] == ["100.00%", "20.00"]
        assert {"street", "house_number", "venue"} <= set(line)
    assert "warning: written is 100% of the draws" in done.stderr
    assert "warning: written US: each real row will be drawn 20.0 times" in done.stderr


def test_the_mixture_by_pairs_and_as_json(data) -> None:
    """Each source in each country; figures for other programs."""
    done = run("mixture", data, "--by-pair")
    assert done.stdout.splitlines()[1].split() == ["written", "US", "100.00%", "10", "200", "20.0"]
    [pair] = json.loads(run("mixture", data, "--by-pair", "--format", "json").stdout)
    assert (pair["available"], pair["repeats"]) == (10, 20)
    tables = json.loads(run("mixture", data, "--sample", "50", "--format", "json").stdout)
    assert tables["sampled"] == 50
    [form] = tables["forms"]
    assert (form["name"], form["share"]) == ("as-written", 1)


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


@pytest.fixture
def built(data, tokenizer_bytes) -> Path:
    """The recipe's shards, with the page beside them."""
    (data / "tokenizer.model").write_bytes(tokenizer_bytes)
    settings = ("--set", f'tokenizer="{data / "tokenizer.model"}"', "--workers", "1")
    done = run("build", data, *settings, "--out", str(data / "built"))
    assert done.exit_code == 0, done.output
    assert "as-written" in done.stderr
    return data / "built"


def audit(*arguments: str) -> Result:
    """Call the audit."""
    return CliRunner().invoke(corpus, ["audit", *arguments])


def test_a_build_leaves_its_audit_beside_the_shards(built) -> None:
    """With the written forms, which shards do not hold; the tokenizer is found above them."""
    page = (built / "audit.html").read_text(encoding="utf-8")
    assert "as-written" in page
    assert "Contradictions" in page


def test_a_build_can_go_without_an_audit(data, tokenizer_bytes) -> None:
    """No page is written."""
    (data / "tokenizer.model").write_bytes(tokenizer_bytes)
    settings = ("--set", f'tokenizer="{data / "tokenizer.model"}"', "--workers", "1")
    done = run("build", data, *settings, "--no-audit", "--out", str(data / "out"))
    assert done.exit_code == 0, done.output
    assert not (data / "out" / "audit.html").exists()


def test_an_audit_of_shards_is_a_table(built) -> None:
    """Warnings first, rows last."""
    done = audit(str(built), "--rows", "3")
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert lines[0].startswith("built: 200 rows")
    assert any(line.startswith("warning: ") and "contradict" in line for line in lines)
    assert "elm st (US)" in done.stdout
    assert all("street]" in line or "venue]" in line for line in lines[-3:])


def test_an_audit_of_shards_as_json_and_page(built, tmp_path) -> None:
    """The same figures."""
    done = audit(str(built), "--format", "json", "--html", str(tmp_path / "page.html"))
    found = json.loads(done.stdout)
    assert (found["rows"], found["sources"]) == (200, {"written": 200})
    assert found["draws"] is None
    [pair] = found["contradictions"]["core"]["pairs"]
    assert (pair["tag"], pair["usual"], pair["kind"]) == ("venue", "street", "words")
    assert "Audit of built" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_an_audit_of_a_recipe_draws_its_rows(data, tokenizer_bytes) -> None:
    """Without a build; rows come as they were written, with their forms."""
    (data / "tokenizer.model").write_bytes(tokenizer_bytes)
    options = ("--data", str(data), "--tokenizer", str(data / "tokenizer.model"))
    done = audit(
        str(data / "recipe.toml"), *options, "--sample", "60", "--rows", "4", "--format", "json"
    )
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert found["rows"] == found["draws"]["sampled"] == 60
    assert [row["forms"] for row in found["rows_drawn"]] == [["as-written"]] * 4
    assert found["rows_drawn"][0]["raw"] in [record["raw"] for record in LABELLED]


def test_shards_without_their_tokenizer_are_refused(built, data) -> None:
    """The error says which one is wanted and how to name it."""
    (data / "tokenizer.model").unlink()
    done = audit(str(built))
    assert done.exit_code != 0
    assert "--tokenizer" in str(done.exception)


def test_overrides_of_shards_are_refused(built) -> None:
    """There is no recipe to change."""
    done = audit(str(built), "--set", "rows=5")
    assert done.exit_code == 2
    assert "folder of shards" in done.output
