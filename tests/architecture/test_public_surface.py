"""The names of the public modules, frozen; `tests/test_import.py` holds those of the package."""

from __future__ import annotations

from importlib import import_module

import pytest

PUBLIC = {
    "postwright.diagnostics": "Comparison Diagnosis ERROR_CLASSES Estimate Evaluation Findings "
    "GateResult Gates Judged Prediction Scores TagScore diagnose evaluate evaluate_judged judge "
    "load_gates load_predictions predict",
    "postwright.errors": "BundleError ConfigError CorpusError InputError PlacesError "
    "PostwrightError TokenizerError TrainingError",
    "postwright.golden": "GoldenRow Problem check_spans length_slice load trim_spans validate "
    "write_jsonl",
    "postwright.labels": "CORE CORE_TAGS FULL LABEL_SETS LabelSet OUTSIDE PARENTS TAGS "
    "fold_to_core is_legal",
    "postwright.parser": "Budget CancelToken Model Parser Rows STAGES Stage insert_stage parse "
    "parse_batch remove_stage replace_stage",
    "postwright.places": "Place PlaceTable load_places place_key postcode_key",
}


@pytest.mark.parametrize("module", PUBLIC)
def test_public_names_are_these_and_no_others(module: str) -> None:
    """What ``__all__`` lists is what the compatibility promise covers."""
    assert sorted(import_module(module).__all__) == sorted(PUBLIC[module].split())


@pytest.mark.parametrize("module", PUBLIC)
def test_every_public_name_is_there(module: str) -> None:
    """A listed name can be imported."""
    loaded = import_module(module)
    for name in loaded.__all__:
        assert hasattr(loaded, name), name
