"""How long a parser takes for some addresses: each stage, the whole, and batches."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from itertools import cycle, islice
from math import ceil
from pathlib import Path
from time import perf_counter
from typing import Any

from postwright.bundle import read_bundle
from postwright.errors import InputError
from postwright.parser.api import Parser

__all__ = ["BATCH_SIZES", "Benchmark", "Timing", "benchmark"]

#: Rows of the batches whose throughput is measured.
BATCH_SIZES = (1, 16, 64)

#: Passes over the addresses before the clock counts.
_WARM_UPS = 3


@dataclass(frozen=True)
class Timing:
    """Times of one thing that was done many times, in milliseconds."""

    p50: float
    p95: float
    p99: float
    max: float
    total: float

    @classmethod
    def of(cls, seconds: Iterable[float]) -> Timing:
        """Sum up times in seconds (nearest rank).

        >>> Timing.of([0.001] * 98 + [0.002, 0.005])
        Timing(p50=1.0, p95=1.0, p99=2.0, max=5.0, total=105.0)
        """
        times = sorted(1000 * second for second in seconds)
        cuts = [times[ceil(share * len(times) / 100) - 1] for share in (50, 95, 99, 100)]
        return cls(*(round(value, 6) for value in [*cuts, sum(times)]))


@dataclass(frozen=True)
class Benchmark:
    """What was measured.

    Attributes:
        addresses: how many different texts were given.
        runs: how often each was timed.
        stages: name of a stage → its times for one address alone.
        whole: the times of `Parser.parse`.
        throughput: rows of a batch → addresses a second.
        memory_mb: the most memory that the process has held, or None where it is not known.
        model: name, path and quantisation of the model.
        machine: processor, cores, load, and the versions that matter.
    """

    addresses: int
    runs: int
    stages: dict[str, Timing]
    whole: Timing
    throughput: dict[int, float]
    memory_mb: float | None
    model: dict[str, str]
    machine: dict[str, str]

    def to_json(self) -> dict[str, Any]:
        """The same as plain data."""
        return asdict(self)


def benchmark(parser: Parser, texts: Sequence[str], *, runs: int) -> Benchmark:
    """Time a parser after a warm-up.

    Args:
        parser: is measured as it is: stages, threads and thresholds included.
        texts: addresses; batches are filled with them in turn.
        runs: how often each address is parsed alone, and how many batches of each size.

    Raises:
        InputError: there is no text, or no run.
    """
    if not texts or runs < 1:
        raise InputError("a benchmark needs at least one address and one run")
    for _ in range(_WARM_UPS):
        parser.parse_batch(islice(cycle(texts), max(BATCH_SIZES)))
        parser.parse(texts[0])
    stages: dict[str, list[float]] = {stage.name: [] for stage in parser.stages}
    whole = []
    for text in islice(cycle(texts), runs * len(texts)):
        began = perf_counter()
        parse = parser.parse(text)
        whole.append(perf_counter() - began)
        for each in parse.stages:
            stages[each.stage].append(each.seconds)
    return Benchmark(
        addresses=len(texts),
        runs=runs,
        stages={name: Timing.of(times) for name, times in stages.items() if times},
        whole=Timing.of(whole),
        throughput={size: _rows_a_second(parser, texts, size, runs) for size in BATCH_SIZES},
        memory_mb=_peak_memory(),
        model=_describe_model(parser),
        machine=_describe_machine(),
    )


def _rows_a_second(parser: Parser, texts: Sequence[str], size: int, runs: int) -> float:
    """Addresses a second in batches of some size, results in hand but their spans not read."""
    batches = _batches(texts, size)
    seconds = 0.0
    for batch in islice(batches, runs):
        began = perf_counter()
        parser.parse_batch(batch)
        seconds += perf_counter() - began
    return round(size * runs / seconds, 1)


def _batches(texts: Sequence[str], size: int) -> Iterator[list[str]]:
    """Batches without end, the texts in turn."""
    rows = cycle(texts)
    while True:
        yield list(islice(rows, size))


def _peak_memory() -> float | None:
    """Megabytes, or None where the system does not say."""
    try:
        import resource
    except ImportError:  # there is no such module on Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1 << 20 if sys.platform == "darwin" else 1 << 10), 1)


def _describe_model(parser: Parser) -> dict[str, str]:
    bundle = read_bundle(parser.model_path, verify=False)
    manifest = bundle.manifest
    return {"name": manifest.name, "path": str(bundle.path), "quantization": manifest.quantization}


def _describe_machine() -> dict[str, str]:
    facts = {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "onnxruntime": version("onnxruntime"),
        "numpy": version("numpy"),
    }
    if hasattr(os, "getloadavg"):
        facts["load"] = ", ".join(f"{load:.2f}" for load in os.getloadavg())
    return facts


def _processor() -> str:
    """The name of the processor as far as the system tells it."""
    table = Path("/proc/cpuinfo")
    if table.is_file():
        for line in table.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
