"""The vocabulary of tags: what a tagger may say, in an order that never changes.

The meaning of each tag is written down for people in ``docs/labels.md``. Label ids are part of
every saved model, so tags are only ever appended.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from postwright.lazy import lazy_property

__all__ = [
    "CORE",
    "CORE_TAGS",
    "FULL",
    "LABEL_SETS",
    "OUTSIDE",
    "PARENTS",
    "TAGS",
    "LabelSet",
    "fold_to_core",
    "is_legal",
]

OUTSIDE = "O"

TAGS: tuple[str, ...] = (
    "country",
    "region",
    "locality",
    "dependent_locality",
    "postcode",
    "subregion",
    "cedex",
    "venue",
    "street",
    "house_number",
    "unit",
    "po_box",
    "level",
    "building",
    "entrance",
    "staircase",
    "attention",
    "cross_street",
)

CORE_TAGS: tuple[str, ...] = TAGS[:10]

#: Parents of a tag, the preferred (innermost) first: a span hangs below the first one present.
PARENTS: dict[str, tuple[str, ...]] = {
    "country": (),
    "region": ("country",),
    "subregion": ("region", "country"),
    "locality": ("subregion", "region", "country"),
    "dependent_locality": ("locality",),
    "postcode": ("locality", "region", "country"),
    "cedex": ("postcode", "locality"),
    "street": ("dependent_locality", "locality"),
    "cross_street": ("street",),
    "house_number": ("street", "dependent_locality"),
    "venue": ("street", "locality"),
    "building": ("house_number", "street", "venue"),
    "entrance": ("building", "house_number"),
    "staircase": ("building", "house_number"),
    "level": ("building", "house_number", "street"),
    "unit": ("level", "building", "house_number", "street", "venue"),
    "po_box": ("locality",),
    "attention": ("venue",),
}

#: How `fold_to_core` renames tags that are not removed.
_CORE_NAMES = {tag: tag for tag in CORE_TAGS} | {"cross_street": "street"}


@dataclass(frozen=True)
class LabelSet:
    """A named, ordered set of tags and the BIO labels made of it.

    Label 0 is ``O``; the tag at position ``i`` owns ``B`` = ``2 i + 1`` and ``I`` = ``2 i + 2``.

    >>> CORE.labels[:3], len(CORE), len(FULL)
    (('O', 'B-country', 'I-country'), 21, 37)
    """

    name: str
    tags: tuple[str, ...]

    def __len__(self) -> int:
        return 2 * len(self.tags) + 1

    @lazy_property
    def labels(self) -> tuple[str, ...]:
        """All BIO labels in the order of their ids."""
        pairs = (f"{prefix}-{tag}" for tag in self.tags for prefix in "BI")
        return (OUTSIDE, *pairs)

    @lazy_property
    def _positions(self) -> dict[str, int]:
        return {tag: position for position, tag in enumerate(self.tags)}

    def begin(self, tag: str) -> int:
        """Id of the label that opens a span of ``tag``; ``KeyError`` for a tag not in the set."""
        return 2 * self._positions[tag] + 1

    def inside(self, tag: str) -> int:
        """Id of the label that continues a span of ``tag``."""
        return 2 * self._positions[tag] + 2

    def tag_of(self, label: int) -> str | None:
        """Tag of a label id, or ``None`` for ``O``."""
        return self.tags[(label - 1) // 2] if label else None


CORE = LabelSet("core", CORE_TAGS)
FULL = LabelSet("full", TAGS)
LABEL_SETS: dict[str, LabelSet] = {CORE.name: CORE, FULL.name: FULL}


def is_legal(previous: int | None, current: int) -> bool:
    """Whether BIO allows label ``current`` after ``previous`` (``None``: start of the text).

    >>> is_legal(None, 2), is_legal(1, 2), is_legal(2, 2), is_legal(3, 2)
    (False, True, True, False)
    """
    continues = current > 0 and current % 2 == 0
    return not continues or previous in (current - 1, current)


def fold_to_core(spans: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Spans of the full label set as the core set would say them.

    Tags outside the core are removed; a cross street becomes a second street.

    >>> fold_to_core([(0, 7, "street"), (10, 17, "cross_street"), (18, 22, "unit")])
    [(0, 7, 'street'), (10, 17, 'street')]
    """
    return [(start, end, _CORE_NAMES[tag]) for start, end, tag in spans if tag in _CORE_NAMES]
