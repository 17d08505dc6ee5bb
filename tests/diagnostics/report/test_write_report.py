"""The page as a file: whole, self-contained, escaped, the same for the same findings."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from postwright.diagnostics.compare import Findings
from postwright.diagnostics.report import write_report
from postwright.diagnostics.results import Evaluation
from postwright.errors import InputError


class Elements(HTMLParser):
    """All elements of a page with their attributes, and the texts of its scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.found.append((tag, dict(attrs)))

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of a name."""
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture(scope="module")
def text(page: Path) -> str:
    """The page's source."""
    return page.read_text(encoding="utf-8")


def rows_of(text: str) -> list[dict[str, Any]]:
    """The rows that the page hands to its browser."""
    found = re.search(r'id="rows-data">(.*?)</script>', text)
    assert found is not None
    rows: list[dict[str, Any]] = json.loads(found[1])["rows"]
    return rows


def test_the_page_loads_nothing(text: str) -> None:
    """No element refers to a file or an address, and the page's own policy forbids all of them."""
    elements = Elements(text)
    names = {name for name, _ in elements.found}
    assert not names & {"link", "img", "iframe", "object", "embed", "base", "audio", "video"}
    for _, attributes in elements.found:
        assert "src" not in attributes
        for name in ("href", "xlink:href"):
            assert (attributes.get(name) or "#").startswith("#")
    (policy,) = (
        attributes["content"] or ""
        for attributes in elements.attributes("meta")
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert "default-src 'none'" in policy
    assert "@import" not in text
    assert not re.search(r"url\((?!#)", text)


def test_a_row_cannot_bring_markup_in(text: str) -> None:
    """Whatever stands in a row, the page has its own two scripts and no handler of events."""
    elements = Elements(text)
    assert len(elements.attributes("script")) == 2
    assert not any(name.startswith("on") for _, found in elements.found for name in found)
    assert "<b>prefix" not in text
    assert "model <B>" not in text


def test_every_figure_is_there_and_no_two_share_an_id(text: str) -> None:
    """Scores, classes, confusion, reliability, slices and countries are drawn."""
    elements = Elements(text)
    labels = [found.get("aria-label") or "" for found in elements.attributes("svg")]
    for start in ("F1 of scores", "Mistakes of each tag", "Share of each gold tag's"):
        assert sum(label.startswith(start) for label in labels) == 1, start
    for start in ("micro F1 of slices", "micro F1 of countries"):
        assert sum(label.startswith(start) for label in labels) == 1, start
    assert "Share of right answers by confidence, all spans" in labels
    ids = [found["id"] for _, found in elements.found if "id" in found]
    assert len(ids) == len(set(ids))


def test_scores_stand_with_their_intervals(text: str, compared: Findings) -> None:
    """The figure that the diagnosis has is the figure that the page shows."""
    exact = compared.evaluation.scores.exact
    shown = f'{100 * exact.value:.1f} <span class="interval">[{100 * exact.low:.1f}, '
    assert shown in text


def test_rows_that_broke_come_first(text: str) -> None:
    """Newly broken, then still broken, then newly fixed; rows right in both are left out."""
    changes = [row["change"] for row in rows_of(text)]
    assert changes == ["broken", "broken", "still", "still", "fixed"]


def test_without_a_baseline_there_is_no_b(alone: Findings, tmp_path: Path) -> None:
    """One model alone has no verdict on changes and no second reading of a row."""
    write_report(alone, tmp_path / "out.html")
    text = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "A − B" not in text
    assert "Baseline" not in text
    assert {"b" in row for row in rows_of(text)} == {False}


def test_without_probabilities_there_is_no_reliability(alone: Findings, tmp_path: Path) -> None:
    """A parser that gives none has no such section."""
    evaluation: Evaluation = replace(alone.evaluation, calibration=None)
    write_report(replace(alone, evaluation=evaluation), tmp_path / "out.html")
    text = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert 'id="reliability"' not in text
    assert 'id="rows"' in text


def test_the_same_findings_make_the_same_page(
    compared: Findings, page: Path, tmp_path: Path
) -> None:
    """No date, no random id: two pages can be compared with diff."""
    write_report(compared, tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == page.read_bytes()


def test_the_title_is_the_callers(alone: Findings, tmp_path: Path) -> None:
    """A title that is given stands in the head and on the page, as text."""
    write_report(alone, tmp_path / "out.html", title="Friday <1>")
    text = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert text.count("Friday &lt;1&gt;") == 2


def test_lone_surrogates_and_control_characters_can_be_written(
    alone: Findings, tmp_path: Path
) -> None:
    """What UTF-8 cannot hold becomes U+FFFD, and stays as it is in the rows."""
    failing = alone.diagnosis.failing[0]
    strange = replace(failing, raw="Paris\ud800\x00 75008", id="\udfff")
    diagnosis = replace(alone.diagnosis, model="\ud800", failing=(strange,))
    evaluation = replace(alone.evaluation, model="m\ud800\x01")
    write_report(replace(alone, diagnosis=diagnosis, evaluation=evaluation), tmp_path / "o.html")
    text = (tmp_path / "o.html").read_text(encoding="utf-8")
    assert "Diagnosis of m\ufffd\ufffd" in text
    assert rows_of(text)[0]["raw"] == "Paris\ud800\x00 75008"


def test_a_path_that_cannot_be_written_is_named(alone: Findings, tmp_path: Path) -> None:
    """The error says which file, and nothing is left behind."""
    with pytest.raises(InputError, match="no-such-folder"):
        write_report(alone, tmp_path / "no-such-folder" / "out.html")
    assert not list(tmp_path.iterdir())


def test_without_the_extra_the_error_says_how_to_get_it(
    alone: Findings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who has only the run-time dependencies reads what to install."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.delitem(sys.modules, "postwright.diagnostics.report.page", raising=False)
    with pytest.raises(InputError, match=r"jinja2: pip install 'postwright\[report\]'"):
        write_report(alone, tmp_path / "out.html")


def test_the_extra_is_loaded_only_for_a_report() -> None:
    """A diagnosis on the terminal needs neither plots nor templates."""
    code = "import sys, postwright.diagnostics.report; print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert set(shown.stdout.split()).isdisjoint({"jinja2", "markupsafe", "matplotlib"})
