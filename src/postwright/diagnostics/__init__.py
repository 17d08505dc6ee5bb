"""How good a parser is, and where it is wrong.

The way of a diagnosis: `predict` or `load_predictions`, then `judge` against golden rows, then
`evaluate_judged` for the figures or `diagnose` for the whole story.
"""

from __future__ import annotations

from postwright.diagnostics.classes import ERROR_CLASSES, Diagnosis
from postwright.diagnostics.compare import Comparison, Findings, GateResult
from postwright.diagnostics.evaluation import Judged, evaluate_judged, judge, predict
from postwright.diagnostics.findings import diagnose
from postwright.diagnostics.gates import Gates, load_gates
from postwright.diagnostics.predictions import load_predictions
from postwright.diagnostics.results import Estimate, Evaluation, Prediction, Scores, TagScore
from postwright.diagnostics.scores import evaluate

__all__ = [
    "ERROR_CLASSES",
    "Comparison",
    "Diagnosis",
    "Estimate",
    "Evaluation",
    "Findings",
    "GateResult",
    "Gates",
    "Judged",
    "Prediction",
    "Scores",
    "TagScore",
    "diagnose",
    "evaluate",
    "evaluate_judged",
    "judge",
    "load_gates",
    "load_predictions",
    "predict",
]
