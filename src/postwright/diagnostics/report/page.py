"""Put findings into the page's template: figures, tables, rows, and a policy that lets nothing in.

Everything that comes from a row or a name is escaped by the template engine; the rows for the
browser are JSON that no ``</script>`` can end.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from postwright.diagnostics.classes import ERROR_CLASSES, NOTHING, Confusion
from postwright.diagnostics.compare import AXES, Comparison, Findings
from postwright.diagnostics.report import figures
from postwright.diagnostics.report.figures import Dot
from postwright.diagnostics.report.rows import MOST_ROWS, browser_data
from postwright.diagnostics.report.svg import without_illegal
from postwright.diagnostics.results import (
    Calibration,
    Estimate,
    Evaluation,
    Reliability,
    Scores,
    TagScore,
)

__all__ = ["render"]

#: What a group without a name is called.
NO_NAME = "(none)"

#: Lines of the table of confusions, the most frequent first.
_MOST_CONFUSIONS = 12

#: Characters of a raw text in the tables of examples.
_LONGEST_EXAMPLE = 160


def render(findings: Findings, *, title: str = "") -> str:
    """Write the page; a few seconds, most of them for the figures."""
    environment = _environment()
    script = _source(environment, "browser.js")
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    text = environment.get_template("page.html.jinja").render(
        _contents(findings),
        title=title or _title(findings),
        style=_source(environment, "style.css"),
        script=script,
        script_digest=f"sha256-{digest}",
    )
    return without_illegal(text)


def _environment() -> Environment:
    """Templates of this package, everything escaped, unknown names refused."""
    environment = Environment(
        loader=PackageLoader(__package__, ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "cut": _cut,
        "number": "{:,}".format,
        "percent": _percent,
        "points": _points,
        "tone": _tone,
    }
    return environment


def _source(environment: Environment, name: str) -> Markup:
    """A file of ours beside the template, to go in as it is."""
    assert environment.loader is not None
    return Markup(environment.loader.get_source(environment, name)[0])


def _contents(findings: Findings) -> dict[str, Any]:
    """All values that the template shows."""
    evaluation, failing = findings.evaluation, findings.diagnosis.failing
    return {
        "axes": AXES,
        "browser": browser_data(failing),
        "classes": ERROR_CLASSES,
        "colours": figures.CLASS_COLOURS,
        "confusions": _confusions(findings.diagnosis.confusion),
        "curves": list(_curves(findings)),
        "figures": _figures(findings),
        "findings": findings,
        "headline": list(_headline(evaluation, findings.baseline)),
        "left_out": len(failing) > MOST_ROWS,
        "no_name": NO_NAME,
        "nothing": NOTHING,
        "parts": _parts(evaluation, findings.comparison),
    }


def _figures(findings: Findings) -> dict[str, Markup]:
    """The large figures by the name of their section; empty where there is nothing to draw."""
    a, b, diagnosis = findings.evaluation, findings.baseline, findings.diagnosis
    tags = diagnosis.tags
    return {
        "scores": _dots(a.scores.tags, b.scores.tags if b else {}, key="scores"),
        "classes": figures.stacked_bars(tags, key="classes") if tags else Markup(),
        "confusion": figures.confusion_map(diagnosis.confusion, key="confusion"),
        "slices": _group_dots(a.slices, b.slices if b else {}, key="slices"),
        "countries": _group_dots(a.countries, b.countries if b else {}, key="countries"),
    }


def _group_dots(ours: Mapping[str, Scores], theirs: Mapping[str, Scores], *, key: str) -> Markup:
    """The micro F1 of slices or countries, the worst on top."""
    of_a = {name: scores.micro for name, scores in _worst_first(ours).items()}
    of_b = {name: scores.micro for name, scores in theirs.items()}
    return _dots(of_a, of_b, key=key, measure="micro F1")


def _dots(
    ours: Mapping[str, TagScore],
    theirs: Mapping[str, TagScore],
    *,
    key: str,
    measure: str = "F1",
) -> Markup:
    """The F1 of A, and of B where it has the same line."""
    of_b = {name: score.f1 for name, score in theirs.items()}
    dots = [Dot(name or NO_NAME, score.f1, of_b.get(name)) for name, score in ours.items()]
    return figures.dot_plot(dots, measure=measure, key=key) if dots else Markup()


def _parts(evaluation: Evaluation, comparison: Comparison | None) -> list[tuple[Any, ...]]:
    """Sections of like build: their key, heading, filter, scores, and changes by name."""
    slices, countries = _worst_first(evaluation.slices), _worst_first(evaluation.countries)
    return [
        ("slices", "Slices", "slice", slices, comparison.slices if comparison else {}),
        (
            "countries",
            "Countries",
            "country",
            countries,
            comparison.countries if comparison else {},
        ),
    ]


def _worst_first(groups: Mapping[str, Scores]) -> dict[str, Scores]:
    """Groups of rows by their micro F1."""
    return dict(sorted(groups.items(), key=lambda item: item[1].micro.f1.value))


def _headline(
    evaluation: Evaluation, baseline: Evaluation | None
) -> Iterator[tuple[str, Estimate, Estimate | None]]:
    """The figures over all tags, of A and of B."""
    theirs = _overall(baseline) if baseline else {}
    for name, estimate in _overall(evaluation).items():
        yield name, estimate, theirs.get(name)


def _overall(evaluation: Evaluation) -> dict[str, Estimate]:
    """The figures of one model over all tags."""
    scores, calibration = evaluation.scores, evaluation.calibration
    found = {
        "full parse exact": scores.exact,
        "micro F1": scores.micro.f1,
        "micro precision": scores.micro.precision,
        "micro recall": scores.micro.recall,
        "span boundaries": scores.boundary,
    }
    found |= {f"macro F1, {name}": estimate for name, estimate in scores.macros.items()}
    if calibration is not None:
        found["ECE of spans"] = calibration.spans.ece
        if calibration.parses is not None:
            found["ECE of parses"] = calibration.parses.ece
    return found


def _curves(findings: Findings) -> Iterator[tuple[str, Reliability, Markup]]:
    """Name, figures and drawing of every reliability curve."""
    ours = _named_curves(findings.evaluation.calibration)
    theirs = _named_curves(findings.baseline.calibration if findings.baseline else None)
    for place, (name, curve) in enumerate(ours.items()):
        key = f"reliability{place}"
        yield name, curve, figures.reliability(name, curve, theirs.get(name), key=key)


def _named_curves(calibration: Calibration | None) -> dict[str, Reliability]:
    """All curves of one model that stand for any answer."""
    if calibration is None:
        return {}
    named = {"all spans": calibration.spans}
    if calibration.parses is not None:
        named["whole parses"] = calibration.parses
    named |= calibration.tags
    return {name: curve for name, curve in named.items() if curve.count}


def _confusions(confusion: Confusion) -> list[tuple[str, str, int]]:
    """The most frequent confusions of one tag with another."""
    pairs = [
        (gold, predicted, times)
        for gold, line in zip(confusion.tags, confusion.counts, strict=False)
        for predicted, times in zip(confusion.tags, line, strict=False)
        if times and NOTHING not in {gold, predicted} and gold != predicted
    ]
    return sorted(pairs, key=lambda pair: -pair[2])[:_MOST_CONFUSIONS]


def _title(findings: Findings) -> str:
    """What the page is called when nobody says."""
    against = f" against {findings.baseline.model}" if findings.baseline else ""
    return f"Diagnosis of {findings.evaluation.model}{against}"


def _percent(value: float) -> str:
    """A share in percent.

    >>> _percent(0.925)
    '92.5'
    """
    return f"{100 * value:.1f}"


def _points(value: float) -> str:
    """A difference of shares in percentage points.

    >>> _points(0.012), _points(-0.2)
    ('+1.2', '−20.0')
    """
    return f"{100 * value:+.1f}".replace("-", "−")


def _tone(verdict: str) -> str:
    """The class of a verdict in the style sheet; what may be chance has none.

    >>> _tone("better"), _tone("worse"), _tone("slightly worse")
    ('good', 'bad', '')
    """
    return {"better": "good", "worse": "bad"}.get(verdict, "")


def _cut(text: str) -> str:
    """As much of a raw text as a table has room for."""
    return text if len(text) <= _LONGEST_EXAMPLE else text[: _LONGEST_EXAMPLE - 1] + "…"
