"""What never reaches a training shard."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from postwright.corpus.build import write_shards
from postwright.corpus.exclusion import HeldOut, SplitFilter, read_digests
from postwright.corpus.recipe import load_recipe
from postwright.corpus.shards import Shards
from postwright.errors import CorpusError
from postwright.golden.usaddress_manual import evaluation_rows, training_rows
from postwright.splits import line_digest, split_of
from postwright.text import Tokenizer, encode


def test_lines_of_the_list_and_judged_rows_are_held_out(small_data: Path) -> None:
    """Also in other letter case and punctuation."""
    held_out = HeldOut(small_data)
    assert held_out.holds("3  ELM ST. barre, vt")
    assert not held_out.holds("33 Elm St, Barre VT")
    assert all(held_out.holds(row.raw) for row in evaluation_rows(small_data))
    assert not any(held_out.holds(row.raw) for row in training_rows(small_data))


def test_a_missing_list_stops_the_build(tmp_path: Path) -> None:
    """Without the list nothing may be built."""
    with pytest.raises(CorpusError, match="hold-out list"):
        HeldOut(tmp_path)


@pytest.mark.parametrize("split", ["train", "dev", "test"])
def test_the_filter_says_what_the_split_function_says(split) -> None:
    """It only remembers; small towns, large towns and streets without a town."""
    kept = SplitFilter(split)
    places = [("US", f"Town {n}") for n in range(200)] + [("US", "New York"), ("FR", "")]
    for country, locality in places:
        for street in ("", "Elm St", "Rue Haute", "5th Ave", "Oak St"):
            expected = split_of(country, locality, street) == split
            assert kept.keeps(country, locality, street) == expected


def test_no_row_of_a_held_out_place_is_made(recipe, make_maker) -> None:
    """Whatever is drawn, paired or borrowed, a training row is of the training split."""
    dropped: Counter[str] = Counter()
    rows = list(make_maker(recipe).rows(range(900), dropped))
    kept = SplitFilter("train")
    towns = {
        (row.country, row.raw[start:end])
        for row in rows
        for start, end, tag in row.spans
        if tag == "locality" and row.source in ("written", "manual")
    }
    assert towns == {("US", "Barre")}
    assert all(kept.keeps(country, town) for country, town in towns)
    assert dropped["on the hold-out list"] > 0
    assert not any(HeldOut(recipe.licences.parent).holds(row.raw) for row in rows)


def test_sources_of_a_validation_corpus_hold_only_places_of_its_split(recipe, make_maker) -> None:
    """`split = "dev"` reads the dev places, and none that a training corpus reads."""
    pools = {}
    for split in ("train", "dev"):
        mixture = make_maker(replace(recipe, split=split, sources=_places(recipe))).mixture
        pools[split] = {
            stratum.pool[at].fields["locality"]
            for stratum in mixture.strata
            for at in range(len(stratum.pool))
        }
        assert {split_of("US", town) for town in pools[split]} == {split}
    assert not pools["train"] & pools["dev"]


def _places(recipe):
    """Only the source of streets, and of it the US."""
    streets = recipe.sources["streets"]
    return {"streets": replace(streets, files=("places/US/streets.tsv.gz",), countries={})}


GOLDEN = ["12 Elm St, Barre VT", "13  ELM ST. barre, vt", "14 Elm St, Barre VT"]


@pytest.fixture
def golden(tmp_path: Path) -> Path:
    """A folder of golden files, a list of digests beside it."""
    folder = tmp_path / "golden"
    folder.mkdir()
    lines = [json.dumps({"id": raw, "raw": raw, "tags": {}}) + "\n" for raw in GOLDEN]
    (folder / "us.jsonl").write_text("".join(lines[:2]))
    (folder / "more.jsonl").write_text("\n" + lines[2])
    (folder / "README.md").write_text("no golden file")
    return folder


def test_no_golden_line_reaches_a_shard(recipe, make_maker, golden, tmp_path) -> None:
    """Without the list the same draws write them; what is missing is counted."""
    tokenizer = Tokenizer.load(recipe.tokenizer)
    texts = [f"{n} Elm St{comma} Barre VT" for n in (12, 13, 14) for comma in (",", "")]
    wanted = {tuple(encoded.pieces.tolist()) for encoded in encode(tokenizer, texts)}
    found, dropped = {}, {}
    for name, exclude in (("with", (golden,)), ("without", ())):
        maker = make_maker(replace(recipe, exclude=exclude))
        report = write_shards(maker, tmp_path / name)
        found[name] = sum(line in wanted for line in _lines(tmp_path / name))
        dropped[name] = report.dropped["on the hold-out list"]
    assert found["with"] == 0 < found["without"]
    assert dropped["with"] == dropped["without"] + found["without"]


def _lines(folder: Path) -> list[tuple[int, ...]]:
    """The pieces of every row of the shards in a folder."""
    shards = Shards.open(folder)
    batch, _ = shards.batch(np.arange(shards.rows))
    return [tuple(row[row != 0].tolist()) for row in batch.pieces]


def test_a_recipe_names_its_lists_relative_to_itself(recipe, golden) -> None:
    """`exclude = [...]`: folders, golden files, lists."""
    path = recipe.licences.parent / "recipe.toml"
    loaded = load_recipe(path, ['exclude=["golden", "golden/us.jsonl"]'])
    assert loaded.exclude == (golden, golden / "us.jsonl")
    assert all(HeldOut(golden.parent, loaded.exclude).holds(raw) for raw in GOLDEN)


@pytest.mark.parametrize("name", ["world"])
def test_the_golden_set_is_excluded_by_the_recipes_of_the_project(name: str) -> None:
    """Every golden line, whatever else is switched."""
    root = Path(__file__).parents[2]
    exclude = load_recipe(root / "recipes" / "corpus" / f"{name}.toml").exclude
    digests = frozenset[str]().union(*map(read_digests, exclude))
    files = sorted((root / "golden").glob("*.jsonl"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines() if line]
    assert len(lines) > 1000
    assert all(line_digest(json.loads(line)["raw"]) in digests for line in lines)


def test_lists_of_digests_are_read_plain_and_packed(tmp_path: Path) -> None:
    """Empty lines do not count, and capitals are hexadecimal digits too."""
    digests = [line_digest(raw) for raw in GOLDEN]
    text = f"{digests[0]}\n\n{digests[1].upper()}\r\n{digests[2]}"
    (tmp_path / "a.txt").write_bytes(text.encode())
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(text.encode()))
    assert read_digests(tmp_path / "a.txt") == read_digests(tmp_path / "a.txt.gz") == {*digests}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"12345678901234567890\n1234567890123456789\n", r"a.txt:2: .*19 characters"),
        ("a.txt", b"123456789012345678901234\n", r"a.txt:1: .*24 characters.*first 20 hex"),
        ("a.txt", hashlib.sha1(b"").hexdigest().encode(), r"40 characters"),
        ("a.txt", b"12 Elm St, Barre, VT\n", r"a.txt:1: '12 Elm St, Barre, VT'"),
        ("a.txt", b"", "holds no line"),
        ("a.txt", b"\xff\xfe1", "cannot read"),
        ("a.txt.gz", gzip.compress(b"1" * 20)[:-6], "cannot read"),
        ("a.txt.gz", b"1" * 20, "cannot read"),
        ("a.jsonl", b'{"raw": "x"}\n{"row": "y"}\n', r"a.jsonl:2: no JSON object with a text"),
        ("a.jsonl", b'{"raw": "x"', r"a.jsonl:1: no JSON object"),
        ("a.jsonl", b"\n", "holds no line"),
        ("a.csv", b"raw\n", "unknown form"),
    ],
)
def test_a_list_of_another_form_is_refused(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    """With file, line and what was expected: a list that matches nothing protects nothing."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CorpusError, match=message):
        read_digests(tmp_path / name)


def test_a_missing_list_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    """Before anything is drawn."""
    with pytest.raises(CorpusError, match=r"cannot read .*none.txt"):
        read_digests(tmp_path / "none.txt")
    with pytest.raises(CorpusError, match=r"no \*.jsonl file"):
        read_digests(tmp_path)
