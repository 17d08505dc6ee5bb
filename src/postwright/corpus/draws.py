"""What a build will draw, by source, country and written form, with the labels that come of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from postwright.corpus.mixture import Mixture
from postwright.corpus.records import Row
from postwright.corpus.sampling import Stratum

__all__ = ["DrawLine", "DrawTables", "draw_tables"]


@dataclass(frozen=True)
class DrawLine:
    """One line of a table of draws: a source, a country, or a written form.

    Attributes:
        name: of the source, the country or the form.
        share: of the rows that are drawn.
        draws: rows of a build.
        repeats: draws for each record that they come from, on average.
        labels: tag → share of the labelled spans in its rows, the largest first.
    """

    name: str
    share: float
    draws: float
    repeats: float
    labels: dict[str, float]


@dataclass(frozen=True)
class DrawTables:
    """What a build will draw, with figures from some of its first rows.

    Attributes:
        sampled: rows that label shares and forms are counted in.
        sources: one line a source; share, draws and repeats follow from the weights.
        countries: the same by country.
        forms: one line a written form, from the sampled rows; a row has several.
    """

    sampled: int
    sources: tuple[DrawLine, ...]
    countries: tuple[DrawLine, ...]
    forms: tuple[DrawLine, ...]


def draw_tables(mixture: Mixture, sampled: Iterable[Row], rows: int) -> DrawTables:
    """The draws of a build of `rows` rows by source, by country and by written form.

    Args:
        mixture: what is drawn from.
        sampled: rows of the build, such as its first ten thousand.
        rows: rows that the build draws.
    """
    seen = _Seen()
    for row in sampled:
        seen.add(row)
    forms = [
        _line(form, count / seen.rows, rows, _records(mixture, seen.strata[form]))
        for form, count in seen.forms.most_common()
    ]
    return DrawTables(
        seen.rows,
        seen.labelled("source", _by(mixture, rows, lambda stratum: stratum.source)),
        seen.labelled("country", _by(mixture, rows, lambda stratum: stratum.country)),
        seen.labelled("form", forms),
    )


class _Seen:
    """What some rows say: labels of each group of rows, rows and strata of each form."""

    def __init__(self) -> None:
        self.rows = 0
        self.forms: Counter[str] = Counter()
        self.strata: dict[str, set[tuple[str, str]]] = {}
        self._labels: dict[tuple[str, str], Counter[str]] = {}

    def add(self, row: Row) -> None:
        """Count one row in."""
        self.rows += 1
        tags = [tag for _, _, tag in row.spans]
        forms = set(row.forms)
        groups = [("source", row.source), ("country", row.country), *(("form", f) for f in forms)]
        for group in groups:
            self._labels.setdefault(group, Counter()).update(tags)
        self.forms.update(forms)
        for form in forms:
            self.strata.setdefault(form, set()).add((row.source, row.country))

    def labelled(self, kind: str, lines: Iterable[DrawLine]) -> tuple[DrawLine, ...]:
        """Lines of one kind with the label shares of their rows, the largest first."""
        found = []
        for line in lines:
            counts = self._labels.get((kind, line.name), Counter())
            shares = {tag: count / counts.total() for tag, count in counts.most_common()}
            found.append(replace(line, labels=shares))
        return tuple(found)


def _records(mixture: Mixture, pairs: set[tuple[str, str]]) -> int:
    """Records of some sources and countries; a row without a country may come of any record."""
    return sum(
        len(stratum.pool)
        for stratum in mixture.strata
        if (stratum.source, stratum.country) in pairs or (stratum.source, "") in pairs
    )


def _by(mixture: Mixture, rows: int, name_of: Callable[[Stratum], str]) -> list[DrawLine]:
    """Strata put together by a name, the largest share first."""
    shares: dict[str, float] = {}
    records: Counter[str] = Counter()
    for stratum in mixture.strata:
        name = name_of(stratum)
        shares[name] = shares.get(name, 0.0) + stratum.share
        records[name] += len(stratum.pool)
    ordered = sorted(shares.items(), key=lambda item: -item[1])
    return [_line(name, share, rows, records[name]) for name, share in ordered]


def _line(name: str, share: float, rows: int, records: int) -> DrawLine:
    """A line that has no label shares yet."""
    return DrawLine(name, share, share * rows, share * rows / max(1, records), {})
