"""The sampling law: weights, countries, and rows that depend on nothing but their number."""

from __future__ import annotations

from collections import Counter

import pytest

from postwright.corpus.sampling import Sampler, Stratum, country_shares, mix, row_random
from postwright.corpus.store import ComponentStore

DRAWS = 20_000


def stratum(source: str, share: float, rows: int) -> Stratum:
    """A stratum of numbered records."""
    fields = [{"street": f"Street {n}"} for n in range(rows)]
    return Stratum(source, "US", share, ComponentStore.of("US", source, fields))


def test_a_source_is_drawn_by_its_weight_and_not_by_its_size() -> None:
    """Three rows with weight 0.7 are drawn more often than 3,000 with 0.3."""
    sampler = Sampler([stratum("small", 0.7, 3), stratum("large", 0.3, 3000)])
    drawn = Counter(sampler.draw(row_random(1, n))[0].source for n in range(DRAWS))
    assert drawn["small"] / DRAWS == pytest.approx(0.7, abs=0.015)


def test_records_of_a_source_are_drawn_evenly() -> None:
    """Each of ten records gets a tenth."""
    sampler = Sampler([stratum("only", 1.0, 10)])
    drawn = Counter(sampler.draw(row_random(1, n))[1] for n in range(DRAWS))
    assert sorted(drawn) == list(range(10))
    assert min(drawn.values()) > 0.08 * DRAWS


def test_a_source_without_weight_is_never_drawn() -> None:
    """Not even at the edge of the random numbers."""
    sampler = Sampler([stratum("on", 1.0, 3), stratum("off", 0.0, 3)])
    assert {sampler.draw(row_random(2, n))[0].source for n in range(2000)} == {"on"}


def test_the_random_numbers_of_a_row_depend_on_seed_and_number() -> None:
    """The same row again, another row with another number or seed."""
    first = row_random(1, 5).random()
    assert row_random(1, 5).random() == first
    assert len({first, row_random(1, 6).random(), row_random(2, 5).random()}) == 3


def test_mixed_numbers_do_not_collide() -> None:
    """64 bits of neighbouring numbers are all different."""
    assert len({mix(seed, n) for seed in range(20) for n in range(2000)}) == 40_000


def test_stated_countries_get_their_percent_and_others_the_square_root() -> None:
    """Small countries are not drowned by large ones."""
    shares = country_shares({"US": 9, "PT": 10_000, "MT": 100}, {"US": 45})
    assert shares["US"] == pytest.approx(0.45)
    assert shares["PT"] == pytest.approx(10 * shares["MT"])
    assert sum(shares.values()) == pytest.approx(1)


def test_the_share_of_a_country_without_rows_goes_to_the_others() -> None:
    """Shares add up to one whatever is missing."""
    shares = country_shares({"US": 5, "FR": 0}, {"US": 30, "FR": 70})
    assert shares == {"US": 1.0}
