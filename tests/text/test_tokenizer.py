"""The checked door to sentencepiece, and the arrays that a tagger reads."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import pytest
import sentencepiece
from hypothesis import given, settings
from hypothesis import strategies as st

from postwright.errors import TokenizerError
from postwright.text import (
    GAPS,
    MAX_PIECES,
    Tokenizer,
    encode,
    fold,
    gap_of,
    segment,
    shape_of,
    to_batch,
)
from postwright.text.encode import _fold, _folded_and_shaped
from postwright.text.segment import cut

LINES = [
    "350 5 th ave , new york , ny 10118",
    "12 bis rue de la république 75011 paris",
    "friedrichstrasse 43 - 45 , 10117 berlin",
    "calle mayor 12 28013 madrid via roma 5 20121 milano mi",
    "10 downing street london sw 1 a 2 aa main st straße",
] * 20


def train(**options: object) -> bytes:
    """A small real sentencepiece model."""
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.Train(
        **{
            "sentence_iterator": iter(LINES), "model_writer": model, "vocab_size": 380,
            "model_type": "unigram", "split_digits": True, "byte_fallback": True,
            "normalization_rule_name": "identity", "pad_id": 0, "unk_id": 1, "bos_id": -1,
            "eos_id": -1, "hard_vocab_limit": False, "minloglevel": 2, **options,
        }
    )  # fmt: skip
    return model.getvalue()


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """One model for the whole module."""
    return Tokenizer(train())


TOKENIZER = Tokenizer(train())


@settings(deadline=None)
@given(st.lists(st.text(alphabet=st.characters(exclude_categories=()), max_size=40), max_size=4))
def test_arrays_agree_with_the_words(texts: list[str]) -> None:
    """Any text: offsets are the words', counts add up, nothing is padding."""
    for text, row in zip(texts, encode(TOKENIZER, texts), strict=True):
        assert list(zip(row.starts.tolist(), row.ends.tolist(), strict=True)) == segment(text)
        assert row.piece_counts.sum() == len(row.pieces)
        assert ((row.piece_counts >= 1) & (row.piece_counts <= MAX_PIECES)).all()
        assert (row.pieces > 0).all()
        assert (row.shapes > 0).all()
        assert (row.gaps > 0).all()


@settings(deadline=None)
@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
def test_a_batch_holds_each_row_as_if_alone(texts: list[str]) -> None:
    """Padding adds zeros to the right and changes nothing else."""
    rows = encode(TOKENIZER, texts)
    batch = to_batch(rows)
    for position, row in enumerate(rows):
        alone = to_batch([row])
        words, depth = len(row), alone.pieces.shape[2]
        assert batch.mask[position].sum() == words
        assert (batch.pieces[position, :words, :depth] == alone.pieces[0]).all()
        assert not batch.pieces[position, words:].any()
        assert (batch.shapes[position, :words] == alone.shapes[0]).all()
        assert (batch.gaps[position, :words] == alone.gaps[0]).all()


def test_an_empty_list_is_an_empty_batch() -> None:
    """No rows, no words."""
    assert to_batch([]).mask.shape == (0, 0)


def test_a_long_word_keeps_its_first_eight_and_last_four_pieces(tokenizer: Tokenizer) -> None:
    """A number of 30 digits is 8 + 4 of them, the first and the last."""
    number = "123456789012345678901234567890"
    row = encode(tokenizer, [number])[0]
    whole = tokenizer.encode([[fold(number)]])[0]
    assert row.pieces.tolist() == whole[:8] + whole[-4:]


@settings(deadline=None)
@given(st.lists(st.text(alphabet="ab,1\u3000\n \u04301", max_size=30), max_size=4))
def test_gaps_and_shapes_are_those_of_the_single_words(texts: list[str]) -> None:
    """What is remembered of a word, and read off its neighbours, is what the functions say."""
    for text, row in zip(texts, encode(TOKENIZER, texts), strict=True):
        spans = segment(text)
        words = [text[start:end] for start, end in spans]
        assert row.shapes.tolist() == [shape_of(word) for word in words]
        gaps = [
            gap_of(text[before[1] : after[0]], text[slice(*before)])
            for before, after in pairwise(spans)
        ]
        assert row.gaps.tolist() == [GAPS.index("start"), *gaps][: len(words)]


@settings(deadline=None, max_examples=300)
@given(
    st.text(max_size=40)
    | st.text(alphabet="aÉßİǅ中がの\u0301\u0660२½º\u2581①Ⅷ\u1e9e\u0345 ,", max_size=20)
)
def test_a_line_is_folded_and_shaped_as_its_words(text: str) -> None:
    """What is done to a whole line at once is what the functions do to its words."""
    words = cut(text)[1::2]
    expected = " ".join(map(fold, words)), bytes(map(shape_of, words))
    assert _folded_and_shaped(words) == expected


def test_long_words_are_not_remembered() -> None:
    """Or a stranger's texts could fill the memory with them."""
    known = _fold.cache_info().currsize
    encode(TOKENIZER, ["x" * 100_000])
    assert _fold.cache_info().currsize == known


def test_a_window_is_the_encoding_of_its_words(tokenizer: Tokenizer) -> None:
    """Pieces, shapes and gaps are cut at the same words."""
    row = encode(tokenizer, ["350 5th Ave, New York, NY 10118"])[0]
    part = row.window(4, 8)
    assert len(part) == 4
    assert part.pieces.tolist() == encode(tokenizer, [", New York,"])[0].pieces.tolist()
    assert (part.gaps == row.gaps[4:8]).all()


def test_digits_are_single_pieces(tokenizer: Tokenizer) -> None:
    """`split_digits`: a postcode is its digits."""
    assert encode(tokenizer, ["10118"])[0].piece_counts.tolist() in ([5], [6])


def test_save_and_load_keep_the_digest(tokenizer: Tokenizer, tmp_path: Path) -> None:
    """The digest is that of the file."""
    path = tmp_path / "tokenizer.model"
    path.write_bytes(tokenizer.serialized)
    assert Tokenizer.load(path).digest == tokenizer.digest


def test_a_missing_and_a_broken_file_are_named(tmp_path: Path) -> None:
    """The path stands in the message."""
    with pytest.raises(TokenizerError, match="nowhere"):
        Tokenizer.load(tmp_path / "nowhere.model")
    (tmp_path / "broken.model").write_bytes(b"no model")
    with pytest.raises(TokenizerError, match=r"broken\.model"):
        Tokenizer.load(tmp_path / "broken.model")


def test_wrong_special_ids_are_refused() -> None:
    """A model trained with sentencepiece's defaults has no padding at 0."""
    with pytest.raises(TokenizerError, match="pad and unk"):
        Tokenizer(train(pad_id=-1, unk_id=0))


def test_a_tokenizer_that_falls_back_everywhere_is_refused() -> None:
    """Trained on another script, it knows no Latin letter: caught at once."""
    greek = ["αθηνα οδοσ ερμου θεσσαλονικη πατρα λαρισα βολοσ"] * 50
    with pytest.raises(TokenizerError, match="unk"):
        Tokenizer(train(sentence_iterator=iter(greek), vocab_size=300))


def test_checks_name_what_they_found(tokenizer: Tokenizer) -> None:
    """Size, digest and share of fallback pieces."""
    with pytest.raises(TokenizerError, match="expected 16000"):
        tokenizer.check(expected_size=16000)
    with pytest.raises(TokenizerError, match="sha256"):
        tokenizer.check(expected_digest="0" * 64)
    with pytest.raises(TokenizerError, match="bytes"):
        tokenizer.check(sample=["東 京 都"])
    assert tokenizer.check(sample=LINES[:5]) < 0.05


def test_words_and_pieces_must_agree(tokenizer: Tokenizer) -> None:
    """An assertion that survives `python -O`."""
    with pytest.raises(TokenizerError, match="2 words became 1"):
        tokenizer.word_starts(tokenizer.encode([["ave"]])[0], 2)
