"""What the probabilities of a model are worth: as fitted, and as measured afterwards."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from postwright.diagnostics import Evaluation
from postwright.training.model_card.markdown import interval, percent, section, table

__all__ = ["calibration_section", "with_calibration"]

_TITLE = "Calibration"
_SECTION = re.compile(rf"^## {_TITLE}\n.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)


def with_calibration(card: str, calibration: Mapping[str, Any]) -> str:
    """A card with the section on calibration written anew, at the end if it had none.

    What an evaluation said of the older probabilities goes with the older section.
    """
    text = calibration_section(calibration)
    if not _SECTION.search(card):
        return f"{card.rstrip()}\n\n{text}\n"
    return _SECTION.sub(lambda found: f"{text}\n\n", card).rstrip() + "\n"


def calibration_section(
    calibration: Mapping[str, Any] | None, evaluation: Evaluation | None = None
) -> str:
    """The curves with their errors before and after, and the reliability on judged rows."""
    fitted = _fitted(calibration) if calibration else "Not calibrated: probabilities are raw."
    return section(_TITLE, fitted, _measured(evaluation) if evaluation else "")


def _fitted(calibration: Mapping[str, Any]) -> str:
    """The curves of the bundle's manifest, and what they were fitted on."""
    facts = calibration.get("fitted", {})
    curves = [
        (name, *_errors(facts, key), *_curve(calibration[name]))
        for name, key in (("parses", "parse_error"), ("spans", "span_error"))
    ]
    head = ("curve", "calibration error raw", "calibrated", "a", "b")
    single = "; ".join(
        f"{tag} {', '.join(_curve(each))}" for tag, each in calibration["tags"].items()
    )
    note = f"\n\nSpans of some tags have their own curve (a, b): {single}." if single else ""
    return f"{_fitted_on(facts)}\n\n{table(head, curves)}{note}"


def _fitted_on(facts: Mapping[str, Any]) -> str:
    """The rows that were fitted on."""
    formula = "A raw probability p becomes `sigmoid(a · logit(p) + b)` (Platt)"
    if not {"sets", "split", "rows", "spans"} <= facts.keys():
        return f"{formula}; what was fitted on is not stated."
    return (
        f"{formula}, fitted on {facts['rows']:,} rows with {facts['spans']:,} spans of "
        f"{', '.join(facts['sets'])} ({facts['split']}); errors in percent, of each half of the "
        "rows by the curves of the other."
    )


def _errors(facts: Mapping[str, Any], key: str) -> tuple[str, str]:
    """The expected calibration error, raw and calibrated."""
    raw, calibrated = map(percent, facts[key]) if key in facts else ("–", "–")
    return raw, calibrated


def _curve(curve: tuple[float, float]) -> tuple[str, str]:
    a, b = curve
    return f"{a:.3f}", f"{b:+.3f}"


def _measured(evaluation: Evaluation) -> str:
    """How sure and how right the answers of an evaluation were."""
    if evaluation.calibration is None:
        return ""
    found = {"parses": evaluation.calibration.parses, "spans": evaluation.calibration.spans}
    rows = (
        (
            name,
            f"{each.count:,}",
            percent(each.confidence),
            percent(each.accuracy),
            interval(each.ece),
        )
        for name, each in found.items()
        if each is not None
    )
    head = ("answers", "support", "mean probability", "right", "calibration error")
    return f"Measured on {evaluation.rows_judged}:\n\n{table(head, rows)}"
