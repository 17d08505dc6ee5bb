"""Row numbers become labelled rows: draw a record, complete it, compose it, or hold it back."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from postwright.corpus.compose import Composer, Lexicon
from postwright.corpus.exclusion import HeldOut, SplitFilter
from postwright.corpus.mixture import Mixture, load_mixture
from postwright.corpus.recipe import CorpusRecipe
from postwright.corpus.records import Components, Row
from postwright.corpus.rewriting import rewrite, split_values
from postwright.corpus.sampling import Sampler, row_random
from postwright.corpus.store import ComponentStore, Pool
from postwright.text import MAX_WORDS, segment

__all__ = ["Composing", "RowMaker", "load_maker"]

#: Venue names given to the composer for each country, at most.
_VENUES = 20_000
#: What is given a town where it has none: streets, and French zones among the streets.
_PLACED = frozenset({"street", "dependent_locality"})
#: Written forms that may put another town in the place of the record's.
_EXCHANGED = frozenset({"city_exchanged", "large_city", "romanised"})


class Composing(Protocol):
    """What writes components as a labelled row."""

    def compose(self, components: Components, rng: random.Random) -> Row:
        """Write one address, `rng` the only source of chance."""
        ...


class RowMaker:
    """Makes row `n` of a corpus, the same in every process."""

    def __init__(
        self, recipe: CorpusRecipe, mixture: Mixture, composer: Composing, held_out: HeldOut
    ) -> None:
        self.recipe, self.mixture = recipe, mixture
        self._sampler = Sampler(mixture.strata)
        self._composer, self._held_out = composer, held_out
        self._split = SplitFilter(recipe.split)
        self._places = self._stores("whosonfirst", "geonames_postal", "localities")
        self._streets = self._stores("streets")

    def _stores(self, *readers: str) -> dict[str, Pool]:
        """The component stores of some readers, by country; the last reader that has one counts."""
        return {
            stratum.country: stratum.pool
            for reader in readers
            for stratum in self.mixture.strata
            if self.recipe.sources[stratum.source].reader == reader
        }

    def rows(self, numbers: Iterable[int], dropped: Counter[str]) -> Iterator[Row]:
        """The rows of some numbers; those held back are counted in `dropped` by reason."""
        for _, row in self.numbered_rows(numbers, dropped):
            yield row

    def numbered_rows(
        self, numbers: Iterable[int], dropped: Counter[str]
    ) -> Iterator[tuple[int, Row]]:
        """The same, each with its number."""
        for number in numbers:
            row = self._make(row_random(self.recipe.seed, number))
            reason = row if isinstance(row, str) else self._reason_to_drop(row)
            if reason:
                dropped[reason] += 1
            elif isinstance(row, Row):
                yield number, row

    def _make(self, rng: random.Random) -> Row | str:
        """A row, or the reason why this draw gives none."""
        stratum, at = self._sampler.draw(rng)
        record = stratum.pool[at]
        if isinstance(record, Row):
            return rewrite(record, self.recipe.sources[stratum.source].recased, rng)
        fields = record.fields
        if "locality" not in fields and stratum.pool is not self._places.get(record.country):
            self._place(record, rng)
        elif "street" not in fields:
            self._borrow_street(record, self.recipe.sources[stratum.source].borrowed_streets, rng)
        if not self._split.keeps(
            record.country, fields.get("locality", ""), fields.get("street", "")
        ):
            return "of another split"
        row = self._composer.compose(record, rng)
        if not _EXCHANGED.isdisjoint(row.forms) and not self._split.keeps_row(row):
            return "of another split"  # the composer may have exchanged the town
        return split_values(row, record) if self.recipe.several_values else row

    def _place(self, record: Components, rng: random.Random) -> None:
        """Give a street without locality some place of its country, with the place's postcode."""
        places = self._places.get(record.country)
        if places is not None and not _PLACED.isdisjoint(record.fields):
            place = places[rng.randrange(len(places))]
            assert isinstance(place, Components)
            own = record.fields
            if "postcode" in place.fields:
                own.pop("postcode", None)
            record.fields = {**place.fields, **own}

    def _borrow_street(self, record: Components, chance: float, rng: random.Random) -> None:
        """Give a place the name of some street of its country."""
        streets = self._streets.get(record.country)
        if streets is not None and rng.random() < chance:
            street = streets[rng.randrange(len(streets))]
            assert isinstance(street, Components)
            if "street" in street.fields:
                record.fields["street"] = street.fields["street"]

    def _reason_to_drop(self, row: Row) -> str:
        """Why a row may not stand in a shard; empty if it may."""
        if self._held_out.holds(row.raw):
            return "on the hold-out list"
        count = len(segment(row.raw)) if len(row.raw) > MAX_WORDS else 1
        if count > MAX_WORDS:
            return f"over {MAX_WORDS} words"
        return "" if row.raw.strip() else "empty"


def load_maker(recipe: CorpusRecipe, data_dir: Path, *, workers: int = 1) -> RowMaker:
    """Read all sources and tables of a recipe.

    For the whole world about 80 s of one core the first time, a few seconds from the cache;
    `workers` processes share the first time.
    """
    held_out = HeldOut(data_dir, recipe.exclude)  # first: a wrong list is said at once
    mixture = load_mixture(recipe, data_dir, workers=workers)
    lexicon = Lexicon.load(data_dir).with_venues(_venues(recipe, mixture))
    composer = Composer(lexicon, recipe.forms, several_values=recipe.several_values)
    return RowMaker(recipe, mixture, composer, held_out)


def _venues(recipe: CorpusRecipe, mixture: Mixture) -> dict[str, list[str]]:
    """Different venue names of each country's rows, at most `_VENUES`, evenly taken."""
    found: dict[str, dict[str, None]] = {}
    for stratum in mixture.strata:
        if recipe.sources[stratum.source].reader != "rows":
            continue
        pool = stratum.pool
        assert isinstance(pool, ComponentStore)
        step = max(1, len(pool) // _VENUES)
        names = found.setdefault(stratum.country, {})
        for at in range(0, len(pool), step):
            venue = pool[at].fields.get("venue")
            if venue:
                names[venue] = None
    return {country: list(names)[:_VENUES] for country, names in found.items() if names}
