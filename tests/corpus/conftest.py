"""Small files in the real formats of the sources, written for each test."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from postwright.corpus.compose import Composer, Lexicon
from postwright.corpus.exclusion import HeldOut
from postwright.corpus.licences import Licences
from postwright.corpus.maker import RowMaker
from postwright.corpus.mixture import load_mixture
from postwright.corpus.recipe import CorpusRecipe, load_recipe
from postwright.splits import line_digest

sys.path.insert(0, str(Path(__file__).parent))
from source_columns import LOCALITIES, ROWS, STREETS

WriteTable = Callable[..., Path]


@pytest.fixture
def write_table(tmp_path: Path) -> WriteTable:
    """Writes `(name, columns, rows)` as a gzipped TSV; rows are dictionaries or ready lines."""

    def write(name: str, columns: Sequence[str], rows: Sequence[dict[str, str] | str]) -> Path:
        lines = ["\t".join(columns)]
        for row in rows:
            ready = row if isinstance(row, str) else "\t".join(row.get(c, "") for c in columns)
            lines.append(ready)
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress("".join(line + "\n" for line in lines).encode()))
        return path

    return write


@pytest.fixture
def licences() -> Licences:
    """Geonames and two US files are open, "arikw" is not."""
    return Licences(
        sources={"geonames": "CC BY 4.0", "sepomex": "MIT", "fantoir": "LO", "arikw": "none"},
        files={"places/US/*.tsv.gz": "CC0 1.0", "rows/*.tsv.gz": "CC0 1.0"},
    )


MANUAL = {"raw": "219 South Dearborn", "spans": [[0, 3, "house_number"], [4, 18, "street"]]}


@pytest.fixture
def small_data(write_table: WriteTable, tmp_path: Path) -> Path:
    """A data folder with two countries, one hand-labelled row and one line held out."""
    streets = [
        {"street": f"{n} Street", "locality": f"Town {n % 40}", "region": "Idaho"}
        for n in range(400)
    ]
    write_table("places/US/streets.tsv.gz", STREETS[:-1], streets)
    towns = [
        {"locality": f"Ville {n}", "postcode": f"{n:05}", "src": "geonames"} for n in range(90)
    ]
    write_table("places/FR/localities.tsv.gz", LOCALITIES, towns)
    ways = [{"street": f"Rue {name}", "src": "fantoir"} for name in ("Haute", "Basse", "Neuve")]
    write_table("places/FR/streets.tsv.gz", STREETS, ways)
    written = [
        WRITTEN | {"house_number": str(n), "raw": f"{n} Elm St, Barre VT"} for n in range(50)
    ]
    write_table("rows/us.tsv.gz", ROWS, written)
    labelled = tmp_path / "labelled" / "usaddress-manual.jsonl.gz"
    labelled.parent.mkdir()
    lines = [
        json.dumps(MANUAL | {"raw": f"{n} South Dearborn", "source": "x"}) for n in range(100, 200)
    ]
    labelled.write_bytes(gzip.compress("".join(line + "\n" for line in lines).encode()))
    digests = "".join(line_digest(f"{n} Elm St, Barre VT") + "\n" for n in range(10))
    (tmp_path / "holdout-sha1.txt.gz").write_bytes(gzip.compress(digests.encode()))
    return tmp_path


WRITTEN = {"street": "Elm St", "locality": "Barre", "region": "VT", "country": "US"}

RECIPE = """
rows = 900
shard_rows = 250
tokenizer = "TOKENIZER"
licences = "sources.toml"
[sources.streets]
reader = "streets"
weight = 0.4
files = ["places/*/streets.tsv.gz"]
[sources.streets.countries]
US = 75
[sources.localities]
reader = "localities"
weight = 0.2
files = ["places/*/localities.tsv.gz"]
borrowed_streets = 1.0
[sources.written]
reader = "raw_rows"
weight = 0.2
files = ["rows/*.tsv.gz"]
[sources.manual]
reader = "manual"
weight = 0.2
recased = 0.5
"""


@pytest.fixture
def recipe(small_data: Path, tokenizer_bytes: bytes) -> CorpusRecipe:
    """A recipe over `small_data`."""
    (small_data / "tokenizer.model").write_bytes(tokenizer_bytes)
    (small_data / "sources.toml").write_text(
        '[sources]\ngeonames = "CC BY 4.0"\nfantoir = "LO"\n'
        '[files]\n"places/US/*.tsv.gz" = "CC0"\n"rows/*.tsv.gz" = "CC0"\n'
    )
    path = small_data / "recipe.toml"
    path.write_text(RECIPE.replace("TOKENIZER", str(small_data / "tokenizer.model")))
    return load_recipe(path)


@pytest.fixture
def make_maker(small_data: Path) -> Callable[[CorpusRecipe], RowMaker]:
    """Reads a recipe's sources; the composer is the real one, with empty tables."""

    def make(recipe: CorpusRecipe) -> RowMaker:
        composer = Composer(Lexicon({}), recipe.forms, several_values=recipe.several_values)
        mixture = load_mixture(recipe, small_data)
        return RowMaker(recipe, mixture, composer, HeldOut(small_data, recipe.exclude))

    return make


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own for every test, so that none reads what another left."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("POSTWRIGHT_CACHE", str(folder))
    return folder
