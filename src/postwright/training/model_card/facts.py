"""What goes into a card beside the bundle's own manifest: stated by people, or measured."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from postwright.config import load_toml
from postwright.diagnostics import Evaluation
from postwright.training.model_card.corpus import CorpusFacts
from postwright.training.model_card.markdown import NOT_STATED
from postwright.training.progress import read_log

__all__ = ["CardFacts", "Energy", "Score", "StatedFacts", "load_facts", "times_resumed"]


@dataclass(frozen=True, kw_only=True)
class Energy:
    """How the energy of a training run is estimated: its hours times a stated power.

    Attributes:
        watts: mean power.
        covers: what the power is of.
        how: where the figure comes from.
    """

    watts: float
    covers: str
    how: str

    def __post_init__(self) -> None:
        if not self.watts > 0:
            raise ValueError(f"watts = {self.watts}: must be above 0")

    def of_run(self, seconds: float) -> str:
        """The estimate for a run of so many seconds.

        >>> guess = Energy(watts=50, covers="two cores", how="a guess")
        >>> guess.of_run(7200), guess.of_run(72_000)
        ('100 Wh', '1.0 kWh')
        """
        hours = self.watts * seconds / 3600  # watt-hours
        return f"{hours:.0f} Wh" if hours < 1000 else f"{hours / 1000:,.1f} kWh"


@dataclass(frozen=True, kw_only=True)
class StatedFacts:
    """What nobody can measure, from a TOML file.

    Attributes:
        summary: one sentence for the head of the card.
        hardware: what it was trained on.
        energy: how the energy is estimated.
        corpus_recipe: recipe of the corpus, relative to the file; it names tables and licences.
        intended: what the model is for, one sentence each.
        not_intended: what it is not for.
        limits: what it is known to get wrong, beside what the scores show.
    """

    summary: str = "Labels the words of a postal address with the parts of the address they are."
    hardware: str = NOT_STATED
    energy: Energy | None = None
    corpus_recipe: Path | None = None
    intended: tuple[str, ...] = ()
    not_intended: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()


def load_facts(path: Path) -> StatedFacts:
    """Read a TOML file; raises `ConfigError` on unknown keys and wrong types."""
    facts = load_toml(path, StatedFacts)
    recipe = facts.corpus_recipe
    return replace(facts, corpus_recipe=path.parent / recipe) if recipe else facts


@dataclass(frozen=True, kw_only=True)
class Score:
    """One measured figure for the manifest, 0 to 1, with its 95 % interval."""

    set: str
    figure: str
    rows: int
    value: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class CardFacts:
    """All that a card says beside the bundle's manifest.

    Attributes:
        stated: by people.
        corpus: counted in the shards.
        evaluations: what `postwright evaluate` measured. The tables and the known failures come
            from the first; the others are named with their totals.
    """

    stated: StatedFacts = StatedFacts()
    corpus: CorpusFacts | None = None
    evaluations: tuple[Evaluation, ...] = ()

    @property
    def hardware(self) -> str:
        """What the model was trained on."""
        return self.stated.hardware

    @property
    def scores(self) -> tuple[Score, ...]:
        """Micro F1 and exact parses of every evaluation."""
        return tuple(
            Score(
                set=each.rows_judged,
                figure=figure,
                rows=each.scores.rows,
                value=estimate.value,
                low=estimate.low,
                high=estimate.high,
            )
            for each in self.evaluations
            for figure, estimate in (
                ("micro F1", each.scores.micro.f1),
                ("full parse exact", each.scores.exact),
            )
        )


def times_resumed(log: Path) -> int | None:
    """How often a run was taken up again by its ``log.jsonl``; None if the log does not say."""
    starts = sum(record["kind"] == "start" for record in read_log(log))
    return starts - 1 if starts else None
