"""What a parse returns: the spans of one address, its tree, and everything said about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from postwright.decoder.span_table import SpanTable
from postwright.decoder.spans import Gap, Span, unknown_spans
from postwright.decoder.tree import Node, build_tree
from postwright.labels import TAGS, fold_to_core
from postwright.lazy import lazy_property

__all__ = ["SCHEMA_VERSION", "Fault", "Locale", "LocaleGuess", "Parse", "StageTime", "parses_of"]

#: Version of the JSON that `Parse.to_json` writes; fields are only ever added to one version.
SCHEMA_VERSION = 1

_DIGITS = 6
_SECONDS_DIGITS = 9


@dataclass(frozen=True, slots=True)
class LocaleGuess:
    """A country and language that an address may be written in."""

    country: str | None = None
    language: str | None = None
    probability: float | None = None


@dataclass(frozen=True, slots=True)
class Locale:
    """The country (ISO 3166 alpha-2) and language (ISO 639-1) of an address; None: not known."""

    country: str | None = None
    language: str | None = None
    probability: float | None = None
    alternatives: tuple[LocaleGuess, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that went wrong in a stage without stopping the parse."""

    stage: str
    reason: str


class StageTime(NamedTuple):
    """A stage that ran, and a row's share of the seconds that it took for a batch."""

    stage: str
    seconds: float


@dataclass(frozen=True)
class Parse:
    """One address, parsed. Tree, components and unknown spans are made when first asked for.

    So are the spans themselves where a parser made the parse (`parses_of`).

    >>> parse = Parse("12 Main St", spans=(Span("street", "Main St", 3, 10, 0.9, 0.9),))
    >>> parse["street"], parse["unit"], parse.get("unit", "none"), parse.unknown[0].value
    (('Main St',), (), 'none', '12 ')

    Attributes:
        raw: the text as it was given.
        spans: in the order of the text, never overlapping.
        probability: that all spans together are right; calibrated where the model has a
            calibration, else the raw one.
        probability_raw: the same as the model says it.
        locale: country and language, as far as known.
        candidates: this reading and then the next ones, most probable first, if they were asked
            for.
        faults: what went wrong in a stage without stopping the parse.
        error: why the text could not be parsed, or None.
        withheld: spans that were found but are less sure than was asked for.
        stages: the stages that ran and their times; two parses are equal whatever these are.
    """

    raw: str
    spans: tuple[Span, ...] = ()
    probability: float = 0.0
    probability_raw: float = 0.0
    locale: Locale = Locale()
    candidates: tuple[Parse, ...] = ()
    faults: tuple[Fault, ...] = ()
    error: str | None = None
    withheld: tuple[Span, ...] = ()
    stages: tuple[StageTime, ...] = field(default=(), compare=False)

    def __getstate__(self) -> dict[str, Any]:
        """Return what is pickled and copied: the spans themselves, not the table behind them."""
        return {"spans": self.spans} | {
            name: value for name, value in vars(self).items() if name != _TABLE
        }

    @lazy_property
    def tree(self) -> tuple[Node, ...]:
        """The spans hung below each other; the roots in the order of the text."""
        return build_tree(self.spans)

    @lazy_property
    def components(self) -> dict[str, list[str]]:
        """The values of each tag that is present, tags and values in the order of the text."""
        values: dict[str, list[str]] = {}
        for span in self.spans:
            values.setdefault(span.tag, []).append(span.value)
        return values

    @lazy_property
    def unknown(self) -> tuple[Gap, ...]:
        """What no span covers: with the spans it is the whole text."""
        return tuple(unknown_spans(self.raw, self.spans))

    def __getitem__(self, tag: str) -> tuple[str, ...]:
        """Return all values of a tag, none for an absent one; `KeyError` for an unknown tag."""
        if tag not in TAGS:
            raise KeyError(f"no tag {tag!r}; the tags are {', '.join(TAGS)}")
        return tuple(span.value for span in self.spans if span.tag == tag)

    def get(self, tag: str, default: str | None = None) -> str | None:
        """Return the first value of a tag, or `default` where it is absent."""
        return next(iter(self[tag]), default)

    def to_core(self) -> Parse:
        """Say the same in the ten core tags: the rest is removed, a cross street is a street.

        Candidates that become one reading are merged, their probabilities summed.
        """
        return replace(
            self,
            spans=_core_spans(self.spans),
            candidates=_merged([candidate.to_core() for candidate in self.candidates]),
            withheld=_core_spans(self.withheld),
        )

    def to_json(self, *, stages: bool = False) -> dict[str, Any]:
        """Return the parse as plain data: version 1 of the published schema.

        Args:
            stages: say which stages ran and how long they took, too. Without it two runs give
                the same data.
        """
        data: dict[str, Any] = {
            "schema_version": SCHEMA_VERSION,
            "raw": self.raw,
            **_reading_json(self),
            "locale": _locale_json(self.locale),
            "candidates": [_reading_json(candidate) for candidate in self.candidates],
            "faults": [{"stage": fault.stage, "reason": fault.reason} for fault in self.faults],
            "error": self.error,
        }
        if self.withheld:
            data["withheld"] = [_span_json(span) for span in self.withheld]
        if stages:
            data["stages"] = [
                {"stage": each.stage, "seconds": round(each.seconds, _SECONDS_DIGITS)}
                for each in self.stages
            ]
        return data


class _LazySpans:
    """`Parse.spans` of a parse that has none of its own yet: made from its table, and kept."""

    def __get__(self, parse: Parse | None, owner: type[Parse]) -> tuple[Span, ...]:
        if parse is None:
            return ()  # the default of the field
        attributes = vars(parse)
        if "spans" not in attributes:
            table, row = attributes[_TABLE]
            attributes["spans"] = table.spans(row, parse.raw)
        spans: tuple[Span, ...] = attributes["spans"]
        return spans


#: Where a lazy parse keeps its table and its row there.
_TABLE = "_table"

# Not a field's default: it would stand in the way of a parse that is made with its spans.
Parse.spans = _LazySpans()  # type: ignore[assignment]


def parses_of(
    raws: Sequence[str],
    table: SpanTable,
    probabilities: Sequence[float],
    probabilities_raw: Sequence[float],
) -> list[Parse]:
    """Make parses whose spans stand in a table until they are asked for (about 1 µs each).

    Args:
        raws: the texts.
        table: their spans; row ``i`` belongs to the text ``i``.
        probabilities: of the whole parses.
        probabilities_raw: the same before calibration.
    """
    made = []
    new = object.__new__
    for row, raw in enumerate(raws):
        parse = new(Parse)
        # What is not set here is what the fields' defaults say.
        parse.__dict__.update(
            raw=raw,
            probability=probabilities[row],
            probability_raw=probabilities_raw[row],
            _table=(table, row),
        )
        made.append(parse)
    return made


def _core_spans(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Rename the tags of spans to those of the core, and leave out the rest."""
    at = {(span.start, span.end): span for span in spans}
    folded = fold_to_core((span.start, span.end, span.tag) for span in spans)
    return tuple(replace(at[start, end], tag=tag) for start, end, tag in folded)


def _merged(candidates: list[Parse]) -> tuple[Parse, ...]:
    """Join candidates of the same spans; the first stays first, the rest most probable first."""
    kept: dict[tuple[tuple[str, int, int], ...], Parse] = {}
    for one in candidates:
        key = tuple((span.tag, span.start, span.end) for span in one.spans)
        if (first := kept.get(key)) is not None:
            one = replace(
                first,
                probability=min(1.0, first.probability + one.probability),
                probability_raw=min(1.0, first.probability_raw + one.probability_raw),
            )
        kept[key] = one
    parse, others = [*kept.values()][:1], [*kept.values()][1:]
    return (*parse, *sorted(others, key=lambda other: -other.probability))


def _reading_json(parse: Parse) -> dict[str, Any]:
    """Return what a parse and a candidate have in common."""
    return {
        "spans": [_span_json(span) for span in parse.spans],
        "components": {tag: list(values) for tag, values in parse.components.items()},
        "tree": [_node_json(node) for node in parse.tree],
        "unknown": [gap._asdict() for gap in parse.unknown],
        "probability": round(parse.probability, _DIGITS),
        "probability_raw": round(parse.probability_raw, _DIGITS),
    }


def _span_json(span: Span) -> dict[str, Any]:
    return {
        "tag": span.tag,
        "value": span.value,
        "start": span.start,
        "end": span.end,
        "probability": round(span.probability, _DIGITS),
        "probability_raw": round(span.probability_raw, _DIGITS),
        **_facts_json(span.facts),
    }


def _facts_json(facts: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what a stage of the caller's added, where it did."""
    return {"facts": dict(facts)} if facts else {}


def _node_json(node: Node) -> dict[str, Any]:
    return {
        "tag": node.tag,
        "value": node.value,
        "start": node.start,
        "end": node.end,
        "probability": round(node.probability, _DIGITS),
        "children": [_node_json(child) for child in node.children],
        **_facts_json(node.facts),
    }


def _locale_json(locale: Locale) -> dict[str, Any]:
    return {
        **_guess_json(locale),
        "alternatives": [_guess_json(guess) for guess in locale.alternatives],
    }


def _guess_json(guess: Locale | LocaleGuess) -> dict[str, Any]:
    probability = guess.probability
    return {
        "country": guess.country,
        "language": guess.language,
        "probability": None if probability is None else round(probability, _DIGITS),
    }
