"""A model that was damaged on purpose, one tag's emissions lowered, does not pass the gates."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import onnx
import pytest
from onnx import numpy_helper

from postwright.bundle import TAGGER_FILE, read_bundle, write_manifest
from postwright.diagnostics.evaluation import judge, predict
from postwright.diagnostics.findings import diagnose
from postwright.diagnostics.gates import load_gates
from postwright.golden import GoldenRow
from postwright.labels import FULL
from postwright.parser import Parser

TEXTS = [
    f"{number} {street} street, {number * 37} {town}"
    for number in range(1, 40)
    for street in ("main", "via roma", "rue de la")
    for town in ("paris", "new york", "東京")
]


def lower(bundle: Path, tag: str, out: Path) -> Path:
    """A copy of a bundle whose head adds 60 less to the labels of a tag."""
    shutil.copytree(bundle, out)
    graph = onnx.load(str(out / TAGGER_FILE))
    (bias,) = (one for one in graph.graph.initializer if one.name == "head.bias")
    values = numpy_helper.to_array(bias).copy()
    values[[FULL.begin(tag), FULL.inside(tag)]] -= 60.0
    bias.CopyFrom(numpy_helper.from_array(values, bias.name))
    onnx.save(graph, str(out / TAGGER_FILE))
    write_manifest(out, read_bundle(bundle).manifest)
    return out


@pytest.fixture(scope="module")
def rows(tiny_bundle: Path) -> list[GoldenRow]:
    """Rows whose key is what the undamaged model says."""
    parses = Parser.load(tiny_bundle).parse_batch(TEXTS)
    return [
        GoldenRow(str(number), parse.raw, tuple((s.start, s.end, s.tag) for s in parse.spans))
        for number, parse in enumerate(parses)
    ]


def test_the_gate_names_the_damaged_tag_and_its_class(
    tiny_bundle: Path, rows: list[GoldenRow], tmp_path: Path
) -> None:
    """The tag is never said any more: `empty_pred`, and no class of another tag's gate."""
    said = Counter(span[2] for row in rows for span in row.spans)
    tag = said.most_common(1)[0][0]
    assert said[tag] >= 30
    damaged = Parser.load(lower(tiny_bundle, tag, tmp_path / "damaged"))
    model = judge("damaged", rows, predict(damaged, rows))
    baseline = judge("whole", rows, predict(Parser.load(tiny_bundle), rows))
    findings = diagnose(model, baseline, gates=load_gates(), resamples=200)
    assert not findings.passed
    (gate,) = (gate for gate in findings.gates if gate.tag == tag)
    assert not gate.passed
    assert (gate.gate, gate.error_class) == (f"drop.tags.{tag}", "empty_pred")
    assert tag in gate.message
    assert "empty_pred" in gate.message


def test_the_undamaged_model_loses_nothing(tiny_bundle: Path, rows: list[GoldenRow]) -> None:
    """The same comparison without damage fails no gate of a loss."""
    whole = judge("whole", rows, predict(Parser.load(tiny_bundle), rows))
    findings = diagnose(whole, whole, gates=load_gates(), resamples=50)
    assert [gate.gate for gate in findings.gates if not gate.passed] == ["axes.improved_at_least"]
