"""Rows read back from shards: as near to what was written as pieces, shapes and gaps tell.

A shard holds no text. Folding took the letter case of mixed words, compatibility forms and digits
of other scripts; of a very long word the middle is gone; whether a blank stood behind a comma is
not known. Everything else comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from postwright.corpus.audit.vocabulary import Vocabulary
from postwright.corpus.records import Row, Span
from postwright.corpus.shards import Shards
from postwright.labels import FULL
from postwright.splits import normalise_line
from postwright.text import GAPS, MAX_WORDS, SHAPES

__all__ = ["read_rows", "read_surfaces"]

Array = npt.NDArray[Any]

_BLANKS = {"none": "", "start": "", "space": " ", "wide": "  ", "newline": "\n", "comma": " "}


def read_rows(shards: Shards, numbers: Iterable[int], vocabulary: Vocabulary) -> dict[int, Row]:
    """Some rows of a corpus, by row number; about 50 µs a row, and 1 ms a shard.

    Args:
        shards: the corpus.
        numbers: row numbers in ``range(shards.rows)``.
        vocabulary: of the tokenizer that the corpus was encoded with.
    """
    wanted = np.unique(np.fromiter(numbers, dtype=np.int64))
    first = np.cumsum([0, *shards.part_sizes])
    rows: dict[int, Row] = {}
    owners = np.searchsorted(first, wanted, side="right") - 1
    for owner in np.unique(owners).tolist():
        part = shards.part(owner)
        for number in wanted[owners == owner].tolist():
            rows[number] = _row(part, number - int(first[owner]), shards, vocabulary)
    return rows


def read_surfaces(shards: Shards, places: Iterable[int], vocabulary: Vocabulary) -> dict[int, str]:
    """The normalised text of some spans, by place: row number times `MAX_WORDS` plus span."""
    wanted = sorted(set(places))
    rows = read_rows(shards, (place // MAX_WORDS for place in wanted), vocabulary)
    surfaces = {}
    for place in wanted:
        row = rows[place // MAX_WORDS]
        start, end, _ = row.spans[place % MAX_WORDS]
        surfaces[place] = normalise_line(row.raw[start:end])
    return surfaces


def _row(part: Mapping[str, Array], at: int, shards: Shards, vocabulary: Vocabulary) -> Row:
    """One row of a part."""
    start, end = part["word_offsets"][at : at + 2].tolist()
    piece = int(part["piece_offsets"][at])
    text, words = "", []
    for place in range(start, end):
        count = int(part["piece_counts"][place])
        word = vocabulary.word(part["pieces"][piece : piece + count])
        piece += count
        text += _BLANKS[GAPS[part["gaps"][place]]]
        words.append((len(text), len(text := text + _cased(word, SHAPES[part["shapes"][place]]))))
    spans = _spans(part["labels"][start:end].tolist(), words)
    country, source = int(part["country"][at]), int(part["source"][at])
    return Row(text, spans, shards.countries[country], shards.sources[source])


def _cased(word: str, shape: str) -> str:
    """A folded word in the letter case that its shape tells."""
    if shape in ("upper", "single_upper"):
        return word.upper()
    return word[:1].upper() + word[1:] if shape == "title" else word


def _spans(labels: list[int], words: list[tuple[int, int]]) -> tuple[Span, ...]:
    """The spans over some words."""
    spans: list[Span] = []
    for label, (start, end) in zip(labels, words, strict=True):
        tag = FULL.tag_of(label)
        if tag is not None and label % 2:
            spans.append((start, end, tag))
        elif tag is not None:
            spans[-1] = (spans[-1][0], end, tag)
    return tuple(spans)
