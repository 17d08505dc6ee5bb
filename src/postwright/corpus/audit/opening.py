"""Audits of what a path names: a folder of shards, or a recipe of which some rows are drawn."""

from __future__ import annotations

import random
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

from postwright.corpus.audit.findings import Audit, audit_shards
from postwright.corpus.build import sample_rows, write_shards
from postwright.corpus.draws import DrawTables, draw_tables
from postwright.corpus.maker import RowMaker
from postwright.corpus.records import Row
from postwright.corpus.shards import Shards
from postwright.errors import InputError, TokenizerError
from postwright.text import Tokenizer

__all__ = ["FORM_ROWS", "audit_folder", "audit_recipe", "sampled_draws", "tokenizer_of"]

#: Rows in which written forms and label shares are counted before a build; a few seconds.
FORM_ROWS = 20_000


def audit_folder(
    folder: Path,
    *,
    tokenizer: Path | None = None,
    rows: int = 20,
    seed: int = 1,
    draws: DrawTables | None = None,
    progress: Callable[[float], None] | None = None,
) -> Audit:
    """Audit the shards under a folder, see `audit_shards`.

    Args:
        folder: what ``corpus build`` wrote.
        tokenizer: the file that it was encoded with; by default it is looked for.
        rows: rows to draw for showing.
        seed: decides which.
        draws: what the build drew from, where it is known.
        progress: called with the share that is done after each shard.

    Raises:
        CorpusError: no shards, or damaged ones.
        InputError: the tokenizer is not found.
        TokenizerError: it is another one.
    """
    shards = Shards.open(folder)
    found = Tokenizer.load(tokenizer) if tokenizer else tokenizer_of(shards, folder)
    return audit_shards(
        shards, found, name=folder.name, rows=rows, seed=seed, draws=draws, progress=progress
    )


def tokenizer_of(shards: Shards, folder: Path) -> Tokenizer:
    """The tokenizer of a corpus: in its folder, a folder above, or in the shipped model.

    Raises:
        InputError: none of these has the digest that the shards name.
    """
    above = [folder.resolve(), *folder.resolve().parents[:3]]
    shipped = resources.files("postwright").joinpath("models/default/tokenizer.model")
    for path in [*(place / "tokenizer.model" for place in above), Path(str(shipped))]:
        try:
            found = Tokenizer.load(path)
        except TokenizerError:
            continue
        if found.digest == shards.tokenizer_digest:
            return found
    raise InputError(
        f"{folder} was encoded with the tokenizer {shards.tokenizer_digest[:12]}…, which is not "
        "beside it; name its file with --tokenizer"
    )


def audit_recipe(
    maker: RowMaker,
    *,
    name: str,
    count: int = 50_000,
    rows: int = 20,
    seed: int = 1,
    progress: Callable[[float], None] | None = None,
) -> Audit:
    """Audit the first rows of a recipe that is not built; about 150 µs a row.

    The rows that are shown come as they were written, with their written forms.

    Args:
        maker: the recipe and its sources.
        name: of the recipe, for people.
        count: rows to draw.
        rows: rows of them to show.
        seed: decides which.
        progress: called with the share that is done after each shard.

    Raises:
        TokenizerError: the recipe's tokenizer cannot be read.
    """
    some = copy(maker)
    some.recipe = replace(maker.recipe, rows=min(count, maker.recipe.rows))
    written = list(sample_rows(some, min(FORM_ROWS, some.recipe.rows)))
    with TemporaryDirectory() as folder:
        write_shards(some, Path(folder))
        found = audit_shards(
            Shards.open(folder),
            Tokenizer.load(some.recipe.tokenizer),
            name=name,
            rows=0,
            progress=progress,
        )
    shown: list[Row] = random.Random(seed).sample(written, min(rows, len(written)))
    draws = draw_tables(maker.mixture, written, maker.recipe.rows)
    return replace(found, rows_drawn=tuple(shown), draws=draws)


def sampled_draws(maker: RowMaker, count: int = FORM_ROWS) -> DrawTables:
    """What a build of the maker's recipe will draw, by its first rows; about 100 µs a row."""
    rows = maker.recipe.rows
    return draw_tables(maker.mixture, sample_rows(maker, min(count, rows)), rows)
