"""The dual loss: cross-entropy of each word's label plus the CRF's likelihood of each row.

The cross-entropy of the row's country may stand beside them, as an auxiliary loss.

Sums and the weights that they are divided by are kept apart, so that accumulation steps and ranks
can add both before one division: a mean of means would weigh short batches too much.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import torch
from torch import Tensor
from torch.nn import functional

from postwright.errors import ConfigError
from postwright.training.crf import Crf

__all__ = ["LossConfig", "LossParts", "country_weight", "dual_loss", "loss_weights"]

UNKNOWN_COUNTRY = -1
"""Stands for the country of a row that has none: the row gives the country head no gradient."""


@dataclass(frozen=True)
class LossConfig:
    """What the loss is made of.

    Attributes:
        crf_loss_weight: weight of the CRF's part; 0 leaves it out.
        crf_normalization: divide the CRF's sum by the number of words, or of rows.
        class_weights: one weight per label, in label order; empty for 1 everywhere.
        label_smoothing: share of a word's target spread over all labels, in the cross-entropy.
        country_loss_weight: weight of the country's cross-entropy, where logits are given.
    """

    crf_loss_weight: float = 0.5
    crf_normalization: Literal["per_token", "per_sequence"] = "per_token"
    class_weights: tuple[float, ...] = ()
    label_smoothing: float = 0.0
    country_loss_weight: float = 0.0

    def __post_init__(self) -> None:
        """Refuse values that would train nonsense."""
        if not 0 <= self.crf_loss_weight < float("inf"):
            raise ConfigError(f"crf_loss_weight = {self.crf_loss_weight}: must be 0 or more")
        if self.crf_normalization not in ("per_token", "per_sequence"):
            raise ConfigError(
                f"crf_normalization = {self.crf_normalization!r}: use 'per_token' or 'per_sequence'"
            )
        if not 0 <= self.country_loss_weight < float("inf"):
            raise ConfigError(
                f"country_loss_weight = {self.country_loss_weight}: must be 0 or more"
            )
        if not 0 <= self.label_smoothing < 1:
            raise ConfigError(f"label_smoothing = {self.label_smoothing}: must be in [0, 1)")
        if any(not 0 <= weight < float("inf") for weight in self.class_weights):
            raise ConfigError(f"class_weights = {self.class_weights}: each must be 0 or more")

    def check_labels(self, n_labels: int) -> None:
        """Raise `ConfigError` unless there is one class weight per label, or none at all."""
        if self.class_weights and len(self.class_weights) != n_labels:
            raise ConfigError(
                f"class_weights has {len(self.class_weights)} values: give {n_labels}, "
                "one per label, or none"
            )


@dataclass(frozen=True)
class LossParts:
    """The sums and their weights (float32 scalars), still to be divided.

    Add the parts of accumulation steps or ranks, then read `ce`, `crf`, `country` and `total`.
    """

    ce_sum: Tensor
    ce_weight: Tensor
    crf_sum: Tensor
    crf_weight: Tensor
    country_sum: Tensor
    country_weight: Tensor
    crf_loss_weight: float
    country_loss_weight: float = 0.0

    @property
    def ce(self) -> Tensor:
        """Mean cross-entropy of a word; 0 when there is none."""
        return _ratio(self.ce_sum, self.ce_weight)

    @property
    def crf(self) -> Tensor:
        """CRF negative log-likelihood per word or per row; 0 when there is none."""
        return _ratio(self.crf_sum, self.crf_weight)

    @property
    def country(self) -> Tensor:
        """Mean cross-entropy of a row's country; 0 when none is known."""
        return _ratio(self.country_sum, self.country_weight)

    @property
    def total(self) -> Tensor:
        """What is minimised: `ce + crf_loss_weight * crf + country_loss_weight * country`."""
        dual = self.ce + self.crf_loss_weight * self.crf
        if not self.country_loss_weight:
            return dual
        return dual + self.country_loss_weight * self.country

    def sums(self) -> tuple[Tensor, ...]:
        """The three sums and their three weights, each a scalar: what ranks add."""
        return (
            *(self.ce_sum, self.crf_sum, self.country_sum),
            *(self.ce_weight, self.crf_weight, self.country_weight),
        )

    def with_sums(self, sums: Sequence[Tensor]) -> LossParts:
        """The same loss made of other sums and weights, in the order of `sums`."""
        ce, crf, country, ce_weight, crf_weight, country_weight = sums
        return replace(
            self,
            ce_sum=ce,
            crf_sum=crf,
            country_sum=country,
            ce_weight=ce_weight,
            crf_weight=crf_weight,
            country_weight=country_weight,
        )

    def __add__(self, other: LossParts) -> LossParts:
        """Join the sums of two batches."""
        pairs = zip(self.sums(), other.sums(), strict=True)
        return self.with_sums([ours + theirs for ours, theirs in pairs])

    def over(
        self, ce_weight: Tensor, crf_weight: Tensor, country_weight: Tensor | None = None
    ) -> LossParts:
        """Keep the sums, divide by other weights: those of a whole accumulated step or all ranks.

        The gradients of `parts.over(W, V).total`, added over the micro-batches whose weights add
        up to W and V, are those of one large batch.
        """
        if country_weight is None:
            country_weight = self.country_weight
        return replace(
            self, ce_weight=ce_weight, crf_weight=crf_weight, country_weight=country_weight
        )

    def detach(self) -> LossParts:
        """Drop the graph, for logging."""
        return self.with_sums([value.detach() for value in self.sums()])


def dual_loss(
    emissions: Tensor,
    labels: Tensor,
    mask: Tensor,
    crf: Crf,
    config: LossConfig,
    *,
    row_weights: Tensor | None = None,
    country_logits: Tensor | None = None,
    countries: Tensor | None = None,
) -> LossParts:
    """Measure how far the emissions and the CRF are from the labels.

    Args:
        emissions: float [batch, words, labels].
        labels: int [batch, words]; what stands at padding is not read.
        mask: bool [batch, words].
        crf: holds the transition scores.
        config: weights and normalisation.
        row_weights: float [batch], the weight of each row (of its source); 1 by default.
        country_logits: float [batch, countries], if the country is to be learnt too.
        countries: int [batch], the country of each row; -1 where it is unknown.

    Raises:
        ConfigError: the class weights are not one per label.
    """
    config.check_labels(emissions.shape[2])
    ce_weight, crf_weight = loss_weights(labels, mask, config, row_weights=row_weights)
    word_losses = functional.cross_entropy(
        emissions[mask].float(),  # [all words, labels]
        labels[mask].long(),
        weight=_class_weights(config, emissions.device),
        reduction="none",
        label_smoothing=config.label_smoothing,
    )  # [all words]
    row_weight = _row_weights(mask, row_weights)  # [batch]
    ce_sum = (word_losses * row_weight[:, None].expand(mask.shape)[mask]).sum()
    crf_sum = ce_sum.new_zeros(())
    if config.crf_loss_weight:
        crf_sum = (crf.nll(emissions, labels, mask) * row_weight).sum()
    country_sum = known = ce_sum.new_zeros(())
    if country_logits is not None and countries is not None:
        country_sum = _country_sum(country_logits, countries, row_weight)
        known = country_weight(countries, row_weights=row_weights)
    return LossParts(
        *(ce_sum, ce_weight, crf_sum, crf_weight, country_sum, known),
        crf_loss_weight=config.crf_loss_weight,
        country_loss_weight=config.country_loss_weight,
    )


def _country_sum(logits: Tensor, countries: Tensor, row_weight: Tensor) -> Tensor:
    """Sum of the weighted cross-entropy of the known countries of a batch."""
    losses = functional.cross_entropy(
        logits.float(), countries.long(), reduction="none", ignore_index=UNKNOWN_COUNTRY
    )  # [batch]
    return (losses * row_weight).sum()


def country_weight(countries: Tensor, *, row_weights: Tensor | None = None) -> Tensor:
    """What the country's sum of a batch is divided by: the weight of the rows that have one."""
    known = countries != UNKNOWN_COUNTRY  # [batch]
    return (_row_weights(known, row_weights) * known).sum()


def loss_weights(
    labels: Tensor, mask: Tensor, config: LossConfig, *, row_weights: Tensor | None = None
) -> tuple[Tensor, Tensor]:
    """Return what the two sums of a batch are divided by, from its labels alone.

    It costs no forward pass, so that a loop can add the weights of all micro-batches first.

    Returns:
        The weight of the cross-entropy (weighted words) and of the CRF (words or rows), scalars.
    """
    row_weight = _row_weights(mask, row_weights)  # [batch]
    words = mask * row_weight[:, None]  # [batch, words]
    class_weights = _class_weights(config, mask.device)
    ce = words if class_weights is None else words * class_weights[labels.long() * mask]
    if config.crf_normalization == "per_token":
        return ce.sum(), words.sum()
    return ce.sum(), (row_weight * mask.any(1)).sum()


def _row_weights(mask: Tensor, row_weights: Tensor | None) -> Tensor:
    """One float32 weight per row [batch]."""
    if row_weights is None:
        return torch.ones(len(mask), device=mask.device)
    return row_weights.float()


def _class_weights(config: LossConfig, device: torch.device) -> Tensor | None:
    """The class weights as a tensor [labels], or none."""
    if not config.class_weights:
        return None
    return torch.tensor(config.class_weights, dtype=torch.float32, device=device)


def _ratio(total: Tensor, weight: Tensor) -> Tensor:
    """Divide, and give 0 (with a gradient of 0) where the weight is 0."""
    return torch.where(
        weight > 0, total / weight.clamp(min=torch.finfo(weight.dtype).tiny), 0.0 * total
    )
