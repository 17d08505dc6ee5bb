"""``bundle.json``: what a model says about itself, and what must agree before it is believed."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any

from postwright.config import from_mapping, to_mapping
from postwright.errors import BundleError, ConfigError
from postwright.labels import LABEL_SETS, LabelSet
from postwright.text import CONTRACT_VERSION

__all__ = [
    "FORMAT_VERSION",
    "BundleManifest",
    "LearnedTransitions",
    "manifest_from_json",
    "manifest_problems",
    "manifest_to_json",
]

#: Version of the bundle's layout and of ``bundle.json``. Keys may be added without a new version.
#: Since version 2 the graph takes rows of one length at a time, without padding.
FORMAT_VERSION = 2

#: Versions that can be read.
_READABLE = (1, 2)


@dataclass(frozen=True)
class LearnedTransitions:
    """Scores of the CRF as they were learnt, without the penalties of illegal moves.

    Attributes:
        start: [labels] score of a label on the first word.
        end: [labels] score of a label on the last word.
        matrix: [labels, labels] score of the column's label after the row's.
    """

    start: tuple[float, ...]
    end: tuple[float, ...]
    matrix: tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class BundleManifest:
    """The content of ``bundle.json``.

    Attributes:
        name: what people call the model (``small-2026-11``).
        label_set: name of the label set that the tagger speaks (`postwright.labels`).
        labels: its BIO labels in the order of their ids, as the model was trained.
        text_contract: version of the input contract (`postwright.text.CONTRACT_VERSION`).
        encoder: configuration of the encoder; ``vocabulary_size`` is checked at load.
        transitions: learned scores of the CRF.
        quantization: how ``tagger.onnx`` computes: ``int8-static``, ``none``, or in bundles of
            version 1 ``int8-dynamic``.
        created: ISO 8601 time of the export, in UTC.
        postwright_version: version of the package that wrote the bundle.
        digests: SHA-256 in hex of each file of the bundle, by name; filled in by `write_manifest`.
        training: facts of the training run (rows, time, recipe).
        parity: fp32 against the exported graph, as measured at export.
        calibration: settings of the calibrated probabilities, or None where there are none.
        countries: what the graph's output ``country_logits`` scores, in order; empty without it.
        format_version: version of this layout.
    """

    name: str
    label_set: str
    labels: tuple[str, ...]
    text_contract: int
    encoder: dict[str, Any]
    transitions: LearnedTransitions
    quantization: str
    created: str
    postwright_version: str
    digests: dict[str, str] = field(default_factory=dict)
    training: dict[str, Any] = field(default_factory=dict)
    parity: dict[str, Any] = field(default_factory=dict)
    calibration: dict[str, Any] | None = None
    countries: tuple[str, ...] = ()
    format_version: int = FORMAT_VERSION

    @property
    def tags(self) -> LabelSet:
        """The label set itself; ``KeyError`` if a manifest that was not checked names none."""
        return LABEL_SETS[self.label_set]


def manifest_to_json(manifest: BundleManifest) -> str:
    """The text of ``bundle.json``: the format version first, one key a line."""
    facts = to_mapping(manifest)
    ordered = {"format_version": facts.pop("format_version")} | facts
    lines = (f"  {json.dumps(key)}: {_value_to_json(value)}" for key, value in ordered.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _value_to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def manifest_from_json(text: str) -> BundleManifest:
    """Read the text of ``bundle.json``; unknown keys are a later version's facts and are skipped.

    Raises:
        BundleError: not JSON, another format version, a missing key or a wrong type.
    """
    try:
        facts = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BundleError(f"it is not JSON: {error}; copy the bundle again") from error
    if not isinstance(facts, dict):
        raise BundleError(f"it holds a {type(facts).__name__}, not a table; copy the bundle again")
    _check_version(facts.get("format_version"))
    known = {each.name for each in fields(BundleManifest)}
    try:
        return from_mapping(
            {key: value for key, value in facts.items() if key in known}, BundleManifest
        )
    except ConfigError as error:
        raise BundleError(f"{error}; export the model again") from error


def _check_version(found: object) -> None:
    if found is True or found not in _READABLE:
        readable = " and ".join(map(str, _READABLE))
        raise BundleError(
            f"format_version is {found!r}, this postwright reads {readable}; "
            "install the postwright that wrote the bundle, or export the model again"
        )


def manifest_problems(manifest: BundleManifest) -> Iterator[str]:
    """What in a manifest does not fit this package: label set, text contract, transitions."""
    if manifest.label_set not in LABEL_SETS:
        known = ", ".join(LABEL_SETS)
        yield f"label_set is {manifest.label_set!r}, known here: {known}; update postwright"
    elif manifest.labels != manifest.tags.labels:
        yield _label_problem(manifest.labels, manifest.tags)
    if manifest.text_contract != CONTRACT_VERSION:
        yield (
            f"text_contract is {manifest.text_contract}, this postwright prepares text by "
            f"version {CONTRACT_VERSION}; train the model again or install its postwright"
        )
    if not isinstance(manifest.encoder.get("vocabulary_size"), int):
        found = manifest.encoder.get("vocabulary_size")
        yield f"encoder.vocabulary_size is {found!r}, must be an integer; export the model again"
    yield from _transition_problems(manifest.transitions, len(manifest.labels))


def _label_problem(found: tuple[str, ...], expected: LabelSet) -> str:
    """Say where a label list leaves its label set first."""
    pairs = zip(found, expected.labels, strict=False)
    place = next(
        (i for i, (left, right) in enumerate(pairs) if left != right),
        min(len(found), len(expected)),
    )
    have = repr(found[place]) if place < len(found) else "nothing"
    want = repr(expected.labels[place]) if place < len(expected) else "nothing"
    return (
        f"labels differ from the label set {expected.name!r}: label {place} is {have}, must be "
        f"{want} ({len(found)} labels, must be {len(expected)}); train or export the model again"
    )


def _transition_problems(transitions: LearnedTransitions, labels: int) -> Iterator[str]:
    """Wrong shapes and values that are no numbers, one message for each vector."""
    rows = [
        ("start", transitions.start),
        ("end", transitions.end),
        *((f"matrix[{i}]", row) for i, row in enumerate(transitions.matrix)),
    ]
    if len(transitions.matrix) != labels:
        yield (
            f"transitions.matrix has {len(transitions.matrix)} rows, must have {labels}; "
            "export the model again"
        )
    for name, row in rows:
        if len(row) != labels:
            yield (
                f"transitions.{name} has {len(row)} values, must have {labels}; "
                "export the model again"
            )
        elif not all(map(math.isfinite, row)):
            yield (
                f"transitions.{name} holds a value that is not finite: the training run "
                "diverged; export an earlier checkpoint"
            )
