"""Scores by tag, country and slice with support and intervals, and the weakest of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from postwright.config import from_mapping
from postwright.diagnostics import Estimate, Evaluation, Scores
from postwright.errors import ConfigError
from postwright.training.model_card.markdown import bullets, interval, section, table

__all__ = ["failures_section", "read_evaluation", "scores_section"]

#: Countries and slices of fewer rows, and weakest tags of fewer spans, are not shown.
_LEAST_SUPPORT = 50
#: Of more countries or slices than this, only the largest are shown.
_MOST_GROUPS = 32
#: So many tags, slices and countries are named among the known failures.
_WEAKEST = 5


def read_evaluation(path: Path) -> Evaluation:
    """Read what `postwright evaluate --json` printed; raises `ConfigError` on anything else."""
    try:
        report: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        names = {field.name for field in fields(Scores)}
        scores = {key: value for key, value in report.items() if key in names}
        rest = {key: value for key, value in report.items() if key not in names}
        golden = ", ".join(Path(name).name for name in rest.pop("set").split(", "))
        return from_mapping({"golden": golden, **rest, "scores": scores}, Evaluation)
    except (ValueError, KeyError, TypeError, AttributeError, ConfigError) as error:
        raise ConfigError(f"{path} is not what `evaluate --json` prints: {error}") from error


def scores_section(evaluations: Sequence[Evaluation]) -> str:
    """The totals of all evaluations, and the tables of the first."""
    if not evaluations:
        return section("Scores", "Not measured yet.")
    first = evaluations[0]
    opening = (
        "In percent, with 95 % intervals from bootstrap resamples over rows; spans are matched by "
        f"the rule `{first.scores.rule}`, labels are `{first.scores.label_set}`."
    )
    return "\n\n".join(
        [
            section("Scores", opening, _totals(evaluations)),
            section(f"By tag: {first.rows_judged}", _tags(first), level=3),
            _groups("country", first, first.countries),
            _groups("slice", first, first.slices),
        ]
    )


def _totals(evaluations: Sequence[Evaluation]) -> str:
    """One line a set."""
    rows = (
        (
            each.rows_judged,
            f"{each.scores.rows:,}",
            interval(each.scores.micro.f1),
            interval(each.scores.macros["all"]) if "all" in each.scores.macros else "–",
            interval(each.scores.exact),
            interval(each.scores.boundary),
        )
        for each in evaluations
    )
    return table(("set", "rows", "micro F1", "macro F1", "full parse exact", "boundaries"), rows)


def _tags(evaluation: Evaluation) -> str:
    """One line a tag, with the calibration error of its probabilities where there are any."""
    errors = evaluation.calibration.tags if evaluation.calibration else {}
    rows = (
        (
            tag,
            f"{score.support:,}",
            *map(interval, (score.precision, score.recall, score.f1)),
            interval(errors[tag].ece) if tag in errors else "–",
        )
        for tag, score in evaluation.scores.tags.items()
    )
    return table(("tag", "support", "precision", "recall", "F1", "calibration error"), rows)


def _groups(kind: str, evaluation: Evaluation, groups: Mapping[str, Scores]) -> str:
    """One line a country or slice, in the order of their names."""
    large = _large(groups)
    by_size = sorted(large, key=lambda name: (-large[name].rows, name))
    shown = sorted(by_size[:_MOST_GROUPS])
    rows = (
        (
            name,
            f"{large[name].rows:,}",
            interval(large[name].micro.f1),
            interval(large[name].exact),
        )
        for name in shown
    )
    left = len(groups) - len(shown)
    note = f"{left} of fewer rows are left out." if left else ""
    body = table((kind, "rows", "micro F1", "full parse exact"), rows) if shown else ""
    return section(f"By {kind}: {evaluation.rows_judged}", body, note, level=3)


def _large(groups: Mapping[str, Scores]) -> dict[str, Scores]:
    """Those with enough rows for a figure."""
    return {name: scores for name, scores in groups.items() if scores.rows >= _LEAST_SUPPORT}


def failures_section(evaluations: Sequence[Evaluation], limits: Sequence[str]) -> str:
    """The weakest tags, slices and countries as measured, then what people have seen."""
    measured = list(_weakest(evaluations[0])) if evaluations else []
    return section("Known failures", bullets([*measured, *limits]))


def _weakest(evaluation: Evaluation) -> Iterator[str]:
    """One sentence for each kind of group that has members large enough."""
    tags = {
        tag: (score.f1, score.support)
        for tag, score in evaluation.scores.tags.items()
        if score.support >= _LEAST_SUPPORT
    }
    kinds: list[tuple[str, Mapping[str, tuple[Estimate, int]], str]] = [
        ("tags by F1", tags, "spans"),
        ("slices by exact parses", _exact(evaluation.slices), "rows"),
        ("countries by exact parses", _exact(evaluation.countries), "rows"),
    ]
    for kind, figures, unit in kinds:
        lowest = sorted((figure.value, name) for name, (figure, _) in figures.items())[:_WEAKEST]
        named = [
            f"{name} {interval(figures[name][0])} on {figures[name][1]:,} {unit}"
            for _, name in lowest
        ]
        if named:
            yield f"Weakest {kind} ({evaluation.rows_judged}): {'; '.join(named)}."
    if evaluation.failed:
        yield f"{evaluation.failed:,} of {evaluation.scores.rows:,} rows gave an error and no span."


def _exact(groups: Mapping[str, Scores]) -> dict[str, tuple[Estimate, int]]:
    """The exact parses of the groups that have enough rows, with the rows."""
    return {name: (scores.exact, scores.rows) for name, scores in _large(groups).items()}
