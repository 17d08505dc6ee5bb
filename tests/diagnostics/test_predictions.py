"""Files of predictions: every form that is read, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import usaddress
from golden_cases import RAW, TAGS, golden

from postwright.diagnostics.evaluation import judge
from postwright.diagnostics.predictions import load_predictions
from postwright.errors import InputError
from postwright.parser import Parser

ROW = golden(id="one")


def read(folder: Path, *records: Any, labels: str = "postwright") -> Any:
    """The prediction of `ROW` in a file of these records."""
    path = folder / "theirs.jsonl"
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    (prediction,) = load_predictions(path, [ROW], labels=labels)
    return prediction


@pytest.mark.parametrize(
    "record",
    [
        {"id": "one", "spans": [list(span) for span in ROW.spans]},
        {"raw": RAW, "components": TAGS},
        {"raw": RAW, "components": {tag: texts[0] for tag, texts in TAGS.items()}},
        {"raw": RAW, "components": [[texts[0], tag] for tag, texts in TAGS.items()]},
        {"id": "one", "raw": "another text", "components": TAGS},
    ],
)
def test_spans_and_components_say_the_same(tmp_path: Path, record: dict[str, Any]) -> None:
    """Offsets, one text or a list a tag, pairs; a row is named by id or by text."""
    assert read(tmp_path, record).spans == ROW.spans


def test_probabilities_are_read_where_they_are(tmp_path: Path) -> None:
    """One for each span, and one for the parse."""
    spans = [list(span) for span in ROW.spans]
    sure = [0.5, 0.6, 0.7, 0.8, 0.9]
    record = {"id": "one", "spans": spans, "probabilities": sure, "probability": 0.4}
    prediction = read(tmp_path, record)
    assert (prediction.probabilities, prediction.probability) == (tuple(sure), 0.4)
    assert read(tmp_path, {"id": "one", "spans": spans}).probabilities == ()


def test_our_own_json_is_a_prediction(tmp_path: Path, tiny_bundle: Path) -> None:
    """What `postwright parse -` prints can be scored."""
    parse = Parser.load(tiny_bundle).parse(RAW)
    prediction = read(tmp_path, parse.to_json())
    assert prediction.spans == tuple((span.start, span.end, span.tag) for span in parse.spans)
    assert prediction.probability == pytest.approx(parse.probability, abs=1e-6)
    assert len(prediction.probabilities) == len(parse.spans)


def test_real_answers_of_usaddress_are_scored(tmp_path: Path) -> None:
    """The package is run on the row, its pairs are written to a file and judged."""
    prediction = read(
        tmp_path, {"raw": RAW, "components": usaddress.parse(RAW)}, labels="usaddress"
    )
    case = judge("usaddress", [ROW], [prediction])
    assert case.matches[0].is_exact


def test_predictions_of_other_rows_are_passed_over(tmp_path: Path) -> None:
    """A file may hold more than the set."""
    other = {"raw": "9 Oak Ave", "components": {"street": "Oak Ave"}}
    assert read(tmp_path, other, {"id": "one", "components": {}}).spans == ()


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"components": {}}, "line 1: names no row"),
        ({"id": "two", "components": {}}, "1 of 1 golden rows have no prediction.*'one'"),
        ({"id": "one"}, "line 1: .*components"),
        ({"id": "one", "spans": [[0, 99, "street"]]}, "line 1: .*outside the text"),
        ({"id": "one", "spans": [[0, 1, "road"]]}, "line 1: .*unknown tag 'road'"),
        ({"id": "one", "spans": [[0, 1]]}, "line 1: .*expected"),
    ],
)
def test_a_bad_line_is_refused_with_its_place(
    tmp_path: Path, record: dict[str, Any], reason: str
) -> None:
    """The message says what would be right."""
    with pytest.raises(InputError, match=f"theirs.jsonl.*{reason}"):
        read(tmp_path, record)


def test_another_number_of_probabilities_than_of_spans_is_refused(tmp_path: Path) -> None:
    """They are never matched with a neighbour's span."""
    record = {"id": "one", "spans": [[0, 1, "unit"]], "probabilities": [0.5, 0.6]}
    with pytest.raises(InputError, match="line 1"):
        read(tmp_path, record)


def test_labels_of_nobody_are_refused(tmp_path: Path) -> None:
    """The message lists whose labels are known."""
    with pytest.raises(InputError, match="'deepparse': must be one of libpostal, pelias"):
        read(tmp_path, {"id": "one", "components": {}}, labels="deepparse")
