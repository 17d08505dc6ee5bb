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

__all__ = ["DEFAULT_MODEL", "DYNAMIC_MARGIN", "STATIC_MARGIN", "Model", "load_model"]

#: The model that is shipped inside the package.
DEFAULT_MODEL = Path(__file__).resolve().parent.parent / "models" / "default"


#: How close a choice must be to be made again where activations take their scale over the whole
#: batch (`int8-dynamic`): neighbours move scores against each other by up to half a nat.
DYNAMIC_MARGIN = 1.0

#: The same where the scales are fixed: only the order of float32 sums is left, which moves scores
#: by less than a millionth.
STATIC_MARGIN = 0.001

_MARGINS = {"int8-dynamic": DYNAMIC_MARGIN, "int8-static": STATIC_MARGIN, "none": STATIC_MARGIN}


@dataclass(frozen=True)
class Model:
    """The working parts of a bundle; safe to share between threads.

    Attributes:
        close_margin: a best path that leads the second best by less than this (in nats) is
            decided again from emissions of the row alone.
        countries: what the tagger's country scores stand for, ISO 3166-1 alpha-2; may be none.
    """

    path: Path
    tokenizer: Tokenizer
    tagger: Scorer
    transitions: Transitions
    label_set: LabelSet
    calibration: Calibration | None = None
    close_margin: float = DYNAMIC_MARGIN
    countries: tuple[str, ...] = ()


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
        close_margin=_MARGINS.get(bundle.manifest.quantization, DYNAMIC_MARGIN),
        countries=bundle.manifest.countries,
    )
