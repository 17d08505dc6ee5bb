"""Everything that is measured of one parser on one golden set, per slice and per country too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from postwright.decoder import Parse
from postwright.diagnostics.bootstrap import RESAMPLES, SEED, Integers
from postwright.diagnostics.calibration import calibrate
from postwright.diagnostics.matching import RowMatch, match_rows
from postwright.diagnostics.results import Evaluation, Prediction
from postwright.diagnostics.scores import Counts, count_matches, group_scores
from postwright.errors import InputError
from postwright.golden import GoldenRow, length_slice
from postwright.labels import FULL, LabelSet
from postwright.parser import Parser

__all__ = [
    "ADVERSARIAL_CHOICES",
    "Adversarial",
    "Judged",
    "choose_rows",
    "country_groups",
    "evaluate_judged",
    "judge",
    "predict",
    "prediction_of",
    "row_slices",
    "slice_groups",
]

Adversarial = Literal["exclude", "only", "include"]
ADVERSARIAL_CHOICES: tuple[Adversarial, ...] = ("exclude", "only", "include")

_ALL = "all"


@dataclass(frozen=True, slots=True)
class Judged:
    """A parser's predictions held against golden rows.

    Attributes:
        name: of the model or parser.
        rows: the golden rows.
        predictions: one for each row.
        label_set: that both sides were brought to.
        rule: of matching.
        matches: one for each row.
        counts: made of the matches.
    """

    name: str
    rows: tuple[GoldenRow, ...]
    predictions: tuple[Prediction, ...]
    label_set: LabelSet
    rule: str
    matches: tuple[RowMatch, ...]
    counts: Counts


def choose_rows(rows: Iterable[GoldenRow], adversarial: Adversarial) -> list[GoldenRow]:
    """The rows without, or only, the adversarial ones.

    Raises:
        InputError: none are left.
    """
    chosen = [
        row
        for row in rows
        if adversarial == "include" or row.is_adversarial == (adversarial == "only")
    ]
    if not chosen:
        raise InputError(f"--adversarial {adversarial} leaves no row of the golden set")
    return chosen


def predict(parser: Parser, rows: Sequence[GoldenRow]) -> list[Prediction]:
    """Parse the texts of golden rows."""
    return [prediction_of(parse) for parse in parser.parse_batch([row.raw for row in rows])]


def prediction_of(parse: Parse) -> Prediction:
    """What a parse says, in the form in which it is judged."""
    return Prediction(
        spans=tuple((span.start, span.end, span.tag) for span in parse.spans),
        probabilities=tuple(span.probability for span in parse.spans),
        probability=parse.probability,
        error=parse.error,
    )


def judge(
    name: str,
    rows: Sequence[GoldenRow],
    predictions: Sequence[Prediction],
    *,
    label_set: LabelSet = FULL,
    rule: str = "folded",
) -> Judged:
    """Hold predictions against golden rows.

    Raises:
        InputError: no rows, another number of predictions than of rows, or no such rule.
    """
    spans = [prediction.spans for prediction in predictions]
    matches = match_rows(rows, spans, label_set=label_set, rule=rule)
    return Judged(
        name=name,
        rows=tuple(rows),
        predictions=tuple(predictions),
        label_set=label_set,
        rule=rule,
        matches=tuple(matches),
        counts=count_matches(matches, label_set),
    )


def evaluate_judged(
    judged: Judged,
    *,
    golden: str,
    split: str | None = None,
    adversarial: str = "include",
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Evaluation:
    """All figures: about 2 s for 6,000 rows.

    Args:
        judged: predictions held against rows.
        golden: name of the golden set.
        split: the one that the rows are of; None for rows of any.
        adversarial: how the rows were chosen.
        resamples: of the bootstrap.
        seed: of the draws.
    """
    slices, countries = slice_groups(judged.rows), country_groups(judged.rows)
    draws = {"resamples": resamples, "seed": seed}
    keyed = {
        (kind, name): members
        for kind, groups in (("slice", slices), ("country", countries))
        for name, members in groups.items()
    }
    names = {f"{kind}|{name}": members for (kind, name), members in keyed.items()}
    everything = {_ALL: np.arange(len(judged.rows)), **names}
    scores = group_scores(
        judged.counts, everything, label_set=judged.label_set, rule=judged.rule, **draws
    )
    return Evaluation(
        model=judged.name,
        golden=golden,
        split=split,
        adversarial=adversarial,
        failed=sum(prediction.error is not None for prediction in judged.predictions),
        scores=scores[_ALL],
        calibration=calibrate(judged.matches, judged.predictions, countries, **draws),
        slices={name: scores[f"slice|{name}"] for name in slices},
        countries={name: scores[f"country|{name}"] for name in countries},
    )


def row_slices(row: GoldenRow) -> tuple[str, ...]:
    """The slices that a row names, and the one of its length."""
    return (*row.slices, length_slice(row.raw))


def slice_groups(rows: Iterable[GoldenRow]) -> dict[str, Integers]:
    """Slice → indices of its rows, sorted by name."""
    return _groups(row_slices(row) for row in rows)


def country_groups(rows: Iterable[GoldenRow]) -> dict[str, Integers]:
    """Country → indices of its rows, sorted by name; rows without one are in none."""
    return _groups((row.country,) if row.country else () for row in rows)


def _groups(names_of_rows: Iterable[Sequence[str]]) -> dict[str, Integers]:
    members: dict[str, list[int]] = {}
    for index, names in enumerate(names_of_rows):
        for name in dict.fromkeys(names):
            members.setdefault(name, []).append(index)
    return {name: np.array(members[name]) for name in sorted(members)}
