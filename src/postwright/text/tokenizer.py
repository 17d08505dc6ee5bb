"""The sentencepiece model behind a checked door.

A tokenizer that silently fell back to special tokens once cost a whole campaign: every word
became ``<unk>`` and the model learnt a constant. So every tokenizer is checked where it is
built, loaded, exported or evaluated with.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import sentencepiece

from postwright.errors import TokenizerError
from postwright.text.fold import fold

__all__ = ["PAD_ID", "UNK_ID", "Tokenizer"]

PAD_ID = 0
UNK_ID = 1
_WORD_MARK = "\u2581"

#: Words of many countries that any usable vocabulary encodes mostly without bytes.
_PROBE = "10118 main street new york rue de la paris straße berlin calle madrid via roma"


class Tokenizer:
    """Encodes folded words into piece ids; each word starts with a piece that bears ``▁``."""

    def __init__(self, model: bytes, *, origin: str = "the given bytes") -> None:
        """Wrap a serialised sentencepiece model; raises `TokenizerError` if it is unusable."""
        self.origin = origin
        self.digest = hashlib.sha256(model).hexdigest()
        self.serialized = model
        self._processor = sentencepiece.SentencePieceProcessor()
        try:
            self._processor.LoadFromSerializedProto(model)
        except RuntimeError as error:
            raise TokenizerError(f"{origin} is not a sentencepiece model: {error}") from error
        self.vocabulary_size: int = self._processor.GetPieceSize()
        self.starts_word = np.array([piece.startswith(_WORD_MARK) for piece in self.pieces()])
        self._starts_word: list[bool] = self.starts_word.tolist()
        self.is_fallback = np.array(
            [self._processor.IsByte(i) or i == UNK_ID for i in range(self.vocabulary_size)]
        )
        self._check_specials()
        self.check(sample=[_PROBE], limit=0.5)

    @classmethod
    def load(cls, path: str | Path) -> Tokenizer:
        """Read ``tokenizer.model``; raises `TokenizerError` naming the file."""
        try:
            return cls(Path(path).read_bytes(), origin=str(path))
        except OSError as error:
            raise TokenizerError(f"cannot read {path}: {error.strerror or error}") from error

    def _check_specials(self) -> None:
        found = (self._processor.pad_id(), self._processor.unk_id())
        if found != (PAD_ID, UNK_ID):
            raise TokenizerError(
                f"{self.origin}: pad and unk ids are {found}, must be {(PAD_ID, UNK_ID)}; "
                "train it with `postwright train tokenizer`"
            )

    def check(
        self,
        *,
        expected_size: int | None = None,
        expected_digest: str | None = None,
        sample: Iterable[str] = (),
        limit: float = 0.05,
    ) -> float:
        """Fail fast when this is not the tokenizer that is meant.

        Args:
            expected_size: vocabulary size that the model was built for.
            expected_digest: sha256 hex digest that the bundle names.
            sample: lines of white-space-separated folded words.
            limit: highest share of ``<unk>`` and byte pieces on the sample, 0 to 1.

        Returns:
            The share of ``<unk>`` and byte pieces on the sample.

        Raises:
            TokenizerError: naming the figure found and the one expected.
        """
        if expected_size is not None and expected_size != self.vocabulary_size:
            raise TokenizerError(
                f"{self.origin} has {self.vocabulary_size} pieces, expected {expected_size}"
            )
        if expected_digest is not None and expected_digest != self.digest:
            raise TokenizerError(
                f"{self.origin} has sha256 {self.digest[:12]}…, expected {expected_digest[:12]}…"
            )
        share = self.fallback_share(sample)
        if share > limit:
            raise TokenizerError(
                f"{self.origin}: {share:.1%} of the sample's pieces are <unk> or bytes, at most "
                f"{limit:.1%} may be; is it the right tokenizer for this text?"
            )
        return share

    def fallback_share(self, lines: Iterable[str]) -> float:
        """Share of ``<unk>`` and byte pieces among all pieces of ``lines``; 0 for no lines."""
        words = [[fold(word) for word in line.split()] for line in lines]
        pieces = np.array([p for ids in self.encode(words) for p in ids], dtype=np.int64)
        return float(self.is_fallback[pieces].mean()) if pieces.size else 0.0

    def encode(self, texts: Sequence[Sequence[str]]) -> list[list[int]]:
        """Piece ids of each text, given as its folded words; about 5 µs for ten words.

        The words of a text go in together, not each by itself: of two segmentations that are
        equally good in theory rounding decides, and that depends on what stands before the word.
        """
        return [self.encode_folded(" ".join(words)) for words in texts]

    def encode_folded(self, text: str) -> list[int]:
        """Piece ids of one text, given as its folded words with a blank between them."""
        # One call a text: given a list, sentencepiece starts threads, 0.5 ms for a single text.
        pieces: list[int] = self._processor.EncodeAsIds(text)
        return pieces

    def pieces(self) -> list[str]:
        """The text of every piece by id; a byte is ``<0xE6>``, the start of a word ``▁``."""
        return [self._processor.IdToPiece(i) for i in range(self.vocabulary_size)]

    def word_starts(self, pieces: Sequence[int], words: int) -> list[int]:
        """Positions in `pieces` where words start; raises `TokenizerError` if not `words` many."""
        starts = [at for at, piece in enumerate(pieces) if self._starts_word[piece]]
        if len(starts) != words or (words and starts[0] != 0):
            raise TokenizerError(
                f"{self.origin}: {words} words became {len(starts)} word starts; the text "
                "contract and the tokenizer do not fit together"
            )
        return starts
