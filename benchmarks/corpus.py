"""One table: rows a second and memory of `postwright corpus build` with one worker and more.

Run as ``python benchmarks/corpus.py [RECIPE] [--workers 1,2] [--rows N] [--rounds N]`` on a quiet
machine: the load average stands in the table, and a figure taken under load is worth nothing. A
row is drawn, composed, labelled, encoded and written. All sources of the recipe are open; reading
them is timed apart, and is much slower the first time.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import tempfile
import time
from dataclasses import replace
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path

from postwright.corpus.build import write_shards
from postwright.corpus.maker import RowMaker, load_maker
from postwright.corpus.recipe import data_directory, load_recipe

#: Seconds between two looks at the workers' memory.
SAMPLED_EVERY = 0.25
#: What a worker shall make, rows a second on one quiet core, and hold at most, MB.
BUDGET_ROWS, BUDGET_MB = 10_000, 1_500
#: What is read of ``/proc/PID/smaps_rollup``.
MEASURES = ("Pss", "Rss")


def main() -> None:
    """Print the table."""
    arguments = _arguments()
    pipe, other_end = Pipe()
    # Forked before anything is read, so that the workers' memory is not shared with it.
    watcher = get_context("fork").Process(target=_watch, args=(os.getpid(), other_end))
    watcher.start()
    try:
        _print_table(arguments, pipe)
    finally:
        pipe.send(None)
        watcher.join()


def _print_table(arguments: argparse.Namespace, pipe: Connection) -> None:
    """Open the sources, build with each number of workers, print."""
    recipe = load_recipe(arguments.recipe, (f'tokenizer="{arguments.tokenizer}"',))
    began = time.perf_counter()
    maker = load_maker(recipe, arguments.data or data_directory())
    seconds = time.perf_counter() - began
    sources = len({stratum.source for stratum in maker.mixture.strata})
    loads = ", ".join(f"{load:.2f}" for load in os.getloadavg())
    print(
        f"{arguments.recipe.name}: {sources} sources open after {seconds:.1f} s; "
        f"{arguments.rows:,} rows a worker, {arguments.rounds} rounds, medians; "
        f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, "
        f"load average {loads}"
    )
    _rate(maker, 1, arguments.rows // 4)  # warm-up
    print(f"{'workers':>7}  {'rows/s':>8}  {'a worker':>8}  {'PSS MB':>7}  {'RSS MB':>7}")
    for workers in arguments.workers:
        _peaks(pipe)
        rounds = [_rate(maker, workers, arguments.rows) for _ in range(arguments.rounds)]
        rate = statistics.median(rounds)
        pss, rss = _peaks(pipe)
        print(f"{workers:>7}  {rate:>8,.0f}  {rate / workers:>8,.0f}  {pss:>7,.0f}  {rss:>7,.0f}")
    print("PSS and RSS: the most that any worker held; RSS counts what all share in each of them")
    print(f"budget: at least {BUDGET_ROWS:,} rows/s a worker, below {BUDGET_MB:,} MB a worker")


def _arguments() -> argparse.Namespace:
    """The command line."""
    root = Path(__file__).parents[1]
    shipped = root / "src" / "postwright" / "models" / "default" / "tokenizer.model"
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "recipe", type=Path, nargs="?", default=root / "recipes" / "corpus" / "world.toml"
    )
    parser.add_argument("--data", type=Path, help="data folder (default: POSTWRIGHT_DATA)")
    parser.add_argument("--tokenizer", type=Path, default=shipped, help="default: the shipped one")
    parser.add_argument("--rows", type=int, default=50_000, help="rows a worker")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--workers", type=lambda text: [int(part) for part in text.split(",")], default=[1, 2]
    )
    return parser.parse_args()


def _rate(maker: RowMaker, workers: int, rows: int) -> float:
    """Rows a second of one build with so many workers, each making one shard of `rows`."""
    maker.recipe = replace(maker.recipe, rows=rows * workers, shard_rows=rows)
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        report = write_shards(maker, Path(folder), workers=workers)
        return report.rows / (time.perf_counter() - began)


def _peaks(pipe: Connection) -> tuple[float, float]:
    """The largest PSS and RSS of a worker in MB since this was last asked."""
    pipe.send("peaks")
    peaks = pipe.recv()
    return peaks["Pss"] / 1024, peaks["Rss"] / 1024


def _watch(parent: int, pipe: Connection) -> None:
    """Look at the memory of the workers of `parent`; answer with the peaks since last asked."""
    peaks = dict.fromkeys(MEASURES, 0)
    children = Path(f"/proc/{parent}/task/{parent}/children")
    while True:
        if pipe.poll(SAMPLED_EVERY):
            if pipe.recv() is None:
                return
            pipe.send(peaks)
            peaks = dict.fromkeys(MEASURES, 0)
        workers = {*map(int, children.read_text().split())} - {os.getpid()}
        for pid in workers or {parent}:
            for name, size in _rollup(pid).items():
                peaks[name] = max(peaks[name], size)


def _rollup(pid: int) -> dict[str, int]:
    """``Pss`` and ``Rss`` of a process in kB (Linux); nothing of one that has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return {}
    cells = [line.split() for line in lines]
    return {name: int(cell[1]) for cell in cells for name in MEASURES if cell[0] == f"{name}:"}


if __name__ == "__main__":
    main()
