"""Rows as Parquet."""

from __future__ import annotations

import pyarrow.parquet

from postwright.corpus.build import write_shards
from postwright.corpus.records import Row
from postwright.corpus.shards import Shards
from postwright.corpus.table import to_batch, write_parquet


def test_a_build_writes_the_rows_of_each_shard_beside_it(recipe, make_maker, tmp_path) -> None:
    """In the order of the shard, with the spans that its labels say."""
    write_shards(make_maker(recipe), tmp_path / "shards", workers=2, tables=tmp_path / "tables")
    for name in ("shard-00000", "shard-00003"):
        shard = Shards.open(tmp_path / "shards" / name)
        rows = pyarrow.parquet.read_table(tmp_path / "tables" / f"{name}.parquet").to_pylist()
        assert [row["source"] for row in rows] == [shard.sources[at] for at in shard.source_ids()]
        assert [row["country"] for row in rows] == [
            shard.countries[at] for at in shard.country_ids()
        ]
        spans = [sum(label % 2 for label in labels) for labels in labels_of(shard)]
        assert [len(row["spans"]) for row in rows] == spans
        assert len({row["number"] for row in rows}) == len(rows)
        span = rows[0]["spans"][0]
        assert rows[0]["raw"][span["start"] : span["end"]]


def labels_of(shard: Shards) -> list[list[int]]:
    """Label ids of every row; a span begins with an odd one."""
    _, labels = shard.batch(range(shard.rows))
    return labels.tolist()


def test_rows_come_back_as_they_were(tmp_path) -> None:
    """Forms and offsets too; a lone surrogate becomes a question mark."""
    row = Row("5 \ud800 Elm St", ((4, 10, "street"),), "US", "mine", ("upper", "comma-free"))
    path = write_parquet(tmp_path / "a.parquet", [to_batch([(3, row)]), to_batch([])])
    assert pyarrow.parquet.read_table(path).to_pylist() == [
        {
            "number": 3,
            "raw": "5 ? Elm St",
            "spans": [{"start": 4, "end": 10, "tag": "street"}],
            "country": "US",
            "source": "mine",
            "forms": ["upper", "comma-free"],
        }
    ]
    assert [file.name for file in tmp_path.iterdir()] == ["a.parquet"]
