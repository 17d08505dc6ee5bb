"""The embedding part of the inference graph: pooled words, or pieces side by side."""

from __future__ import annotations

from typing import Literal

import numpy as np
from onnx import TensorProto, numpy_helper

from postwright.training.encoder import EncoderConfig
from postwright.training.onnx_nodes import MICROSOFT, Nodes, quantize_rows

__all__ = ["Table", "embed_pieces", "embed_words"]

Table = Literal["float32", "int8"]


def embed_words(graph: Nodes, config: EncoderConfig, table: Table) -> str:
    """Word-level: pool of pieces + shape + gap + position, [batch, words, dim]."""
    words = graph.add("Shape", "shapes", start=1, end=2)  # [1]
    position = graph.add(
        "Slice", graph.weight("embedding.position.weight"), graph.integers(0), words
    )  # [words, dim]
    shape = graph.add("Gather", graph.weight("embedding.shape.weight"), "shapes")
    gap = graph.add("Gather", graph.weight("embedding.gap.weight"), "gaps")
    marks = graph.add("Add", graph.add("Add", shape, gap), position)  # [batch, words, dim]
    return graph.add("Add", _pool(graph, config, table), marks)


def _pool(graph: Nodes, config: EncoderConfig, table: Table) -> str:
    """Gated mean over each word's real pieces, [batch, words, dim].

    Only real pieces are looked up, one after the other; their vectors are added to those of their
    words in the order of the text, whatever else stands in the batch.
    """
    found = graph.add("NonZero", "pieces")  # [3, real]: row, word and place in the word
    at = graph.add("Transpose", found, perm=[1, 0])  # [real, 3]
    vectors = _scaled(graph, *_look_up(graph, table, graph.add("GatherND", "pieces", at)))
    if config.pooling != "mean":
        place = graph.add("Gather", found, graph.constant("two", np.array(2)), axis=0)  # [real]
        gate = graph.add("Gather", graph.weight("embedding.gate.weight"), place)
        vectors = graph.add("Mul", vectors, gate)  # [real, dim]
    if config.pooling == "projected":
        projected = graph.linear("embedding.projection", vectors)
        vectors = graph.add("Gelu", projected, domain=MICROSOFT)
    size = graph.add("Concat", graph.add("Shape", "shapes"), graph.integers(config.dim), axis=0)
    word = graph.add("Slice", at, graph.integers(0), graph.integers(2), graph.integers(1))
    nothing = graph.add("ConstantOfShape", size)  # [batch, words, dim]
    sums = graph.add("ScatterND", nothing, word, vectors, reduction="add")
    return graph.add("Div", sums, _piece_counts(graph))


def _piece_counts(graph: Nodes) -> str:
    """How many pieces each word has, at least 1: float32 [batch, words, 1]."""
    real = graph.add("Cast", graph.add("Cast", "pieces", to=TensorProto.BOOL), to=TensorProto.FLOAT)
    counts = graph.add("ReduceSum", real, graph.integers(2), keepdims=1)
    return graph.add("Max", counts, graph.number(1.0))


def _look_up(graph: Nodes, table: Table, pieces: str) -> tuple[str, str | None]:
    """Vectors [..., dim] of pieces [...], and the scale [...] that each must still be given."""
    weight = "embedding.piece.weight"
    if table == "float32":
        return graph.add("Gather", graph.weight(weight), pieces), None
    rows, scales = quantize_rows(graph.weights[weight])
    small = graph.add("Gather", graph.constant("embedding.piece.int8", rows), pieces)
    scale = graph.add("Gather", graph.constant("embedding.piece.scale", scales), pieces)
    return graph.add("Cast", small, to=TensorProto.FLOAT), scale


def _scaled(graph: Nodes, vectors: str, scale: str | None) -> str:
    """Give the vectors [..., dim] their scale [...], if they have one."""
    if scale is None:
        return vectors
    return graph.add("Mul", vectors, graph.add("Unsqueeze", scale, graph.integers(-1)))


def embed_pieces(graph: Nodes, config: EncoderConfig, table: Table) -> tuple[str, str, str]:
    """Piece-level: the real pieces of each row side by side.

    Returns:
        Vectors [batch, positions, dim], ids [batch, positions] (0 is padding), and the position
        of each word's first piece [batch, words].
    """
    real = graph.add("Cast", graph.add("Cast", "pieces", to=TensorProto.BOOL), to=TensorProto.INT64)
    flat = graph.add("Reshape", real, graph.integers(0, -1))  # [batch, words * pieces]
    counts = graph.add("ReduceSum", flat, graph.integers(1), keepdims=0)  # [batch]
    longest = graph.add("ReduceMax", counts, graph.integers(0), keepdims=1)  # [1]
    length = graph.add("Max", longest, graph.integers(1))  # [1]
    lay = _Layout(graph, flat, length)
    ids = lay.out("pieces")  # [batch, positions]
    vectors = _scaled(graph, *_look_up(graph, table, ids))  # [batch, positions, dim]
    for name, marks in (("shape", "shapes"), ("gap", "gaps")):
        weight = graph.weight(f"embedding.{name}.weight")
        vectors = graph.add("Add", vectors, graph.add("Gather", weight, lay.out_by_word(marks)))
    places = _places(graph, config, length)  # [positions]
    position = graph.add("Gather", graph.weight("embedding.position.weight"), places)
    per_word = graph.add("ReduceSum", real, graph.integers(2), keepdims=0)  # [batch, words]
    before = graph.add("Sub", graph.add("CumSum", per_word, graph.integers(1)), per_word)
    first = graph.add("Min", before, graph.add("Sub", length, graph.integers(1)))
    return graph.add("Add", vectors, position), ids, first


def _places(graph: Nodes, config: EncoderConfig, length: str) -> str:
    """Position ids [positions]; all beyond the last one share it."""
    zero, one = (graph.constant(f"scalar_{n}", np.array(n, np.int64)) for n in (0, 1))
    stop = graph.add("Squeeze", length, graph.integers(0))
    places = graph.add("Range", zero, stop, one)
    return graph.add("Min", places, graph.integers(config.positions - 1))


class _Layout:
    """Moves values of the real pieces to the front of their rows, in their order."""

    def __init__(self, graph: Nodes, real: str, length: str) -> None:
        """Find out where each real piece of `real` [batch, words * pieces] goes."""
        self._graph = graph
        batch = graph.add("Shape", real, start=0, end=1)  # [1]
        self._shape = graph.add("Concat", batch, length, axis=0)  # [2]: batch, positions
        found = graph.add("NonZero", real)  # [2, real pieces]
        self._from = graph.add("Transpose", found, perm=[1, 0])  # [real pieces, 2]
        after = graph.add("CumSum", real, graph.integers(1))
        place = graph.add("Sub", graph.add("GatherND", after, self._from), graph.integers(1))
        row = graph.add("Gather", self._from, graph.integers(0), axis=1)  # [real pieces, 1]
        column = graph.add("Unsqueeze", place, graph.integers(1))  # [real pieces, 1]
        self._to = graph.add("Concat", row, column, axis=1)  # [real pieces, 2]

    def out(self, values: str) -> str:
        """Lay out values int32 [batch, words, pieces] as [batch, positions], 0 at padding."""
        graph = self._graph
        flat = graph.add("Reshape", values, graph.integers(0, -1))
        nothing = numpy_helper.from_array(np.zeros(1, np.int32))
        empty = graph.add("ConstantOfShape", self._shape, value=nothing)
        return graph.add("ScatterND", empty, self._to, graph.add("GatherND", flat, self._from))

    def out_by_word(self, values: str) -> str:
        """Lay out values int32 [batch, words], each repeated for every piece of its word."""
        graph = self._graph
        column = graph.add("Unsqueeze", values, graph.integers(2))  # [batch, words, 1]
        return self.out(graph.add("Expand", column, graph.add("Shape", "pieces")))
