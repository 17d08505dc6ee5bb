"""Reading, writing and verifying a model directory."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from postwright.bundle import (
    MANIFEST_FILE,
    MODEL_CARD_FILE,
    TAGGER_FILE,
    TOKENIZER_FILE,
    WEIGHTS_FILE,
    BundleManifest,
    LearnedTransitions,
    read_bundle,
    verify_bundle,
    write_manifest,
    write_model_card,
)
from postwright.errors import BundleError
from postwright.labels import CORE, FULL


def edit(directory: Path, **changes: Any) -> None:
    """Overwrite keys of a bundle's manifest, as a careless hand would."""
    path = directory / MANIFEST_FILE
    facts = json.loads(path.read_text(encoding="utf-8")) | changes
    path.write_text(json.dumps(facts), encoding="utf-8")


def test_a_bundle_comes_back_as_it_was_written(bundle_path: Path, manifest: BundleManifest) -> None:
    """Every field survives the file; only the digests are added."""
    found = read_bundle(bundle_path).manifest
    assert replace(found, digests={}) == manifest
    assert set(found.digests) == {TAGGER_FILE, TOKENIZER_FILE, WEIGHTS_FILE, MODEL_CARD_FILE}


def test_a_whole_bundle_has_no_problems(bundle_path: Path) -> None:
    """The verifier has nothing to say about a bundle in which all is well."""
    assert verify_bundle(bundle_path) == []


def test_a_bundle_knows_its_labels_and_its_tokenizer(
    bundle_path: Path, tokenizer_bytes: bytes
) -> None:
    """What a parser asks a bundle for."""
    bundle = read_bundle(str(bundle_path))
    assert bundle.label_set is CORE
    assert bundle.load_tokenizer().serialized == tokenizer_bytes
    assert bundle.tagger_path.is_file()


def test_the_manifest_starts_with_its_format_version(bundle_path: Path) -> None:
    """A reader of another version can tell from the first key."""
    text = (bundle_path / MANIFEST_FILE).read_text(encoding="utf-8")
    assert next(iter(json.loads(text).items())) == ("format_version", 2)


def test_writing_leaves_no_temporary_file(bundle_path: Path) -> None:
    """The temporary name is renamed away."""
    assert not [each.name for each in bundle_path.iterdir() if each.name.startswith(".")]


def test_missing_weights_are_no_problem(bundle_path: Path) -> None:
    """The fp32 weights are kept out of the wheel."""
    (bundle_path / WEIGHTS_FILE).unlink()
    read_bundle(bundle_path)
    assert verify_bundle(bundle_path) == []


@pytest.mark.parametrize("name", [TAGGER_FILE, TOKENIZER_FILE])
def test_a_missing_file_is_named(bundle_path: Path, name: str) -> None:
    """The message names the file and the mend."""
    (bundle_path / name).unlink()
    with pytest.raises(BundleError, match=f"{name} is missing; copy the whole bundle"):
        read_bundle(bundle_path)


@pytest.mark.parametrize("name", [TAGGER_FILE, TOKENIZER_FILE, WEIGHTS_FILE])
def test_a_changed_file_is_named(bundle_path: Path, name: str) -> None:
    """One byte more is found, and both digests are shown."""
    with (bundle_path / name).open("ab") as file:
        file.write(b"!")
    with pytest.raises(BundleError, match=rf"{name} has the digest sha256:\w{{12}}….*says sha256:"):
        read_bundle(bundle_path)


def test_digests_can_be_left_unread(bundle_path: Path) -> None:
    """`verify=False` checks the manifest only."""
    (bundle_path / TAGGER_FILE).write_bytes(b"another graph")
    assert read_bundle(bundle_path, verify=False).label_set is CORE


def test_a_changed_model_card_stops_only_the_verifier(bundle_path: Path) -> None:
    """A parser does not read the card, so a corrected typing error must not stop it."""
    (bundle_path / MODEL_CARD_FILE).write_text("# changed\n", encoding="utf-8")
    read_bundle(bundle_path)
    assert [MODEL_CARD_FILE in problem for problem in verify_bundle(bundle_path)] == [True]


def test_a_model_card_is_put_into_a_bundle(bundle_path: Path) -> None:
    """With its digest, and the training facts that it states; all else is as it was."""
    before = read_bundle(bundle_path).manifest
    write_model_card(bundle_path, "# naïve\n", training={"hardware": "two cores"})
    after = read_bundle(bundle_path).manifest
    assert verify_bundle(bundle_path) == []
    assert (bundle_path / MODEL_CARD_FILE).read_text(encoding="utf-8") == "# naïve\n"
    assert after.training == {**before.training, "hardware": "two cores"}
    digests = {**before.digests, MODEL_CARD_FILE: after.digests[MODEL_CARD_FILE]}
    assert after == replace(before, training=after.training, digests=digests)


def test_a_damaged_bundle_gets_no_card(bundle_path: Path) -> None:
    """New digests would hide the damage."""
    (bundle_path / TAGGER_FILE).write_bytes(b"another graph")
    with pytest.raises(BundleError, match="digest"):
        write_model_card(bundle_path, "# new\n")
    assert (bundle_path / MODEL_CARD_FILE).read_text(encoding="utf-8") == "# test\n"


def test_the_verifier_lists_every_problem(bundle_path: Path) -> None:
    """Not only the first one."""
    (bundle_path / TAGGER_FILE).unlink()
    edit(bundle_path, text_contract=99)
    problems = verify_bundle(bundle_path)
    assert ["text_contract" in problems[0], TAGGER_FILE in problems[1]] == [True, True]


def test_a_directory_without_a_manifest_is_refused(tmp_path: Path) -> None:
    """The message says what was looked for, and where one comes from."""
    with pytest.raises(BundleError, match=r"bundle\.json is missing.*postwright model export"):
        read_bundle(tmp_path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", "it is not JSON"),
        (b"[1]", "it holds a list"),
        (b'{"name": "x"}', "format_version is None, this postwright reads 1 and 2"),
        (b'{"format_version": true}', "format_version is True"),
        (b'{"format_version": 3}', "format_version is 3, this postwright reads 1 and 2; install"),
        (b'{"format_version": 1}', "missing key 'name'"),
        (b'{"format_version": 2}', "missing key 'name'"),
        (b"\xff\xfe", "cannot read"),
        (b"[" * 100_000, "it is not JSON"),
    ],
)
def test_an_unreadable_manifest_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    """Whatever stands in the file, the answer is one clear error that names it."""
    (tmp_path / MANIFEST_FILE).write_bytes(content)
    with pytest.raises(BundleError, match=message) as caught:
        read_bundle(tmp_path)
    assert MANIFEST_FILE in str(caught.value)


N = len(CORE)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"label_set": "huge"}, "label_set is 'huge', known here: core, full"),
        ({"labels": ["O", "B-planet"]}, "label 1 is 'B-planet', must be 'B-country'"),
        ({"labels": list(CORE.labels[:-2])}, f"label {N - 2} is nothing.*{N - 2} labels, must be"),
        ({"labels": list(FULL.labels)}, f"label {N} is 'B-unit', must be nothing"),
        ({"text_contract": 7}, "text_contract is 7, this postwright prepares text by version 1"),
        ({"encoder": {}}, "encoder.vocabulary_size is None"),
        ({"labels": "O"}, "labels = 'O'"),
        ({"digests": {}}, "names no digest of tagger.onnx"),
    ],
)
def test_a_manifest_that_does_not_fit_is_refused(
    bundle_path: Path, changes: dict[str, Any], message: str
) -> None:
    """Label set, labels, text contract, encoder and digests are held against this package."""
    edit(bundle_path, **changes)
    with pytest.raises(BundleError, match=message):
        read_bundle(bundle_path)


@pytest.mark.parametrize(
    ("start", "matrix", "message"),
    [
        ([0.0] * (N - 1), [[0.0] * N] * N, f"transitions.start has {N - 1} values, must have {N}"),
        ([0.0] * N, [[0.0] * N] * (N - 1), f"transitions.matrix has {N - 1} rows"),
        (
            [0.0] * N,
            [[0.0] * N] * (N - 1) + [[0.0]],
            rf"transitions.matrix\[{N - 1}\] has 1 values",
        ),
        (
            [float("nan")] + [0.0] * (N - 1),
            [[0.0] * N] * N,
            "start holds a value that is not finite",
        ),
        ([0.0] * N, [[float("-inf")] * N] * N, r"matrix\[0\] holds a value that is not finite"),
        (["x"] * N, [[0.0] * N] * N, "transitions.start"),
    ],
)
def test_transitions_of_a_wrong_shape_or_value_are_refused(
    bundle_path: Path, start: list[Any], matrix: list[list[float]], message: str
) -> None:
    """A diverged run or another label set must not reach the decoder."""
    edit(bundle_path, transitions={"start": start, "end": [0.0] * N, "matrix": matrix})
    with pytest.raises(BundleError, match=message):
        read_bundle(bundle_path)


def test_keys_of_a_later_version_are_skipped(bundle_path: Path) -> None:
    """Facts may be added to the manifest without a new format version."""
    edit(bundle_path, mood="good")
    assert read_bundle(bundle_path).manifest.name == "test"


def test_a_tokenizer_of_another_size_is_refused(bundle_path: Path) -> None:
    """An encoder of another vocabulary would look up rows that it does not have."""
    edit(bundle_path, encoder={"vocabulary_size": 16000})
    bundle = read_bundle(bundle_path)
    with pytest.raises(BundleError, match=r"tokenizer\.model has \d+ pieces, expected 16000"):
        bundle.load_tokenizer()
    assert ["expected 16000" in problem for problem in verify_bundle(bundle_path)] == [True]


def test_another_tokenizer_is_refused_even_when_files_are_not_verified(bundle_path: Path) -> None:
    """The digest that counts most is checked again where the tokenizer is loaded."""
    digests = read_bundle(bundle_path).manifest.digests
    edit(bundle_path, digests=digests | {TOKENIZER_FILE: "0" * 64})
    with pytest.raises(BundleError, match=r"has sha256 .*expected 000000000000"):
        read_bundle(bundle_path, verify=False).load_tokenizer()


def test_a_manifest_that_does_not_fit_is_not_written(
    bundle_path: Path, manifest: BundleManifest
) -> None:
    """The old manifest stays when the new one is wrong."""
    before = (bundle_path / MANIFEST_FILE).read_bytes()
    wrong = replace(manifest, transitions=LearnedTransitions((), (), ()))
    with pytest.raises(BundleError, match="transitions"):
        write_manifest(bundle_path, wrong)
    assert (bundle_path / MANIFEST_FILE).read_bytes() == before


def test_the_manifest_is_written_last(tmp_path: Path, manifest: BundleManifest) -> None:
    """A manifest beside missing files would promise what is not there."""
    with pytest.raises(BundleError, match=r"tagger\.onnx is missing; write it before"):
        write_manifest(tmp_path, manifest)


def test_writing_into_no_directory_is_an_error(tmp_path: Path, manifest: BundleManifest) -> None:
    """The message names the path."""
    with pytest.raises(BundleError, match="nowhere is not a directory"):
        write_manifest(tmp_path / "nowhere", manifest)
