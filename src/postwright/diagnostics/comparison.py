"""What changed from a baseline to a model on the same rows, and whether it is more than chance."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from postwright.diagnostics.bootstrap import (
    RESAMPLES,
    SEED,
    Floats,
    Integers,
    estimate,
    resample,
)
from postwright.diagnostics.calibration import calibration_error, span_table
from postwright.diagnostics.classes import ERROR_CLASSES, Mistake
from postwright.diagnostics.compare import AXES, Axis, Comparison, GroupChange, TagChange
from postwright.diagnostics.diagnosis import class_counts, mistakes_of_rows
from postwright.diagnostics.evaluation import Judged, country_groups, slice_groups
from postwright.diagnostics.results import Estimate
from postwright.diagnostics.scores import Sums
from postwright.errors import InputError

__all__ = ["compare_judged", "mcnemar"]

#: Up to so many changed rows McNemar's test is exact.
_EXACT_TEST_ROWS = 25

_ALL = "all"

#: The axis on which less is better.
_LOWER_IS_BETTER = "calibration"


def compare_judged(
    model: Judged, baseline: Judged, *, resamples: int = RESAMPLES, seed: int = SEED
) -> Comparison:
    """Compare two models on the same rows, draw by draw of one bootstrap.

    Raises:
        InputError: the rows, the label set or the matching rule are not the same.
    """
    _check_same(model, baseline)
    now, before = model.counts.exact, baseline.counts.exact
    ids = [row.id for row in model.rows]
    draws = {"resamples": resamples, "seed": seed}
    slices, countries = slice_groups(model.rows), country_groups(model.rows)
    changes = _group_changes(now, before, _named(slices, countries), **draws)
    new, old = _Measured(model, **draws), _Measured(baseline, **draws)
    return Comparison(
        model=model.name,
        baseline=baseline.name,
        total=changes[_ALL],
        slices={name: changes[f"slice|{name}"] for name in slices},
        countries={name: changes[f"country|{name}"] for name in countries},
        tags=_tag_changes(model, baseline, new, old),
        axes=tuple(_axis(name, new, old) for name in AXES if name in {*new.axes} & {*old.axes}),
        broken=tuple(ids[index] for index in np.flatnonzero(before & ~now)),
        fixed=tuple(ids[index] for index in np.flatnonzero(~before & now)),
        still=tuple(ids[index] for index in np.flatnonzero(~before & ~now)),
    )


def mcnemar(broken: int, fixed: int) -> tuple[float, str]:
    """McNemar's test (1947) whether rows break as often as they are fixed.

    Up to 25 changed rows the exact binomial test, two-sided; above it chi-squared with one degree
    of freedom and Edwards' continuity correction.

    >>> mcnemar(8, 1)
    (0.0390625, 'exact')

    Returns:
        The p-value and the name of the test, `exact` or `chi2`.
    """
    changed = broken + fixed
    if changed <= _EXACT_TEST_ROWS:
        tail = sum(math.comb(changed, count) for count in range(min(broken, fixed) + 1))
        return min(1.0, 2 * tail / 2**changed), "exact"
    statistic = max(0.0, abs(broken - fixed) - 1) ** 2 / changed
    # The square root of chi-squared with one degree of freedom is a standard normal.
    return math.erfc(math.sqrt(statistic / 2)), "chi2"


class _Measured:
    """One side's figures, whole and draw by draw."""

    def __init__(self, judged: Judged, *, resamples: int, seed: int) -> None:
        """Draw the rows of a side; the other side of the same rows is drawn alike."""
        everywhere = {_ALL: np.arange(len(judged.rows))}
        table = judged.counts.table
        spans = span_table(judged.matches, judged.predictions)
        size = table.shape[1]
        both = np.column_stack([table, spans])
        drawn = resample(both, everywhere, resamples=resamples, seed=seed)[_ALL]
        whole = both.sum(axis=0)
        self.whole = Sums(judged.counts.tags, whole[:size])
        self.drawn = Sums(judged.counts.tags, drawn[:, :size])
        golden: NDArray[np.bool_] = self.whole.hits + self.whole.missing > 0
        #: Name of an axis → its figure and the figures of the draws.
        self.axes: dict[str, tuple[float, Floats]] = {
            name: (float(self.whole.macro(name, golden)), self.drawn.macro(name, golden))
            for name in ("coarse", "fine")
        }
        if spans.any():
            error = float(calibration_error(whole[size:]))
            self.axes["calibration"] = (error, calibration_error(drawn[:, size:]))
        self.axes["exact"] = (float(self.whole.exact), self.drawn.exact)


def _check_same(model: Judged, baseline: Judged) -> None:
    """Refuse to compare what was not measured alike."""
    if model.rows != baseline.rows:
        raise InputError("model and baseline were judged on different rows")
    if (model.label_set, model.rule) != (baseline.label_set, baseline.rule):
        raise InputError(
            f"the model was judged in {model.label_set.name} labels by the {model.rule} rule, the "
            f"baseline in {baseline.label_set.name} by {baseline.rule}; judge both alike"
        )


def _named(
    slices: Mapping[str, Integers], countries: Mapping[str, Integers]
) -> dict[str, Integers]:
    """Slices and countries under names that cannot meet."""
    named = {f"slice|{name}": members for name, members in slices.items()}
    return named | {f"country|{name}": members for name, members in countries.items()}


def _group_changes(
    now: NDArray[np.bool_],
    before: NDArray[np.bool_],
    groups: Mapping[str, Integers],
    *,
    resamples: int,
    seed: int,
) -> dict[str, GroupChange]:
    """The change of all rows and of each group, from which rows are right."""
    everything = {_ALL: np.arange(len(now)), **groups}
    table = np.column_stack([now.astype(np.int64) - before, np.ones(len(now), dtype=np.int64)])
    drawn = resample(table, everything, resamples=resamples, seed=seed)
    return {
        name: _group_change(name.partition("|")[2] or name, now[rows], before[rows], drawn[name])
        for name, rows in everything.items()
    }


def _group_change(
    name: str, now: NDArray[np.bool_], before: NDArray[np.bool_], drawn: Floats
) -> GroupChange:
    """The change of one group; `drawn` holds net fixes and rows, [resamples, 2]."""
    broken, fixed = int((before & ~now).sum()), int((~before & now).sum())
    p_value, test = mcnemar(broken, fixed)
    with np.errstate(invalid="ignore"):  # a draw may hold no row of a small group
        differences = drawn[:, 0] / drawn[:, 1]
    return GroupChange(
        name=name,
        rows=len(now),
        broken=broken,
        fixed=fixed,
        still=int((~before & ~now).sum()),
        p_value=p_value,
        test=test,
        baseline=float(before.mean()),
        model=float(now.mean()),
        difference=estimate((fixed - broken) / len(now), differences),
    )


def _tag_changes(
    model: Judged, baseline: Judged, now: _Measured, before: _Measured
) -> dict[str, TagChange]:
    """The change of each tag that occurs in the golden rows or on either side."""
    mistakes = mistakes_of_rows(model.matches), mistakes_of_rows(baseline.matches)
    support = now.whole.hits + now.whole.missing
    seen = (support > 0) | (now.whole.wrong > 0) | (before.whole.wrong > 0)
    changes = {}
    for column in np.flatnonzero(seen):
        tag = now.whole.tags[column]
        new, old = (np.nan_to_num(side.whole.f1[column]) for side in (now, before))
        drawn = np.nan_to_num(now.drawn.f1[:, column]) - np.nan_to_num(before.drawn.f1[:, column])
        changes[tag] = TagChange(
            tag=tag,
            support=int(support[column]),
            baseline=float(old),
            model=float(new),
            difference=estimate(float(new - old), drawn),
            classes=_class_changes(tag, mistakes[0], mistakes[1]),
        )
    return changes


def _class_changes(
    tag: str, now: Sequence[tuple[Mistake, ...]], before: Sequence[tuple[Mistake, ...]]
) -> dict[str, tuple[int, int]]:
    """Class → mistakes of the baseline and of the model, classes without any left out."""
    new, old = class_counts(now, tag), class_counts(before, tag)
    return {name: (old[name], new[name]) for name in ERROR_CLASSES if old[name] or new[name]}


def _axis(name: str, now: _Measured, before: _Measured) -> Axis:
    """The verdict on one axis."""
    (new, drawn_new), (old, drawn_old) = now.axes[name], before.axes[name]
    difference = estimate(new - old, drawn_new - drawn_old)
    return Axis(name, old, new, difference, _verdict(name, difference))


def _verdict(name: str, difference: Estimate) -> str:
    """Better or worse, slightly where the interval of the difference holds 0."""
    if difference.value == 0:
        return "unchanged"
    word = "better" if (difference.value > 0) != (name == _LOWER_IS_BETTER) else "worse"
    is_sure = difference.low > 0 or difference.high < 0
    return word if is_sure else f"slightly {word}"
