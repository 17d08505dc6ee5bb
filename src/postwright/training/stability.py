"""Stop a run that has gone wrong, and say where and how."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

from postwright.errors import TrainingError

__all__ = ["StepFigures", "Watch"]

SMOOTHING = 0.98  # about the last 50 steps


@dataclass(frozen=True)
class StepFigures:
    """What one optimiser step showed: losses and the gradient's norm before clipping."""

    step: int
    loss: float
    ce: float
    crf: float
    gradient_norm: float
    country: float = 0.0

    def __str__(self) -> str:
        return (
            f"step {self.step}: loss {self.loss:.4g}, cross-entropy {self.ce:.4g}, "
            f"CRF {self.crf:.4g}, gradient norm {self.gradient_norm:.4g}"
        )


@dataclass
class Watch:
    """Watches the loss of each step; raises `TrainingError` when the run is lost.

    Lost is: a loss or gradient norm that is not finite, or a smoothed loss above ``factor``
    times its lowest value for ``patience`` steps on end. Its figures are part of a checkpoint,
    so a resumed run judges as the unbroken one would.
    """

    factor: float
    patience: int
    smoothed: float = 0.0
    weight: float = 0.0
    lowest: float = math.inf
    steps_above: int = 0

    def check_finite(self, figures: StepFigures) -> None:
        """Refuse a NaN or infinite loss or gradient: call it before the weights move."""
        values = (figures.loss, figures.ce, figures.crf, figures.gradient_norm)
        if not all(math.isfinite(value) for value in values):
            raise TrainingError(f"not a finite number at {figures}")

    def update(self, figures: StepFigures) -> None:
        """Take the loss of one step into account."""
        self.smoothed = SMOOTHING * self.smoothed + (1 - SMOOTHING) * figures.loss
        self.weight = SMOOTHING * self.weight + (1 - SMOOTHING)
        loss = self.smoothed / self.weight
        self.lowest = min(self.lowest, loss)
        self.steps_above = self.steps_above + 1 if loss > self.factor * self.lowest else 0
        if self.steps_above >= self.patience:
            raise TrainingError(
                f"the run diverges: the smoothed loss is {loss:.4g}, its lowest was "
                f"{self.lowest:.4g}, and it has stood above {self.factor:g} times that for "
                f"{self.steps_above} steps; last {figures}"
            )

    def figures(self) -> dict[str, float]:
        """The numbers to keep in a checkpoint; `restore` takes them back."""
        kept = asdict(self)
        return {name: kept[name] for name in ("smoothed", "weight", "lowest", "steps_above")}

    def restore(self, figures: dict[str, float]) -> None:
        """Go on from the ``figures`` of a checkpoint (none: from the beginning)."""
        if figures:
            self.smoothed, self.weight = figures["smoothed"], figures["weight"]
            self.lowest, self.steps_above = figures["lowest"], int(figures["steps_above"])
