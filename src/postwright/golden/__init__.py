"""Golden sets: rows with known right answers, that models are judged by."""

from __future__ import annotations

from postwright.golden.records import GoldenRow, check_spans, load_jsonl, trim_spans

__all__ = ["GoldenRow", "check_spans", "load_jsonl", "trim_spans"]
