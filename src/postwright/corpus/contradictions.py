"""Labels that contradict each other: the same words under different tags, by source.

A surface is the normalised text of a span in one country. The tag that most of its spans have is
taken as right; the others are counted as contradictions of the sources they come from. Some are
true ambiguities: a name of places of two levels (New York is a city and a state), or a bare number
(1000 is a postcode and a house number). The kind of a clash says which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from postwright.corpus.records import Row
from postwright.labels import CORE_TAGS
from postwright.splits import normalise_line

__all__ = [
    "EXAMPLES",
    "KINDS",
    "Clash",
    "Contradictions",
    "find_contradictions",
    "largest_first",
]

#: What contradicts: words; bare numbers; names that are places of several levels.
KINDS = ("words", "numbers", "levels")
#: Places, which share their names by nature.
_LEVELS = frozenset({"country", "region", "subregion", "locality", "dependent_locality"})
#: Surfaces shown of a clash.
EXAMPLES = 3


@dataclass(frozen=True)
class Clash:
    """Spans of one source whose tag is not the usual one of their words.

    Attributes:
        source: where they come from.
        country: ISO 3166-1 alpha-2, or "".
        tag: what the source says.
        usual: what most spans with the same words say.
        count: how many spans.
        examples: a few of the surfaces, commonest first.
        bare: whether the surfaces have no letter.
    """

    source: str
    country: str
    tag: str
    usual: str
    count: int
    examples: tuple[str, ...]
    bare: bool = False

    @property
    def kind(self) -> str:
        """One of `KINDS`."""
        if self.tag in _LEVELS and self.usual in _LEVELS:
            return "levels"
        return "numbers" if self.bare else "words"


@dataclass(frozen=True)
class Contradictions:
    """What was counted.

    Attributes:
        spans: labelled spans of the tags looked at, by source.
        clashes: groups of contradicting spans, the largest first.
        lines: normalised lines that occur with different labels, by source.
    """

    spans: dict[str, int]
    clashes: tuple[Clash, ...]
    lines: dict[str, int]

    @property
    def shares(self) -> dict[str, float]:
        """Contradicting spans of each kind among all spans; 0 for no spans."""
        found = Counter[str]()
        for clash in self.clashes:
            found[clash.kind] += clash.count
        return {kind: found[kind] / max(1, sum(self.spans.values())) for kind in KINDS}

    @property
    def share(self) -> float:
        """Contradicting spans among all spans, names of several places left out."""
        return self.shares["words"] + self.shares["numbers"]


def find_contradictions(rows: Iterable[Row], *, tags: Iterable[str] = CORE_TAGS) -> Contradictions:
    """Count the contradictions among some rows; about 15 µs a span.

    >>> rows = [Row("Elm", ((0, 3, tag),), "US", "x") for tag in ("street", "street", "venue")]
    >>> [(clash.tag, clash.usual) for clash in find_contradictions(rows).clashes]
    [('venue', 'street')]

    Args:
        rows: labelled rows, of any sources.
        tags: the tags that count; by default the ten core tags.
    """
    wanted = frozenset(tags)
    spans: Counter[str] = Counter()
    surfaces: dict[tuple[str, str], Counter[tuple[str, str]]] = {}
    lines: dict[str, dict[tuple[object, ...], str]] = {}
    for row in rows:
        for tag, surface in _surfaces(row):
            if tag in wanted:
                spans[row.source] += 1
                counts = surfaces.setdefault((row.country, surface), Counter())
                counts[tag, row.source] += 1
        labels = tuple(_surfaces(row))
        lines.setdefault(normalise_line(row.raw), {}).setdefault(labels, row.source)
    ways = Counter(
        source for found in lines.values() if len(found) > 1 for source in found.values()
    )
    return Contradictions(dict(spans), tuple(_clashes(surfaces)), dict(ways))


def _surfaces(row: Row) -> Iterator[tuple[str, str]]:
    """Tag and normalised text of every span."""
    for start, end, tag in row.spans:
        yield tag, normalise_line(row.raw[start:end])


def _clashes(surfaces: dict[tuple[str, str], Counter[tuple[str, str]]]) -> list[Clash]:
    """The contradicting spans by source, country and pair of tags."""
    groups: dict[tuple[str, str, str, str, bool], Counter[str]] = {}
    for (country, surface), counts in surfaces.items():
        by_tag: Counter[str] = Counter()
        for (tag, _), count in counts.items():
            by_tag[tag] += count
        usual = max(by_tag, key=lambda tag: (by_tag[tag], tag))
        bare = not any(map(str.isalpha, surface))
        for (tag, source), count in counts.items():
            if tag != usual:
                key = (source, country, tag, usual, bare)
                groups.setdefault(key, Counter())[surface] += count
    clashes = []
    for (source, country, tag, usual, bare), found in groups.items():
        examples = tuple(text for text, _ in found.most_common(EXAMPLES))
        clashes.append(Clash(source, country, tag, usual, found.total(), examples, bare))
    return sorted(clashes, key=largest_first)


def largest_first(clash: Clash) -> tuple[int, str, str, str, str]:
    """What clashes are sorted by."""
    return (-clash.count, clash.source, clash.country, clash.tag, clash.usual)
