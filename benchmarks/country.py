"""How often the locale stage names the country of a golden row, first or among its first three.

python benchmarks/country.py [dev|test]   # accuracy, all rows and each country
python benchmarks/country.py --fit        # how much evidence and tagger should count, by dev rows
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import product
from pathlib import Path

import numpy as np

from postwright import Parser
from postwright.golden import GoldenRow, load
from postwright.parser import STAGES
from postwright.parser.locale import evidence_odds, tagger_odds
from postwright.parser.locale_table import load_table
from postwright.parser.model import Model, load_model
from postwright.parser.rows import Rows
from postwright.parser.stages import Stage

ROOT = Path(__file__).parents[1]


def rows_of(split: str) -> list[GoldenRow]:
    """Rows that hold an address."""
    return [row for row in load(ROOT / "golden") if row.split == split and row.spans]


def main(split: str = "test") -> None:
    """Print one line for all rows of the split, and one for each country."""
    rows = rows_of(split)
    parser = Parser.load(locale=True)
    support, first, three = Counter[str](), Counter[str](), Counter[str]()
    for row, parse in zip(rows, parser.parse_batch([row.raw for row in rows]), strict=True):
        guesses = [parse.locale.country, *(other.country for other in parse.locale.alternatives)]
        for key in ("all", row.country):
            support[key] += 1
            first[key] += guesses[0] == row.country
            three[key] += row.country in list(dict.fromkeys(guesses))[:3]
    print(f"golden set, {split}: country right, and among the first three, in %")
    for key, rows_of_it in support.most_common():
        right, among = 100 * first[key] / rows_of_it, 100 * three[key] / rows_of_it
        print(f"{key:4}{rows_of_it:7}{right:8.1f}{among:8.1f}")


def fit() -> None:
    """Print the shares under which the dev rows' countries are most probable, of a grid."""
    rows = [row for row in rows_of("dev") if row.country in load_table().countries]
    evidence, tagger = [], []

    def listen(some: Rows, model: Model) -> None:
        heads = tagger_odds(some, model)
        for row, parse in enumerate(some.parses):
            evidence.append(evidence_odds(parse))
            tagger.append(heads.get(row, np.zeros_like(evidence[-1])))

    listening = Stage("listen", listen, needs=("parses", "groups"), gives=())
    Parser(load_model(), stages=(*STAGES, listening)).parse_batch([row.raw for row in rows])
    truth = [load_table().countries.index(row.country) for row in rows]
    grid = product(np.arange(0, 1.01, 0.1), np.arange(0, 2.01, 0.1))
    tried = [(*_judge(a * np.array(evidence) + b * np.array(tagger), truth), a, b) for a, b in grid]
    loss, right, a, b = min(tried)
    print(f"{len(rows)} rows: {100 * right:.1f} % right, {loss:.3f} nats a row")
    print(f"evidence {a:.1f}, tagger {b:.1f}")


def _judge(odds: np.ndarray, truth: list[int]) -> tuple[float, float]:
    """Mean loss of the true countries in nats, none above 20; the share of them that come first."""
    log = odds - np.logaddexp.reduce(odds, axis=1, keepdims=True)  # [rows, countries]
    own = log[np.arange(len(truth)), truth]
    return float(-np.maximum(own, -20).mean()), float((log.argmax(axis=1) == truth).mean())


if __name__ == "__main__":
    fit() if sys.argv[1:] == ["--fit"] else main(*sys.argv[1:])
