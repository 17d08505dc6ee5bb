"""Calibrated probabilities and abstention."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postwright import Parse, Parser
from postwright.bundle import read_bundle, verify_bundle, write_calibration
from postwright.errors import BundleError, InputError
from postwright.parser.calibration import Calibration, Curve
from postwright.parser.model import load_model

TEXT = "350 5th Ave, New York, NY 10118"
CURVES = st.builds(Curve, st.floats(0.01, 5), st.floats(-5, 5))
PROBABILITIES = st.lists(st.floats(0, 1), max_size=30)


def cut(parse: Parse) -> list[tuple[str, int, int]]:
    """Where the spans of a parse are."""
    return [(span.tag, span.start, span.end) for span in parse.spans]


@given(CURVES, PROBABILITIES)
def test_a_curve_keeps_the_order_and_the_bounds(curve: Curve, raw: list[float]) -> None:
    """A surer answer stays a surer one."""
    found = curve.apply(sorted(raw)).tolist()
    assert found == sorted(found)
    assert all(0 <= value <= 1 for value in found)


@given(PROBABILITIES)
def test_the_curve_that_changes_nothing_changes_nothing(raw: list[float]) -> None:
    """Apart from the edges, where it keeps off by a millionth."""
    assert Curve().apply(raw).tolist() == pytest.approx(raw, abs=2e-6)


@settings(max_examples=30, deadline=None)
@given(CURVES, CURVES, st.lists(st.sampled_from(["main street", "75", ", ", "paris"]), max_size=8))
def test_a_calibration_changes_probabilities_alone(
    tiny_bundle: Path, spans: Curve, street: Curve, parts: list[str]
) -> None:
    """Spans and raw probabilities stay, each span follows the curve of its tag."""
    text = " ".join(parts)
    model = load_model(tiny_bundle)
    calibration = Calibration(parses=spans, spans=spans, tags={"street": street})
    plain = Parser(model).parse(text, candidates=3)
    found = Parser(replace(model, calibration=calibration)).parse(text, candidates=3)
    assert cut(found) == cut(plain)
    assert found.probability_raw == plain.probability_raw
    assert [cut(one) for one in found.candidates] == [cut(one) for one in plain.candidates]
    for one in (found, *found.candidates):
        for span in one.spans:
            curve = street if span.tag == "street" else spans
            expected = float(curve.apply(span.probability_raw))
            assert span.probability == pytest.approx(expected)
        if one.spans:
            assert one.probability == pytest.approx(float(spans.apply(one.probability_raw)))


def test_a_bundle_keeps_its_calibration(tiny_bundle: Path, tmp_path: Path) -> None:
    """Written into a whole bundle and read back; the other files are as they were."""
    directory = shutil.copytree(tiny_bundle, tmp_path / "copy")
    calibration = Calibration(Curve(0.5, -1.0), Curve(0.7, 0.1), {"unit": Curve(2.0, 0.0)})
    write_calibration(directory, calibration.to_manifest(rows=7))
    assert verify_bundle(directory) == []
    assert load_model(directory).calibration == calibration
    manifest = read_bundle(directory).manifest
    assert manifest.digests == read_bundle(tiny_bundle).manifest.digests
    assert manifest.calibration is not None
    assert manifest.calibration["fitted"] == {"rows": 7}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"version": 2}, "calibration.version is 2"),
        ({"spans": [0.0, 1.0]}, "calibration.spans is"),
        ({"parses": None}, "calibration.parses is None"),
        ({"tags": {"unit": [1.0]}}, "calibration.tags.unit is"),
    ],
)
def test_a_calibration_that_is_none_is_refused(change: dict[str, Any], reason: str) -> None:
    """The error names the key and the command."""
    facts = json.loads(json.dumps(Calibration().to_manifest())) | change
    with pytest.raises(BundleError, match=rf"{reason}.*postwright model calibrate"):
        Calibration.from_manifest(facts)


def test_a_parse_that_is_not_sure_enough_abstains(tiny_bundle: Path, parser: Parser) -> None:
    """It says so, lists what it withheld, and has no span."""
    plain = parser.parse(TEXT)
    found = parser.parse(TEXT, min_probability=1.0)
    assert (found.spans, found.withheld) == ((), plain.spans)
    assert found.probability == plain.probability
    assert found.error is not None
    assert found.error.startswith("abstained: probability ")
    assert len(found.to_json()["withheld"]) == len(plain.spans)
    strict = Parser.load(tiny_bundle, min_probability=1.0)
    assert strict.parse(TEXT) == found
    assert strict.parse(TEXT, min_probability=0.0) == plain


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(["country", "street", "unit"]), st.floats(0, 1)))
def test_spans_below_the_threshold_of_their_tag_are_withheld(
    tiny_bundle: Path, thresholds: dict[str, float]
) -> None:
    """Together with those that are given they are all that was found, and the text is tiled."""
    model = load_model(tiny_bundle)
    plain = Parser(model).parse(TEXT)
    found = Parser(model, thresholds=thresholds).parse(TEXT)
    assert sorted(map(repr, [*found.spans, *found.withheld])) == sorted(map(repr, plain.spans))
    assert all(one.probability >= thresholds.get(one.tag, 0) for one in found.spans)
    assert all(one.probability < thresholds[one.tag] for one in found.withheld)
    parts = sorted([*found.spans, *found.unknown], key=lambda part: part.start)
    assert "".join(part.value for part in parts) == TEXT
    assert (found.error is None) == bool(found.spans)


@pytest.mark.parametrize(
    "options",
    [{"min_probability": 1.5}, {"min_probability": "x"}, {"thresholds": {"unit": -0.1}}],
)
def test_a_probability_that_is_none_is_refused(tiny_bundle: Path, options: Any) -> None:
    """Not clamped, not ignored."""
    with pytest.raises(InputError, match="must be a number from 0 to 1"):
        Parser.load(tiny_bundle, **options)


def test_a_threshold_for_no_tag_is_refused(tiny_bundle: Path) -> None:
    """A slip of the pen must not mean that nothing is withheld."""
    with pytest.raises(InputError, match="no tag 'road'"):
        Parser.load(tiny_bundle, thresholds={"road": 0.5})
