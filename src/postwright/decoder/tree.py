"""Spans hung below each other: the number below its street, the street below its town."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from postwright.decoder.spans import Span
from postwright.labels import PARENTS

__all__ = ["Node", "build_tree"]


@dataclass(frozen=True, slots=True)
class Node:
    """A span and the spans that belong to it, in the order of the text."""

    tag: str
    value: str
    start: int
    end: int
    probability: float
    children: tuple[Node, ...]
    facts: Mapping[str, Any] | None = field(default=None, hash=False)


def build_tree(spans: Sequence[Span]) -> tuple[Node, ...]:
    """Hang every span below the first tag of its parent list that is present.

    Where that tag occurs more than once the nearest span takes it (the fewest characters between
    the two; of equals the one that stands first). A span whose parents are all absent is a root.
    The parent table has no cycle, so neither has the tree.

    >>> street = Span("street", "Main St", 3, 10, 1.0, 1.0)
    >>> number = Span("house_number", "12", 0, 2, 1.0, 1.0)
    >>> [(root.tag, root.children[0].value) for root in build_tree([number, street])]
    [('street', '12')]

    Args:
        spans: in the order of the text, not overlapping.

    Returns:
        The roots, in the order of the text.
    """
    places: dict[str, list[int]] = {}
    for index, span in enumerate(spans):
        places.setdefault(span.tag, []).append(index)
    below: dict[int | None, list[int]] = {}
    for index in range(len(spans)):
        below.setdefault(_parent(spans, places, index), []).append(index)
    return _nodes(spans, below, None)


def _parent(spans: Sequence[Span], places: dict[str, list[int]], child: int) -> int | None:
    """Return the index of the span that `child` hangs below, or ``None`` for a root."""
    for tag in PARENTS.get(spans[child].tag, ()):
        if tag in places:
            # Spans are in order, so the nearest is the one before or the one behind.
            at = bisect(places[tag], child)
            around = places[tag][max(0, at - 1) : at + 1]
            return min(around, key=lambda index: _distance(spans[index], spans[child]))
    return None


def _distance(one: Span, other: Span) -> int:
    """Count the characters that lie between two spans."""
    return max(one.start - other.end, other.start - one.end)


def _nodes(
    spans: Sequence[Span], below: dict[int | None, list[int]], parent: int | None
) -> tuple[Node, ...]:
    """Build the nodes below `parent`; no deeper than the parent table, so recursion is safe."""
    return tuple(
        Node(
            span.tag,
            span.value,
            span.start,
            span.end,
            span.probability,
            _nodes(spans, below, index),
            span.facts,
        )
        for index in below.get(parent, ())
        for span in (spans[index],)
    )
