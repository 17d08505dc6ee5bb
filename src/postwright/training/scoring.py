"""Score the weights of a run: on its development rows, and on golden rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor

from postwright.text import Batch
from postwright.training.devices import to_device
from postwright.training.golden import GoldenScores
from postwright.training.setup import Model, Run
from postwright.training.validate import Validation, validate

__all__ = ["score", "score_golden"]


def score(run: Run) -> Validation:
    """Validate on the run's sample of development rows, in fp32 and without dropout."""
    with judged_model(run) as model:
        return validate(
            run.validation,
            run.dev_rows.read,
            lambda batch: outputs_of(model, batch, run.device),
            model.transitions(),
            run.label_set,
            countries=run.dev_rows.countries,
        )


def score_golden(run: Run) -> GoldenScores | None:
    """Parse and judge the golden rows; None where the recipe names none."""
    if run.golden is None:
        return None
    with judged_model(run) as model:
        return run.golden.score(
            lambda batch: outputs_of(model, batch, run.device)[0], model.transitions()
        )


@contextmanager
def judged_model(run: Run) -> Iterator[Model]:
    """The weights that are judged and exported: their average, if one is kept; no gradients."""
    model = run.average if run.average is not None else run.model
    model.eval()
    try:
        with torch.no_grad():
            yield model
    finally:
        model.train()


def outputs_of(model: Model, batch: Batch, device: torch.device) -> tuple[Tensor, Tensor | None]:
    """Emissions [batch, words, labels] and, with a head for them, logits [batch, countries]."""
    arrays = (batch.pieces, batch.shapes, batch.gaps)
    outputs: tuple[Tensor, Tensor | None] = model.tagger.with_countries(
        *(to_device(array, device) for array in arrays)
    )
    return outputs
