"""``postwright diagnose``: what a model does wrong, and what changed since another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from postwright.cli.evaluate import percent
from postwright.cli.judging import golden_options, judge_source, load_sets
from postwright.diagnostics.classes import ClassLine, Diagnosis, Example, TagDiagnosis
from postwright.diagnostics.compare import AXES, Comparison, Findings, GateResult, GroupChange
from postwright.diagnostics.findings import diagnose as find
from postwright.diagnostics.gates import load_gates
from postwright.diagnostics.report import write_report
from postwright.diagnostics.results import Estimate, Evaluation

__all__ = ["diagnose", "findings_text"]

_CHANGE_COLUMNS = "{:<28} {:>6} {:>7} {:>6} {:>6} {:>8}  {:<22}"
_SOURCE = click.Path(exists=True, path_type=Path)


@click.command()
@golden_options
@click.option(
    "--model",
    type=_SOURCE,
    help="A model directory or a file of predictions; the default is the model inside the package.",
)
@click.option("--baseline", type=_SOURCE, help="What to compare it with, likewise.")
@click.option(
    "--gates",
    "gates_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What must be passed; the default is the file inside the package.",
)
@click.option(
    "--gate",
    "overrides",
    multiple=True,
    metavar="KEY=VALUE",
    help="Overlay a value of the gates, such as minimum.tags.postcode=0.9.",
)
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the whole story as one HTML page.",
)
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
def diagnose(
    sets: tuple[str, ...],
    split: str | None,
    adversarial: str,
    data: Path | None,
    labels: str | None,
    rule: str,
    predicted_by: str,
    model: Path | None,
    baseline: Path | None,
    gates_file: Path | None,
    overrides: tuple[str, ...],
    report: Path | None,
    as_json: bool,
) -> None:
    """Sort a model's mistakes into classes and compare it with a baseline.

    The exit code is 1 when a gate is not passed.
    """
    gates = load_gates(gates_file, overrides)
    rows = load_sets(sets, data, split=split, adversarial=adversarial)
    sides = [
        judge_source(source, rows, labels=labels, rule=rule, predicted_by=predicted_by)
        for source in ([model] if baseline is None else [model, baseline])
    ]
    findings = find(*sides, gates=gates, golden=", ".join(sets), adversarial=adversarial)
    if report is not None:
        write_report(findings, report)
        click.echo(f"report: {report}", err=True)
    if as_json:
        click.echo(json.dumps({**findings.to_json(), "passed": findings.passed}))
    else:
        click.echo(findings_text(findings))
    if not findings.passed:
        for gate in failed_gates(findings):
            click.echo(f"gate not passed: {gate.message}", err=True)
        raise SystemExit(1)


def failed_gates(findings: Findings) -> list[GateResult]:
    """The gates that were not passed."""
    return [gate for gate in findings.gates if not gate.passed]


def findings_text(findings: Findings) -> str:
    """The whole story for a terminal: figures, mistakes by tag and class, changes, gates."""
    parts = [
        _figures(findings.evaluation, findings.baseline),
        _mistakes(findings.diagnosis),
        *(_tag_table(tag) for tag in findings.diagnosis.tags),
    ]
    if findings.comparison is not None:
        parts += [
            _axes_table(findings.comparison),
            _tag_changes_table(findings.comparison),
            _changes_table(findings.comparison),
        ]
    return "\n\n".join([*parts, _gates_text(findings)])


def _figures(evaluation: Evaluation, baseline: Evaluation | None) -> str:
    """The main figures, those of the baseline beside them."""
    scores = evaluation.scores
    sides = [evaluation] if baseline is None else [evaluation, baseline]
    lines = [
        f"{evaluation.model} on {evaluation.golden}: {scores.rows} rows, {scores.label_set} "
        f"labels, rule {scores.rule}, adversarial rows: {evaluation.adversarial}",
        f"{'':<20} " + "".join(f"{side.model:<26}" for side in sides),
    ]
    columns = [dict(_main_figures(side)) for side in sides]
    lines += [
        f"{name:<20} "
        + "".join(f"{percent(column[name]) if name in column else '-':<26}" for column in columns)
        for name in columns[0]
    ]
    return "\n".join(line.rstrip() for line in lines)


def _main_figures(evaluation: Evaluation) -> Iterator[tuple[str, Estimate]]:
    """Name and figure of the main lines."""
    scores = evaluation.scores
    yield "micro F1", scores.micro.f1
    for name, figure in scores.macros.items():
        yield f"macro F1 {name}", figure
    yield "full parse exact", scores.exact
    yield "span boundaries", scores.boundary
    if evaluation.calibration is not None:
        yield "ECE of spans", evaluation.calibration.spans.ece


def _mistakes(diagnosis: Diagnosis) -> str:
    """How many rows are faulty, and which are right against expectation."""
    faulty = sum(bool(row.mistakes) for row in diagnosis.failing)
    plain = sum(bool(row.mistakes) and not row.adversarial for row in diagnosis.failing)
    text = (
        f"{faulty} of {diagnosis.rows} rows have mistakes; without adversarial rows {plain} of "
        f"{diagnosis.rows - diagnosis.adversarial_rows}"
    )
    if diagnosis.surprising:
        text += f"\nexpected to fail, and right: {', '.join(diagnosis.surprising)}"
    return text


def _tag_table(tag: TagDiagnosis) -> str:
    """One tag's mistakes: class, count, share, the same without adversarial rows, examples."""
    head = (
        f"{tag.tag}: {tag.missing} of {tag.support} missing, {tag.wrong} wrong\n"
        f"  {'class':<14} {'count':>6} {'share':>6}  {'missing':>7} {'wrong':>6}"
        "  without adversarial"
    )
    return "\n".join([head, *(line for one in tag.classes for line in _class_lines(one))])


def _class_lines(line: ClassLine) -> Iterator[str]:
    yield (
        f"  {line.error_class:<14} {line.count:>6} {line.share:>6.1%}  {line.missing:>7} "
        f"{line.wrong:>6}  {line.plain_count:>6} {line.plain_share:>6.1%}"
    )
    yield from (f"    {_example(example)}" for example in line.examples)


def _example(example: Example) -> str:
    """One mistake on one line."""
    detail = f" ({example.detail})" if example.detail else ""
    return (
        f"{example.id}  {example.raw!r}: {_text(example.gold)} → {_text(example.predicted)}{detail}"
    )


def _text(text: str | None) -> str:
    return "nothing" if text is None else repr(text)


def _axes_table(comparison: Comparison) -> str:
    """The verdict on each axis."""
    lines = [f"{comparison.model} against {comparison.baseline}"]
    lines += [
        f"  {axis.name:<12} {100 * axis.baseline:5.1f} → {100 * axis.model:5.1f}  "
        f"{_signed(axis.difference):<24} {axis.verdict}  ({AXES[axis.name]})"
        for axis in comparison.axes
    ]
    return "\n".join(lines)


def _tag_changes_table(comparison: Comparison) -> str:
    """F1 of each tag, and the classes that grew or shrank most."""
    lines = ["  F1 by tag, and classes of mistakes that changed"]
    for change in comparison.tags.values():
        moved = {name: new - old for name, (old, new) in change.classes.items() if new != old}
        most = sorted(moved.items(), key=lambda item: -abs(item[1]))[:3]
        words = ", ".join(f"{name} {difference:+d}" for name, difference in most)
        lines.append(
            f"  {change.tag:<20} {100 * change.baseline:5.1f} → {100 * change.model:5.1f}  "
            f"{_signed(change.difference):<24} {words}".rstrip()
        )
    return "\n".join(lines)


def _changes_table(comparison: Comparison) -> str:
    """Rows newly broken, newly fixed and still broken: all, by country, by slice."""
    head = _CHANGE_COLUMNS.format(
        "rows without fault", "rows", "broken", "fixed", "still", "McNemar", "difference"
    )
    lines = [head.rstrip(), _change_line(comparison.total)]
    for groups in (comparison.countries, comparison.slices):
        lines += ["", *_change_lines(groups)] if groups else []
    return "\n".join(lines)


def _change_lines(groups: Mapping[str, GroupChange]) -> Iterable[str]:
    return (_change_line(group) for group in groups.values())


def _change_line(group: GroupChange) -> str:
    """One group of rows."""
    return _CHANGE_COLUMNS.format(
        group.name,
        group.rows,
        group.broken,
        group.fixed,
        group.still,
        f"{group.p_value:.3g}",
        _signed(group.difference),
    ).rstrip()


def _gates_text(findings: Findings) -> str:
    """How many gates were passed; the others stand on stderr."""
    failed = len(failed_gates(findings))
    if not findings.gates:
        return "gates: none applies (give --baseline, or least scores in --gates)"
    return f"gates: {len(findings.gates) - failed} of {len(findings.gates)} passed"


def _signed(difference: Estimate) -> str:
    """A difference in points with its interval.

    >>> _signed(Estimate(0.02, -0.01, 0.05))
    '+2.0 [-1.0, +5.0]'
    """
    value, low, high = (
        100 * figure for figure in (difference.value, difference.low, difference.high)
    )
    return f"{value:+.1f} [{low:+.1f}, {high:+.1f}]"
