"""Rows with everything that an audit counts, and the shards that they make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from postwright.corpus.audit.vocabulary import Vocabulary
from postwright.corpus.records import Row, label_words
from postwright.corpus.shards import Shards, ShardWriter
from postwright.labels import FULL
from postwright.text import Tokenizer, encode_text

WriteRows = Callable[[Sequence[Row]], Shards]


def span(raw: str, text: str, tag: str) -> tuple[int, int, str]:
    """The span of a text's first occurrence."""
    start = raw.index(text)
    return (start, start + len(text), tag)


def row(raw: str, tags: dict[str, str], source: str = "a", country: str = "US") -> Row:
    """A row whose spans are given as text → tag."""
    spans = sorted(span(raw, text, tag) for text, tag in tags.items())
    return Row(raw, tuple(spans), country, source)


#: Several scripts, clashes of all three kinds, a line twice, one with two labellings.
ROWS = [
    row(
        "10118 Main Street, New York, NY",
        {"10118": "house_number", "Main Street": "street", "New York": "locality", "NY": "region"},
    ),
    row("10118 New York", {"10118": "postcode", "New York": "region"}, "b"),
    row("New York 10118", {"10118": "postcode", "New York": "locality"}, "b"),
    row("MAIN-STREET", {"MAIN-STREET": "street"}),
    row("Main Street", {"Main Street": "venue"}, "b"),
    row("rue de la Paris\n75001 Berlin", {"rue de la Paris": "street", "75001": "postcode"}, "c"),
    row("улица Москва", {"улица": "street", "Москва": "locality"}, "c", "RU"),
    row("東京 5-1", {"東京": "region", "5-1": "house_number"}, "c", "JP"),
    row("Ὁδός 7", {"Ὁδός": "street", "7": "house_number"}, "c", "GR"),
    row("hello", {}, "d", ""),
    row("Hello!", {}, "d", ""),
]


@pytest.fixture
def tokenizer(tokenizer_bytes: bytes) -> Tokenizer:
    """The tiny tokenizer, which spells most words in bytes."""
    return Tokenizer(tokenizer_bytes)


@pytest.fixture
def vocabulary(tokenizer: Tokenizer) -> Vocabulary:
    """Its pieces."""
    return Vocabulary(tokenizer)


@pytest.fixture
def write_rows(tokenizer: Tokenizer, tmp_path_factory: pytest.TempPathFactory) -> WriteRows:
    """Writes rows as two shards and opens them."""

    def write(rows: Sequence[Row]) -> Shards:
        folder = tmp_path_factory.mktemp("corpus")
        half = (len(rows) + 1) // 2
        for number, part in enumerate((rows[:half], rows[half:])):
            write_shard(folder / f"shard-{number:05d}", part, tokenizer)
        return Shards.open(folder)

    return write


def write_shard(folder: Path, rows: Sequence[Row], tokenizer: Tokenizer) -> None:
    """One shard; none for no rows."""
    writer = ShardWriter(tokenizer.digest)
    for each in rows:
        codes = encode_text(tokenizer, each.raw)
        labels = label_words(list(zip(codes.starts, codes.ends, strict=True)), each.spans, FULL)
        writer.add(codes, labels, each.country, each.source)
    if rows:
        writer.write(folder, about={})


@pytest.fixture
def rows() -> list[Row]:
    """The rows above."""
    return list(ROWS)


@pytest.fixture
def shards(write_rows: WriteRows) -> Shards:
    """The rows above, as shards."""
    return write_rows(ROWS)
