"""A parse drawn for people: the text with its spans pointed at, and the tree below."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from postwright.decoder.formats.palette import colour_of
from postwright.decoder.result import Locale, Parse
from postwright.decoder.spans import Span
from postwright.decoder.tree import Node

__all__ = ["draw_tree", "visible", "width"]

#: Columns that a picture of the text may take; a longer text has the tree alone.
WIDEST_PICTURE = 100

#: Places of a locality that are drawn; the JSON has more.
_MOST_PLACES = 5

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


class _Line(NamedTuple):
    """A line of the drawn tree, before its columns are aligned."""

    branch: str
    node: Node


@dataclass(frozen=True, slots=True)
class _Brush:
    """Colours text by tag, or leaves it as it is."""

    colour: bool

    def tag(self, tag: str, text: str) -> str:
        return f"\x1b[38;5;{colour_of(tag).terminal}m{text}\x1b[0m" if self.colour else text

    def faint(self, text: str) -> str:
        return f"\x1b[2m{text}\x1b[0m" if self.colour and text else text


def draw_tree(parse: Parse, *, colour: bool = False) -> str:
    """Draw the text with its spans named, and the tree with values and probabilities.

    The picture of the text is left out where it would not fit (over 100 columns) or not line up
    (scripts written from right to left). Control characters are shown as signs, so that nothing
    in an address can command the terminal.

    >>> spans = (Span("house_number", "12", 0, 2, 1.0, 1.0), Span("street", "Elm", 3, 6, 0.5, 0.5))
    >>> print(draw_tree(Parse("12 Elm", spans, probability=0.5)))
    12 Elm
    ┬─ ─┬─
    │   └ street
    └ house_number
    <BLANKLINE>
    street           Elm  0.50
    └─ house_number  12   1.00
    <BLANKLINE>
    whole parse 0.50
    """
    brush = _Brush(colour)
    blocks = [_picture(parse, brush), *_reading(parse, brush), _places(parse.spans, brush)]
    for place, candidate in enumerate(parse.candidates, start=1):
        title = brush.faint(f"candidate {place} of {len(parse.candidates)}")
        blocks += [[title, *_tree(candidate.tree, brush)], _whole(candidate, brush)]
    return "\n\n".join("\n".join(block) for block in blocks if any(block))


def _reading(parse: Parse, brush: _Brush) -> Iterator[list[str]]:
    """Yield the blocks below the picture: the tree, and what is said about the whole."""
    yield _tree(parse.tree, brush)
    notes = [brush.faint(f"{fault.stage}: {visible(fault.reason)}") for fault in parse.faults]
    if parse.error is not None:
        yield [f"error: {visible(parse.error)}", *notes]
    else:
        yield [*_whole(parse, brush), *_locale(parse.locale, brush), *notes]


def _whole(parse: Parse, brush: _Brush) -> list[str]:
    return [brush.faint(f"whole parse {parse.probability:.2f}")]


def _locale(locale: Locale, brush: _Brush) -> list[str]:
    known = [part for part in (locale.country, locale.language) if part is not None]
    sure = [] if locale.probability is None else [f"{locale.probability:.2f}"]
    return [brush.faint(" ".join(["locale", *known, *sure]))] if known else []


def _places(spans: Sequence[Span], brush: _Brush) -> list[str]:
    """Draw what the stage `places` found: the first of the places that a locality may be."""
    lines = []
    for span in spans:
        # A stage of the caller's may give facts of one of these names, in another form.
        match span.facts:
            case {"places": [*places], "places_found": int(found)}:
                lines.append(f"{visible(span.value)}: {found} in the table of places")
                lines += [_place(place, brush) for place in places[:_MOST_PLACES]]
    return lines


def _place(place: Mapping[str, Any], brush: _Brush) -> str:
    parts = (place.get(key) for key in ("name", "subregion", "region", "country"))
    agrees = f"  agrees: {', '.join(place['agrees'])}" if "agrees" in place else ""
    return f"   {', '.join(part for part in parts if part)}{brush.faint(agrees)}"


def _tree(roots: Sequence[Node], brush: _Brush) -> list[str]:
    """Draw the nodes, one a line, in aligned columns."""
    lines = [line for root in roots for line in _branches(root, "", "")]
    if not lines:
        return []
    names = max(width(line.branch + line.node.tag) for line in lines)
    values = max(width(visible(line.node.value)) for line in lines)
    return [_row(line, names, values, brush) for line in lines]


def _row(line: _Line, names: int, values: int, brush: _Brush) -> str:
    tag, value = line.node.tag, visible(line.node.value)
    name_gap = " " * (names - width(line.branch + tag) + 2)
    value_gap = " " * (values - width(value) + 2)
    sure = brush.faint(f"{line.node.probability:.2f}")
    return f"{brush.faint(line.branch)}{brush.tag(tag, tag)}{name_gap}{value}{value_gap}{sure}"


def _branches(node: Node, branch: str, below: str) -> Iterator[_Line]:
    """Yield a node and all below it, with the lines that lead to each."""
    yield _Line(branch, node)
    for child in node.children:
        last = child is node.children[-1]
        yield from _branches(
            child, below + ("└─ " if last else "├─ "), below + ("   " if last else "│  ")
        )


def _picture(parse: Parse, brush: _Brush) -> list[str]:
    """Draw the text, a line under each span, and from each line down to the name of its tag."""
    text = visible(parse.raw)
    if any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text):
        return [text]
    if width(text) > WIDEST_PICTURE or not parse.spans:
        return [text] if width(text) <= WIDEST_PICTURE else []
    edges = [_columns(parse.raw, span) for span in parse.spans]
    stems = [(left + right - 1) // 2 for left, right in edges]
    names = [
        _stems(parse.spans[: index + 1], stems[: index + 1], brush)
        for index in reversed(range(len(parse.spans)))
    ]
    return [_painted(parse, brush), _underlines(parse.spans, edges, stems, brush), *names]


def _columns(raw: str, span: Span) -> tuple[int, int]:
    """Return the columns that a span covers, half-open and at least one."""
    left = width(visible(raw[: span.start]))
    return left, max(left + 1, left + width(visible(span.value)))


def _painted(parse: Parse, brush: _Brush) -> str:
    """Colour each span in the text."""
    pieces: list[tuple[int, str]] = [(gap.start, visible(gap.value)) for gap in parse.unknown]
    pieces += [(span.start, brush.tag(span.tag, visible(span.value))) for span in parse.spans]
    return "".join(text for _, text in sorted(pieces))


def _underlines(
    spans: Sequence[Span], edges: Sequence[tuple[int, int]], stems: Sequence[int], brush: _Brush
) -> str:
    line, at = "", 0
    for span, (left, right), stem in zip(spans, edges, stems, strict=True):
        rule = "─" * (stem - left) + "┬" + "─" * (right - stem - 1)
        line += " " * (left - at) + brush.tag(span.tag, rule)
        at = right
    return line


def _stems(spans: Sequence[Span], stems: Sequence[int], brush: _Brush) -> str:
    """Draw the line that names the last of these spans, past the stems of those before it."""
    line, at = "", 0
    for span, stem in zip(spans[:-1], stems[:-1], strict=True):
        line += " " * (stem - at) + brush.tag(span.tag, "│")
        at = stem + 1
    last = brush.tag(spans[-1].tag, f"└ {spans[-1].tag}")
    return line + " " * (stems[-1] - at) + last


def visible(text: str) -> str:
    r"""Show control characters as signs of one column, so that a line stays a line.

    >>> visible("a\tb\x1b[31m\u202e") == "a␉b␛[31m\ufffd"
    True
    """
    return text if text.isprintable() else "".join(map(_sign, text))


def _sign(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    kind = unicodedata.category(char)
    if kind == "Zs":
        return " "
    harmful = kind in ("Cc", "Cs", "Zl", "Zp") or _is_bidi_control(char)
    return "\ufffd" if harmful else char


def _is_bidi_control(char: str) -> bool:
    """Whether a character changes the direction of what follows it."""
    return "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"


def width(text: str) -> int:
    r"""Count the columns that a text takes on a terminal: two for wide signs, none for marks.

    >>> width("東京 é"), width("e\u0301")
    (6, 1)
    """
    return len(text) if text.isascii() else sum(map(_char_width, text))


def _char_width(char: str) -> int:
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf") else 1
