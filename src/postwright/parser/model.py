"""A bundle made ready to run: everything that the pipeline's stages share and nobody changes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from postwright.bundle import read_bundle
from postwright.decoder import Transitions
from postwright.labels import LabelSet
from postwright.parser.calibration import Calibration
from postwright.parser.tagger import Scorer, TaggerSession
from postwright.text import Tokenizer

__all__ = ["DEFAULT_MODEL", "Model", "load_model"]

#: The model that is shipped inside the package.
DEFAULT_MODEL = Path(__file__).resolve().parent.parent / "models" / "default"


@dataclass(frozen=True)
class Model:
    """The working parts of a bundle; safe to share between threads."""

    path: Path
    tokenizer: Tokenizer
    tagger: Scorer
    transitions: Transitions
    label_set: LabelSet
    calibration: Calibration | None = None


def load_model(path: str | os.PathLike[str] | None = None) -> Model:
    """Load a bundle, the shipped one by default (about 0.1 s for a 7 MB model).

    Raises:
        BundleError: the directory is no bundle, is damaged, or does not fit this package.
    """
    bundle = read_bundle(DEFAULT_MODEL if path is None else path)
    learned = bundle.manifest.transitions
    return Model(
        path=bundle.path,
        tokenizer=bundle.load_tokenizer(),
        tagger=TaggerSession(bundle.tagger_path, labels=len(bundle.label_set)),
        transitions=Transitions.from_learned(learned.start, learned.end, learned.matrix),
        label_set=bundle.label_set,
        calibration=Calibration.from_manifest(bundle.manifest.calibration),
    )
