"""Fit the calibration of a model: how often are its answers right that it is so and so sure of."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from postwright.diagnostics.calibration import BINS, calibration_error
from postwright.diagnostics.evaluation import judge, predict
from postwright.diagnostics.matching import RowMatch
from postwright.diagnostics.results import Prediction
from postwright.errors import InputError
from postwright.golden import GoldenRow
from postwright.parser import Model, Parser
from postwright.parser.calibration import Calibration, Curve

__all__ = ["MIN_PER_SIDE", "CalibrationFit", "fit_calibration", "fit_curve"]

#: A tag has a curve of its own where it was right, and wrong, at least this often.
MIN_PER_SIDE = 20

#: How strongly slope and offset are drawn to 1 and 0, in answers: a few odd rows bend no curve.
_PRIOR = 1.0
_STEPS = 100
_TINY = 1e-10

Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]

#: The curve that changes nothing.
_REST = np.array([1.0, 0.0])


class _Answers(NamedTuple):
    """Raw probabilities of answers and whether they are right."""

    raw: Floats
    right: Booleans


@dataclass(frozen=True, slots=True)
class CalibrationFit:
    """A calibration, and what it does to rows that it was not fitted on.

    Attributes:
        calibration: fitted on all rows.
        rows: how many.
        spans: predicted spans in them.
        span_error: expected calibration error of the spans, raw and calibrated. The rows are cut
            in two by the digest of their ids, and each half is measured with the other's curves.
        parse_error: the same of whole parses.
    """

    calibration: Calibration
    rows: int
    spans: int
    span_error: tuple[float, float]
    parse_error: tuple[float, float]


def fit_calibration(model: Model, rows: Sequence[GoldenRow]) -> CalibrationFit:
    """Parse golden rows and fit curves to what was right (matched by the ``folded`` rule).

    Args:
        model: one that has a calibration already is taken without it.
        rows: none that the model was trained on, and at least two.

    Raises:
        InputError: fewer than two rows, or no answer was right or none wrong.
    """
    if len(rows) < 2:
        raise InputError(f"{len(rows)} rows are too few to fit a calibration on; give some hundred")
    parser = Parser(replace(model, calibration=None))
    judged = judge("raw", rows, predict(parser, rows), label_set=model.label_set)
    pairs = list(zip(judged.matches, judged.predictions, strict=True))
    halves = [[], []]  # type: list[list[tuple[RowMatch, Prediction]]]
    for row, pair in zip(rows, pairs, strict=True):
        halves[hashlib.sha1(row.id.encode()).digest()[0] % 2].append(pair)
    spans, parses = _measure(*halves)
    return CalibrationFit(
        calibration=_fit(pairs),
        rows=len(rows),
        spans=sum(len(match.predicted) for match in judged.matches),
        span_error=spans,
        parse_error=parses,
    )


def _fit(pairs: Sequence[tuple[RowMatch, Prediction]]) -> Calibration:
    """All curves from some rows."""
    by_tag = _span_answers(pairs)
    return Calibration(
        parses=fit_curve(*_parse_answers(pairs)),
        spans=fit_curve(*_joined(list(by_tag.values()))),
        tags={
            tag: fit_curve(*answers)
            for tag, answers in sorted(by_tag.items())
            if min(answers.right.sum(), (~answers.right).sum()) >= MIN_PER_SIDE
        },
    )


def fit_curve(raw: Floats, right: Booleans) -> Curve:
    """Platt's curve by Newton's method, with a weak pull towards changing nothing.

    >>> raw = np.repeat([0.5, 0.9], 100)
    >>> right = np.arange(200) % 100 < np.repeat([40, 70], 100)
    >>> fit_curve(raw, right).apply([0.5, 0.9]).round(1).tolist()
    [0.4, 0.7]

    Args:
        raw: probabilities [answers].
        right: whether each was right [answers].

    Returns:
        A rising curve; the one that changes nothing where the answers ask for a falling one, or
        there are none.
    """
    if not len(raw):
        return Curve()
    p = np.clip(raw, 1e-6, 1 - 1e-6)
    x = np.column_stack([np.log(p / (1 - p)), np.ones(len(p))])  # [answers, 2]
    curve = _REST.copy()
    for _ in range(_STEPS):
        said = 1 / (1 + np.exp(-np.clip(x @ curve, -40, 40)))  # [answers]
        slope = x.T @ (said - right) + _PRIOR * (curve - _REST)
        bend = (x * (said * (1 - said))[:, None]).T @ x + _PRIOR * np.eye(2)
        step = np.linalg.solve(bend, slope)
        # A full step may overshoot where the curve is flat: halve it until the loss falls.
        before = _loss(x, right, curve)
        while np.abs(step).max() > _TINY and _loss(x, right, curve - step) > before:
            step = step / 2
        curve -= step
        if np.abs(step).max() <= _TINY:
            break
    a, b = curve.tolist()
    return Curve(round(a, 6), round(b, 6)) if a > 1e-3 else Curve()


def _loss(x: Floats, right: Booleans, curve: Floats) -> float:
    """Negative log likelihood of the answers, and the pull of the prior."""
    z = x @ curve  # [answers]
    away = curve - _REST
    return float(np.logaddexp(0, z).sum() - z[right].sum() + _PRIOR / 2 * (away @ away))


def _measure(
    one: list[tuple[RowMatch, Prediction]], other: list[tuple[RowMatch, Prediction]]
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Errors of spans and of parses, raw and calibrated, each half by curves of the other."""
    tables = np.zeros((4, 3 * BINS))  # spans raw and calibrated, parses raw and calibrated
    for fitted, measured in ((one, other), (other, one)):
        calibration = _fit(fitted)
        for tag, answers in _span_answers(measured).items():
            curve = calibration.tags.get(tag, calibration.spans)
            tables[0] += _table(answers.raw, answers.right)
            tables[1] += _table(curve.apply(answers.raw), answers.right)
        raw, right = _parse_answers(measured)
        tables[2] += _table(raw, right)
        tables[3] += _table(calibration.parses.apply(raw), right)
    errors = calibration_error(tables).tolist()
    return (errors[0], errors[1]), (errors[2], errors[3])


def _table(raw: Floats, right: Booleans) -> Floats:
    """Answers, their probabilities summed and the right ones, per bin: [3 * bins]."""
    places = np.minimum((raw * BINS).astype(np.int64), BINS - 1)
    weights = (np.ones(len(raw)), raw, right.astype(np.float64))
    return np.concatenate([np.bincount(places, each, minlength=BINS) for each in weights])


def _span_answers(pairs: Sequence[tuple[RowMatch, Prediction]]) -> dict[str, _Answers]:
    """The predicted spans of some rows, by tag."""
    found: dict[str, list[tuple[float, bool]]] = {}
    for match, prediction in pairs:
        for span, source, right in zip(match.predicted, match.sources, match.right, strict=True):
            found.setdefault(span[2], []).append((prediction.probabilities[source], right))
    return {tag: _answers(values) for tag, values in found.items()}


def _parse_answers(pairs: Sequence[tuple[RowMatch, Prediction]]) -> _Answers:
    """The whole parses of some rows; those without words say nothing."""
    return _answers(
        [
            (prediction.probability or 0.0, match.is_exact)
            for match, prediction in pairs
            if match.predicted
        ]
    )


def _answers(values: Sequence[tuple[float, bool]]) -> _Answers:
    table = np.array(values, dtype=np.float64).reshape(-1, 2)
    return _Answers(table[:, 0], table[:, 1].astype(np.bool_))


def _joined(parts: Sequence[_Answers]) -> _Answers:
    if not parts:
        return _answers([])
    return _Answers(
        np.concatenate([part.raw for part in parts]), np.concatenate([part.right for part in parts])
    )
