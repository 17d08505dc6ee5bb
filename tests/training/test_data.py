"""The order of the batches, the thread that makes them ahead, and the folding of labels."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest

from postwright.corpus.shards import Shards
from postwright.errors import TrainingError
from postwright.labels import CORE, FULL, fold_to_core
from postwright.training.data import BatchOrder, Prefetched, Reader, label_map

COUNTS = np.random.default_rng(0).integers(1, 30, size=1003)


def order(seed: int = 1, **changes: int) -> BatchOrder:
    """Batches of 10 in windows of 8."""
    sizes = {"batch_size": 10, "window_batches": 8} | changes
    return BatchOrder(COUNTS, seed=seed, **sizes)


def test_an_epoch_holds_no_row_twice_and_leaves_out_less_than_a_batch() -> None:
    """100 batches of 10 of 1,003 rows are 1,000 different rows."""
    rows = np.concatenate([order().rows_of(number) for number in range(100)])
    assert order().batches_per_epoch == 100
    assert len(np.unique(rows)) == len(rows) == 1000


def test_a_batch_is_the_same_whenever_it_is_asked_for() -> None:
    """Seed and number alone decide: nothing that was asked before matters."""
    forwards = [order().rows_of(number).tolist() for number in range(250)]
    one = order()
    backwards = [one.rows_of(number).tolist() for number in reversed(range(250))]
    assert forwards == backwards[::-1]


def test_epochs_and_seeds_differ() -> None:
    """Each epoch and each seed has an order of its own."""
    first = order().rows_of(0).tolist()
    assert first != order().rows_of(100).tolist()
    assert first != order(seed=2).rows_of(0).tolist()


def test_rows_of_a_batch_are_of_like_length() -> None:
    """Sorting within windows leaves little padding, without fixing which lengths come when."""
    batches = [COUNTS[order().rows_of(number)] for number in range(100)]
    padded = sum(batch.max() * len(batch) for batch in batches)
    unsorted = COUNTS[:1000].reshape(100, 10)
    assert padded < 1.15 * sum(batch.sum() for batch in batches)
    assert padded < 0.75 * (unsorted.max(axis=1) * 10).sum()
    means = [batch.mean() for batch in batches]
    assert np.corrcoef(means, np.arange(100))[0, 1] < 0.5


def test_too_few_rows_are_refused() -> None:
    """The message says how many there are and what would help."""
    with pytest.raises(TrainingError, match="1003 rows do not fill a batch of 2000"):
        order(batch_size=2000)


def test_prefetched_items_come_in_order() -> None:
    """Made in a thread, handed over in the order of their numbers."""
    with Prefetched(lambda number: number * number, first=3, last=50, depth=2) as items:
        assert list(items) == [number * number for number in range(3, 50)]


def test_prefetching_stays_within_its_depth() -> None:
    """Items that nobody takes do not pile up."""
    made: list[int] = []
    with Prefetched(lambda number: made.append(number), first=0, last=1000, depth=3):
        time.sleep(0.1)
    assert 3 <= len(made) <= 5


def test_an_error_of_the_thread_is_raised_where_the_item_is_asked_for() -> None:
    """The items before it still arrive."""
    seen = []
    with (
        Prefetched(lambda number: 6 // (3 - number), first=0, last=9) as items,
        pytest.raises(ZeroDivisionError),
    ):
        seen.extend(items)
    assert seen == [2, 3, 6]
    assert not [thread for thread in threading.enumerate() if thread.name == "prefetch"]


def test_leaving_early_ends_the_thread() -> None:
    """No thread is left waiting for room in its queue."""
    with Prefetched(lambda number: number, first=0, last=10**9) as items:
        assert next(iter(items)) == 0
    assert not [thread for thread in threading.enumerate() if thread.name == "prefetch"]


def test_the_label_map_folds_as_fold_to_core_does() -> None:
    """Every label of `full` goes where the folding of spans sends its tag."""
    mapping = label_map(CORE)
    assert mapping[0] == 0
    for tag in FULL.tags:
        kept = [name for _, _, name in fold_to_core([(0, 1, tag)])]
        expected = (CORE.begin(kept[0]), CORE.inside(kept[0])) if kept else (0, 0)
        assert (mapping[FULL.begin(tag)], mapping[FULL.inside(tag)]) == expected


def test_the_full_labels_stay() -> None:
    """For `full` the map is the identity."""
    assert label_map(FULL).tolist() == list(range(len(FULL)))


def test_a_reader_gives_each_row_the_weight_of_its_source(world) -> None:
    """Sources that are not named weigh 1; without weights there are none."""
    shards = Shards.open(world.directory / "train")
    rows = np.array([0, 1, 2, 450])
    reader = Reader(shards, FULL, {"venues": 0.25})
    assert shards.sources == ("registers", "venues")
    assert reader.weights(rows) is not None
    assert reader.weights(rows).tolist() == [0.25, 1.0, 0.25, 0.25]
    assert Reader(shards, FULL).weights(rows) is None
