"""Formats for documents and pages: XML and HTML, safe whatever an address holds."""

from __future__ import annotations

import html
import re
from xml.sax.saxutils import quoteattr

from postwright.decoder.formats.palette import colour_of
from postwright.decoder.result import SCHEMA_VERSION, Locale, Parse
from postwright.decoder.spans import Span
from postwright.decoder.tree import Node

__all__ = ["to_html", "to_xml"]

#: What XML 1.0 (section 2.2) does not let stand in a document, escaped or not.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: The same and the C1 controls, which a page's character references cannot name.
_ILLEGAL_ON_PAGES = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: What would break the one line that a parse takes.
_BREAKS = re.compile("[\n\r\x85\u2028\u2029]")


def to_xml(parse: Parse) -> str:
    r"""Write the tree as one line of XML, an element for each node.

    A character that XML cannot hold (most control characters, lone surrogates) becomes U+FFFD;
    the offsets stay those of the original text.

    >>> parse = Parse("Elm", (Span("street", "Elm", 0, 3, 0.5, 0.5),), probability=0.5)
    >>> print(to_xml(parse).replace("><", ">\n<"))
    <address schema_version="1" raw="Elm" probability="0.5">
    <street value="Elm" start="0" end="3" probability="0.5"/>
    </address>
    """
    fields: dict[str, object] = {"schema_version": SCHEMA_VERSION, "raw": parse.raw}
    fields |= {"probability": round(parse.probability, 6)}
    if parse.error is not None:
        fields["error"] = parse.error
    inner = [_node(node) for node in parse.tree]
    inner += _locale(parse.locale)
    inner += [_candidate(candidate) for candidate in parse.candidates]
    inner += [
        _element("fault", {"stage": fault.stage, "reason": fault.reason}) for fault in parse.faults
    ]
    return _element("address", fields, "".join(inner))


def to_html(parse: Parse) -> str:
    """Write the text as one self-contained line of HTML, each span a coloured `<mark>`.

    The tags stand in `<small>` behind their spans and are not selected with the text. Characters
    that a page cannot hold become U+FFFD.
    """
    pieces = [(gap.start, _html_text(gap.value)) for gap in parse.unknown]
    pieces += [(span.start, _mark(span)) for span in parse.spans]
    text = "".join(piece for _, piece in sorted(pieces))
    said = "" if parse.error is None else f' title="{_html_text(parse.error)}"'
    style = "white-space:pre-wrap;line-height:2;unicode-bidi:plaintext"
    return f'<div class="postwright" dir="auto" style="{style}"{said}>{text}</div>'


def _mark(span: Span) -> str:
    style = f"background:{colour_of(span.tag).page};color:#1b1b1b;padding:.15em .3em"
    style += ";border-radius:.25em"
    label = "font-size:.65em;margin-left:.4em;user-select:none;-webkit-user-select:none"
    tag = _html_text(span.tag)
    title = f"{tag} {span.probability:.2f}"
    return (
        f'<mark data-tag="{tag}" title="{title}" style="{style}">'
        f'{_html_text(span.value)}<small style="{label}">{tag}</small></mark>'
    )


def _locale(locale: Locale) -> list[str]:
    known = {"country": locale.country, "language": locale.language}
    fields: dict[str, object] = {name: value for name, value in known.items() if value is not None}
    if locale.probability is not None:
        fields["probability"] = round(locale.probability, 6)
    return [_element("locale", fields)] if fields else []


def _candidate(parse: Parse) -> str:
    inner = "".join(_node(node) for node in parse.tree)
    return _element("candidate", {"probability": round(parse.probability, 6)}, inner)


def _node(node: Node) -> str:
    fields: dict[str, object] = {"value": node.value, "start": node.start, "end": node.end}
    fields["probability"] = round(node.probability, 6)
    return _element(node.tag, fields, "".join(_node(child) for child in node.children))


def _element(name: str, fields: dict[str, object], inner: str = "") -> str:
    written = "".join(f" {key}={_attribute(str(value))}" for key, value in fields.items())
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def _attribute(text: str) -> str:
    return _on_one_line(quoteattr(_ILLEGAL.sub("\ufffd", text)))


def _html_text(text: str) -> str:
    return _on_one_line(html.escape(_ILLEGAL_ON_PAGES.sub("\ufffd", text)))


def _on_one_line(text: str) -> str:
    return _BREAKS.sub(lambda found: f"&#{ord(found[0])};", text)
