"""An INT8 inference graph, and what INT8 changes.

Weights are quantised per output channel, the inputs of the products by scales that are fixed here,
from the ranges that they take on real rows (static quantisation): so a row's numbers do not depend
on the rows beside it, as they would with scales taken over a batch at run time. The piece table
keeps one scale a row; the heads stay in float32.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx

from postwright.decoder.constraints import Transitions
from postwright.decoder.viterbi import viterbi
from postwright.parser.tagger import TaggerSession
from postwright.text import Batch, Encoded, to_batch
from postwright.training.encoder import EncoderConfig
from postwright.training.onnx_graph import HEADS, Attention, build_graph
from postwright.training.onnx_nodes import Arrays, Range, matrix_of

__all__ = ["Parity", "batches_of", "compare", "observed_ranges", "quantized_graph"]

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


def quantized_graph(
    weights: Arrays,
    config: EncoderConfig,
    batches: Iterable[Batch],
    *,
    attention: Attention = "fused",
    facts: Mapping[str, Any] | None = None,
) -> onnx.ModelProto:
    """Build the INT8 graph of a tagger (about 1 s a thousand rows for `small`).

    Args:
        weights: the state dict of `Tagger`, as arrays.
        config: of the encoder that the weights belong to.
        batches: rows like those that it will see: they fix the scales of the activations.
        attention: as in `build_graph`.
        facts: as in `build_graph`.
    """
    plain = build_graph(weights, config, attention=attention, table="int8")
    ranges = observed_ranges(plain, batches)
    return build_graph(
        weights, config, attention=attention, table="int8", ranges=ranges, facts=facts
    )


def observed_ranges(graph: onnx.ModelProto, batches: Iterable[Batch]) -> dict[str, Range]:
    """The ranges of the inputs of all linear layers of a float32 graph but its heads.

    All layers that a range is found for will be INT8; without rows there are none.
    """
    suffix = matrix_of("")
    inputs = {
        node.input[1].removesuffix(suffix): node.input[0]
        for node in graph.graph.node
        if node.op_type == "MatMul" and node.input[1].endswith(suffix)
    }
    inputs = {name: x for name, x in inputs.items() if name not in HEADS}
    names = list(dict.fromkeys(inputs.values()))
    shown = onnx.ModelProto()
    shown.CopyFrom(graph)
    shown.graph.output.extend(onnx.ValueInfoProto(name=name) for name in names)
    session = TaggerSession(shown.SerializeToString(), labels=_width(graph))
    ranges: dict[str, Range] = {}
    for batch in batches:
        for _, values in session.outputs(batch, names):
            for name, x in inputs.items():
                low, high = ranges.get(name, (0.0, 0.0))
                found = values[names.index(x)]
                ranges[name] = min(low, float(found.min())), max(high, float(found.max()))
    return ranges


def _width(graph: onnx.ModelProto) -> int:
    """How many labels a graph scores."""
    return int(graph.graph.output[0].type.tensor_type.shape.dim[-1].dim_value)


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
