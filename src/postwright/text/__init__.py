"""The input contract: how a text becomes words, and words become what a tagger reads.

Changing anything here that alters an array makes every trained model useless, so it is versioned:
a bundle names the version that it was trained under, and another one is refused.
"""

from __future__ import annotations

from postwright.text.encode import (
    MAX_PIECES,
    MAX_WORDS,
    Batch,
    Codes,
    Encoded,
    collate,
    encode,
    encode_text,
    to_batch,
)
from postwright.text.fold import fold
from postwright.text.segment import segment
from postwright.text.shape import GAP_COUNT, GAPS, SHAPE_COUNT, SHAPES, gap_of, shape_of
from postwright.text.tokenizer import PAD_ID, UNK_ID, Tokenizer
from postwright.text.trim import trim

__all__ = [
    "CONTRACT_VERSION",
    "GAPS",
    "GAP_COUNT",
    "MAX_PIECES",
    "MAX_WORDS",
    "PAD_ID",
    "SHAPES",
    "SHAPE_COUNT",
    "UNK_ID",
    "Batch",
    "Codes",
    "Encoded",
    "Tokenizer",
    "collate",
    "encode",
    "encode_text",
    "fold",
    "gap_of",
    "segment",
    "shape_of",
    "to_batch",
    "trim",
]

#: Version of the input contract; a bundle written under another one is refused.
CONTRACT_VERSION = 1
