"""A parse written down: for people, for programs, for pages.

`FORMATS` is the whole list; `format_parse` picks from it. Every format takes any parse, whatever
characters it holds, and what it writes can always be encoded as UTF-8.
"""

from __future__ import annotations

from collections.abc import Callable

from postwright.decoder.formats.data import to_components_line, to_json_line, to_tuple_line
from postwright.decoder.formats.drawing import draw_tree
from postwright.decoder.formats.markup import to_html, to_xml
from postwright.decoder.result import Parse
from postwright.errors import InputError

__all__ = ["FORMATS", "format_parse"]

#: Name of a format → what writes it. All but `tree` write one line a parse; only `tree` has colour.
FORMATS: dict[str, Callable[[Parse], str]] = {
    "components": to_components_line,
    "html": to_html,
    "json": to_json_line,
    "tree": draw_tree,
    "tuple": to_tuple_line,
    "xml": to_xml,
}


def format_parse(parse: Parse, name: str, *, colour: bool = False) -> str:
    """Write a parse in the format of this name, without a newline at the end.

    >>> format_parse(Parse("?"), "components")
    '{}'

    Args:
        parse: what to write.
        name: a key of `FORMATS`.
        colour: whether `tree` may colour its text for a terminal; no other format has colour.

    Raises:
        InputError: there is no such format.
    """
    if name not in FORMATS:
        raise InputError(f"no format {name!r}; the formats are {', '.join(sorted(FORMATS))}")
    if name == "tree":
        return draw_tree(parse, colour=colour)
    return FORMATS[name](parse)
