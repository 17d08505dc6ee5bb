"""Score a tagger on a fixed sample of development rows: spans of words, tag by tag."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from postwright.decoder.constraints import Transitions
from postwright.decoder.viterbi import viterbi
from postwright.labels import LabelSet
from postwright.text import Batch
from postwright.training.data import Rows

__all__ = ["SpanCounts", "Validation", "sample_rows", "span_keys", "validate"]

Labels = NDArray[np.int64]
Emit = Callable[[Batch], tuple[torch.Tensor, torch.Tensor | None]]


@dataclass(frozen=True)
class SpanCounts:
    """Counts per tag, each [tags]: spans found rightly, predicted, and in the gold labels."""

    right: NDArray[np.int64]
    predicted: NDArray[np.int64]
    gold: NDArray[np.int64]

    def f1(self) -> NDArray[np.float64]:
        """F1 per tag [tags]; NaN where a tag is neither predicted nor in the gold labels."""
        total = self.predicted + self.gold
        with np.errstate(invalid="ignore"):
            return 2 * self.right / np.where(total == 0, np.nan, total)

    def micro_f1(self) -> float:
        """F1 over the spans of all tags."""
        return float(2 * self.right.sum() / max(1, self.predicted.sum() + self.gold.sum()))

    def macro_f1(self) -> float:
        """Mean of F1 over the tags that the gold labels hold; 0 if there are none."""
        held = self.gold > 0
        return float(self.f1()[held].mean()) if held.any() else 0.0


@dataclass(frozen=True)
class Validation:
    """One validation: what is logged, and what decides which checkpoint is best."""

    rows: int
    ce: float
    micro_f1: float
    macro_f1: float
    exact: float
    per_tag: dict[str, float]
    country_accuracy: float | None = None  # of the rows whose country is known

    def __str__(self) -> str:
        country = self.country_accuracy
        places = "" if country is None else f", country {country:.4f}"
        return (
            f"macro F1 {self.macro_f1:.4f}, micro F1 {self.micro_f1:.4f}, whole rows "
            f"{self.exact:.4f}{places}, cross-entropy {self.ce:.4f} on {self.rows:,} rows"
        )

    def record(self) -> dict[str, Any]:
        """The figures as they go to the log, rounded to 5 places."""
        figures = {"ce": self.ce, "micro_f1": self.micro_f1, "macro_f1": self.macro_f1}
        if self.country_accuracy is not None:
            figures["country_accuracy"] = self.country_accuracy
        rounded = {name: round(value, 5) for name, value in figures.items()}
        return {
            "rows": self.rows,
            **rounded,
            "exact": round(self.exact, 5),
            "per_tag": {tag: round(value, 5) for tag, value in self.per_tag.items()},
        }


def sample_rows(
    word_counts: NDArray[np.integer], *, at_most: int, batch_size: int, seed: int
) -> list[Rows]:
    """A sample of row numbers, the same for a seed, cut into batches of like length."""
    generator = np.random.default_rng(seed)
    count = min(at_most, len(word_counts))
    rows = generator.choice(len(word_counts), size=count, replace=False)
    by_length = rows[np.argsort(word_counts[rows], kind="stable")]
    return [by_length[i : i + batch_size] for i in range(0, count, batch_size)]


def span_keys(labels: Labels, mask: NDArray[np.bool_], n_labels: int) -> NDArray[np.int64]:
    """Every span of a batch as one number: its place, its end and its tag.

    A span opens at a B label, or at an I label that continues nothing, and goes on over the I
    labels of its tag; so any label sequence has its spans, legal or not. The number is
    ``(first word · places + last word) · tags + tag`` with words counted over the whole batch.

    Args:
        labels: [batch, words], padding is ignored.
        mask: [batch, words].
        n_labels: labels of the label set.

    Returns:
        [spans], ascending.
    """
    tags = (n_labels - 1) // 2
    flat = np.pad(np.where(mask, labels, 0), ((0, 0), (0, 1))).ravel()  # [batch · (words + 1)]
    tag = (flat - 1) // 2  # -1 where O
    previous = np.concatenate(([0], flat[:-1]))
    continues = (flat > 0) & (flat % 2 == 0) & ((previous - 1) // 2 == tag)  # I after its own tag
    opens = (flat > 0) & ~continues
    closes = (flat > 0) & ~np.concatenate((continues[1:], [False]))
    first, last = np.flatnonzero(opens), np.flatnonzero(closes)  # both [spans]
    keys: Labels = (first * len(flat) + last) * tags + tag[first]
    return keys


def count_spans(
    predicted: Labels, gold: Labels, mask: NDArray[np.bool_], n_labels: int
) -> SpanCounts:
    """Compare the spans of two labellings [batch, words] of the same batch."""
    tags = (n_labels - 1) // 2
    ours, theirs = span_keys(predicted, mask, n_labels), span_keys(gold, mask, n_labels)
    both = np.intersect1d(ours, theirs, assume_unique=True)
    counts = (np.bincount(keys % tags, minlength=tags) for keys in (both, ours, theirs))
    return SpanCounts(*counts)


def validate(
    batches: list[Rows],
    read: Callable[[Rows], tuple[Batch, Labels]],
    emit: Emit,
    transitions: Transitions,
    label_set: LabelSet,
    *,
    countries: Callable[[Rows], Rows | None] = lambda rows: None,
) -> Validation:
    """Decode every batch and score it.

    Args:
        batches: row numbers by batch, as `sample_rows` gives them.
        read: rows [batch] → arrays and gold labels [batch, words].
        emit: arrays → emissions [batch, words, labels], and logits [batch, countries] or None;
            on any device.
        transitions: the learned transitions with the penalties of illegal moves.
        label_set: whose ids the labels are.
        countries: rows [batch] → their country ids, -1 where unknown, or None.
    """
    parts, wrong_words, hits, nats, words, rows = [], [], [], 0.0, 0, 0
    for numbers in batches:
        batch, gold = read(numbers)
        outputs, logits = emit(batch)
        emissions = outputs.float().cpu()  # [batch, words, labels]
        hits.append(_country_hits(logits, countries(numbers)))
        paths, _ = viterbi(emissions.numpy(), batch.mask, transitions)
        parts.append(count_spans(paths, gold, batch.mask, len(label_set)))
        wrong_words.append(((paths != gold) & batch.mask).sum(axis=1))  # [batch]
        nats += _cross_entropy(emissions, gold, batch.mask)
        words, rows = words + int(batch.mask.sum()), rows + len(numbers)
    counts = SpanCounts(
        np.sum([part.right for part in parts], axis=0),
        np.sum([part.predicted for part in parts], axis=0),
        np.sum([part.gold for part in parts], axis=0),
    )
    scores = zip(label_set.tags, counts.f1().tolist(), counts.gold.tolist(), strict=True)
    return Validation(
        rows=rows,
        ce=nats / max(1, words),
        micro_f1=counts.micro_f1(),
        macro_f1=counts.macro_f1(),
        exact=float(np.mean(np.concatenate(wrong_words) == 0)),
        per_tag={tag: score for tag, score, gold in scores if gold},
        country_accuracy=float(found.mean()) if len(found := np.concatenate(hits)) else None,
    )


def _country_hits(logits: torch.Tensor | None, countries: Rows | None) -> NDArray[np.bool_]:
    """Whether the likeliest country is right, for every row whose country is known."""
    if logits is None or countries is None:
        return np.zeros(0, dtype=np.bool_)
    hits: NDArray[np.bool_] = logits.argmax(1).cpu().numpy() == countries
    return hits[countries >= 0]


def _cross_entropy(emissions: torch.Tensor, gold: Labels, mask: NDArray[np.bool_]) -> float:
    """Sum of the cross-entropy of all words, in nats."""
    words = torch.from_numpy(mask)  # [batch, words]
    spoken, meant = emissions[words], torch.from_numpy(gold)[words]  # [all words, …]
    return float(functional.cross_entropy(spoken, meant, reduction="sum"))
