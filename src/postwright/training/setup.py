"""Set-up of a training run: what the loop works with, made from a recipe and its data."""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

import postwright
from postwright.config import to_mapping
from postwright.corpus.shards import Shards
from postwright.decoder.constraints import Transitions
from postwright.errors import TrainingError
from postwright.labels import LABEL_SETS, LabelSet
from postwright.text import CONTRACT_VERSION, Tokenizer
from postwright.training.checkpoint import RunState
from postwright.training.crf import Crf
from postwright.training.data import BatchOrder, Reader, Rows
from postwright.training.encoder import PRESETS, EncoderConfig, Tagger, is_decayed
from postwright.training.golden import GoldenSet
from postwright.training.loss import LossConfig
from postwright.training.ranks import ALONE, Ranks
from postwright.training.recipe import PrecisionTable, Recipe
from postwright.training.rolling import RollingRows, SequentialOrder
from postwright.training.stability import Watch
from postwright.training.validate import sample_rows

__all__ = ["Model", "Run", "set_up"]

BETAS = (0.9, 0.98)


class Model(nn.Module):
    """Encoder and CRF under one roof: their weights are ``tagger.*`` and ``crf.*``."""

    def __init__(self, config: EncoderConfig, recipe: Recipe) -> None:
        """Make both with fresh weights."""
        super().__init__()
        self.tagger = Tagger(config)
        self.crf = Crf(config.labels, crf_implementation=recipe.loss.crf_implementation)

    def cast(self, precision: PrecisionTable) -> Model:
        """Bring encoder and CRF to the types of a recipe; AdamW's moments follow its weights."""
        self.tagger.to(getattr(torch, precision.weights))
        self.crf.to(getattr(torch, precision.crf))
        return self

    def transitions(self) -> Transitions:
        """The learned transitions as the decoder wants them."""
        parts = (self.crf.start, self.crf.end, self.crf.transitions)
        return Transitions.from_learned(*(part.detach().float().cpu().numpy() for part in parts))


@dataclass
class Run:
    """Everything that the loop works with."""

    recipe: Recipe
    directory: Path
    device: torch.device
    label_set: LabelSet
    train_rows: Reader | RollingRows
    dev_rows: Reader
    order: BatchOrder | SequentialOrder
    validation: list[Rows]
    golden: GoldenSet | None
    model: Model
    average: Model | None
    loss: LossConfig
    optimizer: torch.optim.AdamW
    watch: Watch
    facts: dict[str, Any]
    state: RunState
    ranks: Ranks = ALONE


def set_up(recipe: Recipe, directory: Path, ranks: Ranks = ALONE) -> Run:
    """Open the data, make the model and the optimiser; nothing is written yet."""
    settings, label_set = recipe.train, LABEL_SETS[recipe.model.label_set]
    device = pick_device(settings.device, ranks.local)
    if ranks.size > settings.batch_size:
        raise TrainingError(
            f"train.batch_size = {settings.batch_size}: must be at least {ranks.size}, a row for "
            "each process"
        )
    tokenizer = Tokenizer.load(recipe.data.tokenizer)
    train_rows = open_train_rows(recipe, tokenizer, label_set)
    dev_rows = open_rows(recipe.data.dev_shards, tokenizer, label_set, train_rows.country_names)
    torch.manual_seed(settings.seed)
    config = encoder_config(recipe, tokenizer, label_set, countries=len(train_rows.country_names))
    model = Model(config, recipe).to(device)
    average = copy.deepcopy(model) if settings.ema_decay else None  # float32, whatever the weights
    model.cast(recipe.precision)
    return Run(
        recipe=recipe,
        directory=directory,
        device=device,
        label_set=label_set,
        train_rows=train_rows,
        dev_rows=dev_rows,
        order=batch_order(recipe, train_rows),
        validation=sample_rows(
            dev_rows.word_counts(), at_most=settings.validation_rows, batch_size=256, seed=0
        ),
        golden=open_golden(recipe, tokenizer, label_set) if ranks.writes else None,
        model=model,
        average=average,
        loss=loss_config(recipe, label_set),
        optimizer=make_optimizer(model, weight_decay=settings.weight_decay),
        watch=Watch(settings.divergence_factor, settings.divergence_patience),
        facts=_facts(recipe, config, tokenizer, label_set, train_rows),
        state=RunState(),
        ranks=ranks,
    )


def pick_device(name: str, local_rank: int = 0) -> torch.device:
    """The device of a recipe's ``train.device``; `auto` is CUDA where there is one."""
    has_cuda = torch.cuda.is_available()
    if name == "cuda" and not has_cuda:
        raise TrainingError("train.device = 'cuda': there is no CUDA device; use 'auto' or 'cpu'")
    return torch.device("cuda", local_rank) if has_cuda and name != "cpu" else torch.device("cpu")


def open_train_rows(
    recipe: Recipe, tokenizer: Tokenizer, label_set: LabelSet
) -> Reader | RollingRows:
    """Open the training shards; in sequential order further ones may come."""
    data = recipe.data
    grows = data.order == "sequential" and not data.repeat
    first = Shards.open(data.shards, first=1 if grows else None)
    names = tuple(name for name in first.countries if name)
    countries = names if recipe.loss.country_loss_weight else ()

    def read(shards: Shards) -> Reader:
        tokenizer.check(expected_digest=shards.tokenizer_digest)
        return Reader(shards, label_set, recipe.loss.source_weights, countries)

    return RollingRows(data.shards, read) if grows else read(first)


def open_rows(
    path: Path, tokenizer: Tokenizer, label_set: LabelSet, countries: tuple[str, ...]
) -> Reader:
    """Open shards to validate with and refuse those that were made with another tokenizer."""
    shards = Shards.open(path)
    tokenizer.check(expected_digest=shards.tokenizer_digest)
    return Reader(shards, label_set, countries=countries)


def open_golden(recipe: Recipe, tokenizer: Tokenizer, label_set: LabelSet) -> GoldenSet | None:
    """The golden rows of the dev split, if the recipe names any."""
    path = recipe.data.golden
    return GoldenSet.open(Path(path), tokenizer, label_set) if path else None


def batch_order(recipe: Recipe, rows: Reader | RollingRows) -> BatchOrder | SequentialOrder:
    """The order of the recipe's `data.order`."""
    settings, data = recipe.train, recipe.data
    size, window, seed = settings.batch_size, data.window_batches, settings.seed
    if data.order == "shuffled":
        counts = rows.word_counts()
        return BatchOrder(counts, batch_size=size, window_batches=window, seed=seed)
    batches = settings.steps * settings.accumulation
    if isinstance(rows, RollingRows):
        counts_of = rows.counts
    else:
        counts, batches = rows.word_counts(), rows.rows // size

        def counts_of(first: int, last: int) -> NDArray[np.integer]:
            return counts[first:last]

    return SequentialOrder(
        counts_of, batches=batches, batch_size=size, window_batches=window, seed=seed
    )


def encoder_config(
    recipe: Recipe, tokenizer: Tokenizer, label_set: LabelSet, *, countries: int = 0
) -> EncoderConfig:
    """The preset with the recipe's changes, sized for the tokenizer, the labels and countries."""
    return replace(
        PRESETS[recipe.model.preset],
        vocabulary_size=tokenizer.vocabulary_size,
        labels=len(label_set),
        countries=countries,
        **recipe.model.overrides(),
    )


def loss_config(recipe: Recipe, label_set: LabelSet) -> LossConfig:
    """The loss of a recipe; class weights in the order of the label ids."""
    table = recipe.loss.class_weights
    return LossConfig(
        crf_loss_weight=recipe.loss.crf_loss_weight,
        crf_normalization=recipe.loss.crf_normalization,
        class_weights=tuple(table[label] for label in label_set.labels) if table else (),
        label_smoothing=recipe.loss.label_smoothing,
        country_loss_weight=recipe.loss.country_loss_weight,
    )


def make_optimizer(model: nn.Module, *, weight_decay: float) -> torch.optim.AdamW:
    """AdamW with two groups: what decays, and what does not."""
    named = list(model.named_parameters())
    decayed = [weight for name, weight in named if is_decayed(name, weight)]
    others = [weight for name, weight in named if not is_decayed(name, weight)]
    groups = [
        {"params": decayed, "weight_decay": weight_decay},
        {"params": others, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=0.0, betas=BETAS, fused=True)


def _facts(
    recipe: Recipe,
    config: EncoderConfig,
    tokenizer: Tokenizer,
    label_set: LabelSet,
    train_rows: Reader | RollingRows,
) -> dict[str, Any]:
    """What the weights are: goes to ``recipe.json`` of every checkpoint."""
    return {
        "recipe": to_mapping(recipe),
        "encoder": to_mapping(config),
        "label_set": label_set.name,
        "labels": list(label_set.labels),
        "tokenizer_digest": tokenizer.digest,
        "text_contract": CONTRACT_VERSION,
        "countries": list(train_rows.country_names),
        "postwright_version": postwright.__version__,
    }
