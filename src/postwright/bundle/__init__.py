"""A model on disk: one directory, whose ``bundle.json`` says what lies in it and how it fits.

`BundleManifest` documents the file key by key.
"""

from postwright.bundle.files import (
    MANIFEST_FILE,
    MODEL_CARD_FILE,
    TAGGER_FILE,
    TOKENIZER_FILE,
    WEIGHTS_FILE,
    write_atomically,
)
from postwright.bundle.manifest import FORMAT_VERSION, BundleManifest, LearnedTransitions
from postwright.bundle.store import (
    Bundle,
    read_bundle,
    verify_bundle,
    write_calibration,
    write_manifest,
    write_model_card,
)

__all__ = [
    "FORMAT_VERSION",
    "MANIFEST_FILE",
    "MODEL_CARD_FILE",
    "TAGGER_FILE",
    "TOKENIZER_FILE",
    "WEIGHTS_FILE",
    "Bundle",
    "BundleManifest",
    "LearnedTransitions",
    "read_bundle",
    "verify_bundle",
    "write_atomically",
    "write_calibration",
    "write_manifest",
    "write_model_card",
]
