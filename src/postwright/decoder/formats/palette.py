"""One colour a tag, the same family on a terminal and on a page."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Colour", "colour_of"]


class Colour(NamedTuple):
    """A foreground of the 256 terminal colours, and a light background for dark text."""

    terminal: int
    page: str


_COLOURS: dict[str, Colour] = {
    "country": Colour(141, "#e3d5fa"),
    "region": Colour(105, "#d8d9fb"),
    "locality": Colour(75, "#cfe4fb"),
    "dependent_locality": Colour(80, "#cdeff0"),
    "postcode": Colour(215, "#fde0bd"),
    "subregion": Colour(103, "#dcdfec"),
    "cedex": Colour(180, "#efe3cb"),
    "venue": Colour(211, "#fbd3dd"),
    "street": Colour(114, "#cdeecd"),
    "house_number": Colour(221, "#fbeeb4"),
    "unit": Colour(173, "#f6d8c8"),
    "po_box": Colour(179, "#f0e2b9"),
    "level": Colour(138, "#ecd9d9"),
    "building": Colour(145, "#e4e4e4"),
    "entrance": Colour(109, "#d5e5e8"),
    "staircase": Colour(108, "#d9e8d9"),
    "attention": Colour(175, "#f3d6ea"),
    "cross_street": Colour(150, "#dff0c9"),
}
_OTHER = Colour(250, "#e8e8e8")


def colour_of(tag: str) -> Colour:
    """Return the colour of a tag, grey for one that is not in the vocabulary."""
    return _COLOURS.get(tag, _OTHER)
