"""Build a corpus: rows drawn, composed, encoded and written as shards, in several processes."""

from __future__ import annotations

import multiprocessing
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from postwright.corpus.append import is_written, recipe_digest
from postwright.corpus.maker import RowMaker, load_maker
from postwright.corpus.recipe import CorpusRecipe, data_directory
from postwright.corpus.records import Row, label_words
from postwright.corpus.shards import ShardWriter
from postwright.corpus.table import to_batch, write_parquet
from postwright.errors import CorpusError
from postwright.labels import FULL
from postwright.text import MAX_WORDS, Tokenizer, encode_text, fold, segment

__all__ = [
    "BuildReport",
    "build_corpus",
    "fitting_rows",
    "folded_lines",
    "sample_rows",
    "write_shards",
]

#: Rows that are composed, then encoded: in turns of one the processor's caches would lose a tenth.
_ENCODED_TOGETHER = 512


@dataclass(slots=True)
class BuildReport:
    """What a build did."""

    shards: list[Path] = field(default_factory=list)
    rows: int = 0
    seconds: float = 0.0
    dropped: Counter[str] = field(default_factory=Counter)

    def add(self, other: BuildReport) -> None:
        """Count another shard's work in; seconds are summed over processes."""
        self.shards += other.shards
        self.rows += other.rows
        self.seconds += other.seconds
        self.dropped.update(other.dropped)


def build_corpus(
    recipe: CorpusRecipe,
    out: Path,
    *,
    workers: int = 1,
    data_dir: Path | None = None,
    progress: Callable[[BuildReport], None] | None = None,
) -> BuildReport:
    """Build every shard of a recipe under `out`; the shards do not depend on `workers`.

    Args:
        recipe: what to build.
        out: folder of the shards; shards of the same numbers are replaced.
        workers: processes, each making whole shards.
        data_dir: the data folder; by default `data_directory()`.
        progress: called with the running total after each shard.

    Raises:
        CorpusError: a source cannot be read, or the tokenizer is not usable.
    """
    maker = load_maker(recipe, data_dir or data_directory(), workers=workers)
    return write_shards(maker, out, workers=workers, progress=progress)


def write_shards(
    maker: RowMaker,
    out: Path,
    *,
    workers: int = 1,
    append: bool = False,
    tables: Path | None = None,
    progress: Callable[[BuildReport], None] | None = None,
) -> BuildReport:
    """The second half of `build_corpus`, for sources already in memory.

    With `tables` the rows of each shard are written there as Parquet too, see `corpus.table`.

    With `append` shards that stand there already, of the same recipe but for its number of rows,
    are left as they are; one whose table is wanted and not there is made again. The first shards
    are made first, so that a run may begin to read them.
    """
    out.mkdir(parents=True, exist_ok=True)
    job = _ShardJob(maker, Tokenizer.load(maker.recipe.tokenizer), out, tables)
    total = BuildReport()
    for report in _run(job, workers, job.missing() if append else list(range(job.count))):
        total.add(report)
        if progress is not None:
            progress(total)
    return total


class _ShardJob:
    """Makes shards by number."""

    def __init__(
        self, maker: RowMaker, tokenizer: Tokenizer, out: Path, tables: Path | None
    ) -> None:
        self.maker, self.tokenizer, self.out, self.tables = maker, tokenizer, out, tables

    @property
    def count(self) -> int:
        """Shards that the recipe's rows fill."""
        return -(-self.maker.recipe.rows // self.maker.recipe.shard_rows)

    def path(self, shard: int) -> Path:
        """Where a shard lies."""
        return self.out / f"shard-{shard:05d}"

    def table(self, shard: int) -> Path:
        """Where the Parquet file of a shard lies; asked for only where tables are wanted."""
        assert self.tables is not None
        return self.tables / f"{self.path(shard).name}.parquet"

    def numbers(self, shard: int) -> range:
        """The numbers of a shard's rows."""
        first = shard * self.maker.recipe.shard_rows
        return range(first, min(first + self.maker.recipe.shard_rows, self.maker.recipe.rows))

    def about(self, shard: int) -> dict[str, Any]:
        """What a shard is made from, for its manifest."""
        recipe, numbers = self.maker.recipe, self.numbers(shard)
        return {
            "seed": recipe.seed,
            "split": recipe.split,
            "drawn": [numbers.start, numbers.stop],
            "recipe": recipe_digest(recipe),
        }

    def missing(self) -> list[int]:
        """The shards that are not there yet; raises `CorpusError` where another corpus stands."""
        digest = self.tokenizer.digest
        return [
            shard
            for shard in range(self.count)
            if not is_written(self.path(shard), self.about(shard), digest)
            or (self.tables is not None and not self.table(shard).exists())
        ]

    def make(self, shard: int) -> BuildReport:
        """Draw, encode and write one shard."""
        began, numbers = time.perf_counter(), self.numbers(shard)
        report, writer = BuildReport(), ShardWriter(self.tokenizer.digest)
        rows, batches = self.maker.numbered_rows(numbers, report.dropped), []
        while chunk := list(islice(rows, _ENCODED_TOGETHER)):
            kept = [(at, row) for at, row in chunk if self._add(row, writer, report.dropped)]
            if self.tables is not None:
                batches.append(to_batch(kept))
        if len(writer) == 0:
            raise CorpusError(f"shard {shard} has no row left; dropped: {dict(report.dropped)}")
        if self.tables is not None:  # first: where the shard stands, its table does too
            write_parquet(self.table(shard), batches)
        about = {**self.about(shard), "dropped": dict(report.dropped)}
        report.shards.append(writer.write(self.path(shard), about=about))
        report.rows, report.seconds = len(writer), time.perf_counter() - began
        return report

    def _add(self, row: Row, writer: ShardWriter, dropped: Counter[str]) -> bool:
        """Encode a row and hand it to the writer; one that does not fit is counted."""
        codes = encode_text(self.tokenizer, row.raw)
        labels = _labels(row, list(zip(codes.starts, codes.ends, strict=True)))
        if isinstance(labels, str):
            dropped[labels] += 1
            return False
        writer.add(codes, labels, row.country, row.source)
        return True


def _labels(row: Row, words: list[tuple[int, int]]) -> list[int] | str:
    """A label id for each word, or why the row fits no shard."""
    if not 0 < len(words) <= MAX_WORDS:
        return f"not 1 to {MAX_WORDS} words"
    try:
        return label_words(words, row.spans, FULL)
    except CorpusError:
        return f"a span of {row.source} cuts a word"


def fitting_rows(
    maker: RowMaker, numbers: Iterable[int], dropped: Counter[str]
) -> Iterator[tuple[int, Row]]:
    """The rows that a build writes, with their numbers, without a tokenizer."""
    for number, row in maker.numbered_rows(numbers, dropped):
        labels = _labels(row, segment(row.raw))
        if isinstance(labels, str):
            dropped[labels] += 1
        else:
            yield number, row


#: The job of this process's workers: set before the fork, so that they share its memory.
_job: _ShardJob | None = None


def _make_shard(shard: int) -> BuildReport:
    """One shard of the job that this worker was forked with."""
    assert _job is not None
    return _job.make(shard)


def _run(job: _ShardJob, workers: int, shards: list[int]) -> Iterator[BuildReport]:
    """The reports of the given shards as they are done."""
    global _job
    if workers <= 1 or not shards:
        yield from map(job.make, shards)
        return
    _job = job
    try:
        with multiprocessing.get_context("fork").Pool(min(workers, len(shards))) as pool:
            yield from pool.imap_unordered(_make_shard, shards)
    finally:
        _job = None


def sample_rows(maker: RowMaker, count: int) -> Iterator[Row]:
    """The first `count` rows of a corpus that are not held back."""
    unbounded: Iterable[int] = range(max(maker.recipe.rows, 20 * count))
    yield from islice(maker.rows(unbounded, Counter()), count)


def folded_lines(recipe: CorpusRecipe, rows: int, *, data_dir: Path | None = None) -> Iterator[str]:
    """Folded words joined by a space, one row a line: what a tokenizer is trained on.

    Args:
        recipe: the corpus; its tokenizer need not exist yet.
        rows: lines wanted.
        data_dir: the data folder; by default `data_directory()`.
    """
    maker = load_maker(recipe, data_dir or data_directory())
    for row in sample_rows(maker, rows):
        yield " ".join(fold(row.raw[start:end]) for start, end in segment(row.raw))
