"""``postwright evaluate``: score a model on a golden set."""

from __future__ import annotations

import json
from pathlib import Path

import click

from postwright.corpus.recipe import data_directory
from postwright.diagnostics import Estimate, Scores, TagScore
from postwright.diagnostics import evaluate as score
from postwright.golden import GoldenRow, load, usaddress_manual
from postwright.labels import LABEL_SETS, LabelSet
from postwright.parser import Parser

__all__ = ["evaluate", "load_set", "scores_table"]

_COLUMNS = "{:<20} {:>7}  {:<22} {:<22} {:<22}"


@click.command()
@click.option(
    "--set",
    "set_name",
    required=True,
    metavar="usaddress-manual|FILE.jsonl",
    help="The golden set: a name, or a file of {raw, spans: [[start, end, tag], ...]} lines.",
)
@click.option(
    "--model",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A model directory; the default is the model inside the package.",
)
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The data folder; the default is POSTWRIGHT_DATA, then ../shared/data.",
)
@click.option(
    "--labels",
    type=click.Choice(sorted(LABEL_SETS)),
    help="The label set to score in; the default is the model's own. core folds both sides.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def evaluate(
    set_name: str, model: Path | None, data: Path | None, labels: str | None, as_json: bool
) -> None:
    """Score a model on a golden set, every figure with its support and 95 % interval."""
    rows = load_set(set_name, data)
    parser = Parser.load(model)
    label_set = LABEL_SETS[labels] if labels else parser.label_set
    scores, failed = _scores(rows, parser, label_set)
    if as_json:
        click.echo(json.dumps({"set": set_name, "failed": failed, **scores.to_json()}))
        return
    click.echo(scores_table(scores, title=f"{set_name}, {label_set.name} labels"))
    if failed:
        click.echo(f"{failed} rows came back with an error and no spans", err=True)


def load_set(name: str, data: Path | None = None) -> list[GoldenRow]:
    """The rows of a golden set by its name, or of a JSON-lines file.

    Raises:
        ConfigError: there is no data folder.
        InputError: the data folder lacks the set, or the file holds rows that cannot be.
        click.UsageError: no set of that name, and no such file.
    """
    if name == "usaddress-manual":
        return usaddress_manual.evaluation_rows(data or data_directory())
    path = Path(name)
    if not path.is_file():
        raise click.UsageError(f"--set {name}: no such file, and not the name of a set")
    return load(path)


def scores_table(scores: Scores, *, title: str) -> str:
    """The figures as a table for people, percentages with their 95 % intervals."""
    lines = [
        f"{title}: {scores.rows} rows, rule {scores.rule}, "
        f"95 % intervals from {scores.resamples} bootstrap resamples",
        _COLUMNS.format("tag", "support", "precision", "recall", "F1").rstrip(),
    ]
    lines += [_line(tag, figures) for tag, figures in scores.tags.items()]
    lines += [_line("micro", scores.micro), f"full parse exact: {_percent(scores.exact)}"]
    return "\n".join(lines)


def _scores(rows: list[GoldenRow], parser: Parser, label_set: LabelSet) -> tuple[Scores, int]:
    """The figures of a parser and how many rows it could not parse."""
    parses = parser.parse_batch([row.raw for row in rows])
    spans = [[(span.start, span.end, span.tag) for span in parse.spans] for parse in parses]
    failed = sum(parse.error is not None for parse in parses)
    return score(rows, spans, label_set=label_set), failed


def _line(name: str, figures: TagScore) -> str:
    """One line of the table."""
    cells = (_percent(estimate) for estimate in (figures.precision, figures.recall, figures.f1))
    return _COLUMNS.format(name, figures.support, *cells).rstrip()


def _percent(estimate: Estimate) -> str:
    """A figure with its interval.

    >>> _percent(Estimate(0.925, 0.9, 0.95))
    '92.5 [90.0, 95.0]'
    """
    return f"{100 * estimate.value:.1f} [{100 * estimate.low:.1f}, {100 * estimate.high:.1f}]"
