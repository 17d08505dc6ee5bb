"""Bootstrap over rows: many sums of redrawn rows at once, and intervals of what is made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from postwright.diagnostics.results import Estimate

__all__ = ["RESAMPLES", "SEED", "Floats", "Integers", "estimate", "mean", "ratio", "resample"]

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
Times = NDArray[np.uint8]

RESAMPLES = 2000
SEED = 20261120

#: Quantiles of the resamples that bound a 95 % interval.
_INTERVAL = (0.025, 0.975)

#: Drawn weights that are summed at once (8 bytes each), and that are kept (1 byte each).
_BLOCK_CELLS, _KEPT_CELLS = 4_000_000, 64_000_000


def resample(
    table: NDArray[np.generic],
    groups: Mapping[str, Integers],
    *,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> dict[str, Floats]:
    """Sums of rows drawn with replacement (Efron 1979), for the rows of each group.

    All rows are drawn together and each group takes the drawn rows that are its own. The draws
    depend on the number of rows, `resamples` and `seed` alone, so two models on the same rows
    are redrawn alike, and their difference can be taken draw by draw.

    Args:
        table: what each row adds, [rows, columns].
        groups: name → indices of its rows.
        resamples: how many times all rows are drawn.
        seed: of the draws.

    Returns:
        Name → sums [resamples, columns].
    """
    rows = len(table)
    # Floats, because only they go through BLAS; sums of counts stay exact far above any here.
    parts = {name: table[members].astype(np.float64) for name, members in groups.items()}
    drawn: dict[str, list[Floats]] = {name: [] for name in groups}
    for counts in _weights(rows, resamples, seed):
        weights = counts.astype(np.float64)
        for name, members in groups.items():
            mine = weights if len(members) == rows else weights[:, members]
            drawn[name].append(mine @ parts[name])
    return {name: np.concatenate(sums) for name, sums in drawn.items()}


def _weights(rows: int, resamples: int, seed: int) -> Iterable[Times]:
    """How often each row is drawn, blocks of [resamples, rows]; every line adds up to `rows`."""
    if rows * resamples <= _KEPT_CELLS:
        return _kept_weights(rows, resamples, seed)
    return _drawn_weights(rows, resamples, seed)


@lru_cache(maxsize=1)
def _kept_weights(rows: int, resamples: int, seed: int) -> tuple[Times, ...]:
    """The same draws serve every figure of a set: drawing takes longer than summing."""
    return tuple(_drawn_weights(rows, resamples, seed))


def _drawn_weights(rows: int, resamples: int, seed: int) -> Iterator[Times]:
    generator = np.random.default_rng(seed)
    block = max(1, _BLOCK_CELLS // rows)
    for first in range(0, resamples, block):
        lines = min(block, resamples - first)
        picks = generator.integers(0, rows, size=(lines, rows))
        picks += np.arange(lines)[:, None] * rows
        counts = np.bincount(picks.ravel(), minlength=lines * rows)
        yield counts.reshape(lines, rows).astype(np.uint8)  # 256 draws of one row never happen


def ratio(part: Floats, base: Floats) -> Floats:
    """A ratio element by element; NaN where there is no base."""
    with np.errstate(divide="ignore", invalid="ignore"):
        quotient: Floats = np.where(base > 0, part / base, np.nan)
    return quotient


def mean(columns: Floats) -> Floats:
    """The mean over the last axis, of the elements that are not NaN; NaN where all are."""
    there = ~np.isnan(columns)
    return ratio(np.where(there, columns, 0.0).sum(axis=-1), there.sum(axis=-1).astype(float))


def estimate(value: float, drawn: Floats) -> Estimate:
    """A figure with the interval of its resamples (percentile method).

    Resamples without any base (NaN) do not count; a figure without base is 0, and where no
    resample has a base the interval is the widest.
    """
    defined = drawn[~np.isnan(drawn)]
    value = 0.0 if np.isnan(value) else float(value)
    if not len(defined):
        return Estimate(value, 0.0, 1.0)
    low, high = np.quantile(defined, _INTERVAL)
    return Estimate(value, float(low), float(high))
