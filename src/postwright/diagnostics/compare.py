"""A model against its baseline: what broke, what was fixed, and whether it may pass. Plain data.

`comparison` computes it, `gates` judges it.
"""

from __future__ import annotations

from dataclasses import dataclass

from postwright.diagnostics.classes import Diagnosis
from postwright.diagnostics.results import Estimate, Evaluation, Plain

__all__ = ["AXES", "Axis", "Comparison", "Findings", "GateResult", "GroupChange", "TagChange"]

#: The four axes of the verdict, and what is measured on each.
AXES: dict[str, str] = {
    "coarse": "macro F1 of the coarse tags",
    "fine": "macro F1 of the fine tags",
    "calibration": "expected calibration error of spans (lower is better)",
    "exact": "share of rows parsed without any fault",
}


@dataclass(frozen=True, slots=True)
class GroupChange(Plain):
    """How the rows of a group (all, a slice, a country) changed from baseline to model.

    Attributes:
        name: of the slice or country; `all` for all rows.
        rows: in the group.
        broken: right in the baseline, wrong in the model.
        fixed: wrong in the baseline, right in the model.
        still: wrong in both.
        p_value: of McNemar's test of broken against fixed, two-sided.
        test: `exact` (binomial, up to 25 changed rows) or `chi2` (with continuity correction).
        baseline: share of rows without fault.
        model: likewise.
        difference: model minus baseline, bootstrap interval over rows.
    """

    name: str
    rows: int
    broken: int
    fixed: int
    still: int
    p_value: float
    test: str
    baseline: float
    model: float
    difference: Estimate


@dataclass(frozen=True, slots=True)
class TagChange(Plain):
    """How one tag changed.

    Attributes:
        support: golden spans.
        baseline: F1.
        model: F1.
        difference: of F1, model minus baseline.
        classes: error class → (mistakes of the baseline, mistakes of the model).
    """

    tag: str
    support: int
    baseline: float
    model: float
    difference: Estimate
    classes: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Axis(Plain):
    """One axis of the verdict.

    Attributes:
        name: one of `AXES`.
        baseline: figure of the baseline.
        model: figure of the model.
        difference: model minus baseline as measured (on `calibration` a negative one is good).
        verdict: `better` or `worse` (the interval of the difference leaves out 0),
            `slightly better`, `slightly worse`, or `unchanged`.
    """

    name: str
    baseline: float
    model: float
    difference: Estimate
    verdict: str


@dataclass(frozen=True, slots=True)
class Comparison(Plain):
    """A model against its baseline, row by row of the same golden rows.

    Attributes:
        broken: ids of rows right in the baseline and wrong in the model.
        fixed: ids of rows wrong in the baseline and right in the model.
        still: ids of rows wrong in both.
    """

    model: str
    baseline: str
    total: GroupChange
    slices: dict[str, GroupChange]
    countries: dict[str, GroupChange]
    tags: dict[str, TagChange]
    axes: tuple[Axis, ...]
    broken: tuple[str, ...]
    fixed: tuple[str, ...]
    still: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GateResult(Plain):
    """One gate and whether the model passed it.

    Attributes:
        gate: its name, as in the gates file (`drop.tags.postcode`).
        passed: whether the model may pass.
        value: what was measured.
        bound: what was asked for.
        message: one sentence with figures; it names tag and error class where there is one.
        tag: the tag that the gate watches, or empty.
        error_class: the class with most (new) mistakes of that tag, or empty.
    """

    gate: str
    passed: bool
    value: float
    bound: float
    message: str
    tag: str = ""
    error_class: str = ""


@dataclass(frozen=True, slots=True)
class Findings(Plain):
    """The whole story of `postwright diagnose`; the baseline's parts are None without one."""

    evaluation: Evaluation
    diagnosis: Diagnosis
    baseline: Evaluation | None = None
    comparison: Comparison | None = None
    gates: tuple[GateResult, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every gate was passed."""
        return all(gate.passed for gate in self.gates)
