"""Recipes: every number of a training run, read from one TOML file and checked before work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, ClassVar, Literal

from postwright.config import from_mapping, load_toml, to_mapping
from postwright.errors import ConfigError
from postwright.labels import LABEL_SETS

__all__ = [
    "DataTable",
    "LossTable",
    "ModelTable",
    "NoiseTable",
    "PrecisionTable",
    "Recipe",
    "TokenizerRecipe",
    "TrainTable",
    "load_recipe",
    "load_tokenizer_recipe",
    "settings_that_differ",
]

# What may change when a run is taken up again: nothing here moves a loss or a weight.
FREE_ON_RESUME = frozenset(
    {
        "data.dev_shards",
        "data.golden",
        "data.shards",
        "data.tokenizer",
        "data.wait_minutes",
        "train.checkpoint_every",
        "train.checkpoint_piece_mb",
        "train.device",
        "train.log_every",
        "train.norms_every",
        "train.validate_every",
        "train.validation_rows",
    }
)


def _require(holds: bool, key: str, value: object, mend: str) -> None:
    """Raise `ValueError` naming key, value and mend unless ``holds``."""
    if not holds:
        raise ValueError(f"{key} = {value!r}: {mend}")


@dataclass(frozen=True, kw_only=True)
class ModelTable:
    """The encoder: a preset, and what of it is written otherwise (None: as the preset says)."""

    preset: Literal["base", "small", "tiny"] = "small"
    label_set: Literal["core", "full"] = "full"
    dim: int | None = None
    layers: int | None = None
    heads: int | None = None
    ffn: int | None = None
    dropout: float | None = None
    pooling: Literal["gated", "mean", "projected"] | None = None
    level: Literal["word", "piece"] | None = None
    shape: bool | None = None
    gap: bool | None = None

    def __post_init__(self) -> None:
        for key in ("dim", "layers", "heads", "ffn"):
            value = getattr(self, key)
            _require(value is None or value > 0, key, value, "must be above 0")
        rate = self.dropout
        _require(rate is None or 0 <= rate < 1, "dropout", rate, "must lie in [0, 1)")

    def overrides(self) -> dict[str, Any]:
        """The encoder settings that differ from the preset's."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        of_the_run = {"preset", "label_set"}
        return {
            key: value
            for key, value in values.items()
            if value is not None and key not in of_the_run
        }


@dataclass(frozen=True, kw_only=True)
class DataTable:
    """Where the rows lie and how they are put into batches.

    ``golden`` is a folder of golden rows (empty: none); those of its dev split are validated too,
    and the best checkpoint is chosen by them. In ``sequential`` order a batch needs no row beyond
    its window, so that shards may be appended while the run goes on; it waits for them for up to
    ``wait_minutes``. No row is read twice, unless ``repeat`` begins anew at the first row.
    """

    shards: Path
    dev_shards: Path
    tokenizer: Path
    golden: str = ""
    window_batches: int = 64
    order: Literal["shuffled", "sequential"] = "shuffled"
    repeat: bool = False
    wait_minutes: float = 60.0

    def __post_init__(self) -> None:
        value = self.window_batches
        _require(value > 0, "window_batches", value, "must be above 0 (64 batches are usual)")
        wait = self.wait_minutes
        _require(wait >= 0, "wait_minutes", wait, "must not be negative")
        _require(
            self.order == "sequential" or not self.repeat,
            "repeat",
            self.repeat,
            "is for order = 'sequential'; 'shuffled' repeats the rows epoch by epoch anyhow",
        )


@dataclass(frozen=True, kw_only=True)
class TrainTable:
    """The optimiser, its schedule, and when to look at the run."""

    steps: int
    peak_rate: float
    batch_size: int = 256
    accumulation: int = 1
    warmup_steps: int = 500
    schedule: Literal["constant", "linear_tail", "cosine"] = "linear_tail"
    stable_share: float = 0.6
    clip: float = 1.0
    weight_decay: float = 0.01
    ema_decay: float = 0.0
    seed: int = 1
    threads: int = 2
    device: Literal["auto", "cpu", "cuda"] = "auto"
    autocast: Literal["bfloat16", "off"] = "bfloat16"
    log_every: int = 10
    norms_every: int = 100
    checkpoint_every: int = 500
    checkpoint_piece_mb: int = 0
    validate_every: int = 1000
    validation_rows: int = 4000
    divergence_factor: float = 3.0
    divergence_patience: int = 200

    _COUNTS: ClassVar[tuple[str, ...]] = (
        "steps",
        "batch_size",
        "accumulation",
        "threads",
        "log_every",
        "checkpoint_every",
        "validate_every",
        "validation_rows",
        "divergence_patience",
    )

    def __post_init__(self) -> None:
        for key in self._COUNTS:
            _require(getattr(self, key) > 0, key, getattr(self, key), "must be above 0")
        for key in ("warmup_steps", "weight_decay", "seed", "norms_every", "checkpoint_piece_mb"):
            _require(getattr(self, key) >= 0, key, getattr(self, key), "must not be negative")
        rate, clip, ema = self.peak_rate, self.clip, self.ema_decay
        _require(0 < rate <= 0.1, "peak_rate", rate, "must lie in (0, 0.1]; 1.5e-3 is usual")
        _require(clip > 0, "clip", clip, "must be above 0; 1.0 is usual")
        _require(0 <= ema < 1, "ema_decay", ema, "must lie in [0, 1); 0 switches it off")
        _require(
            self.warmup_steps < self.steps,
            "warmup_steps",
            self.warmup_steps,
            f"must be below steps = {self.steps}",
        )
        share = self.stable_share
        _require(0 <= share < 1, "stable_share", share, "must lie in [0, 1); 0.6 is usual")
        factor = self.divergence_factor
        _require(factor > 1, "divergence_factor", factor, "must be above 1; 3.0 is usual")


@dataclass(frozen=True, kw_only=True)
class LossTable:
    """The dual loss: cross-entropy + ``crf_loss_weight`` · CRF negative log-likelihood.

    A ``country_loss_weight`` above 0 adds a head for the country of a row, and its cross-entropy.
    """

    crf_loss_weight: float = 0.5
    crf_normalization: Literal["per_token", "per_sequence"] = "per_token"
    crf_implementation: Literal["ours", "pytorch-crf"] = "ours"
    label_smoothing: float = 0.0
    country_loss_weight: float = 0.0
    class_weights: dict[str, float] = field(default_factory=dict)
    source_weights: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for key in ("crf_loss_weight", "country_loss_weight"):
            _require(getattr(self, key) >= 0, key, getattr(self, key), "must not be negative")
        share = self.label_smoothing
        _require(0 <= share < 1, "label_smoothing", share, "must lie in [0, 1); 0.05 is usual")
        for table in ("class_weights", "source_weights"):
            for key, value in getattr(self, table).items():
                _require(value >= 0, f"{table}.{key}", value, "must not be negative")


@dataclass(frozen=True, kw_only=True)
class NoiseTable:
    """What is hidden from the tagger in training, never in validation."""

    word_dropout: float = 0.0
    case_dropout: float = 0.0

    def __post_init__(self) -> None:
        for key in ("word_dropout", "case_dropout"):
            rate = getattr(self, key)
            _require(0 <= rate < 1, key, rate, "must lie in [0, 1)")


@dataclass(frozen=True, kw_only=True)
class PrecisionTable:
    """The types that an experiment on divergence sets apart; a run worth keeping has float32.

    ``weights`` is the type of the encoder's weights and of their moments in AdamW; ``crf`` that
    of the CRF's weights, moments and arithmetic. ``train.autocast`` is not touched by either.
    """

    weights: Literal["float32", "bfloat16"] = "float32"
    crf: Literal["float32", "bfloat16"] = "float32"


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """One training run."""

    data: DataTable
    train: TrainTable
    model: ModelTable = field(default_factory=ModelTable)
    loss: LossTable = field(default_factory=LossTable)
    noise: NoiseTable = field(default_factory=NoiseTable)
    precision: PrecisionTable = field(default_factory=PrecisionTable)

    def __post_init__(self) -> None:
        weights, labels = self.loss.class_weights, LABEL_SETS[self.model.label_set].labels
        if weights and set(weights) != set(labels):
            odd = sorted(set(weights) ^ set(labels))
            mend = f"needs one entry per label of {self.model.label_set!r}, or none at all"
            raise ValueError(f"loss.class_weights: {mend}; missing or unknown: {', '.join(odd)}")


@dataclass(frozen=True, kw_only=True)
class TokenizerRecipe:
    """How the sentencepiece model is trained, and what it must hold to be accepted."""

    corpus_recipe: Path
    rows: int = 1_000_000
    held_out_rows: int = 5_000
    sampled_rows: int = 1_000_000
    vocabulary_size: int = 16_000
    character_coverage: float = 0.9995
    split_by_unicode_script: bool = True
    threads: int = 2
    max_fallback_share: float = 0.01
    max_pieces_per_word: float = 3.0

    def __post_init__(self) -> None:
        for key in ("rows", "held_out_rows", "sampled_rows", "threads"):
            _require(getattr(self, key) > 0, key, getattr(self, key), "must be above 0")
        size, coverage = self.vocabulary_size, self.character_coverage
        _require(size > 300, "vocabulary_size", size, "must be above 300: 256 are the bytes")
        _require(0.9 <= coverage <= 1, "character_coverage", coverage, "must lie in [0.9, 1]")
        share = self.max_fallback_share
        _require(0 <= share < 1, "max_fallback_share", share, "must lie in [0, 1)")
        held_out = self.held_out_rows
        _require(held_out < self.rows, "held_out_rows", held_out, f"must be below {self.rows}")


def load_recipe(path: str | Path, overrides: Sequence[str] = ()) -> Recipe:
    """Read a training recipe.

    Raises:
        ConfigError: what `postwright.config.load_toml` refuses.
    """
    return load_toml(path, Recipe, overrides)


def load_tokenizer_recipe(path: str | Path, overrides: Sequence[str] = ()) -> TokenizerRecipe:
    """Read a tokenizer recipe. Raises `ConfigError` as `load_recipe` does."""
    return load_toml(path, TokenizerRecipe, overrides)


def settings_that_differ(recipe: Recipe, saved: Mapping[str, Any]) -> list[str]:
    """The settings of ``recipe`` that would bend the curve of a run saved with ``saved``.

    Paths and the frequency of logs, checkpoints and validations are free to change. A setting
    that ``saved`` does not know yet had its default then.
    """
    now, then = _flat(to_mapping(recipe)), _flat(to_mapping(from_mapping(saved, Recipe)))
    keys = sorted((now.keys() | then.keys()) - FREE_ON_RESUME)
    return [
        f"{key}: {then.get(key)!r} → {now.get(key)!r}"
        for key in keys
        if now.get(key) != then.get(key)
    ]


def refuse_other_settings(recipe: Recipe, saved: Mapping[str, Any]) -> None:
    """Raise `ConfigError` when a run would go on under other settings than it began with."""
    if differing := settings_that_differ(recipe, saved):
        raise ConfigError(
            f"the run was begun with other settings ({'; '.join(differing)}): "
            "give it the old ones, or start another with --fresh or another --out"
        )


def _flat(table: Mapping[str, Any], at: str = "") -> dict[str, Any]:
    """Nested tables as one with dotted keys."""
    flat: dict[str, Any] = {}
    for key, value in table.items():
        name = f"{at}{key}"
        flat.update(_flat(value, f"{name}.") if isinstance(value, Mapping) else {name: value})
    return flat
