"""A bundle directory with a real tokenizer, for the tests of the format.

The format does not look into ``tagger.onnx``, so any bytes stand for it here; the tests of the
parser use a real graph.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from postwright.bundle import (
    MODEL_CARD_FILE,
    TAGGER_FILE,
    TOKENIZER_FILE,
    WEIGHTS_FILE,
    BundleManifest,
    LearnedTransitions,
    write_manifest,
)
from postwright.labels import CORE
from postwright.text import CONTRACT_VERSION, Tokenizer


@pytest.fixture
def manifest(tokenizer_bytes: bytes) -> BundleManifest:
    """A manifest that fits the tokenizer and the core labels; its digests are still empty."""
    n = len(CORE)
    return BundleManifest(
        name="test",
        label_set="core",
        labels=CORE.labels,
        text_contract=CONTRACT_VERSION,
        encoder={"dim": 16, "vocabulary_size": Tokenizer(tokenizer_bytes).vocabulary_size},
        transitions=LearnedTransitions((0.5,) * n, (-0.25,) * n, ((0.125,) * n,) * n),
        quantization="none",
        created="2026-01-02T03:04:05+00:00",
        postwright_version="0.1.0",
        training={"rows": 1000},
    )


@pytest.fixture
def make_bundle(tmp_path: Path, tokenizer_bytes: bytes) -> Callable[[BundleManifest], Path]:
    """A function that writes a whole bundle with a given manifest and returns its directory."""

    def make(manifest: BundleManifest) -> Path:
        directory = tmp_path / "model"
        directory.mkdir()
        (directory / TAGGER_FILE).write_bytes(b"any graph")
        (directory / TOKENIZER_FILE).write_bytes(tokenizer_bytes)
        (directory / WEIGHTS_FILE).write_bytes(b"any weights")
        (directory / MODEL_CARD_FILE).write_text("# test\n", encoding="utf-8")
        write_manifest(directory, manifest)
        return directory

    return make


@pytest.fixture
def bundle_path(make_bundle: Callable[[BundleManifest], Path], manifest: BundleManifest) -> Path:
    """A bundle in which all is well."""
    return make_bundle(manifest)
