"""Counts over the arrays of a shard, in whole-array steps: about half a second for 125,000 rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from postwright.corpus.audit.vocabulary import SCRIPTS, Vocabulary, script_of
from postwright.labels import TAGS
from postwright.text import MAX_PIECES, MAX_WORDS, SHAPES

__all__ = ["PLACES", "Tally", "tag_ids", "tally"]

Array = npt.NDArray[Any]

#: Bins of a span's place in its row.
PLACES = 10
#: Longest word that is counted apart, in code points.
_LONGEST = 40
_LETTERS = np.isin(SHAPES, ["lower", "title", "upper", "mixed", "single_upper", "caseless"])


@dataclass
class Tally:
    """What is counted exactly; two tallies of the same corpus add up.

    Attributes:
        rows: by source and country, ``[sources, countries]``.
        words: by country and tag, the last for words outside, ``[countries, tags + 1]``.
        spans: ``[countries, tags]``.
        source_spans: ``[sources, tags]``.
        rows_with: rows that have the tag at all, ``[countries, tags]``.
        places: spans by the tenth of the row's words in which they begin, ``[tags, places]``.
        words_per_row: rows by their words, ``[MAX_WORDS + 1]``.
        pieces_per_row: rows by their pieces, ``[MAX_WORDS * MAX_PIECES + 1]``.
        pieces_per_word: words by their pieces, ``[MAX_PIECES + 1]``.
        letters_per_word: words of letters by their code points, the last for longer ones.
        scripts: words of letters by script, ``[countries, scripts]``.
        script_pieces: their pieces, ``[scripts]``.
        script_fallback: pieces among them that are bytes or unknown, ``[scripts]``.
        script_rows: rows that have the script at all, ``[scripts]``.
        country_pieces: pieces, ``[countries]``.
    """

    rows: Array
    words: Array
    spans: Array
    source_spans: Array
    rows_with: Array
    places: Array
    words_per_row: Array
    pieces_per_row: Array
    pieces_per_word: Array
    letters_per_word: Array
    scripts: Array
    script_pieces: Array
    script_fallback: Array
    script_rows: Array
    country_pieces: Array

    def add(self, other: Tally) -> None:
        """Count another part of the same corpus in."""
        for item in fields(self):
            counts = getattr(self, item.name)
            counts += getattr(other, item.name)


def tag_ids(labels: Array) -> Array:
    """Position in `TAGS` of each label's tag, ``len(TAGS)`` for the label outside."""
    return np.where(labels > 0, (labels.astype(np.int64) - 1) // 2, len(TAGS))


def tally(
    part: Mapping[str, Array], vocabulary: Vocabulary, *, sources: int, countries: int
) -> Tally:
    """Count one part of a corpus.

    Args:
        part: the arrays of `Shards.part`.
        vocabulary: of the tokenizer that the part was encoded with.
        sources: how many sources the corpus has.
        countries: how many countries it has.
    """
    word_counts = np.diff(part["word_offsets"])  # [rows]
    row_of = np.repeat(np.arange(len(word_counts)), word_counts)  # [words]
    country, source = part["country"], part["source"]  # [rows]
    tags = tag_ids(part["labels"])  # [words]
    begins = np.flatnonzero(part["labels"] % 2 == 1)  # [spans]: label 2 i + 1 opens a span
    span_rows, span_tags = row_of[begins], tags[begins]
    has = np.zeros((len(word_counts), len(TAGS)), dtype=bool)
    has[span_rows, span_tags] = True
    place = (begins - part["word_offsets"][span_rows]) * PLACES // word_counts[span_rows]
    return Tally(
        rows=_pairs(source, country, sources, countries),
        words=_pairs(country[row_of], tags, countries, len(TAGS) + 1),
        spans=_pairs(country[span_rows], span_tags, countries, len(TAGS)),
        source_spans=_pairs(source[span_rows], span_tags, sources, len(TAGS)),
        rows_with=_pairs(
            np.repeat(country, has.sum(axis=1)), np.nonzero(has)[1], countries, len(TAGS)
        ),
        places=_pairs(span_tags, place, len(TAGS), PLACES),
        words_per_row=_bins(word_counts, MAX_WORDS),
        pieces_per_row=_bins(np.diff(part["piece_offsets"]), MAX_WORDS * MAX_PIECES),
        country_pieces=np.bincount(
            country, np.diff(part["piece_offsets"]), minlength=countries
        ).astype(np.int64),
        **_word_counts(part, vocabulary, row_of, country, countries),
    )


def _word_counts(
    part: Mapping[str, Array], vocabulary: Vocabulary, row_of: Array, country: Array, countries: int
) -> dict[str, Array]:
    """What is counted of words and their scripts."""
    counts = part["piece_counts"].astype(np.int64)  # [words]
    pieces = part["pieces"]
    starts = np.cumsum(counts) - counts
    lettered = np.flatnonzero(_LETTERS[part["shapes"]])  # [lettered words]
    lengths = np.add.reduceat(vocabulary.lengths[pieces], starts)[lettered]
    fallback = np.add.reduceat(vocabulary.is_fallback[pieces].astype(np.int64), starts)[lettered]
    scripts = _scripts(vocabulary.first_letters(pieces, starts[lettered]))
    rows = np.zeros((len(country), len(SCRIPTS)), dtype=bool)
    rows[row_of[lettered], scripts] = True
    return {
        "pieces_per_word": _bins(counts, MAX_PIECES),
        "letters_per_word": _bins(lengths, _LONGEST),
        "scripts": _pairs(country[row_of[lettered]], scripts, countries, len(SCRIPTS)),
        "script_pieces": _sums(scripts, counts[lettered]),
        "script_fallback": _sums(scripts, fallback),
        "script_rows": rows.sum(axis=0),
    }


def _scripts(letters: Array) -> Array:
    """Script ids of some code points, each different one looked up once."""
    different, places = np.unique(letters, return_inverse=True)
    ids = np.array([script_of(chr(letter)) for letter in different.tolist()], dtype=np.int64)
    return ids[places]


def _pairs(first: Array, second: Array, rows: int, columns: int) -> Array:
    """How often each pair of two ids occurs, ``[rows, columns]``."""
    flat = np.bincount(first.astype(np.int64) * columns + second, minlength=rows * columns)
    return flat.reshape(rows, columns)


def _bins(values: Array, most: int) -> Array:
    """How often each value occurs, ``[most + 1]``; larger values count as `most`."""
    return np.bincount(np.minimum(values, most), minlength=most + 1)


def _sums(scripts: Array, values: Array) -> Array:
    """Sums of some values by script."""
    return np.bincount(scripts, values, minlength=len(SCRIPTS)).astype(np.int64)
