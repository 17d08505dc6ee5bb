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
from typing import Any, NamedTuple

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

__all__ = ["Parity", "balance", "batches_of", "compare", "observe", "quantized_graph"]

BATCH_ROWS = 32

#: A channel that was hardly ever used is not blown up: some other row may use it.
_LEAST_CHANNEL = 0.01

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
    seen = observe(build_graph(weights, config, attention=attention, table="int8"), batches)
    balanced, ranges = balance(weights, config, seen)
    return build_graph(
        balanced, config, attention=attention, table="int8", ranges=ranges, facts=facts
    )


class Extremes(NamedTuple):
    """The least and greatest values of each channel of an activation, 0 among them.

    Attributes:
        low: float32 [channels].
        high: float32 [channels].
    """

    low: npt.NDArray[np.float32]
    high: npt.NDArray[np.float32]

    @property
    def range(self) -> Range:
        """Those of all channels together."""
        return float(self.low.min()), float(self.high.max())


def observe(graph: onnx.ModelProto, batches: Iterable[Batch]) -> dict[str, Extremes]:
    """What the inputs of the linear layers of a float32 graph come to; its heads are left out.

    Without rows there are none.
    """
    suffix = matrix_of("")
    inputs = {
        node.input[1].removesuffix(suffix): node.input[0]
        for node in graph.graph.node
        if node.op_type == "MatMul" and node.input[1].endswith(suffix)
    }
    inputs = {name: x for name, x in inputs.items() if name not in HEADS}
    shown = onnx.ModelProto()
    shown.CopyFrom(graph)
    shown.graph.output.extend(onnx.ValueInfoProto(name=x) for x in inputs.values())
    session = TaggerSession(shown.SerializeToString(), labels=_width(graph))
    found: dict[str, Extremes] = {}
    for batch in batches:
        for _, values in session.outputs(batch, list(inputs.values())):
            for name, x in zip(inputs, values, strict=True):
                flat = x.reshape(-1, x.shape[-1])  # [vectors, channels]
                low, high = found.get(name, (np.float32(0), np.float32(0)))
                found[name] = Extremes(
                    np.minimum(low, flat.min(axis=0)), np.maximum(high, flat.max(axis=0))
                )
    return found


def balance(
    weights: Arrays, config: EncoderConfig, seen: Mapping[str, Extremes]
) -> tuple[dict[str, npt.NDArray[np.float32]], dict[str, Range]]:
    """Give every channel of an activation the whole range of a byte, where that costs nothing.

    A channel is divided by its largest value where it is made, and the next layer's weights for it
    are multiplied by the same: the model computes what it did (SmoothQuant, Xiao et al. 2023, with
    alpha = 1). It is made by a LayerNorm, or by the value projection of attention, which mixes
    words and not channels. What GELU gives cannot be divided before it.

    Returns:
        The weights, and the ranges of the layers that were seen.
    """
    changed = {name: value.copy() for name, value in weights.items()}
    ranges = {name: extremes.range for name, extremes in seen.items()}
    for layer in range(config.layers if seen else 0):
        block = f"blocks.{layer}"
        qkv, output = f"{block}.attention.qkv", f"{block}.attention.output"
        makers = {
            qkv: (f"{block}.attention_norm", slice(None)),
            f"{block}.widen": (f"{block}.mlp_norm", slice(None)),
            output: (qkv, slice(2 * config.dim, None)),  # the rows of the values
        }
        for name, (maker, rows) in makers.items():
            low, high = seen[name]
            size = np.maximum(high, -low)  # [channels]
            size = np.maximum(size, _LEAST_CHANNEL * size.max())
            part = changed[f"{maker}.weight"][rows]
            part /= size[:, None] if part.ndim == 2 else size
            changed[f"{maker}.bias"][rows] /= size
            changed[f"{name}.weight"] *= size
            ranges[name] = Extremes(low / size, high / size).range
    return changed, ranges


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
