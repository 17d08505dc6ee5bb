"""The runs that weights have gone through: what each saw and how long it took."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open

from postwright.training.checkpoint import RECIPE, STATE

__all__ = ["METADATA_KEY", "RunFacts", "earlier_runs", "runs_of"]

RunFacts = dict[str, int]
"""Of one run: ``step``, ``rows_seen``, ``seconds`` and the ``corpus_rows`` that it drew from."""

METADATA_KEY = "runs"
"""Under this name a file of weights alone carries its runs, as JSON."""


def runs_of(facts: Mapping[str, Any], state: Mapping[str, Any]) -> list[RunFacts]:
    """The runs behind a checkpoint, its own last.

    Args:
        facts: of its ``recipe.json``.
        state: of its ``state.json``.
    """
    own = {
        "step": state["step"],
        "rows_seen": state["rows_seen"],
        "seconds": round(state["seconds"]),
        "corpus_rows": facts["corpus_rows"],
    }
    return [*facts.get("init", {}).get("runs", []), own]


def earlier_runs(weights: Path) -> list[RunFacts]:
    """The runs behind a safetensors file: of the checkpoint around it, or written in its header.

    Nothing for a file that does not say.
    """
    folder = weights.parent
    try:
        if (folder / STATE).exists():
            facts, state = (json.loads((folder / name).read_bytes()) for name in (RECIPE, STATE))
            return runs_of(facts, state)
        with safe_open(weights, "pt") as file:
            runs: list[RunFacts] = json.loads((file.metadata() or {}).get(METADATA_KEY, "[]"))
            return runs
    except (OSError, ValueError, KeyError, SafetensorError):
        return []
