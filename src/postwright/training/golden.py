"""Score the weights of a run on golden rows, as the parser that is made of them would answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
import torch

from postwright.decoder import word_spans
from postwright.decoder.constraints import Transitions
from postwright.decoder.viterbi import viterbi
from postwright.diagnostics.evaluation import judge, predict
from postwright.diagnostics.results import Prediction
from postwright.diagnostics.scores import Counts, Sums
from postwright.errors import TrainingError
from postwright.golden import GoldenRow, load
from postwright.labels import LabelSet
from postwright.parser import STAGES, Parser, replace_stage
from postwright.parser.model import Model as ParserModel
from postwright.parser.rows import Rows as ParserRows
from postwright.parser.rows import WordReading
from postwright.parser.tagger import Scores
from postwright.text import Batch, Tokenizer

__all__ = [
    "LEAST_SUPPORT",
    "GoldenScores",
    "GoldenSet",
    "golden_scores",
    "read_counts",
    "write_counts",
]

LEAST_SUPPORT = 20
"""Golden spans that a tag must have to count in macro F1: fewer say little and move it much."""


@dataclass(frozen=True)
class GoldenScores:
    """Scores on golden rows under the ``folded`` rule, without intervals.

    Attributes:
        rows: how many rows were judged.
        micro_f1: over the spans of all tags.
        macro_f1: mean over the tags with at least `LEAST_SUPPORT` golden spans.
        exact: share of rows without fault.
        per_tag: F1 of every tag that has golden spans.
        counts: what every row adds, in the order of the golden files.
    """

    rows: int
    micro_f1: float
    macro_f1: float
    exact: float
    per_tag: dict[str, float]
    counts: Counts = field(compare=False, repr=False)

    def __str__(self) -> str:
        return (
            f"golden: macro F1 {self.macro_f1:.4f}, micro F1 {self.micro_f1:.4f}, whole rows "
            f"{self.exact:.4f} on {self.rows:,} rows"
        )

    def record(self) -> dict[str, Any]:
        """The figures as they go to the log, rounded to 5 places."""
        return {
            "golden_rows": self.rows,
            "golden_micro_f1": round(self.micro_f1, 5),
            "golden_macro_f1": round(self.macro_f1, 5),
            "golden_exact": round(self.exact, 5),
            "golden_per_tag": {tag: round(f1, 5) for tag, f1 in self.per_tag.items()},
        }


class GoldenSet:
    """The golden rows of one split, ready to be parsed and judged again and again."""

    def __init__(self, rows: list[GoldenRow], tokenizer: Tokenizer, label_set: LabelSet) -> None:
        self.rows = rows
        self._tokenizer = tokenizer
        self._label_set = label_set

    @classmethod
    def open(
        cls, path: Path, tokenizer: Tokenizer, label_set: LabelSet, *, split: str = "dev"
    ) -> GoldenSet:
        """Read the rows of a split, adversarial ones included.

        Raises:
            InputError: a file cannot be read.
            TrainingError: no row is of that split.
        """
        rows = [row for row in load(path) if row.split == split]
        if not rows:
            raise TrainingError(f"data.golden = {str(path)!r}: no row of the split {split!r}")
        return cls(rows, tokenizer, label_set)

    def score(
        self, emit: Callable[[Batch], torch.Tensor], transitions: Transitions
    ) -> GoldenScores:
        """Parse all rows and judge them; about 2 ms a row with `small` on two cores.

        Args:
            emit: arrays → emissions [batch, words, labels], on any device.
            transitions: the learned transitions with the penalties of illegal moves.

        Raises:
            TrainingError: a stage of the parser failed.
        """
        model = ParserModel(
            path=Path(),
            tokenizer=self._tokenizer,
            tagger=_Emitter(emit),
            transitions=transitions,
            label_set=self._label_set,
        )
        parser = Parser(model, stages=replace_stage(STAGES, _DECODE, name="decode"))
        predictions = predict(parser, self.rows)
        _refuse_failures(self.rows, predictions)
        judged = judge("run", self.rows, predictions, label_set=self._label_set)
        return golden_scores(judged.counts)


class _Emitter:
    """The model in training where the parser expects an exported graph."""

    def __init__(self, emit: Callable[[Batch], torch.Tensor]) -> None:
        self._emit = emit

    def score(self, batch: Batch) -> Scores:
        """Score of every label for every word, [batch, words, labels]."""
        return Scores(self._emit(batch).float().cpu().numpy())


def _decode_rows(rows: ParserRows, model: ParserModel) -> None:
    """Find the best label path of every row, as the parser does, and not how probable it is.

    Nor is a row of a close choice tagged again by itself: emissions in fp32 do not depend on the
    rows beside it.
    """
    rows.readings = [None] * len(rows.texts)
    rows.next_readings = [[] for _ in rows.texts]
    for group in rows.groups:
        paths, _ = viterbi(group.emissions, group.mask, model.transitions)
        for member, path, words in zip(
            group.members.tolist(), paths.tolist(), group.lengths, strict=True
        ):
            spans = word_spans(path[:words], model.label_set)
            rows.readings[member] = WordReading(spans, [1.0] * len(spans), 1.0)


_DECODE = replace(next(stage for stage in STAGES if stage.name == "decode"), run=_decode_rows)


def _refuse_failures(rows: list[GoldenRow], predictions: list[Prediction]) -> None:
    """The parser turns what a stage raises into data; here it is an error of the run."""
    for row, prediction in zip(rows, predictions, strict=True):
        if prediction.error is not None and prediction.error.startswith("stage "):
            raise TrainingError(f"cannot parse the golden row {row.id}: {prediction.error}")


def golden_scores(counts: Counts) -> GoldenScores:
    """Sum what every row adds; tags without golden spans count in micro F1 alone."""
    sums = Sums(counts.tags, counts.table.sum(axis=0))
    support = sums.hits + sums.missing  # [tags]
    hits, faults = sums.hits.sum(), (sums.wrong + sums.missing).sum()
    counted = support >= LEAST_SUPPORT
    f1 = sums.f1  # [tags]
    return GoldenScores(
        rows=int(sums.rows),
        micro_f1=float(2 * hits / max(1, 2 * hits + faults)),
        macro_f1=float(f1[counted].mean()) if counted.any() else 0.0,
        exact=float(sums.exact),
        per_tag={
            tag: score
            for tag, score, there in zip(sums.tags, f1.tolist(), support.tolist(), strict=True)
            if there
        },
        counts=counts,
    )


def write_counts(counts: Counts, path: Path) -> None:
    """Keep what every row adds, for intervals and comparisons later (about 20 kB).

    Raises:
        TrainingError: the file cannot be written.
    """
    held = {each.name: getattr(counts, each.name) for each in fields(counts)}
    writing = path.with_name(f".writing-{path.name}")
    try:
        with writing.open("wb") as file:
            np.savez_compressed(file, allow_pickle=False, **held)
        writing.replace(path)
    except OSError as error:
        raise TrainingError(f"cannot write {path}: {error.strerror or error}") from error


def read_counts(path: Path) -> Counts:
    """What `write_counts` kept.

    Raises:
        TrainingError: the file is not there, or damaged.
    """
    try:
        with np.load(path) as held:
            columns = {name: held[name] for name in held.files if name != "tags"}
            return Counts(tags=tuple(held["tags"].tolist()), **columns)
    except (OSError, ValueError, KeyError, TypeError, BadZipFile) as error:
        raise TrainingError(f"cannot read {path}: {error}") from error
