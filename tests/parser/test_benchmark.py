"""What `benchmark` counts, on the tiny model."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postwright import Parser
from postwright.errors import InputError
from postwright.parser import STAGES
from postwright.parser.benchmark import BATCH_SIZES, Timing, benchmark

TEXTS = ["350 5th Ave, New York, NY 10118", "12a rue de la Paix"]


def test_every_stage_and_size_is_measured(parser: Parser) -> None:
    """The stages of an address are less than the whole of it; all of it is JSON."""
    found = benchmark(parser, TEXTS, runs=3)
    assert (found.addresses, found.runs) == (2, 3)
    assert list(found.stages) == [stage.name for stage in STAGES]
    assert 0 < sum(times.total for times in found.stages.values()) <= found.whole.total
    assert tuple(found.throughput) == BATCH_SIZES
    assert all(rate > 0 for rate in found.throughput.values())
    assert found.memory_mb is None or found.memory_mb > 10
    assert (found.model["name"], found.model["quantization"]) == ("tiny", "int8-static")
    assert {"processor", "cores", "python", "onnxruntime"} <= found.machine.keys()
    assert json.loads(json.dumps(found.to_json()))["runs"] == 3


@given(st.lists(st.floats(0, 10), min_size=1, max_size=300))
def test_ranks_are_values_in_order(seconds: list[float]) -> None:
    """No interpolation: each rank is one of the times, and at most so many lie below it."""
    found = Timing.of(seconds)
    times = sorted(1000 * second for second in seconds)
    ranks = (found.p50, found.p95, found.p99, found.max)
    assert list(ranks) == sorted(ranks)
    assert ranks[-1] == pytest.approx(times[-1], abs=1e-6)
    for share, rank in zip((50, 95, 99), ranks, strict=False):
        assert sum(time <= rank + 1e-6 for time in times) >= share * len(times) / 100
        assert sum(time < rank - 1e-6 for time in times) < share * len(times) / 100
    assert found.total == pytest.approx(sum(times), abs=1e-5)


@pytest.mark.parametrize(("texts", "runs"), [([], 1), (TEXTS, 0)])
def test_nothing_to_measure_is_refused(parser: Parser, texts: list[str], runs: int) -> None:
    """Rather than a division by zero."""
    with pytest.raises(InputError, match="at least one address and one run"):
        benchmark(parser, texts, runs=runs)
