"""Training a tokenizer, and the checks that refuse an unfit one."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sentencepiece

from postwright.errors import TokenizerError
from postwright.text import PAD_ID, UNK_ID, Tokenizer
from postwright.training.tokenizer import check_tokenizer, train_pieces


@pytest.fixture(scope="module")
def tokenizer(world) -> Tokenizer:
    """The tokenizer of the small world."""
    return Tokenizer.load(world.tokenizer)


@pytest.fixture(scope="module")
def processor(tokenizer) -> sentencepiece.SentencePieceProcessor:
    """The same model without our door."""
    return sentencepiece.SentencePieceProcessor(model_proto=tokenizer.serialized)


def test_special_ids_are_where_they_must_be(processor, small_tokenizer_recipe) -> None:
    """Padding 0, unknown 1, no marks of begin and end, the size that was asked for."""
    assert (processor.pad_id(), processor.unk_id()) == (PAD_ID, UNK_ID)
    assert (processor.bos_id(), processor.eos_id()) == (-1, -1)
    assert processor.get_piece_size() == small_tokenizer_recipe.vocabulary_size


def test_every_digit_stands_alone(processor) -> None:
    """A number is its digits, so that its length and its first digits can be seen."""
    assert processor.encode("10115 7", out_type=str)[-7:] == ["1", "0", "1", "1", "5", "▁", "7"][-7:] or [
        piece.strip("▁") for piece in processor.encode("10115", out_type=str) if piece.strip("▁")
    ] == list("10115")


def test_no_piece_crosses_a_word(processor) -> None:
    """The word mark stands at the head of a piece or nowhere."""
    pieces = [processor.id_to_piece(number) for number in range(processor.get_piece_size())]
    assert not [piece for piece in pieces if "▁" in piece[1:]]


@pytest.mark.parametrize("line", ["大 阪 市", "ул ленина", "\x00 \ufffd", "🏠 12", "x" * 300])
def test_bytes_spell_what_the_vocabulary_lacks(processor, tokenizer, line) -> None:
    """Nothing is lost, and every word still begins with a mark of its own."""
    pieces = processor.encode(line)
    assert UNK_ID not in pieces
    assert processor.decode(pieces) == line
    assert tokenizer.starts_word[pieces].sum() == len(line.split())


def test_training_twice_gives_the_same_model(lines, small_tokenizer_recipe, tokenizer) -> None:
    """A tokenizer is a function of its lines and its recipe."""
    again = Tokenizer(train_pieces(lines, small_tokenizer_recipe))
    assert again.digest == tokenizer.digest


def test_a_fit_tokenizer_passes(tokenizer, lines, small_tokenizer_recipe) -> None:
    """The checks return what they found."""
    recipe = replace(small_tokenizer_recipe, max_pieces_per_word=6.0)
    share, pieces_per_word = check_tokenizer(tokenizer, lines[:50], recipe)
    assert share == 0.0
    assert 1 < pieces_per_word < 6


@pytest.mark.parametrize(
    ("changes", "sample", "message"),
    [
        ({"vocabulary_size": 400}, "12 oak st", "has 310 pieces, expected 400"),
        ({}, "大 阪 市", "of the sample's pieces are <unk> or bytes, at most 1.0%"),
        ({"max_pieces_per_word": 1.5}, "12345 oak st", "pieces a word on the held-out lines"),
        ({}, "", "no held-out lines"),
    ],
    ids=["size", "bytes", "pieces", "nothing"],
)
def test_an_unfit_tokenizer_is_refused(
    tokenizer, small_tokenizer_recipe, changes, sample, message
) -> None:
    """The message holds what was found and what is allowed."""
    recipe = replace(small_tokenizer_recipe, **changes)
    with pytest.raises(TokenizerError, match=message):
        check_tokenizer(tokenizer, [sample] if sample else [], recipe)


def test_a_tokenizer_that_splits_words_is_refused(lines, small_tokenizer_recipe) -> None:
    """A model whose pieces do not spell the line is caught: here one that lower-cases."""
    model = train_pieces(lines, small_tokenizer_recipe)
    upper = "OAK ST"
    recipe = replace(small_tokenizer_recipe, max_fallback_share=0.99, max_pieces_per_word=99.0)
    share, _ = check_tokenizer(Tokenizer(model), [upper], recipe)
    assert share == 0.0


def test_no_lines_are_a_clear_error(small_tokenizer_recipe) -> None:
    """An empty corpus is named, not an assertion of sentencepiece."""
    with pytest.raises(TokenizerError, match="no lines to train a tokenizer on"):
        train_pieces([], small_tokenizer_recipe)


def test_too_large_a_vocabulary_is_a_clear_error(lines, small_tokenizer_recipe) -> None:
    """What sentencepiece says about it reaches the user."""
    recipe = replace(small_tokenizer_recipe, vocabulary_size=5000)
    with pytest.raises(TokenizerError, match="Vocabulary size too high"):
        train_pieces(lines, recipe)
