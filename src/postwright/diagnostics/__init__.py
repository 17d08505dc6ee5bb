"""How good a parser is, and where it is wrong."""

from __future__ import annotations

from postwright.diagnostics.results import Estimate, Scores, TagScore
from postwright.diagnostics.scores import evaluate

__all__ = ["Estimate", "Scores", "TagScore", "evaluate"]
