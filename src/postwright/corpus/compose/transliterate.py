"""Builds the table of town names in other scripts; the only place that needs ICU.

`python -m postwright.corpus.compose.transliterate DATA OUT` reads the place tables under DATA and
writes OUT, which the package carries as `other_scripts.txt.gz`: one name a line, then the name in
each script of `SCRIPTS`, tabs between. It calls ICU's `uconv` (Debian: `icu-devtools`).
"""

import gzip
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from postwright.corpus.compose.cases import strip_accents
from postwright.corpus.compose.scripts import is_latin
from postwright.corpus.compose.tables import read_rows

SCRIPTS = ("Cyrillic", "Arabic", "Hebrew", "Devanagari", "Katakana", "Hangul")
"""The scripts of the table, named as ICU names its transforms."""

_HARD_C = re.compile("c(?![hei])")
_WORD_VOWEL = re.compile(r"\b(?=[aeiouāūīēō])")
_SOUNDS: dict[str, str] = {
    "Cyrillic": "sch/š ch/č w/v sh/š zh/ž ph/f ck/k q/k x/ks th/t",
    "Arabic": "ch/š ck/k ph/f p/b v/f x/ks q/k th/t ee/ī oo/ū o/ū u/ū i/ī a/ā y/ī e/",
    "Hebrew": "ch/z ck/k ph/p x/ks q/k th/t c/s o/w u/w i/y",
    "Devanagari": "ch/c ck/k ph/f x/ks q/k th/t e/ē o/ō",
    "Katakana": "ck/k ph/f th/t l/r",
    "Hangul": "ck/k ph/p th/t f/p v/b",
}
_WEIGHTY = {"US": 700, "FR": 260, "GB": 260, "DE": 260, "CA": 160, "IN": 160}
_NOT_OURS = frozenset(("HM", "TF", "GS", "IO"))
_MILITARY = re.compile("[ADF]PO")


def transliterate(names: Sequence[str], script: str) -> list[str]:
    """Names in another script, as ICU spells them out.

    Args:
        names: names in Latin script, without tabs and line breaks.
        script: one of `SCRIPTS`.

    Returns:
        One spelling a name; vowel marks of Arabic and Hebrew are left out, as people do.
    """
    text = "\n".join(_prepared(name, script) for name in names) + "\n"
    done = subprocess.run(
        ["uconv", "-f", "utf-8", "-t", "utf-8", "-x", f"Latin-{script}"],
        input=text,
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout
    spelled = done.split("\n")[: len(names)]
    if script == "Cyrillic":
        return [word.replace("'", "") for word in spelled]
    return [_bare(word) if script in ("Arabic", "Hebrew") else word for word in spelled]


def _prepared(name: str, script: str) -> str:
    """The name by its sounds, which ICU's letter-by-letter rules do not know."""
    plain = _HARD_C.sub("k", strip_accents(name).lower())
    for pair in _SOUNDS[script].split():
        sound, _, letter = pair.partition("/")
        plain = plain.replace(sound, letter)
    if script in ("Arabic", "Hebrew"):
        plain = _WORD_VOWEL.sub("ʾ", plain)
    return plain.title() if script == "Cyrillic" else plain


def _bare(word: str) -> str:
    """Without vowel marks; a hamza at the front is written as an alif."""
    bare = "".join(c for c in word if unicodedata.category(c) != "Mn")
    return re.sub("(^|(?<= ))[ءأʾ]ا*", "ا", bare)


def largest(places: Path) -> list[str]:
    """The towns with the most rows of each country, as many as its square root allows."""
    names: dict[str, None] = {}
    for folder in sorted(places.iterdir()):
        if folder.name in _NOT_OURS:
            continue
        counts: Counter[str] = Counter()
        for row in read_rows(folder / "localities.tsv.gz"):
            if row.get("src", "geonames") == "geonames":
                counts[row["locality"]] += 1
        quota = _WEIGHTY.get(folder.name, min(120, int(len(counts) ** 0.5) + 3))
        for name, _ in counts.most_common(quota):
            if _is_plain(name):
                names[name] = None
    return sorted(names)


def _is_plain(name: str) -> bool:
    """Whether a name is a town's in Latin letters and nothing else."""
    odd = any(char in name for char in "(),/'’0123456789")
    return 2 < len(name) < 21 and is_latin(name) and not odd and not _MILITARY.match(name)


def build_table(data_dir: Path, out: Path) -> int:
    """Write the table; returns how many names it holds."""
    names = largest(data_dir / "places")
    columns = [transliterate(names, script) for script in SCRIPTS]
    head = "# Towns of GeoNames (CC BY 4.0) as ICU spells them: name\t" + "\t".join(SCRIPTS)
    lines = [head, *("\t".join(cells) for cells in zip(names, *columns, strict=True))]
    out.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), 9, mtime=0))
    return len(names)


if __name__ == "__main__":
    build_table(Path(sys.argv[1]), Path(sys.argv[2]))
