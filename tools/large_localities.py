"""Write the frozen list of large localities, those with over 500 rows in the data tables.

Run once before the first model; running it again on other data would move the splits:

    python tools/large_localities.py ../shared/data src/postwright/large_localities.txt.gz
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from postwright.splits import normalise_line

LIMIT = 500


def localities(data: Path) -> Iterator[tuple[str, str]]:
    """Country and locality of every row of ``places`` and ``rows``."""
    for path in sorted(data.glob("places/*/*.tsv.gz")) + sorted(data.glob("rows/*.tsv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                country = row.get("country") or path.parent.name
                yield country, row.get("locality") or ""


def main(data: str, out: str) -> None:
    """Count, cut and write; the archive holds no time, so equal lists are equal files."""
    counts = Counter(localities(Path(data)))
    merged: Counter[str] = Counter()
    for (country, locality), rows in counts.items():
        merged[f"{country}|{normalise_line(locality)}"] += rows
    large = sorted(key for key, n in merged.items() if n > LIMIT and not key.endswith("|"))
    Path(out).write_bytes(gzip.compress("\n".join(large).encode(), mtime=0))
    sys.stderr.write(f"{len(large)} localities with over {LIMIT} rows\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
