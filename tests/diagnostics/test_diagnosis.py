"""Diagnoses: counts by class with examples, the confusion matrix, rows for the browser."""

from __future__ import annotations

import json

import pytest
from golden_cases import golden, judged, without

from postwright.diagnostics.classes import NOTHING, Diagnosis
from postwright.diagnostics.diagnosis import diagnose_judged
from postwright.diagnostics.results import Prediction


@pytest.fixture
def diagnosis() -> Diagnosis:
    """Five rows: three without their postcode, one with a short street, one right."""
    rows = [golden(id=str(number), slices=("adversarial",) * (number == 0)) for number in range(5)]
    predictions = [without(row, "postcode") for row in rows[:3]]
    predictions.append(
        Prediction(spans=tuple((s[0], 5, s[2]) if s[2] == "street" else s for s in rows[3].spans))
    )
    return diagnose_judged(judged(rows, [*predictions, without(rows[4])]))


def test_mistakes_are_counted_by_tag_and_class(diagnosis: Diagnosis) -> None:
    """Counts, shares, and the same without adversarial rows."""
    postcode, street = diagnosis.tags
    assert (street.tag, street.missing, street.wrong, street.support) == ("street", 1, 1, 5)
    (line,) = street.classes
    assert (line.error_class, line.count, line.share) == ("boundary", 2, 1.0)
    assert (postcode.tag, postcode.missing, postcode.plain_support) == ("postcode", 3, 4)
    (line,) = postcode.classes
    assert (line.error_class, line.count, line.plain_count) == ("empty_pred", 3, 2)
    assert (diagnosis.rows, diagnosis.adversarial_rows) == (5, 1)


def test_examples_come_from_different_rows_plain_ones_first(diagnosis: Diagnosis) -> None:
    """Three examples with the predicted text, the adversarial row last."""
    examples = diagnosis.tags[0].classes[0].examples
    assert [example.id for example in examples] == ["1", "2", "0"]
    assert {(example.gold, example.predicted) for example in examples} == {("62701", None)}
    (boundary,) = diagnosis.tags[1].classes[0].examples
    assert (boundary.gold, boundary.predicted, boundary.detail) == ("Elm St", "Elm", "too short")


def test_failing_rows_carry_both_sides_and_their_mistakes(diagnosis: Diagnosis) -> None:
    """The right row is not among them."""
    assert [row.id for row in diagnosis.failing] == ["0", "1", "2", "3"]
    short = diagnosis.failing[3]
    assert (2, 8, "street") in short.gold
    assert (2, 5, "street") in short.predicted
    assert [one.kind for one in short.mistakes] == ["missing", "wrong"]
    assert diagnosis.failing[0].probabilities == (0.9,) * 4
    assert json.loads(json.dumps(diagnosis.to_json()))["failing"][0]["adversarial"] is True


def test_the_confusion_matrix_counts_spans_by_their_edges() -> None:
    """Right spans on the diagonal, another tag beside it, no span with these edges at the end."""
    row = golden()
    spans = tuple((s[0], s[1], "venue") if s[2] == "street" else s for s in row.spans[:-1])
    confusion = diagnose_judged(
        judged([row], [Prediction(spans=(*spans, (26, 29, "unit")))])
    ).confusion
    place = {tag: index for index, tag in enumerate(confusion.tags)}
    cells = {
        (row_tag, column): confusion.counts[place[row_tag]][place[column]]
        for row_tag in place
        for column in place
    }
    assert {pair: count for pair, count in cells.items() if count} == {
        ("house_number", "house_number"): 1,
        ("street", "venue"): 1,
        ("locality", "locality"): 1,
        ("region", "region"): 1,
        ("postcode", NOTHING): 1,
        (NOTHING, "unit"): 1,
    }


def test_with_a_baseline_each_row_says_what_changed() -> None:
    """Broken, fixed and still wrong; rows right in both are left out."""
    rows = [golden(id=name) for name in ("broken", "fixed", "still", "right")]
    right, wrong = without(rows[0]), without(rows[0], "street")
    model = judged(rows, [wrong, right, wrong, right])
    baseline = judged(rows, [right, wrong, wrong, right])
    failing = diagnose_judged(model, baseline=baseline).failing
    assert [(row.id, row.change) for row in failing] == [
        ("broken", "broken"), ("fixed", "fixed"), ("still", "still"),
    ]  # fmt: skip
    assert failing[1].mistakes == ()
    assert failing[1].baseline == wrong.spans


def test_rows_that_are_right_against_expectation_are_named() -> None:
    """So that their `expect` can be changed."""
    rows = [golden(id="better", expect="fail"), golden(id="as-ever", expect="fail"), golden()]
    predictions = [without(rows[0]), without(rows[1], "street"), without(rows[2])]
    assert diagnose_judged(judged(rows, predictions)).surprising == ("better",)
