"""``postwright places``: look a name up in the table of places, and build the table."""

from __future__ import annotations

import json
from pathlib import Path

import click

from postwright.places import Place, load_places
from postwright.places.table import read_places

__all__ = ["build_places", "describe_place", "places"]

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def places() -> None:
    """Look places up by name, and build the table of them."""


@places.command()
@click.argument("name")
@click.option("--table", type=_FILE, help="A table of your own; the default is the package's.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def find(name: str, table: Path | None, as_json: bool) -> None:
    """List the places that a NAME may mean, the largest first."""
    for place in (read_places(table) if table else load_places()).find(name):
        facts = place.to_json()
        click.echo(json.dumps(facts, ensure_ascii=False) if as_json else describe_place(place))


@places.command()
@click.option("--table", type=_FILE, help="A table of your own; the default is the package's.")
def info(table: Path | None) -> None:
    """Say what the table holds, and whom it is from."""
    facts = (read_places(table) if table else load_places()).facts
    for name in ("version", "names", "places", "countries", "sha256"):
        click.echo(f"{name:<10} {facts[name]}")
    for source in facts["sources"]:
        click.echo(f"{'source':<10} {source['name']}, {source['licence']}, {source['url']}")


@places.command()
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.option(
    "--licences",
    type=_FILE,
    default="recipes/corpus/sources.toml",
    show_default=True,
    help="The list of licences; what is not CC0 or CC BY there is left out.",
)
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The data folder; the default is POSTWRIGHT_DATA, then ../shared/data.",
)
def build(out: Path, licences: Path, data: Path | None) -> None:
    """Build the table OUT from the gazetteers of the data folder (about two minutes)."""
    build_places(out, licences=licences, data=data)


def build_places(out: Path, *, licences: Path, data: Path | None = None) -> None:
    """Gather the places of CC0 and CC BY sources and write the table."""
    from postwright.corpus.gazetteer import SOURCES, gather_places
    from postwright.corpus.licences import Licences
    from postwright.corpus.recipe import data_directory
    from postwright.places.writing import write_places

    places_found = gather_places(data or data_directory(), Licences.load(licences))
    write_places(out, places_found, sources=SOURCES)


def describe_place(place: Place) -> str:
    """A place in one line.

    >>> describe_place(Place("Paris", "US", "Texas", "TX", "Lamar", (("75460", "75462"),), 2e4))
    'Paris, Lamar, Texas (TX), US  75460-75462'
    """
    region = f"{place.region} ({place.region_code})" if place.region_code else place.region
    where = ", ".join(part for part in (place.name, place.subregion, region, place.country) if part)
    codes = [first if first == last else f"{first}-{last}" for first, last in place.postcodes]
    return f"{where}  {' '.join(codes[:3])}{' …' if len(codes) > 3 else ''}".rstrip()
