"""Token shards: written whole, opened checked, read without a loop."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from postwright.corpus.shards import Shards, ShardWriter
from postwright.errors import CorpusError
from postwright.text import Tokenizer, encode, encode_text, to_batch

TEXTS = [
    "10118 main street",
    "berlin",
    "rue de la paris 75001 usa",
    "東京都 5",
    "1,2",
    "via roma-calle",
]


@pytest.fixture
def tokenizer(tokenizer_bytes: bytes) -> Tokenizer:
    """The tiny tokenizer."""
    return Tokenizer(tokenizer_bytes)


def labels_of(text: str, words: int) -> list[int]:
    """Some label ids that differ from row to row."""
    return [(len(text) + at) % 37 for at in range(words)]


def write(folder: Path, tokenizer: Tokenizer, texts: list[str]) -> Path:
    """A shard of these texts."""
    writer = ShardWriter(tokenizer.digest)
    for text in texts:
        country = "FR" if "rue" in text else "US"
        codes = encode_text(tokenizer, text)
        writer.add(codes, labels_of(text, len(codes.starts)), country, f"source {len(text) % 2}")
    return writer.write(folder, about={})


@pytest.fixture
def two(tmp_path: Path, tokenizer: Tokenizer) -> Path:
    """Two shards, four rows and two."""
    write(tmp_path / "c" / "shard-00000", tokenizer, TEXTS[:4])
    write(tmp_path / "c" / "shard-00001", tokenizer, TEXTS[4:])
    return tmp_path / "c"


@pytest.mark.parametrize("rows", [[0], [5], [3, 0, 5, 1, 4, 2], [4, 4, 0], [1, 2]])
def test_a_batch_is_what_encoding_the_texts_gives(two, tokenizer, rows: list[int]) -> None:
    """In the order asked for, over several shards, repeats included."""
    batch, labels = Shards.open(two).batch(np.array(rows))
    encoded = encode(tokenizer, [TEXTS[row] for row in rows])
    expected = to_batch(encoded)
    for name in ("pieces", "shapes", "gaps"):
        np.testing.assert_array_equal(getattr(batch, name), getattr(expected, name))
    for at, row in enumerate(rows):
        words = len(encoded[at])
        assert labels[at, :words].tolist() == labels_of(TEXTS[row], words)
        assert not labels[at, words:].any()


def test_countries_sources_and_lengths_are_known_for_every_row(two, tokenizer) -> None:
    """Names are numbered over all shards."""
    shards = Shards.open(two, tokenizer_digest=tokenizer.digest)
    assert shards.rows == len(TEXTS)
    assert shards.word_counts().tolist() == [len(row) for row in encode(tokenizer, TEXTS)]
    countries = [shards.countries[at] for at in shards.country_ids()]
    assert countries == ["FR" if "rue" in text else "US" for text in TEXTS]
    sources = [shards.sources[at] for at in shards.source_ids()]
    assert sources == [f"source {len(text) % 2}" for text in TEXTS]


def test_a_half_written_shard_is_refused_by_name(two) -> None:
    """`shard.json` is written last, so a shard without it is not whole."""
    (two / "shard-00001" / "shard.json").unlink()
    with pytest.raises(CorpusError, match=r"shard-00001 is no finished shard"):
        Shards.open(two)


def test_a_shard_that_is_being_written_is_not_seen(two, tokenizer) -> None:
    """Its temporary name is not a shard's."""
    shutil.copytree(two / "shard-00001", two / ".shard-00002.77.part")
    assert Shards.open(two).rows == len(TEXTS)


def test_an_empty_folder_is_no_corpus(tmp_path: Path) -> None:
    """The error names the folder."""
    with pytest.raises(CorpusError, match=tmp_path.name):
        Shards.open(tmp_path)


def test_another_tokenizer_is_refused(two) -> None:
    """Ids of one tokenizer mean nothing to another."""
    with pytest.raises(CorpusError, match="was encoded with tokenizer"):
        Shards.open(two, tokenizer_digest="0" * 64)


@pytest.mark.parametrize(
    ("key", "value"), [("format_version", 2), ("text_contract", 0), ("labels", ["O"])]
)
def test_a_shard_of_another_contract_is_refused(two, key: str, value: object) -> None:
    """The message says what was found and what is expected."""
    path = two / "shard-00000" / "shard.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {key: value}))
    with pytest.raises(CorpusError, match=key):
        Shards.open(two)


def test_a_shortened_array_is_refused(two) -> None:
    """Sizes are held against the manifest."""
    path = two / "shard-00000" / "labels.npy"
    np.save(path, np.load(path)[:-1])
    with pytest.raises(CorpusError, match=r"labels.npy holds"):
        Shards.open(two)


def test_a_changed_array_is_found_when_digests_are_verified(two) -> None:
    """Sizes alone do not show it."""
    path = two / "shard-00000" / "labels.npy"
    np.save(path, np.load(path)[::-1].copy())
    assert Shards.open(two).rows == len(TEXTS)
    with pytest.raises(CorpusError, match=r"labels.npy is not the file"):
        Shards.open(two, verify=True)


def test_writing_again_replaces_the_shard(tmp_path: Path, tokenizer) -> None:
    """Nothing of the old one is left, and no temporary folder either."""
    write(tmp_path / "shard-00000", tokenizer, TEXTS)
    write(tmp_path / "shard-00000", tokenizer, TEXTS[:1])
    assert Shards.open(tmp_path).rows == 1
    assert [path.name for path in tmp_path.iterdir()] == ["shard-00000"]
