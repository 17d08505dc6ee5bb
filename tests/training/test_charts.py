"""Charts are SVG that can stand in a page, and keep what matters of a long curve."""

from __future__ import annotations

import numpy as np
import pytest

from postwright.training.charts import Line, bar_chart, line_chart, smoothed, thinned


def test_a_long_curve_keeps_its_spike() -> None:
    """Fewer points, but the one step that stands out is among them."""
    y = np.ones(50_000)
    y[31_415] = 99.0
    x, kept = thinned(np.arange(50_000.0), y, at_most=1000)
    assert len(x) <= 1000
    assert kept.max() == 99.0
    assert x[kept.argmax()] == 31_415


def test_a_short_curve_stays_as_it_is() -> None:
    """Nothing is left out where all can be seen."""
    x, y = thinned(np.arange(5.0), np.array([3.0, 1, 2, 5, 4]))
    assert (x.tolist(), y.tolist()) == ([0, 1, 2, 3, 4], [3, 1, 2, 5, 4])


def test_the_running_mean_passes_over_what_is_no_number() -> None:
    """A NaN does not spoil its neighbours."""
    assert smoothed(np.array([1.0, np.nan, 3.0]), over=3).tolist() == [1.0, 1.0, 2.0]


@pytest.mark.parametrize("log", [False, True])
def test_a_line_chart_names_its_lines_and_axes(log) -> None:
    """Legend and labels are text in the SVG, on a logarithmic axis too."""
    steps = list(range(100))
    lines = [Line(name, steps, [1 / (step + 1) for step in steps]) for name in ("one", "two")]
    svg = line_chart(lines, key="k", measure="a loss", log=log, smooth=True)
    assert svg.startswith("<svg ")
    for word in ("one", "two", "a loss", "step"):
        assert f">{word}<" in svg
    assert "mathdefault" not in svg


def test_a_logarithmic_chart_leaves_zero_out() -> None:
    """A CRF loss of 0 is no error."""
    assert "<svg" in line_chart([Line("crf", [1, 2], [0.0, 0.0])], key="k", measure="crf", log=True)


def test_a_bar_chart_names_its_bars() -> None:
    """Names and legend are there; markup in a name is escaped."""
    svg = bar_chart(["<b>", "venues"], {"ce": [1, 2], "crf": [2, 1]}, key="k", measure="norm")
    for word in ("&lt;b&gt;", "venues", "ce", "crf", "norm"):
        assert f">{word}<" in svg
