"""The command line: one file per command, imported when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any, NamedTuple

import click

from postwright import __version__
from postwright.errors import PostwrightError

__all__ = ["main"]


class _Command(NamedTuple):
    """Where a command lives, so that `--help` and another command need not import it."""

    module: str
    summary: str


_COMMANDS = {
    "corpus": _Command("postwright.cli.corpus", "Compose labelled rows from real sources."),
    "diagnose": _Command("postwright.cli.diagnose", "Say what a model does wrong, and why."),
    "evaluate": _Command("postwright.cli.evaluate", "Score a model on a golden set."),
    "golden": _Command("postwright.cli.golden", "Check golden sets."),
    "model": _Command("postwright.cli.model", "Export, verify and describe model bundles."),
    "parse": _Command("postwright.cli.parse", "Parse addresses."),
    "places": _Command("postwright.cli.places", "Look places up by name."),
    "train": _Command("postwright.cli.train", "Train a tagger or its tokenizer."),
}


#: Packages that another extra brings than ``train``.
_EXTRAS = {
    "jinja2": "report",
    "matplotlib": "report",
    "osmium": "corpus",
    "pyarrow": "arrow",
    "pyspark": "spark",
}


class LazyGroup(click.Group):
    """A group whose commands are imported by name: ``parse`` never pays for ``train``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands, none of them imported."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command: the attribute of its module that bears its name."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(_COMMANDS[cmd_name].module), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _COMMANDS[name].summary) for name in sorted(_COMMANDS)])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error of ours becomes one line on stderr and exit code 1."""
        try:
            return super().invoke(ctx)
        except PostwrightError as error:
            raise click.ClickException(str(error)) from error
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] == "postwright":
                raise
            extra = _EXTRAS.get((error.name or "").partition(".")[0], "train")
            raise click.ClickException(
                f"this command needs the package {error.name!r}: pip install 'postwright[{extra}]'"
            ) from error
        except OSError as error:
            if isinstance(error, BrokenPipeError):  # click's business
                raise
            what = error.filename or "cannot read or write"
            raise click.ClickException(f"{what}: {error.strerror or error}") from error


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="postwright")
def main() -> None:
    """Turn postal addresses into labelled spans, and train the models that do it."""
