"""Count the mistakes of a parser by tag and class, with examples: a postmortem before shipping."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from postwright.diagnostics.classes import (
    ERROR_CLASSES,
    NOTHING,
    ClassLine,
    Confusion,
    Diagnosis,
    Example,
    Mistake,
    RowResult,
    TagDiagnosis,
)
from postwright.diagnostics.classify import mistakes_of
from postwright.diagnostics.evaluation import Judged, row_slices
from postwright.diagnostics.matching import RowMatch
from postwright.golden.records import LabelledSpan
from postwright.labels import LabelSet

__all__ = ["class_counts", "confusion_of", "diagnose_judged", "mistakes_of_rows"]

_EXAMPLES = 3

#: What came of a row against the baseline: (right in the baseline, right in the model) → word.
_CHANGES = {(True, False): "broken", (False, True): "fixed", (False, False): "still"}

Mistakes = tuple[Mistake, ...]


def diagnose_judged(judged: Judged, *, baseline: Judged | None = None) -> Diagnosis:
    """Sort every mistake into its class and count; about 1 s for 6,000 rows of a weak model.

    Args:
        judged: predictions held against rows.
        baseline: those of another model on the same rows, to say what it made of each row.
    """
    mistakes = mistakes_of_rows(judged.matches)
    results = [
        _row_result(judged, index, mistakes[index], baseline) for index in range(len(mistakes))
    ]
    tags = (_tag_diagnosis(tag, judged, results) for tag in judged.label_set.tags)
    return Diagnosis(
        model=judged.name,
        rows=len(results),
        adversarial_rows=sum(result.adversarial for result in results),
        tags=tuple(tag for tag in tags if tag is not None),
        confusion=confusion_of(judged.matches, judged.label_set),
        failing=tuple(result for result in results if result.mistakes or result.change),
        surprising=tuple(
            result.id for result in results if result.expect == "fail" and not result.mistakes
        ),
    )


def mistakes_of_rows(matches: Iterable[RowMatch]) -> list[Mistakes]:
    """The mistakes of each row."""
    return [() if match.is_exact else mistakes_of(match) for match in matches]


def class_counts(mistakes: Iterable[Mistakes], tag: str) -> Counter[str]:
    """How many mistakes of each class a tag has."""
    return Counter(one.error_class for row in mistakes for one in row if one.tag == tag)


def confusion_of(matches: Iterable[RowMatch], label_set: LabelSet) -> Confusion:
    """Count golden spans by the tag of the predicted span with the same edges."""
    cells: Counter[tuple[str, str]] = Counter()
    for match in matches:
        gold = {span[:2]: span[2] for span in match.gold}
        predicted = {span[:2]: span[2] for span in match.predicted}
        for edges, tag in gold.items():
            cells[tag, predicted.get(edges, NOTHING)] += 1
        cells.update((NOTHING, tag) for edges, tag in predicted.items() if edges not in gold)
    names = (*label_set.tags, NOTHING)
    return Confusion(
        tags=names,
        counts=tuple(tuple(cells[row, column] for column in names) for row in names),
    )


def _row_result(
    judged: Judged, index: int, mistakes: Mistakes, baseline: Judged | None
) -> RowResult:
    """One row beside what was said of it."""
    row, match, prediction = judged.rows[index], judged.matches[index], judged.predictions[index]
    before = baseline.matches[index] if baseline is not None else None
    sure = prediction.probabilities
    return RowResult(
        id=row.id,
        raw=row.raw,
        country=row.country,
        slices=row_slices(row),
        source=row.source,
        expect=row.expect,
        adversarial=row.is_adversarial,
        gold=match.gold,
        predicted=match.predicted,
        probabilities=tuple(sure[source] for source in match.sources) if sure else (),
        probability=prediction.probability,
        mistakes=mistakes,
        baseline=before.predicted if before is not None else None,
        change=_CHANGES.get((before.is_exact, match.is_exact), "") if before is not None else "",
    )


def _tag_diagnosis(tag: str, judged: Judged, results: Sequence[RowResult]) -> TagDiagnosis | None:
    """Everything that goes wrong with one tag, None where nothing does."""
    mine = [(result, one) for result in results for one in result.mistakes if one.tag == tag]
    if not mine:
        return None
    plain = sum(not result.adversarial for result, _ in mine)
    lines = (_class_line(name, mine, plain) for name in ERROR_CLASSES)
    golden = [sum(span[2] == tag for span in match.gold) for match in judged.matches]
    return TagDiagnosis(
        tag=tag,
        support=sum(golden),
        plain_support=sum(
            count for count, row in zip(golden, judged.rows, strict=True) if not row.is_adversarial
        ),
        missing=sum(one.kind == "missing" for _, one in mine),
        wrong=sum(one.kind == "wrong" for _, one in mine),
        classes=tuple(line for line in lines if line.count),
    )


def _class_line(
    error_class: str, mistakes: Sequence[tuple[RowResult, Mistake]], plain: int
) -> ClassLine:
    """One class of a tag's mistakes, of which `plain` are in rows that are not adversarial."""
    mine = [(result, one) for result, one in mistakes if one.error_class == error_class]
    plain_count = sum(not result.adversarial for result, _ in mine)
    return ClassLine(
        error_class=error_class,
        count=len(mine),
        share=len(mine) / len(mistakes),
        missing=sum(one.kind == "missing" for _, one in mine),
        wrong=sum(one.kind == "wrong" for _, one in mine),
        plain_count=plain_count,
        plain_share=plain_count / plain if plain else 0.0,
        examples=_examples(mine),
    )


def _examples(mistakes: Sequence[tuple[RowResult, Mistake]]) -> tuple[Example, ...]:
    """Up to three mistakes, each of another row, spread over the set; plain rows first."""
    by_row: dict[str, tuple[RowResult, Mistake]] = {}
    for result, one in sorted(mistakes, key=lambda pair: pair[0].adversarial):
        by_row.setdefault(result.id, (result, one))
    several = list(by_row.values())
    step = max(1, len(several) // _EXAMPLES)
    return tuple(_example(*pair) for pair in several[::step][:_EXAMPLES])


def _example(result: RowResult, mistake: Mistake) -> Example:
    """A mistake in texts instead of offsets."""
    return Example(
        id=result.id,
        raw=result.raw,
        kind=mistake.kind,
        gold=_text(result.raw, mistake.gold),
        predicted=_text(result.raw, mistake.predicted),
        detail=mistake.detail,
    )


def _text(raw: str, span: LabelledSpan | None) -> str | None:
    return raw[span[0] : span[1]] if span is not None else None
