"""One table: throughput and latency of ``parse`` and ``parse_batch`` beside ``usaddress``.

Run as ``python benchmarks/speed.py [--model DIR] [--data DIR] [--rows N] [--rounds N]`` on a quiet
machine: the load average stands in the table, and a figure taken under load is worth nothing. The
parsers take turns, and every figure is the median of the rounds. What each stage takes is a second
table, from `Parse.stages`; start and memory are those of fresh processes that hold one parser of
ours and nothing else.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import os
import platform
import random
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import usaddress

from postwright.corpus.recipe import data_directory
from postwright.decoder import Parse
from postwright.parser import Parser

#: Texts whose single-address latency is taken in each round.
LATENCY_ROWS = 300

#: Parses the lines of its input and keeps the results; the high-water mark is Linux's own, for
#: what `getrusage` says of a child counts its parent in.
PEAK_MEMORY = """
import sys
from postwright import Parser
model, threads = sys.argv[1] or None, int(sys.argv[2])
texts = sys.stdin.read().split("\\0")
parses = Parser.load(model, threads=threads).parse_batch(texts)
status = open("/proc/self/status").read()
print(status.split("VmHWM:")[1].split()[0])
"""

COLD_START = "import postwright; postwright.parse('350 5th Ave, New York, NY 10118')"


def main() -> None:
    """Print the table."""
    arguments = _arguments()
    texts = _texts(arguments.data or data_directory(), arguments.rows)
    contenders = _contenders(arguments.model)
    rates, latencies = _measure(contenders, texts, arguments.rounds)
    loads = ", ".join(f"{load:.2f}" for load in os.getloadavg())
    print(
        f"{len(texts)} US polling places as written, {arguments.rounds} rounds, medians; "
        f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, "
        f"load average {loads}"
    )
    print(f"{'parser':<38} {'addresses/s':>11}  {'p50 ms':>7}  {'p95 ms':>7}")
    for name in contenders:
        delays = latencies.get(name)
        shown = f"  {delays[0]:>7.2f}  {delays[1]:>7.2f}" if delays else f"  {'-':>7}  {'-':>7}"
        print(f"{name:<38} {rates[name]:>11,.0f}{shown}")
    print(_stage_table(arguments.model, texts))
    print(f"import, load and first parse, a fresh process: {_cold_start(arguments.model):.2f} s")
    for threads in (1, 2):
        peak = _peak_memory(arguments.model, texts, threads)
        print(f"peak memory, a fresh process, {threads} threads, all results kept: {peak:.0f} MB")


def _arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--model", type=Path, help="model directory (default: the shipped model)")
    parser.add_argument("--data", type=Path, help="data folder (default: POSTWRIGHT_DATA)")
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


def _texts(data: Path, rows: int) -> list[str]:
    """Real addresses as people wrote them, all different, drawn from the whole file."""
    path = data / "rows" / "us-polling-places.tsv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        written = {row["raw"] for row in csv.DictReader(lines, delimiter="\t") if row["raw"]}
    return random.Random(1).sample(sorted(written), min(rows, len(written)))


def _contenders(model: Path | None) -> dict[str, Callable[[list[str]], object]]:
    """Name → a function that parses a list of texts."""
    one, two = Parser.load(model), Parser.load(model, threads=2)
    return {
        "postwright, parse": lambda texts: [one.parse(text) for text in texts],
        "postwright, parse_batch": one.parse_batch,
        "postwright, parse_batch, spans read": lambda texts: _read(one.parse_batch(texts)),
        "postwright, parse_batch, 2 threads": two.parse_batch,
        "postwright, 2 threads, spans read": lambda texts: _read(two.parse_batch(texts)),
        f"usaddress {version('usaddress')}, parse": lambda texts: [
            usaddress.parse(text) for text in texts
        ],
    }


def _read(parses: list[Parse]) -> int:
    """Ask every parse for its spans, which are made then; `usaddress` makes its pairs at once."""
    return sum(len(parse.spans) for parse in parses)


def _stage_table(model: Path | None, texts: list[str]) -> str:
    """Microseconds of each stage a row, of one thread that parses all texts."""
    seconds = Counter[str]()
    for parse in Parser.load(model).parse_batch(texts):
        for each in parse.stages:
            seconds[each.stage] += each.seconds
    cells = (f"{name} {1e6 * spent / len(texts):.1f}" for name, spent in seconds.items())
    return "µs a row, by stage: " + ", ".join(cells)


def _measure(
    contenders: dict[str, Callable[[list[str]], object]], texts: list[str], rounds: int
) -> tuple[dict[str, float], dict[str, tuple[float, float]]]:
    """Addresses a second of each, and (p50, p95) in ms of those that take single texts."""
    rates: dict[str, list[float]] = {name: [] for name in contenders}
    delays: dict[str, list[float]] = {name: [] for name in contenders if name.endswith("parse")}
    for parse in contenders.values():
        parse(texts[:500])  # warm-up
    for _ in range(rounds):
        for name, parse in contenders.items():
            rates[name].append(len(texts) / _seconds(parse, texts))
            if name in delays:
                delays[name] += [_seconds(parse, [text]) for text in texts[:LATENCY_ROWS]]
    return (
        {name: statistics.median(values) for name, values in rates.items()},
        {name: _percentiles(values) for name, values in delays.items()},
    )


def _seconds(parse: Callable[[list[str]], object], texts: list[str]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    parse(texts)
    return time.perf_counter() - began


def _percentiles(seconds: list[float]) -> tuple[float, float]:
    """The median and the 95th percentile in milliseconds."""
    cuts = statistics.quantiles(seconds, n=100)
    return 1000 * cuts[49], 1000 * cuts[94]


def _cold_start(model: Path | None) -> float:
    """Median seconds of three fresh processes that import, load and parse once."""
    code = COLD_START
    if model is not None:
        code = f"import postwright; postwright.Parser.load({str(model)!r}).parse('5 Elm St')"
    seconds = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds)


def _peak_memory(model: Path | None, texts: list[str], threads: int) -> float:
    """MB that a process which does nothing but parse the texts takes at most."""
    command = [sys.executable, "-c", PEAK_MEMORY, "" if model is None else str(model), str(threads)]
    found = subprocess.run(
        command, input="\0".join(texts), check=True, capture_output=True, encoding="utf-8"
    )
    return int(found.stdout) / 1024


if __name__ == "__main__":
    main()
