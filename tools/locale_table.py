"""Write the table that the locale stage reads, from permissively licensed sources alone.

Country names are those of CLDR by umpirsky/country-list (MIT), postcode shapes and region names
those of google/libaddressinput (Apache 2.0), street words those of libpostal (MIT):

    python tools/locale_table.py ../shared/data src/postwright/parser/locales.txt.gz
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from postwright.parser.locale_table import name_key

#: Languages of addresses by country, the usual one first; elsewhere those of the sources.
LANGUAGES = dict(
    line.split(":")
    for line in (
        "AE:ar,en AR:es AT:de AU:en BA:bs BD:bn,en BE:nl,fr,de BG:bg BO:es BR:pt BY:be,ru CA:en,fr "
        "CH:de,fr,it CL:es CN:zh CO:es CR:es CU:es CY:el,tr CZ:cs DE:de DK:da DO:es EC:es EE:et "
        "EG:ar ES:es,ca,gl,eu FI:fi,sv FR:fr GB:en,cy GE:ka GR:el GT:es HK:zh,en HN:es HR:hr "
        "HU:hu ID:id IE:en,ga IL:he IN:en,hi IQ:ar IR:fa IS:is IT:it,de JM:en JO:ar JP:ja KE:en "
        "KR:ko KW:ar KZ:kk,ru LB:ar LI:de LT:lt LU:fr,de,lb LV:lv MA:fr,ar MC:fr MD:ro MT:mt,en "
        "MX:es MY:ms,en NG:en NI:es NL:nl NO:nb NZ:en,mi PA:es PE:es PH:en PK:en,ur PL:pl PT:pt "
        "PY:es QA:ar RO:ro RS:sr RU:ru SA:ar SE:sv SG:en SI:sl SK:sk SM:it SV:es TH:th TN:fr,ar "
        "TR:tr TW:zh UA:uk US:en,es UY:es UZ:uz VA:it VE:es VN:vi ZA:en,af"
    ).split()
)
#: What no table of names has.
ALIASES = {
    "US": "USA|U.S.|United States of America|America|EEUU|Estados Unidos de America",
    "GB": "UK|Great Britain|Britain|England|Scotland|Wales|Northern Ireland",
    "AE": "UAE", "NL": "Holland|The Netherlands", "CZ": "Czech Republic|Czechia",
    "KR": "Korea|Republic of Korea", "CN": "PRC|P.R. China", "RU": "Russian Federation",
}  # fmt: skip
#: How often an address is of a country before anything is known: set by hand, in three steps.
WEIGHTS = {"US": 8, **dict.fromkeys("AU BR CA CN DE ES FR GB IN IT JP MX NL PL RU".split(), 4)}
STREET_KINDS = {"street_types", "concatenated_suffixes_separable"}
SHORTEST_WORD = 3


def rows(data: Path, name: str) -> Iterator[dict[str, str]]:
    """Rows of a table of the world."""
    path = data / "world" / f"{name}.tsv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def table(data: Path) -> Iterator[str]:
    """Lines of the table: a kind, a key, and what belongs to it."""
    shapes, spoken = {}, dict(LANGUAGES)
    for row in rows(data, "libaddressinput_countries"):
        country = row["country"]
        if re.fullmatch("[A-Z]{2}", country) and country != "ZZ":
            shapes[country] = row["postcode_regex"] or shapes.get(country, "")
            listed = ",".join(part.split("-")[0] for part in row["languages"].split("~") if part)
            spoken.setdefault(country, listed)
    for country in sorted(shapes):
        weight = WEIGHTS.get(country, 1 if country in LANGUAGES else 0.05)
        yield f"C\t{country}\t{spoken[country]}\t{shapes[country]}\t{weight:g}"
    for kind, names in (("N", country_names(data, shapes, spoken)), ("R", regions(data, shapes))):
        for name in sorted(names):
            yield f"{kind}\t{name}\t{','.join(sorted(names[name]))}\t\t"
    everywhere = {one for listed in spoken.values() for one in listed.split(",")}
    words = street_words(data, everywhere)
    for word in sorted(words):
        yield f"W\t{word}\t{','.join(sorted(words[word]))}\t\t"


def country_names(
    data: Path, shapes: dict[str, str], spoken: dict[str, str]
) -> dict[str, set[str]]:
    """Names of countries in the languages that addresses are written in."""
    languages = {one for listed in spoken.values() for one in listed.split(",")}
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(data, "country_names"):
        if row["src"] == "umpirsky" and row["lang"].split("_")[0] in languages:
            found[name_key(row["name"])].add(row["iso2"])
    for country, names in ALIASES.items():
        for name in names.split("|"):
            found[name_key(name)].add(country)
    for country in shapes:
        found[country.casefold()].add(country)
    return {name: known for name, own in found.items() if name and (known := own & set(shapes))}


def regions(data: Path, shapes: dict[str, str]) -> dict[str, set[str]]:
    """Names and codes of first-level regions."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(data, "libaddressinput_subregions"):
        if row["level"] == "1" and row["country"] in shapes:
            for name in (row["key"], row["name"], row["latin_name"]):
                found[name_key(name)].add(row["country"])
    return {name: countries for name, countries in found.items() if name}


def street_words(data: Path, languages: set[str]) -> dict[str, set[str]]:
    """Words that streets are named with, by the languages that use them; those of few."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(data, "libpostal_dictionaries"):
        if row["kind"] in STREET_KINDS and row["lang"] in languages:
            for word in (row["canonical"], row["variant"]):
                if " " not in word and len(word) >= SHORTEST_WORD:
                    found[name_key(word)].add(row["lang"])
    return {word: where for word, where in found.items() if word and len(where) <= 6}


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    content = "\n".join(table(source)) + "\n"
    target.write_bytes(gzip.compress(content.encode("utf-8"), mtime=0))
