"""Formats for programs: one line of JSON a parse."""

from __future__ import annotations

import json
import re

from postwright.decoder.result import Parse

__all__ = ["to_components_line", "to_json_line", "to_tuple_line"]

#: What JSON lets stand, but some readers split lines at; and lone surrogates: no encoding has them.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def to_json_line(parse: Parse) -> str:
    r"""Write version 1 of the published schema.

    >>> to_json_line(Parse("\ud800"))[:40]
    '{"schema_version": 1, "raw": "\\ud800", "'
    """
    return _line(parse.to_json())


def to_components_line(parse: Parse) -> str:
    """Write only the values of each tag that is present; scripts depend on this form."""
    return _line(parse.components)


def to_tuple_line(parse: Parse) -> str:
    """Write the spans as pairs of tag and value, in the order of the text."""
    return _line([(span.tag, span.value) for span in parse.spans])


def _line(data: object) -> str:
    """Write JSON readably, and escape what could not be encoded or would break the line."""
    return _ESCAPED.sub(_escape, json.dumps(data, ensure_ascii=False))


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
