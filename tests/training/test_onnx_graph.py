"""The inference graph against the torch model that it is built from."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from postwright.parser.tagger import TaggerSession
from postwright.text import Batch
from postwright.training.encoder import EncoderConfig, Tagger
from postwright.training.onnx_graph import Attention, build_graph
from postwright.training.onnx_nodes import Arrays, quantize_rows

CONFIG = EncoderConfig(
    dim=32, layers=2, heads=4, ffn=64, vocabulary_size=60, labels=21, max_words=16
)


def make_tagger(config: EncoderConfig) -> tuple[Tagger, Arrays]:
    """A tagger whose weights are large enough for differences to show, and its arrays."""
    torch.manual_seed(0)
    tagger = Tagger(config).eval()
    with torch.no_grad():
        for name, weight in tagger.named_parameters():
            if "norm" not in name:
                weight.add_(0.1 * torch.randn_like(weight))
    return tagger, {name: tensor.numpy().copy() for name, tensor in tagger.state_dict().items()}


def make_batch(rows: int = 4, words: int = 7, depth: int = 5) -> Batch:
    """Random words of 1 to `depth` pieces; the last row is all padding, the others partly."""
    rng = np.random.default_rng(0)
    mask = np.arange(words) < np.linspace(words, 0, rows).round()[:, None]  # [batch, words]
    pieces = rng.integers(1, 60, (rows, words, depth))
    pieces *= np.arange(depth) < rng.integers(1, depth + 1, (rows, words, 1))
    shapes, gaps = rng.integers(1, 32, (rows, words)), rng.integers(1, 8, (rows, words))
    arrays = (pieces * mask[:, :, None], shapes * mask, gaps * mask)
    return Batch(*(array.astype(np.int32) for array in arrays))


def torch_emissions(tagger: Tagger, batch: Batch) -> np.ndarray:
    """What the torch model says, float32 [batch, words, labels]."""
    arrays = (batch.pieces, batch.shapes, batch.gaps)
    with torch.inference_mode():
        return tagger(*(torch.from_numpy(array) for array in arrays)).numpy()


def graph_emissions(model: onnx.ModelProto, folder: Path, batch: Batch) -> np.ndarray:
    """What the graph says in the session that a parser uses."""
    path = folder / "tagger.onnx"
    path.write_bytes(model.SerializeToString())
    return TaggerSession(path, labels=21).emissions(batch)


@pytest.mark.parametrize("attention", ["fused", "decomposed"])
@pytest.mark.parametrize("pooling", ["gated", "mean", "projected"])
def test_the_graph_says_what_torch_says(tmp_path: Path, attention: Attention, pooling: str) -> None:
    """Every word of every row, within 1e-4."""
    tagger, weights = make_tagger(replace(CONFIG, pooling=pooling))  # type: ignore[arg-type]
    batch = make_batch()
    found = graph_emissions(
        build_graph(weights, tagger.config, attention=attention), tmp_path, batch
    )
    expected = torch_emissions(tagger, batch)
    assert np.abs(expected).max() > 1
    np.testing.assert_allclose(found[batch.mask], expected[batch.mask], atol=1e-4)


@pytest.mark.parametrize("shape", [(1, 1, 1), (1, 16, 12), (9, 3, 2)])
def test_every_axis_is_free(tmp_path: Path, shape: tuple[int, int, int]) -> None:
    """One graph for all sizes of a batch."""
    tagger, weights = make_tagger(CONFIG)
    batch = make_batch(*shape)
    found = graph_emissions(build_graph(weights, CONFIG), tmp_path, batch)
    expected = torch_emissions(tagger, batch)
    np.testing.assert_allclose(found[batch.mask], expected[batch.mask], atol=1e-4)


@pytest.mark.parametrize("pooling", ["gated", "mean", "projected"])
def test_the_int8_table_is_the_rounded_table(tmp_path: Path, pooling: str) -> None:
    """The graph with the small table is the torch model with the table rounded row by row."""
    tagger, weights = make_tagger(replace(CONFIG, pooling=pooling))  # type: ignore[arg-type]
    rows, scales = quantize_rows(weights["embedding.piece.weight"])
    with torch.no_grad():
        tagger.embedding.piece.weight.copy_(torch.from_numpy(rows * scales[:, None]))
    batch = make_batch()
    found = graph_emissions(build_graph(weights, tagger.config, table="int8"), tmp_path, batch)
    expected = torch_emissions(tagger, batch)
    np.testing.assert_allclose(found[batch.mask], expected[batch.mask], atol=1e-4)


def test_rounded_rows_are_within_half_a_step() -> None:
    """Each row has its own scale, so a small row is kept as exactly as a large one."""
    table = np.random.default_rng(0).normal(size=(20, 8)).astype(np.float32)
    table *= np.geomspace(1e-4, 1e4, 20, dtype=np.float32)[:, None]
    rows, scales = quantize_rows(table)
    assert (np.abs(rows * scales[:, None] - table) <= 0.5001 * scales[:, None]).all()


def test_the_metadata_say_what_the_graph_is() -> None:
    """Facts are JSON in the model's own properties."""
    model = build_graph(make_tagger(CONFIG)[1], CONFIG, facts={"labels": ["O"], "text_contract": 1})
    properties = {each.key: json.loads(each.value) for each in model.metadata_props}
    assert properties == {"labels": ["O"], "text_contract": 1}


def test_the_graph_stands_on_opset_23() -> None:
    """Old enough for every onnxruntime that the package allows, from 1.23 on."""
    model = build_graph(make_tagger(CONFIG)[1], CONFIG)
    assert {each.domain: each.version for each in model.opset_import} == {
        "": 23,
        "com.microsoft": 1,
    }


PIECES = replace(CONFIG, level="piece", max_piece_positions=20)


@pytest.mark.parametrize("attention", ["fused", "decomposed"])
@pytest.mark.parametrize("shape", [(4, 7, 5), (1, 1, 1), (3, 16, 12), (2, 3, 1)])
def test_a_piece_level_graph_says_what_torch_says(
    tmp_path: Path, attention: Attention, shape: tuple[int, int, int]
) -> None:
    """Every word of every row; rows with more pieces than positions among them."""
    tagger, weights = make_tagger(PIECES)
    batch = make_batch(*shape)
    found = graph_emissions(build_graph(weights, PIECES, attention=attention), tmp_path, batch)
    expected = torch_emissions(tagger, batch)
    np.testing.assert_allclose(found[batch.mask], expected[batch.mask], atol=1e-4)


def test_a_batch_of_padding_is_no_error_in_a_piece_level_graph(tmp_path: Path) -> None:
    """No real piece anywhere: numbers come out all the same."""
    batch = make_batch()
    nothing = Batch(0 * batch.pieces, 0 * batch.shapes, 0 * batch.gaps)
    found = graph_emissions(build_graph(make_tagger(PIECES)[1], PIECES), tmp_path, nothing)
    assert np.isfinite(found).all()


def test_the_int8_table_of_a_piece_level_graph_is_the_rounded_table(tmp_path: Path) -> None:
    """As for words."""
    tagger, weights = make_tagger(PIECES)
    rows, scales = quantize_rows(weights["embedding.piece.weight"])
    with torch.no_grad():
        tagger.embedding.piece.weight.copy_(torch.from_numpy(rows * scales[:, None]))
    batch = make_batch()
    found = graph_emissions(build_graph(weights, PIECES, table="int8"), tmp_path, batch)
    expected = torch_emissions(tagger, batch)
    np.testing.assert_allclose(found[batch.mask], expected[batch.mask], atol=1e-4)
