"""Training a tokenizer, and the checks that refuse an unfit one."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
import sentencepiece

from postwright.errors import TokenizerError
from postwright.text import PAD_ID, UNK_ID, Tokenizer
from postwright.training.tokenizer import check_tokenizer, make_tokenizer, train_pieces


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
    pieces = [piece.strip("▁") for piece in processor.encode("10115 oak", out_type=str)]
    assert [piece for piece in pieces if piece][:5] == list("10115")


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


def test_a_model_that_rewrites_the_text_is_refused(lines, small_tokenizer_recipe) -> None:
    """A model that folds letters itself does not spell the line again."""
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_writer=model,
        vocab_size=small_tokenizer_recipe.vocabulary_size,
        normalization_rule_name="nmt_nfkc_cf",
        byte_fallback=True,
        split_digits=True,
        pad_id=PAD_ID,
        unk_id=UNK_ID,
        bos_id=-1,
        eos_id=-1,
        minloglevel=2,
    )
    folding = Tokenizer(model.getvalue())
    with pytest.raises(TokenizerError, match="'OAK 7' comes back as 'oak 7'"):
        check_tokenizer(folding, ["OAK 7"], small_tokenizer_recipe)


def test_a_model_is_written_with_what_its_checks_found(
    lines, small_tokenizer_recipe, tmp_path
) -> None:
    """The file can be loaded and is the one that the report names."""
    recipe = replace(small_tokenizer_recipe, max_pieces_per_word=6.0)
    report = make_tokenizer(lines, recipe, tmp_path / "new" / "tokenizer.model")
    written = Tokenizer.load(report.path)
    assert (written.digest, written.vocabulary_size) == (report.digest, report.vocabulary_size)
    assert report.held_out_lines == 50
    assert "310 pieces" in str(report)


def test_an_unfit_model_is_not_written(lines, small_tokenizer_recipe, tmp_path) -> None:
    """What failed a check cannot be taken for a tokenizer."""
    recipe = replace(small_tokenizer_recipe, max_pieces_per_word=1.01)
    with pytest.raises(TokenizerError, match="pieces a word"):
        make_tokenizer(lines, recipe, tmp_path / "tokenizer.model")
    assert not list(tmp_path.iterdir())


def test_no_lines_are_a_clear_error(small_tokenizer_recipe) -> None:
    """An empty corpus is named, not an assertion of sentencepiece."""
    with pytest.raises(TokenizerError, match="no lines to train a tokenizer on"):
        train_pieces([], small_tokenizer_recipe)


def test_too_large_a_vocabulary_is_a_clear_error(lines, small_tokenizer_recipe) -> None:
    """What sentencepiece says about it reaches the user."""
    recipe = replace(small_tokenizer_recipe, vocabulary_size=5000)
    with pytest.raises(TokenizerError, match="Vocabulary size too high"):
        train_pieces(lines, recipe)
