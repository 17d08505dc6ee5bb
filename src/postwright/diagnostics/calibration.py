"""How far a parser's probabilities agree with its being right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from postwright.diagnostics.bootstrap import (
    RESAMPLES,
    SEED,
    Floats,
    Integers,
    estimate,
    ratio,
    resample,
)
from postwright.diagnostics.matching import RowMatch
from postwright.diagnostics.results import Bin, Calibration, Prediction, Reliability

__all__ = ["BINS", "calibrate", "calibration_error", "parse_table", "span_table"]

#: Equal steps of probability.
BINS = 10

_ALL = "all"


def calibrate(
    matches: Sequence[RowMatch],
    predictions: Sequence[Prediction],
    countries: Mapping[str, Integers],
    *,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Calibration | None:
    """Reliability of spans, per tag and per country, and of whole parses.

    Args:
        matches: what was matched, row by row.
        predictions: what the parser said of the same rows.
        countries: country → indices of its rows.
        resamples: of the bootstrap.
        seed: of the draws.

    Returns:
        None for a parser that gives no probabilities.
    """
    if not any(prediction.probabilities for prediction in predictions):
        return None
    draws = {"resamples": resamples, "seed": seed}
    everywhere = {_ALL: np.arange(len(matches))}
    spans = span_table(matches, predictions)
    parses = parse_table(matches, predictions)
    return Calibration(
        spans=_reliabilities(spans, everywhere, **draws)[_ALL],
        parses=_reliabilities(parses, everywhere, **draws)[_ALL] if parses.any() else None,
        tags=_by_tag(matches, predictions, **draws),
        countries=_reliabilities(spans, countries, **draws),
    )


def _by_tag(
    matches: Sequence[RowMatch], predictions: Sequence[Prediction], *, resamples: int, seed: int
) -> dict[str, Reliability]:
    """Reliability of the spans of each tag, each from the rows that have one."""
    tables = {}
    for tag in sorted({span[2] for match in matches for span in match.predicted}):
        table = span_table(matches, predictions, tag=tag)
        if table.any():
            tables[tag] = table
    drawn = resample(
        np.column_stack(list(tables.values())),
        {_ALL: np.arange(len(matches))},
        resamples=resamples,
        seed=seed,
    )[_ALL]
    sides = np.split(drawn, len(tables), axis=1)
    return {
        tag: _reliability(table.sum(axis=0), side)
        for (tag, table), side in zip(tables.items(), sides, strict=True)
    }


def span_table(
    matches: Sequence[RowMatch], predictions: Sequence[Prediction], *, tag: str | None = None
) -> Floats:
    """What each row adds to each bin of its spans' probabilities.

    Args:
        matches: what was matched, row by row.
        predictions: what the parser said of the same rows.
        tag: count spans of this tag alone.

    Returns:
        Spans, their probabilities summed, and those that are right: [rows, 3 * bins].
    """
    table = np.zeros((len(matches), 3, BINS))
    for index, (match, prediction) in enumerate(zip(matches, predictions, strict=True)):
        if not prediction.probabilities:
            continue
        for span, source, is_right in zip(match.predicted, match.sources, match.right, strict=True):
            if tag is None or span[2] == tag:
                _add(table[index], prediction.probabilities[source], is_right)
    return table.reshape(len(matches), -1)


def parse_table(matches: Sequence[RowMatch], predictions: Sequence[Prediction]) -> Floats:
    """What each row adds to the bin of its parse's probability: [rows, 3 * bins]."""
    table = np.zeros((len(matches), 3, BINS))
    for index, (match, prediction) in enumerate(zip(matches, predictions, strict=True)):
        if prediction.probability is not None:
            _add(table[index], prediction.probability, match.is_exact)
    return table.reshape(len(matches), -1)


def calibration_error(sums: NDArray[np.generic]) -> Floats:
    """Expected calibration error (Naeini et al. 2015) of summed tables [..., 3 * bins].

    The mean over answers of the distance between confidence and accuracy of their bin; NaN where
    there is no answer.  Shape [...].
    """
    values = np.asarray(sums, dtype=np.float64)
    counts, confidence, right = np.split(values, 3, axis=-1)
    return ratio(np.abs(confidence - right).sum(axis=-1), counts.sum(axis=-1))


def _add(bins: Floats, probability: float, is_right: bool) -> None:
    """Count one answer in its bin of [3, bins]."""
    place = min(int(probability * BINS), BINS - 1)
    bins[:, place] += (1.0, probability, float(is_right))


def _reliabilities(
    table: Floats, groups: Mapping[str, Integers], *, resamples: int, seed: int
) -> dict[str, Reliability]:
    """Reliability of the rows of each group that has an answer."""
    answered = {name: rows for name, rows in groups.items() if table[rows, :BINS].any()}
    drawn = resample(table, answered, resamples=resamples, seed=seed)
    return {
        name: _reliability(table[rows].sum(axis=0), drawn[name]) for name, rows in answered.items()
    }


def _reliability(whole: Floats, drawn: Floats) -> Reliability:
    """Reliability from a summed table [3 * bins] and its redrawn sums [resamples, 3 * bins]."""
    counts, confidence, right = np.split(whole, 3)
    answers = counts.sum()
    bins = tuple(
        Bin(
            low=place / BINS,
            high=(place + 1) / BINS,
            count=int(counts[place]),
            confidence=float(confidence[place] / counts[place]),
            accuracy=float(right[place] / counts[place]),
        )
        for place in np.flatnonzero(counts)
    )
    return Reliability(
        count=int(answers),
        confidence=float(confidence.sum() / answers),
        accuracy=float(right.sum() / answers),
        ece=estimate(float(calibration_error(whole)), calibration_error(drawn)),
        bins=bins,
    )
