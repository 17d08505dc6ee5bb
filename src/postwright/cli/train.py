"""`postwright train`: train a tagger, or the tokenizer under it, from a TOML recipe."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from postwright.cli.instruments import ablate, curves, document, probe, smoke
from postwright.cli.training import OUT, RECIPE, SET, errors_in_words, let_idle_threads_sleep

if TYPE_CHECKING:
    from postwright.training.loop import Outcome
    from postwright.training.tokenizer import TokenizerReport

__all__ = ["train"]


@click.group()
def train() -> None:
    """Train a tagger or a tokenizer (needs the extra postwright[train])."""


@train.command("run")
@click.argument("recipe", type=RECIPE)
@SET
@click.option("--out", type=OUT, help="Run directory; runs/<name of the recipe> if not given.")
@click.option(
    "--fresh/--resume",
    default=False,
    help="Begin anew and move the old run aside, or go on where it stopped (the default).",
)
@click.option(
    "--allow-changes",
    is_flag=True,
    help="Go on even though settings differ from those that the run was begun with.",
)
@click.option(
    "--init",
    type=RECIPE,
    metavar="FILE",
    help="Begin with these weights (.safetensors), as far as name and shape fit.",
)
def run(
    recipe: Path,
    overrides: tuple[str, ...],
    out: Path | None,
    fresh: bool,
    allow_changes: bool,
    init: Path | None,
) -> None:
    """Train a tagger from RECIPE; a run that was killed goes on where it stopped."""
    with errors_in_words():
        outcome = train_run(
            recipe,
            overrides=overrides,
            out=out or Path("runs") / recipe.stem,
            fresh=fresh,
            allow_changes=allow_changes,
            init=init,
        )
    if is_first_process():
        click.echo(outcome.best or outcome.latest)


def train_run(
    recipe: Path,
    *,
    overrides: tuple[str, ...],
    out: Path,
    fresh: bool,
    allow_changes: bool,
    init: Path | None = None,
) -> Outcome:
    """Read the recipe and train in ``out``; progress goes to stderr."""
    let_idle_threads_sleep()
    from postwright.training.loop import train as train_tagger
    from postwright.training.recipe import load_recipe

    settings = load_recipe(recipe, overrides)
    if fresh and is_first_process():
        # The others begin when this one has joined them, and then the directory is gone.
        move_aside(out)
    return train_tagger(settings, out, stream=sys.stderr, allow_changes=allow_changes, init=init)


def is_first_process() -> bool:
    """Whether this is the one process of a run, or rank 0 of those that `torchrun` started."""
    return os.environ.get("RANK", "0") == "0"


def move_aside(out: Path) -> Path | None:
    """Rename a run directory to ``<name>.old-1`` (or the next free number), if it is there."""
    if not out.exists():
        return None
    number = 1
    while (kept := out.with_name(f"{out.name}.old-{number}")).exists():
        number += 1
    return out.rename(kept)


@train.command("weights")
@click.argument("checkpoint", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", type=OUT, required=True, help="The .safetensors file that is written.")
def weights(checkpoint: Path, out: Path) -> None:
    """Write the weights of CHECKPOINT in fp16, for another run to begin with (--init)."""
    with errors_in_words():
        click.echo(write_weights(checkpoint, out=out))


def write_weights(checkpoint: Path, *, out: Path) -> Path:
    """Write the weights, or their moving average where the run kept one."""
    from postwright.training.warm_start import write_half

    return write_half(checkpoint, out)


@train.command("average")
@click.argument(
    "checkpoints",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
@click.option("--out", type=OUT, required=True, help="Run directory for the new checkpoint.")
def average(checkpoints: tuple[Path, ...], out: Path) -> None:
    """Write the mean of the weights of CHECKPOINTS as a checkpoint, to be exported."""
    with errors_in_words():
        click.echo(average_weights(checkpoints, out=out))


def average_weights(checkpoints: tuple[Path, ...], *, out: Path) -> Path:
    """Average the weights, or their moving averages where the runs kept them."""
    from postwright.training.averaging import average_checkpoints

    return average_checkpoints(checkpoints, out)


@train.command("tokenizer")
@click.argument("recipe", type=RECIPE)
@SET
@click.option("--out", type=OUT, required=True, help="Where the model is written.")
def tokenizer(recipe: Path, overrides: tuple[str, ...], out: Path) -> None:
    """Train the sentencepiece tokenizer from RECIPE and check it on held-out lines."""
    with errors_in_words():
        click.echo(train_tokenizer(recipe, overrides=overrides, out=out))


def train_tokenizer(recipe: Path, *, overrides: tuple[str, ...], out: Path) -> TokenizerReport:
    """Read the recipe, train, check and write ``out``."""
    from postwright.training.recipe import load_tokenizer_recipe
    from postwright.training.tokenizer import train_tokenizer as train_pieces

    return train_pieces(load_tokenizer_recipe(recipe, overrides), out)


for instrument in (ablate, curves, document, probe, smoke):
    train.add_command(instrument)
