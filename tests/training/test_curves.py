"""The curves of runs as one page."""

from __future__ import annotations

import json
import re

import pytest

from postwright.errors import InputError
from postwright.training.curves import RunCurves, curves_page, read_curves, summary


def records(steps: int, *, scale: float = 1.0) -> list[dict[str, object]]:
    """A log: a record every step, a validation every tenth."""
    found: list[dict[str, object]] = []
    for step in range(1, steps + 1):
        loss = scale / step
        figures = {"loss": loss, "ce": loss / 2, "crf": loss, "gradient_norm": 1.0, "rate": 1e-3}
        found.append({"kind": "step", "step": step, **figures, "seconds": step / 2})
        if step % 10 == 0:
            scores = {"macro_f1": step / 100, "micro_f1": 0.5, "exact": 0.2, "ce": 0.3}
            tags = {"street": step / 100}
            found.append({"kind": "validation", "step": step, **scores, "per_tag": tags})
    return found


def test_a_run_is_read_from_its_directory_or_its_log(tmp_path) -> None:
    """Both name the same run."""
    log = tmp_path / "mine" / "log.jsonl"
    log.parent.mkdir()
    log.write_text("".join(json.dumps(record) + "\n" for record in records(3)))
    assert read_curves(log.parent) == read_curves(log)
    assert read_curves(log).name == "mine"
    assert read_curves(log).series("step", "loss") == ([1, 2, 3], [1, 1 / 2, 1 / 3])


@pytest.mark.parametrize(
    ("content", "message"), [(None, "holds no log.jsonl"), ("", "no logged step yet")]
)
def test_a_directory_without_a_curve_is_refused(content, message, tmp_path) -> None:
    """The message says what was wanted."""
    if content is not None:
        (tmp_path / "log.jsonl").write_text(content)
    with pytest.raises(InputError, match=message):
        read_curves(tmp_path)


def test_the_summary_says_where_a_run_was_best() -> None:
    """Lowest loss and best macro F1 with their steps, the last of both, and the time."""
    (row,) = summary([RunCurves("a", records(40))]).rows
    assert row[:2] == ("a", "40")
    assert row[5:] == ("0.4000", "40", "0.4000", "20 s")


def test_a_run_without_a_validation_has_a_summary() -> None:
    """A dash stands for what is not there."""
    (row,) = summary([RunCurves("a", records(5))]).rows
    assert row[5:8] == ("–", "–", "–")


def test_a_page_holds_both_runs_and_all_curves() -> None:
    """Losses, norm, rate, scores and the tags of the best validation."""
    text = curves_page([RunCurves("one", records(40)), RunCurves("two", records(40, scale=3))])
    measures = ("loss", "cross-entropy", "CRF loss", "learning rate", "macro F1", "micro F1")
    for word in (*measures, "gradient norm before clipping", "one", "two"):
        assert f">{word}<" in text
    assert "<td>street</td><td>0.4000</td><td>0.4000</td>" in text
    assert not re.search(r"<(script|link|img)|src=", text)
    ids = re.findall(r' id="([^"]*)"', text)
    assert len(ids) == len(set(ids))


def test_a_figure_that_is_new_in_the_log_gets_a_curve() -> None:
    """Logs may hold more than they once did."""
    log = [record | {"crf_gradient_norm": 0.4} for record in records(30)]
    assert ">crf gradient norm<" in curves_page([RunCurves("one", log)])
