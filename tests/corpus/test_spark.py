"""The composer as a Spark job on a real local cluster of two workers."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pyarrow.parquet
import pytest

from postwright.corpus.build import write_shards
from postwright.corpus.maker import load_maker
from postwright.splits import line_digest

#: Two executors of one core, each a process of its own, reached over the loopback only.
CLUSTER = ("--master", "local-cluster[2,1,1024]")
SETTINGS = (
    "spark.driver.bindAddress=127.0.0.1",
    "spark.driver.host=127.0.0.1",
    "spark.ui.enabled=false",
)


def rows_under(folder: Path) -> list[dict[str, object]]:
    """All rows of the Parquet files of a folder, by number."""
    table = pyarrow.parquet.read_table(folder)
    rows: list[dict[str, object]] = table.sort_by("number").to_pylist()
    return rows


def run_spark(recipe: Path, data: Path, out: Path, *arguments: str) -> subprocess.CompletedProcess:
    """`postwright corpus spark` in a process of its own."""
    settings = [part for setting in SETTINGS for part in ("--conf", setting)]
    command = ["corpus", "spark", str(recipe), "--data", str(data), "--out", str(out)]
    return subprocess.run(
        [sys.executable, "-m", "postwright", *command, *settings, *arguments],
        env=os.environ | {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_WORKER_DIR": f"{out}-work"},
        capture_output=True,
        text=True,
        timeout=900,
    )


@pytest.mark.java
def test_the_rows_are_those_of_the_local_build(recipe, small_data, tmp_path) -> None:
    """Seven ranges of row numbers on two workers, four shards on one: the same rows."""
    maker = load_maker(recipe, small_data)
    report = write_shards(maker, tmp_path / "shards", tables=tmp_path / "local")
    cluster = (*CLUSTER, "--partitions", "7")
    done = run_spark(small_data / "recipe.toml", small_data, tmp_path / "spark", *cluster)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{report.rows} rows of 900 drawn under {tmp_path / 'spark'}\n"
    assert len(list((tmp_path / "spark").glob("*.parquet"))) == 7
    assert rows_under(tmp_path / "spark") == rows_under(tmp_path / "local")


@pytest.mark.java
def test_excluded_lines_are_in_no_partition(recipe, small_data, tmp_path) -> None:
    """A list named on the command line, from the directory where it was typed."""
    whole = list(load_maker(recipe, small_data).numbered_rows(range(300), Counter()))
    barred = {line_digest(row.raw) for _, row in whole[:5]}
    (tmp_path / "barred.txt").write_text("\n".join(sorted(barred)) + "\n")
    few = ("--set", "rows=300", "--master", "local[1]", "--partitions", "2")
    relative = ("--exclude", os.path.relpath(tmp_path / "barred.txt"))
    done = run_spark(small_data / "recipe.toml", small_data, tmp_path / "spark", *few, *relative)
    assert done.returncode == 0, done.stderr
    kept = [(number, row.raw) for number, row in whole if line_digest(row.raw) not in barred]
    assert len(kept) < len(whole)
    found = [(row["number"], row["raw"]) for row in rows_under(tmp_path / "spark")]
    assert found == kept


@pytest.mark.java
def test_a_folder_that_stands_already_is_not_overwritten(recipe, small_data, tmp_path) -> None:
    """The job ends with one line and exit code 1."""
    (tmp_path / "spark").mkdir()
    done = run_spark(
        small_data / "recipe.toml", small_data, tmp_path / "spark", "--master", "local[1]"
    )
    assert done.returncode == 1
    assert "Error: the Spark job failed: [PATH_ALREADY_EXISTS]" in done.stderr
    assert "Traceback" not in done.stderr
