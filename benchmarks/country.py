"""How often the locale stage names the country of a golden row, first or among its first three.

python benchmarks/country.py [dev|test]
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from postwright import Parser
from postwright.golden import load

ROOT = Path(__file__).parents[1]


def main(split: str = "test") -> None:
    """Print one line for all rows of the split, and one for each country."""
    rows = [row for row in load(ROOT / "golden") if row.split == split and row.spans]
    parser = Parser.load(locale=True)
    support, first, three = Counter[str](), Counter[str](), Counter[str]()
    for row, parse in zip(rows, parser.parse_batch([row.raw for row in rows]), strict=True):
        guesses = [parse.locale.country, *(other.country for other in parse.locale.alternatives)]
        for key in ("all", row.country):
            support[key] += 1
            first[key] += guesses[0] == row.country
            three[key] += row.country in list(dict.fromkeys(guesses))[:3]
    print(f"golden set, {split}: country right, and among the first three, in %")
    for key, rows_of in support.most_common():
        print(
            f"{key:4}{rows_of:7}{100 * first[key] / rows_of:8.1f}{100 * three[key] / rows_of:8.1f}"
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
