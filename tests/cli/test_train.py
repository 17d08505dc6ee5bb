"""`postwright train`: what it takes, what it prints, and how it fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postwright.cli.train import move_aside, train

RECIPES = Path(__file__).parents[2] / "recipes"


def run(*arguments: str) -> Result:
    """Call the command in this process."""
    return CliRunner().invoke(train, list(arguments))


@pytest.mark.parametrize("command", ["run", "tokenizer"])
def test_a_recipe_that_is_not_there_is_wrong_usage(command, tmp_path) -> None:
    """Exit code 2, and the path is named."""
    result = run(command, str(tmp_path / "none.toml"), "--out", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert "none.toml" in result.output


@pytest.mark.parametrize(
    ("command", "recipe", "override"),
    [("run", "world.toml", "train.batch_size=0"), ("tokenizer", "tokenizer.toml", "threads=0")],
)
def test_a_wrong_value_is_wrong_usage(command, recipe, override, tmp_path) -> None:
    """Exit code 2, key, value and mend are named, and nothing is written."""
    out = tmp_path / "out"
    result = run(command, str(RECIPES / recipe), "--set", override, "--out", str(out))
    assert result.exit_code == 2
    assert f"{override.split('.')[-1].replace('=', ' = ')}: must be above 0" in result.output
    assert not out.exists()


def test_missing_data_fail_the_job(tmp_path) -> None:
    """Exit code 1, and the file is named."""
    missing = f"data.tokenizer={tmp_path}/none.model"
    result = run("run", str(RECIPES / "world.toml"), "--set", missing, "--out", str(tmp_path / "x"))
    assert result.exit_code == 1
    assert "none.model" in result.output
    assert not (tmp_path / "x").exists()


def test_a_tokenizer_needs_a_place_to_go() -> None:
    """`--out` is required."""
    result = run("tokenizer", str(RECIPES / "tokenizer.toml"))
    assert result.exit_code == 2
    assert "--out" in result.output


def test_a_fresh_run_moves_the_old_one_aside(tmp_path) -> None:
    """Nothing is deleted, however often a run is begun anew."""
    out = tmp_path / "run"
    assert move_aside(out) is None
    for number in (1, 2):
        out.mkdir()
        (out / "log.jsonl").write_text(f"{number}\n")
        assert move_aside(out) == tmp_path / f"run.old-{number}"
        assert (tmp_path / f"run.old-{number}" / "log.jsonl").read_text() == f"{number}\n"
    assert not out.exists()


def test_help_loads_no_torch() -> None:
    """Asking what the command can do costs no heavy import."""
    program = (
        "import sys; from postwright.cli.train import train; train(['--help'], standalone_mode=0);"
        "print({'torch', 'sentencepiece', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "set()"
    assert "tokenizer" in done.stdout
