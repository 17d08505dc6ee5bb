"""Whole builds over a small data folder."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from source_columns import LOCALITIES

from postwright.corpus.build import write_shards
from postwright.corpus.mixture import load_mixture
from postwright.corpus.recipe import SourceRecipe, load_recipe
from postwright.corpus.shards import Shards
from postwright.errors import ConfigError, CorpusError


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder by relative name."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_shards_do_not_depend_on_the_number_of_workers(recipe, make_maker, tmp_path) -> None:
    """Bit for bit, with one process and with three."""
    maker = make_maker(recipe)
    for workers in (1, 3):
        report = write_shards(maker, tmp_path / f"w{workers}", workers=workers)
        assert len(report.shards) == 4
    assert files(tmp_path / "w1") == files(tmp_path / "w3")


def test_appending_makes_what_is_missing(recipe, make_maker, tmp_path) -> None:
    """A shard is lost and the build lengthened: the other shards stay, and all are as if whole."""
    write_shards(make_maker(replace(recipe, rows=1000)), tmp_path / "whole")
    write_shards(make_maker(replace(recipe, rows=750)), tmp_path / "out")
    kept = (tmp_path / "out" / "shard-00000").stat().st_ino
    shutil.rmtree(tmp_path / "out" / "shard-00001")
    report = write_shards(make_maker(replace(recipe, rows=1000)), tmp_path / "out", append=True)
    assert [path.name for path in report.shards] == ["shard-00001", "shard-00003"]
    assert (tmp_path / "out" / "shard-00000").stat().st_ino == kept
    assert files(tmp_path / "out") == files(tmp_path / "whole")


def test_appending_writes_the_tables_that_shards_lack(recipe, make_maker, tmp_path) -> None:
    """Shards of a build without tables get theirs, and are as they were."""
    maker, tables = make_maker(recipe), tmp_path / "tables"
    write_shards(maker, tmp_path / "out")
    before = files(tmp_path / "out")
    assert len(write_shards(maker, tmp_path / "out", append=True, tables=tables).shards) == 4
    names = [f"shard-{number:05d}.parquet" for number in range(4)]
    assert sorted(path.name for path in tables.iterdir()) == names
    assert files(tmp_path / "out") == before
    assert write_shards(maker, tmp_path / "out", append=True, tables=tables).shards == []


def test_appending_to_another_corpus_is_refused(recipe, make_maker, tmp_path) -> None:
    """Another seed or other weights make another corpus; nothing is written."""
    write_shards(make_maker(replace(recipe, rows=250)), tmp_path / "out")
    other = replace(recipe, seed=9)
    with pytest.raises(CorpusError, match="shard-00000: was built with seed = 1, this build has 9"):
        write_shards(make_maker(other), tmp_path / "out", append=True)
    heavier = replace(recipe, several_values=True)
    with pytest.raises(CorpusError, match="was built with recipe"):
        write_shards(make_maker(heavier), tmp_path / "out", append=True)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["shard-00000"]


def test_a_finished_build_has_nothing_to_append(recipe, make_maker, tmp_path) -> None:
    """Started again, it makes no shard."""
    write_shards(make_maker(recipe), tmp_path / "out")
    assert write_shards(make_maker(recipe), tmp_path / "out", append=True, workers=2).shards == []


def test_what_is_drawn_is_written_or_counted(recipe, make_maker, tmp_path) -> None:
    """No row is lost unseen."""
    report = write_shards(make_maker(recipe), tmp_path / "out")
    shards = Shards.open(tmp_path / "out", verify=True)
    assert report.rows + sum(report.dropped.values()) == 900
    assert shards.rows == report.rows


def test_sources_are_drawn_by_their_weights(recipe, make_maker, tmp_path) -> None:
    """What reaches the shards follows the weights, less what was held out."""
    write_shards(make_maker(recipe), tmp_path / "out")
    shards = Shards.open(tmp_path / "out")
    counts = Counter(np.array(shards.sources)[shards.source_ids()].tolist())
    assert counts["streets"] / 900 == pytest.approx(0.4, abs=0.06)
    assert counts["manual"] / 900 == pytest.approx(0.2, abs=0.05)
    assert set(np.array(shards.countries)[shards.country_ids()]) - {""} == {"US", "FR"}


def test_a_street_without_a_town_gets_one_and_a_town_a_street(recipe, make_maker) -> None:
    """French streets have no town in this folder, French towns no street."""
    rows = list(make_maker(recipe).rows(range(900), Counter()))
    for source in ("streets", "localities"):
        french = [row for row in rows if (row.source, row.country) == (source, "FR")]
        tags = [{tag for _, _, tag in row.spans} for row in french]
        assert sum({"street", "locality"} <= found for found in tags) > 0.5 * len(tags) > 0


def test_the_table_says_what_will_be_drawn(recipe, small_data) -> None:
    """Shares add up; a real row that is drawn too often is warned about, a composed one is not."""
    mixture = load_mixture(recipe, small_data)
    lines = mixture.table(10_000)
    assert sum(line.share for line in lines) == pytest.approx(1)
    [manual] = [line for line in lines if line.source == "manual"]
    assert manual.repeats == pytest.approx(2000 / manual.available)
    assert [text.split()[0] for text in mixture.warnings(10_000)] == ["written", "manual"]


def test_a_source_file_of_bad_rows_stops_the_build(recipe, small_data, write_table) -> None:
    """A share of bad rows over the limit names file and reason."""
    write_table("places/US/streets.tsv.gz", ("street", "town"), ["Elm St\tBarre"])
    with pytest.raises(CorpusError, match=r"streets.tsv.gz: 100.0% .*no column"):
        load_mixture(recipe, small_data)


def test_a_pattern_without_a_file_is_an_error(recipe, small_data) -> None:
    """A missing source is not an empty one."""
    sources = {"manual": replace(recipe.sources["manual"], reader="rows", files=("rows/none*",))}
    with pytest.raises(CorpusError, match="no file fits 'rows/none"):
        load_mixture(replace(recipe, sources=sources), small_data)


@pytest.mark.parametrize(
    "override",
    ["rows=0", "sources.streets.weight=-1", "sources.streets.colour=1", "split=all",
     "sources.streets.countries.US=120", "forms.typo=2", "sources.written.files=[]"],
)  # fmt: skip
def test_a_wrong_value_in_a_recipe_is_refused_by_name(recipe, override: str) -> None:
    """Before anything is read."""
    key = override.partition("=")[0].rsplit(".", 1)[-1]
    with pytest.raises(ConfigError, match="countries" if key == "US" else key):
        load_recipe(recipe.licences.parent / "recipe.toml", [override])


def test_a_validation_corpus_goes_without_sources_that_cannot_be_held_out(
    recipe, small_data, write_table
) -> None:
    """Lines without an address are all of the training split; the other shares still add up."""
    write_table("n.tsv.gz", ("text", "source", "intent"), ["hello there\tx\tgreeting"])
    (small_data / "sources.toml").write_text('[files]\n"*.tsv.gz" = "CC0"\n')
    negatives = SourceRecipe(reader="negatives", weight=1.0, files=("n.tsv.gz",))
    streets = replace(recipe.sources["streets"], files=("places/US/streets.tsv.gz",))
    both = replace(recipe, sources={"negatives": negatives, "streets": streets})
    train = load_mixture(both, small_data).table(100)
    dev = load_mixture(replace(both, split="dev"), small_data).table(100)
    assert [line.source for line in train] == ["negatives", "streets"]
    assert [(line.source, line.share) for line in dev] == [("streets", 1.0)]


@pytest.mark.parametrize("several", [False, True])
def test_a_recipe_says_whether_a_ward_is_a_span_of_its_own(
    recipe, make_maker, write_table, small_data, several
) -> None:
    """`横浜市西区` + `梅屋町`: one dependent locality or two."""
    write_table(
        "places/JP/localities.tsv.gz",
        LOCALITIES,
        [{"locality": "横浜市西区", "dependent_locality": "梅屋町", "src": "geonames"}],
    )
    source = SourceRecipe(reader="localities", weight=1.0, files=("places/JP/localities.tsv.gz",))
    made = make_maker(replace(recipe, sources={"places": source}, several_values=several))
    rows = list(made.rows(range(60), Counter()))
    found = {
        tuple(row.raw[s:e] for s, e, tag in row.spans if tag == "dependent_locality")
        for row in rows
    }
    assert (("西区", "梅屋町") in found) == several
    assert (("西区梅屋町",) in found) != several


def test_a_place_without_a_town_gets_no_other_town(
    recipe, make_maker, write_table, small_data
) -> None:
    """A Korean township of a county stays there, whatever towns its neighbours have."""
    counties = ["단양군", "보은군", "옥천군", "영동군", "진천군", "괴산군", "음성군", "장수군"]
    towns = ["이천시", "청주시", "충주시", "제천시", "천안시", "공주시", "보령시", "아산시"]
    places = [
        {"locality": name, "dependent_locality": "부발읍", "src": "geonames"}
        for name in counties + towns
    ]
    write_table("places/KR/localities.tsv.gz", LOCALITIES, places)
    source = SourceRecipe(reader="localities", weight=1.0, files=("places/KR/localities.tsv.gz",))
    made = make_maker(replace(recipe, sources={"places": source}))
    raws = [row.raw for row in made.rows(range(300), Counter())]
    assert any(town in raw for raw in raws for town in towns)
    found = [raw for raw in raws if any(county in raw for county in counties)]
    assert found
    assert not any(town in raw for raw in found for town in towns)
