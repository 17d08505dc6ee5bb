"""``postwright corpus``: build a corpus, look at its rows, mixture and contradictions, audit it."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import click

from postwright.cli.corpus_tables import (
    audit_text,
    contradictions_table,
    draws_text,
    mixture_table,
)
from postwright.corpus.audit import can_write_page, write_page
from postwright.corpus.audit.findings import Audit
from postwright.corpus.audit.opening import (
    FORM_ROWS,
    audit_folder,
    audit_recipe,
    sampled_draws,
)
from postwright.corpus.audit.summary import to_json
from postwright.corpus.build import BuildReport, sample_rows, write_shards
from postwright.corpus.contradictions import find_contradictions
from postwright.corpus.draws import DrawTables
from postwright.corpus.faults import Faults
from postwright.corpus.maker import RowMaker, load_maker
from postwright.corpus.recipe import CorpusRecipe, data_directory, load_recipe
from postwright.corpus.records import Row
from postwright.labels import LABEL_SETS

__all__ = ["bracketed", "corpus"]

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
_exclude = click.option(
    "--exclude",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Lines that no row may be, beside the recipe's: digests (.txt, .txt.gz), a golden "
    "file (.jsonl) or a folder of them; may be given several times.",
)
_format = click.option(
    "--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True
)


@click.group()
def corpus() -> None:
    """Make labelled addresses for training."""


@corpus.command()
@_recipe
@_set
@_data
@click.option("--workers", type=click.IntRange(min=1), default=2, show_default=True)
@_exclude
@click.option("--audit/--no-audit", "audited", default=True, help="Write OUT/audit.html.")
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
    audited: bool,
    append: bool,
    parquet: Path | None,
    out: Path,
) -> None:
    """Build the shards of RECIPE under OUT, with the audit of them as OUT/audit.html."""
    settings, maker = _load(recipe, overrides, data, workers, exclude)
    draws = sampled_draws(maker)
    _say(draws_text(draws), *_warned(maker))
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
    if audited:
        _write_audit(out, settings.tokenizer, draws)
    click.echo(f"{report.rows:,} rows in {len(report.shards)} shards under {out}")


def _write_audit(out: Path, tokenizer: Path, draws: DrawTables) -> None:
    """The page beside the shards, or a line that says what it needs."""
    if not can_write_page():
        _say("no audit page: pip install 'postwright[report]', then postwright corpus audit")
        return
    _say("auditing …")
    write_page(audit_folder(out, tokenizer=tokenizer, draws=draws), out / "audit.html")
    _say(f"{out / 'audit.html'} shows what is in it")


@corpus.command()
@_recipe
@_set
@_data
@click.option("--master", default="local[*]", show_default=True, help="Where Spark runs.")
@click.option(
    "--conf", "settings", multiple=True, metavar="KEY=VALUE", help="A setting of Spark's own."
)
@_exclude
@click.option("--partitions", type=click.IntRange(min=1), default=64, show_default=True)
@click.option("--out", required=True, help="Folder of the Parquet files; must not exist yet.")
def spark(
    recipe: Path,
    overrides: tuple[str, ...],
    data: Path | None,
    master: str,
    settings: tuple[str, ...],
    exclude: tuple[Path, ...],
    partitions: int,
    out: str,
) -> None:
    """Write the rows of RECIPE as Parquet with Spark: the same rows as a build's, no shards."""
    from postwright.corpus.spark import build_on_spark, open_session

    wrong = [pair for pair in settings if "=" not in pair]
    if wrong:
        raise click.BadParameter(f"{wrong[0]!r} is not KEY=VALUE", param_hint="--conf")
    loaded = _settings(recipe, overrides, exclude)
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
@click.option("--sample", type=click.IntRange(min=1), default=FORM_ROWS, show_default=True)
@click.option("--by-pair", is_flag=True, help="A line for each source in each country instead.")
@_format
def mixture(
    recipe: Path,
    overrides: tuple[str, ...],
    data: Path | None,
    sample: int,
    by_pair: bool,
    form: str,
) -> None:
    """Print what a build of RECIPE will draw: by source, country and written form."""
    settings, maker = _load(recipe, overrides, data)
    if by_pair:
        lines = maker.mixture.table(settings.rows)
        shown = [asdict(line) | {"repeats": line.repeats} for line in lines]
        _print(shown, mixture_table(maker.mixture, settings.rows), form)
    else:
        draws = sampled_draws(maker, sample)
        _print(asdict(draws), draws_text(draws), form)
    _say(*_warned(maker))
    _say(*faults_report(maker.mixture.faults))


@corpus.command()
@_recipe
@_set
@_data
@click.option("--rows", type=click.IntRange(min=1), default=100_000, show_default=True)
@click.option("--top", type=click.IntRange(min=1), default=30, show_default=True)
@click.option(
    "--labels", type=click.Choice(tuple(LABEL_SETS)), default="core", help="The tags that count."
)
@_format
def contradictions(
    recipe: Path,
    overrides: tuple[str, ...],
    data: Path | None,
    rows: int,
    top: int,
    labels: str,
    form: str,
) -> None:
    """Count the same words under different tags, by source, among rows of RECIPE."""
    _, maker = _load(recipe, overrides, data)
    found = find_contradictions(sample_rows(maker, rows), tags=LABEL_SETS[labels].tags)
    _print(asdict(found), contradictions_table(found, top, what=labels), form)


@corpus.command()
@click.argument("corpus", type=click.Path(exists=True, path_type=Path))
@_set
@_data
@click.option(
    "--tokenizer",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What the shards were encoded with; looked for beside and above them.",
)
@click.option(
    "--sample",
    type=click.IntRange(min=1),
    default=50_000,
    show_default=True,
    help="Rows to draw from a recipe.",
)
@click.option(
    "--rows", type=click.IntRange(min=0), default=20, show_default=True, help="Rows to show."
)
@click.option("--seed", type=int, default=1, show_default=True, help="Decides which.")
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write this page (needs postwright[report]).",
)
@_format
def audit(
    corpus: Path,
    overrides: tuple[str, ...],
    data: Path | None,
    tokenizer: Path | None,
    sample: int,
    rows: int,
    seed: int,
    html: Path | None,
    form: str,
) -> None:
    """Show what is in CORPUS: a folder of shards, or a recipe, of which rows are drawn."""
    if corpus.is_dir():
        if overrides:
            raise click.UsageError("--set changes a recipe; CORPUS is a folder of shards")
        found = audit_folder(corpus, tokenizer=tokenizer, rows=rows, seed=seed, progress=_audited)
    else:
        if tokenizer is not None:
            overrides = (*overrides, f"tokenizer={json.dumps(str(tokenizer))}")
        _, maker = _load(corpus, overrides, data)
        found = audit_recipe(maker, name=corpus.stem, count=sample, rows=rows, seed=seed)
    if html is not None:
        write_page(found, html)
    _print(to_json(found), f"{audit_text(found)}\n\n{_drawn(found)}", form)


def _drawn(found: Audit) -> str:
    """The rows of an audit, coloured on a terminal."""
    return "\n".join(
        f"{row.source:<16} {row.country or '-':<3}{bracketed(row)}" for row in found.rows_drawn
    )


def _audited(done: float) -> None:
    """A line to stderr after each shard."""
    _say(f"audited {done:6.1%}")


def _print(found: object, text: str, form: str) -> None:
    """Print figures as JSON or as text."""
    click.echo(json.dumps(found, ensure_ascii=False, indent=1) if form == "json" else text)


def _warned(maker: RowMaker) -> list[str]:
    """What is wrong with the mixture of a recipe."""
    return [f"warning: {text}" for text in maker.mixture.warnings(maker.recipe.rows)]


def _settings(recipe: Path, overrides: tuple[str, ...], exclude: tuple[Path, ...]) -> CorpusRecipe:
    """The recipe with its overlays, and with more lists of lines that no row may be."""
    settings = load_recipe(recipe, overrides)
    return replace(settings, exclude=(*settings.exclude, *map(Path.resolve, exclude)))


def _load(
    recipe: Path,
    overrides: tuple[str, ...],
    data: Path | None,
    workers: int = 1,
    exclude: tuple[Path, ...] = (),
) -> tuple[CorpusRecipe, RowMaker]:
    """The recipe and everything it names, in memory."""
    settings = _settings(recipe, overrides, exclude)
    _say("reading the sources …")
    return settings, load_maker(settings, data or data_directory(), workers=workers)


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
