"""A matplotlib figure as SVG that can stand inside a page: no ids that clash, no fonts, no style.

``pyplot`` stays out of it, so that no global figure is kept and no display is needed.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib
from markupsafe import Markup, escape
from matplotlib.figure import Figure

__all__ = ["drawing", "to_svg", "without_illegal"]

#: `Any`, because releases of matplotlib type the names of its settings differently.
_SETTINGS: Any = {
    "font.size": 9,
    "svg.fonttype": "none",  # text stays text: small, searchable, in the page's own font
    "svg.hashsalt": "postwright",  # the same figure is the same text
    "text.parse_math": False,  # a slice may be called "$x$"
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": "#999999",
    "axes.axisbelow": True,
    "axes.linewidth": 0.8,
    "grid.color": "#e6e6e6",
    "xtick.color": "#444444",
    "ytick.color": "#222222",
    "legend.frameon": False,
}

#: Characters that neither XML nor a page can hold.
_ILLEGAL = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_OPENING = re.compile(r"<svg [^>]*viewBox=\"([^\"]*)\"[^>]*>")
_STYLE = re.compile(r"<defs>\s*<style[^>]*>.*?</style>\s*</defs>", re.DOTALL)
_ID = re.compile(r' id="([^"]*)"')
_REFERENCE = re.compile(r'(?<=url\(#)[^)]*(?=\))|(?<=href="#)[^"]*(?=")')
#: matplotlib's own list of fonts, after the size of a text or in its place.
_FAMILY = re.compile(r"font-family: [^;\"]*;? ?|(?<=font: )(?P<size>[\d.]+px) [^;\"]*")
_INDENT = re.compile(r"\s*\n\s*")


@contextmanager
def drawing(*, width: float, height: float) -> Iterator[Figure]:
    """An empty figure of so many inches (96 px each), under the settings of this report."""
    with matplotlib.rc_context(_SETTINGS), warnings.catch_warnings():
        # matplotlib measures with its own font, which has no Han; the page's font draws.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        yield Figure(figsize=(width, height), layout="constrained")


def to_svg(figure: Figure, *, key: str, described: str) -> Markup:
    """Write a figure as an ``<svg>`` element; call it while its drawing is open.

    Args:
        figure: what was drawn.
        key: stands before every id, so that figures of one page do not share any.
        described: what the figure shows, for those who cannot see it.
    """
    written = io.BytesIO()
    nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
    figure.savefig(written, format="svg", transparent=True, metadata=nothing)
    return _embedded(written.getvalue().decode("utf-8"), key=key, described=described)


def _embedded(written: str, *, key: str, described: str) -> Markup:
    """The element alone, as wide as its column, with ids of its own."""
    opening = _OPENING.search(written)
    assert opening is not None, "matplotlib writes a viewBox"
    body = _STYLE.sub("", written[opening.end() :])
    used = set(_REFERENCE.findall(body))
    body = _ID.sub(lambda found: f' id="{key}-{found[1]}"' if found[1] in used else "", body)
    body = _REFERENCE.sub(lambda found: f"{key}-{found[0]}", body)
    body = _INDENT.sub(" ", _FAMILY.sub("", body))
    width = round(float(opening[1].split()[2]) * 4 / 3)
    head = (
        f'<svg viewBox="{opening[1]}" role="img" style="max-width:{width}px" '
        f'aria-label="{escape(described)}">'
    )
    return Markup(head + body)


def without_illegal(text: str) -> str:
    r"""A text with U+FFFD for each character that a page cannot hold.

    >>> without_illegal("a\x00b\ud800")
    'a�b�'
    """
    return _ILLEGAL.sub("\ufffd", text)
