"""The inference graph, built node by node from the weights: nothing is traced.

The graph says what `Tagger.forward` says, for the word-level encoder, in operators that ONNX
Runtime runs fast on a CPU: embed, blocks, head. Attention is one fused operator
(`com.microsoft.Attention`) or its parts; the piece table is float32, or int8 with one scale a row.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from postwright.errors import ConfigError
from postwright.training.encoder import MASKED_SCORE, EncoderConfig

__all__ = ["HEAD", "Arrays", "Attention", "Table", "build_graph", "quantize_rows"]

OPSET = 17
MICROSOFT = "com.microsoft"
HEAD = "emissions_product"
"""The matrix product that makes the emissions; it stays in float32 when the rest is quantised."""

LAYER_NORM_EPSILON = 1e-5

Arrays = Mapping[str, npt.NDArray[np.float32]]
Attention = Literal["fused", "decomposed"]
Table = Literal["float32", "int8"]


def build_graph(
    weights: Arrays,
    config: EncoderConfig,
    *,
    attention: Attention = "fused",
    table: Table = "float32",
    facts: Mapping[str, Any] | None = None,
) -> onnx.ModelProto:
    """Build the ONNX model of a word-level tagger (about 0.1 s).

    Inputs are `pieces` int32 [batch, words, pieces], `shapes` and `gaps` int32 [batch, words],
    0 is padding, every axis free. The output is `emissions` float32 [batch, words, labels].

    Args:
        weights: the state dict of `Tagger`, as arrays.
        config: of the encoder that the weights belong to.
        attention: one fused operator a layer, or matrix products and a softmax.
        table: how the piece embeddings are stored; int8 is a quarter of the size.
        facts: what else to write into the model's metadata (values become JSON).

    Raises:
        ConfigError: the encoder is a piece-level one.
    """
    if config.level != "word":
        raise ConfigError(
            "level = 'piece': only word-level encoders are exported; train with 'word'"
        )
    graph = _Graph(weights)
    x = _embed(graph, config, table)  # [batch, words, dim]
    mask = _attention_mask(graph, attention)
    for layer in range(config.layers):
        x = _block(graph, config, f"blocks.{layer}", x, mask, attention)
    graph.linear("head", graph.norm("norm", x), as_name="emissions")
    return _model(graph, config, facts or {})


@dataclass
class _Graph:
    """Nodes and constants as they are added; `weights` bear their names in the `Tagger`."""

    weights: Arrays
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: dict[str, onnx.TensorProto] = field(default_factory=dict)

    def add(
        self, operator: str, *inputs: str, name: str = "", domain: str = "", **attributes: Any
    ) -> str:
        """Append a node and return the name of its output."""
        name = name or f"{operator.lower()}_{len(self.nodes)}"
        node = helper.make_node(
            operator, list(inputs), [name], name=name, domain=domain, **attributes
        )
        self.nodes.append(node)
        return name

    def constant(self, name: str, value: npt.NDArray[Any]) -> str:
        """Keep an array under a name, once."""
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.asarray(value, order="C"), name)
        return name

    def integers(self, *values: int) -> str:
        """A one-dimensional int64 constant."""
        return self.constant("int64_" + "_".join(map(str, values)), np.array(values, np.int64))

    def number(self, value: float) -> str:
        """A float32 scalar constant."""
        return self.constant(f"float_{value}", np.array(value, np.float32))

    def weight(self, name: str) -> str:
        """A weight as it is in the Tagger."""
        return self.constant(name, self.weights[name])

    def linear(self, name: str, x: str, *, as_name: str = "") -> str:
        """X @ weight.T + bias, as MatMul and Add: the pair that dynamic quantisation knows."""
        matrix = self.constant(f"{name}.weight.T", self.weights[f"{name}.weight"].T)
        product = self.add("MatMul", x, matrix, name=as_name and f"{as_name}_product")
        return self.add("Add", product, self.weight(f"{name}.bias"), name=as_name)

    def norm(self, name: str, x: str) -> str:
        """LayerNorm over the last axis."""
        scale, bias = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.add("LayerNormalization", x, scale, bias, axis=-1, epsilon=LAYER_NORM_EPSILON)


def _embed(graph: _Graph, config: EncoderConfig, table: Table) -> str:
    """Pool of pieces + shape + gap + position, [batch, words, dim]."""
    words = graph.add("Shape", "shapes", start=1, end=2)  # [1]
    position = graph.add(
        "Slice", graph.weight("embedding.position.weight"), graph.integers(0), words
    )  # [words, dim]
    shape = graph.add("Gather", graph.weight("embedding.shape.weight"), "shapes")
    gap = graph.add("Gather", graph.weight("embedding.gap.weight"), "gaps")
    marks = graph.add("Add", graph.add("Add", shape, gap), position)  # [batch, words, dim]
    return graph.add("Add", _pool(graph, config, table), marks)


def _pool(graph: _Graph, config: EncoderConfig, table: Table) -> str:
    """Gated mean over each word's real pieces, [batch, words, dim].

    A piece's weight in its word is 1 / count where it is real and 0 where it is padding, times
    its row's scale if the table is int8; the sum over pieces is one product of a row of weights
    [1, pieces] with the vectors [pieces, dim].
    """
    vectors, share = _look_up(graph, config, table)  # [batch, words, pieces, dim]
    if config.pooling != "mean":
        depth = graph.add("Shape", "pieces", start=2, end=3)  # [1]
        gate = graph.add("Slice", graph.weight("embedding.gate.weight"), graph.integers(0), depth)
        vectors = graph.add("Mul", vectors, gate)
    if config.pooling == "projected":
        projected = graph.linear("embedding.projection", vectors)
        vectors = graph.add("Gelu", projected, domain=MICROSOFT)
    row = graph.add("Unsqueeze", share, graph.integers(2))  # [batch, words, 1, pieces]
    return graph.add("Squeeze", graph.add("MatMul", row, vectors), graph.integers(2))


def _look_up(graph: _Graph, config: EncoderConfig, table: Table) -> tuple[str, str]:
    """Piece vectors [batch, words, pieces, dim] and each piece's share of its word."""
    real = graph.add("Cast", graph.add("Cast", "pieces", to=TensorProto.BOOL), to=TensorProto.FLOAT)
    counts = graph.add("ReduceSum", real, graph.integers(2), keepdims=1)  # [batch, words, 1]
    share = graph.add("Div", real, graph.add("Max", counts, graph.number(1.0)))
    if table == "float32":
        return graph.add("Gather", graph.weight("embedding.piece.weight"), "pieces"), share
    rows, scales = quantize_rows(graph.weights["embedding.piece.weight"])
    small = graph.add("Gather", graph.constant("embedding.piece.int8", rows), "pieces")
    scale = graph.add("Gather", graph.constant("embedding.piece.scale", scales), "pieces")
    vectors = graph.add("Cast", small, to=TensorProto.FLOAT)
    if config.pooling != "projected":
        return vectors, graph.add("Mul", share, scale)
    column = graph.add("Unsqueeze", scale, graph.integers(3))  # [batch, words, pieces, 1]
    return graph.add("Mul", vectors, column), share


def quantize_rows(
    table: npt.NDArray[np.float32],
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Store each row [dim] of a table in int8, with the scale that brings it back.

    >>> rows, scales = quantize_rows(np.array([[1.27, -0.5], [0, 0]], np.float32))
    >>> rows.tolist(), scales.round(4).tolist()
    ([[127, -50], [0, 0]], [0.01, 1.0])
    """
    largest = np.abs(table).max(axis=1)
    scales = np.where(largest > 0, largest / 127, 1).astype(np.float32)
    return np.rint(table / scales[:, None]).astype(np.int8), scales


def _attention_mask(graph: _Graph, attention: Attention) -> str:
    """What hides padding: int32 [batch, words] for the fused operator, else a bias to add."""
    real = graph.add("Cast", "shapes", to=TensorProto.BOOL)
    if attention == "fused":
        return graph.add("Cast", real, to=TensorProto.INT32)
    hidden = graph.add("Where", real, graph.number(0.0), graph.number(MASKED_SCORE))
    return graph.add("Unsqueeze", hidden, graph.integers(1, 2))  # [batch, 1, 1, words]


def _block(
    graph: _Graph, config: EncoderConfig, name: str, x: str, mask: str, attention: Attention
) -> str:
    """One pre-LN block on x [batch, words, dim]."""
    normed = graph.norm(f"{name}.attention_norm", x)
    attend = _ATTENTIONS[attention]
    mixed = attend(graph, config, f"{name}.attention.qkv", normed, mask)
    x = graph.add("Add", x, graph.linear(f"{name}.attention.output", mixed))
    wide = graph.linear(f"{name}.widen", graph.norm(f"{name}.mlp_norm", x))
    hidden = graph.add("Gelu", wide, domain=MICROSOFT)  # [batch, words, ffn]
    return graph.add("Add", x, graph.linear(f"{name}.narrow", hidden))


def _fused_attention(graph: _Graph, config: EncoderConfig, name: str, x: str, mask: str) -> str:
    """One operator for projection, scores, softmax and mix."""
    matrix = graph.constant(f"{name}.weight.T", graph.weights[f"{name}.weight"].T)
    return graph.add(
        "Attention",
        x,
        matrix,
        graph.weight(f"{name}.bias"),
        mask,
        domain=MICROSOFT,
        num_heads=config.heads,
        mask_filter_value=MASKED_SCORE,
    )


def _decomposed_attention(
    graph: _Graph, config: EncoderConfig, name: str, x: str, mask: str
) -> str:
    """The same in standard operators; heads are [batch, heads, words, head]."""
    head = config.dim // config.heads
    packed = graph.add(
        "Reshape", graph.linear(name, x), graph.integers(0, 0, 3, config.heads, head)
    )
    parts = graph.add("Transpose", packed, perm=[2, 0, 3, 1, 4])  # [3, batch, heads, words, head]
    query, key, value = (
        graph.add("Gather", parts, graph.constant(f"part_{part}", np.array(part, np.int64)), axis=0)
        for part in range(3)
    )
    turned = graph.add("Transpose", key, perm=[0, 1, 3, 2])
    scores = graph.add("Mul", graph.add("MatMul", query, turned), graph.number(head**-0.5))
    shares = graph.add("Softmax", graph.add("Add", scores, mask), axis=-1)
    mixed = graph.add("Transpose", graph.add("MatMul", shares, value), perm=[0, 2, 1, 3])
    return graph.add("Reshape", mixed, graph.integers(0, 0, config.dim))


_ATTENTIONS: dict[Attention, Callable[[_Graph, EncoderConfig, str, str, str], str]] = {
    "fused": _fused_attention,
    "decomposed": _decomposed_attention,
}


def _model(graph: _Graph, config: EncoderConfig, facts: Mapping[str, Any]) -> onnx.ModelProto:
    """Put nodes, inputs, output and metadata together, and check them."""
    batch_words = ["batch", "words"]
    inputs = [
        helper.make_tensor_value_info("pieces", TensorProto.INT32, [*batch_words, "pieces_axis"]),
        helper.make_tensor_value_info("shapes", TensorProto.INT32, batch_words),
        helper.make_tensor_value_info("gaps", TensorProto.INT32, batch_words),
    ]
    output = helper.make_tensor_value_info(
        "emissions", TensorProto.FLOAT, [*batch_words, config.labels]
    )
    model = helper.make_model(
        helper.make_graph(
            graph.nodes, "tagger", inputs, [output], initializer=list(graph.constants.values())
        ),
        opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)],
        producer_name="postwright",
        ir_version=8,
    )
    helper.set_model_props(model, {key: json.dumps(value) for key, value in facts.items()})
    onnx.checker.check_model(model)
    return model
