"""Readers for the world tables: country names, regions, native formats, samples of names."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from postwright.splits import split_of

Groups = tuple[tuple[str, ...], ...]
"""Native order: lines from top to bottom, each a few slots side by side."""

_SLOTS = {
    "N": "venue",
    "O": "venue",
    "A": "street",
    "D": "dependent_locality",
    "C": "locality",
    "S": "region",
    "Z": "postcode",
    "X": "cedex",
}
FALLBACK_FORMAT = "%N%n%O%n%A%n%Z %C%n%S"


_MENDED = {
    "TR": "%N%n%O%n%D%n%A%n%Z %C %S",
    "HU": "%N%n%O%n%Z %C%n%A",
    "PE": "%N%n%O%n%A%n%C %Z%n%S",
    "CO": "%N%n%O%n%A%n%C, %S%n%Z",
    "EG": "%N%n%O%n%A%n%C%n%S %Z",
    "IR": "%N%n%O%n%A%n%C%n%S%n%Z",
    "SG": "%N%n%O%n%A%n%C %Z",
    "PR": "%N%n%O%n%A%n%C %S %Z",
    "IE": "%N%n%O%n%A%n%D%n%C%n%S%n%Z",
    "RU": "%N%n%O%n%Z%n%S%n%C%n%D%n%A",
    "UA": "%N%n%O%n%Z%n%S%n%C%n%D%n%A",
}
"""Formats that the table lacks or that people do not keep."""


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a gzipped TSV as dictionaries; nothing where the file is missing."""
    if not path.exists():
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        names = next(lines).rstrip("\n").split("\t")
        for line in lines:
            yield dict(zip(names, line.rstrip("\n").split("\t"), strict=False))


def groups_of(template: str) -> Groups:
    """The slots of a libaddressinput format, line by line.

    >>> groups_of("%N%n%O%n%A%n%C %S %Z")
    (('venue',), ('street',), ('dependent_locality',), ('locality', 'cedex', 'region', 'postcode'))
    """
    lines: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for line in template.split("%n"):
        slots = []
        for letter in re.findall("%([A-Z])", line):
            slot = _SLOTS.get(letter)
            if slot and slot not in seen:
                seen.add(slot)
                slots.append(slot)
        if slots:
            lines.append(tuple(slots))
    return _completed(lines, seen)


def _completed(lines: list[tuple[str, ...]], seen: set[str]) -> Groups:
    """Add the slots that the format leaves out, at the usual places."""
    if "locality" not in seen:
        lines.append(("locality",))
        seen.add("locality")
    at = next(i for i, line in enumerate(lines) if "locality" in line)
    if "postcode" not in seen:
        lines[at] = ("postcode", *lines[at])
    if "cedex" not in seen:
        where = lines[at].index("locality") + 1
        lines[at] = (*lines[at][:where], "cedex", *lines[at][where:])
    if "region" not in seen:
        lines.insert(at + 1, ("region",))
    if "dependent_locality" not in seen:
        lines.insert(at, ("dependent_locality",))
    return tuple(lines)


def read_formats(world: Path) -> dict[str, tuple[Groups, Groups, tuple[str, ...], str]]:
    """By country: native groups, groups in Latin script, postcode examples, postcode prefix."""
    formats = {}
    for row in read_rows(world / "libaddressinput_countries.tsv.gz"):
        if row["lang"] and row["country"] in formats:
            continue
        native = _MENDED.get(row["country"]) or row["fmt"] or FALLBACK_FORMAT
        latin = row["lfmt"] or native
        examples = tuple(e for e in row["postcode_examples"].split(",") if e)
        formats[row["country"]] = (groups_of(native), groups_of(latin), examples, row["postprefix"])
    return formats


_ENGLISH = frozenset(("US", "CA", "GB", "IE", "AU", "NZ"))
SLAVIC_STREET_FIRST = groups_of("%N%n%O%n%A%n%D%n%C%n%S%n%Z")
"""The same of Russia and Ukraine, where the postcode comes last."""
STREET_FIRST = groups_of("%N%n%O%n%A%n%Z %C%n%S")
"""The western order, which people of the large-first countries use as well."""


def read_country_names(world: Path) -> dict[str, dict[str, str]]:
    """By country: language code (also `iso3`, `native`) to name."""
    names: dict[str, dict[str, str]] = {}
    for row in read_rows(world / "country_names.tsv.gz"):
        if row["lang"] != "numeric" and row["name"]:
            names.setdefault(row["iso2"], {}).setdefault(row["lang"], row["name"])
    return names


def read_region_codes(world: Path) -> dict[str, dict[str, str]]:
    """By country: folded region name (English or native) to its letter code."""
    codes: dict[str, dict[str, str]] = {}
    for row in read_rows(world / "regions.tsv.gz"):
        code = row["code"]
        if not code.isalpha():
            continue
        table = codes.setdefault(row["country"], {})
        for name in (row["name"], row["native"]):
            if name:
                table.setdefault(name.casefold(), code)
    return codes


def read_region_names(world: Path) -> dict[str, tuple[str, ...]]:
    """By country: native names of its regions.

    The native column is a machine translation where the country speaks English (`Oklahola`).
    """
    names: dict[str, list[str]] = {}
    for row in read_rows(world / "regions.tsv.gz"):
        native = "" if row["country"] in _ENGLISH else row["native"]
        names.setdefault(row["country"], []).append(native or row["name"])
    return {country: tuple(values) for country, values in names.items()}


_TRANSLATED = frozenset("ru ar he hi ja ko fa uk zh-CN".split())


def read_region_translations(world: Path) -> dict[str, dict[str, dict[str, str]]]:
    """By country: from a region's folded name to its name in other scripts by language."""
    names: dict[str, list[str]] = {}
    for row in read_rows(world / "regions.tsv.gz"):
        names[row["iso3166_2"]] = [row["name"].casefold(), row["native"].casefold()]
    out: dict[str, dict[str, dict[str, str]]] = {}
    for row in read_rows(world / "region_translations.tsv.gz"):
        if row["lang"] not in _TRANSLATED:
            continue
        for name in names.get(row["iso3166_2"], ()):
            if name:
                region = out.setdefault(row["country"], {}).setdefault(name, {})
                region[row["lang"]] = row["name"]
    return out


def sample_places(folder: Path, file: str, column: int, keep: int = 400) -> tuple[str, ...]:
    """Evenly spaced names of a place table, only those of the training split.

    Args:
        folder: `places/<CC>`.
        file: name of the table.
        column: which column holds the name wanted.
        keep: how many names at most.
    """
    path = folder / file
    if not path.exists():
        return ()
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        names = next(stream).rstrip("\n").split("\t")
        lines = stream.read().split("\n")
    town, found = names.index("locality"), []
    for line in lines[:: max(1, len(lines) // (keep * 2))]:
        cells = line.split("\t")
        if len(cells) <= column or not 2 < len(cells[column]) < 40:
            continue
        street = cells[column] if names[column] == "street" else ""
        if split_of(folder.name, cells[town], street) == "train":
            found.append(cells[column])
    return tuple(dict.fromkeys(found))[:keep]
