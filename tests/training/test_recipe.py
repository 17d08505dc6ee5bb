"""Recipes are checked before any work starts, and say what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from postwright.config import to_mapping
from postwright.errors import ConfigError
from postwright.labels import CORE
from postwright.training.recipe import (
    TrainTable,
    load_recipe,
    load_tokenizer_recipe,
    refuse_other_settings,
    settings_that_differ,
)

RECIPES = Path(__file__).parents[2] / "recipes"


def world(*overrides: str):
    """The shipped recipe with some values written otherwise."""
    return load_recipe(RECIPES / "world.toml", overrides)


def test_the_shipped_recipes_are_valid() -> None:
    """Every key of the recipes is known and in range."""
    assert world().train.batch_size == 256
    assert load_tokenizer_recipe(RECIPES / "tokenizer.toml").vocabulary_size == 16_000


@pytest.mark.parametrize(
    ("override", "message"),
    [
        ("train.batch_size=0", "train: batch_size = 0: must be above 0"),
        ("train.peak_rate=3", r"train: peak_rate = 3.0: must lie in \(0, 0.1\]"),
        ("train.warmup_steps=19000", "warmup_steps = 19000: must be below steps = 19000"),
        ("train.schedule=sometimes", "train.schedule = 'sometimes': must be one of 'constant'"),
        ("train.ema_decay=1.0", r"ema_decay = 1.0: must lie in \[0, 1\)"),
        ("train.divergence_factor=1.0", "divergence_factor = 1.0: must be above 1"),
        ("train.clip=0.0", "clip = 0.0: must be above 0"),
        ("train.sped=1", "unknown key 'train.sped'; known here: .*seed"),
        ("train.seed=one", "train.seed = 'one': must be int"),
        ("model.dropout=1.0", r"dropout = 1.0: must lie in \[0, 1\)"),
        ("model.layers=0", "layers = 0: must be above 0"),
        ("loss.crf_loss_weight=-1", "crf_loss_weight = -1.0: must not be negative"),
        ("loss.country_loss_weight=-1", "country_loss_weight = -1.0: must not be negative"),
        ("loss.label_smoothing=1.0", r"label_smoothing = 1.0: must lie in \[0, 1\)"),
        ("noise.word_dropout=1.0", r"noise: word_dropout = 1.0: must lie in \[0, 1\)"),
        ("noise.case_dropout=-0.1", r"case_dropout = -0.1: must lie in \[0, 1\)"),
        ("precision.weights=float16", "precision.weights = 'float16': must be one of 'float32'"),
        ("train.stable_share=1.0", r"stable_share = 1.0: must lie in \[0, 1\)"),
        ("loss.source_weights.us=-2.0", "source_weights.us = -2.0: must not be negative"),
        ("data.window_batches=0", "window_batches = 0: must be above 0"),
    ],
)
def test_a_wrong_value_is_named_with_its_mend(override, message) -> None:
    """The message holds the key, the value and what would be right."""
    with pytest.raises(ConfigError, match=message):
        world(override)


def test_class_weights_need_one_entry_per_label() -> None:
    """A forgotten label does not silently weigh 1."""
    table = "{" + ", ".join(f'"{label}" = 1.0' for label in CORE.labels) + "}"
    whole = f"loss.class_weights={table}"
    assert len(world("model.label_set=core", whole).loss.class_weights) == len(CORE)
    with pytest.raises(ConfigError, match=r"one entry per label of 'full'.*B-attention"):
        world(whole)


def test_what_a_preset_leaves_open_is_not_overridden() -> None:
    """Only values that the recipe writes reach the encoder's configuration."""
    assert world().model.overrides() == {"dropout": 0.1, "pooling": "gated", "level": "word"}


def test_a_run_may_go_on_with_other_logs_but_not_with_another_rate() -> None:
    """Frequencies and paths are free, what bends the curve is not."""
    saved = to_mapping(world())
    free = world("train.log_every=1", "train.checkpoint_every=7", "data.tokenizer=elsewhere.model")
    assert settings_that_differ(free, saved) == []
    bent = world("train.peak_rate=1e-3", "loss.crf_loss_weight=1.0")
    assert settings_that_differ(bent, saved) == [
        "loss.crf_loss_weight: 0.5 → 1.0",
        "train.peak_rate: 0.0015 → 0.001",
    ]
    with pytest.raises(ConfigError, match=r"other settings .*peak_rate.*--fresh"):
        refuse_other_settings(bent, saved)


def test_a_setting_that_an_older_run_does_not_know_had_its_default() -> None:
    """A run begun before there was noise goes on without it, and is not given any."""
    quiet = ("noise.word_dropout=0.0", "noise.case_dropout=0.0")
    saved = to_mapping(world(*quiet))
    del saved["noise"], saved["precision"], saved["loss"]["label_smoothing"]
    assert settings_that_differ(world(*quiet), saved) == []
    assert settings_that_differ(world(quiet[1], "noise.word_dropout=0.1"), saved) == [
        "noise.word_dropout: 0.0 → 0.1"
    ]


def test_a_recipe_survives_json_and_back() -> None:
    """What a checkpoint keeps is the whole recipe."""
    saved = to_mapping(world("loss.source_weights.us=0.5"))
    assert saved["loss"]["source_weights"]["us"] == 0.5
    assert settings_that_differ(world("loss.source_weights.us=0.5"), saved) == []


def test_tokenizer_limits_are_checked() -> None:
    """The recipe of a tokenizer refuses limits that make no sense."""
    with pytest.raises(ConfigError, match="held_out_rows = 10: must be below 5"):
        load_tokenizer_recipe(RECIPES / "tokenizer.toml", ["rows=5", "held_out_rows=10"])
    with pytest.raises(ConfigError, match="vocabulary_size = 200: must be above 300"):
        load_tokenizer_recipe(RECIPES / "tokenizer.toml", ["vocabulary_size=200"])


def test_a_step_count_must_be_given() -> None:
    """How long to train is never guessed."""
    with pytest.raises(TypeError, match="steps"):
        TrainTable(peak_rate=1e-3)  # type: ignore[call-arg]
