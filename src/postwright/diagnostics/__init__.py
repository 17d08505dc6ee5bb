"""How good a parser is, and where it is wrong."""

from __future__ import annotations

from postwright.diagnostics.scores import Estimate, Scores, TagScore, evaluate

__all__ = ["Estimate", "Scores", "TagScore", "evaluate"]
