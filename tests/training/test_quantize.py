"""INT8 graphs: their size, and how what they change is counted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from postwright.decoder import Transitions
from postwright.parser.tagger import TaggerSession
from postwright.text import Batch, Encoded
from postwright.training.encoder import PRESETS, EncoderConfig, Tagger
from postwright.training.onnx_graph import Attention, build_graph
from postwright.training.onnx_nodes import Arrays, quantize_weights
from postwright.training.quantize import (
    balance,
    batches_of,
    compare,
    observe,
    quantized_graph,
)

CONFIG = EncoderConfig(dim=32, layers=2, heads=4, ffn=64, vocabulary_size=60, labels=5)
TRANSITIONS = Transitions.unlearned(5)


def make_weights(config: EncoderConfig, *, head: float = 1.0) -> Arrays:
    """Weights of a fresh tagger, those of its head scaled."""
    torch.manual_seed(0)
    weights = {name: tensor.numpy() for name, tensor in Tagger(config).state_dict().items()}
    return {**weights, "head.weight": head * weights["head.weight"]}


def save(model: onnx.ModelProto, path: Path) -> Path:
    """Write a graph."""
    path.write_bytes(model.SerializeToString())
    return path


def make_row(words: int, seed: int = 0) -> Encoded:
    """A random text of so many words of two pieces each."""
    rng = np.random.default_rng(seed)
    return Encoded(
        starts=np.arange(words, dtype=np.int32),
        ends=np.arange(1, words + 1, dtype=np.int32),
        pieces=rng.integers(2, 60, 2 * words).astype(np.int32),
        piece_counts=np.full(words, 2, np.uint8),
        shapes=rng.integers(1, 32, words).astype(np.uint8),
        gaps=rng.integers(1, 8, words).astype(np.uint8),
    )


@pytest.fixture
def batches() -> list[Batch]:
    """Sixty rows of 1 to 12 words."""
    return batches_of([make_row(1 + number % 12, seed=number) for number in range(60)])


@pytest.mark.parametrize("attention", ["fused", "decomposed"])
def test_int8_stays_near_float32(
    tmp_path: Path, batches: list[Batch], attention: Attention
) -> None:
    """A quantised graph runs in the parser's session and says nearly the same."""
    weights = make_weights(CONFIG, head=10)
    reference = save(build_graph(weights, CONFIG, attention=attention), tmp_path / "float.onnx")
    small = quantized_graph(weights, CONFIG, batches, attention=attention)
    tested = save(small, tmp_path / "int8.onnx")
    parity = compare(reference, tested, batches, TRANSITIONS)
    assert (parity.rows, parity.words) == (60, sum(1 + number % 12 for number in range(60)))
    assert 0 < parity.largest_difference < 0.5
    assert parity.labels_changed < 0.1


def test_an_int8_row_does_not_depend_on_the_rows_beside_it(batches: list[Batch]) -> None:
    """No scale is taken over a batch: alone, a row has the same emissions but for float32 sums."""
    graph = quantized_graph(make_weights(CONFIG, head=10), CONFIG, batches[:1])
    session = TaggerSession(graph.SerializeToString(), labels=5)
    for batch in batches:
        together = session.emissions(batch)
        for row in range(len(batch.shapes)):
            arrays = (batch.pieces, batch.shapes, batch.gaps)
            alone = session.emissions(Batch(*(array[row : row + 1] for array in arrays)))
            mask = batch.mask[row]
            np.testing.assert_allclose(alone[0, mask], together[row, mask], rtol=0, atol=1e-5)


def test_every_matrix_product_but_the_last_is_int8(batches: list[Batch]) -> None:
    """Both of attention and both of the MLP; the head is float32."""
    graph = quantized_graph(make_weights(CONFIG), CONFIG, batches)
    operators = [node.op_type for node in graph.graph.node]
    # Query, key and value are products of their own: three, and three more a layer.
    assert operators.count("MatMulIntegerToFloat") == 12
    assert operators.count("Attention") == 2
    assert operators.count("MatMul") == 1  # the head


def test_the_extremes_are_those_of_the_inputs(batches: list[Batch]) -> None:
    """Of every layer but the head; GELU goes no lower than -0.17; more rows, no smaller range."""
    graph = build_graph(make_weights(CONFIG), CONFIG, table="int8")
    seen, some = observe(graph, batches), observe(graph, batches[:1])
    parts = ("attention.qkv", "attention.output", "widen", "narrow")
    assert list(seen) == [f"blocks.{layer}.{part}" for layer in (0, 1) for part in parts]
    assert -0.171 < seen["blocks.0.narrow"].range[0] < 0 < seen["blocks.0.narrow"].range[1]
    for name, (low, high) in seen.items():
        assert (low <= some[name].low).all()
        assert (high >= some[name].high).all()


def test_balanced_weights_compute_the_same(batches: list[Batch]) -> None:
    """In float32; every balanced channel then goes to 1, and no farther."""
    weights = make_weights(CONFIG, head=10)
    seen = observe(build_graph(weights, CONFIG), batches)
    balanced, ranges = balance(weights, CONFIG, seen)
    graphs = [build_graph(one, CONFIG).SerializeToString() for one in (weights, balanced)]
    one, other = (TaggerSession(graph, labels=5) for graph in graphs)
    for batch in batches:
        np.testing.assert_allclose(one.emissions(batch), other.emissions(batch), atol=1e-4)
    again = observe(build_graph(balanced, CONFIG), batches)
    for name, extremes in again.items():
        assert ranges[name] == pytest.approx(extremes.range, abs=1e-4)
        if not name.endswith("narrow"):
            largest = np.maximum(extremes.high, -extremes.low)
            assert largest == pytest.approx(np.ones(CONFIG.dim), abs=1e-4)


@pytest.mark.parametrize("inputs", [6, 7])
def test_two_neighbouring_weights_fit_into_16_bits(inputs: int) -> None:
    """Even where both inputs are 255, the products of a pair stay below 2^15."""
    weight = np.random.default_rng(0).normal(size=(50, inputs)).astype(np.float32)
    rows, scales = quantize_weights(weight)
    pairs = np.abs(np.pad(rows.astype(int), ((0, 0), (0, inputs % 2)))).reshape(50, -1, 2)
    assert (255 * pairs.sum(axis=2) < 1 << 15).all()
    assert (np.abs(rows * scales[:, None] - weight) <= 0.5001 * scales[:, None]).all()


def test_without_rows_nothing_is_int8() -> None:
    """There would be no scale to take."""
    graph = quantized_graph(make_weights(CONFIG), CONFIG, [])
    assert "MatMulIntegerToFloat" not in [node.op_type for node in graph.graph.node]


def test_small_with_16k_pieces_takes_at_most_six_megabytes(batches: list[Batch]) -> None:
    """What the wheel can carry."""
    config = replace(PRESETS["small"], vocabulary_size=16000)
    graph = quantized_graph(make_weights(config), config, batches)
    assert graph.ByteSize() <= 6_000_000


def test_a_graph_is_equal_to_itself(tmp_path: Path, batches: list[Batch]) -> None:
    """Nothing changes where nothing was changed."""
    graph = save(build_graph(make_weights(CONFIG), CONFIG), tmp_path / "float.onnx")
    parity = compare(graph, graph, batches, TRANSITIONS)
    assert (parity.labels_changed, parity.argmax_changed, parity.largest_difference) == (0, 0, 0)


def test_changed_labels_are_counted(tmp_path: Path, batches: list[Batch]) -> None:
    """A model that always says O against one that always opens a span: every word changes."""
    paths = []
    for label in (0, 1):
        weights = make_weights(CONFIG, head=0)
        bias = np.where(np.arange(5) == label, 5, 0).astype(np.float32)
        model = build_graph({**weights, "head.bias": bias}, CONFIG)
        paths.append(save(model, tmp_path / f"{label}.onnx"))
    parity = compare(*paths, batches, TRANSITIONS)
    assert (parity.argmax_changed, parity.labels_changed, parity.rows_changed) == (1, 1, 1)
    assert parity.largest_difference == 5
    assert parity.mean_difference == 2


def test_no_rows_give_zeros(tmp_path: Path) -> None:
    """Nothing compared is no division by zero."""
    graph = save(build_graph(make_weights(CONFIG), CONFIG), tmp_path / "float.onnx")
    assert compare(graph, graph, batches_of([make_row(0)]), TRANSITIONS).to_json()["rows"] == 0


def test_batches_hold_rows_of_like_length() -> None:
    """As in a parser: sorted by length, rows without words left out."""
    rows = [make_row(words) for words in (3, 0, 9, 3, 1)]
    assert [batch.shapes.shape for batch in batches_of(rows, batch_rows=2)] == [(2, 3), (2, 9)]
