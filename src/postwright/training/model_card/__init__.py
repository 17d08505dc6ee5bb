"""The model card: what a model is, what it was made of and what it cannot do, for people.

`facts` says what goes in, `page` puts the sections together, and each other file makes one of them.
"""

from postwright.training.model_card.calibration import with_calibration
from postwright.training.model_card.corpus import CorpusFacts, CorpusSource, read_corpus
from postwright.training.model_card.facts import (
    CardFacts,
    Energy,
    Score,
    StatedFacts,
    load_facts,
    times_resumed,
)
from postwright.training.model_card.page import model_card
from postwright.training.model_card.scores import read_evaluation

__all__ = [
    "CardFacts",
    "CorpusFacts",
    "CorpusSource",
    "Energy",
    "Score",
    "StatedFacts",
    "load_facts",
    "model_card",
    "read_corpus",
    "read_evaluation",
    "times_resumed",
    "with_calibration",
]
