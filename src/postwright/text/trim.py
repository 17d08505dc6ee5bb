"""Where a span may begin and end: the one rule of corpus, golden set, decoder and scorer."""

from __future__ import annotations

import regex

__all__ = ["trim"]

_APOSTROPHES = frozenset("'’ʼ‘`´")
_OPENERS = frozenset("#№")
_CLOSERS = frozenset("°º")

#: One library tells letters from the rest, here and in `segment`: Python's own tables are those of
#: another Unicode version, and a letter that only one of them knows would be cut in two.
_TEXT = regex.compile(r"[\p{L}\p{M}\p{N}]")
_LETTER = regex.compile(r"\p{L}")

#: Characters that a grapheme may end on without being a mark (joiners, emoji modifiers).
_EXTENDER = regex.compile(r"[\p{GCB=Extend}\p{GCB=ZWJ}]")


def trim(raw: str, start: int, end: int) -> tuple[int, int] | None:
    """Shrink ``raw[start:end]`` to what a span may be, or ``None`` when nothing is left.

    A span starts on a letter, mark, number, ``#``, ``№`` or an apostrophe glued to a letter; it
    ends on a letter, mark, number, ``°``/``º``, or on a full stop whose word holds another one.

    >>> raw = ", U.S.A., (Bldg. C)."
    >>> [raw[slice(*trim(raw, *span))] for span in ((0, 9), (9, 20))]
    ['U.S.A.', 'Bldg. C']
    """
    while start < end and not _may_start(raw, start, end):
        start += 1
    while end > start and not _may_end(raw, start, end):
        end = min(end - 1, _before_joiners(raw, start, end))
    return (start, end) if start < end else None


def _is_text(char: str) -> bool:
    """Letter, mark or number of any kind."""
    return _TEXT.match(char) is not None


def _may_start(raw: str, at: int, end: int) -> bool:
    char = raw[at]
    if _is_text(char) or char in _OPENERS:
        return True
    return char in _APOSTROPHES and at + 1 < end and _LETTER.match(raw[at + 1]) is not None


def _may_end(raw: str, start: int, end: int) -> bool:
    char = raw[end - 1]
    if _is_text(char) or char in _CLOSERS:
        return True
    if char == ".":
        return "." in _dotted_word(raw, start, end - 1)
    return not char.isascii() and _extends_text(raw, start, end)


def _extends_text(raw: str, start: int, end: int) -> bool:
    """Whether ``raw[start:end]`` ends on joiners that belong to a letter's grapheme."""
    last = _before_joiners(raw, start, end)
    return start < last < end and _is_text(raw[last - 1])


def _before_joiners(raw: str, start: int, end: int) -> int:
    """Where the run of joiners begins that ``raw[start:end]`` ends on; `end` where it has none.

    All of a run may end a span, or none of it: `trim` steps over it whole, for a walk through it
    at each of its characters would take minutes for ten thousand of them.
    """
    while end > start and not raw[end - 1].isascii() and _is_joiner(raw[end - 1]):
        end -= 1
    return end


def _is_joiner(char: str) -> bool:
    return _EXTENDER.match(char) is not None and not _is_text(char)


def _dotted_word(raw: str, start: int, stop: int) -> str:
    """The white-space-delimited text before the full stop at ``stop``, inside the span.

    Two stops in a row hold no letter between them, so ``Main St..`` is no abbreviation.
    """
    if raw[stop - 1 : stop] == ".":
        return ""
    begin = stop
    while begin > start and not raw[begin - 1].isspace():
        begin -= 1
    return raw[begin:stop]
