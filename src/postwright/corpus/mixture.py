"""A recipe's sources read into memory, and the table of what will be drawn from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from postwright.corpus.exclusion import SplitFilter
from postwright.corpus.faults import Faults
from postwright.corpus.licences import Licences
from postwright.corpus.readers.labelled import read_labelled, read_manual, read_negatives
from postwright.corpus.readers.places import read_localities, read_streets
from postwright.corpus.readers.rows import read_raw_rows, read_rows
from postwright.corpus.recipe import CorpusRecipe, SourceRecipe
from postwright.corpus.records import Row
from postwright.corpus.sampling import Stratum, country_shares
from postwright.corpus.store import ComponentStore, Pool, RowStore
from postwright.errors import CorpusError

__all__ = ["Mixture", "MixtureLine", "load_mixture"]

#: Above this many repeats a real row is learnt by heart.
REPEATS_WARNED = 8.0
_COMPOSED = frozenset({"streets", "localities", "rows"})

Fields = dict[str, str]


@dataclass(frozen=True)
class MixtureLine:
    """One line of the mixture table: a source in a country."""

    source: str
    country: str
    share: float
    available: int
    draws: float

    @property
    def repeats(self) -> float:
        """How often one record is drawn, on average."""
        return self.draws / self.available


@dataclass(frozen=True)
class Mixture:
    """All records of a recipe's sources, by source and country."""

    strata: tuple[Stratum, ...]
    faults: Faults

    def table(self, rows: int) -> list[MixtureLine]:
        """What `rows` draws will take from each source and country."""
        return [
            MixtureLine(s.source, s.country, s.share, len(s.pool), s.share * rows)
            for s in self.strata
        ]

    def warnings(self, rows: int) -> list[str]:
        """Sources whose rows are kept as written and will be drawn too often."""
        return [
            f"{line.source} {line.country}: each real row will be drawn {line.repeats:.1f} times "
            f"(over {REPEATS_WARNED:g}); lower the source's weight"
            for line, stratum in zip(self.table(rows), self.strata, strict=True)
            if isinstance(stratum.pool, RowStore) and line.repeats > REPEATS_WARNED
        ]


def load_mixture(recipe: CorpusRecipe, data_dir: Path) -> Mixture:
    """Read every source that has a weight, keeping the rows of the recipe's split.

    A source that has nothing to be held out by (lines without an address) gives all its rows to
    the training split; a validation corpus goes without it.

    Raises:
        CorpusError: a source has no rows to train on, or a file more bad rows than the limit.
    """
    faults, kept = Faults(), SplitFilter(recipe.split)
    licences = Licences.load(recipe.licences)
    pools: dict[str, dict[str, Pool]] = {}
    for name, source in recipe.sources.items():
        if source.weight > 0:
            pools[name] = _pools(name, source, data_dir, licences, kept, faults)
            if not pools[name] and recipe.split == "train":
                raise CorpusError(f"source {name!r} has no rows of the split {recipe.split!r}")
    total = sum(recipe.sources[name].weight for name, found in pools.items() if found)
    strata = [
        stratum
        for name, found in pools.items()
        for stratum in _strata(name, recipe.sources[name], found, total)
    ]
    faults.check(recipe.fault_limit)
    if not strata:
        raise CorpusError(f"no source has a row of the split {recipe.split!r}")
    return Mixture(tuple(strata), faults)


def _strata(
    name: str, source: SourceRecipe, pools: Mapping[str, Pool], total: float
) -> list[Stratum]:
    """One stratum a country; `total` is the sum of all sources' weights."""
    if source.countries or source.reader in ("streets", "localities"):
        sizes = {code: len(pool) for code, pool in pools.items()}
        shares = country_shares(sizes, source.countries)
    else:
        shares = _by_size(pools)
    weight = source.weight / total
    return [Stratum(name, code, weight * shares[code], pools[code]) for code in sorted(shares)]


def _by_size(pools: Mapping[str, Pool]) -> dict[str, float]:
    """Shares in proportion to the rows, for sources that are drawn from as one heap."""
    total = sum(map(len, pools.values()))  # 0 only where there is no pool
    return {code: len(pool) / total for code, pool in pools.items()}


def _pools(
    name: str,
    source: SourceRecipe,
    data_dir: Path,
    licences: Licences,
    kept: SplitFilter,
    faults: Faults,
) -> dict[str, Pool]:
    """The records of one source by country."""
    if source.reader in _COMPOSED:
        grouped: defaultdict[str, list[Fields]] = defaultdict(list)
        for country, fields in _read_fields(source, data_dir, licences, faults):
            if kept.keeps(country, fields.get("locality", ""), fields.get("street", "")):
                grouped[country].append(fields)
        return {code: ComponentStore(code, name, found) for code, found in grouped.items()}
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for row in _read_labelled_rows(name, source, data_dir, licences, faults):
        if kept.keeps_row(row):
            rows[row.country].append(row)
    return {code: RowStore(code, name, found) for code, found in rows.items()}


def _read_fields(
    source: SourceRecipe, data_dir: Path, licences: Licences, faults: Faults
) -> Iterator[tuple[str, Fields]]:
    for path in _files(source, data_dir):
        most = source.most_rows(path.parent.name)
        if source.reader == "streets":
            yield from read_streets(path, licences, faults, most=most)
        elif source.reader == "localities":
            yield from read_localities(path, licences, faults, most=most)
        elif licences.allows(path):
            yield from read_rows(path, faults, cap=source.cap)


def _read_labelled_rows(
    name: str, source: SourceRecipe, data_dir: Path, licences: Licences, faults: Faults
) -> Iterator[Row]:
    if source.reader == "manual":
        yield from read_manual(data_dir, name)
        return
    for path in filter(licences.allows, _files(source, data_dir)):
        if source.reader == "raw_rows":
            yield from read_raw_rows(path, name, faults)
        elif source.reader == "negatives":
            yield from read_negatives(path, name, faults)
        else:
            yield from read_labelled(path, name, source.country, faults)


def _files(source: SourceRecipe, data_dir: Path) -> Iterable[Path]:
    """The files of a source, sorted by name; raises `CorpusError` for a pattern without one."""
    for pattern in source.files:
        found = sorted(data_dir.glob(pattern))
        if not found:
            raise CorpusError(f"no file fits {pattern!r} under {data_dir}")
        yield from found
