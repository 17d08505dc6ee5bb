"""Evaluations: groups, means over tags, boundaries, adversarial rows."""

from __future__ import annotations

import json

import pytest
from golden_cases import golden, judged, without

from postwright.diagnostics.evaluation import choose_rows, evaluate_judged
from postwright.diagnostics.results import MACROS, Prediction
from postwright.errors import InputError
from postwright.labels import CORE_TAGS


def test_slices_and_countries_are_scored_apart() -> None:
    """Each group has the figures that its rows alone would have."""
    rows = [
        golden(id="1", country="US", slices=("case", "commas")),
        golden(id="2", country="US", slices=("case",)),
        golden(id="3", country="FR"),
    ]
    predictions = [without(rows[0]), without(rows[1], "postcode"), without(rows[2], "street")]
    evaluation = evaluate_judged(judged(rows, predictions), golden="mine", resamples=50)
    assert set(evaluation.slices) == {"case", "commas", "length 05-08"}
    assert [evaluation.slices[name].rows for name in ("case", "commas")] == [2, 1]
    assert evaluation.slices["case"].exact.value == pytest.approx(1 / 2)
    assert evaluation.slices["case"].micro.recall.value == pytest.approx(9 / 10)
    assert evaluation.countries["FR"].tags["street"].f1.value == 0.0
    assert evaluation.scores.exact.value == pytest.approx(1 / 3)


def test_macros_are_means_over_the_golden_tags_of_their_list() -> None:
    """A tag that is only predicted lowers no mean; one that is not in the set neither."""
    row = golden()
    spans = (*without(row, "postcode").spans, (26, 31, "unit"))
    scores = evaluate_judged(
        judged([row], [Prediction(spans=spans)]), golden="", resamples=9
    ).scores
    values = {name: figure.value for name, figure in scores.macros.items()}
    assert values == pytest.approx(
        {"all": 4 / 5, "core": 4 / 5, "nine": 4 / 5, "eight": 4 / 5, "coarse": 2 / 3, "fine": 1.0}
    )


def test_the_named_means_are_those_of_the_reference() -> None:
    """Core is all ten; nine goes without subregion, eight also without cedex."""
    assert MACROS["core"] == set(CORE_TAGS)
    assert MACROS["nine"] == set(CORE_TAGS) - {"subregion"}
    assert MACROS["eight"] == set(CORE_TAGS) - {"subregion", "cedex"}
    assert MACROS["coarse"] | MACROS["fine"] == MACROS["core"]
    assert not MACROS["coarse"] & MACROS["fine"]


def test_boundaries_count_only_spans_that_are_touched() -> None:
    """A short street is touched and not exact; a lost postcode is not touched."""
    row = golden()
    spans = ((0, 1, "house_number"), (2, 5, "street"), (10, 21, "locality"), (23, 25, "venue"))
    scores = evaluate_judged(
        judged([row], [Prediction(spans=spans)]), golden="", resamples=9
    ).scores
    assert scores.boundary.value == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("adversarial", "ids"), [("include", "abc"), ("exclude", "a"), ("only", "bc")]
)
def test_adversarial_rows_can_be_chosen(adversarial: str, ids: str) -> None:
    """Rows of the slice, and rows that are expected to fail."""
    rows = [
        golden(id="a"),
        golden(id="b", slices=("adversarial", "case")),
        golden(id="c", expect="fail"),
    ]
    assert "".join(row.id for row in choose_rows(rows, adversarial)) == ids  # type: ignore[arg-type]


def test_no_row_left_is_an_error() -> None:
    """An empty set has no score."""
    with pytest.raises(InputError, match="leaves no row"):
        choose_rows([golden()], "only")


def test_failed_rows_are_counted() -> None:
    """A row with an error stands in the evaluation."""
    case = judged([golden()], [Prediction(error="no letter")])
    assert evaluate_judged(case, golden="", resamples=9).failed == 1


def test_an_evaluation_becomes_plain_json() -> None:
    """Scripts read the same figures."""
    row = golden(country="US")
    evaluation = evaluate_judged(judged([row], [without(row)]), golden="mine", resamples=9)
    read = json.loads(json.dumps(evaluation.to_json()))
    assert read["scores"]["macros"]["core"]["value"] == 1.0
    assert read["calibration"]["tags"]["street"]["bins"][0]["count"] == 1
    assert read["countries"]["US"]["rows"] == 1
