"""Tables and charts of a matrix inside a document: from the logs alone, and the same each time."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner

from postwright.cli.train import train as command
from postwright.diagnostics.scores import Counts
from postwright.errors import InputError, TrainingError
from postwright.training.ablate import ablate, load_plan
from postwright.training.golden import read_counts, write_counts
from postwright.training.matrix_doc import document, read_matrix, scores, stability
from postwright.training.matrix_scores import score_cells

PLAN = """
recipe = "{recipe}"
overrides = [
    "data.golden={golden}", "train.steps=60", "train.validate_every=30", "train.norms_every=10",
]
seeds = [1, 2]
baseline = "gated"

[cells]
gated = []
mean = ["model.pooling=mean"]
"never run" = ["model.pooling=projected"]
"""
DOCUMENT = """# Pooling

Words that people wrote.

<!-- scores: pooling -->
old text
<!-- end -->

<!-- stability: pooling -->
<!-- end -->

<!-- curve: pooling | ce gradient | mean -->
<!-- end -->

<!-- scores: later -->
<!-- end -->

More words.
"""


def golden_file(folder: Path) -> Path:
    """Thirty golden rows of the small world."""
    folder.mkdir()
    rows = []
    for number in range(30):
        raw = f"{number + 1} Oak St, Paris"
        house = len(str(number + 1))
        spans = [[0, house, "house_number"], [house + 1, house + 7, "street"]]
        spans.append([house + 9, house + 14, "locality"])
        rows.append(json.dumps({"id": str(number), "raw": raw, "spans": spans, "split": "dev"}))
    (folder / "rows.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def matrix(world: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with plans, runs and a document; one of three cells was never run."""
    directory = tmp_path_factory.mktemp("matrix")
    (directory / "plans").mkdir()
    golden = golden_file(directory / "golden")
    text = PLAN.format(recipe=world.recipe_file, golden=golden)
    for name in ("pooling", "later"):
        (directory / "plans" / f"{name}.toml").write_text(text, encoding="utf-8")
    plan = load_plan(directory / "plans" / "pooling.toml")
    cells = {name: plan.cells[name] for name in ("gated", "mean")}
    some = type(plan)(recipe=plan.recipe, overrides=plan.overrides, seeds=plan.seeds, cells=cells)
    ablate(some, directory / "runs" / "pooling", stream=io.StringIO())
    (directory / "pooling.md").write_text(DOCUMENT, encoding="utf-8")
    return directory


def test_a_matrix_with_golden_rows_is_judged_by_them(matrix) -> None:
    """The table of `train ablate` says so, and its figures are theirs."""
    record = json.loads((matrix / "runs" / "pooling" / "table.json").read_text())
    assert {run["judged_on"] for run in record["runs"]} == {"golden rows"}
    log = (matrix / "runs" / "pooling" / "mean" / "seed-2" / "log.jsonl").read_text()
    validations = [json.loads(line) for line in log.splitlines() if '"validation"' in line]
    (run,) = (one for one in record["runs"] if (one["cell"], one["seed"]) == ("mean", 2))
    assert run["last_f1"] == validations[-1]["golden_macro_f1"]
    assert run["best_f1"] == max(one["golden_macro_f1"] for one in validations)
    assert "scores on golden rows" in (matrix / "runs" / "pooling" / "table.txt").read_text()


def test_the_blocks_of_a_document_are_written(matrix) -> None:
    """Tables and a chart where the markers are; the words around them stay."""
    path = matrix / "pooling.md"
    path.write_text(DOCUMENT, encoding="utf-8")
    changed = document(path, plans=matrix / "plans", runs=matrix / "runs")
    text = path.read_text(encoding="utf-8")
    assert len(changed) == 4
    assert "old text" not in text
    assert "Words that people wrote." in text
    assert text.endswith("More words.\n")
    assert "| gated | 2 |" in text
    assert "| baseline |" in text
    assert "| never run | not run |" in text
    assert "![gradient norm of the cross-entropy, mean]" in text
    assert "<!-- scores: later -->\n\nNot run yet.\n\n<!-- end -->" in text
    svg = matrix / "figures" / "pooling-ce-gradient-mean.svg"
    root = ElementTree.fromstring(svg.read_text(encoding="utf-8"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"


def test_the_same_runs_make_the_same_text(matrix) -> None:
    """A second time nothing changes, by a byte."""
    path = matrix / "pooling.md"
    document(path, plans=matrix / "plans", runs=matrix / "runs")
    files = [path, matrix / "figures" / "pooling-ce-gradient-mean.svg"]
    before = [file.read_bytes() for file in files]
    assert document(path, plans=matrix / "plans", runs=matrix / "runs") == []
    assert [file.read_bytes() for file in files] == before


def test_the_tables_hold_what_the_logs_say(matrix) -> None:
    """Micro F1 of two seeds is that of their counts added; the last loss that of the log."""
    found = read_matrix(matrix / "plans" / "pooling.toml", matrix / "runs" / "pooling")
    rows = {row[0]: row for row in scores(found).rows}
    files = [
        matrix / "runs" / "pooling" / "mean" / f"seed-{seed}" / "golden.npz" for seed in (1, 2)
    ]
    counts = [read_counts(file) for file in files]
    hits = sum(int(one.true_positives.sum()) for one in counts)
    faults = sum(int((one.false_positives + one.false_negatives).sum()) for one in counts)
    assert rows["mean"][2].startswith(f"{100 * 2 * hits / (2 * hits + faults):.1f} [")
    (row, *_) = stability(found).rows
    losses = found.curves(found.outcomes[0]).series("step", "loss")[1]
    assert row[:3] == ("gated", "1", "60")
    assert row[5] == f"{np.mean(losses[-50:]):.3g}"
    assert float(row[9]) > 0


def counts_of(right: np.ndarray) -> Counts:
    """Counts of one tag with a golden span a row, found or missed."""
    hits = right.astype(np.int64)[:, None]
    nothing = np.zeros_like(hits)
    return Counts(("street",), hits, nothing, 1 - hits, hits[:, 0], hits[:, 0])


def test_a_difference_is_narrower_than_its_figures(tmp_path) -> None:
    """Two cells that fail on nearly the same rows: the interval of the difference is small."""
    draw = np.random.default_rng(0).random(400)
    cells = {"a": draw < 0.8, "b": draw < 0.82}
    files = {}
    for name, right in cells.items():
        write_counts(counts_of(right), tmp_path / f"{name}.npz")
        files[name] = [tmp_path / f"{name}.npz"]
    found = score_cells(files, "a")
    micro, _, exact = found["b"].less_baseline
    assert found["a"].less_baseline == ()
    assert exact.value == pytest.approx((cells["b"].mean() - cells["a"].mean()), abs=1e-9)
    assert 0 <= micro.low < micro.value < micro.high
    assert micro.high - micro.low < 0.6 * (found["b"].micro.high - found["b"].micro.low)


def test_counts_of_other_rows_are_not_compared(tmp_path) -> None:
    """The golden set was changed between two runs: that is said."""
    write_counts(counts_of(np.ones(50, dtype=bool)), tmp_path / "a.npz")
    write_counts(counts_of(np.ones(40, dtype=bool)), tmp_path / "b.npz")
    with pytest.raises(TrainingError, match="'a' and 'b' were judged on different golden rows"):
        score_cells({"a": [tmp_path / "a.npz"], "b": [tmp_path / "b.npz"]}, "a")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no marker", "holds no marker"),
        ("<!-- scores: nothing -->\n<!-- end -->", "no plan .*nothing.toml"),
        ("<!-- curve: pooling | colour -->\n<!-- end -->", "no curve 'colour'; there are loss"),
        ("<!-- curve: pooling | loss | max -->\n<!-- end -->", "no cell of pooling"),
    ],
)
def test_a_marker_that_means_nothing_is_refused(matrix, tmp_path, text, message) -> None:
    """And the document stays as it was."""
    path = tmp_path / "doc.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        document(path, plans=matrix / "plans", runs=matrix / "runs")
    assert path.read_text(encoding="utf-8") == text


def test_the_command_says_which_blocks_changed(matrix, tmp_path) -> None:
    """One marker a line."""
    path = tmp_path / "doc.md"
    path.write_text("<!-- stability: pooling -->\n<!-- end -->\n", encoding="utf-8")
    folders = ["--plans", str(matrix / "plans"), "--runs", str(matrix / "runs")]
    found = CliRunner().invoke(command, ["document", str(path), *folders])
    assert (found.exit_code, found.output) == (0, "<!-- stability: pooling -->\n")
    again = CliRunner().invoke(command, ["document", str(path), *folders])
    assert again.output == "nothing has changed\n"
