"""A world small enough to train in: a tokenizer, a few hundred rows as shards, and a recipe."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from postwright.corpus.records import label_words
from postwright.corpus.shards import ShardWriter
from postwright.labels import FULL
from postwright.text import Tokenizer, encode_text, fold, segment
from postwright.training.recipe import Recipe, TokenizerRecipe, load_recipe
from postwright.training.tokenizer import train_pieces

STREETS = (
    "Oak St",
    "Elm Road",
    "River Lane",
    "Mill Hill",
    "Hauptstraße",
    "rue de la Paix",
    "Jockey Square",
)
TOWNS = ("Springfield", "New Ham", "Greenburg", "Portsmouth", "Bad Nauheim", "Paris")
Spans = list[tuple[int, int, str]]

RECIPE = """
[model]
preset = "tiny"
dim = 16
layers = 1
heads = 2
ffn = 32

[data]
shards = "{world}/train"
dev_shards = "{world}/dev"
tokenizer = "{world}/tokenizer.model"
window_batches = 4

[train]
steps = 12
batch_size = 16
peak_rate = 5e-3
warmup_steps = 4
threads = 1
device = "cpu"
log_every = 1
checkpoint_every = 4
validate_every = 6
validation_rows = 60
"""


@dataclass(frozen=True)
class World:
    """Where the files of the small world lie."""

    directory: Path
    tokenizer: Path
    recipe_file: Path

    def recipe(self, *overrides: str) -> Recipe:
        """The recipe with some values written otherwise."""
        return load_recipe(self.recipe_file, overrides)


def addresses(count: int, seed: int) -> Iterator[tuple[str, Spans]]:
    """Small addresses and their spans."""
    draw = random.Random(seed)
    for _ in range(count):
        parts = [
            (str(draw.randint(1, 999)), "house_number"),
            (draw.choice(STREETS), "street"),
            (draw.choice(TOWNS), "locality"),
            (str(draw.randint(10000, 99999)), "postcode"),
        ]
        del parts[draw.randint(1, 4) :]
        raw, spans = "", []
        for value, tag in parts:
            raw += ", " if raw else ""
            spans.append((len(raw), len(raw) + len(value), tag))
            raw += value
        yield raw, spans


def folded(text: str) -> str:
    """The folded words of a text, a space between them."""
    return " ".join(fold(text[start:end]) for start, end in segment(text))


def write_shard(directory: Path, tokenizer: Tokenizer, *, rows: int, seed: int) -> None:
    """A shard of small addresses from two sources and two countries, some of none."""
    writer = ShardWriter(tokenizer.digest)
    for number, (raw, spans) in enumerate(addresses(rows, seed)):
        codes = encode_text(tokenizer, raw)
        words = list(zip(codes.starts, codes.ends, strict=True))
        source = "registers" if number % 2 else "venues"
        country = ("US", "DE", "")[number % 3]
        writer.add(codes, label_words(words, spans, FULL), country, source)
    writer.write(directory, about={})


@pytest.fixture(scope="session")
def lines() -> list[str]:
    """Folded lines to train a small tokenizer on."""
    return [folded(raw) for raw, _ in addresses(600, seed=1)]


@pytest.fixture(scope="session")
def small_tokenizer_recipe(tmp_path_factory: pytest.TempPathFactory) -> TokenizerRecipe:
    """A recipe for a tokenizer of a few hundred pieces."""
    missing = tmp_path_factory.mktemp("recipes") / "corpus.toml"
    return TokenizerRecipe(
        corpus_recipe=missing, rows=600, held_out_rows=50, vocabulary_size=310, threads=1
    )


@pytest.fixture(scope="session")
def world(
    tmp_path_factory: pytest.TempPathFactory,
    lines: list[str],
    small_tokenizer_recipe: TokenizerRecipe,
) -> World:
    """The small world, written once a session and only read by the tests."""
    directory = tmp_path_factory.mktemp("world")
    tokenizer_file = directory / "tokenizer.model"
    tokenizer_file.write_bytes(train_pieces(lines, small_tokenizer_recipe))
    tokenizer = Tokenizer.load(tokenizer_file)
    write_shard(directory / "train" / "shard-00000", tokenizer, rows=300, seed=2)
    write_shard(directory / "train" / "shard-00001", tokenizer, rows=200, seed=3)
    write_shard(directory / "dev" / "shard-00000", tokenizer, rows=80, seed=4)
    recipe_file = directory / "recipe.toml"
    recipe_file.write_text(RECIPE.format(world=directory), encoding="utf-8")
    return World(directory, tokenizer_file, recipe_file)
