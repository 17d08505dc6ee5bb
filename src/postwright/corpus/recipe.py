"""The recipe of a corpus: sources, weights, forms and sizes, read from one TOML file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from postwright.config import load_toml
from postwright.corpus.compose.weights import FormWeights
from postwright.corpus.readers.formats import FORMATS
from postwright.errors import ConfigError

__all__ = ["CorpusRecipe", "SourceRecipe", "data_directory", "load_recipe"]

Reader = Literal[
    "streets",
    "localities",
    "rows",
    "raw_rows",
    "labelled",
    "manual",
    "negatives",
    # The public formats, `readers.formats.FORMATS`.
    "ban",
    "geonames_postal",
    "nad",
    "openaddresses",
    "osm_addresses",
    "table",
    "tiger_addrfeat",
    "whosonfirst",
]


@dataclass(frozen=True, kw_only=True)
class SourceRecipe:
    """One source: how it is read and how often it is drawn from.

    Attributes:
        reader: the format.
        weight: chance of a draw from this source, relative to the other sources' weights.
        on: whether the source is used; one that is off may name files that are not there.
        files: file patterns under the data folder, or absolute, or from the home folder (``~/``).
        country: of labelled files and of formats that have no country column.
        licence: of a public format; the publisher's usual one by default.
        columns: of the reader "table": field → column.
        every: of a public format: take every n-th row.
        alignment: of the reader "raw_rows": "exact" wants every field in the line as it is;
            "near" also finds it without accents or with up to two typing errors, and fields that
            have no column by street types and place names.
        countries: shares of single countries in percent; the others share what is left, each by
            the square root of its rows.
        cap: most rows of one venue name in a file; 0 for no limit.
        rows_per_percent: rows to read of a country's file for each percent of its share (1 if it
            has none stated), evenly spread; 0 for all rows.
        borrowed_streets: chance that a place takes the name of some street of its country.
        recased: chance that a labelled row's letter case is changed, and that its commas go.
    """

    reader: Reader
    weight: float
    on: bool = True
    files: tuple[str, ...] = ()
    country: str = ""
    licence: str = ""
    columns: dict[str, str] = field(default_factory=dict)
    every: int = 1
    alignment: Literal["exact", "near"] = "exact"
    countries: dict[str, float] = field(default_factory=dict)
    cap: int = 0
    rows_per_percent: int = 0
    borrowed_streets: float = 0.0
    recased: float = 0.0

    def most_rows(self, country: str) -> int:
        """Rows to read of a country's file; 0 for all."""
        return int(self.rows_per_percent * max(1.0, self.countries.get(country, 1.0)))

    @property
    def drawn(self) -> bool:
        """Whether rows are drawn from it at all."""
        return self.on and self.weight > 0

    def stated_licence(self) -> str:
        """The licence of a public format: the recipe's, else the publisher's usual one."""
        return self.licence or FORMATS[self.reader].licence

    def __post_init__(self) -> None:
        if self.weight < 0:
            raise ValueError(f"weight = {self.weight}: must not be negative")
        if self.every < 1:
            raise ValueError(f"every = {self.every}: must be 1 or more")
        if self.drawn and self.reader in FORMATS and not self.stated_licence():
            raise ValueError("licence is empty: state the licence that the files come with")
        if not self.files and self.reader != "manual":
            raise ValueError("files is empty: name at least one pattern, as 'rows/us-*.tsv.gz'")
        if sum(self.countries.values()) > 100:
            raise ValueError(f"countries add up to {sum(self.countries.values())} %, over 100")
        for name in ("borrowed_streets", "recased"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} = {getattr(self, name)}: must lie in [0, 1]")


@dataclass(frozen=True, kw_only=True)
class CorpusRecipe:
    """A corpus to be built; every row of it is a function of this and the row's number.

    Attributes:
        rows: rows to draw; what is excluded or refused is not made up for.
        shard_rows: rows drawn for one shard.
        seed: changes every draw.
        split: "train", or a held-out split, for validation shards.
        tokenizer: path of the sentencepiece model.
        licences: the licence list, beside the recipe.
        exclude: lists of lines that no shard may hold, relative to the recipe: digests, golden
            files, folders of them (see `exclusion.read_digests`).
        fault_limit: largest share of bad rows that a source file may have.
        several_values: whether a field of several values (a ward and the town part in it) gives
            a span for each of them, or one for all.
        sources: by name.
        forms: chances of the written forms.
    """

    rows: int
    tokenizer: Path
    licences: Path
    sources: dict[str, SourceRecipe]
    shard_rows: int = 250_000
    seed: int = 1
    split: Literal["train", "dev", "test"] = "train"
    fault_limit: float = 0.01
    several_values: bool = False
    exclude: tuple[Path, ...] = ()
    forms: FormWeights = field(default_factory=FormWeights)

    def __post_init__(self) -> None:
        for name in ("rows", "shard_rows"):
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} = {getattr(self, name)}: must be above 0")
        if not any(source.drawn for source in self.sources.values()):
            raise ValueError("sources: at least one must be on, with a weight above 0")


def load_recipe(path: str | Path, overrides: Sequence[str] = ()) -> CorpusRecipe:
    """Read a recipe; licence and exclusion lists are relative to it. Raises `ConfigError`."""
    recipe = load_toml(path, CorpusRecipe, overrides)
    folder = Path(path).resolve().parent
    exclude = tuple(folder / path for path in recipe.exclude)
    return replace(recipe, licences=folder / recipe.licences, exclude=exclude)


def data_directory() -> Path:
    """The data folder: ``POSTWRIGHT_DATA``, or ``../shared/data``; raises `ConfigError`."""
    folder = Path(os.environ.get("POSTWRIGHT_DATA") or "../shared/data")
    if not folder.is_dir():
        raise ConfigError(f"no data folder {folder}; set POSTWRIGHT_DATA to where the data lie")
    return folder
