"""The sampling law: which record row `n` of a corpus is made from.

A source's weight is the chance of drawing from it, whatever its size. Row `n` depends on the
seed and on `n` alone, so a corpus is the same with one worker or eight, and any row of it can be
made again.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import sqrt

from postwright.corpus.store import Pool

__all__ = ["Sampler", "Stratum", "country_shares", "mix", "row_random"]

_MASK = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Stratum:
    """The records of one source and country, and the chance of drawing from them."""

    source: str
    country: str
    share: float
    pool: Pool


def mix(seed: int, number: int) -> int:
    """64 well-mixed bits of two numbers (the finalizer of SplitMix64, Steele et al. 2014).

    >>> mix(1, 0) == mix(1, 0), mix(1, 0) == mix(0, 1)
    (True, False)
    """
    value = (seed * 0xD1B54A32D192ED03 + (number + 1) * 0x9E3779B97F4A7C15) & _MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _MASK
    return value ^ (value >> 31)


def row_random(seed: int, number: int) -> random.Random:
    """The random numbers of row `number`: all that decides about it; about 6 µs."""
    return random.Random(mix(seed, number))


def country_shares(sizes: Mapping[str, int], percent: Mapping[str, float]) -> dict[str, float]:
    """Shares of a source's countries, adding up to 1.

    A country with a stated percentage gets it; the others share the rest by the square root of
    their rows. Countries without rows get nothing, and what they leave is spread over all.

    >>> country_shares({"US": 400, "FR": 900, "DE": 100}, {"US": 60})
    {'US': 0.6, 'FR': 0.3, 'DE': 0.1}
    """
    stated = {code: percent[code] / 100 for code, size in sizes.items() if size and code in percent}
    roots = {code: sqrt(size) for code, size in sizes.items() if size and code not in percent}
    left = max(0.0, 1.0 - sum(percent.values()) / 100)
    scale = left / sum(roots.values()) if roots else 0.0
    shares = {**stated, **{code: root * scale for code, root in roots.items()}}
    total = sum(shares.values())
    return {code: round(share / total, 12) for code, share in shares.items()}


class Sampler:
    """Draws a stratum and a record of it for each row number."""

    def __init__(self, strata: Sequence[Stratum]) -> None:
        self.strata = tuple(stratum for stratum in strata if stratum.share > 0)
        self._bounds = list(accumulate(stratum.share for stratum in self.strata))

    def draw(self, rng: random.Random) -> tuple[Stratum, int]:
        """A stratum by its share, and the position of one of its records."""
        at = bisect_right(self._bounds, rng.random() * self._bounds[-1])
        stratum = self.strata[min(at, len(self.strata) - 1)]
        return stratum, rng.randrange(len(stratum.pool))
