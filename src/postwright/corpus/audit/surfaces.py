"""Every span and every row of a corpus as a number, so that the same words are found by sorting.

What the pieces of a word spell is hashed, not the pieces: of two segmentations that are equally
good the tokenizer takes now one, now the other (see `Tokenizer.encode`). Punctuation does not
count, as it does not in `splits.normalise_line`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from postwright.corpus.audit.tally import tag_ids
from postwright.corpus.audit.vocabulary import BASE, Vocabulary
from postwright.text import MAX_WORDS, SHAPES

__all__ = ["Lines", "Surfaces", "line_keys", "merged", "span_keys", "unpack"]

Array = npt.NDArray[Any]
UInt64 = npt.NDArray[np.uint64]

_U = np.uint64
#: Bits of a packed entry below the hash of its surface: tag, source, and whether it has letters.
_TAG_BITS, _SOURCE_BITS = 5, 10
_LOW_BITS = _TAG_BITS + _SOURCE_BITS + 1
_PUNCTUATION = np.isin(
    SHAPES,
    "padding comma full_stop hyphen slash hash ampersand open close quote colon "
    "other_punctuation symbol other".split(),
)
_LETTERS = np.isin(SHAPES, ["lower", "title", "upper", "mixed", "single_upper", "caseless"])


def _odd_numbers(count: int, seed: int) -> UInt64:
    """Random odd factors, the same in every run."""
    drawn = np.random.default_rng(seed).integers(0, 1 << 63, count, dtype=np.uint64)
    return drawn * _U(2) + _U(1)


#: Powers of `BASE`, for as many bytes as a word may have; longer ones share the last.
_POWERS = np.cumprod(np.append(_U(1), np.full(1023, BASE, dtype=np.uint64)), dtype=np.uint64)
_WORD_FACTORS = _odd_numbers(MAX_WORDS + 1, 2)
_COUNTRY_FACTORS = _odd_numbers(1 << 12, 3)


def _mixed(values: UInt64) -> UInt64:
    """The finalizer of SplitMix64 (Steele et al. 2014) over an array."""
    values = (values ^ (values >> _U(30))) * _U(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> _U(27))) * _U(0x94D049BB133111EB)
    return values ^ (values >> _U(31))


@dataclass
class Surfaces:
    """Different (country, surface, tag, source), sorted, with how often each occurs and where.

    Attributes:
        keys: packed hash, tag, source and whether there are letters, ``uint64[entries]``.
        counts: spans, ``int64[entries]``.
        places: of one such span: row number times `MAX_WORDS` plus span, ``int64[entries]``.
    """

    keys: UInt64
    counts: Array
    places: Array


@dataclass
class Lines:
    """Every row of a part as hashes, ``uint64[rows]`` each.

    Attributes:
        keys: of the words, without punctuation.
        labels: of the words and their labels.
    """

    keys: UInt64
    labels: UInt64


def span_keys(part: Mapping[str, Array], vocabulary: Vocabulary, first_row: int) -> Surfaces:
    """The surfaces of all spans of one part of a corpus.

    Args:
        part: the arrays of `Shards.part`.
        vocabulary: of the tokenizer that the part was encoded with.
        first_row: number in the corpus of the part's first row.
    """
    words, counted = _words(part, vocabulary)
    labels = part["labels"]
    inside = np.flatnonzero(labels)  # [labelled words]
    begins = np.flatnonzero(labels % 2 == 1)  # [spans]
    starts = np.searchsorted(inside, begins)
    order = _order_within(counted[inside], starts)
    hashes = np.add.reduceat(words[inside] * _WORD_FACTORS[order], starts)
    letters = np.logical_or.reduceat(_LETTERS[part["shapes"]][inside], starts)
    rows = np.searchsorted(part["word_offsets"], begins, side="right") - 1
    hashes = _mixed(hashes + _COUNTRY_FACTORS[part["country"][rows]])
    keys = (hashes >> _U(_LOW_BITS) << _U(_LOW_BITS)) | letters.astype(np.uint64)
    keys |= tag_ids(labels[begins]).astype(np.uint64) << _U(_SOURCE_BITS + 1)
    keys |= part["source"][rows].astype(np.uint64) << _U(1)
    spans = np.arange(len(rows)) - np.searchsorted(rows, rows)  # number of a span in its row
    places = (first_row + rows) * MAX_WORDS + spans
    keys, first, counts = np.unique(keys, return_index=True, return_counts=True)
    return Surfaces(keys, counts, places[first])


def line_keys(part: Mapping[str, Array], vocabulary: Vocabulary) -> Lines:
    """Every row of one part as hashes of its words, and of its words with their labels."""
    words, counted = _words(part, vocabulary)
    starts = part["word_offsets"][:-1]
    order = _order_within(counted, starts)
    labels = (part["labels"] * counted).astype(np.uint64)
    keys = _mixed(np.add.reduceat(words * _WORD_FACTORS[order], starts))
    return Lines(keys, _mixed(keys + np.add.reduceat(labels * _WORD_FACTORS[order], starts)))


def _words(part: Mapping[str, Array], vocabulary: Vocabulary) -> tuple[UInt64, Array]:
    """The hash of each word's spelling, 0 for punctuation, and whether it counts; ``[words]``."""
    counts, pieces = part["piece_counts"].astype(np.int64), part["pieces"]
    starts = np.cumsum(counts) - counts
    sizes = vocabulary.sizes[pieces]  # [pieces]
    before = np.cumsum(sizes) - sizes
    before -= np.repeat(before[starts], counts)  # bytes of the word before each piece
    terms = vocabulary.hashes[pieces] * _POWERS[np.minimum(before, len(_POWERS) - 1)]
    counted = ~_PUNCTUATION[part["shapes"]]
    return _mixed(np.add.reduceat(terms, starts)) * counted, counted


def _order_within(counted: Array, starts: Array) -> Array:
    """The number of each word among those of its group that count; 0 and up."""
    before = np.cumsum(counted) - counted
    sizes = np.diff(np.append(starts, len(counted)))
    order: Array = before - np.repeat(before[starts], sizes)
    return order


def merged(tables: list[Surfaces]) -> Surfaces:
    """Several tables as one, equal entries counted together."""
    keys = np.concatenate([table.keys for table in tables])
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else order
    counts = np.concatenate([table.counts for table in tables])[order]
    places = np.concatenate([table.places for table in tables])[order]
    if len(keys):
        counts = np.add.reduceat(counts, starts)
    return Surfaces(keys[starts], counts, places[starts])


def unpack(keys: UInt64) -> tuple[UInt64, Array, Array, Array]:
    """Hash of the surface, tag, source and whether there are letters, of packed entries."""
    tags = (keys >> _U(_SOURCE_BITS + 1)) & _U((1 << _TAG_BITS) - 1)
    sources = (keys >> _U(1)) & _U((1 << _SOURCE_BITS) - 1)
    return (
        keys >> _U(_LOW_BITS),
        tags.astype(np.int64),
        sources.astype(np.int64),
        (keys & _U(1)).astype(bool),
    )
