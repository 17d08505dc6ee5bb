"""The public names, frozen: one is added or removed here on purpose, and in the changelog."""

from __future__ import annotations

from importlib import import_module

import pytest

import postwright

PUBLIC = {
    "postwright": "Parse Parser PostwrightError Span __version__ parse parse_batch",
    "postwright.errors": "BundleError ConfigError CorpusError InputError PostwrightError "
    "TokenizerError TrainingError",
    "postwright.labels": "CORE CORE_TAGS FULL LABEL_SETS LabelSet OUTSIDE PARENTS TAGS "
    "fold_to_core is_legal",
    "postwright.parser": "Parser parse parse_batch",
}


@pytest.mark.parametrize("module", PUBLIC)
def test_public_names_are_these_and_no_others(module: str) -> None:
    """What ``__all__`` lists is what the compatibility promise covers."""
    assert sorted(import_module(module).__all__) == sorted(PUBLIC[module].split())


@pytest.mark.parametrize("module", PUBLIC)
def test_every_public_name_is_there(module: str) -> None:
    """A listed name can be imported, lazily or not."""
    loaded = import_module(module)
    for name in loaded.__all__:
        assert hasattr(loaded, name), name


def test_an_unknown_name_is_an_attribute_error() -> None:
    """The lazy door says so as a module does."""
    with pytest.raises(AttributeError, match="no attribute 'geocode'"):
        postwright.geocode  # noqa: B018, the look-up is the test


def test_dir_lists_the_lazy_names() -> None:
    """Completion in a shell shows what can be imported."""
    assert set(postwright.__all__) <= set(dir(postwright))
