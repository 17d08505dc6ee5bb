"""The model card: what a model is, what it was made of and what it cannot do, for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from postwright.bundle import BundleManifest
from postwright.config import load_toml

__all__ = ["CardFacts", "Score", "Source", "load_facts", "model_card", "score_of_evaluation"]

_NOT_STATED = "not stated"


@dataclass(frozen=True, kw_only=True)
class Source:
    """One source of training rows and the licence that it is used under."""

    name: str
    licence: str
    rows: int | None = None


@dataclass(frozen=True, kw_only=True)
class Score:
    """One measured figure, 0 to 1, with its 95 % interval."""

    set: str
    figure: str
    rows: int
    value: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class CardFacts:
    """What the files of a model do not say by themselves.

    Attributes:
        summary: one sentence for the head of the card.
        hardware: what it was trained on.
        data: where its rows come from.
        scores: what was measured, and on what.
        limits: what it is known to get wrong, one sentence each.
    """

    summary: str = "Labels the words of a postal address with the parts of the address they are."
    hardware: str = _NOT_STATED
    data: tuple[Source, ...] = ()
    scores: tuple[Score, ...] = ()
    limits: tuple[str, ...] = ()


def load_facts(path: Path) -> CardFacts:
    """Read the facts from a TOML file; raises `ConfigError` on unknown keys and wrong types."""
    return load_toml(path, CardFacts)


def score_of_evaluation(report: Mapping[str, Any]) -> tuple[Score, ...]:
    """Turn what `postwright evaluate --json` prints into figures of a card."""
    figures = {"micro F1": report["micro"]["f1"], "full parse exact": report["exact"]}
    return tuple(
        Score(
            set=report["set"],
            figure=name,
            rows=report["rows"],
            **{key: estimate[key] for key in ("value", "low", "high")},
        )
        for name, estimate in figures.items()
    )


def model_card(manifest: BundleManifest, facts: CardFacts, *, sizes: Mapping[str, int]) -> str:
    """Write the card as Markdown.

    Args:
        manifest: of the bundle that the card lies in.
        facts: what else is known.
        sizes: bytes of each file of the bundle.
    """
    sections = [
        f"# {manifest.name}\n\n{facts.summary}",
        _section("Model", _table(_model_facts(manifest, sizes))),
        _section("Training", _table(_training_facts(manifest, facts))),
        _section("Data and licences", _data(facts.data)),
        _section("Scores", _scores(facts.scores)),
        _section("INT8 against float32", _table(_parity_facts(manifest.parity))),
        _section("Known limits", _limits(facts.limits)),
    ]
    return "\n\n".join(sections) + "\n"


def _section(title: str, body: str) -> str:
    return f"## {title}\n\n{body}"


def _table(facts: Mapping[str, object], head: tuple[str, str] = ("what", "value")) -> str:
    """Two columns."""
    return _rows(head, facts.items())


def _rows(head: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; a pipe in a cell is written as its entity."""
    lines = [head, ["---"] * len(head), *rows]
    cells = ([str(cell).replace("|", "&#124;") for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)


def _model_facts(manifest: BundleManifest, sizes: Mapping[str, int]) -> dict[str, object]:
    """What the graph is."""
    encoder = manifest.encoder
    return {
        "encoder": (
            f"{encoder['level']}-level Transformer, {encoder['dim']} dim, {encoder['layers']} "
            f"layers, {encoder['heads']} heads, {encoder['ffn']} FFN, pooling {encoder['pooling']}"
        ),
        "vocabulary": f"{encoder['vocabulary_size']:,} pieces",
        "labels": f"{manifest.label_set}: {len(manifest.labels)} BIO labels",
        "input contract": manifest.text_contract,
        "quantization": manifest.quantization,
        "made with": f"postwright {manifest.postwright_version}",
        "exported": manifest.created,
        **{f"`{name}`": f"{size / 1e6:.2f} MB" for name, size in sorted(sizes.items())},
    }


def _training_facts(manifest: BundleManifest, facts: CardFacts) -> dict[str, object]:
    """How the weights came to be."""
    training = manifest.training
    return {
        "hardware": facts.hardware,
        "time": f"{training['seconds'] / 60:.0f} minutes",
        "steps": f"{training['step']:,}",
        "rows seen": f"{training['rows_seen']:,}",
        "rows in the corpus": f"{training['corpus_rows']:,}",
        "recipe": "in `bundle.json`, under `training.recipe`",
    }


def _data(data: Sequence[Source]) -> str:
    """The sources, or that nobody stated them."""
    if not data:
        return f"Sources: {_NOT_STATED}."
    rows = ((each.name, each.licence, _count(each.rows)) for each in data)
    return _rows(("source", "licence", "rows"), rows)


def _count(value: int | None) -> str:
    return _NOT_STATED if value is None else f"{value:,}"


def _scores(scores: Sequence[Score]) -> str:
    """The figures in percent, or that there are none."""
    if not scores:
        return "Not measured yet."
    rows = (
        (each.set, each.rows, each.figure, _percent(each.value), _interval(each)) for each in scores
    )
    return _rows(("set", "rows", "figure", "value", "95 % interval"), rows)


def _interval(score: Score) -> str:
    return f"{_percent(score.low)} to {_percent(score.high)}"


def _percent(value: float) -> str:
    return f"{100 * value:.1f}"


def _parity_facts(parity: Mapping[str, Any]) -> dict[str, object]:
    """What the quantised graph does otherwise."""
    return {
        "rows compared": f"{parity['rows']:,}",
        "words compared": f"{parity['words']:,}",
        "words whose label changes": f"{parity['labels_changed']:.3%}",
        "rows with a changed label": f"{parity['rows_changed']:.3%}",
        "largest difference of an emission": f"{parity['largest_difference']:.3f}",
    }


def _limits(limits: Sequence[str]) -> str:
    """One bullet each."""
    return "\n".join(f"- {limit}" for limit in limits) or f"{_NOT_STATED.capitalize()}."
