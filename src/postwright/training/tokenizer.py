"""Train the sentencepiece model, and refuse one that is not fit for use."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import sentencepiece

from postwright.corpus.build import folded_lines
from postwright.corpus.recipe import load_recipe
from postwright.errors import TokenizerError
from postwright.text import PAD_ID, UNK_ID, Tokenizer
from postwright.training.recipe import TokenizerRecipe

__all__ = [
    "TokenizerReport",
    "check_tokenizer",
    "make_tokenizer",
    "train_pieces",
    "train_tokenizer",
]


@dataclass(frozen=True)
class TokenizerReport:
    """What the checks of a new tokenizer found on lines that it was not trained on."""

    path: Path
    digest: str
    vocabulary_size: int
    held_out_lines: int
    fallback_share: float
    pieces_per_word: float

    def __str__(self) -> str:
        return (
            f"{self.path}: {self.vocabulary_size} pieces, sha256 {self.digest[:12]}…; on "
            f"{self.held_out_lines:,} held-out lines {self.pieces_per_word:.2f} pieces a word, "
            f"{self.fallback_share:.3%} of them <unk> or bytes"
        )


def train_tokenizer(recipe: TokenizerRecipe, out: Path) -> TokenizerReport:
    """Train on folded lines of the corpus, check, and write ``out`` in one rename.

    A million lines of ten words take about 4.5 minutes of one core: 1.3 to read the sources, 1.6
    to compose the lines, the rest in sentencepiece.

    Raises:
        TokenizerError: the model fails a check; nothing is written then.
        CorpusError, ConfigError: the corpus or its recipe cannot be used.
    """
    return make_tokenizer(folded_lines(load_recipe(recipe.corpus_recipe), recipe.rows), recipe, out)


def make_tokenizer(lines: Iterable[str], recipe: TokenizerRecipe, out: Path) -> TokenizerReport:
    """The second half of `train_tokenizer`, from folded lines; raises `TokenizerError`."""
    rest = iter(lines)
    held_out = list(islice(rest, recipe.held_out_rows))
    tokenizer = Tokenizer(train_pieces(rest, recipe), origin=str(out))
    share, pieces_per_word = check_tokenizer(tokenizer, held_out, recipe)
    _write(out, tokenizer.serialized)
    return TokenizerReport(
        path=out,
        digest=tokenizer.digest,
        vocabulary_size=tokenizer.vocabulary_size,
        held_out_lines=len(held_out),
        fallback_share=share,
        pieces_per_word=pieces_per_word,
    )


def train_pieces(lines: Iterable[str], recipe: TokenizerRecipe) -> bytes:
    """Train a unigram model (Kudo 2018) on folded lines; the serialised model.

    Normalisation is the identity, because `postwright.text.fold` has folded already. A piece
    never crosses a word, digits stand alone, and what the vocabulary lacks becomes bytes.
    """
    model = io.BytesIO()
    sentencepiece.set_random_generator_seed(1)
    try:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=_counted(lines),
            model_writer=model,
            model_type="unigram",
            vocab_size=recipe.vocabulary_size,
            character_coverage=recipe.character_coverage,
            normalization_rule_name="identity",
            split_digits=True,
            split_by_unicode_script=recipe.split_by_unicode_script,
            byte_fallback=True,
            pad_id=PAD_ID,
            unk_id=UNK_ID,
            bos_id=-1,
            eos_id=-1,
            input_sentence_size=recipe.sampled_rows,
            shuffle_input_sentence=True,
            num_threads=recipe.threads,
            minloglevel=1,
        )
    except (RuntimeError, OSError) as error:
        raise TokenizerError(f"sentencepiece could not be trained: {error}") from error
    return model.getvalue()


def _counted(lines: Iterable[str]) -> Iterator[str]:
    """The lines, refusing an empty corpus in words (sentencepiece fails an assertion)."""
    number = 0
    for number, line in enumerate(lines, start=1):  # noqa: B007
        yield line
    if not number:
        raise TokenizerError("the corpus gives no lines to train a tokenizer on")


def check_tokenizer(
    tokenizer: Tokenizer, held_out: Sequence[str], recipe: TokenizerRecipe
) -> tuple[float, float]:
    """Refuse a model that would spoil every tagger trained with it.

    Checked: size, the share of unknown and byte pieces, that every word begins with one word
    mark, that pieces spell the line again, and how many pieces a word takes.

    Args:
        tokenizer: the new model.
        held_out: folded lines that it was not trained on.
        recipe: the limits.

    Returns:
        The share of unknown and byte pieces, and the pieces per word.

    Raises:
        TokenizerError: naming the check, what was found and what was allowed.
    """
    if not held_out:
        raise TokenizerError("no held-out lines to check the tokenizer on")
    size = recipe.vocabulary_size
    share = tokenizer.check(expected_size=size, sample=held_out, limit=recipe.max_fallback_share)
    _check_spelling(tokenizer, held_out)
    words = [line.split() for line in held_out]
    encoded = tokenizer.encode(words)
    pieces_per_word = sum(map(len, encoded)) / sum(map(len, words))
    if pieces_per_word > recipe.max_pieces_per_word:
        raise TokenizerError(
            f"{tokenizer.origin}: {pieces_per_word:.2f} pieces a word on the held-out lines, at "
            f"most {recipe.max_pieces_per_word:g} may be; train on more lines, or allow more pieces"
        )
    return share, pieces_per_word


def _check_spelling(tokenizer: Tokenizer, held_out: Sequence[str]) -> None:
    """Every line must be spelt by its pieces, each word behind a mark of its own."""
    processor = sentencepiece.SentencePieceProcessor(model_proto=tokenizer.serialized)
    for line in held_out:
        words = line.split()
        pieces = processor.encode(" ".join(words))
        marks = int(tokenizer.starts_word[pieces].sum())
        if marks != len(words):
            raise TokenizerError(
                f"{tokenizer.origin}: {len(words)} words of {line!r} became {marks} word starts"
            )
        spelt = processor.decode(pieces)
        if spelt != " ".join(words):
            raise TokenizerError(f"{tokenizer.origin}: {line!r} comes back as {spelt!r}")


def _write(out: Path, model: bytes) -> None:
    """Write the model under a temporary name and rename it."""
    writing = out.with_name(f".writing-{out.name}")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        writing.write_bytes(model)
        os.replace(writing, out)
    except OSError as error:
        writing.unlink(missing_ok=True)
        raise TokenizerError(f"cannot write {out}: {error.strerror or error}") from error
