"""Gates: what a model must pass before it ships, read from one TOML file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

from postwright.config import load_toml
from postwright.diagnostics.classes import Diagnosis
from postwright.diagnostics.compare import Comparison, GateResult
from postwright.diagnostics.results import MACROS, Estimate, Evaluation
from postwright.errors import ConfigError
from postwright.labels import TAGS

__all__ = ["AxesGate", "DropGates", "Gates", "MinimumGates", "judge_gates", "load_gates"]

_FIGURES = ("micro", "exact", "boundary", *(f"macro_{name}" for name in MACROS))


@dataclass(frozen=True, slots=True)
class AxesGate:
    """How the four axes must stand against the baseline."""

    improved_at_least: int = 2
    worse_at_most: int = 0


@dataclass(frozen=True, slots=True)
class MinimumGates:
    """Least scores: of figures, F1 of tags, share of faultless rows of slices and countries."""

    figures: dict[str, float] = field(default_factory=dict)
    tags: dict[str, float] = field(default_factory=dict)
    slices: dict[str, float] = field(default_factory=dict)
    countries: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _check_names("minimum.figures", self.figures, _FIGURES)
        _check_names("minimum.tags", self.tags, TAGS)
        for bounds in (self.figures, self.tags, self.slices, self.countries):
            _check_shares("minimum", bounds)


@dataclass(frozen=True, slots=True)
class DropGates:
    """Most that may be lost against the baseline: for any one, and for single ones by name."""

    tag: float = 0.02
    slice: float = 0.05
    country: float = 0.05
    tags: dict[str, float] = field(default_factory=dict)
    slices: dict[str, float] = field(default_factory=dict)
    countries: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _check_names("drop.tags", self.tags, TAGS)
        general = {"tag": self.tag, "slice": self.slice, "country": self.country}
        for bounds in (general, self.tags, self.slices, self.countries):
            _check_shares("drop", bounds)


@dataclass(frozen=True, slots=True)
class Gates:
    """All gates of a file; what it leaves out has the default."""

    minimum_support: int = 30
    axes: AxesGate = AxesGate()
    minimum: MinimumGates = field(default_factory=MinimumGates)
    drop: DropGates = field(default_factory=DropGates)

    def __post_init__(self) -> None:
        if self.minimum_support < 1:
            raise ValueError(f"minimum_support = {self.minimum_support}: must be at least 1")


def load_gates(path: Path | None = None, overrides: Sequence[str] = ()) -> Gates:
    """Read gates from a file, or those inside the package.

    Raises:
        ConfigError: an unknown key, figure or tag, a wrong type, or a share out of range.
    """
    if path is not None:
        return load_toml(path, Gates, overrides)
    with resources.as_file(resources.files(__package__).joinpath("gates.toml")) as default:
        return load_toml(default, Gates, overrides)


def judge_gates(
    gates: Gates,
    evaluation: Evaluation,
    diagnosis: Diagnosis,
    comparison: Comparison | None = None,
) -> tuple[GateResult, ...]:
    """Hold a model against every gate; those of a baseline only where there is one.

    A gate on a tag, slice or country of which the set holds too little is left out.
    """
    results = list(_minimum_results(gates, evaluation, diagnosis, comparison))
    if comparison is not None:
        results += _axes_results(gates.axes, comparison)
        results += _drop_results(gates, comparison)
    return tuple(results)


def _check_names(table: str, bounds: Mapping[str, float], known: Sequence[str]) -> None:
    for name in bounds:
        if name not in known:
            raise ConfigError(f"unknown key {table}.{name!r}; known here: {', '.join(known)}")


def _check_shares(table: str, bounds: Mapping[str, float]) -> None:
    for name, value in bounds.items():
        if not 0 <= value <= 1:
            raise ConfigError(f"{table}: {name} = {value}: must be a share from 0 to 1")


def _minimum_results(
    gates: Gates, evaluation: Evaluation, diagnosis: Diagnosis, comparison: Comparison | None
) -> Iterator[GateResult]:
    """The gates that need no baseline."""
    scores, bounds = evaluation.scores, gates.minimum
    figures = {"micro": scores.micro.f1, "exact": scores.exact, "boundary": scores.boundary}
    figures |= {f"macro_{name}": figure for name, figure in scores.macros.items()}
    for name, bound in bounds.figures.items():
        yield _minimum(f"minimum.figures.{name}", figures[name], bound)
    for tag, bound in bounds.tags.items():
        if tag in scores.tags and scores.tags[tag].support >= gates.minimum_support:
            worst = _worst_class(tag, diagnosis, comparison)
            yield _minimum(f"minimum.tags.{tag}", scores.tags[tag].f1, bound, tag, worst)
    for kind, wanted, groups in (
        ("slices", bounds.slices, evaluation.slices),
        ("countries", bounds.countries, evaluation.countries),
    ):
        for name, bound in wanted.items():
            if name in groups and groups[name].rows >= gates.minimum_support:
                yield _minimum(f"minimum.{kind}.{name}", groups[name].exact, bound)


def _minimum(
    gate: str, figure: Estimate, bound: float, tag: str = "", worst: tuple[str, int] = ("", 0)
) -> GateResult:
    """Whether a figure reaches its bound."""
    passed = figure.value >= bound
    message = f"{gate}: {_estimate(figure)}, at least {_percent(bound)} asked for"
    if worst[0] and not passed:
        message += f"; most mistakes of {tag}: {worst[0]} ({worst[1]})"
    return GateResult(gate, passed, figure.value, bound, message, tag, worst[0])


def _worst_class(tag: str, diagnosis: Diagnosis, comparison: Comparison | None) -> tuple[str, int]:
    """The class with the most new mistakes of a tag, or with the most without a baseline."""
    if comparison is not None and tag in comparison.tags:
        changes = comparison.tags[tag].classes
        grown = {name: new - old for name, (old, new) in changes.items()}
    else:
        mine = (one for one in diagnosis.tags if one.tag == tag)
        grown = {line.error_class: line.count for one in mine for line in one.classes}
    return max(grown.items(), key=lambda item: item[1], default=("", 0))


def _axes_results(gate: AxesGate, comparison: Comparison) -> Iterator[GateResult]:
    """The verdict on all axes together."""
    improved = [axis.name for axis in comparison.axes if axis.verdict.endswith("better")]
    worse = [axis.name for axis in comparison.axes if axis.verdict == "worse"]
    yield GateResult(
        "axes.improved_at_least",
        len(improved) >= gate.improved_at_least,
        len(improved),
        gate.improved_at_least,
        f"axes.improved_at_least: {len(improved)} of {len(comparison.axes)} axes improved "
        f"({', '.join(improved) or 'none'}), at least {gate.improved_at_least} asked for",
    )
    yield GateResult(
        "axes.worse_at_most",
        len(worse) <= gate.worse_at_most,
        len(worse),
        gate.worse_at_most,
        f"axes.worse_at_most: {len(worse)} axes significantly worse "
        f"({', '.join(worse) or 'none'}), at most {gate.worse_at_most} allowed",
    )


def _drop_results(gates: Gates, comparison: Comparison) -> Iterator[GateResult]:
    """What was lost of tags, slices and countries."""
    drop = gates.drop
    for tag, change in comparison.tags.items():
        if change.support >= gates.minimum_support:
            grown = {name: new - old for name, (old, new) in change.classes.items()}
            worst = max(grown.items(), key=lambda item: item[1], default=("", 0))
            bound = drop.tags.get(tag, drop.tag)
            yield _drop(f"drop.tags.{tag}", change.difference, bound, tag, worst)
    for kind, groups, bounds, general in (
        ("slices", comparison.slices, drop.slices, drop.slice),
        ("countries", comparison.countries, drop.countries, drop.country),
    ):
        for name, group in groups.items():
            if group.rows >= gates.minimum_support:
                yield _drop(f"drop.{kind}.{name}", group.difference, bounds.get(name, general))


def _drop(
    gate: str, change: Estimate, bound: float, tag: str = "", worst: tuple[str, int] = ("", 0)
) -> GateResult:
    """Whether no more was lost than allowed, or no loss is sure."""
    passed = change.value >= -bound or change.high >= 0
    message = (
        f"{gate}: {_estimate(change)} against the baseline, a loss of {_percent(bound)} allowed"
    )
    if worst[0] and not passed:
        message += f"; most new mistakes of {tag}: {worst[0]} ({worst[1]:+d})"
    return GateResult(gate, passed, change.value, -bound, message, tag, worst[0])


def _estimate(figure: Estimate) -> str:
    """A figure in percent with its interval."""
    return f"{_percent(figure.value)} [{_percent(figure.low)}, {_percent(figure.high)}]"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"
