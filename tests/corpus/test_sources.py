"""Sources of a recipe: where their files are looked for, and what may be used."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from postwright.corpus.mixture import REPEATS_WARNED, load_mixture
from postwright.corpus.readers.formats import FORMATS
from postwright.corpus.recipe import CorpusRecipe, SourceRecipe, load_recipe
from postwright.errors import ConfigError, CorpusError

RECIPES = Path(__file__).parents[2] / "recipes" / "corpus"

BAN_LINES = "numero;rep;nom_voie;code_postal;nom_commune\n" + "".join(
    f"{n};;Rue Haute;01000;Ville {n}\n" for n in range(1, 101)
)


def only(recipe: CorpusRecipe, **settings) -> CorpusRecipe:
    """The recipe with one source of these settings."""
    return replace(recipe, sources={"mine": SourceRecipe(weight=1.0, **settings)})


def count(recipe: CorpusRecipe, data: Path) -> int:
    """Records that a recipe's sources hold."""
    return sum(line.available for line in load_mixture(recipe, data).table(1))


@pytest.fixture
def ban_file(tmp_path_factory) -> Path:
    """A file of the Base Adresse Nationale outside the data folder."""
    path = tmp_path_factory.mktemp("downloads") / "adresses-01.csv"
    path.write_text(BAN_LINES, encoding="utf-8")
    return path


def test_a_public_format_is_read_from_anywhere(recipe, small_data, ban_file) -> None:
    """An absolute pattern; rows are under the country's convention and of the split."""
    mixture = load_mixture(only(recipe, reader="ban", files=(str(ban_file),)), small_data)
    [stratum] = mixture.strata
    assert stratum.country == "FR"
    assert 80 < len(stratum.pool) <= 100


def test_every_nth_row_is_taken(recipe, small_data, ban_file) -> None:
    """Large downloads need not be read into memory whole."""
    source = {"reader": "ban", "files": (str(ban_file.parent / "*.csv"),)}
    assert count(only(recipe, **source, every=10), small_data) <= 10


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_missing_path_names_the_source_and_how_to_get_it(recipe, small_data, name) -> None:
    """For every format."""
    source = {"reader": name, "files": ("~/nowhere/at/all-*.x",), "licence": "CC0"}
    with pytest.raises(CorpusError) as caught:
        load_mixture(only(recipe, **source), small_data)
    assert str(caught.value).startswith("source 'mine': no file fits '~/nowhere/at/all-*.x'; get")
    assert FORMATS[name].get in str(caught.value)


def test_a_source_that_is_off_may_be_missing(recipe, small_data) -> None:
    """Nothing is looked for."""
    off = SourceRecipe(reader="ban", weight=1.0, on=False, files=("/nowhere",))
    mixture = load_mixture(replace(recipe, sources=recipe.sources | {"ban": off}), small_data)
    assert "ban" not in {stratum.source for stratum in mixture.strata}


@pytest.mark.parametrize("reader", [name for name in FORMATS if not FORMATS[name].licence])
def test_a_format_without_a_usual_licence_needs_one(reader) -> None:
    """A recipe says under which terms the files came."""
    with pytest.raises(ValueError, match="licence is empty"):
        SourceRecipe(reader=reader, weight=1.0, files=("a.csv",))


def test_a_download_with_the_licence_none_is_not_read(recipe, small_data, ban_file) -> None:
    """As with the sources of the licence list."""
    closed = only(recipe, reader="ban", files=(str(ban_file),), licence="none")
    with pytest.raises(CorpusError, match="has no rows"):
        load_mixture(closed, small_data)


def test_the_place_of_a_street_without_town_brings_its_postcode(recipe, make_maker, small_data):
    """A row of street and postcode alone does not keep a code of somewhere else."""
    dbf_like = small_data / "addrfeat.csv"
    dbf_like.write_text("FULLNAME,LFROMHN,RFROMHN,ZIPL,ZIPR\nRue Haute,1,,99999,\n")
    tiger = SourceRecipe(
        reader="table", weight=1.0, files=("addrfeat.csv",), country="FR", licence="CC0",
        columns={"street": "FULLNAME", "postcode": "ZIPL"},
    )  # fmt: skip
    places = replace(recipe.sources["localities"], weight=1e-9)
    both = replace(recipe, sources={"mine": tiger, "localities": places})
    maker = make_maker(both)
    rows = [row for row in maker.rows(range(50), Counter()) if row.source == "mine"]
    assert rows
    assert not any("99999" in row.raw for row in rows)


@pytest.mark.parametrize("name", ["world.toml"])
def test_the_recipes_of_the_project_load(name) -> None:
    """Every reader has a source in the world's recipe, downloads are off."""
    recipe = load_recipe(RECIPES / name)
    used = {source.reader for source in recipe.sources.values()}
    assert used >= (set(FORMATS) if name == "world.toml" else {"streets"})
    assert not any(s.on for s in recipe.sources.values() if s.reader in FORMATS)


def test_a_wrong_step_is_refused_by_name(recipe) -> None:
    """Before anything is read."""
    with pytest.raises(ConfigError, match="every = 0"):
        load_recipe(recipe.licences.parent / "recipe.toml", ["sources.manual.every=0"])


def test_downloaded_places_complete_streets_where_there_are_no_others(
    recipe, make_maker, small_data
) -> None:
    """French streets of this folder have no town; here GeoNames gives them one."""
    lines = [f"FR\t{n:05}\tBourg {n}" + "\t" * 9 + "\n" for n in range(60)]
    (small_data / "FR.txt").write_text("".join(lines), encoding="utf-8")
    downloaded = SourceRecipe(reader="geonames_postal", weight=1.0, files=("FR.txt",))
    only_french = {"files": ("places/FR/streets.tsv.gz",), "countries": {}}
    streets = replace(recipe.sources["streets"], **only_french)
    maker = make_maker(replace(recipe, sources={"streets": streets, "places": downloaded}))
    rows = [row for row in maker.rows(range(80), Counter()) if row.source == "streets"]
    towns = [
        row.raw[s:e].casefold() for row in rows for s, e, tag in row.spans if tag == "locality"
    ]
    assert towns
    assert sum(town.startswith("bourg") for town in towns) > 0.8 * len(towns)


def test_hand_labelled_rows_are_not_learnt_by_heart() -> None:
    """Each of the 743 rows of usaddress-manual that the world's recipe trains on, in 20 M rows."""
    sources = load_recipe(RECIPES / "world.toml").sources
    total = sum(source.weight for source in sources.values() if source.drawn)
    assert 5 < 20e6 * sources["us-manual"].weight / total / 743 <= REPEATS_WARNED
