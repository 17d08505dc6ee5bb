"""A recipe's sources read into memory, and the table of what will be drawn from them."""

from __future__ import annotations

import multiprocessing
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from postwright.corpus.cache import ReadSource, cache_directory
from postwright.corpus.faults import Faults
from postwright.corpus.readers.formats import FORMATS
from postwright.corpus.recipe import CorpusRecipe, SourceRecipe
from postwright.corpus.sampling import Stratum, country_shares
from postwright.corpus.sources import SourceReader
from postwright.corpus.store import Pool, RowStore
from postwright.errors import CorpusError

__all__ = ["Mixture", "MixtureLine", "load_mixture"]

#: Above this many repeats a real row is learnt by heart.
REPEATS_WARNED = 8.0
#: Above this share one source decides what is learnt.
SHARE_WARNED = 0.40
#: Readers whose countries share by the square root of their rows; others are drawn as one heap.
_BY_COUNTRY = frozenset({"streets", "localities", *FORMATS})


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

    def source_shares(self) -> dict[str, float]:
        """The chance of each source, in the order of the recipe."""
        shares: dict[str, float] = {}
        for stratum in self.strata:
            shares[stratum.source] = shares.get(stratum.source, 0.0) + stratum.share
        return shares

    def warnings(self, rows: int) -> list[str]:
        """Sources that take too much of the mixture, or whose real rows come too often.

        Rows that are kept as written repeat word by word; composed ones come out different.
        """
        heavy = [
            f"{name} is {share:.0%} of the draws (over {SHARE_WARNED:.0%}); lower its weight"
            for name, share in self.source_shares().items()
            if share > SHARE_WARNED
        ]
        return heavy + [
            f"{line.source} {line.country}: each real row will be drawn {line.repeats:.1f} times "
            f"(over {REPEATS_WARNED:g}); lower the source's weight"
            for line, stratum in zip(self.table(rows), self.strata, strict=True)
            if isinstance(stratum.pool, RowStore) and line.repeats > REPEATS_WARNED
        ]


def load_mixture(recipe: CorpusRecipe, data_dir: Path, *, workers: int = 1) -> Mixture:
    """Every source that is drawn from, keeping the rows of the recipe's split.

    Sources that were read before come from the cache (see `cache`): under a second for the whole
    world in place of more than a minute.

    A source that has nothing to be held out by (lines without an address) gives all its rows to
    the training split; a validation corpus goes without it.

    Args:
        recipe: whose sources are wanted.
        data_dir: the data folder.
        workers: processes that read what is not in the cache.

    Raises:
        CorpusError: a source has no rows to train on, a file is missing, or has more bad rows
            than the limit.
    """
    reader = SourceReader(recipe, data_dir, cache=cache_directory())
    faults = Faults()
    pools: dict[str, Mapping[str, Pool]] = {}
    for name, found in _read_all(reader, workers).items():
        pools[name] = found.pools
        faults.merge(found.faults)
        if not found.pools and recipe.split == "train":
            faults.check(recipe.fault_limit)  # says more, where that is why
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


def _read_all(reader: SourceReader, workers: int) -> dict[str, ReadSource]:
    """All sources in the recipe's order, from the cache or from their files."""
    names = [name for name, source in reader.recipe.sources.items() if source.drawn]
    found = {name: reader.open(name) for name in names}
    missing = [name for name in names if found[name] is None]
    if workers > 1 and len(missing) > 1 and reader.cache is not None:
        context = multiprocessing.get_context("fork")
        with context.Pool(min(workers, len(missing))) as pool:
            pool.map(_Keeping(reader), missing, chunksize=1)
        found.update({name: reader.open(name) for name in missing})
    return {name: found[name] or reader.read(name) for name in names}


class _Keeping:
    """Reads a source in a process of its own; what comes back is in the cache alone."""

    def __init__(self, reader: SourceReader) -> None:
        self.reader = reader

    def __call__(self, name: str) -> None:
        self.reader.read(name)


def _strata(
    name: str, source: SourceRecipe, pools: Mapping[str, Pool], total: float
) -> list[Stratum]:
    """One stratum a country; `total` is the sum of all sources' weights."""
    if source.countries or source.reader in _BY_COUNTRY:
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
