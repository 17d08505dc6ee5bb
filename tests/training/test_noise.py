"""Noise hides what it says, as often as it says, and is the same whenever a run is resumed."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import pytest

from postwright.text import PAD_ID, SHAPES, UNK_ID, Batch, Tokenizer, encode, to_batch
from postwright.training.loop import examples_of_step
from postwright.training.noise import add_noise, drop_case, drop_words
from postwright.training.recipe import NoiseTable
from postwright.training.scoring import score
from postwright.training.setup import set_up

World: TypeAlias = Any  # of conftest.py, which no test can import
TEXTS = ["12 Oak St, NEW Ham", "A McDonald 東京 7b", "rue de la Paix 123456"]


@pytest.fixture(scope="module")
def tokenizer(world: World) -> Tokenizer:
    """The small world's."""
    return Tokenizer.load(world.tokenizer)


@pytest.fixture(scope="module")
def batch(tokenizer: Tokenizer) -> Batch:
    """Rows of all kinds of shapes."""
    return to_batch(encode(tokenizer, TEXTS))


def noisy(batch: Batch, *, number: int = 0, seed: int = 1, **rates: float) -> Batch:
    """The batch with noise of some rates."""
    places = np.arange(len(batch.shapes))
    return add_noise(batch, NoiseTable(**rates), seed=seed, number=number, places=places)


def test_a_hidden_word_is_one_unknown_piece(batch: Batch) -> None:
    """Its shape and its gap stay; the words beside it and the padding stay."""
    chosen = np.zeros_like(batch.mask)
    chosen[0, 1] = chosen[0, -1] = True
    hidden = drop_words(batch, chosen)
    assert hidden.pieces[0, 1].tolist() == [UNK_ID] + [PAD_ID] * (batch.pieces.shape[2] - 1)
    others = ~(chosen & batch.mask)
    assert np.array_equal(hidden.pieces[others], batch.pieces[others])
    assert np.array_equal(hidden.shapes, batch.shapes)
    assert np.array_equal(hidden.gaps, batch.gaps)


def test_a_row_without_case_is_the_encoded_lower_case_line(
    tokenizer: Tokenizer, batch: Batch
) -> None:
    """The oracle is the text contract itself: lower the line, then encode it."""
    lowered = to_batch(encode(tokenizer, [TEXTS[0].lower(), TEXTS[1].lower(), TEXTS[2]]))
    without = drop_case(batch, np.array([True, True, False]))
    assert np.array_equal(without.pieces, lowered.pieces)
    assert np.array_equal(without.shapes, lowered.shapes)
    assert np.array_equal(without.gaps, lowered.gaps)
    assert SHAPES.index("caseless") in without.shapes


def test_without_rates_the_batch_itself_comes_back(batch: Batch) -> None:
    """No draw, no copy."""
    assert noisy(batch) is batch


def test_the_rates_are_met() -> None:
    """Of many words and rows, about the share that the recipe says."""
    rows = 2000
    shapes = np.full((rows, 10), SHAPES.index("title"), dtype=np.int32)
    pieces = np.full((rows, 10, 2), 7, dtype=np.int32)
    result = noisy(Batch(pieces, shapes, shapes), word_dropout=0.1, case_dropout=0.3)
    assert (result.pieces[:, :, 0] == UNK_ID).mean() == pytest.approx(0.1, abs=0.01)
    lowered = result.shapes == SHAPES.index("lower")
    assert lowered.any(1).mean() == pytest.approx(0.3, abs=0.05)
    assert np.array_equal(lowered.any(1), lowered.all(1)), "a line loses its case as a whole"


def test_noise_is_a_function_of_seed_and_batch_number(batch: Batch) -> None:
    """The same again, another one for another seed or batch."""
    rates = {"word_dropout": 0.5, "case_dropout": 0.5}
    first = noisy(batch, **rates)
    assert np.array_equal(noisy(batch, **rates).pieces, first.pieces)
    assert not np.array_equal(noisy(batch, number=1, **rates).pieces, first.pieces)
    assert not np.array_equal(noisy(batch, seed=2, **rates).pieces, first.pieces)


def test_only_training_rows_are_noisy(world: World, tmp_path) -> None:
    """Batches of steps are, the validation is what it is without noise."""
    plain = set_up(world.recipe(), tmp_path)
    loud = set_up(world.recipe("noise.word_dropout=0.9", "noise.case_dropout=0.9"), tmp_path)
    (one,), (two,) = examples_of_step(plain, 2), examples_of_step(loud, 2)
    assert (two.pieces == UNK_ID).sum() > (one.pieces == UNK_ID).sum()
    assert one.labels.equal(two.labels)
    assert score(plain) == score(loud)
