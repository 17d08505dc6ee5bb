"""Gradient norms at a checkpoint, by source and by loss: who pulls hardest, who is the outlier.

Of every source a few batches are drawn, and the gradient of both losses is taken on each, without
dropout and without a step. So a norm says what a batch of this source alone would do to the
weights; times the source's share of the words it says how hard the source pulls.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from postwright.config import apply_overrides, from_mapping
from postwright.corpus.shards import Shards
from postwright.errors import TrainingError
from postwright.training import checkpoint
from postwright.training.charts import bar_chart
from postwright.training.data import Rows
from postwright.training.loss import LossParts, dual_loss
from postwright.training.page import Figure, Section, Table, page, text_table
from postwright.training.recipe import Recipe
from postwright.training.setup import Run, set_up

__all__ = ["Probe", "SourcePull", "probe", "probe_page"]

SKETCH = 1 << 16  # numbers that a gradient is folded to; angles stay right to about 0.005
OUTLIER_SCORE = 3.5  # robust standard deviations (Iglewicz and Hoaglin 1993)
OUTLIER_FACTOR = 2.0  # and at least so many times above or below the median


@dataclass(frozen=True)
class SourcePull:
    """What the batches of one source do to the weights.

    Attributes:
        source: its name.
        rows: how many rows were drawn.
        share: of all words of the corpus, times the source's weight.
        ce_loss, crf_loss: mean losses, the CRF's unweighted.
        ce_norm: norm of the cross-entropy's gradient, mean over the batches.
        crf_norm: the same of the CRF's, times ``crf_loss_weight``.
        norm: of both together.
        spread: standard deviation of ``norm`` over the batches.
        pull: share · norm.
        agreement: cosine between the source's gradient and that of the whole mixture.
        outlier: `high` or `low` where ``norm`` stands apart from the other sources'.
    """

    source: str
    rows: int
    share: float
    ce_loss: float
    crf_loss: float
    ce_norm: float
    crf_norm: float
    norm: float
    spread: float
    pull: float
    agreement: float
    outlier: str = ""

    @property
    def ratio(self) -> float:
        """Cross-entropy's norm over the CRF's; infinite without a CRF loss."""
        return self.ce_norm / self.crf_norm if self.crf_norm else math.inf


@dataclass(frozen=True)
class Probe:
    """Everything that a probe found; the source that pulls hardest comes first."""

    checkpoint: str
    step: int
    crf_loss_weight: float
    batch_size: int
    sources: tuple[SourcePull, ...]

    @property
    def ratio(self) -> float:
        """Cross-entropy's norm over the CRF's, each weighted by the shares of the sources."""
        crf = sum(source.share * source.crf_norm for source in self.sources)
        ce = sum(source.share * source.ce_norm for source in self.sources)
        return ce / crf if crf else math.inf

    def __str__(self) -> str:
        return "\n".join((self.headline(), "", text_table(self.table()), "", *self.findings()))

    def headline(self) -> str:
        """What was probed."""
        return (
            f"{self.checkpoint}, step {self.step:,}: batches of {self.batch_size} rows, "
            f"crf_loss_weight {self.crf_loss_weight:g}"
        )

    def findings(self) -> list[str]:
        """The answers in words."""
        first = self.sources[0]
        odd = [f"{one.source} ({one.outlier})" for one in self.sources if one.outlier]
        against = [source.source for source in self.sources if source.agreement < 0]
        return [
            f"pulls hardest: {first.source} ({first.pull:.3g} of {self.pull:.3g})",
            f"outliers: {', '.join(odd) or 'none'}",
            f"against the mixture: {', '.join(against) or 'none'}",
            f"CE/CRF ratio: {self.ratio:.2f}",
        ]

    @property
    def pull(self) -> float:
        """The pulls of all sources together."""
        return sum(source.pull for source in self.sources)

    def table(self) -> Table:
        """One line for each source."""
        header = "source rows share ce crf |g|ce |g|crf ce/crf |g| spread pull agreement outlier"
        return Table(header.split(), [_cells(source) for source in self.sources])

    def to_json(self) -> dict[str, Any]:
        """The probe for scripts; a ratio without a CRF loss is null."""
        sources = [asdict(source) | {"ratio": _finite(source.ratio)} for source in self.sources]
        facts = {name: value for name, value in asdict(self).items() if name != "sources"}
        return {"format_version": 1, **facts, "ratio": _finite(self.ratio), "sources": sources}


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _cells(source: SourcePull) -> tuple[str, ...]:
    return (
        source.source,
        f"{source.rows:,}",
        f"{source.share:.2%}",
        f"{source.ce_loss:.4f}",
        f"{source.crf_loss:.4f}",
        f"{source.ce_norm:.3g}",
        f"{source.crf_norm:.3g}",
        f"{source.ratio:.2f}",
        f"{source.norm:.3g}",
        f"{source.spread:.2g}",
        f"{source.pull:.3g}",
        f"{source.agreement:+.2f}",
        source.outlier,
    )


# ---------------------------------------------------------------------------------- measuring


def probe(
    path: Path,
    *,
    overrides: Sequence[str] = (),
    batches: int = 4,
    batch_size: int | None = None,
    seed: int = 0,
) -> Probe:
    """Measure the gradients of every source at a checkpoint.

    Args:
        path: a checkpoint directory, or a run directory for its latest one.
        overrides: values of the checkpoint's recipe written otherwise, such as paths.
        batches: how many are drawn from each source, fewer where it is small.
        batch_size: rows of each; the recipe's if not given.
        seed: of the draw.

    Raises:
        TrainingError: no checkpoint there, or its data are not those of the recipe.
        ConfigError: an override does not fit.
    """
    found = path if (path / "state.json").exists() else path / "latest"
    if not found.exists():
        raise TrainingError(f"{path} holds no checkpoint: give a run or one of its step-… folders")
    saved = checkpoint.load(found)
    recipe = from_mapping(apply_overrides(saved.facts["recipe"], overrides), Recipe)
    run = set_up(recipe, path)
    if saved.facts["tokenizer_digest"] != run.facts["tokenizer_digest"]:
        raise TrainingError(f"{found} was trained with another tokenizer than data.tokenizer")
    run.model.load_state_dict(saved.tensors["model"])
    run.model.eval()
    shards, size = Shards.open(recipe.data.shards), batch_size or recipe.train.batch_size
    drawn = draw(shards, batches=batches, batch_size=size, seed=seed)
    shares = source_shares(shards, recipe.loss.source_weights)
    fold = _Fold(sum(weight.numel() for weight in moved(run)), run.device)
    measured = [measure(run, name, parts, shares[name], fold) for name, parts in drawn.items()]
    return Probe(
        checkpoint=str(path),
        step=saved.state.step,
        crf_loss_weight=recipe.loss.crf_loss_weight,
        batch_size=size,
        sources=compared(measured),
    )


def draw(shards: Shards, *, batches: int, batch_size: int, seed: int) -> dict[str, list[Rows]]:
    """Row numbers of every source, drawn without repetition and cut into batches."""
    ids, generator = shards.source_ids(), np.random.default_rng(seed)
    drawn = {}
    for number, name in enumerate(shards.sources):
        rows = generator.permutation(np.flatnonzero(ids == number))[: batches * batch_size]
        parts = [rows[at : at + batch_size] for at in range(0, len(rows), batch_size)]
        whole = [part for part in parts if len(part) == batch_size]
        if len(rows):
            drawn[name] = whole or parts  # a small rest would have a norm of its own
    return drawn


def source_shares(shards: Shards, weights: Mapping[str, float]) -> dict[str, float]:
    """The share of each source in the words of the corpus, weighted as the loss weighs it."""
    words = np.bincount(
        shards.source_ids(), weights=shards.word_counts(), minlength=len(shards.sources)
    )  # [sources]
    weighted = words * [weights.get(name, 1.0) for name in shards.sources]
    shares = weighted / weighted.sum()
    return dict(zip(shards.sources, shares.tolist(), strict=True))


@dataclass(frozen=True)
class _Measured:
    """One source's figures, and the sketch of its mean gradient [SKETCH]."""

    figures: SourcePull
    sketch: Tensor


def measure(run: Run, name: str, batches: Sequence[Rows], share: float, fold: _Fold) -> _Measured:
    """The gradients of one source, batch by batch."""
    weight = run.recipe.loss.crf_loss_weight
    rows_of_figures, mean = [], torch.zeros(SKETCH, device=run.device)
    for rows in batches:
        parts = losses(run, rows)
        ce = gradient(run, parts.ce, keep=True)
        crf = gradient(run, parts.crf) * weight
        norms = [ce.norm(), crf.norm(), (ce + crf).norm()]
        values = torch.stack([parts.ce, parts.crf, *norms]).detach()
        rows_of_figures.append(values.tolist())
        mean += fold(ce + crf) / len(batches)
    figures = np.array(rows_of_figures)  # [batches, 5]
    ce_loss, crf_loss, ce_norm, crf_norm, norm = figures.mean(axis=0).tolist()
    pull = SourcePull(
        source=name,
        rows=sum(map(len, batches)),
        share=share,
        ce_loss=ce_loss,
        crf_loss=crf_loss,
        ce_norm=ce_norm,
        crf_norm=crf_norm,
        norm=norm,
        spread=float(figures[:, 4].std()),
        pull=share * norm,
        agreement=0.0,
    )
    return _Measured(pull, mean)


def losses(run: Run, rows: Rows) -> LossParts:
    """Both losses of some rows, the CRF's also where the recipe leaves it out."""
    batch, labels = run.train_rows.read(rows)
    arrays = (batch.pieces, batch.shapes, batch.gaps, labels, batch.mask)
    pieces, shapes, gaps, gold, mask = (torch.from_numpy(part).to(run.device) for part in arrays)
    use_bf16 = run.recipe.train.autocast == "bfloat16"
    with torch.autocast(run.device.type, dtype=torch.bfloat16, enabled=use_bf16):
        emissions = run.model.tagger(pieces, shapes, gaps)  # [batch, words, labels]
    config = replace(
        run.loss, crf_loss_weight=run.loss.crf_loss_weight or 1.0, country_loss_weight=0.0
    )
    return dual_loss(emissions, gold, mask, run.model.crf, config)


def moved(run: Run) -> list[Tensor]:
    """The weights that training moves."""
    return [weight for weight in run.model.parameters() if weight.requires_grad]


def gradient(run: Run, loss: Tensor, *, keep: bool = False) -> Tensor:
    """The gradient of a loss by all weights, float32 [weights]; 0 where there is none."""
    weights = moved(run)
    found = torch.autograd.grad(loss, weights, retain_graph=keep, allow_unused=True)
    return torch.cat(
        [
            (torch.zeros_like(weight) if part is None else part).float().flatten()
            for weight, part in zip(weights, found, strict=True)
        ]
    )


class _Fold:
    """Folds a gradient to `SKETCH` numbers by random signs (the sketch of Charikar et al. 2002).

    Inner products survive it nearly unharmed, and dozens of sources fit into memory.
    """

    def __init__(self, weights: int, device: torch.device) -> None:
        generator = torch.Generator().manual_seed(0)
        places = torch.randint(0, SKETCH, (weights,), generator=generator)
        signs = torch.randint(0, 2, (weights,), generator=generator) * 2.0 - 1.0
        self._places, self._signs = places.to(device), signs.to(device)

    def __call__(self, vector: Tensor) -> Tensor:
        """Fold one vector [weights] to [SKETCH]."""
        folded = torch.zeros(SKETCH, device=vector.device)
        return folded.index_add_(0, self._places, vector * self._signs)


# ---------------------------------------------------------------------------------- comparing


def compared(measured: Sequence[_Measured]) -> tuple[SourcePull, ...]:
    """The sources beside each other: agreement with the mixture, outliers, hardest pull first."""
    mixture = torch.stack([one.figures.share * one.sketch for one in measured]).sum(0)  # [SKETCH]
    odd = outliers(np.array([one.figures.norm for one in measured]))
    sources = [
        replace(
            one.figures,
            agreement=float(torch.cosine_similarity(one.sketch, mixture, dim=0)),
            outlier=word,
        )
        for one, word in zip(measured, odd, strict=True)
    ]
    return tuple(sorted(sources, key=lambda source: -source.pull))


def outliers(norms: NDArray[np.float64]) -> list[str]:
    """Which norms stand apart: far from the median in logarithms, and by a factor of 2.

    >>> outliers(np.array([1.0, 1.1, 0.9, 1.05, 9.0]))
    ['', '', '', '', 'high']
    """
    logs = np.log(np.maximum(norms, np.finfo(np.float64).tiny))
    away = logs - np.median(logs)
    deviation = 1.4826 * np.median(np.abs(away))
    limit = max(OUTLIER_SCORE * deviation, math.log(OUTLIER_FACTOR))
    return ["high" if far > limit else "low" if far < -limit else "" for far in away]


def probe_page(found: Probe) -> str:
    """The probe as a page: norms by loss, pulls, and the table.

    Raises:
        InputError: the extra ``[report]`` is not installed.
    """
    names = [source.source for source in found.sources]
    norms = {
        "cross-entropy": [source.ce_norm for source in found.sources],
        "CRF, weighted": [source.crf_norm for source in found.sources],
    }
    pulls = {"pull": [source.pull for source in found.sources]}
    agreements = {"agreement": [source.agreement for source in found.sources]}
    figures = [
        Figure(bar_chart(names, norms, key="norms", measure="gradient norm of a batch")),
        Figure(bar_chart(names, pulls, key="pulls", measure="pull: share of the words · norm")),
        Figure(bar_chart(names, agreements, key="agree", measure="cosine with the mixture")),
    ]
    sections = [
        Section("Who pulls", ". ".join(found.findings()), figures),
        Section("By source", table=found.table()),
    ]
    return page("Gradient probe", found.headline(), sections)
