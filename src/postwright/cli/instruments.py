"""The instruments of `postwright train`: probe, smoke, ablate, curves, document."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from postwright.cli.training import OUT, RECIPE, SET, errors_in_words, let_idle_threads_sleep

if TYPE_CHECKING:
    from postwright.training.ablate import Ablation
    from postwright.training.probe import Probe
    from postwright.training.smoke import Verdict

__all__ = ["ablate", "curves", "document", "probe", "smoke"]

_HTML = click.option("--html", type=OUT, help="Also write this page (needs postwright[report]).")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print all figures as JSON.")
_THERE = click.Path(exists=True, path_type=Path)
_COUNT = click.IntRange(min=1)


@click.command()
@click.argument("checkpoint", type=_THERE)
@SET
@click.option(
    "--batches", type=_COUNT, default=4, show_default=True, help="Batches of each source."
)
@click.option("--batch-size", type=_COUNT, help="Rows of a batch; the recipe's if not given.")
@_HTML
@_JSON
def probe(
    checkpoint: Path,
    overrides: tuple[str, ...],
    batches: int,
    batch_size: int | None,
    html: Path | None,
    as_json: bool,
) -> None:
    """Gradient norms by source and loss at CHECKPOINT, or at the latest one of a run."""
    with errors_in_words():
        found = probe_checkpoint(
            checkpoint, overrides=overrides, batches=batches, batch_size=batch_size, html=html
        )
    click.echo(json.dumps(found.to_json()) if as_json else found)


def probe_checkpoint(
    checkpoint: Path,
    *,
    overrides: tuple[str, ...],
    batches: int,
    batch_size: int | None,
    html: Path | None,
) -> Probe:
    """Probe a checkpoint, and write the page if one is wanted."""
    let_idle_threads_sleep()
    from postwright.training.charts import drawing_board
    from postwright.training.page import write_text
    from postwright.training.probe import probe as measure
    from postwright.training.probe import probe_page

    if html is not None:
        drawing_board()
    found = measure(checkpoint, overrides=overrides, batches=batches, batch_size=batch_size)
    if html is not None:
        write_text(html, probe_page(found))
    return found


@click.command()
@click.argument("recipe", type=RECIPE)
@SET
@click.option("--out", type=OUT, help="Run directory; runs/<name of the recipe>-smoke by default.")
@click.option("--steps", type=_COUNT, default=2000, show_default=True, help="Length of the run.")
@click.option(
    "--schedule",
    default="constant",
    show_default=True,
    help="One that falls below 60 % of the peak rate in the verdict window is refused.",
)
@_HTML
@_JSON
def smoke(
    recipe: Path,
    overrides: tuple[str, ...],
    out: Path | None,
    steps: int,
    schedule: str,
    html: Path | None,
    as_json: bool,
) -> None:
    """Say whether RECIPE is stable at its peak rate: PASS, or FAIL and exit code 1."""
    out = out or Path("runs") / f"{recipe.stem}-smoke"
    with errors_in_words():
        verdict = smoke_run(
            recipe, overrides=overrides, out=out, steps=steps, schedule=schedule, html=html
        )
    click.echo(json.dumps(verdict.to_json()) if as_json else verdict)
    if not verdict.passed:
        sys.exit(1)


def smoke_run(
    recipe: Path,
    *,
    overrides: tuple[str, ...],
    out: Path,
    steps: int,
    schedule: str,
    html: Path | None,
) -> Verdict:
    """Train the verdict run in ``out``, judge it, and keep the verdict beside its log."""
    let_idle_threads_sleep()
    from postwright.training.charts import drawing_board
    from postwright.training.curves import curves_page, read_curves
    from postwright.training.page import write_text
    from postwright.training.smoke import smoke as run_and_judge
    from postwright.training.smoke import smoke_recipe

    if html is not None:
        drawing_board()
    settings = smoke_recipe(recipe, overrides, steps=steps, schedule=schedule)
    verdict = run_and_judge(settings, out, stream=sys.stderr)
    write_text(out / "verdict.json", json.dumps(verdict.to_json(), indent=1) + "\n")
    if html is not None:
        write_text(html, curves_page([read_curves(out)], title=f"Verdict run: {verdict.word}"))
    return verdict


@click.command()
@click.argument("plan", type=RECIPE)
@SET
@click.option("--out", type=OUT, required=True, help="Directory of the runs and of the table.")
@_HTML
@_JSON
def ablate(
    plan: Path, overrides: tuple[str, ...], out: Path, html: Path | None, as_json: bool
) -> None:
    """Run the recipes of PLAN one after the other; what is done is not done again."""
    with errors_in_words():
        ablation = ablate_plan(plan, overrides=overrides, out=out, html=html)
    click.echo(json.dumps(ablation.to_json()) if as_json else ablation)


def ablate_plan(
    plan: Path, *, overrides: tuple[str, ...], out: Path, html: Path | None
) -> Ablation:
    """Run the matrix in ``out``, and write the page of its curves if one is wanted."""
    let_idle_threads_sleep()
    from postwright.training.ablate import ablate as run_matrix
    from postwright.training.ablate import ablation_page, load_plan
    from postwright.training.charts import drawing_board
    from postwright.training.page import write_text

    if html is not None:
        drawing_board()
    ablation = run_matrix(load_plan(plan), out, stream=sys.stderr, overrides=overrides)
    if html is not None:
        write_text(html, ablation_page(ablation, out))
    return ablation


@click.command()
@click.argument("runs", type=_THERE, nargs=-1, required=True)
@click.option("--out", type=OUT, required=True, help="The page that is written.")
def curves(runs: tuple[Path, ...], out: Path) -> None:
    """Plot the logs of RUNS over each other as one self-contained page."""
    with errors_in_words():
        click.echo(plot_curves(runs, out=out))


def plot_curves(runs: tuple[Path, ...], *, out: Path) -> str:
    """Write the page, and return the table of the runs."""
    from postwright.training.curves import curves_page, read_curves, summary
    from postwright.training.page import text_table, write_text

    read = [read_curves(path) for path in runs]
    write_text(out, curves_page(read))
    return text_table(summary(read))


@click.command()
@click.argument("doc", type=RECIPE)
@click.option("--plans", type=_THERE, required=True, help="Directory of the plans.")
@click.option("--runs", type=OUT, required=True, help="Directory with the runs of each plan.")
def document(doc: Path, plans: Path, runs: Path) -> None:
    """Write the tables and charts that DOC has markers for, from the logs of what was run."""
    with errors_in_words():
        changed = write_document(doc, plans=plans, runs=runs)
    click.echo("\n".join(changed) or "nothing has changed")


def write_document(doc: Path, *, plans: Path, runs: Path) -> list[str]:
    """Write the blocks of a document anew, and return the markers of those that changed."""
    from postwright.training.matrix_doc import document as write_blocks

    return write_blocks(doc, plans=plans, runs=runs)
