"""The learning rate of every step: warm-up, then constant, a linear tail or a cosine."""

from __future__ import annotations

import math

from postwright.training.recipe import TrainTable

__all__ = ["rate_at"]


def rate_at(step: int, train: TrainTable) -> float:
    """The learning rate of step ``step`` (the first step is 0).

    It rises linearly over ``warmup_steps`` to ``peak_rate``; then `constant` stays,
    `linear_tail` (warm-up–stable–decay) stays for `stable_share` of all steps and falls linearly
    to zero, and `cosine` falls along half a cosine.

    >>> settings = TrainTable(steps=100, warmup_steps=10, peak_rate=0.01)
    >>> [round(rate_at(step, settings), 4) for step in (0, 9, 59, 80, 99)]
    [0.001, 0.01, 0.01, 0.005, 0.0003]
    """
    if step < train.warmup_steps:
        return train.peak_rate * (step + 1) / train.warmup_steps
    if train.schedule == "constant":
        return train.peak_rate
    if train.schedule == "linear_tail":
        tail_begins = max(train.stable_share * train.steps, train.warmup_steps)
        left = (train.steps - step) / (train.steps - tail_begins)
        return train.peak_rate * min(1.0, max(0.0, left))
    done = (step - train.warmup_steps) / (train.steps - train.warmup_steps)
    return train.peak_rate * 0.5 * (1 + math.cos(math.pi * min(1.0, done)))
