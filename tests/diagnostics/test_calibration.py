"""Reliability: hand-counted bins, and the error against its definition."""

from __future__ import annotations

import random

import numpy as np
import pytest
from golden_cases import golden, judged, without

from postwright.diagnostics.calibration import BINS, calibrate
from postwright.diagnostics.evaluation import Judged, country_groups
from postwright.diagnostics.results import Calibration, Prediction


def of(case: Judged) -> Calibration:
    """The calibration of a case that has one."""
    calibration = calibrate(
        case.matches, case.predictions, country_groups(case.rows), resamples=100
    )
    assert calibration is not None
    return calibration


def test_bins_hold_count_confidence_and_accuracy() -> None:
    """Two spans of 0.55 and one of 1.0, of which one of the former is wrong."""
    row = golden(country="US")
    spans = (*row.spans[:2], (10, 21, "venue"))
    prediction = Prediction(spans=spans, probabilities=(1.0, 0.55, 0.55), probability=0.25)
    calibration = of(judged([row], [prediction]))
    low, high = calibration.spans.bins
    assert (low.low, low.high, low.count) == pytest.approx((0.5, 0.6, 2))
    assert (low.confidence, low.accuracy) == pytest.approx((0.55, 0.5))
    assert (high.low, high.high, high.count, high.accuracy) == pytest.approx((0.9, 1.0, 1, 1.0))
    assert calibration.spans.ece.value == pytest.approx(2 / 3 * 0.05)
    assert calibration.tags["venue"].accuracy == 0.0
    assert calibration.countries["US"] == calibration.spans
    assert calibration.parses is not None
    assert (calibration.parses.confidence, calibration.parses.accuracy) == (0.25, 0.0)


def test_the_error_is_that_of_its_definition() -> None:
    """Drawn answers, and a plain loop over bins (Naeini et al. 2015)."""
    draw = random.Random(3)
    row = golden()
    predictions, answers = [], []
    for _ in range(60):
        kept = tuple(span for span in row.spans if draw.random() < 0.7)
        spans = tuple(s if draw.random() < 0.8 else (s[0], s[1], "unit") for s in kept)
        sure = tuple(draw.random() for _ in spans)
        predictions.append(Prediction(spans=spans, probabilities=sure, probability=draw.random()))
        answers += [(p, span in row.spans) for p, span in zip(sure, spans, strict=True)]
    error = 0.0
    for place in range(BINS):
        inside = [pair for pair in answers if int(pair[0] * BINS) == place]
        if inside:
            confidence, accuracy = (np.mean(column) for column in zip(*inside, strict=True))
            error += len(inside) / len(answers) * abs(confidence - accuracy)
    ece = of(judged([row] * 60, predictions)).spans.ece
    assert ece.value == pytest.approx(error)
    assert ece.low < ece.value < ece.high


def test_a_parser_without_probabilities_has_no_calibration() -> None:
    """Nothing is made up."""
    row = golden()
    case = judged([row], [Prediction(spans=row.spans)])
    assert calibrate(case.matches, case.predictions, {}) is None


def test_tags_that_are_never_predicted_are_left_out() -> None:
    """Reliability is of answers."""
    row = golden()
    assert "postcode" not in of(judged([row], [without(row, "postcode")])).tags
