"""INT8 weights for the inference graph, and what they change.

Matrix products are quantised per output channel, their inputs at run time (dynamic quantisation);
the piece table keeps one scale a row; the products of the heads stay in float32.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic

from postwright.decoder.constraints import Transitions
from postwright.decoder.viterbi import viterbi
from postwright.parser.tagger import TaggerSession
from postwright.text import Batch, Encoded, to_batch
from postwright.training.onnx_graph import COUNTRY_HEAD, HEAD

__all__ = ["Parity", "batches_of", "compare", "quantize_model"]

BATCH_ROWS = 32

Emissions = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Parity:
    """How far a graph is from its reference on the same rows.

    Attributes:
        rows: rows compared; each at its own length with rows of about that length.
        words: their words.
        argmax_changed: share of words whose highest emission is another label.
        labels_changed: share of words whose label on the Viterbi path is another.
        rows_changed: share of rows in which any word's Viterbi label is another.
        largest_difference: between two emissions.
        mean_difference: mean absolute difference of all emissions.
    """

    rows: int
    words: int
    argmax_changed: float
    labels_changed: float
    rows_changed: float
    largest_difference: float
    mean_difference: float

    def to_json(self) -> dict[str, Any]:
        """The figures as plain numbers, rounded to 6 places."""
        return {name: round(value, 6) for name, value in asdict(self).items()}


def quantize_model(model: onnx.ModelProto, path: Path, *, reduce_range: bool = True) -> None:
    """Quantise the matrix products of a graph to INT8 and write it (about 1 s for `small`).

    Args:
        model: a graph of `build_graph`, with its int8 piece table.
        path: the file to write.
        reduce_range: use 7 of the 8 bits of a weight, so that the 16-bit sums of CPUs without
            VNNI (most laptops before 2020) cannot saturate.
    """
    with _quiet():
        quantize_dynamic(
            model,
            path,
            op_types_to_quantize=["MatMul", "Attention"],
            nodes_to_exclude=[HEAD, COUNTRY_HEAD],
            per_channel=True,
            reduce_range=reduce_range,
            weight_type=QuantType.QInt8,
            extra_options={
                "MatMulConstBOnly": True,
                # Types are not inferred through com.microsoft operators.
                "DefaultTensorType": onnx.TensorProto.FLOAT,
            },
        )


@contextmanager
def _quiet() -> Iterator[None]:
    """Silence the quantiser's advice to run a shape inference that this graph cannot pass."""
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.ERROR)
    try:
        yield
    finally:
        root.setLevel(level)


def compare(
    reference: Path, model: Path, batches: Iterable[Batch], transitions: Transitions
) -> Parity:
    """Run two graphs on the same batches, as a parser would, and count what changes.

    Args:
        reference: the graph that is believed.
        model: the graph in question.
        batches: at least one row and one word wide each.
        transitions: the learned transitions with the penalties of illegal moves.
    """
    trusted, tested = (TaggerSession(path, labels=len(transitions)) for path in (reference, model))
    return _join([_differences(trusted, tested, batch, transitions) for batch in batches])


def batches_of(rows: Sequence[Encoded], *, batch_rows: int = BATCH_ROWS) -> list[Batch]:
    """Put rows of like length together, as a parser does; rows without words are left out."""
    ordered = sorted((row for row in rows if len(row)), key=len)
    return [
        to_batch(ordered[first : first + batch_rows])
        for first in range(0, len(ordered), batch_rows)
    ]


@dataclass(frozen=True)
class _Differences:
    """Counts of one batch."""

    argmax: npt.NDArray[np.bool_]  # [words of the batch]
    labels: npt.NDArray[np.bool_]  # [words of the batch]
    rows: npt.NDArray[np.bool_]  # [batch]
    emissions: Emissions  # [words of the batch, labels]


def _differences(
    reference: TaggerSession,
    model: TaggerSession,
    batch: Batch,
    transitions: Transitions,
) -> _Differences:
    """Compare the two graphs on one batch."""
    mask = batch.mask
    ours, theirs = model.emissions(batch), reference.emissions(batch)
    paths = [viterbi(each, mask, transitions)[0] for each in (ours, theirs)]
    changed = (paths[0] != paths[1]) & mask  # [batch, words]
    return _Differences(
        argmax=(ours.argmax(2) != theirs.argmax(2))[mask],
        labels=changed[mask],
        rows=changed.any(1),
        emissions=np.abs(ours - theirs)[mask],
    )


def _join(parts: Sequence[_Differences]) -> Parity:
    """Shares over all batches; zeros where there are none."""
    if not parts:
        return Parity(0, 0, 0.0, 0.0, 0.0, 0.0, 0.0)
    argmax, labels, rows = (
        np.concatenate([getattr(part, name) for part in parts])
        for name in ("argmax", "labels", "rows")
    )
    differences = np.concatenate([part.emissions for part in parts])
    return Parity(
        rows=len(rows),
        words=len(labels),
        argmax_changed=float(argmax.mean()),
        labels_changed=float(labels.mean()),
        rows_changed=float(rows.mean()),
        largest_difference=float(differences.max()),
        mean_difference=float(differences.mean()),
    )
