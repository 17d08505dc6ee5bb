"""What `evaluate` and `diagnose` share: golden sets by name or path, and parsers to be judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from postwright.corpus.recipe import data_directory
from postwright.diagnostics.evaluation import (
    ADVERSARIAL_CHOICES,
    Judged,
    choose_rows,
    judge,
    predict,
)
from postwright.diagnostics.foreign_labels import ADAPTERS
from postwright.diagnostics.matching import RULES
from postwright.diagnostics.predictions import load_predictions
from postwright.errors import InputError
from postwright.golden import GoldenRow, load, usaddress_manual
from postwright.labels import FULL, LABEL_SETS
from postwright.parser import Parser

__all__ = ["golden_options", "judge_source", "load_set", "load_sets"]

#: A set that is made out of the data folder.
_MANUAL = "usaddress-manual"

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def golden_options(command: Decorated) -> Decorated:
    """The options that say which rows are judged, and how."""
    options = (
        click.option(
            "--set",
            "sets",
            required=True,
            multiple=True,
            metavar=f"{_MANUAL}|PATH",
            help="The golden set: a name, a file (.jsonl, .csv, .tsv), or a directory of .jsonl "
            "files. May be given more than once.",
        ),
        click.option(
            "--split", type=click.Choice(["dev", "test"]), help="Only the rows of one split."
        ),
        click.option(
            "--adversarial",
            type=click.Choice(ADVERSARIAL_CHOICES),
            default="include",
            show_default=True,
            help="What to do with the rows that are made to be hard.",
        ),
        click.option(
            "--data",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            help="The data folder; the default is POSTWRIGHT_DATA, then ../shared/data.",
        ),
        click.option(
            "--labels",
            type=click.Choice(sorted(LABEL_SETS)),
            help="The label set to score in; the default is the model's own. core folds both "
            "sides.",
        ),
        click.option(
            "--rule",
            type=click.Choice(sorted(RULES)),
            default="folded",
            show_default=True,
            help="How surfaces are matched.",
        ),
        click.option(
            "--predicted-by",
            type=click.Choice(sorted(ADAPTERS)),
            default="postwright",
            show_default=True,
            help="Whose labels a file of predictions holds.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def load_sets(
    names: Sequence[str], data: Path | None, *, split: str | None, adversarial: Any
) -> list[GoldenRow]:
    """The rows of all sets that are to be judged.

    Raises:
        ConfigError: there is no data folder.
        InputError: a set cannot be read, two have a row of one id, or no row is left.
        click.UsageError: no set of that name, and no such file.
    """
    rows = [row for name in names for row in load_set(name, data)]
    if len({row.id for row in rows}) < len(rows):
        raise InputError("two of the sets hold rows of the same id; judge them one by one")
    if split is not None:
        rows = [row for row in rows if row.split == split]
        if not rows:
            raise InputError(f"--split {split} leaves no row of the golden set")
    return choose_rows(rows, adversarial)


def load_set(name: str, data: Path | None = None) -> list[GoldenRow]:
    """The rows of a golden set by its name, or of a file or directory.

    Raises:
        ConfigError: there is no data folder.
        InputError: the data folder lacks the set, or the file holds rows that cannot be.
        click.UsageError: no set of that name, and no such file.
    """
    if name == _MANUAL:
        return usaddress_manual.evaluation_rows(data or data_directory())
    path = Path(name)
    if not path.exists():
        raise click.UsageError(f"--set {name}: no such file, and not the name of a set")
    return load(path)


def judge_source(
    source: Path | None,
    rows: Sequence[GoldenRow],
    *,
    labels: str | None,
    rule: str,
    predicted_by: str,
) -> Judged:
    """Judge a model directory, a file of predictions, or (None) the model inside the package."""
    if source is not None and source.is_file():
        predictions = load_predictions(source, rows, labels=predicted_by)
        label_set = LABEL_SETS[labels] if labels else FULL
        return judge(source.name, rows, predictions, label_set=label_set, rule=rule)
    parser = Parser.load(source)
    label_set = LABEL_SETS[labels] if labels else parser.label_set
    name = source.resolve().name if source is not None else "default"
    return judge(name, rows, predict(parser, rows), label_set=label_set, rule=rule)
