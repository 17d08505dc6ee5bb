"""What the commands of `postwright train` share: arguments, errors in words, quiet threads."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from postwright.errors import ConfigError, PostwrightError

__all__ = ["OUT", "RECIPE", "SET", "errors_in_words", "let_idle_threads_sleep"]

RECIPE = click.Path(exists=True, dir_okay=False, path_type=Path)
OUT = click.Path(path_type=Path)
SET = click.option(
    "--set",
    "overrides",
    multiple=True,
    metavar="KEY=VALUE",
    help="Write a value of the recipe otherwise, such as train.batch_size=128.",
)


@contextmanager
def errors_in_words() -> Iterator[None]:
    """Turn our errors into exit code 2 (wrong settings) or 1 (a failed job)."""
    try:
        yield
    except ConfigError as error:
        raise click.UsageError(str(error)) from error
    except PostwrightError as error:
        raise click.ClickException(str(error)) from error
    except ModuleNotFoundError as error:
        raise click.ClickException(
            f"{error.name} is missing: pip install 'postwright[train]'"
        ) from error


def let_idle_threads_sleep() -> None:
    """Keep OpenMP from spinning (it makes some steps ten times slower); before torch is loaded."""
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    os.environ.setdefault("GOMP_SPINCOUNT", "0")
