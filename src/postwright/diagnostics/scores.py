"""Scores of a parser on golden rows: precision, recall and F1 with bootstrap intervals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from postwright.diagnostics.bootstrap import (
    RESAMPLES,
    SEED,
    Floats,
    Integers,
    estimate,
    mean,
    ratio,
    resample,
)
from postwright.diagnostics.matching import RowMatch, folded, match_rows
from postwright.diagnostics.results import MACROS, Estimate, Scores, TagScore
from postwright.golden import GoldenRow
from postwright.golden.records import LabelledSpan
from postwright.labels import FULL, LabelSet

__all__ = [
    "Counts",
    "Estimate",
    "Scores",
    "Sums",
    "TagScore",
    "count",
    "count_matches",
    "evaluate",
    "folded",
    "group_scores",
    "summarise",
]

#: The one group of all rows.
_ALL = "all"


@dataclass(frozen=True, slots=True)
class Counts:
    """What every row adds to the figures; any sum over rows can be made from it.

    Attributes:
        tags: names of the columns.
        true_positives: [rows, tags].
        false_positives: [rows, tags].
        false_negatives: [rows, tags].
        touched: golden spans that a predicted span of their tag overlaps, [rows].
        bounded: those of them whose edges it has exactly, [rows].
    """

    tags: tuple[str, ...]
    true_positives: Integers
    false_positives: Integers
    false_negatives: Integers
    touched: Integers
    bounded: Integers

    @property
    def exact(self) -> NDArray[np.bool_]:
        """Which rows were parsed without any fault.  Shape [rows]."""
        faulty = (self.false_positives + self.false_negatives).any(axis=1)
        return np.logical_not(faulty)

    @property
    def table(self) -> Integers:
        """All of it side by side, [rows, 3 * tags + 4], as `Sums` reads it."""
        ones = np.ones(len(self.touched), dtype=np.int64)
        others = (ones, self.exact.astype(np.int64), self.touched, self.bounded)
        return np.column_stack(
            [self.true_positives, self.false_positives, self.false_negatives, *others]
        )


class Sums:
    """Figures made of sums over rows: `table` summed, [..., 3 * tags + 4]."""

    def __init__(self, tags: Sequence[str], sums: NDArray[np.generic]) -> None:
        """Read the columns of `Counts.table`."""
        self.tags = tuple(tags)
        size = len(self.tags)
        values = np.asarray(sums, dtype=np.float64)
        self.hits = values[..., :size]
        self.wrong = values[..., size : 2 * size]
        self.missing = values[..., 2 * size : 3 * size]
        self.rows, self.exact_rows, self.touched, self.bounded = np.moveaxis(
            values[..., 3 * size :], -1, 0
        )

    @property
    def f1(self) -> Floats:
        """F1 of each tag, NaN for one that is on neither side.  Shape [..., tags]."""
        return ratio(2 * self.hits, 2 * self.hits + self.wrong + self.missing)

    @property
    def exact(self) -> Floats:
        """Share of rows without fault.  Shape [...]."""
        return ratio(self.exact_rows, self.rows)

    @property
    def boundary(self) -> Floats:
        """Share of touched golden spans with exact edges.  Shape [...]."""
        return ratio(self.bounded, self.touched)

    def macro(self, name: str, golden: NDArray[np.bool_]) -> Floats:
        """Mean F1 over the tags of one of `MACROS` that are `golden` [tags].  Shape [...]."""
        members = MACROS[name]
        chosen = np.array([members is None or tag in members for tag in self.tags]) & golden
        return mean(self.f1[..., chosen])


def evaluate(
    rows: Sequence[GoldenRow],
    predictions: Sequence[Iterable[LabelledSpan]],
    *,
    label_set: LabelSet = FULL,
    rule: str = "folded",
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Scores:
    """Score predicted spans against golden rows.

    Args:
        rows: the golden rows.
        predictions: for every row the spans predicted, (start, end, tag) into its raw text.
        label_set: ``CORE`` folds both sides to the core tags first.
        rule: ``folded`` or ``strict``, see `matching`.
        resamples: bootstrap resamples for the intervals.
        seed: of the resampling; the same seed gives the same intervals.

    Raises:
        InputError: no rows, another number of predictions than of rows, or no such rule.
    """
    counts = count(rows, predictions, label_set=label_set, rule=rule)
    return summarise(counts, label_set=label_set, rule=rule, resamples=resamples, seed=seed)


def count(
    rows: Sequence[GoldenRow],
    predictions: Sequence[Iterable[LabelledSpan]],
    *,
    label_set: LabelSet = FULL,
    rule: str = "folded",
) -> Counts:
    """Count right, wrong and missing surfaces of every row and tag; about 50 µs a row."""
    return count_matches(match_rows(rows, predictions, label_set=label_set, rule=rule), label_set)


def count_matches(matches: Sequence[RowMatch], label_set: LabelSet) -> Counts:
    """Count what was matched, row by row."""
    hits, wrong, missing = np.zeros((3, len(matches), len(label_set.tags)), dtype=np.int64)
    touched, bounded = np.zeros((2, len(matches)), dtype=np.int64)
    columns = {tag: column for column, tag in enumerate(label_set.tags)}
    for index, match in enumerate(matches):
        for (_, _, tag), is_found in zip(match.gold, match.found, strict=True):
            (hits if is_found else missing)[index, columns[tag]] += 1
        for (_, _, tag), is_right in zip(match.predicted, match.right, strict=True):
            if not is_right:
                wrong[index, columns[tag]] += 1
        touched[index], bounded[index] = _edges(match)
    return Counts(label_set.tags, hits, wrong, missing, touched, bounded)


def summarise(
    counts: Counts,
    *,
    label_set: LabelSet = FULL,
    rule: str = "folded",
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Scores:
    """Turn counts into figures with intervals; tags that occur on neither side are left out."""
    groups = {_ALL: np.arange(len(counts.touched))}
    scores = group_scores(
        counts, groups, label_set=label_set, rule=rule, resamples=resamples, seed=seed
    )
    return scores[_ALL]


def group_scores(
    counts: Counts,
    groups: Mapping[str, Integers],
    *,
    label_set: LabelSet,
    rule: str = "folded",
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> dict[str, Scores]:
    """Figures of each group of rows, all from the same draws.

    Args:
        counts: what every row adds.
        groups: name → indices of its rows, at least one.
        label_set: of the counts.
        rule: of the counts.
        resamples: of the bootstrap.
        seed: of the draws.
    """
    table = counts.table
    drawn = resample(table, groups, resamples=resamples, seed=seed)
    return {
        name: _scores(
            Sums(counts.tags, table[members].sum(axis=0)),
            Sums(counts.tags, drawn[name]),
            (rule, label_set.name, resamples),
        )
        for name, members in groups.items()
    }


def _edges(match: RowMatch) -> tuple[int, int]:
    """How many golden spans a predicted span of their tag overlaps, and has the edges of."""
    if match.gold == match.predicted:
        return len(match.gold), len(match.gold)
    exact = set(match.predicted)
    bounded = [span in exact for span in match.gold]
    touched = sum(
        is_bounded or any(t == tag and a < end and start < b for a, b, t in match.predicted)
        for (start, end, tag), is_bounded in zip(match.gold, bounded, strict=True)
    )
    return touched, sum(bounded)


def _scores(whole: Sums, drawn: Sums, how: tuple[str, str, int]) -> Scores:
    """Figures of one group from its sums and its redrawn sums."""
    rule, label_set, resamples = how
    golden = whole.hits + whole.missing > 0
    seen: list[int] = np.flatnonzero(golden | (whole.wrong > 0)).tolist()
    return Scores(
        rows=int(whole.rows),
        rule=rule,
        label_set=label_set,
        resamples=resamples,
        micro=_tag_score(_all_tags(whole), _all_tags(drawn)),
        exact=estimate(float(whole.exact), drawn.exact),
        tags={whole.tags[i]: _tag_score(_one_tag(whole, i), _one_tag(drawn, i)) for i in seen},
        macros={
            name: estimate(float(whole.macro(name, golden)), drawn.macro(name, golden))
            for name in MACROS
        },
        boundary=estimate(float(whole.boundary), drawn.boundary),
    )


def _one_tag(sums: Sums, column: int) -> tuple[Floats, Floats, Floats]:
    """Hits, wrong and missing of one tag."""
    return sums.hits[..., column], sums.wrong[..., column], sums.missing[..., column]


def _all_tags(sums: Sums) -> tuple[Floats, Floats, Floats]:
    """Hits, wrong and missing of all tags together."""
    return sums.hits.sum(axis=-1), sums.wrong.sum(axis=-1), sums.missing.sum(axis=-1)


def _tag_score(
    whole: tuple[Floats, Floats, Floats], drawn: tuple[Floats, Floats, Floats]
) -> TagScore:
    """Figures of one tag from hits, wrong and missing, whole [] and redrawn [resamples]."""
    hits, wrong, missing = whole
    true, false, lost = drawn
    return TagScore(
        support=int(hits + missing),
        predicted=int(hits + wrong),
        precision=_estimate(hits, hits + wrong, true, true + false),
        recall=_estimate(hits, hits + missing, true, true + lost),
        f1=_estimate(2 * hits, 2 * hits + wrong + missing, 2 * true, 2 * true + false + lost),
    )


def _estimate(part: Floats, base: Floats, drawn_part: Floats, drawn_base: Floats) -> Estimate:
    """A ratio with its interval."""
    return estimate(float(ratio(part, base)), ratio(drawn_part, drawn_base))
