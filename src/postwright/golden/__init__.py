"""Golden sets: rows with known right answers, that models are judged by."""

from __future__ import annotations

from postwright.golden.reading import load, write_jsonl
from postwright.golden.records import GoldenRow, check_spans, length_slice, trim_spans
from postwright.golden.validation import Problem, validate

__all__ = [
    "GoldenRow",
    "Problem",
    "check_spans",
    "length_slice",
    "load",
    "trim_spans",
    "validate",
    "write_jsonl",
]
