"""Scores of a parser on golden rows: precision, recall and F1 with bootstrap intervals.

Matching is by the ``folded`` rule: per row and tag, the predicted surfaces are matched with the
golden ones as multisets, after NFKC, casefold and stripping punctuation at the edges.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from postwright.errors import InputError
from postwright.golden import GoldenRow
from postwright.golden.records import LabelledSpan
from postwright.labels import CORE, FULL, LabelSet, fold_to_core

__all__ = ["Counts", "Estimate", "Scores", "TagScore", "count", "evaluate", "folded", "summarise"]

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

RESAMPLES = 2000
SEED = 20261120

#: Quantiles of the resamples that bound a 95 % interval.
_INTERVAL = (0.025, 0.975)

#: Drawn weights held in memory at once (8 bytes each).
_BLOCK_CELLS = 4_000_000


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and its 95 % bootstrap interval over rows."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class TagScore:
    """How well one tag (or all of them together) was found."""

    support: int
    predicted: int
    precision: Estimate
    recall: Estimate
    f1: Estimate


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures of one parser on one set."""

    rows: int
    rule: str
    label_set: str
    resamples: int
    micro: TagScore
    exact: Estimate
    tags: dict[str, TagScore]

    def to_json(self) -> dict[str, Any]:
        """The figures as plain values for ``json.dumps``."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Counts:
    """What every row adds to the figures; any sum over rows can be made from it."""

    tags: tuple[str, ...]
    true_positives: Integers  # [rows, tags]
    false_positives: Integers  # [rows, tags]
    false_negatives: Integers  # [rows, tags]

    @property
    def exact(self) -> NDArray[np.bool_]:
        """Which rows were parsed without any fault.  Shape [rows]."""
        faulty = (self.false_positives + self.false_negatives).any(axis=1)
        return np.logical_not(faulty)


def evaluate(
    rows: Sequence[GoldenRow],
    predictions: Sequence[Iterable[LabelledSpan]],
    *,
    label_set: LabelSet = FULL,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Scores:
    """Score predicted spans against golden rows.

    Args:
        rows: the golden rows.
        predictions: for every row the spans predicted, (start, end, tag) into its raw text.
        label_set: ``CORE`` folds both sides to the core tags first.
        resamples: bootstrap resamples for the intervals.
        seed: of the resampling; the same seed gives the same intervals.

    Raises:
        InputError: no rows, or another number of predictions than of rows.
    """
    counts = count(rows, predictions, label_set=label_set)
    return summarise(counts, label_set=label_set, resamples=resamples, seed=seed)


def folded(surface: str) -> str:
    """The form in which two surfaces are compared under the ``folded`` rule.

    >>> folded("(N.Y.)"), folded("ＭＡＩＮ st.,"), folded("#4B")
    ('n.y', 'main st', '4b')
    """
    text = unicodedata.normalize("NFKC", surface).casefold()
    kept = [place for place, character in enumerate(text) if _is_word_character(character)]
    return text[kept[0] : kept[-1] + 1] if kept else text


def count(
    rows: Sequence[GoldenRow],
    predictions: Sequence[Iterable[LabelledSpan]],
    *,
    label_set: LabelSet = FULL,
) -> Counts:
    """Count right, wrong and missing surfaces of every row and tag; about 30 µs a row."""
    if not rows or len(rows) != len(predictions):
        raise InputError(
            f"got {len(predictions)} predictions for {len(rows)} rows; expected as many"
        )
    hits, wrong, missing = np.zeros((3, len(rows), len(label_set.tags)), dtype=np.int64)
    columns = {tag: column for column, tag in enumerate(label_set.tags)}
    for index, (row, spans) in enumerate(zip(rows, predictions, strict=True)):
        gold = _surfaces(row.raw, row.spans, label_set)
        predicted = _surfaces(row.raw, spans, label_set)
        for target, surfaces in (
            (hits, gold & predicted),
            (wrong, predicted - gold),
            (missing, gold - predicted),
        ):
            for (tag, _), times in surfaces.items():
                target[index, columns[tag]] += times
    return Counts(label_set.tags, hits, wrong, missing)


def summarise(
    counts: Counts, *, label_set: LabelSet = FULL, resamples: int = RESAMPLES, seed: int = SEED
) -> Scores:
    """Turn counts into figures with intervals; tags that occur on neither side are left out."""
    parts = (counts.true_positives, counts.false_positives, counts.false_negatives)
    per_row = np.stack([np.column_stack([part, part.sum(axis=1)]) for part in parts])
    exact = counts.exact.astype(np.int64)
    drawn, drawn_exact = _resample(per_row, exact, resamples=resamples, seed=seed)
    whole = per_row.sum(axis=1)  # [3, tags + 1], the last column is all tags together
    seen = [column for column in range(len(counts.tags)) if whole[:, column].any()]
    return Scores(
        rows=len(exact),
        rule="folded",
        label_set=label_set.name,
        resamples=resamples,
        micro=_tag_score(whole[:, -1], drawn[:, :, -1]),
        exact=_estimate(float(exact.mean()), drawn_exact / len(exact)),
        tags={counts.tags[i]: _tag_score(whole[:, i], drawn[:, :, i]) for i in seen},
    )


def _is_word_character(character: str) -> bool:
    """Whether a character is a letter, a number or a mark, and so no punctuation."""
    return character.isalnum() or unicodedata.category(character).startswith("M")


def _surfaces(
    raw: str, spans: Iterable[LabelledSpan], label_set: LabelSet
) -> Counter[tuple[str, str]]:
    """The multiset of (tag, compared surface) of one row."""
    if label_set is CORE:
        spans = fold_to_core(spans)
    return Counter((tag, folded(raw[start:end])) for start, end, tag in spans)


def _resample(
    per_row: Integers, exact: Integers, *, resamples: int, seed: int
) -> tuple[Floats, Floats]:
    """Sums over rows drawn with replacement (Efron 1979), as weighted sums.

    Args:
        per_row: counts [3, rows, columns].
        exact: 0 or 1 [rows].
        resamples: how many times all rows are drawn.
        seed: of the draws.

    Returns:
        The summed counts [resamples, 3, columns] and exact rows [resamples].
    """
    rows = len(exact)
    # Floats, because only they go through BLAS; sums stay exact far above any count here.
    flat = per_row.transpose(1, 0, 2).reshape(rows, -1)
    table = np.column_stack([flat, exact]).astype(np.float64)  # [rows, 3 * columns + 1]
    generator = np.random.default_rng(seed)
    chances = np.full(rows, 1.0 / rows)
    sums, left = [], resamples
    while left:
        block = min(left, max(1, _BLOCK_CELLS // rows))
        weights = generator.multinomial(rows, chances, size=block)  # [block, rows]
        sums.append(weights.astype(np.float64) @ table)
        left -= block
    drawn = np.concatenate(sums)
    return drawn[:, :-1].reshape(resamples, 3, -1), drawn[:, -1]


def _tag_score(whole: Integers, drawn: Floats) -> TagScore:
    """Figures of one column: its sums [3] and its resampled sums [resamples, 3]."""
    hits, wrong, missing = (int(value) for value in whole)
    true, false, lost = drawn.T.astype(np.float64)
    return TagScore(
        support=hits + missing,
        predicted=hits + wrong,
        precision=_ratio(hits, hits + wrong, true, true + false),
        recall=_ratio(hits, hits + missing, true, true + lost),
        f1=_ratio(2 * hits, 2 * hits + wrong + missing, 2 * true, 2 * true + false + lost),
    )


def _ratio(part: int, base: int, drawn_part: Floats, drawn_base: Floats) -> Estimate:
    """A ratio with its interval; resamples without any base do not count; 0 where there is none."""
    defined = drawn_base > 0
    value = part / base if base else 0.0
    return _estimate(value, drawn_part[defined] / drawn_base[defined])


def _estimate(value: float, drawn: Floats) -> Estimate:
    """A figure with the interval of its resamples (percentile method)."""
    if not len(drawn):
        return Estimate(value, 0.0, 1.0)
    low, high = np.quantile(drawn, _INTERVAL)
    return Estimate(value, float(low), float(high))
