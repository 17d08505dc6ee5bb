"""The encoder: shapes, padding, pooling, presets, precision."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from torch import Tensor

from postwright.errors import ConfigError
from postwright.training.encoder import (
    PRESETS,
    Dropout,
    EncoderConfig,
    Tagger,
    is_decayed,
)

TINY = EncoderConfig(
    dim=32, layers=2, heads=4, ffn=64, vocabulary_size=50, labels=21, dropout=0.1, max_words=16
)
VARIANTS = [
    replace(TINY, pooling="gated"),
    replace(TINY, pooling="mean"),
    replace(TINY, pooling="projected"),
    replace(TINY, level="piece", max_piece_positions=24),
]


def make_batch(rows: list[list[list[int]]], words: int = 6) -> tuple[Tensor, Tensor, Tensor]:
    """Pad rows of words of piece ids to pieces [batch, words, 5], shapes and gaps."""
    pieces = torch.zeros(len(rows), words, 5, dtype=torch.int32)
    shapes = torch.zeros(len(rows), words, dtype=torch.int32)
    for index, row in enumerate(rows):
        for place, word in enumerate(row):
            pieces[index, place, : len(word)] = torch.tensor(word, dtype=torch.int32)
            shapes[index, place] = 1 + len(word)
    return pieces, shapes, shapes.clamp(max=7)


ROWS = [[[3, 4], [5], [6, 7, 8]], [[9], [10, 11, 12, 13, 14]], []]


@pytest.fixture(params=VARIANTS, ids=["gated", "mean", "projected", "piece"])
def tagger(request: pytest.FixtureRequest) -> Tagger:
    """A tagger of each variant, with the same seed, ready to be used."""
    torch.manual_seed(1)
    return Tagger(request.param).eval()


def test_emissions_have_one_float_score_for_each_label_of_each_word(tagger: Tagger) -> None:
    """[batch, words, labels] in float32."""
    emissions = tagger(*make_batch(ROWS))
    assert emissions.shape == (3, 6, 21)
    assert emissions.dtype == torch.float32


def test_emissions_stay_float32_under_autocast(tagger: Tagger) -> None:
    """bf16 is for the matrix products inside only."""
    with torch.autocast("cpu", torch.bfloat16):
        low = tagger(*make_batch(ROWS))
    assert low.dtype == torch.float32
    torch.testing.assert_close(low, tagger(*make_batch(ROWS)), atol=0.05, rtol=0)


def test_a_row_does_not_depend_on_its_padding_or_neighbours(tagger: Tagger) -> None:
    """Alone and at its own length, a row gets the same emissions."""
    together = tagger(*make_batch(ROWS))[0, :3]
    alone = tagger(*make_batch(ROWS[:1], words=3))[0]
    torch.testing.assert_close(together, alone, atol=1e-5, rtol=1e-5)


def test_a_batch_of_padding_gives_finite_numbers_and_gradients(tagger: Tagger) -> None:
    """No NaN where a row, or the whole batch, holds no words."""
    emissions = tagger(*make_batch([[], []]))
    emissions.sum().backward()
    assert emissions.isfinite().all()
    assert all(p.grad is None or p.grad.isfinite().all() for p in tagger.parameters())


@pytest.mark.parametrize("shape", [(0, 3, 2), (2, 0, 2), (2, 3, 0)])
def test_empty_axes_are_allowed(tagger: Tagger, shape: tuple[int, int, int]) -> None:
    """No rows, no words or no pieces: an answer of the right shape."""
    pieces = torch.zeros(shape, dtype=torch.int32)
    marks = torch.ones(shape[:2], dtype=torch.int32)
    assert tagger(pieces, marks, marks).shape == (*shape[:2], 21)


def test_every_weight_gets_a_gradient(tagger: Tagger) -> None:
    """No part of any variant is dead."""
    pieces, shapes, gaps = make_batch(ROWS)
    tagger(pieces, shapes, gaps)[shapes != 0].square().sum().backward()
    dead = [n for n, p in tagger.named_parameters() if p.grad is None or not p.grad.any()]
    assert dead == []


def test_the_order_of_the_pieces_is_seen(tagger: Tagger) -> None:
    """75001 and 10057 are different words to all poolings but the plain mean."""
    one, other = tagger(*make_batch([[[3, 4, 5]], [[5, 4, 3]]], words=1))
    same = torch.allclose(one, other, atol=1e-6)
    assert same == (tagger.config.pooling == "mean" and tagger.config.level == "word")


@pytest.mark.parametrize("argument", [0, 1, 2])
def test_pieces_shapes_and_gaps_all_count(tagger: Tagger, argument: int) -> None:
    """Changing any input of one word changes that word's emissions."""
    batch = make_batch(ROWS)
    changed = [value.clone() for value in batch]
    changed[argument][0, 1] = torch.where(changed[argument][0, 1] == 0, 0, 6)
    difference = (tagger(*batch) - tagger(*changed))[0, 1].abs().max()
    assert difference > 1e-6


def test_a_mean_is_taken_over_the_real_pieces_only() -> None:
    """Word vector = mean(piece vectors) + shape + gap + position, computed by hand."""
    torch.manual_seed(0)
    embedding = Tagger(replace(TINY, pooling="mean")).embedding
    pieces, shapes, gaps = make_batch([[[3, 4]]], words=1)
    expected = embedding.piece.weight[[3, 4]].mean(0)
    expected = expected + embedding.shape.weight[3] + embedding.gap.weight[3]
    expected = expected + embedding.position.weight[0]
    torch.testing.assert_close(embedding(pieces.long(), shapes.long(), gaps.long())[0, 0], expected)


def test_more_words_than_positions_are_refused() -> None:
    """A line longer than the model's window is the caller's to cut into windows."""
    with pytest.raises(ValueError, match="17 words in a row: at most 16"):
        Tagger(TINY)(*make_batch([[[1]] * 17], words=17))


def test_pieces_beyond_the_last_position_are_kept() -> None:
    """In the piece-level variant, a very long row keeps all its words."""
    torch.manual_seed(0)
    tagger = Tagger(replace(TINY, level="piece", max_piece_positions=8)).eval()
    emissions = tagger(*make_batch([[[3, 4, 5]] * 5 + [[9]]]))
    changed = tagger(*make_batch([[[3, 4, 5]] * 5 + [[10]]]))
    assert (emissions - changed)[0, 5].abs().max() > 1e-6


def test_dropout_keeps_the_mean_and_drops_its_share() -> None:
    """The byte-wise dropout is a dropout: share dropped, survivors scaled, off in evaluation."""
    torch.manual_seed(0)
    dropout = Dropout(0.25)
    ones = torch.ones(401, 501, requires_grad=True)
    dropped = dropout(ones)
    dropped.sum().backward()
    assert (dropped == 0).float().mean().item() == pytest.approx(0.25, abs=0.005)
    assert dropped.mean().item() == pytest.approx(1, abs=0.01)
    assert ones.grad is not None
    torch.testing.assert_close(ones.grad, dropped.detach())
    assert dropout.eval()(ones) is ones


def test_dropout_is_repeatable_from_the_seed() -> None:
    """A resumed run draws the same masks from a restored generator."""
    dropout, ones = Dropout(0.5), torch.ones(100)
    torch.manual_seed(3)
    first = dropout(ones)
    torch.manual_seed(3)
    assert torch.equal(first, dropout(ones))


def test_presets_are_the_three_sizes_of_the_design() -> None:
    """dim, layers, heads, FFN."""
    sizes = {name: (c.dim, c.layers, c.heads, c.ffn) for name, c in PRESETS.items()}
    assert sizes == {
        "base": (256, 6, 4, 1024),
        "small": (192, 4, 4, 768),
        "tiny": (128, 3, 4, 512),
    }


@pytest.mark.parametrize(
    ("key", "value"),
    [("dim", 190), ("dim", 0), ("layers", 0), ("dropout", 1.0), ("pooling", "sum"), ("level", "x")],
)
def test_a_bad_value_is_named(key: str, value: object) -> None:
    """The message names the key and the value."""
    with pytest.raises(ConfigError, match=f"{key} = '?{value}"):
        replace(TINY, **{key: value})


def test_the_first_weights_follow_the_design() -> None:
    """Normal 0.02; residual projections divided by sqrt(2 layers); gates around 1."""
    torch.manual_seed(0)
    tagger = Tagger(replace(PRESETS["small"], vocabulary_size=1000))
    block = tagger.blocks[0]
    assert block.widen.weight.std().item() == pytest.approx(0.02, rel=0.05)
    assert block.narrow.weight.std().item() == pytest.approx(0.02 / 8**0.5, rel=0.05)
    assert block.attention.output.weight.std().item() == pytest.approx(0.02 / 8**0.5, rel=0.05)
    assert tagger.embedding.gate.weight.mean().item() == pytest.approx(1, abs=0.05)


def test_only_matrices_decay() -> None:
    """Norms, biases, gates and positions are left alone by weight decay."""
    decayed = {n for n, p in Tagger(TINY).named_parameters() if is_decayed(n, p)}
    assert {"embedding.piece.weight", "blocks.0.widen.weight", "head.weight"} <= decayed
    assert not any("gate" in n or "position" in n or "norm" in n or "bias" in n for n in decayed)


@pytest.mark.parametrize("mark", ["shape", "gap"])
def test_a_mark_that_is_not_seen_changes_nothing(mark) -> None:
    """Its table is zero and gets no gradient; the other one is learnt."""
    config = replace(PRESETS["tiny"], vocabulary_size=50, dropout=0.0, **{mark: False})
    torch.manual_seed(0)
    tagger = Tagger(config).eval()
    pieces = torch.randint(1, 50, (2, 5, 3), dtype=torch.int32)
    shapes, gaps = torch.full((2, 2, 5), 1, dtype=torch.int32)
    changed = {"shapes": shapes, "gaps": gaps, f"{mark}s": torch.full((2, 5), 3)}
    plain = tagger(pieces, shapes, gaps)
    assert torch.equal(tagger(pieces, **changed), plain)
    other = "gaps" if mark == "shape" else "shapes"
    seen = {"shapes": shapes, "gaps": gaps, other: torch.full((2, 5), 3)}
    assert not torch.equal(tagger(pieces, **seen), plain)
    plain.sum().backward()
    assert getattr(tagger.embedding, mark).weight.grad is None
