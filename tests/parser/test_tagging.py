"""Groups of rows, and the rows that are decided again alone."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import helper, numpy_helper

from postwright import Parse, Parser
from postwright.bundle import TAGGER_FILE, read_bundle, write_manifest
from postwright.decoder import decide
from postwright.parser.model import load_model
from postwright.parser.tagging import decide_surely, group_by_length, tag_in_groups
from postwright.text import encode, to_batch

PARTS = ["350 5th Ave", "New York", "NY", "10118", "rue de la Paix", "12a", "東京都1-1", "№ 5", ","]


def some_texts(count: int, *, seed: int) -> list[str]:
    """Texts of 1 to 40 words."""
    draw = random.Random(seed)
    return [" ".join(draw.choices(PARTS, k=draw.randint(1, 12))) for _ in range(count)]


def outlines(parses: Sequence[Parse]) -> list[list[tuple[str, int, int]]]:
    """What parses say about their texts, without probabilities."""
    return [[(span.tag, span.start, span.end) for span in parse.spans] for parse in parses]


@pytest.fixture(scope="module")
def alone(parser: Parser) -> dict[str, list[tuple[str, int, int]]]:
    """What each of some hundred texts comes to when it is parsed alone."""
    texts = some_texts(400, seed=1)
    return dict(zip(texts, outlines([parser.parse(text) for text in texts]), strict=True))


def test_every_row_with_words_is_in_one_group() -> None:
    """Rows without words are in none."""
    lengths = [3, 0, 200, 4, 90, 3, 0, 128, 129, 1]
    groups = list(group_by_length(lengths))
    assert sorted(row for group in groups for row in group) == [0, 2, 3, 4, 5, 7, 8, 9]


def test_a_group_has_at_most_128_rows_of_like_length() -> None:
    """Longest first, and none below half of the longest."""
    draw = random.Random(2)
    lengths = [draw.randint(1, 128) for _ in range(2000)]
    for group in group_by_length(lengths):
        found = [lengths[row] for row in group]
        assert found == sorted(found, reverse=True)
        assert len(group) <= 128
        assert found[-1] >= found[0] // 2


def test_a_row_longer_than_a_window_is_alone() -> None:
    """It goes through windows of its own."""
    assert [group for group in group_by_length([500, 129, 129]) if len(group) > 1] == []


@pytest.fixture(scope="module")
def dynamic_bundle(tiny_bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle of version 1, whose activations take their INT8 scale over the whole batch."""
    directory = shutil.copytree(tiny_bundle, tmp_path_factory.mktemp("dynamic") / "bundle")
    graph = onnx.load(directory / TAGGER_FILE)
    constants = {each.name: numpy_helper.to_array(each) for each in graph.graph.initializer}
    made_by = {node.output[0]: node for node in graph.graph.node}
    nodes = []
    for node in graph.graph.node:
        if node.op_type == "MatMulIntegerToFloat":
            source = made_by[node.input[0]]  # quantises with a fixed scale, for one matrix or two
            inputs = [source.input[0], node.input[1], node.input[3], "", node.input[6]]
            assert constants[node.input[1]].dtype == np.int8
            node = helper.make_node(
                "DynamicQuantizeMatMul", inputs, node.output, domain="com.microsoft"
            )
        nodes.append(node)
    del graph.graph.node[:]
    graph.graph.node.extend(nodes)
    (directory / TAGGER_FILE).write_bytes(graph.SerializeToString())
    manifest = read_bundle(tiny_bundle).manifest
    write_manifest(directory, replace(manifest, quantization="int8-dynamic", format_version=1))
    return directory


def test_neighbours_would_change_some_rows(dynamic_bundle: Path) -> None:
    """Scales over a batch make close choices depend on it, unless they are made again."""
    model = load_model(dynamic_bundle)
    encoded = encode(model.tokenizer, some_texts(400, seed=1))
    changed = 0
    for group in tag_in_groups(encoded, model.tagger):
        before = decide(group.emissions, group.mask, model.transitions).paths.copy()
        after = decide_surely(group, encoded, model).paths
        changed += int((before != after).any(axis=1).sum())
    assert changed > 0


def test_scales_over_a_batch_do_not_change_an_answer(dynamic_bundle: Path) -> None:
    """Close choices are made again, of the row alone."""
    parser, texts = Parser.load(dynamic_bundle), some_texts(300, seed=2)
    assert outlines(parser.parse_batch(texts)) == outlines([parser.parse(text) for text in texts])


def test_fixed_scales_move_no_score_by_a_thousandth_of_the_margin(tiny_bundle: Path) -> None:
    """Beside other rows only the order of float32 sums differs."""
    model = load_model(tiny_bundle)
    encoded = encode(model.tokenizer, some_texts(400, seed=1))
    for group in tag_in_groups(encoded, model.tagger):
        for place, member in enumerate(group.members.tolist()):
            row = encoded[member]
            alone = model.tagger.emissions(to_batch([row]))[0]
            moved = np.abs(group.emissions[place, : len(row)] - alone).max()
            assert moved < model.close_margin / 1000


def test_a_row_says_the_same_beside_any_neighbours(
    parser: Parser, alone: dict[str, list[tuple[str, int, int]]]
) -> None:
    """Whatever the order and the size of the batch."""
    texts = list(alone)
    for size, seed in ((len(texts), 3), (50, 4), (2, 5)):
        random.Random(seed).shuffle(texts)
        for first in range(0, len(texts), size):
            part = texts[first : first + size]
            assert outlines(parser.parse_batch(part)) == [alone[text] for text in part]


def test_threads_do_not_change_an_answer(
    tiny_bundle: object, alone: dict[str, list[tuple[str, int, int]]]
) -> None:
    """Several chunks at once come back in order, and say what one thread says."""
    texts = list(alone) * 8
    parses = Parser.load(str(tiny_bundle), threads=3).parse_batch(texts)
    assert [parse.raw for parse in parses] == texts
    assert outlines(parses) == [alone[text] for text in texts]
