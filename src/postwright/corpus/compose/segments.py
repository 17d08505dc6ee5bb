"""Segments: pieces of text with a tag or none, joined into a row at the end."""

import unicodedata
from collections.abc import Iterable, Sequence

from postwright.corpus.records import Row, Span
from postwright.text import trim

Segment = tuple[str, str | None]
"""A piece of text and its tag; None is text outside every span (separators, noise)."""

_APART = " ,\n"
"""What most segments begin or end on, and no word holds."""


def assemble(
    segments: Iterable[Segment], country: str, source: str, forms: Sequence[str]
) -> Row | None:
    """Join segments into a row, offsets exact by construction; None when nothing is left.

    Neighbours that would melt into one word (letter to letter, digit to digit) get a blank between
    them, so that no span can cut a word.

    >>> row = assemble([("12", "house_number"), (" ", None), ("Elm St.", "street")], "US", "x", ())
    >>> row.raw, row.spans
    ('12 Elm St.', ((0, 2, 'house_number'), (3, 9, 'street')))
    """
    texts: list[str] = []
    spans: list[Span] = []
    at, last = 0, " "
    for text, tag in segments:
        if not text:
            continue
        first = text[0]
        if last not in _APART and first not in _APART and melts(last, first):
            texts.append(" ")
            at += 1
        texts.append(text)
        last = text[-1]
        if tag is not None:
            if first.isalnum() and last.isalnum():  # `trim` would leave it as it is
                spans.append((at, at + len(text), tag))
            elif kept := trim(text, 0, len(text)):
                spans.append((at + kept[0], at + kept[1], tag))
        at += len(text)
    raw = "".join(texts)
    if not raw or raw.isspace():
        return None
    return Row(raw, tuple(spans), country, source, tuple(forms))


def melts(before: str, after: str) -> bool:
    """Whether two characters side by side could belong to one word of `text.segment`.

    >>> melts("a", "b"), melts("1", "2"), melts("X", "7"), melts(",", "a"), melts("京", "都")
    (True, True, False, False, False)
    """
    if before in _APART or after in _APART:
        return False
    if after < "\x80" and before < "\x80":
        if before.isalpha():
            return after.isalpha()
        return before.isdigit() and after.isdigit()
    return _melts_beyond_ascii(before, after)


def _melts_beyond_ascii(before: str, after: str) -> bool:
    """The rule for other scripts: combining marks and joiners stick, Han and kana do not."""
    kind = unicodedata.category(after)
    if kind[0] == "M" or kind == "Cf":
        return True
    if _is_cluster_script(before) and _is_cluster_script(after):
        return False
    before_kind = unicodedata.category(before)
    if before_kind == "Cf":
        return True
    return (before_kind[0] in "LM" and kind[0] == "L") or (before_kind == kind == "Nd")


def _is_cluster_script(char: str) -> bool:
    """Han and kana, which are words by the character."""
    return (
        "\u2e80" <= char <= "\u30fa" or "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff"
    )
