"""The whole story of a model: scores, mistakes, what changed since the last one, gates."""

from __future__ import annotations

from functools import partial

from postwright.diagnostics.bootstrap import RESAMPLES, SEED
from postwright.diagnostics.compare import Findings
from postwright.diagnostics.comparison import compare_judged
from postwright.diagnostics.diagnosis import diagnose_judged
from postwright.diagnostics.evaluation import Judged, evaluate_judged
from postwright.diagnostics.gates import Gates, judge_gates

__all__ = ["diagnose"]


def diagnose(
    model: Judged,
    baseline: Judged | None = None,
    *,
    gates: Gates | None = None,
    golden: str = "",
    adversarial: str = "include",
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Findings:
    """Score a model, sort its mistakes, compare it with a baseline, and hold it against the gates.

    Args:
        model: its predictions held against golden rows.
        baseline: those of another model on the same rows.
        gates: what it must pass; None for the least that `Gates` asks.
        golden: name of the golden set.
        adversarial: how the rows were chosen.
        resamples: of the bootstrap.
        seed: of the draws.

    Raises:
        InputError: model and baseline were not judged alike.
    """
    measure = partial(
        evaluate_judged, golden=golden, adversarial=adversarial, resamples=resamples, seed=seed
    )
    evaluation = measure(model)
    diagnosis = diagnose_judged(model, baseline=baseline)
    before = comparison = None
    if baseline is not None:
        before = measure(baseline)
        comparison = compare_judged(model, baseline, resamples=resamples, seed=seed)
    return Findings(
        evaluation=evaluation,
        diagnosis=diagnosis,
        baseline=before,
        comparison=comparison,
        gates=judge_gates(gates or Gates(), evaluation, diagnosis, comparison),
    )
