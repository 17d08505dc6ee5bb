"""Composition: component records written out as labelled addresses."""

from postwright.corpus.compose.composer import Composer
from postwright.corpus.compose.lexicon import Lexicon
from postwright.corpus.compose.weights import FormWeights

__all__ = ["Composer", "FormWeights", "Lexicon"]
