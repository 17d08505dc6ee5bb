"""Comparisons: who changed, McNemar against a plain count, the verdict on each axis."""

from __future__ import annotations

import itertools
import math
import random

import pytest
from golden_cases import golden, judged, without

from postwright.diagnostics.bootstrap import estimate
from postwright.diagnostics.compare import AXES
from postwright.diagnostics.comparison import compare_judged, mcnemar
from postwright.diagnostics.evaluation import Judged
from postwright.diagnostics.results import Prediction
from postwright.errors import InputError
from postwright.labels import CORE


def side(pattern: str, *, name: str = "model", **options: object) -> Judged:
    """Rows that are right (`.`), or without the tag of a letter (s street, p postcode)."""
    tags = {".": (), "s": ("street",), "p": ("postcode",)}
    rows = [
        golden(id=str(number), country="US" if number % 2 else "FR", slices=("case",))
        for number in range(len(pattern))
    ]
    predictions = [without(row, *tags[letter]) for row, letter in zip(rows, pattern, strict=True)]
    return judged(rows, predictions, name=name, **options)  # type: ignore[arg-type]


def test_rows_are_broken_fixed_or_still_wrong() -> None:
    """In all, by slice and by country."""
    comparison = compare_judged(side(".sp.s"), side("..sp."), resamples=50)
    assert (comparison.broken, comparison.fixed, comparison.still) == (("1", "4"), ("3",), ("2",))
    total = comparison.total
    assert (total.broken, total.fixed, total.still, total.rows) == (2, 1, 1, 5)
    assert (total.baseline, total.model) == pytest.approx((3 / 5, 2 / 5))
    assert total.difference.value == pytest.approx(-1 / 5)
    assert comparison.slices["case"].broken == 2
    assert (comparison.countries["US"].broken, comparison.countries["US"].fixed) == (1, 1)
    assert (comparison.countries["FR"].broken, comparison.countries["FR"].still) == (1, 1)


def test_tags_say_how_their_classes_changed() -> None:
    """F1 and mistakes of baseline and model side by side."""
    change = compare_judged(side("ppp."), side("p..."), resamples=50).tags["postcode"]
    assert (change.baseline, change.model) == pytest.approx((6 / 7, 2 / 5))
    assert change.classes == {"empty_pred": (1, 3)}
    assert compare_judged(side("ppp."), side("p..."), resamples=50).tags["region"].classes == {}


@pytest.mark.parametrize(("broken", "fixed"), [(0, 0), (1, 0), (3, 9), (6, 5), (0, 10)])
def test_few_changes_are_tested_exactly(broken: int, fixed: int) -> None:
    """The p-value is the share of all rows of coins that are at least as one-sided."""
    p_value, test = mcnemar(broken, fixed)
    changed, away = broken + fixed, abs(broken - fixed)
    rows = itertools.product((0, 1), repeat=changed)
    as_far = [abs(changed - 2 * sum(coins)) >= away for coins in rows]
    assert (p_value, test) == (pytest.approx(sum(as_far) / len(as_far)), "exact")
    assert mcnemar(fixed, broken)[0] == p_value


def test_many_changes_are_tested_by_chi_squared() -> None:
    """Close to the exact test, with its correction."""
    p_value, test = mcnemar(40, 20)
    exact = 2 * sum(math.comb(60, count) for count in range(21)) / 2**60
    assert test == "chi2"
    assert p_value == pytest.approx(exact, rel=0.1)
    assert mcnemar(30, 30)[0] == pytest.approx(1.0)


def test_a_clear_loss_is_worse_and_a_clear_gain_better() -> None:
    """The interval of the difference leaves out 0."""
    axes = {axis.name: axis for axis in compare_judged(side("p" * 40), side("." * 40)).axes}
    assert tuple(axes) == tuple(AXES)
    assert (axes["coarse"].verdict, axes["exact"].verdict) == ("worse", "worse")
    assert axes["fine"].verdict == "unchanged"
    back = {axis.name: axis for axis in compare_judged(side("." * 40), side("p" * 40)).axes}
    assert (back["coarse"].verdict, back["exact"].verdict) == ("better", "better")


def test_a_change_within_chance_is_slight() -> None:
    """One broken row of forty."""
    comparison = compare_judged(side("p" + "." * 39), side("." * 40))
    assert {axis.name: axis.verdict for axis in comparison.axes}["exact"] == "slightly worse"


def test_less_calibration_error_is_better() -> None:
    """The same right spans, one side surer of them."""
    rows = [golden(id=str(number)) for number in range(30)]
    spans = rows[0].spans
    sure, unsure = (Prediction(spans, (p,) * len(spans), p) for p in (0.99, 0.6))
    axes = compare_judged(judged(rows, [sure] * 30), judged(rows, [unsure] * 30)).axes
    verdicts = {axis.name: axis.verdict for axis in axes}
    assert verdicts["calibration"] == "better"
    assert next(axis for axis in axes if axis.name == "calibration").difference.value < 0


def test_without_probabilities_there_is_no_axis_of_calibration() -> None:
    """Three axes are left."""
    row = golden()
    bare = judged([row], [Prediction(spans=row.spans)])
    axes = compare_judged(bare, bare, resamples=9).axes
    assert [axis.name for axis in axes] == ["coarse", "fine", "exact"]


def test_the_interval_of_the_difference_is_that_of_a_slow_paired_bootstrap() -> None:
    """Rows are redrawn together for both sides."""
    draw = random.Random(5)
    now, before = ("".join(draw.choices(".p", (9, 3), k=60)) for _ in range(2))
    difference = compare_judged(side(now), side(before)).total.difference
    changes = [(a == ".") - (b == ".") for a, b in zip(now, before, strict=True)]
    means = sorted(sum(draw.choices(changes, k=60)) / 60 for _ in range(4000))
    assert difference.low == pytest.approx(means[100], abs=0.02)
    assert difference.high == pytest.approx(means[3900], abs=0.02)
    assert difference.value == pytest.approx(sum(changes) / 60)


@pytest.mark.parametrize(
    ("other", "reason"),
    [(side("...."), "different rows"), (side("...", rule="strict"), "rule"),
     (side("...", label_set=CORE), "labels")],
)  # fmt: skip
def test_what_was_not_judged_alike_is_not_compared(other: Judged, reason: str) -> None:
    """The message says what differs."""
    with pytest.raises(InputError, match=reason):
        compare_judged(side("..."), other)


def test_an_estimate_of_nothing_has_the_widest_interval() -> None:
    """No resample has a base."""
    nothing = estimate(float("nan"), side(".").counts.exact * float("nan"))
    assert (nothing.value, nothing.low, nothing.high) == (0.0, 0.0, 1.0)
