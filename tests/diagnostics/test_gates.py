"""Gates: what passes, what does not, and what the message names."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path

import pytest
from golden_cases import golden, judged, without

from postwright.diagnostics.compare import Findings, GateResult
from postwright.diagnostics.evaluation import Judged
from postwright.diagnostics.findings import diagnose
from postwright.diagnostics.gates import Gates, load_gates
from postwright.errors import ConfigError

RECIPE = Path(__file__).parents[2] / "recipes" / "gates.toml"


def side(wrong: int, tag: str = "postcode", rows: int = 40) -> Judged:
    """Rows of which the first ones lack a tag."""
    listed = [golden(id=str(n), country="US", slices=("case",)) for n in range(rows)]
    return judged(listed, [without(row, *[tag] * (n < wrong)) for n, row in enumerate(listed)])


def failed(findings: Findings) -> dict[str, GateResult]:
    """The gates that were not passed."""
    return {gate.gate: gate for gate in findings.gates if not gate.passed}


def gates(*overrides: str) -> Gates:
    """The default gates with some values laid over them."""
    return load_gates(None, overrides)


def test_the_file_in_the_package_is_the_recipe() -> None:
    """What users copy is what runs without a file."""
    inside = resources.files("postwright.diagnostics").joinpath("gates.toml").read_text("utf-8")
    assert inside == RECIPE.read_text(encoding="utf-8")
    assert load_gates() == load_gates(RECIPE)


def test_a_tag_that_got_worse_is_named_with_its_class() -> None:
    """Twenty of forty postcodes are lost: nothing is predicted for them."""
    findings = diagnose(side(20), side(0), gates=gates())
    gate = failed(findings)["drop.tags.postcode"]
    assert (gate.tag, gate.error_class, gate.bound) == ("postcode", "empty_pred", -0.01)
    assert "most new mistakes of postcode: empty_pred (+20)" in gate.message
    assert not findings.passed
    assert {"drop.slices.case", "drop.countries.US", "axes.worse_at_most"} <= set(failed(findings))
    assert "drop.tags.street" not in failed(findings)


def test_an_improvement_passes_everything() -> None:
    """Two axes better, none worse, nothing lost."""
    findings = diagnose(side(0), side(20), gates=gates())
    assert findings.passed
    assert len(findings.gates) > 5


def test_the_same_model_improves_no_axis() -> None:
    """At least two of the four must improve."""
    assert set(failed(diagnose(side(3), side(3), gates=gates()))) == {"axes.improved_at_least"}
    relaxed = gates("axes.improved_at_least=0")
    assert diagnose(side(3), side(3), gates=relaxed).passed


def test_a_loss_within_chance_passes() -> None:
    """One row of forty is more than one point of F1 lost, but may be luck."""
    relaxed = gates("axes.improved_at_least=0")
    assert diagnose(side(1), side(0), gates=relaxed).passed


@pytest.mark.parametrize(
    ("override", "value"),
    [
        ("minimum.figures.exact=0.6", 0.5),
        ("minimum.figures.macro_coarse=0.95", 8 / 9),
        ("minimum.tags.postcode=0.7", 2 / 3),
        ("minimum.slices.case=0.6", 0.5),
        ("minimum.countries.US=0.6", 0.5),
    ],
)
def test_least_scores_need_no_baseline(override: str, value: float) -> None:
    """Each kind is held against its figure, and is the only gate there is."""
    findings = diagnose(side(20), gates=gates(override))
    (gate,) = findings.gates
    assert (gate.gate, gate.passed) == (override.partition("=")[0], False)
    assert gate.value == pytest.approx(value)
    assert diagnose(side(0), gates=gates(override)).passed


def test_a_least_score_of_a_tag_names_its_most_frequent_class() -> None:
    """Without a baseline it is that of the mistakes as they are."""
    (gate,) = diagnose(side(20), gates=gates("minimum.tags.postcode=0.9")).gates
    assert (gate.tag, gate.error_class) == ("postcode", "empty_pred")
    assert "empty_pred (20)" in gate.message


def test_too_few_rows_are_not_judged() -> None:
    """Ten rows say nothing for sure, unless the file asks for it."""
    small = diagnose(side(10, rows=10), gates=gates("minimum.tags.postcode=0.9"))
    assert small.gates == ()
    asked = gates("minimum.tags.postcode=0.9", "minimum_support=5")
    assert not diagnose(side(10, rows=10), gates=asked).passed


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[minimum.tags]\nroad = 0.9", "unknown key minimum.tags.'road'"),
        ("[minimum.figures]\nmacro = 0.9", "unknown key minimum.figures.'macro'"),
        ("[drop.tags]\npostcode = 3.0", "postcode = 3.0: must be a share"),
        ("[drop]\ntag = -0.1", "tag = -0.1: must be a share"),
        ("minimum_support = 0", "minimum_support = 0: must be at least 1"),
        ("[axis]\nimproved = 1", "unknown key 'axis'"),
    ],
)
def test_a_bad_gates_file_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    """Before any work, with key and mend."""
    file = tmp_path / "gates.toml"
    file.write_text(text, encoding="utf-8")
    assert tomllib.loads(text)
    with pytest.raises(ConfigError, match=reason):
        load_gates(file)
