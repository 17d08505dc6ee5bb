"""``postwright golden``: check golden files, and turn CSV into JSON lines."""

from __future__ import annotations

from pathlib import Path

import click

from postwright.golden import load, validate, write_jsonl

__all__ = ["golden"]

_PATHS = click.argument(
    "paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)


@click.group()
def golden() -> None:
    """Work with golden sets: rows with known right answers."""


@golden.command("validate")
@_PATHS
@click.option(
    "--complete",
    is_flag=True,
    help="Ask also for id, country, slice, source, licence and split of every row.",
)
def validate_files(paths: tuple[Path, ...], complete: bool) -> None:
    """Check golden files, or directories of them; exit code 1 if anything is wrong."""
    problems = validate(paths, complete=complete)
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        click.echo(f"{len(problems)} problems", err=True)
        raise SystemExit(1)
    click.echo(f"{len(load(*paths)):,} rows, nothing wrong")


@golden.command()
@_PATHS
@click.option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write, JSON lines sorted by id.",
)
def convert(paths: tuple[Path, ...], out: Path) -> None:
    """Read golden files of any format into one file of JSON lines."""
    rows = load(*paths)
    write_jsonl(rows, out)
    click.echo(f"{len(rows):,} rows in {out}")
