"""From what a model says to how often it is right: Platt's curves, one per tag.

The raw probability p becomes sigmoid(a · logit(p) + b) with a > 0 (Platt, *Probabilistic outputs
for support vector machines*, 1999; with b = 0 it is temperature scaling). Order is kept. The curves
stand in ``bundle.json`` (docs/calibration.md).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from postwright.errors import BundleError
from postwright.parser.reading_table import ReadingTable, WordReading

__all__ = ["CALIBRATION_VERSION", "Calibration", "Curve"]

#: Version of the format of ``calibration`` in ``bundle.json``.
CALIBRATION_VERSION = 1

#: Probabilities are kept this far from 0 and 1, where the logit is infinite.
_EDGE = 1e-6


class Curve(NamedTuple):
    """Slope and offset of one calibration in logits."""

    a: float = 1.0
    b: float = 0.0

    def apply(self, raw: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """Calibrate probabilities of any shape.

        >>> Curve(1.0, 0.0).apply([0.25, 0.5]).round(6).tolist()
        [0.25, 0.5]
        """
        return np.asarray(_sigmoid(self.a * _logit(raw) + self.b))


#: Changes nothing.
_IDENTITY = Curve()


@dataclass(frozen=True)
class Calibration:
    """The curves of a model.

    Attributes:
        parses: that of whole parses.
        spans: that of spans whose tag has none of its own.
        tags: those of tags.
    """

    parses: Curve = _IDENTITY
    spans: Curve = _IDENTITY
    tags: Mapping[str, Curve] = field(default_factory=dict)

    @classmethod
    def from_manifest(cls, facts: Mapping[str, Any] | None) -> Calibration | None:
        """Read the ``calibration`` of a ``bundle.json``; None where there is none.

        Raises:
            BundleError: another version, or a curve that is none.
        """
        if facts is None:
            return None
        if facts.get("version") != CALIBRATION_VERSION:
            raise BundleError(
                f"calibration.version is {facts.get('version')!r}, this postwright reads "
                f"{CALIBRATION_VERSION}; run `postwright model calibrate` again"
            )
        tags = facts.get("tags", {})
        return cls(
            parses=_curve("parses", facts.get("parses")),
            spans=_curve("spans", facts.get("spans")),
            tags={tag: _curve(f"tags.{tag}", value) for tag, value in tags.items()},
        )

    def to_manifest(self, **fitted: object) -> dict[str, Any]:
        """The ``calibration`` of a ``bundle.json``; `fitted` says what it was fitted on."""
        return {
            "version": CALIBRATION_VERSION,
            "method": "platt",
            "parses": list(self.parses),
            "spans": list(self.spans),
            "tags": {tag: list(curve) for tag, curve in sorted(self.tags.items())},
            "fitted": fitted,
        }

    def of_table(self, readings: ReadingTable) -> ReadingTable:
        """Add calibrated probabilities to all readings at once: each span by its tag's curve."""
        curves = [self.tags.get(name, self.spans) for name in readings.names]
        table = np.array(curves, dtype=np.float64).reshape(-1, 2)[readings.tags]  # [spans, 2]
        given = self.of_readings(list(readings.given.values())) if readings.given else []
        return replace(
            readings,
            calibrated_spans=_sigmoid(
                table[:, 0] * _logit(readings.span_probabilities) + table[:, 1]
            ),
            calibrated=self.parses.apply(readings.probabilities),
            given=dict(zip(readings.given, given, strict=True)),
        )

    def of_readings(self, readings: Sequence[WordReading | None]) -> list[WordReading | None]:
        """Add calibrated probabilities to readings: each span by its tag's curve."""
        present = [reading for reading in readings if reading is not None]
        raw = [p for reading in present for p in reading.span_probabilities]
        curves = [
            self.tags.get(span.tag, self.spans) for reading in present for span in reading.spans
        ]
        table = np.array(curves, dtype=np.float64).reshape(-1, 2)  # [spans, 2]
        sure = iter(_sigmoid(table[:, 0] * _logit(raw) + table[:, 1]).tolist())
        whole = iter(self.parses.apply([reading.probability for reading in present]).tolist())
        return [
            None
            if reading is None
            else reading._replace(
                calibrated_spans=[next(sure) for _ in reading.spans], calibrated=next(whole)
            )
            for reading in readings
        ]


def _curve(name: str, value: object) -> Curve:
    """A curve as it stands in a manifest."""
    try:
        a, b = map(float, value)  # type: ignore[call-overload]
    except (TypeError, ValueError):
        a, b = math.nan, math.nan
    if not (math.isfinite(a) and math.isfinite(b) and a > 0):
        raise BundleError(
            f"calibration.{name} is {value!r}, must be two numbers, the first positive; "
            "run `postwright model calibrate` again"
        )
    return Curve(a, b)


def _logit(raw: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """log(p / (1 − p)), p kept off the edges."""
    p = np.minimum(np.maximum(np.asarray(raw, dtype=np.float64), _EDGE), 1 - _EDGE)
    return np.asarray(np.log(p) - np.log1p(-p))


def _sigmoid(x: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """1 / (1 + e^−x) without overflow."""
    return np.asarray(np.exp(-np.logaddexp(0.0, -x)))
