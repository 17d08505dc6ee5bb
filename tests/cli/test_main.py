"""The main command group."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

import postwright
from postwright.cli import main


def test_the_version_is_the_package_s() -> None:
    """One source."""
    done = CliRunner().invoke(main, ["--version"])
    assert (done.exit_code, done.output) == (0, f"postwright, version {postwright.__version__}\n")


def test_help_lists_every_command() -> None:
    """With one line each."""
    done = CliRunner().invoke(main, ["--help"])
    assert done.exit_code == 0
    for name in ("corpus", "evaluate", "model", "parse", "train"):
        assert f"\n  {name} " in done.output


@pytest.mark.parametrize("name", ["corpus", "evaluate", "model", "parse", "train"])
def test_every_command_has_help(name: str) -> None:
    """So every listed command can be imported."""
    done = CliRunner().invoke(main, [name, "--help"])
    assert done.exit_code == 0, done.output
    assert done.output.startswith("Usage: ")


def test_an_unknown_command_is_wrong_usage() -> None:
    """Exit code 2, as for any wrong usage."""
    done = CliRunner().invoke(main, ["geocode"])
    assert (done.exit_code, "No such command 'geocode'" in done.output) == (2, True)
