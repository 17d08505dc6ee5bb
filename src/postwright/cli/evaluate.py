"""``postwright evaluate``: score a model, or any parser's predictions, on a golden set."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from postwright.cli.judging import golden_options, judge_source, load_sets
from postwright.diagnostics import Estimate, Scores, TagScore
from postwright.diagnostics.evaluation import evaluate_judged
from postwright.diagnostics.results import Calibration, Evaluation

__all__ = ["evaluate", "evaluation_table", "scores_table"]

_COLUMNS = "{:<20} {:>7}  {:<20} {:<20} {:<20} {:<20}"
_GROUP_COLUMNS = "{:<28} {:>7}  {:<20} {:<20} {:<20}"


@click.command()
@golden_options
@click.option(
    "--model",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A model directory; the default is the model inside the package.",
)
@click.option(
    "--predictions",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Score this file of predictions, one JSON object a line, instead of a model.",
)
@click.option("--json", "as_json", is_flag=True, help="Print all figures as JSON.")
def evaluate(
    sets: tuple[str, ...],
    split: str | None,
    adversarial: str,
    data: Path | None,
    labels: str | None,
    rule: str,
    predicted_by: str,
    model: Path | None,
    predictions: Path | None,
    as_json: bool,
) -> None:
    """Score a model on a golden set, every figure with its support and 95 % interval."""
    if model is not None and predictions is not None:
        raise click.UsageError("give --model or --predictions, not both")
    rows = load_sets(sets, data, split=split, adversarial=adversarial)
    judged = judge_source(
        predictions or model, rows, labels=labels, rule=rule, predicted_by=predicted_by
    )
    evaluation = evaluate_judged(
        judged,
        golden=", ".join(sets),
        split=split,
        adversarial=adversarial,
    )
    if as_json:
        click.echo(json.dumps(evaluation_json(evaluation), ensure_ascii=False))
        return
    click.echo(evaluation_table(evaluation))
    if evaluation.failed:
        click.echo(f"{evaluation.failed} rows came back with an error and no spans", err=True)


def evaluation_json(evaluation: Evaluation) -> dict[str, Any]:
    """An evaluation for scripts: the figures on all rows at the top, the rest beside them."""
    record = evaluation.to_json()
    scores = record.pop("scores")
    return {"set": record.pop("golden"), **record, **scores}


def evaluation_table(evaluation: Evaluation) -> str:
    """An evaluation for people: all rows, then calibration, countries and slices."""
    title = f"{evaluation.model} on {evaluation.rows_judged}, {evaluation.scores.label_set} labels"
    parts = [scores_table(evaluation.scores, evaluation.calibration, title=title)]
    parts += [_groups_table("country", evaluation.countries)] if evaluation.countries else []
    parts += [_groups_table("slice", evaluation.slices)] if evaluation.slices else []
    return "\n\n".join(parts)


def scores_table(scores: Scores, calibration: Calibration | None = None, *, title: str) -> str:
    """The figures as a table for people, percentages with their 95 % intervals."""
    errors = calibration.tags if calibration is not None else {}
    lines = [
        f"{title}: {scores.rows} rows, rule {scores.rule}, "
        f"95 % intervals from {scores.resamples} bootstrap resamples",
        _COLUMNS.format(
            "tag", "support", "precision", "recall", "F1", "ECE" if errors else ""
        ).rstrip(),
    ]
    lines += [
        _line(tag, figures, percent(errors[tag].ece) if tag in errors else "")
        for tag, figures in scores.tags.items()
    ]
    lines += [_line("micro", scores.micro, percent(calibration.spans.ece) if calibration else "")]
    lines += [f"macro {name:<14} {percent(figure)}" for name, figure in scores.macros.items()]
    lines += [
        f"full parse exact     {percent(scores.exact)}",
        f"span boundaries      {percent(scores.boundary)}",
        *_confidence_lines(calibration),
    ]
    return "\n".join(lines)


def percent(estimate: Estimate) -> str:
    """A figure with its interval.

    >>> percent(Estimate(0.925, 0.9, 0.95))
    '92.5 [90.0, 95.0]'
    """
    return f"{100 * estimate.value:.1f} [{100 * estimate.low:.1f}, {100 * estimate.high:.1f}]"


def _confidence_lines(calibration: Calibration | None) -> Iterator[str]:
    """What the probabilities are worth, of spans and of whole parses."""
    if calibration is None:
        return
    for name, figures in (("spans", calibration.spans), ("parses", calibration.parses)):
        if figures is not None:
            yield (
                f"confidence, {name:<8} {100 * figures.confidence:.1f} mean, "
                f"{100 * figures.accuracy:.1f} right, ECE {percent(figures.ece)}"
            )


def _groups_table(kind: str, groups: Mapping[str, Scores]) -> str:
    """One line a country or slice."""
    head = _GROUP_COLUMNS.format(kind, "rows", "micro F1", "macro F1", "full parse exact")
    lines = (
        _GROUP_COLUMNS.format(
            name,
            scores.rows,
            percent(scores.micro.f1),
            percent(scores.macros["all"]),
            percent(scores.exact),
        )
        for name, scores in groups.items()
    )
    return "\n".join(line.rstrip() for line in (head, *lines))


def _line(name: str, figures: TagScore, error: str) -> str:
    """One line of the table."""
    cells = (percent(estimate) for estimate in (figures.precision, figures.recall, figures.f1))
    return _COLUMNS.format(name, figures.support, *cells, error).rstrip()
