"""Which class a mistake belongs to. `_RULES_IN_ORDER` is the order: the first that fits decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import regex

from postwright.diagnostics.classes import Mistake
from postwright.diagnostics.matching import RowMatch, folded
from postwright.golden.records import LabelledSpan
from postwright.text import segment, trim

__all__ = ["mistakes_of"]

#: Tags whose text is, or is known by, a number.
_NUMBERED = frozenset(
    "postcode house_number cedex unit po_box level building entrance staircase".split()
)

#: Letters that are of a script, and not of the Latin one: an accent makes no letter foreign.
_NON_LATIN = regex.compile(r"[\p{L}--\p{Latin}--\p{Common}--\p{Inherited}]", regex.VERSION1)


@dataclass(frozen=True, slots=True)
class _Case:
    """One mistake before it has a class.

    Attributes:
        match: the row.
        tag: of the span that is missing or wrong.
        gold: the missing span, or what the wrong one is held against.
        predicted: the wrong span, or what stands for the missing one.
        is_missing: whether a golden span is missing.
    """

    match: RowMatch
    tag: str
    gold: LabelledSpan | None
    predicted: LabelledSpan | None
    is_missing: bool

    @property
    def own(self) -> LabelledSpan:
        """The span that is missing or wrong."""
        span = self.gold if self.is_missing else self.predicted
        assert span is not None
        return span

    def text(self, span: LabelledSpan) -> str:
        """The text of a span."""
        return self.match.raw[span[0] : span[1]]


def mistakes_of(match: RowMatch) -> tuple[Mistake, ...]:
    """Every mistake of a row with its class: first the missing spans, then the wrong ones.

    >>> raw = "Paris 75008"
    >>> gold = ((0, 5, "locality"), (6, 11, "postcode"))
    >>> [m.error_class for m in mistakes_of(RowMatch(raw, gold, gold[:1], (0,),
    ...     (True, False), (True,)))]
    ['empty_pred']
    """
    missing = [span for span, found in zip(match.gold, match.found, strict=True) if not found]
    wrong = [span for span, right in zip(match.predicted, match.right, strict=True) if not right]
    cases = [
        _Case(match, span[2], span, _other_side(span, wrong), is_missing=True) for span in missing
    ]
    cases += [
        _Case(match, span[2], _other_side(span, missing), span, is_missing=False) for span in wrong
    ]
    return tuple(_classified(case) for case in cases)


def _other_side(span: LabelledSpan, at_fault: Sequence[LabelledSpan]) -> LabelledSpan | None:
    """The span of the same tag, at fault on the other side, that this one is held against.

    Of several, the one that overlaps most, then the nearest.
    """
    same = (other for other in at_fault if other[2] == span[2])
    return max(same, key=lambda other: _overlap(span, other), default=None)


def _overlap(one: LabelledSpan, other: LabelledSpan) -> int:
    """Characters that two spans share; for spans apart, minus the distance."""
    return min(one[1], other[1]) - max(one[0], other[0])


def _classified(case: _Case) -> Mistake:
    """The mistake with the first class that fits."""
    details = ((name, rule(case)) for name, rule in _RULES_IN_ORDER)
    error_class, detail = next((name, text) for name, text in details if text is not None)
    gold, predicted = case.gold, case.predicted
    if error_class == "tag_confused":
        twin = _same_edges(case)
        gold, predicted = (gold, twin) if case.is_missing else (twin, predicted)
    return Mistake(
        tag=case.tag,
        kind="missing" if case.is_missing else "wrong",
        error_class=error_class,
        gold=gold,
        predicted=predicted,
        detail=detail,
    )


def _empty_pred(case: _Case) -> str | None:
    """Nothing was predicted for the tag."""
    if not case.is_missing or any(span[2] == case.tag for span in case.match.predicted):
        return None
    return ""


def _non_latin(case: _Case) -> str | None:
    """The golden text has letters of a non-Latin script."""
    if case.gold is None:
        return None
    return "" if _NON_LATIN.search(case.text(case.gold)) else None


def _num_confused(case: _Case) -> str | None:
    """Another number of the input was predicted: numbers on both sides, in different places."""
    if case.gold is None or case.predicted is None or case.tag not in _NUMBERED:
        return None
    golden, predicted = _digits(case.text(case.gold)), _digits(case.text(case.predicted))
    apart = _overlap(case.gold, case.predicted) <= 0
    return "" if apart and golden and predicted and golden != predicted else None


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def _bio_slip(case: _Case) -> str | None:
    """The same text but for punctuation at an edge, or for a word that was cut."""
    if case.gold is None or case.predicted is None or _overlap(case.gold, case.predicted) <= 0:
        return None
    if case.gold[:2] == case.predicted[:2]:
        return None
    return "" if _mended(case, case.predicted) == _mended(case, case.gold) else None


def _mended(case: _Case, span: LabelledSpan) -> tuple[int, int] | None:
    """The edges of a span when its cut words are made whole and its edges trimmed."""
    start, end, _ = span
    for first, stop in segment(case.match.raw):
        if first < start < stop:
            start = first
        if first < end < stop:
            end = stop
    return trim(case.match.raw, start, end)


def _boundary(case: _Case) -> str | None:
    """The spans overlap, but not with the same edges."""
    if case.gold is None or case.predicted is None or _overlap(case.gold, case.predicted) <= 0:
        return None
    (start, end, _), (first, stop, _) = case.gold, case.predicted
    more, less = first < start or stop > end, first > start or stop < end
    if more and less:
        return "both"
    if more or less:
        return "too long" if more else "too short"
    return None


def _tag_confused(case: _Case) -> str | None:
    """The other side has a span with the same edges under another tag."""
    twin = _same_edges(case)
    return None if twin is None else twin[2]


def _same_edges(case: _Case) -> LabelledSpan | None:
    """The span of the other side with the same edges and another tag."""
    start, end, tag = case.own
    others = case.match.predicted if case.is_missing else case.match.gold
    return next((span for span in others if span[:2] == (start, end) and span[2] != tag), None)


def _case_only(case: _Case) -> str | None:
    """The same text in another letter case."""
    if case.gold is None or case.predicted is None:
        return None
    golden, predicted = case.text(case.gold), case.text(case.predicted)
    same = golden.casefold() == predicted.casefold()
    return "" if same and golden != predicted else None


def _duplicate(case: _Case) -> str | None:
    """The same text stands on the other side, but not as often."""
    others = case.match.predicted if case.is_missing else case.match.gold
    same = (span for span in others if span[2] == case.tag)
    form = folded(case.text(case.own))
    return "" if any(folded(case.text(span)) == form for span in same) else None


def _spurious(case: _Case) -> str | None:
    """The golden set has nothing, or nothing more, of the tag."""
    return "" if not case.is_missing and case.gold is None else None


def _other(case: _Case) -> str | None:
    """None of the others."""
    return ""


#: The classes in their documented order, each with what it asks; text is its detail, None a no.
_RULES_IN_ORDER: tuple[tuple[str, Callable[[_Case], str | None]], ...] = (
    ("empty_pred", _empty_pred),
    ("non_latin", _non_latin),
    ("num_confused", _num_confused),
    ("bio_slip", _bio_slip),
    ("boundary", _boundary),
    ("tag_confused", _tag_confused),
    ("case_only", _case_only),
    ("duplicate", _duplicate),
    ("spurious", _spurious),
    ("other", _other),
)
