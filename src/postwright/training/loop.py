"""A training run from first to last: settings, set-up, data, loop.

Weights, optimiser state and the CRF are fp32, unless an experiment's `[precision]` says otherwise;
only the encoder's matrix products run in bf16.
What happens at a step is a function of the weights, the seed and the step's number, so a run
that was killed goes on as if nothing had been.
"""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import reduce
from operator import add
from pathlib import Path
from typing import TextIO

import numpy as np
import torch
from torch import Tensor, nn

from postwright.errors import TrainingError
from postwright.training import checkpoint
from postwright.training.checkpoint import RunState
from postwright.training.data import Prefetched
from postwright.training.devices import to_device
from postwright.training.golden import write_counts
from postwright.training.loss import LossParts, country_weight, dual_loss, loss_weights
from postwright.training.noise import add_noise
from postwright.training.norms import loss_norms, second_moments
from postwright.training.progress import Progress, RunLog, Speedometer, step_record
from postwright.training.ranks import joined
from postwright.training.recipe import Recipe
from postwright.training.resume import resume, save
from postwright.training.rolling import RollingRows
from postwright.training.schedule import rate_at
from postwright.training.scoring import score, score_golden
from postwright.training.setup import Model, Run, set_up
from postwright.training.stability import StepFigures
from postwright.training.warm_start import warm_start

__all__ = ["COUNTS", "Outcome", "train"]

COUNTS = "golden.npz"
"""In a run directory: what every golden row added at the last validation."""


@dataclass(frozen=True)
class Outcome:
    """How a run ended: its last and its best checkpoint, and the best macro F1."""

    latest: Path
    best: Path | None
    best_score: float | None
    state: RunState


@dataclass(frozen=True)
class Example:
    """This rank's share of one micro-batch, as tensors on the device."""

    pieces: Tensor  # int32 [batch, words, pieces]
    shapes: Tensor  # int32 [batch, words]
    gaps: Tensor  # int32 [batch, words]
    labels: Tensor  # int64 [batch, words]
    mask: Tensor  # bool [batch, words]
    row_weights: Tensor | None  # float32 [batch]
    words: int  # of all ranks
    countries: Tensor | None = None  # int64 [batch], -1 where unknown


# ---------------------------------------------------------------------------------- settings


def train(
    recipe: Recipe,
    directory: Path,
    *,
    stream: TextIO,
    allow_changes: bool = False,
    init: Path | None = None,
) -> Outcome:
    """Train, or go on with the run that ``directory`` holds.

    Args:
        recipe: the checked recipe.
        directory: the run directory; made if it is not there, and seen by all ranks.
        stream: where progress is shown (stderr).
        allow_changes: go on even if settings that bend the curve are not those of the start.
        init: weights to begin with (`warm_start`); a run that goes on has its own.

    Raises:
        TrainingError: data do not fit, the run diverges, the disk is full, a checkpoint is
            damaged. The last good checkpoint stays in every case.
        ConfigError: other settings than those the run was begun with.
    """
    with _numerics(recipe), joined(recipe.train.device) as ranks:
        run = set_up(recipe, directory, ranks)
        resume(run, allow_changes=allow_changes)
        progress = Progress(stream if ranks.writes else io.StringIO(), steps=recipe.train.steps)
        progress.note(_opening(run))
        if init is not None and not run.state.step:
            taken = warm_start(run, init)
            run.facts["init"] = {
                "file": init.name,
                "sha256": taken.digest,
                "runs": list(taken.runs),
            }
            progress.note(f"{init}: {taken}")
        log = RunLog(directory / "log.jsonl" if ranks.writes else None, resume_step=run.state.step)
        try:
            loop(run, log, progress)
        except TrainingError as error:
            raise TrainingError(f"{error}. {_last_good(directory)}") from error
        finally:
            log.close()
        return _outcome(run)


@contextmanager
def _numerics(recipe: Recipe) -> Iterator[None]:
    """Fix the number of threads, which the bits of a sum depend on, while the run lasts."""
    threads = torch.get_num_threads()
    torch.set_num_threads(recipe.train.threads)
    try:
        yield
    finally:
        torch.set_num_threads(threads)


# -------------------------------------------------------------------------------------- data


def examples_of_step(run: Run, step: int) -> list[Example]:
    """The micro-batches of step ``step`` (the first is 0)."""
    many = run.recipe.train.accumulation
    return [example(run, number) for number in range(step * many, (step + 1) * many)]


def example(run: Run, number: int) -> Example:
    """Micro-batch ``number`` as tensors on the run's device."""
    whole = run.order.rows_of(number)
    places = np.arange(run.ranks.rank, len(whole), run.ranks.size)  # rows of like length each
    rows = whole[places]
    batch, labels = run.train_rows.read(rows)
    batch = add_noise(
        batch, run.recipe.noise, seed=run.recipe.train.seed, number=number, places=places
    )
    weights, countries = run.train_rows.weights(rows), run.train_rows.countries(rows)
    return Example(
        pieces=to_device(batch.pieces, run.device),
        shapes=to_device(batch.shapes, run.device),
        gaps=to_device(batch.gaps, run.device),
        labels=to_device(labels, run.device),
        mask=to_device(batch.mask, run.device),
        row_weights=None if weights is None else to_device(weights, run.device),
        words=run.order.words_of(whole),
        countries=None if countries is None else to_device(countries, run.device),
    )


# -------------------------------------------------------------------------------------- loop


def loop(run: Run, log: RunLog, progress: Progress) -> None:
    """Step after step to the end of the recipe; log, validate and save when it is time."""
    settings = run.recipe.train
    speedometer = Speedometer()
    began = time.monotonic() - run.state.seconds
    first, last = run.state.step, settings.steps
    if first < last:
        log.write("start", first)
    ahead = Prefetched(
        lambda step: examples_of_step(run, step),
        first=first,
        last=last,
        patience=60 * run.recipe.data.wait_minutes,
        on_wait=lambda words: progress.note(f"waiting: {words}"),
    )
    with ahead as steps:
        for step, examples in enumerate(steps, start=first):
            if run.ranks.writes and settings.norms_every and not (step + 1) % settings.norms_every:
                progress.norms = norms_before_step(run, step, examples[0])
                log.write("norms", step + 1, **progress.norms)
            figures = take_step(run, step, examples)
            rows = settings.batch_size * settings.accumulation
            run.state = replace(
                run.state,
                step=step + 1,
                rows_seen=run.state.rows_seen + rows,
                seconds=time.monotonic() - began,
                watch=run.watch.figures(),
            )
            if not run.ranks.writes:
                continue
            speedometer.add(rows, sum(item.words for item in examples))
            report(run, figures, log, progress, speedometer)
            if is_due(step + 1, settings.validate_every, last):
                validate_and_keep_best(run, log, progress)
                speedometer.pause()
            if is_due(step + 1, settings.checkpoint_every, last):
                save(run)
                speedometer.pause()


def is_due(done: int, every: int, last: int) -> bool:
    """Whether something that happens every so many steps, and at the end, happens now."""
    return done % every == 0 or done == last


def take_step(run: Run, step: int, examples: list[Example]) -> StepFigures:
    """One optimiser step over all micro-batches; raises `TrainingError` if it went wrong."""
    settings = run.recipe.train
    # Dropout is a function of seed and step, and another one on each rank.
    torch.manual_seed(step_seed(settings.seed, step, run.ranks.rank))
    for group in run.optimizer.param_groups:
        group["lr"] = rate_at(step, settings)
    run.optimizer.zero_grad(set_to_none=True)
    parts = accumulate_gradients(run, examples)
    norm = nn.utils.clip_grad_norm_(run.model.parameters(), settings.clip)
    shown = (parts.total, parts.ce, parts.crf, norm.float(), parts.country)
    values = torch.stack(shown).tolist()
    figures = StepFigures(step + 1, *values)
    run.watch.check_finite(figures)
    run.optimizer.step()
    if run.average is not None:
        move_average(run.average, run.model, decay=settings.ema_decay, step=step)
    run.watch.update(figures)
    return figures


def step_seed(seed: int, step: int, rank: int = 0) -> int:
    """A seed of 32 bits for one step of a run, on one rank."""
    key = (seed, step, rank) if rank else (seed, step)
    return int(np.random.SeedSequence(key).generate_state(1)[0])


def accumulate_gradients(run: Run, examples: list[Example]) -> LossParts:
    """Backward through every micro-batch of every rank.

    Gradients and losses are those of one large batch: the sums of all micro-batches and ranks
    over the weights of all of them.
    """
    weights = [example_weights(run, item) for item in examples]
    mine = [torch.stack(column).sum() for column in zip(*weights, strict=True)]
    whole = run.ranks.add_up(mine)
    parts = []
    for item in examples:
        part = forward_loss(run, item)
        part.over(*whole).total.backward()  # type: ignore[no-untyped-call]
        parts.append(part.detach())
    run.ranks.add_gradients(run.model.parameters())
    total = reduce(add, parts)
    return total.with_sums(run.ranks.add_up(total.sums()))


def example_weights(run: Run, item: Example) -> tuple[Tensor, Tensor, Tensor]:
    """What the three sums of a micro-batch are divided by: labels, CRF, country."""
    labels, crf = loss_weights(item.labels, item.mask, run.loss, row_weights=item.row_weights)
    if item.countries is None:
        return labels, crf, torch.zeros_like(labels)
    return labels, crf, country_weight(item.countries, row_weights=item.row_weights)


def forward_loss(run: Run, item: Example) -> LossParts:
    """The dual loss of one micro-batch; only the encoder runs under autocast."""
    use_bf16 = run.recipe.train.autocast == "bfloat16"
    with torch.autocast(run.device.type, dtype=torch.bfloat16, enabled=use_bf16):
        # [batch, words, labels] and [batch, countries]
        emissions, logits = run.model.tagger.with_countries(item.pieces, item.shapes, item.gaps)
    return dual_loss(
        emissions,
        item.labels,
        item.mask,
        run.model.crf,
        run.loss,
        row_weights=item.row_weights,
        country_logits=logits,
        countries=item.countries,
    )


@torch.no_grad()
def move_average(average: Model, model: Model, *, decay: float, step: int) -> None:
    """Move the average of the weights towards them; faster in the first steps."""
    decay = min(decay, (1 + step) / (10 + step))
    for mean, weight in zip(average.parameters(), model.parameters(), strict=True):
        mean.lerp_(weight.to(mean.dtype), 1 - decay)


def norms_before_step(run: Run, step: int, item: Example) -> dict[str, float]:
    """What both losses pull with on a step's first micro-batch of this rank, and AdamW's memory.

    One more forward and two more backward passes; they leave no trace in the run, whose draws are
    set anew at each step.
    """
    torch.manual_seed(step_seed(run.recipe.train.seed, step, run.ranks.rank))
    return {**loss_norms(run.model, forward_loss(run, item)), **second_moments(run)}


def report(
    run: Run, figures: StepFigures, log: RunLog, progress: Progress, speedometer: Speedometer
) -> None:
    """Show the step, and log it when it is time."""
    settings = run.recipe.train
    rate = rate_at(figures.step - 1, settings)
    speed = speedometer.read(steps_left=settings.steps - figures.step)
    progress.show(figures, rate, speed)
    if is_due(figures.step, settings.log_every, settings.steps):
        log.write("step", figures.step, **step_record(figures, rate, speed, run.state.seconds))


def validate_and_keep_best(run: Run, log: RunLog, progress: Progress) -> None:
    """Score the weights (their average, if one is kept); a new best is saved at once.

    Best is the highest macro F1 on the golden rows, where the recipe names some, and on the
    development rows elsewhere.
    """
    result, golden = score(run), score_golden(run)
    record, judged, rows = result.record(), result.macro_f1, "development rows"
    progress.note(f"step {run.state.step}: {result}")
    if golden is not None:
        record, judged, rows = {**record, **golden.record()}, golden.macro_f1, "golden rows"
        write_counts(golden.counts, run.directory / COUNTS)
        progress.note(f"step {run.state.step}: {golden}")
    log.write("validation", run.state.step, **record)
    is_rival = run.state.best_on in ("", rows)  # "": a checkpoint that does not say
    before = run.state.best_score if is_rival else None
    if before is None or judged > before:
        run.state = replace(run.state, best_score=judged, best_step=run.state.step, best_on=rows)
        checkpoint.point(run.directory, "best", save(run))


# ------------------------------------------------------------------------------------- words


def _opening(run: Run) -> str:
    weights = sum(weight.numel() for weight in run.model.parameters())
    settings = run.recipe.train
    seen = settings.steps * settings.batch_size * settings.accumulation
    many = f", {run.ranks.size} processes" if run.ranks.size > 1 else ""
    so_far = " so far" if isinstance(run.train_rows, RollingRows) else ""
    start = f"goes on after step {run.state.step}" if run.state.step else "starts"
    return (
        f"{run.directory} {start}: {weights / 1e6:.2f} M weights on {run.device.type}{many}, "
        f"{run.train_rows.rows:,} rows{so_far}, {settings.steps:,} steps = "
        f"{seen / run.train_rows.rows:.2f} passes over them"
    )


def _last_good(directory: Path) -> str:
    found = checkpoint.checkpoints(directory)
    return f"Last good checkpoint: {found[-1]}" if found else "No checkpoint was written yet"


def _outcome(run: Run) -> Outcome:
    best = run.directory / "best"
    return Outcome(
        latest=run.directory / "latest",
        best=best if best.exists() else None,
        best_score=run.state.best_score,
        state=run.state,
    )
