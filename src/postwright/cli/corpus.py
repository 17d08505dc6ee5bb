"""``postwright corpus``: build a corpus, look at its rows, mixture and contradictions."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import click

from postwright.corpus.build import BuildReport, sample_rows, write_shards
from postwright.corpus.contradictions import Contradictions, find_contradictions
from postwright.corpus.faults import Faults
from postwright.corpus.maker import RowMaker, load_maker
from postwright.corpus.mixture import Mixture, load_mixture
from postwright.corpus.recipe import CorpusRecipe, data_directory, load_recipe
from postwright.corpus.records import Row

__all__ = ["bracketed", "contradictions_table", "corpus", "mixture_table"]

_COLUMNS = "{:<16} {:<3} {:>8} {:>10} {:>12} {:>8}"
#: Terminal colours for tags, taken in the order in which tags appear in a row.
_COLOURS = ("green", "yellow", "cyan", "magenta", "blue", "red")

_recipe = click.argument("recipe", type=click.Path(exists=True, dir_okay=False, path_type=Path))
_set = click.option(
    "--set", "overrides", multiple=True, metavar="KEY=VALUE", help="Overlay a value of the recipe."
)
_data = click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The data folder; the default is POSTWRIGHT_DATA, then ../shared/data.",
)


@click.group()
def corpus() -> None:
    """Make labelled addresses for training."""


@corpus.command()
@_recipe
@_set
@_data
@click.option("--workers", type=click.IntRange(min=1), default=2, show_default=True)
@click.option(
    "--exclude",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Lines that no shard may hold, beside the recipe's: digests (.txt, .txt.gz), a golden "
    "file (.jsonl) or a folder of them; may be given several times.",
)
@click.option(
    "--append",
    is_flag=True,
    help="Leave the shards that stand under OUT already, and make those that are missing: after "
    "a build that was killed, or to lengthen one (--set rows=…) that a training run is reading.",
)
@click.option(
    "--parquet",
    type=click.Path(file_okay=False, path_type=Path),
    help="Also write the rows of each shard as Parquet under this folder: number, raw, spans, "
    "country, source, forms.",
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True)
def build(
    recipe: Path,
    overrides: tuple[str, ...],
    data: Path | None,
    workers: int,
    exclude: tuple[Path, ...],
    append: bool,
    parquet: Path | None,
    out: Path,
) -> None:
    """Build the shards of RECIPE under OUT."""
    settings, maker = _load(recipe, overrides, data, workers, exclude)
    _say(mixture_table(maker.mixture, settings.rows))
    _say(*faults_report(maker.mixture.faults))
    began = time.monotonic()
    report = write_shards(
        maker,
        out,
        workers=workers,
        append=append,
        tables=parquet,
        progress=_progress(settings, began),
    )
    for reason, count in report.dropped.most_common():
        _say(f"dropped {count:,}: {reason}")
    click.echo(f"{report.rows:,} rows in {len(report.shards)} shards under {out}")


@corpus.command()
@_recipe
@_set
@_data
@click.option("--master", default="local[*]", show_default=True, help="Where Spark runs.")
@click.option(
    "--conf", "settings", multiple=True, metavar="KEY=VALUE", help="A setting of Spark's own."
)
@click.option("--partitions", type=click.IntRange(min=1), default=64, show_default=True)
@click.option("--out", required=True, help="Folder of the Parquet files; must not exist yet.")
def spark(
    recipe: Path,
    overrides: tuple[str, ...],
    data: Path | None,
    master: str,
    settings: tuple[str, ...],
    partitions: int,
    out: str,
) -> None:
    """Write the rows of RECIPE as Parquet with Spark: the same rows as a build's, no shards."""
    from postwright.corpus.spark import build_on_spark, open_session

    wrong = [pair for pair in settings if "=" not in pair]
    if wrong:
        raise click.BadParameter(f"{wrong[0]!r} is not KEY=VALUE", param_hint="--conf")
    loaded = load_recipe(recipe, overrides)
    session = open_session(master, dict(pair.split("=", 1) for pair in settings))
    try:
        data_dir = data or data_directory()
        rows = build_on_spark(session, loaded, out, data_dir=data_dir, partitions=partitions)
    finally:
        session.stop()
    click.echo(f"{rows:,} rows of {loaded.rows:,} drawn under {out}")


@corpus.command()
@_recipe
@_set
@_data
@click.option("--rows", type=click.IntRange(min=1), default=20, show_default=True)
def sample(recipe: Path, overrides: tuple[str, ...], data: Path | None, rows: int) -> None:
    """Print labelled rows of RECIPE, coloured on a terminal, in brackets elsewhere."""
    _, maker = _load(recipe, overrides, data)
    for row in sample_rows(maker, rows):
        click.echo(f"{row.source:<16} {row.country:<3}{bracketed(row)}")


@corpus.command()
@_recipe
@_set
@_data
def mixture(recipe: Path, overrides: tuple[str, ...], data: Path | None) -> None:
    """Print what a build of RECIPE will draw: weight, rows, draws and repeats of each source."""
    settings = load_recipe(recipe, overrides)
    loaded = load_mixture(settings, data or data_directory())
    click.echo(mixture_table(loaded, settings.rows))
    _say(*faults_report(loaded.faults))


@corpus.command()
@_recipe
@_set
@_data
@click.option("--rows", type=click.IntRange(min=1), default=100_000, show_default=True)
@click.option("--top", type=click.IntRange(min=1), default=30, show_default=True)
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table")
def contradictions(
    recipe: Path, overrides: tuple[str, ...], data: Path | None, rows: int, top: int, form: str
) -> None:
    """Count the same words under different tags, by source, among rows of RECIPE."""
    _, maker = _load(recipe, overrides, data)
    found = find_contradictions(sample_rows(maker, rows))
    if form == "json":
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        click.echo(contradictions_table(found, top))


def contradictions_table(found: Contradictions, top: int) -> str:
    """The largest groups of contradicting spans, and the shares of all below them."""
    line = "{:>7} {:<16} {:<3} {:<18} {:<18} {}"
    lines = [line.format("spans", "source", "CC", "tag", "usual tag", "as in")]
    lines += [
        line.format(
            f"{clash.count:,}",
            clash.source,
            clash.country or "-",
            clash.tag,
            clash.usual,
            "; ".join(clash.examples),
        )
        for clash in found.clashes[:top]
    ]
    return "\n".join(
        [
            *lines,
            f"{found.share:.2%} of {sum(found.spans.values()):,} core spans contradict others;",
            f"{found.ambiguous_share:.2%} more are place names of several levels;",
            f"{sum(found.lines.values()):,} lines come with different labels",
        ]
    )


def _load(
    recipe: Path,
    overrides: tuple[str, ...],
    data: Path | None,
    workers: int = 1,
    exclude: tuple[Path, ...] = (),
) -> tuple[CorpusRecipe, RowMaker]:
    """The recipe and everything it names, in memory."""
    settings = load_recipe(recipe, overrides)
    settings = replace(settings, exclude=(*settings.exclude, *exclude))
    _say("reading the sources …")
    return settings, load_maker(settings, data or data_directory(), workers=workers)


def mixture_table(loaded: Mixture, rows: int) -> str:
    """The draws of each source and country as a table, warnings below it."""
    lines = [_COLUMNS.format("source", "CC", "weight", "rows", "draws", "repeats")]
    lines += [
        _COLUMNS.format(
            line.source,
            line.country or "-",
            f"{line.share:.2%}",
            f"{line.available:,}",
            f"{line.draws:,.0f}",
            f"{line.repeats:.1f}",
        )
        for line in loaded.table(rows)
    ]
    return "\n".join([*lines, *(f"warning: {text}" for text in loaded.warnings(rows))])


def faults_report(faults: Faults) -> list[str]:
    """What was refused or set aside while reading: counts by reason, and a few examples."""
    counts = [
        f"set aside {count:,} in {file}: {reason}"
        for (file, reason), count in faults.reasons.most_common(20)
    ]
    return [*counts, *map(str, faults.examples[:10])]


def bracketed(row: Row) -> str:
    """The row's text with its spans marked.

    >>> bracketed(Row("5 Elm St", ((0, 1, "house_number"), (2, 8, "street")), "US", "example"))
    '[5 house_number] [Elm St street]'
    """
    parts, at = [], 0
    for place, (start, end, tag) in enumerate(row.spans):
        colour = _COLOURS[place % len(_COLOURS)]
        marked = f"[{row.raw[start:end]} {tag}]"
        parts += [row.raw[at:start], click.style(marked, fg=colour) if _on_terminal() else marked]
        at = end
    return "".join([*parts, row.raw[at:]])


def _on_terminal() -> bool:
    return sys.stdout.isatty()


def _progress(recipe: CorpusRecipe, began: float) -> Callable[[BuildReport], None]:
    """A line to stderr after each shard."""

    def say(report: BuildReport) -> None:
        seconds = time.monotonic() - began
        done = min(1.0, len(report.shards) * recipe.shard_rows / recipe.rows)
        _say(f"{done:6.1%}  {report.rows:>11,} rows  {report.rows / seconds:>7,.0f} rows/s")

    return say


def _say(*lines: str) -> None:
    """Print to stderr: standard output holds only what was asked for."""
    for line in lines:
        click.echo(line, err=True)
