"""Where surfaces stand in a text that are given without offsets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from postwright.errors import InputError
from postwright.text import segment

__all__ = ["place_surfaces"]


def place_surfaces(raw: str, tags: Mapping[str, Sequence[str]]) -> list[tuple[int, int, str]]:
    """Find a place for each surface of each tag.

    The longest surface is placed first, each at the leftmost place that is still free and cuts no
    word; equal lengths go in the order of `tags`. So the number of `10 Rue du 10 Mai` and the
    town of `Rue de Paris, Paris` find their places; what this rule would get wrong needs offsets.

    >>> place_surfaces("Rue de Paris, Paris", {"locality": ["Paris"], "street": ["Rue de Paris"]})
    [(0, 12, 'street'), (14, 19, 'locality')]

    Returns:
        Spans (start, end, tag) in the order of the text.

    Raises:
        InputError: a surface is not in the text, or only where it cuts a word or where another
            surface stands already.
    """
    words = segment(raw)
    starts, ends = {start for start, _ in words}, {end for _, end in words}
    surfaces = [(surface, tag) for tag, listed in tags.items() for surface in listed]
    spans: list[tuple[int, int, str]] = []
    for surface, tag in sorted(surfaces, key=lambda pair: -len(pair[0])):
        places = list(_places(raw, surface))
        whole = [at for at in places if at in starts and at + len(surface) in ends]
        free = (at for at in whole if _is_free(at, at + len(surface), spans))
        start = next(free, None)
        if start is None:
            raise InputError(_why_nowhere(surface, tag, places, whole))
        spans.append((start, start + len(surface), tag))
    return sorted(spans)


def _places(raw: str, surface: str) -> Iterator[int]:
    """All offsets at which a surface occurs; none for the empty one."""
    at = raw.find(surface) if surface else -1
    while at >= 0:
        yield at
        at = raw.find(surface, at + 1)


def _is_free(start: int, end: int, spans: Sequence[tuple[int, int, str]]) -> bool:
    return all(end <= begin or stop <= start for begin, stop, _ in spans)


def _why_nowhere(surface: str, tag: str, places: Sequence[int], whole: Sequence[int]) -> str:
    """One sentence on a surface without a place, with the mend."""
    if not places:
        return f"{tag} {surface!r} is not in raw; write it exactly as it stands there"
    if not whole:
        return f"{tag} {surface!r} cuts a word of raw; write whole words without edge spaces"
    return (
        f"{tag} {surface!r} overlaps another surface at every place; "
        "take one of them out, or give `spans`"
    )
