"""The rows that a model was trained on: counted in the shards, joined with their licences."""

from __future__ import annotations

import fnmatch
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from postwright.corpus.append import recipe_digest
from postwright.corpus.licences import NONE, Licences
from postwright.corpus.readers.formats import FORMATS
from postwright.corpus.recipe import CorpusRecipe, SourceRecipe, load_recipe
from postwright.corpus.shards import read_manifests
from postwright.errors import ConfigError
from postwright.golden.usaddress_manual import FILE as MANUAL_FILE
from postwright.training.model_card.markdown import NOT_STATED, percent, section, table

__all__ = ["CorpusFacts", "CorpusSource", "corpus_section", "read_corpus"]

#: Readers whose tables say of every row where it comes from.
_BY_ROW = frozenset({"streets", "localities"})

#: So many countries are named with their share.
_NAMED_COUNTRIES = 12

#: ``licence (whom to credit)``, of one licence only.
_CREDITED = re.compile(r"([^;]+?) \(([^;]+)\)")


@dataclass(frozen=True, kw_only=True)
class CorpusSource:
    """One source of the corpus recipe.

    Attributes:
        name: in the recipe.
        rows: in the shards.
        tables: its files.
        licences: of the files; empty where each row of a table has its own origin.
    """

    name: str
    rows: int
    tables: tuple[str, ...]
    licences: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CorpusFacts:
    """What the manifests of the shards and the lists of a corpus recipe say.

    Attributes:
        recipe: name of the recipe's file.
        is_recipe: whether every shard was built by the recipe as it stands.
        seeds: of the draws.
        shards: how many.
        countries: rows by country, the largest first; rows without one under "".
        sources: the largest first.
        origins: licence → whose rows stand in the tables of places under it.
    """

    recipe: str
    is_recipe: bool
    seeds: tuple[int, ...]
    shards: int
    countries: dict[str, int]
    sources: tuple[CorpusSource, ...]
    origins: dict[str, tuple[str, ...]]

    @property
    def rows(self) -> int:
        """In all shards."""
        return sum(source.rows for source in self.sources)


def read_corpus(directory: Path, recipe: Path) -> CorpusFacts:
    """Read the manifests of a corpus (no row is opened) and the lists that belong to it.

    Args:
        directory: the folder that holds ``shard-*``.
        recipe: what it was built by.

    Raises:
        CorpusError: no shard, or a damaged one.
        ConfigError: the recipe cannot be read, or does not know a source of the shards.
    """
    manifests, settings = read_manifests(directory), load_recipe(recipe)
    rows, countries = Counter[str](), Counter[str]()
    for manifest in manifests:
        rows.update(manifest["sources"])
        countries.update(manifest["countries"])
    if unknown := sorted(rows.keys() - settings.sources.keys()):
        raise ConfigError(f"{recipe} has no source {unknown[0]!r}, but the shards in {directory}")
    licences, used = Licences.load(settings.licences), _largest_first(rows)
    about: list[dict[str, Any]] = [manifest["about"] for manifest in manifests]
    return CorpusFacts(
        recipe=recipe.name,
        is_recipe=all(_is_built_by(settings, each, about[0]) for each in about),
        seeds=tuple(sorted({each["seed"] for each in about if "seed" in each})),
        shards=len(manifests),
        countries=_largest_first(countries),
        sources=tuple(
            _source(name, count, settings.sources[name], licences) for name, count in used.items()
        ),
        origins=_origins([settings.sources[name] for name in used], licences),
    )


def _is_built_by(recipe: CorpusRecipe, about: Mapping[str, Any], first: Mapping[str, Any]) -> bool:
    """Whether a shard was composed by the recipe, its size, seed and split aside."""
    begin, end = first.get("drawn", (0, recipe.shard_rows))
    built = replace(
        recipe,
        shard_rows=end - begin,
        seed=about.get("seed", recipe.seed),
        split=about.get("split", recipe.split),
    )
    return bool(about.get("recipe") == recipe_digest(built))


def _largest_first(counts: Mapping[str, int]) -> dict[str, int]:
    """Sorted by count, then by name."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _source(name: str, rows: int, source: SourceRecipe, licences: Licences) -> CorpusSource:
    tables = source.files or (str(MANUAL_FILE),)
    return CorpusSource(
        name=name,
        rows=rows,
        tables=tables,
        licences=_licences_of(source, tables, licences),
    )


def _licences_of(
    source: SourceRecipe, tables: Iterable[str], licences: Licences
) -> tuple[str, ...]:
    """The licences of a source's files, each once; none where every row has its own origin."""
    if source.reader in _BY_ROW:
        return ()
    if source.reader in FORMATS:
        return (source.stated_licence(),)
    stated = [licences.files[file] for file in _listed(tables, licences)]
    return tuple(dict.fromkeys(part for licence in stated for part in licence.split("; ")))


def _listed(tables: Iterable[str], licences: Licences) -> Iterator[str]:
    """The entries of the licence list that the files of a source fall under, if allowed.

    Either side may be a pattern: of tables of many countries, or of files of one licence.
    """
    for pattern in tables:
        for file, licence in licences.files.items():
            is_named = fnmatch.fnmatch(file, pattern) or fnmatch.fnmatch(pattern, f"*{file}")
            if licence != NONE and is_named:
                yield file


def _origins(sources: Iterable[SourceRecipe], licences: Licences) -> dict[str, tuple[str, ...]]:
    """Licence → whose rows the tables of places may hold under it, whom to credit in brackets."""
    by_row = [source for source in sources if source.reader in _BY_ROW]
    found = defaultdict[str, list[str]](list)
    if by_row:
        for key, licence in licences.sources.items():
            _enter(found, key, licence)
    for source in by_row:
        for file in _listed(source.files, licences):
            _enter(found, file.removesuffix(".tsv.gz"), licences.files[file])
    return {licence: tuple(dict.fromkeys(found[licence])) for licence in sorted(found)}


def _enter(found: dict[str, list[str]], name: str, licence: str) -> None:
    """Put a name below its licence, with the credit that the licence's entry asks for."""
    if licence == NONE:
        return
    credited = _CREDITED.fullmatch(licence)
    if credited is None:
        found[licence].append(name)
    else:
        found[credited[1]].append(f"{name} ({credited[2]})")


def corpus_section(corpus: CorpusFacts | None) -> str:
    """Rows by source with their licences, or that nobody stated them."""
    title = "Data and licences"
    if corpus is None:
        return section(title, f"Sources: {NOT_STATED}.")
    return section(title, _opening(corpus), _sources_table(corpus), _origins_table(corpus))


def _opening(corpus: CorpusFacts) -> str:
    """How many rows there are, by which recipe, of which countries."""
    known = {country: rows for country, rows in corpus.countries.items() if country}
    named = list(known.items())[:_NAMED_COUNTRIES]
    shares = ", ".join(f"{country} {percent(rows / corpus.rows)}" for country, rows in named)
    changed = "" if corpus.is_recipe else " (changed since; the shards keep their recipe's digest)"
    seeds = ", ".join(map(str, corpus.seeds)) or NOT_STATED
    return (
        f"{corpus.rows:,} rows of {len(known)} countries in {corpus.shards} shards, composed by "
        f"`{corpus.recipe}`{changed}, seed {seeds}. Percent of the rows: {shares}. "
        "`NOTICE` holds the credits in the words of the licences, `DATA.md` every source."
    )


def _sources_table(corpus: CorpusFacts) -> str:
    rows = (
        (
            each.name,
            f"{each.rows:,}",
            percent(each.rows / corpus.rows),
            ", ".join(map(_short, each.tables)),
            "; ".join(each.licences) or "by row, below",
        )
        for each in corpus.sources
    )
    return table(("source", "rows", "%", "tables", "licences"), rows)


def _short(file: str) -> str:
    """The name of a table without folder and ending; tables of places keep their folder."""
    name = file.removesuffix(".gz").removesuffix(".tsv").removesuffix(".jsonl")
    return name.rpartition("/")[2] if "*" not in name else f"`{name}`"


def _origins_table(corpus: CorpusFacts) -> str:
    if not corpus.origins:
        return ""
    rows = ((licence, ", ".join(names)) for licence, names in corpus.origins.items())
    return "In the tables of places each row is of one of these origins:\n\n" + table(
        ("licence", "origins"), rows
    )
