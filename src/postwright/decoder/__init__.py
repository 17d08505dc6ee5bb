"""From emissions to parses: the best label path, spans with probabilities, tree and formats."""

from __future__ import annotations

from postwright.decoder.constraints import Transitions
from postwright.decoder.formats import FORMATS, format_parse
from postwright.decoder.marginals import Marginals, marginals
from postwright.decoder.nbest import Reading, distinct_readings, ranked_paths
from postwright.decoder.result import (
    SCHEMA_VERSION,
    Fault,
    Locale,
    LocaleGuess,
    Parse,
    StageTime,
    parses_of,
)
from postwright.decoder.span_table import SpanTable
from postwright.decoder.spans import (
    Gap,
    Span,
    WordSpan,
    build_spans,
    find_spans,
    place_span,
    unknown_spans,
    word_spans,
)
from postwright.decoder.tree import Node, build_tree
from postwright.decoder.viterbi import Decision, decide, viterbi

__all__ = [
    "FORMATS",
    "SCHEMA_VERSION",
    "Decision",
    "Fault",
    "Gap",
    "Locale",
    "LocaleGuess",
    "Marginals",
    "Node",
    "Parse",
    "Reading",
    "Span",
    "SpanTable",
    "StageTime",
    "Transitions",
    "WordSpan",
    "build_spans",
    "build_tree",
    "decide",
    "distinct_readings",
    "find_spans",
    "format_parse",
    "marginals",
    "parses_of",
    "place_span",
    "ranked_paths",
    "unknown_spans",
    "viterbi",
    "word_spans",
]
