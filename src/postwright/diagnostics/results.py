"""The figures of one model on one set: plain frozen data, for tables, JSON and the report.

Everything here only holds; `scores`, `calibration` and `evaluation` compute it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from postwright.golden.records import LabelledSpan

__all__ = [
    "MACROS",
    "Bin",
    "Calibration",
    "Estimate",
    "Evaluation",
    "Plain",
    "Prediction",
    "Reliability",
    "Scores",
    "TagScore",
]

_COARSE = "country region subregion locality dependent_locality postcode cedex"
_CORE = f"{_COARSE} venue street house_number"

#: Named means of F1 over tags; `all` is over every tag that has golden spans.
MACROS: dict[str, frozenset[str] | None] = {
    "all": None,
    "core": frozenset(_CORE.split()),
    "nine": frozenset(_CORE.split()) - {"subregion"},
    "eight": frozenset(_CORE.split()) - {"subregion", "cedex"},
    "coarse": frozenset(_COARSE.split()),
    "fine": frozenset({"venue", "street", "house_number"}),
}


class Plain:
    """A dataclass that can be written as JSON."""

    __slots__ = ()

    def to_json(self) -> dict[str, Any]:
        """All fields as plain values for ``json.dumps``."""
        return asdict(self)  # type: ignore[call-overload, no-any-return]


@dataclass(frozen=True, slots=True)
class Prediction(Plain):
    """What a parser said of one row.

    Attributes:
        spans: in the order of the text, (start, end, tag).
        probabilities: one for each span; empty where the parser gives none.
        probability: of the whole parse, None where the parser gives none.
        error: why nothing came out, or None.
    """

    spans: tuple[LabelledSpan, ...] = ()
    probabilities: tuple[float, ...] = ()
    probability: float | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Estimate(Plain):
    """A figure and its 95 % bootstrap interval over rows."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class TagScore(Plain):
    """How well one tag (or all of them together) was found."""

    support: int
    predicted: int
    precision: Estimate
    recall: Estimate
    f1: Estimate


@dataclass(frozen=True, slots=True)
class Scores(Plain):
    """All figures of one parser on one set of rows.

    Attributes:
        rows: how many.
        rule: the matching rule, `folded` or `strict`.
        label_set: the labels that both sides were brought to.
        resamples: of the bootstrap.
        micro: all spans of all tags together.
        exact: share of rows without any fault.
        tags: figures of each tag that occurs on either side.
        macros: mean F1 over the tags of each of `MACROS`, as far as they have golden spans.
        boundary: of the golden spans that a predicted span of their tag touches, the share whose
            start and end it has exactly.
    """

    rows: int
    rule: str
    label_set: str
    resamples: int
    micro: TagScore
    exact: Estimate
    tags: dict[str, TagScore]
    macros: dict[str, Estimate] = field(default_factory=dict)
    boundary: Estimate = Estimate(0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Bin(Plain):
    """Answers of about the same confidence: how sure they were, and how many were right."""

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class Reliability(Plain):
    """How far confidence agrees with being right.

    Attributes:
        count: answers.
        confidence: their mean probability.
        accuracy: the share that was right.
        ece: expected calibration error, the mean distance of the two over the bins.
        bins: equal steps of probability; empty ones are left out.
    """

    count: int
    confidence: float
    accuracy: float
    ece: Estimate
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Calibration(Plain):
    """Reliability of predicted spans (all, per tag, per country) and of whole parses."""

    spans: Reliability
    parses: Reliability | None
    tags: dict[str, Reliability]
    countries: dict[str, Reliability]


@dataclass(frozen=True, slots=True)
class Evaluation(Plain):
    """Everything that `postwright evaluate` says.

    Attributes:
        model: name of the model or parser.
        golden: name of the golden set.
        adversarial: `exclude`, `only` or `include`.
        failed: rows that came back with an error.
        scores: on all rows.
        calibration: None for a parser without probabilities.
        slices: scores on the rows of each slice; a row may be in several.
        countries: scores on the rows of each country.
        split: the one that the rows are of; None for rows of any.
    """

    model: str
    golden: str
    adversarial: str
    failed: int
    scores: Scores
    calibration: Calibration | None
    slices: dict[str, Scores]
    countries: dict[str, Scores]
    split: str | None = None

    @property
    def rows_judged(self) -> str:
        """The golden set and what was taken of it, in words."""
        chosen = [self.golden] + ([f"split {self.split}"] if self.split else [])
        if self.adversarial != "include":
            chosen.append(f"adversarial rows: {self.adversarial}")
        return ", ".join(chosen)
