"""`postwright train probe|smoke|ablate|curves`: what they print, write, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postwright.cli.train import train

RECIPES = Path(__file__).parents[2] / "recipes"


def run(*arguments: object) -> Result:
    """Call the command in this process."""
    return CliRunner().invoke(train, list(map(str, arguments)))


@pytest.fixture
def logged(tmp_path) -> Path:
    """The directory of a run of which only the log is there."""
    directory = tmp_path / "mine"
    directory.mkdir()
    record = {"kind": "step", "loss": 0.5, "rate": 1e-3, "seconds": 4.0}
    lines = [json.dumps(record | {"step": step}) for step in (1, 2, 3)]
    (directory / "log.jsonl").write_text("\n".join(lines))
    return directory


def test_curves_are_one_page_and_a_table(logged, tmp_path) -> None:
    """The page is written, the summary printed."""
    result = run("curves", logged, "--out", tmp_path / "pages" / "curves.html")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[1].split()[:3] == ["mine", "3", "0.5000"]
    assert "<svg" in (tmp_path / "pages" / "curves.html").read_text()


def test_curves_of_no_run_fail(tmp_path) -> None:
    """Exit code 1, and the path is named."""
    result = run("curves", tmp_path, "--out", tmp_path / "curves.html")
    assert result.exit_code == 1
    assert "holds no log.jsonl" in result.output
    assert not (tmp_path / "curves.html").exists()


def test_a_probe_of_no_checkpoint_fails(tmp_path) -> None:
    """Exit code 1, and the path is named."""
    result = run("probe", tmp_path)
    assert result.exit_code == 1
    assert "holds no checkpoint" in result.output


@pytest.mark.parametrize("schedule", ["cosine", "linear_tail"])
def test_smoke_refuses_a_schedule_that_decays(schedule, tmp_path) -> None:
    """Exit code 2 before any work: the pass would be false."""
    arguments = ("--schedule", schedule, "--out", tmp_path / "run")
    result = run("smoke", RECIPES / "world.toml", *arguments)
    assert result.exit_code == 2
    assert "below 60%" in result.output
    assert not (tmp_path / "run").exists()


def test_smoke_refuses_a_small_batch(tmp_path) -> None:
    """Exit code 2: stability is judged at the batch of the full run."""
    arguments = ("--set", "train.batch_size=32", "--out", tmp_path / "run")
    result = run("smoke", RECIPES / "world.toml", *arguments)
    assert result.exit_code == 2
    assert "a step of 32 rows does not judge a run of 256" in result.output


def test_ablate_refuses_a_plan_without_cells(tmp_path) -> None:
    """Exit code 2, and nothing is written."""
    plan = tmp_path / "plan.toml"
    plan.write_text('recipe = "none.toml"')
    result = run("ablate", plan, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "the plan has no cells" in result.output
    assert not (tmp_path / "out").exists()
