"""Rows in the order in which they stand, from shards that may still be written while they are read.

The rows of a corpus are independent draws, so their own order is as good as a shuffled one, and a
batch needs no row beyond its window.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from postwright.corpus.shards import Shards
from postwright.errors import CorpusError, TrainingError
from postwright.text import Batch
from postwright.training.data import NotYet, Reader, Rows

__all__ = ["RollingRows", "SequentialOrder", "written_shards"]

Counts = NDArray[np.integer]


def written_shards(directory: Path) -> int:
    """How many shards of a folder can be read: those from the first one on without a gap.

    Several processes write shards, so that a later one may be there before an earlier one.
    """
    return next(n for n in count() if not (directory / f"shard-{n:05d}" / "shard.json").exists())


class RollingRows:
    """The rows of a folder to which shards are appended; it is a `Reader` that grows.

    Which countries there are is read off the first shard, so that shards to come change nothing.

    Args:
        directory: holds ``shard-00000`` and so on.
        reader: makes the reader of the shards that are there.

    Raises:
        CorpusError: there is no first shard.
    """

    def __init__(self, directory: Path, reader: Callable[[Shards], Reader]) -> None:
        self._directory = directory
        self._make = reader
        self._digests: list[list[Any]] = []
        if not written_shards(directory):
            raise CorpusError(f"{directory}: holds no shard-00000 to begin with")
        self._grow()

    def _grow(self) -> None:
        """Open the shards that are there now."""
        shards = Shards.open(self._directory, first=written_shards(self._directory))
        self._digests += [
            [path.name, hashlib.sha256((path / "shard.json").read_bytes()).hexdigest()]
            for path in shards.paths[len(self._digests) :]
        ]
        self._word_counts = shards.word_counts()
        self._reader = self._make(shards)

    @property
    def rows(self) -> int:
        """Rows that were there when last looked for."""
        return self._reader.rows

    @property
    def country_names(self) -> tuple[str, ...]:
        """The countries that rows have an id of."""
        return self._reader.country_names

    def word_counts(self) -> Counts:
        """Words of every row that is there, [rows]."""
        return self._word_counts

    def counts(self, first: int, last: int) -> Counts:
        """Words of the rows from ``first`` to ``last``; raises `NotYet` if they are not written."""
        if last > self.rows:
            self._grow()
        if last > self.rows:
            raise NotYet(
                f"row {last - 1:,} is not written: {self._directory} holds {self.rows:,} rows in "
                f"{len(self._digests)} shards"
            )
        return self._word_counts[first:last]

    def read(self, rows: Rows) -> tuple[Batch, Rows]:
        """Arrays and labels [batch, words] of the given rows [batch]."""
        return self._reader.read(rows)

    def weights(self, rows: Rows) -> NDArray[np.float32] | None:
        """The weight of each of the given rows [batch]; None where all weigh the same."""
        return self._reader.weights(rows)

    def countries(self, rows: Rows) -> Rows | None:
        """The country id of each of the given rows [batch], -1 where it is unknown."""
        return self._reader.countries(rows)

    def facts(self) -> dict[str, Any]:
        """What tells these rows from others: rows so far, name and SHA-256 of every manifest."""
        return {"corpus_rows": self.rows, "shards": list(self._digests)}

    def refuse_other(self, saved: Mapping[str, Any]) -> None:
        """Raise `TrainingError` unless the shards of the ``saved`` facts stand here unchanged."""
        for then, now in zip(saved["shards"], self._digests, strict=False):
            if then != now:
                raise TrainingError(
                    f"{self._directory / now[0]} is not the shard that the run was begun with: "
                    "put it back, or start another run with --fresh"
                )
        if len(saved["shards"]) > len(self._digests):
            raise TrainingError(
                f"{self._directory} holds {len(self._digests)} shards, the run was begun with "
                f"{len(saved['shards'])}: put them back, or start another run with --fresh"
            )


class SequentialOrder:
    """Which rows make up batch ``number``: the rows in their order, window by window.

    A window is ``window_batches`` batches of consecutive rows; within it the rows are sorted by
    length, cut into batches, and the batches shuffled, as `BatchOrder` does. After ``batches``
    batches the first row comes again, and the batches of its window in another order.

    >>> order = SequentialOrder(
    ...     lambda first, last: np.array([3, 9, 3, 9])[first:last],
    ...     batches=2, batch_size=2, window_batches=2, seed=1,
    ... )
    >>> sorted(sorted(order.rows_of(number).tolist()) for number in (0, 1))
    [[0, 2], [1, 3]]

    Args:
        counts: words of the rows from one to another, half open; may raise `NotYet`.
        batches: after so many the rows begin anew; the last window may be shorter.
        batch_size: rows of a batch.
        window_batches: batches of a window.
        seed: of the order within a window.
    """

    def __init__(
        self,
        counts: Callable[[int, int], Counts],
        *,
        batches: int,
        batch_size: int,
        window_batches: int,
        seed: int,
    ) -> None:
        if not batches:
            raise TrainingError(
                f"the rows do not fill a batch of {batch_size}: build a larger corpus or lower "
                "train.batch_size"
            )
        self._counts = counts
        self._batches = batches
        self._batch_size = batch_size
        self._window_batches = window_batches
        self._seed = seed
        self._window = lru_cache(maxsize=1)(self._cut_window)

    def rows_of(self, number: int) -> Rows:
        """The row numbers [batch] of batch ``number``; raises `NotYet` before they are written."""
        epoch, batch = divmod(number, self._batches)
        window, position = divmod(batch, self._window_batches)
        rows: Rows = self._window(epoch, window)[position]
        return rows

    def words_of(self, rows: Rows) -> int:
        """How many words the given rows have in all."""
        first = int(rows.min())
        return int(self._counts(first, int(rows.max()) + 1)[rows - first].sum())

    def _cut_window(self, epoch: int, window: int) -> Rows:
        """The batches of one window, [batches, batch]."""
        first = window * self._window_batches * self._batch_size
        size = min(self._window_batches, self._batches - window * self._window_batches)
        counts = self._counts(first, first + size * self._batch_size)
        by_length = first + np.argsort(counts, kind="stable")
        batches = by_length.reshape(size, self._batch_size)
        generator = np.random.default_rng((self._seed, epoch, window))
        shuffled: Rows = batches[generator.permutation(size)]
        return shuffled
