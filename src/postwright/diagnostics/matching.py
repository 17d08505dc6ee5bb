"""Which predicted spans are right: the two matching rules.

`folded` (the default): per row and tag the surfaces are matched as multisets, after NFKC,
casefold and stripping punctuation at the edges.

`strict`: the first span of each tag wins and the others are not looked at; its text must agree
in every character, white space at the edges apart; tags outside the label set are ignored. By this
rule the reference campaign published its numbers.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from postwright.errors import InputError
from postwright.golden import GoldenRow
from postwright.golden.records import LabelledSpan
from postwright.labels import CORE, LabelSet, fold_to_core

__all__ = ["RULES", "RowMatch", "folded", "match_row", "match_rows", "rule_form"]


class RowMatch(NamedTuple):
    """The two sides of one row, in the label set that is scored, and what agrees.

    Attributes:
        raw: the text.
        gold: golden spans.
        predicted: predicted spans.
        sources: index of each predicted span among those that the parser gave.
        found: for each golden span whether it was found.
        right: for each predicted span whether it is golden.
    """

    raw: str
    gold: tuple[LabelledSpan, ...]
    predicted: tuple[LabelledSpan, ...]
    sources: tuple[int, ...]
    found: tuple[bool, ...]
    right: tuple[bool, ...]

    @property
    def is_exact(self) -> bool:
        """Whether nothing is missing and nothing wrong."""
        return all(self.found) and all(self.right)


def folded(surface: str) -> str:
    """The form in which two surfaces are compared under the ``folded`` rule.

    >>> folded("(N.Y.)"), folded("ＭＡＩＮ st.,"), folded("#4B")
    ('n.y', 'main st', '4b')
    """
    text = unicodedata.normalize("NFKC", surface).casefold()
    kept = [place for place, character in enumerate(text) if _is_word_character(character)]
    return text[kept[0] : kept[-1] + 1] if kept else text


def _is_word_character(character: str) -> bool:
    """Whether a character is a letter, a number or a mark, and so no punctuation."""
    return character.isalnum() or unicodedata.category(character).startswith("M")


#: Name of a rule → the form in which it compares surfaces.
RULES: dict[str, Callable[[str], str]] = {"folded": folded, "strict": str.strip}


def rule_form(rule: str) -> Callable[[str], str]:
    """The form in which a rule compares surfaces.

    Raises:
        InputError: there is no such rule.
    """
    if rule not in RULES:
        raise InputError(f"rule {rule!r}: must be one of {', '.join(RULES)}")
    return RULES[rule]


def match_rows(
    rows: Sequence[GoldenRow],
    predictions: Sequence[Iterable[LabelledSpan]],
    *,
    label_set: LabelSet,
    rule: str = "folded",
) -> list[RowMatch]:
    """Match each row with its prediction; about 30 µs a row.

    Raises:
        InputError: no rows, another number of predictions than of rows, or no such rule.
    """
    if not rows or len(rows) != len(predictions):
        raise InputError(
            f"got {len(predictions)} predictions for {len(rows)} rows; expected as many"
        )
    return [
        match_row(row.raw, row.spans, spans, label_set=label_set, rule=rule)
        for row, spans in zip(rows, predictions, strict=True)
    ]


def match_row(
    raw: str,
    gold: Iterable[LabelledSpan],
    predicted: Iterable[LabelledSpan],
    *,
    label_set: LabelSet,
    rule: str = "folded",
) -> RowMatch:
    """Match golden and predicted spans of one text.

    Where more spans than one could answer a golden one, the one at the same place does.

    >>> from postwright.labels import FULL
    >>> match_row("Elm St", [(0, 6, "street")], [(0, 6, "venue")], label_set=FULL).found
    (False,)
    """
    form = rule_form(rule)
    golden = [span for _, span in _side(gold, label_set, rule)]
    side = _side(predicted, label_set, rule)
    found, right = [False] * len(golden), [False] * len(side)
    at_place = {span: index for index, (_, span) in enumerate(side)}
    for index, span in enumerate(golden):
        same = at_place.get(span)
        if same is not None and not right[same]:
            found[index] = right[same] = True
    if not (all(found) and all(right)):
        _match_elsewhere(raw, golden, [span for _, span in side], found, right, form)
    return RowMatch(
        raw,
        tuple(golden),
        tuple(span for _, span in side),
        tuple(source for source, _ in side),
        tuple(found),
        tuple(right),
    )


def _match_elsewhere(
    raw: str,
    gold: Sequence[LabelledSpan],
    predicted: Sequence[LabelledSpan],
    found: list[bool],
    right: list[bool],
    form: Callable[[str], str],
) -> None:
    """Match what is left by its text, in the order of the text; fills in `found` and `right`."""
    waiting: dict[tuple[str, str], list[int]] = {}
    for index, (start, end, tag) in enumerate(predicted):
        if not right[index]:
            waiting.setdefault((tag, form(raw[start:end])), []).append(index)
    for index, (start, end, tag) in enumerate(gold):
        candidates = waiting.get((tag, form(raw[start:end])))
        if not found[index] and candidates:
            found[index] = right[candidates.pop(0)] = True


def _side(
    spans: Iterable[LabelledSpan], label_set: LabelSet, rule: str
) -> list[tuple[int, LabelledSpan]]:
    """Spans as the label set says them and as the rule takes them, each with its index."""
    kept: list[tuple[int, LabelledSpan]] = []
    seen: set[str] = set()
    for index, (start, end, tag) in enumerate(spans):
        if rule == "strict":
            if tag in seen or tag not in label_set.tags:
                continue
            seen.add(tag)
            kept.append((index, (start, end, tag)))
        elif (name := _name_in(label_set.name, tag)) is not None:
            kept.append((index, (start, end, name)))
    return kept


@cache
def _name_in(label_set: str, tag: str) -> str | None:
    """What a label set calls a tag, None for one that it leaves out."""
    if label_set != CORE.name:
        return tag
    return next((name for _, _, name in fold_to_core([(0, 1, tag)])), None)
