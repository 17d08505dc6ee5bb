"""From one label per word to spans of the caller's text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from postwright.labels import LabelSet
from postwright.text import trim

__all__ = [
    "Gap",
    "Span",
    "WordSpan",
    "build_spans",
    "find_spans",
    "place_span",
    "unknown_spans",
    "word_spans",
]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text that means something, where it stands, and how sure that is.

    Attributes:
        tag: what the text is, one of `postwright.labels.TAGS`.
        value: the text itself; always `raw[start:end]`.
        start: code point offset into the caller's string.
        end: offset behind the last code point.
        probability: that exactly this span with this tag is right, calibrated where the model
            has a calibration, else the raw one.
        probability_raw: the same as the model says it.
        facts: what a stage of the caller's says about it, of a kind that JSON can hold, or None.
    """

    tag: str
    value: str
    start: int
    end: int
    probability: float
    probability_raw: float
    facts: Mapping[str, Any] | None = field(default=None, hash=False)


class WordSpan(NamedTuple):
    """A span counted in words, before trimming: half-open, with the tag of its words."""

    first: int
    stop: int
    tag: str


class Gap(NamedTuple):
    """A piece of the text that no span covers."""

    value: str
    start: int
    end: int


def word_spans(path: Iterable[int], label_set: LabelSet) -> list[WordSpan]:
    """Read the spans out of a label path.

    A label that continues a span which is not open (Viterbi never says one, another tagger
    might) opens it.

    >>> from postwright.labels import CORE
    >>> word_spans([1, 2, 0, 4, 1], CORE)[:2]
    [WordSpan(first=0, stop=2, tag='country'), WordSpan(first=3, stop=4, tag='region')]
    """
    spans: list[WordSpan] = []
    tag, first = None, 0
    word = -1
    for word, label in enumerate(path):
        here = label_set.tag_of(label)
        if here == tag and not label % 2:  # outside goes on outside, inside goes on inside
            continue
        if tag is not None:
            spans.append(WordSpan(first, word, tag))
        tag, first = here, word
    if tag is not None:
        spans.append(WordSpan(first, word + 1, tag))
    return spans


def find_spans(
    paths: npt.NDArray[np.int64],
) -> tuple[npt.NDArray[np.int64], ...]:
    """Find the spans of many label paths at once: what `word_spans` says of each.

    >>> [column.tolist() for column in find_spans(np.array([[1, 2, 0, 4], [0, 5, 5, 0]]))]
    [[0, 0, 1, 1], [0, 3, 1, 2], [2, 4, 2, 3], [0, 1, 2, 2]]

    Args:
        paths: int64 [batch, words], 0 at padding.

    Returns:
        Row, first word, word behind the last one, and place of the tag in its label set, int64
        [spans] each; row by row, in the order of the words.
    """
    batch, words = paths.shape
    labels = np.zeros((batch, words + 2), dtype=np.int64)  # outside before and behind each row
    labels[:, 1:-1] = paths
    flat = labels.ravel()
    tags = (flat + 1) // 2
    before, here = tags[:-1], tags[1:]
    turns = (here != before) | (flat[1:] % 2 == 1)
    firsts = np.flatnonzero(turns & (here > 0))
    stops = np.flatnonzero(turns & (before > 0))
    rows, first = np.divmod(firsts, words + 2)
    return rows, first, stops - rows * (words + 2), here[firsts] - 1


def place_span(
    raw: str,
    words: Sequence[tuple[int, int]],
    span: WordSpan,
    *,
    probability: float = 1.0,
    probability_raw: float | None = None,
) -> Span | None:
    """Put a span of words into the text and trim it; ``None`` where only punctuation is left.

    >>> place_span("(Paris)", [(0, 1), (1, 6), (6, 7)], WordSpan(0, 3, "locality")).value
    'Paris'
    """
    bounds = trim(raw, words[span.first][0], words[span.stop - 1][1])
    if bounds is None:
        return None
    start, end = bounds
    said = probability if probability_raw is None else probability_raw
    return Span(span.tag, raw[start:end], start, end, probability, said)


def build_spans(
    raw: str,
    words: Sequence[tuple[int, int]],
    path: Iterable[int],
    label_set: LabelSet,
    *,
    probabilities: Sequence[float] | None = None,
) -> list[Span]:
    """Turn a row's labels into trimmed spans, in the order of the text.

    >>> from postwright.labels import CORE
    >>> spans = build_spans("Paris, FR", [(0, 5), (5, 6), (7, 9)], [5, 0, 1], CORE)
    >>> [(span.tag, span.value) for span in spans]
    [('locality', 'Paris'), ('country', 'FR')]

    Args:
        raw: the caller's text.
        words: offsets of its words, as `text.segment` gives them.
        path: one label id per word.
        label_set: the labels that the ids stand for.
        probabilities: one per span of `word_spans(path)`, also of those that trim to nothing;
            1.0 each when there are none.
    """
    found = word_spans(path, label_set)
    sure = probabilities if probabilities is not None else [1.0] * len(found)
    placed = (
        place_span(raw, words, span, probability=probability)
        for span, probability in zip(found, sure, strict=True)
    )
    return [span for span in placed if span is not None]


def unknown_spans(raw: str, spans: Iterable[Span]) -> list[Gap]:
    """List what the spans leave over, so that both together are the whole text.

    >>> unknown_spans("at Paris!", [Span("locality", "Paris", 3, 8, 1.0, 1.0)])
    [Gap(value='at ', start=0, end=3), Gap(value='!', start=8, end=9)]
    """
    gaps: list[Gap] = []
    at = 0
    for span in spans:
        if at < span.start:
            gaps.append(Gap(raw[at : span.start], at, span.start))
        at = span.end
    if at < len(raw):
        gaps.append(Gap(raw[at:], at, len(raw)))
    return gaps
