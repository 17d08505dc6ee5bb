"""The classes of mistakes, and a diagnosis made of them: plain frozen data.

`classify` sorts mistakes into the classes, `diagnosis` counts them.
"""

from __future__ import annotations

from dataclasses import dataclass

from postwright.diagnostics.results import Plain
from postwright.golden.records import LabelledSpan

__all__ = [
    "ERROR_CLASSES",
    "NOTHING",
    "ClassLine",
    "Confusion",
    "Diagnosis",
    "Example",
    "Mistake",
    "RowResult",
    "TagDiagnosis",
]

#: The classes in the order in which they are tried: the first that fits is the mistake's class.
ERROR_CLASSES: dict[str, str] = {
    "empty_pred": "nothing was predicted for the tag",
    "non_latin": "the golden text has letters of a non-Latin script",
    "num_confused": "another number of the input was predicted",
    "bio_slip": "the same text but for punctuation at an edge or a cut word",
    "boundary": "the prediction overlaps the golden span: too long, too short, or both",
    "tag_confused": "the right span under another tag",
    "case_only": "the same text in another letter case",
    "duplicate": "the same text once too often, or once too few",
    "spurious": "the golden set has nothing, or nothing more, of the tag",
    "other": "none of these",
}

#: Column and row of a confusion matrix for "no span with these edges".
NOTHING = "(none)"


@dataclass(frozen=True, slots=True)
class Mistake(Plain):
    """A golden span that was not found, or a predicted one that is not golden.

    Attributes:
        tag: of the golden span if one is missing, else of the predicted one.
        kind: `missing` (false negative) or `wrong` (false positive).
        error_class: one of `ERROR_CLASSES`.
        gold: the golden span that is missing, or that the wrong one was held against.
        predicted: the wrong span, or the one that stands for the missing.
        detail: for `boundary` `too long`, `too short` or `both`; for `tag_confused` the tag of
            the other side; else empty.
    """

    tag: str
    kind: str
    error_class: str
    gold: LabelledSpan | None
    predicted: LabelledSpan | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class RowResult(Plain):
    """One golden row beside what was said of it, for a browser of rows.

    Attributes:
        gold: golden spans, in the label set that was scored.
        predicted: predicted spans, likewise.
        probabilities: one for each predicted span; empty where the parser gives none.
        probability: of the whole parse, or None.
        mistakes: empty for a row without fault.
        baseline: what the baseline predicted, None without one.
        change: against the baseline `broken`, `fixed`, `still` (wrong in both), or empty (right in
            both, or no baseline).
    """

    id: str
    raw: str
    country: str
    slices: tuple[str, ...]
    source: str
    expect: str
    adversarial: bool
    gold: tuple[LabelledSpan, ...]
    predicted: tuple[LabelledSpan, ...]
    probabilities: tuple[float, ...]
    probability: float | None
    mistakes: tuple[Mistake, ...]
    baseline: tuple[LabelledSpan, ...] | None = None
    change: str = ""


@dataclass(frozen=True, slots=True)
class Example(Plain):
    """A mistake to look at: texts instead of offsets, None where a side has nothing."""

    id: str
    raw: str
    kind: str
    gold: str | None
    predicted: str | None
    detail: str


@dataclass(frozen=True, slots=True)
class ClassLine(Plain):
    """One class of one tag's mistakes, with and without adversarial rows.

    Attributes:
        count: mistakes of the class, missing and wrong together.
        share: of all mistakes of the tag.
        missing: those that are missing golden spans.
        wrong: those that are wrong predicted spans.
        plain_count: mistakes in rows that are not adversarial.
        plain_share: of all mistakes of the tag in such rows.
        examples: up to three, each of another row.
    """

    error_class: str
    count: int
    share: float
    missing: int
    wrong: int
    plain_count: int
    plain_share: float
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class TagDiagnosis(Plain):
    """What goes wrong with one tag: its classes in the order of `ERROR_CLASSES`, empty ones out."""

    tag: str
    support: int
    plain_support: int
    missing: int
    wrong: int
    classes: tuple[ClassLine, ...]


@dataclass(frozen=True, slots=True)
class Confusion(Plain):
    """Golden spans (rows) by the tag of the predicted span with the same edges (columns).

    The last row and column is `NOTHING`: no golden or no predicted span has these edges.
    """

    tags: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Diagnosis(Plain):
    """Everything that one model does wrong on one set.

    Attributes:
        model: its name.
        rows: how many were looked at.
        adversarial_rows: how many of them are adversarial.
        tags: tags with mistakes, in the order of the label set.
        confusion: of all spans.
        failing: the rows with at least one mistake, in the order of the set; with a baseline also
            those that it got wrong and the model gets right.
        surprising: ids of rows that are expected to fail and are right.
    """

    model: str
    rows: int
    adversarial_rows: int
    tags: tuple[TagDiagnosis, ...]
    confusion: Confusion
    failing: tuple[RowResult, ...]
    surprising: tuple[str, ...] = ()
