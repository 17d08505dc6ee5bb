"""From a checkpoint to a model bundle: check, build, quantise, compare, write, verify.

The bundle is made under a temporary name and renamed when everything in it was verified.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import safetensors.torch
import torch

import postwright
from postwright.bundle import (
    MANIFEST_FILE,
    MODEL_CARD_FILE,
    TAGGER_FILE,
    TOKENIZER_FILE,
    WEIGHTS_FILE,
    Bundle,
    BundleManifest,
    LearnedTransitions,
    read_bundle,
    verify_bundle,
    write_atomically,
    write_manifest,
)
from postwright.config import from_mapping, to_mapping
from postwright.corpus.shards import Shards
from postwright.decoder import Transitions
from postwright.errors import BundleError, TrainingError
from postwright.labels import LABEL_SETS, LabelSet
from postwright.parser.tagger import TaggerSession
from postwright.text import CONTRACT_VERSION, MAX_WORDS, Batch, Tokenizer, encode
from postwright.training import checkpoint
from postwright.training.encoder import EncoderConfig, Tagger
from postwright.training.model_card import CardFacts, model_card, times_resumed
from postwright.training.onnx_graph import Attention, build_graph
from postwright.training.quantize import (
    BATCH_ROWS,
    Parity,
    batches_of,
    compare,
    quantized_graph,
)
from postwright.training.validate import sample_rows

__all__ = [
    "FLOAT_TAGGER_FILE",
    "ExportReport",
    "ExportSettings",
    "development_batches",
    "export_bundle",
]

FLOAT_TAGGER_FILE = "tagger.fp32.onnx"
"""The graph before quantisation; written on request, and of no use to a parser."""

QUANTIZATION = "int8-static"
MAX_GRAPH_ERROR = 1e-3
"""The float32 graph and the torch model agree at least this well, or nothing is written."""


UNSTATED = CardFacts()


@dataclass(frozen=True, kw_only=True)
class ExportSettings:
    """How a bundle is made.

    Attributes:
        name: what people call the model.
        attention: one operator a layer, or matrix products and a softmax. The former takes
            about 60 % of the time of the latter, a tenth of the whole tagger's.
        use_average: take the moving average of the weights, where the run kept one.
        keep_float: also write the graph before quantisation.
    """

    name: str
    attention: Attention = "fused"
    use_average: bool = True
    keep_float: bool = False


@dataclass(frozen=True)
class ExportReport:
    """What was written, and how it compares.

    Attributes:
        bundle: the verified bundle.
        graph_error: largest difference between the torch model and the float32 graph.
        parity: float32 graph against INT8 graph.
        fallback_share: share of `<unk>` and byte pieces on the sample texts.
    """

    bundle: Bundle
    graph_error: float
    parity: Parity
    fallback_share: float


@dataclass(frozen=True)
class _Trained:
    """A checkpoint taken apart."""

    config: EncoderConfig
    label_set: LabelSet
    tagger: dict[str, torch.Tensor]
    transitions: LearnedTransitions
    weights: checkpoint.Weights
    saved: checkpoint.Checkpoint


def export_bundle(
    saved: Path,
    tokenizer: Path,
    out: Path,
    *,
    settings: ExportSettings,
    sample: Sequence[str],
    batches: Sequence[Batch] = (),
    facts: CardFacts = UNSTATED,
) -> ExportReport:
    """Make a bundle of a checkpoint: afterwards `out` is a verified bundle, or as it was before.

    Args:
        saved: the checkpoint directory.
        tokenizer: the sentencepiece model that it was trained with.
        out: the directory to write; a bundle that lies there is replaced.
        settings: how the bundle is made.
        sample: addresses that the tokenizer is checked on.
        batches: rows that INT8 is compared on; the sample if there are none.
        facts: what the model card cannot read from the checkpoint.

    Raises:
        TrainingError: the checkpoint is damaged, or the graph does not compute what it should.
        TokenizerError: the tokenizer is not the one that the model was trained with.
        BundleError: something else lies at `out`, or the bundle fails its own verification.
    """
    _refuse_to_overwrite(out)
    trained = _take_apart(saved, use_average=settings.use_average)
    pieces = Tokenizer.load(tokenizer)
    share = _check_tokenizer(pieces, trained, sample)
    writing = out.with_name(f".{out.name}.writing")
    shutil.rmtree(writing, ignore_errors=True)
    writing.mkdir(parents=True)
    try:
        rows = list(batches) or _sample_batches(pieces, sample)
        graph_error, parity = _write_graphs(writing, trained, settings, rows)
        write_atomically(writing / TOKENIZER_FILE, pieces.serialized)
        write_atomically(writing / WEIGHTS_FILE, safetensors.torch.save(trained.weights))
        manifest = _manifest(trained, settings, facts, graph_error, parity)
        _write_card_and_manifest(writing, manifest, facts)
        _put_in_place(writing, out)
    finally:
        shutil.rmtree(writing, ignore_errors=True)
    return ExportReport(read_bundle(out), graph_error, parity, share)


def development_batches(saved: Path, *, rows: int) -> list[Batch]:
    """Rows of the development shards that a checkpoint's recipe names, for `export_bundle`.

    Args:
        saved: the checkpoint directory.
        rows: at most so many, always the same ones.

    Returns:
        Batches of rows of like length; none if the shards are no longer there.
    """
    folder = Path(checkpoint.load(saved).facts["recipe"]["data"]["dev_shards"])
    if not folder.is_dir():
        return []
    shards = Shards.open(folder)
    chosen = sample_rows(shards.word_counts(), at_most=rows, batch_size=BATCH_ROWS, seed=0)
    return [shards.batch(numbers)[0] for numbers in chosen]


def _refuse_to_overwrite(out: Path) -> None:
    """Only a bundle, or an empty directory, is ever replaced."""
    is_bundle = (out / MANIFEST_FILE).is_file()
    if out.is_file() or (out.is_dir() and any(out.iterdir()) and not is_bundle):
        raise BundleError(f"{out} is there and is no model bundle: choose another place")


def _take_apart(path: Path, *, use_average: bool) -> _Trained:
    """Read a checkpoint and split its weights into tagger and CRF."""
    saved = checkpoint.load(path)
    weights = saved.tensors["ema" if use_average and "ema" in saved.tensors else "model"]
    weights = {name: tensor.float().contiguous() for name, tensor in weights.items()}
    config = from_mapping(saved.facts["encoder"], EncoderConfig, at="encoder")
    label_set = LABEL_SETS[saved.facts["label_set"]]
    if list(label_set.labels) != saved.facts["labels"] or len(label_set) != config.labels:
        raise TrainingError(f"{path}: its labels are not those of the label set {label_set.name}")
    if saved.facts["text_contract"] != CONTRACT_VERSION:
        raise TrainingError(
            f"{path} was trained under version {saved.facts['text_contract']} of the input "
            f"contract, this is version {CONTRACT_VERSION}: train it again"
        )
    start, end, matrix = (weights[f"crf.{name}"] for name in ("start", "end", "transitions"))
    return _Trained(
        config=config,
        label_set=label_set,
        tagger={
            name.removeprefix("tagger."): tensor
            for name, tensor in weights.items()
            if name.startswith("tagger.")
        },
        transitions=LearnedTransitions(
            tuple(start.tolist()), tuple(end.tolist()), tuple(map(tuple, matrix.tolist()))
        ),
        weights=weights,
        saved=saved,
    )


def _check_tokenizer(tokenizer: Tokenizer, trained: _Trained, sample: Sequence[str]) -> float:
    """Fail before any work unless it is the tokenizer of the training run."""
    return tokenizer.check(
        expected_size=trained.config.vocabulary_size,
        expected_digest=trained.saved.facts["tokenizer_digest"],
        sample=sample,
        limit=0.2,
    )


def _sample_batches(tokenizer: Tokenizer, sample: Sequence[str]) -> list[Batch]:
    """The sample as batches, cut at what one window holds."""
    rows = encode(tokenizer, sample)
    return batches_of([row.window(0, min(len(row), MAX_WORDS)) for row in rows])


def _write_graphs(
    folder: Path, trained: _Trained, settings: ExportSettings, batches: Sequence[Batch]
) -> tuple[float, Parity]:
    """Write the INT8 graph and measure it against the float32 graph, and that against torch.

    Every other batch fixes the scales of INT8, and what INT8 changes is counted on the rest.
    """
    arrays = {name: tensor.numpy() for name, tensor in trained.tagger.items()}
    facts = {
        "label_set": trained.label_set.name,
        "labels": trained.label_set.labels,
        "text_contract": CONTRACT_VERSION,
    }
    attention, config = settings.attention, trained.config
    reference = build_graph(arrays, config, attention=attention, facts=facts)
    small = quantized_graph(arrays, config, batches[::2], attention=attention, facts=facts)
    write_atomically(folder / FLOAT_TAGGER_FILE, reference.SerializeToString())
    write_atomically(folder / TAGGER_FILE, small.SerializeToString())
    error = _graph_error(folder / FLOAT_TAGGER_FILE, trained, batches)
    parity = compare(
        folder / FLOAT_TAGGER_FILE,
        folder / TAGGER_FILE,
        batches[1::2] or batches,
        _transitions(trained.transitions),
    )
    if not settings.keep_float:
        (folder / FLOAT_TAGGER_FILE).unlink()
    return error, parity


def _transitions(learned: LearnedTransitions) -> Transitions:
    """The learned transitions as the decoder uses them."""
    return Transitions.from_learned(learned.start, learned.end, learned.matrix)


def _graph_error(graph: Path, trained: _Trained, batches: Sequence[Batch]) -> float:
    """Largest difference between the torch model and its graph; raises when it is too large."""
    tagger = Tagger(trained.config).eval()
    tagger.load_state_dict(trained.tagger)
    session = TaggerSession(graph, labels=trained.config.labels)
    error = max((_batch_error(tagger, session, batch) for batch in batches), default=0.0)
    if trained.config.countries:
        error = max(error, _country_error(tagger, session, batches))
    if not error <= MAX_GRAPH_ERROR:
        raise TrainingError(
            f"the graph differs from the trained model by {error:.2g}, at most {MAX_GRAPH_ERROR} "
            "may be: nothing was written; please report this with the recipe"
        )
    return error


@torch.inference_mode()
def _batch_error(tagger: Tagger, session: TaggerSession, batch: Batch) -> float:
    """Largest difference of an emission on one batch."""
    arrays = (batch.pieces, batch.shapes, batch.gaps)
    expected = tagger(*(torch.from_numpy(array) for array in arrays)).numpy()
    return float(np.abs(expected - session.emissions(batch))[batch.mask].max())


@torch.inference_mode()
def _country_error(tagger: Tagger, session: TaggerSession, batches: Sequence[Batch]) -> float:
    """Largest difference of a country's score."""
    error = 0.0
    for batch in batches:
        arrays = (batch.pieces, batch.shapes, batch.gaps)
        _, expected = tagger.with_countries(*map(torch.from_numpy, arrays))
        assert expected is not None
        for rows, (logits,) in session.outputs(batch, ["country_logits"]):  # [rows, countries]
            error = max(error, float(np.abs(expected.numpy()[rows] - logits).max()))
    return error


def _manifest(
    trained: _Trained,
    settings: ExportSettings,
    card: CardFacts,
    graph_error: float,
    parity: Parity,
) -> BundleManifest:
    """What the bundle says about itself; the digests are filled in when it is written."""
    state, facts = trained.saved.state, trained.saved.facts
    return BundleManifest(
        name=settings.name,
        label_set=trained.label_set.name,
        labels=trained.label_set.labels,
        text_contract=CONTRACT_VERSION,
        encoder=to_mapping(trained.config),
        transitions=trained.transitions,
        countries=tuple(facts.get("countries", ())),
        quantization=QUANTIZATION,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        postwright_version=postwright.__version__,
        training={
            "step": state.step,
            "rows_seen": state.rows_seen,
            "seconds": round(state.seconds),
            "corpus_rows": facts["corpus_rows"],
            **{key: facts[key] for key in ("init", "averaged_steps") if key in facts},
            "recipe": _without_paths(facts["recipe"]),
            "resumed": times_resumed(trained.saved.path.parent / "log.jsonl"),
            "hardware": card.hardware,
            "scores": [to_mapping(score) for score in card.scores],
        },
        parity={**parity.to_json(), "graph_error": graph_error},
    )


def _without_paths(recipe: dict[str, Any]) -> dict[str, Any]:
    """The recipe without its table of local files, which say nothing elsewhere."""
    return {table: values for table, values in recipe.items() if table != "data"}


def _write_card_and_manifest(folder: Path, manifest: BundleManifest, facts: CardFacts) -> None:
    """Write the card, then the manifest over all files, then verify what lies there."""
    sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    write_atomically(folder / MODEL_CARD_FILE, model_card(manifest, facts, sizes=sizes).encode())
    write_manifest(folder, manifest)
    for problem in verify_bundle(folder):
        raise BundleError(problem)


def _put_in_place(writing: Path, out: Path) -> None:
    """Rename the finished directory to its name; an older bundle there goes."""
    old = out.with_name(f".{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    writing.rename(out)
    shutil.rmtree(old, ignore_errors=True)
