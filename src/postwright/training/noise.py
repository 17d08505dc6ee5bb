"""Noise on the rows of a training batch: words that are hidden, lines without capitals.

What is hidden is a function of the seed, the batch's number and a row's place in it, not of the
padding around it nor of the rank that reads it: a resumed run, and one spread over several
processes, sees the same noise.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from postwright.text import MAX_WORDS, PAD_ID, SHAPES, UNK_ID, Batch
from postwright.training.recipe import NoiseTable

__all__ = ["add_noise", "drop_case", "drop_words"]

#: The shapes that case makes; each is `lower` once a line is written in lower case.
CASED = np.array([SHAPES.index(name) for name in ("title", "upper", "mixed", "single_upper")])
LOWER = SHAPES.index("lower")

Places = NDArray[np.int64]


def add_noise(batch: Batch, table: NoiseTable, *, seed: int, number: int, places: Places) -> Batch:
    """Hide words and case of batch ``number``; with both rates 0 the batch itself comes back.

    Args:
        batch: the rows, or a rank's share of them.
        table: how often.
        seed: the run's.
        number: of the batch in the run.
        places: [batch], where each row stands in the whole batch of all ranks.
    """
    if table.word_dropout:
        draws = _draws((seed, number, 0), (int(places.max(initial=0)) + 1, MAX_WORDS))
        chosen = draws[places, : batch.shapes.shape[1]] < table.word_dropout  # [batch, words]
        batch = drop_words(batch, chosen)
    if table.case_dropout:
        draws = _draws((seed, number, 1), (int(places.max(initial=0)) + 1,))
        batch = drop_case(batch, draws[places] < table.case_dropout)
    return batch


def _draws(key: tuple[int, ...], shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Numbers in [0, 1) that ``key`` alone decides; more rows do not change the first ones."""
    return np.random.default_rng(key).random(shape, dtype=np.float32)


def drop_words(batch: Batch, chosen: NDArray[np.bool_]) -> Batch:
    """Leave one `<unk>` of each chosen word [batch, words]; its shape and gap stay.

    How many pieces a word had is hidden with them.
    """
    pieces = batch.pieces.copy()  # [batch, words, pieces]
    pieces[chosen & batch.mask] = PAD_ID
    pieces[chosen & batch.mask, 0] = UNK_ID
    return Batch(pieces, batch.shapes, batch.gaps)


def drop_case(batch: Batch, chosen: NDArray[np.bool_]) -> Batch:
    """Give each chosen row [batch] the shapes of the same line in lower case.

    Folding took the case out of the pieces, so that nothing else has to change.
    """
    cased = np.isin(batch.shapes, CASED) & chosen[:, None]  # [batch, words]
    shapes = np.where(cased, np.int32(LOWER), batch.shapes)
    return Batch(batch.pieces, shapes, batch.gaps)
