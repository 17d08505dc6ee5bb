"""``postwright model card``: write the card of a bundle anew, and read what goes into one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from postwright.bundle import MODEL_CARD_FILE, read_bundle, write_model_card
from postwright.config import to_mapping
from postwright.errors import ConfigError

if TYPE_CHECKING:
    from postwright.training.model_card import CardFacts

__all__ = ["card", "card_options", "read_card_facts", "rewrite_calibration", "rewrite_card"]

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def card_options(command: Decorated) -> Decorated:
    """The options that say what goes on a card beside the bundle's own facts."""
    options = (
        click.option(
            "--facts",
            type=_FILE,
            help="TOML for the model card: hardware, power, corpus recipe, uses, limits.",
        ),
        click.option(
            "--scores",
            type=_FILE,
            multiple=True,
            help="What `postwright evaluate --json` printed, for the model card; may be repeated, "
            "and the first is shown in full.",
        ),
        click.option(
            "--corpus",
            type=_FOLDER,
            help="The shards trained on: their rows by source and country, for the model card.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command()
@click.argument("bundle", type=_FOLDER)
@card_options
def card(bundle: Path, facts: Path | None, scores: tuple[Path, ...], corpus: Path | None) -> None:
    """Write the model card of a BUNDLE anew, when it was calibrated and evaluated."""
    try:
        given = read_card_facts(facts, scores, corpus)
    except ConfigError as error:
        raise click.UsageError(str(error)) from error
    rewrite_card(bundle, given)
    click.echo(bundle / MODEL_CARD_FILE)


def read_card_facts(facts: Path | None, scores: Sequence[Path], corpus: Path | None) -> CardFacts:
    """Read all that goes on a card beside the bundle's own facts.

    Raises:
        ConfigError: a file holds something else, or the facts name no recipe of the corpus.
        CorpusError: no shard, or a damaged one.
    """
    from postwright.training.model_card import (
        CardFacts,
        StatedFacts,
        load_facts,
        read_corpus,
        read_evaluation,
    )

    stated = load_facts(facts) if facts else StatedFacts()
    if corpus is not None and stated.corpus_recipe is None:
        raise ConfigError("--corpus: the file of --facts must name the corpus_recipe")
    return CardFacts(
        stated=stated,
        corpus=read_corpus(corpus, stated.corpus_recipe)
        if corpus and stated.corpus_recipe
        else None,
        evaluations=tuple(map(read_evaluation, scores)),
    )


def rewrite_card(path: Path, facts: CardFacts) -> None:
    """Write a bundle's card from its manifest and these facts; raises `BundleError`."""
    from postwright.training.model_card import model_card

    bundle = read_bundle(path)
    names = sorted(bundle.manifest.digests.keys() - {MODEL_CARD_FILE})
    files = [path / name for name in names if (path / name).is_file()]
    sizes = {file.name: file.stat().st_size for file in files}
    training = {
        "hardware": facts.hardware,
        "scores": [to_mapping(score) for score in facts.scores],
    }
    write_model_card(path, model_card(bundle.manifest, facts, sizes=sizes), training=training)


def rewrite_calibration(path: Path, calibration: dict[str, Any]) -> None:
    """Write the section on calibration of a bundle's card anew, where it has a card."""
    from postwright.training.model_card import with_calibration

    file = path / MODEL_CARD_FILE
    if file.is_file():
        write_model_card(path, with_calibration(file.read_text(encoding="utf-8"), calibration))
