"""Draw README's picture of a parsed address from the real output of the shipped model.

Run as ``python docs/draw_picture.py``: writes ``docs/parsed-address.svg`` and, between the two
comments that name this script, the drawing in ``README.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import postwright
from postwright.decoder import Node, Parse
from postwright.decoder.formats import format_parse
from postwright.decoder.formats.palette import colour_of

ADDRESS = "350 5th Ave Apt 4B, New York, NY 10118, USA"

ROOT = Path(__file__).parents[1]
SVG = ROOT / "docs" / "parsed-address.svg"
README = ROOT / "README.md"

MARGIN, LINE, INDENT = 24, 30, 28
LETTER, SMALL = 12.64, 8.4  # width of a letter of the address and of the tree, in pixels
STYLE = (
    "text{font-family:ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:#1f2328}"
    ".raw{font-size:21px}.node{font-size:14px}"
    ".middle{text-anchor:middle}.end{text-anchor:end;fill:#6e7781}"
)


def main() -> None:
    """Write the picture and the drawing."""
    parse = postwright.parse(ADDRESS)
    SVG.write_text(draw(parse), encoding="utf-8")
    block = (
        "![A parsed address: its spans in colour, and the tree that they make]"
        "(docs/parsed-address.svg)\n\n"
        f'```text\n$ postwright parse "{ADDRESS}"\n{format_parse(parse, "tree")}\n```'
    )
    README.write_text(_put(README.read_text(encoding="utf-8"), block), encoding="utf-8")


def draw(parse: Parse) -> str:
    """The picture: the text with its spans in colour, the tree below."""
    nodes = list(_walk(parse.tree, 0))
    width = 2 * MARGIN + LETTER * len(parse.raw)
    height = 2 * MARGIN + 44 + LINE * len(nodes)
    body = [*_text(parse), *_tree(nodes, width)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}" '
        f'viewBox="0 0 {width:.0f} {height}" role="img">\n'
        f"<title>{escape(parse.raw)}</title>\n<style>{STYLE}</style>\n"
        f'<rect width="100%" height="100%" rx="8" fill="#ffffff"/>\n'
        + "\n".join(body)
        + "\n</svg>\n"
    )


def _put(readme: str, block: str) -> str:
    """README with the block between the comments that name this script."""
    return re.sub(
        r"(<!-- picture: .*? -->\n).*?(<!-- /picture -->)",
        lambda match: f"{match[1]}{block}\n{match[2]}",
        readme,
        flags=re.DOTALL,
    )


def _walk(nodes: Sequence[Node], depth: int) -> Iterator[tuple[int, Node]]:
    """All nodes with their depth, parents first."""
    for node in nodes:
        yield depth, node
        yield from _walk(node.children, depth + 1)


def _text(parse: Parse) -> Iterator[str]:
    """The address piece by piece, a coloured box behind each span."""
    for span in parse.spans:
        left, size = MARGIN + LETTER * span.start - 2, LETTER * len(span.value) + 4
        yield _box(left, MARGIN, size, 32, colour_of(span.tag).page)
    for piece in (*parse.spans, *parse.unknown):
        if piece.value.strip():
            shown = piece.value.rstrip()
            yield (
                f'<text class="raw" x="{MARGIN + LETTER * piece.start:.1f}" y="{MARGIN + 23}" '
                f'textLength="{LETTER * len(shown):.1f}">{escape(shown)}</text>'
            )


def _tree(nodes: list[tuple[int, Node]], width: float) -> Iterator[str]:
    """One line for each node: its tag in its colour, its value and its probability."""
    values = MARGIN + max(INDENT * depth + SMALL * len(node.tag) for depth, node in nodes) + 40
    for place, (depth, node) in enumerate(nodes):
        left, top = MARGIN + INDENT * depth, MARGIN + 56 + LINE * place
        pill = SMALL * len(node.tag) + 18
        yield _box(left, top, pill, 22, colour_of(node.tag).page)
        yield _line(left + pill / 2, top + 16, node.tag, "node middle")
        yield _line(values, top + 16, node.value, "node")
        yield _line(width - MARGIN, top + 16, f"{node.probability:.2f}", "node end")


def _box(left: float, top: float, width: float, height: float, colour: str) -> str:
    """A rounded box."""
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height}" rx="5" '
        f'fill="{colour}"/>'
    )


def _line(at: float, base: float, text: str, kind: str) -> str:
    """A piece of text."""
    return f'<text class="{kind}" x="{at:.1f}" y="{base:.1f}">{escape(text)}</text>'


if __name__ == "__main__":
    main()
