"""Base Adresse Nationale, the French national address base: ``adresses-69.csv.gz``.

Input: semicolon-separated UTF-8 with a header. Read are ``numero`` and ``rep`` (`8` + `bis`),
``nom_voie``, ``lieudit_complement_nom`` or ``nom_ld``, ``nom_commune`` and ``code_postal``.
An arrondissement in the name of the commune is its own field; numbers from 5000 on are the base's
own, for places without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from postwright.corpus.faults import Faults
from postwright.corpus.readers.delimited import delimited_rows
from postwright.corpus.readers.format import Fields, Format, ReadOptions

__all__ = ["BAN"]

_NEEDED = ("numero", "nom_voie", "nom_commune", "code_postal")
_ARRONDISSEMENT = re.compile(r"(Paris|Lyon|Marseille)\s+(\d{1,2}(?:er?|e|ème)\b.*)", re.IGNORECASE)
_NO_NUMBER_FROM = 5000


def _read(path: Path, options: ReadOptions, faults: Faults) -> Iterator[tuple[str, Fields]]:
    for _, cells in delimited_rows(path, _NEEDED, faults, delimiter=";"):
        street, town = cells.get("nom_voie"), cells.get("nom_commune")
        if not street or not town:
            faults.set_aside(str(path), "no street or no commune")
            continue
        fields = {"street": street, "locality": town}
        number = _number(cells)
        if number:
            fields["house_number"] = number
        arrondissement = _ARRONDISSEMENT.fullmatch(town)
        place = cells.get("lieudit_complement_nom") or cells.get("nom_ld")
        if arrondissement:
            fields["locality"], fields["dependent_locality"] = arrondissement.groups()
        elif place and place != street:
            fields["dependent_locality"] = place
        if "code_postal" in cells:
            fields["postcode"] = cells["code_postal"]
        yield "FR", fields


def _number(cells: Fields) -> str:
    """`8 bis`, `12B`, `7`, or nothing."""
    number, suffix = cells.get("numero", ""), cells.get("rep", "")
    if not number.isdecimal() or not 0 < int(number) < _NO_NUMBER_FROM:
        return ""
    return f"{number} {suffix}" if len(suffix) > 1 else number + suffix.upper()


BAN = Format(
    "ban",
    _read,
    licence="Licence Ouverte 2.0 (Base Adresse Nationale)",
    get="https://adresse.data.gouv.fr/data/ban/adresses/latest/csv/adresses-<département>.csv.gz",
)
