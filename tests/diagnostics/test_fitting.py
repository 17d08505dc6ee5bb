"""Fitted calibrations: curves that are known, and a model that is right half of the time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from postwright import Parser
from postwright.diagnostics.fitting import fit_calibration, fit_curve
from postwright.errors import InputError
from postwright.golden import GoldenRow
from postwright.parser.calibration import Curve
from postwright.parser.model import load_model


@pytest.mark.parametrize("curve", [Curve(0.6, -1.2), Curve(1.0, 0.0), Curve(2.0, 0.5)])
def test_a_known_curve_is_found_again(curve: Curve) -> None:
    """From answers that were drawn by it, most of them very sure."""
    draw = np.random.default_rng(5)
    raw = 1 - 10.0 ** -draw.uniform(0.1, 5, 40_000)
    right = draw.random(len(raw)) < curve.apply(raw)
    found = fit_curve(raw, right)
    assert np.abs(found.apply(raw) - curve.apply(raw)).mean() < 0.01


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60))
def test_any_answers_give_a_rising_curve(answers: list[tuple[float, bool]]) -> None:
    """Whatever is right or wrong, and however few there are."""
    raw = np.array([p for p, _ in answers], dtype=np.float64)
    found = fit_curve(raw, np.array([right for _, right in answers], dtype=np.bool_))
    assert found.a > 0
    assert np.isfinite([found.a, found.b]).all()


def half_right(parser: Parser) -> list[GoldenRow]:
    """Rows of which every second has what the model says, and the others something else."""
    texts = [f"{n} main street, paris {n * 7}" for n in range(80)]
    rows = []
    for n, parse in enumerate(parser.parse_batch(texts)):
        spans = tuple((span.start, span.end, span.tag) for span in parse.spans)
        wrong = ((0, len(parse.raw), "attention"),)
        rows.append(GoldenRow(str(n), parse.raw, spans if n % 2 else wrong, split="dev"))
    return rows


def test_a_model_that_is_half_right_learns_to_say_so(tiny_bundle: Path) -> None:
    """On rows that its curves were not fitted on."""
    model = load_model(tiny_bundle)
    fit = fit_calibration(model, half_right(Parser(model)))
    assert fit.rows == 80
    assert fit.spans > 80
    assert fit.span_error[1] < fit.span_error[0]
    assert fit.calibration.spans.apply(0.5) == pytest.approx(0.5, abs=0.15)


def test_one_row_is_too_few(tiny_bundle: Path) -> None:
    """The error says what to give."""
    with pytest.raises(InputError, match="1 rows are too few"):
        fit_calibration(load_model(tiny_bundle), [GoldenRow("1", "x", ())])
