"""What some tests need beside Python: skipped with the reason where it is missing, failed in CI."""

from __future__ import annotations

import io
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from postwright.bundle import BundleManifest


def data_folder() -> Path:
    """The data folder, where README says it is looked for."""
    return Path(os.environ.get("POSTWRIGHT_DATA", "../shared/data"))


#: Marker → (what is missing, whether it is there).
NEEDS: dict[str, tuple[str, Callable[[], bool]]] = {
    "data": (
        "the data folder (POSTWRIGHT_DATA, default ../shared/data)",
        lambda: (data_folder() / "README.md").is_file(),
    ),
    "java": ("a Java runtime", lambda: shutil.which("java") is not None),
    "chromium": ("a headless Chromium", lambda: shutil.which("chromium") is not None),
    "icu": ("the uconv of ICU", lambda: shutil.which("uconv") is not None),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose need is missing; in CI fail it, so that none is passed over unseen."""
    for marker, (what, is_there) in NEEDS.items():
        if item.get_closest_marker(marker) is None or is_there():
            continue
        if os.environ.get("CI"):
            pytest.fail(f"needs {what}, and CI must have it", pytrace=False)
        pytest.skip(f"needs {what}")


@pytest.fixture
def data_dir() -> Path:
    """The data folder; use it in tests marked ``data``."""
    return data_folder()


#: What the tiny tokenizer is trained on: some words of several countries and scripts.
TINY_TEXT = (
    "10118 main street new york rue de la paris straße berlin calle madrid via roma "
    "avenue apt floor box usa france 東 京 都 улица москва"
)


@pytest.fixture(scope="session")
def tokenizer_bytes() -> bytes:
    """A sentencepiece model of about 300 pieces, by the text contract."""
    import sentencepiece

    words, model = TINY_TEXT.split(), io.BytesIO()
    lines = [" ".join(words[i:] + words[:i]) for i in range(len(words))] * 9
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_writer=model,
        vocab_size=360,
        model_type="unigram",
        split_digits=True,
        byte_fallback=True,
        normalization_rule_name="identity",
        pad_id=0,
        unk_id=1,
        bos_id=-1,
        eos_id=-1,
        hard_vocab_limit=False,
        minloglevel=2,
    )
    return model.getvalue()


@pytest.fixture(scope="session")
def tiny_bundle(tmp_path_factory: pytest.TempPathFactory, tokenizer_bytes: bytes) -> Path:
    """A whole bundle of the full labels, untrained: a real tokenizer and a real INT8 graph.

    Its weights are drawn so wide that it says many tags, is sure of some and unsure of others.
    """
    import torch

    from postwright.bundle import TAGGER_FILE, TOKENIZER_FILE, write_manifest
    from postwright.text import Tokenizer, encode
    from postwright.training.encoder import EncoderConfig, Tagger
    from postwright.training.quantize import batches_of, quantized_graph

    tokenizer = Tokenizer(tokenizer_bytes)
    size = tokenizer.vocabulary_size
    config = EncoderConfig(dim=32, layers=2, heads=2, ffn=64, vocabulary_size=size, dropout=0.0)
    torch.manual_seed(4)
    tagger = Tagger(config)
    for name, weight in tagger.named_parameters():
        if weight.ndim == 2:
            spread = {"embedding.piece.weight": 1.0, "head.weight": 0.4}.get(name, 0.2)
            torch.nn.init.normal_(weight, std=spread)
    tagger.head.bias.data[0] = -3.0  # less of the label that says nothing
    weights = {name: value.numpy() for name, value in tagger.state_dict().items()}
    directory = tmp_path_factory.mktemp("tiny-bundle")
    rows = encode(tokenizer, ["350 5th Ave, New York, NY 10118", "12a rue de la Paix", "東京都1-1"])
    graph = quantized_graph(weights, config, batches_of(rows))
    (directory / TAGGER_FILE).write_bytes(graph.SerializeToString())
    (directory / TOKENIZER_FILE).write_bytes(tokenizer_bytes)
    write_manifest(directory, _tiny_manifest(size))
    return directory


def _tiny_manifest(vocabulary_size: int) -> BundleManifest:
    """The manifest of `tiny_bundle`, with transitions that were drawn."""
    from postwright.bundle import BundleManifest, LearnedTransitions
    from postwright.labels import FULL
    from postwright.text import CONTRACT_VERSION

    draw = random.Random(4).gauss
    rows = [tuple(draw(0, 0.5) for _ in range(len(FULL))) for _ in range(len(FULL) + 2)]
    return BundleManifest(
        name="tiny",
        label_set="full",
        labels=FULL.labels,
        text_contract=CONTRACT_VERSION,
        encoder={"vocabulary_size": vocabulary_size},
        transitions=LearnedTransitions(start=rows[0], end=rows[1], matrix=tuple(rows[2:])),
        quantization="int8-static",
        created="2026-01-02T03:04:05+00:00",
        postwright_version="0.1.0",
    )
