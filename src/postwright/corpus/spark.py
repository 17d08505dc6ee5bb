"""The composer as a Spark job: the rows of a local build, made by as many machines as there are.

Row `n` is a function of the recipe and `n`, so a partition is a range of row numbers and nothing is
shuffled. Every machine needs this package, the data folder and the recipe's exclusion lists under
the same paths; each Python worker opens the sources for itself, from the cache where there is one.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from postwright.corpus.build import fitting_rows
from postwright.corpus.maker import RowMaker, load_maker
from postwright.corpus.recipe import CorpusRecipe
from postwright.corpus.table import SPARK_SCHEMA, to_batch
from postwright.errors import CorpusError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

__all__ = ["build_on_spark", "open_session"]


def open_session(master: str, settings: Mapping[str, str]) -> SparkSession:
    """A Spark session whose workers run this Python, unless ``PYSPARK_PYTHON`` says otherwise.

    Args:
        master: as Spark takes it: ``local[4]``, ``spark://host:7077``, ``yarn``.
        settings: Spark's own settings by name.
    """
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("postwright corpus")
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def build_on_spark(
    session: SparkSession,
    recipe: CorpusRecipe,
    out: str,
    *,
    data_dir: Path,
    partitions: int,
) -> int:
    """Write the rows of a recipe as Parquet and return how many there are.

    Args:
        session: where the job runs.
        recipe: what to build; its tokenizer is not needed.
        out: folder that does not exist yet, as Spark names it (``/data/rows``, ``s3a://…``).
        data_dir: the data folder, the same on every machine.
        partitions: ranges of row numbers; one Parquet file each.

    Raises:
        CorpusError: a source cannot be read here, or the job failed; with Spark's first line.
    """
    from pyspark.errors import PySparkException

    data_dir = data_dir.resolve()
    load_maker(recipe, data_dir)  # a wrong source is said here, and the cache is filled
    made_from = pickle.dumps((recipe, data_dir))

    def compose(batches: Iterable[Any]) -> Iterator[Any]:
        maker = _maker(made_from)
        for batch in batches:
            yield to_batch(list(fitting_rows(maker, batch.column(0).to_pylist(), Counter())))

    numbers = session.range(0, recipe.rows, 1, partitions)
    try:
        numbers.mapInArrow(compose, SPARK_SCHEMA).write.parquet(out)
        return int(session.read.parquet(out).count())
    except PySparkException as error:
        raise CorpusError(f"the Spark job failed: {str(error).strip().splitlines()[0]}") from error


@lru_cache(maxsize=1)
def _maker(made_from: bytes) -> RowMaker:
    """The row maker of this Python worker, which serves one partition after the other."""
    recipe, data_dir = pickle.loads(made_from)
    return load_maker(recipe, data_dir)
