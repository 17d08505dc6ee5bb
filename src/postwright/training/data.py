"""Batches: rows of like length together, in an order that seed and step alone decide."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from postwright.corpus.shards import Shards
from postwright.errors import TrainingError
from postwright.labels import FULL, LabelSet
from postwright.text import Batch

__all__ = ["BatchOrder", "NotYet", "Prefetched", "Reader", "Rows", "label_map"]

Rows = NDArray[np.int64]
T = TypeVar("T")
POLL_SECONDS = 1.0


class NotYet(Exception):
    """What was asked for is not written yet; its words say what is waited for."""


class Reader:
    """Rows of shards as a training run reads them: labels folded, each row with its weight.

    Args:
        shards: opened shards; they speak the full label set.
        label_set: the labels that the run is trained on.
        source_weights: weight of the rows of a source; 1 for a source that is not named.
        countries: names whose places in this list are the rows' country ids; none: no ids.

    Raises:
        TrainingError: a weight for a source that the shards do not hold.
    """

    def __init__(
        self,
        shards: Shards,
        label_set: LabelSet,
        source_weights: Mapping[str, float] | None = None,
        countries: Sequence[str] = (),
    ) -> None:
        unknown = sorted(set(source_weights or ()) - set(shards.sources))
        if unknown:
            known = ", ".join(sorted(shards.sources))
            raise TrainingError(f"loss.source_weights: no source {unknown[0]!r}; there are {known}")
        self.rows = shards.rows
        self._shards = shards
        self._map = label_map(label_set)
        self._weights = None
        if source_weights:
            table = [source_weights.get(name, 1.0) for name in shards.sources]
            self._weights = np.array(table, dtype=np.float32)[shards.source_ids()]  # [rows]
        self.country_names = tuple(countries)
        self._countries = None
        if countries:
            place = {name: at for at, name in enumerate(countries)}
            ids = np.array([place.get(name, -1) for name in shards.countries], dtype=np.int16)
            self._countries = ids[shards.country_ids()]  # [rows]

    def word_counts(self) -> NDArray[np.integer]:
        """Words of every row, [rows]."""
        return self._shards.word_counts()

    def facts(self) -> dict[str, Any]:
        """What tells these rows from others, for checkpoints."""
        return {"corpus_rows": self.rows}

    def refuse_other(self, saved: Mapping[str, Any]) -> None:
        """Raise `TrainingError` unless these rows are those whose facts were ``saved``."""
        if saved["corpus_rows"] != self.rows:
            raise TrainingError(
                f"the run was begun with {saved['corpus_rows']:,} rows, now there are "
                f"{self.rows:,}: give it the old rows, or start another run with --fresh"
            )

    def read(self, rows: Rows) -> tuple[Batch, Rows]:
        """Arrays and labels [batch, words] of the given rows [batch]."""
        batch, labels = self._shards.batch(rows)
        return batch, self._map[labels]

    def weights(self, rows: Rows) -> NDArray[np.float32] | None:
        """The weight of each of the given rows [batch]; None where all weigh the same."""
        return None if self._weights is None else self._weights[rows]

    def countries(self, rows: Rows) -> Rows | None:
        """The country id of each of the given rows [batch], -1 where it is unknown."""
        return None if self._countries is None else self._countries[rows].astype(np.int64)


class BatchOrder:
    """Which rows make up batch ``number``, for ever: epoch after epoch, each in its own order.

    An epoch is a permutation of the rows, cut into windows of ``window_batches`` batches; within
    a window the rows are sorted by length, cut into batches, and the batches shuffled. So a
    batch holds rows of like length (little padding) and a window still holds all lengths. The
    rows that do not fill an epoch's last batch are left out, other ones each epoch.

    >>> order = BatchOrder(np.array([3, 9, 3, 9]), batch_size=2, window_batches=2, seed=1)
    >>> sorted(sorted(order.rows_of(number).tolist()) for number in (0, 1))
    [[0, 2], [1, 3]]

    Raises:
        TrainingError: fewer rows than one batch needs.
    """

    def __init__(
        self,
        word_counts: NDArray[np.integer],
        *,
        batch_size: int,
        window_batches: int,
        seed: int,
    ) -> None:
        self.batches_per_epoch = len(word_counts) // batch_size
        if not self.batches_per_epoch:
            raise TrainingError(
                f"{len(word_counts)} rows do not fill a batch of {batch_size}: "
                "build a larger corpus or lower train.batch_size"
            )
        self._word_counts = word_counts
        self._batch_size = batch_size
        self._window_batches = window_batches
        self._seed = seed
        self._permutation = lru_cache(maxsize=1)(self._permute)
        self._window = lru_cache(maxsize=1)(self._cut_window)

    def rows_of(self, number: int) -> Rows:
        """The row numbers [batch] of batch ``number``; about 0.2 s where an epoch begins."""
        epoch, batch = divmod(number, self.batches_per_epoch)
        window, position = divmod(batch, self._window_batches)
        rows: Rows = self._window(epoch, window)[position]
        return rows

    def words_of(self, rows: Rows) -> int:
        """How many words the given rows have in all."""
        return int(self._word_counts[rows].sum())

    def _permute(self, epoch: int) -> Rows:
        return np.random.default_rng((self._seed, epoch)).permutation(len(self._word_counts))

    def _cut_window(self, epoch: int, window: int) -> Rows:
        """The batches of one window, [batches, batch]."""
        first = window * self._window_batches
        last = min(first + self._window_batches, self.batches_per_epoch)
        rows = self._permutation(epoch)[first * self._batch_size : last * self._batch_size]
        by_length = rows[np.argsort(self._word_counts[rows], kind="stable")]
        batches = by_length.reshape(-1, self._batch_size)
        generator = np.random.default_rng((self._seed, epoch, window))
        shuffled: Rows = batches[generator.permutation(len(batches))]
        return shuffled


class Prefetched(Generic[T]):
    """Makes items ahead of their use in one background thread, in order.

    Use it as a context: leaving it ends the thread. What ``make`` raises is raised where the
    item is asked for.
    """

    def __init__(
        self,
        make: Callable[[int], T],
        *,
        first: int,
        last: int,
        depth: int = 4,
        patience: float = 0.0,
        on_wait: Callable[[str], None] = lambda words: None,
    ) -> None:
        """Make ``make(first)``, …, ``make(last - 1)``.

        Args:
            make: makes an item; where it raises `NotYet` it is asked again.
            first: the number of the first item.
            last: the number after that of the last one.
            depth: how many are made ahead.
            patience: seconds to wait for an item that is not there yet.
            on_wait: is told once, in the background thread, what an item waits for.
        """
        self._make = make
        self._numbers = range(first, last)
        self._patience = patience
        self._on_wait = on_wait
        self._items: queue.Queue[T | BaseException] = queue.Queue(maxsize=depth)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="prefetch", daemon=True)

    def __enter__(self) -> Prefetched[T]:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        while self._thread.is_alive():
            self._drain()
            self._thread.join(timeout=0.05)

    def __iter__(self) -> Iterator[T]:
        for _ in self._numbers:
            item = self._items.get()
            if isinstance(item, BaseException):
                raise item
            yield item

    def _run(self) -> None:
        for number in self._numbers:
            try:
                item = self._wait_for(number)
            except BaseException as error:  # handed to the consumer, whatever it is
                self._items.put(error)
                return
            if self._stop.is_set():
                return
            self._items.put(item)

    def _wait_for(self, number: int) -> T:
        """Make an item, as soon as it can be made and within the patience."""
        began = time.monotonic()
        said = False
        while True:
            try:
                return self._make(number)
            except NotYet as reason:
                if self._stop.is_set() or time.monotonic() - began >= self._patience:
                    raise TrainingError(f"{reason}; waited {self._patience:.0f} s for it") from None
                if not said:
                    self._on_wait(str(reason))
                    said = True
            self._stop.wait(POLL_SECONDS)

    def _drain(self) -> None:
        """Empty the queue, so that a thread that waits for room can see the stop."""
        while True:
            try:
                self._items.get_nowait()
            except queue.Empty:
                return


def label_map(label_set: LabelSet) -> NDArray[np.int64]:
    """For each id of the full label set, the id in ``label_set`` (``O`` where it has none).

    >>> from postwright.labels import CORE
    >>> mapping = label_map(CORE)
    >>> int(mapping[FULL.begin("cross_street")]) == CORE.begin("street")
    True
    """
    renamed = {"cross_street": "street"}
    mapping = np.zeros(len(FULL), dtype=np.int64)  # [labels of full]
    for tag in FULL.tags:
        kept = tag if tag in label_set.tags else renamed.get(tag, "")
        if kept in label_set.tags:
            mapping[FULL.begin(tag)] = label_set.begin(kept)
            mapping[FULL.inside(tag)] = label_set.inside(kept)
    return mapping
