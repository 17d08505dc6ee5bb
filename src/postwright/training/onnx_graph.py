"""The inference graph, built node by node from the weights: nothing is traced.

The graph says what `Tagger.forward` says, in operators that ONNX Runtime runs fast on a CPU:
embed, blocks, head. Attention is one operator or its parts; the piece table is
float32, or int8 with one scale a row; linear layers are float32, or int8 where the range of their
input is known. The rows of a batch of a word-level graph have equally many words: there is no mask,
and no product spent on padding (`TaggerSession` sees to it).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import onnx
from onnx import TensorProto, helper

from postwright.training.encoder import MASKED_SCORE, EncoderConfig
from postwright.training.onnx_embedding import Table, embed_pieces, embed_words
from postwright.training.onnx_nodes import MICROSOFT, Arrays, Nodes, Ranges

__all__ = ["HEADS", "Attention", "build_graph"]

OPSET = 23
"""The first one with `Attention`; onnxruntime runs it from 1.23 on."""

HEADS = ("head", "country_head")
"""The linear layers that stay in float32 when the rest is quantised."""

Attention = Literal["fused", "decomposed"]


def build_graph(
    weights: Arrays,
    config: EncoderConfig,
    *,
    attention: Attention = "fused",
    table: Table = "float32",
    ranges: Ranges | None = None,
    facts: Mapping[str, Any] | None = None,
) -> onnx.ModelProto:
    """Build the ONNX model of a tagger (about 0.1 s).

    Inputs are `pieces` int32 [batch, words, pieces], where 0 is padding, and `shapes` and `gaps`
    int32 [batch, words], every axis free. The output is `emissions` float32
    [batch, words, labels], and `country_logits` float32 [batch, countries] where the encoder has a
    head for them.

    Args:
        weights: the state dict of `Tagger`, as arrays.
        config: of the encoder that the weights belong to.
        attention: one operator a layer, or matrix products and a softmax.
        table: how the piece embeddings are stored; int8 is a quarter of the size.
        ranges: of the inputs of the linear layers that shall be int8.
        facts: what else to write into the model's metadata (values become JSON).

    """
    graph = Nodes(weights, ranges or {})
    mask = first = None
    if config.level == "word":
        x = embed_words(graph, config, table)  # [batch, words, dim]
    else:
        x, present, first = embed_pieces(graph, config, table)  # [batch, positions, dim]
        mask = _attention_mask(graph, present)
    for layer in range(config.layers):
        x = _block(graph, config, f"blocks.{layer}", x, mask, attention)
    if first is not None:
        index = graph.add("Unsqueeze", first, graph.integers(2))  # [batch, words, 1]
        x = graph.add("GatherND", x, index, batch_dims=1)  # [batch, words, dim]
    normed = graph.norm("norm", x)
    graph.linear("head", normed, as_name="emissions")
    if config.countries:
        _country_logits(graph, normed)
    return _model(graph, config, facts or {})


def _country_logits(graph: Nodes, normed: str) -> None:
    """Score the countries of a row by the mean of its words' states [batch, words, dim]."""
    mean = graph.add("ReduceMean", normed, graph.integers(1), keepdims=0)  # [batch, dim]
    graph.linear("country_head", mean, as_name="country_logits")


def _attention_mask(graph: Nodes, present: str) -> str:
    """What hides padding, which is where `present` [batch, positions] is 0, added to the scores."""
    real = graph.add("Cast", present, to=TensorProto.BOOL)
    hidden = graph.add("Where", real, graph.number(0.0), graph.number(MASKED_SCORE))
    row = graph.add("Unsqueeze", hidden, graph.integers(1, 2))  # [batch, 1, 1, positions]
    positions = graph.add("Shape", present, start=1, end=2)  # [1]
    ones = graph.integers(1)
    shape = graph.add("Concat", ones, ones, positions, ones, axis=0)
    return graph.add("Expand", row, shape)  # [batch, 1, positions, positions]


def _block(
    graph: Nodes, config: EncoderConfig, name: str, x: str, mask: str | None, attention: Attention
) -> str:
    """One pre-LN block on x [batch, words, dim]."""
    normed = graph.norm(f"{name}.attention_norm", x)
    parts = graph.linear_parts(f"{name}.attention.qkv", normed, 3)
    mixed = _ATTENTIONS[attention](graph, config, parts, mask)  # [batch, words, dim]
    x = graph.add("Add", x, graph.linear(f"{name}.attention.output", mixed))
    wide = graph.linear(f"{name}.widen", graph.norm(f"{name}.mlp_norm", x))
    hidden = graph.add("Gelu", wide, domain=MICROSOFT)  # [batch, words, ffn]
    return graph.add("Add", x, graph.linear(f"{name}.narrow", hidden))


def _fused_attention(
    graph: Nodes, config: EncoderConfig, parts: Sequence[str], mask: str | None
) -> str:
    """One operator for scores, softmax and mix of query, key and value [batch, words, dim]."""
    inputs = parts if mask is None else (*parts, mask)
    return graph.add("Attention", *inputs, q_num_heads=config.heads, kv_num_heads=config.heads)


def _decomposed_attention(
    graph: Nodes, config: EncoderConfig, parts: Sequence[str], mask: str | None
) -> str:
    """The same in its parts; heads are [batch, heads, words, head]."""
    heads = graph.integers(0, 0, config.heads, config.dim // config.heads)
    query, key, value = (
        graph.add("Transpose", graph.add("Reshape", part, heads), perm=order)
        for part, order in zip(parts, ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3]), strict=True)
    )
    scale = graph.number((config.dim // config.heads) ** -0.5)
    scores = graph.add("Mul", graph.add("MatMul", query, key), scale)
    if mask is not None:
        scores = graph.add("Add", scores, mask)
    shares = graph.add("Softmax", scores, axis=-1)
    mixed = graph.add("Transpose", graph.add("MatMul", shares, value), perm=[0, 2, 1, 3])
    return graph.add("Reshape", mixed, graph.integers(0, 0, config.dim))


_ATTENTIONS: dict[Attention, Callable[[Nodes, EncoderConfig, Sequence[str], str | None], str]] = {
    "fused": _fused_attention,
    "decomposed": _decomposed_attention,
}


def _model(graph: Nodes, config: EncoderConfig, facts: Mapping[str, Any]) -> onnx.ModelProto:
    """Put nodes, inputs, outputs and metadata together, and check them."""
    batch_words = ["batch", "words"]
    inputs = [
        helper.make_tensor_value_info("pieces", TensorProto.INT32, [*batch_words, "pieces_axis"]),
        helper.make_tensor_value_info("shapes", TensorProto.INT32, batch_words),
        helper.make_tensor_value_info("gaps", TensorProto.INT32, batch_words),
    ]
    shapes: dict[str, list[str | int]] = {"emissions": [*batch_words, config.labels]}
    if config.countries:
        shapes["country_logits"] = ["batch", config.countries]
    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
        for name, shape in shapes.items()
    ]
    model = helper.make_model(
        helper.make_graph(
            graph.nodes, "tagger", inputs, outputs, initializer=list(graph.constants.values())
        ),
        opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)],
        producer_name="postwright",
        ir_version=11,
    )
    helper.set_model_props(model, {key: json.dumps(value) for key, value in facts.items()})
    onnx.checker.check_model(model)
    return model
