"""Scores: hand-counted cases, a slow oracle for the bootstrap, and laws."""

from __future__ import annotations

import json
import random
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from postwright.diagnostics import Scores, evaluate
from postwright.diagnostics.scores import count, folded
from postwright.errors import InputError
from postwright.golden import GoldenRow
from postwright.labels import CORE

RAW = "5 Elm St, Springfield, IL 62701 (Apt 4)"
GOLD = (
    (0, 1, "house_number"),
    (2, 8, "street"),
    (10, 21, "locality"),
    (23, 25, "region"),
    (26, 31, "postcode"),
    (33, 38, "unit"),
)


def row(spans: tuple[tuple[int, int, str], ...] = GOLD, raw: str = RAW) -> GoldenRow:
    """A golden row."""
    return GoldenRow(id="1", raw=raw, spans=spans)


def test_a_perfect_prediction_scores_one_everywhere() -> None:
    """Precision, recall, F1 and exact are 1, and so are their intervals."""
    scores = evaluate([row()], [GOLD], resamples=50)
    for figures in (scores.micro, *scores.tags.values()):
        for estimate in (figures.precision, figures.recall, figures.f1):
            assert (estimate.value, estimate.low, estimate.high) == (1.0, 1.0, 1.0)
    assert scores.exact.value == 1.0


def test_counts_of_a_hand_made_mistake() -> None:
    """A short street is one missing and one wrong; a lost postcode is one missing."""
    predicted = [(0, 1, "house_number"), (2, 5, "street"), (10, 21, "locality"), (23, 25, "region")]
    scores = evaluate([row()], [predicted], resamples=50)
    assert (scores.micro.support, scores.micro.predicted) == (6, 4)
    assert scores.micro.precision.value == pytest.approx(3 / 4)
    assert scores.micro.recall.value == pytest.approx(3 / 6)
    assert scores.micro.f1.value == pytest.approx(2 * 3 / 10)
    assert scores.tags["street"].f1.value == 0.0
    assert scores.tags["postcode"].predicted == 0
    assert scores.exact.value == 0.0


def test_the_right_text_under_another_tag_is_wrong() -> None:
    """A surface counts only under its own tag."""
    scores = evaluate([row(((0, 1, "unit"),))], [[(0, 1, "house_number")]], resamples=50)
    assert scores.micro.f1.value == 0.0
    assert set(scores.tags) == {"house_number", "unit"}


def test_a_tag_that_occurs_twice_must_be_found_twice() -> None:
    """Surfaces are matched as multisets."""
    gold = ((0, 3, "street"), (6, 9, "street"))
    scores = evaluate([row(gold, "Elm & Elm")], [[(0, 3, "street")]], resamples=50)
    assert scores.tags["street"].recall.value == pytest.approx(1 / 2)
    assert scores.tags["street"].precision.value == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Main St.", "MAIN ST"),
        ("(Apt 4)", "apt 4"),
        ("#4B,", "4b"),
        ("Straße", "STRASSE"),
        ("１２", "12"),
        ("«Élysée»", "ÉLYSÉE"),
    ],
)
def test_folded_forms_agree(one: str, other: str) -> None:
    """Case, compatibility forms and edge punctuation make no difference."""
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"), [("O'Neil", "ONeil"), ("12-14", "1214"), ("é", "e"), ("St John", "StJohn")]
)
def test_folded_forms_differ(one: str, other: str) -> None:
    """Inner punctuation, accents and spaces do make one."""
    assert folded(one) != folded(other)


def test_folded_keeps_a_surface_of_punctuation_alone() -> None:
    """Nothing is matched with the empty text."""
    assert folded("&") == "&"


def test_core_labels_fold_both_sides() -> None:
    """Units go, and a cross street counts as a street."""
    gold = ((0, 4, "street"), (7, 10, "cross_street"), (11, 13, "unit"))
    predicted = [(0, 4, "street"), (7, 10, "street")]
    scores = evaluate([row(gold, "Main & 5th #2")], [predicted], label_set=CORE, resamples=50)
    assert (scores.label_set, scores.exact.value) == ("core", 1.0)
    assert scores.tags["street"].support == 2


def test_intervals_agree_with_a_slow_bootstrap() -> None:
    """The weighted sums give the interval of a plain loop over redrawn rows."""
    generator = random.Random(7)
    rows = [row() for _ in range(40)]
    kept = [[span for span in GOLD if generator.random() < 0.8] for _ in rows]
    scores = evaluate(rows, kept, resamples=4000)
    found = [len(spans) for spans in kept]
    slow = []
    for _ in range(4000):
        hits = sum(generator.choices(found, k=len(found)))
        slow.append(2 * hits / (hits + len(GOLD) * len(found)))
    low, high = np.quantile(slow, [0.025, 0.975])
    assert scores.micro.f1.low == pytest.approx(low, abs=0.006)
    assert scores.micro.f1.high == pytest.approx(high, abs=0.006)


def test_the_same_seed_gives_the_same_intervals() -> None:
    """Two calls agree to the last digit; another seed does not."""
    rows = [row()] * 30
    predictions = [GOLD[: 1 + index % 6] for index in range(30)]
    once = evaluate(rows, predictions, resamples=200)
    assert evaluate(rows, predictions, resamples=200) == once
    assert evaluate(rows, predictions, resamples=200, seed=1) != once


def test_scores_become_plain_json() -> None:
    """A script reads the same figures from the JSON."""
    scores = evaluate([row()], [GOLD[:3]], resamples=50)
    read = json.loads(json.dumps(scores.to_json()))
    assert read["micro"]["f1"]["value"] == scores.micro.f1.value
    assert read["tags"]["unit"]["support"] == 1


@pytest.mark.parametrize("predictions", [[], [GOLD, GOLD]])
def test_another_number_of_predictions_is_refused(predictions: list[object]) -> None:
    """Rows are never matched with a neighbour's prediction."""
    with pytest.raises(InputError, match="predictions for 1 rows"):
        evaluate([row()], predictions)  # type: ignore[arg-type]


def test_no_rows_are_refused() -> None:
    """An empty set has no score."""
    with pytest.raises(InputError, match="for 0 rows"):
        evaluate([], [])


spans_of_words = st.lists(
    st.tuples(st.integers(0, 7), st.sampled_from(["street", "unit", "venue"])),
    max_size=8,
    unique_by=lambda pair: pair[0],
)


@given(st.lists(st.tuples(spans_of_words, spans_of_words), min_size=1, max_size=5))
def test_counts_add_up_to_the_spans_given(
    pairs: list[tuple[list[tuple[int, str]], list[tuple[int, str]]]],
) -> None:
    """Right and missing make the golden spans, right and wrong the predicted ones, tag by tag."""
    raw = "ab Ab cd ef AB gh cd ij"
    sides = [
        [tuple((3 * at, 3 * at + 2, tag) for at, tag in sorted(side)) for side in pair]
        for pair in pairs
    ]
    counts = count([row(gold, raw) for gold, _ in sides], [predicted for _, predicted in sides])
    for index, (gold, predicted) in enumerate(sides):
        for column, tag in enumerate(counts.tags):
            right = counts.true_positives[index, column]
            assert right + counts.false_negatives[index, column] == sum(t == tag for *_, t in gold)
            assert right + counts.false_positives[index, column] == sum(
                t == tag for *_, t in predicted
            )
        same = Counter((t, folded(raw[a:b])) for a, b, t in gold) == Counter(
            (t, folded(raw[a:b])) for a, b, t in predicted
        )
        assert counts.exact[index] == same


def test_scores_type_is_what_the_package_exports() -> None:
    """The figures come as the public dataclass."""
    assert isinstance(evaluate([row()], [GOLD], resamples=10), Scores)
