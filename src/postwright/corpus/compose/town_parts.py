"""Parts of a town that no table has: `Altstadt`, `Centro`, a swallowed village."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.inner_parts import filled
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.names import surname
from postwright.corpus.compose.streets import surname_of_place

_GERMAN = listed(
    "Altstadt|Neustadt|Innenstadt|Nordstadt|Südstadt|Weststadt|Oststadt|Zentrum|Mitte|Vorstadt|"
    "Bahnhofsviertel|{p}-Nord|{p}-Süd|{p}|{p}|{p}|{p}|{p}|{s}viertel|Siedlung|{p}-Ost|Stadtmitte"
)
_NORDIC = listed("Sentrum|Centrum|{p}|{p}|{p}|{p}|{p}|Nord|Syd|Øst|Vest|Gamlebyen")
_SWEDISH = listed("Centrum|Gamla stan|Innerstaden|{p}|{p}|{p}|{p}|Norr|Söder|Öster|Väster")
_DUTCH = listed("Centrum|{p}|{p}|{p}|{p}|Noord|Zuid|Oost|West|Binnenstad|{s}buurt|{p}-Zuid")
_CZECH = listed("Staré Město|Nové Město|Centrum|{p}|{p}|{p}|{p}|{p}|Město|Předměstí|střed")
_SLOVAK = listed("Staré Mesto|Nové Mesto|Centrum|{p}|{p}|{p}|{p}|Sever|Juh|Západ")
_PARTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("DE", "AT", "CH", "LI"), _GERMAN),
    **dict.fromkeys(("DK", "NO"), _NORDIC),
    **dict.fromkeys(("SE", "FI"), _SWEDISH),
    "NL": _DUTCH,
    "BE": _DUTCH,
    "CZ": _CZECH,
    "SK": _SLOVAK,
    "PL": listed(
        "Śródmieście|Stare Miasto|Nowe Miasto|Centrum|{p}|{p}|{p}|{p}|Zatorze|Zawodzie|Północ"
    ),
    "HU": listed("Belváros|Újváros|Óváros|{p}|{p}|{p}|{s}telep|{p}város|Kertváros"),
    "RO": listed("Centru|{p}|{p}|{p}|Micro {s}|cart. {p}|sector {s}"),
    "FR": listed(
        "Centre-ville|Centre Ville|Le Bourg|La Gare|Le Port|Les Halles|Saint-{p}|{p}|{p}|{p}|{p}|"
        "Le Moulin|La Croix|Le Plessis|Les Granges|La Ville Neuve|Le Mas {s}|La Motte|Le Village"
    ),
    "ES": listed("Centro|Casco Antiguo|Casco Viejo|El Ensanche|{p}|{p}|{p}|{p}|La Estación|Sur"),
    "IT": listed("Centro|Centro Storico|{p}|{p}|{p}|{p}|{p}|San {s}|Stazione|Marina di {p}"),
    "PT": listed("Centro|Baixa|{p}|{p}|{p}|{p}|Bairro Novo|São {s}|Alto da {p}"),
    "GB": listed("{p}|{p}|{p}|{p}|{p}|Great {p}|Little {p}|Upper {p}|{p} Green|{p} Hill|West {p}"),
    "IE": listed("{p}|{p}|{p}|{p}|{p}|{p} Upper|{p} Lower|{p} Beg|Lower {p}|{p} North"),
    "NZ": listed("{p}|{p}|{p}|{p}|RD {s}|RD{s}|R.D. {s}|RD {s}|{p} West|Mount {s}|{s} Bay"),
    "US": listed(
        "Downtown|Midtown|Old Town|{s} Heights|{s} Park|{s} Hill|North End|West Side|East Side|"
        "South Side|{s} Village|Historic District|{s} Gardens|Lake {s}|{p}|{p}|{s} Point|Uptown"
    ),
    "CA": listed("Downtown|{s} Heights|{s} Park|{p}|{p}|{s} Village|Old {p}|North End|Uptown"),
    "HR": listed("Centar|Stari grad|Novi {p}|{p}|{p}|{p}|Gornji {p}|Donji {p}"),
    "SI": listed("Center|Staro mesto|{p}|{p}|{p}|Zgornja {p}|Spodnja {p}"),
}
_HABIT = {"US": 0.35, "CA": 0.6, "FR": 0.7, "GB": 1.5, "NZ": 2.5, "BE": 0.7}
"""How much more often a row has such a part than elsewhere."""


def add_part(draft: Draft) -> None:
    """Give a row without a quarter a part of its town."""
    fields, country = draft.fields, draft.kit.country
    words = _PARTS.get(country)
    if not words or not fields.get("locality") or fields.get("dependent_locality"):
        return
    if not draft.latin or not draft.hit("town_part", _HABIT.get(country, 1.0)):
        return
    text = _named(draft, draft.pick(words))
    if text != fields["locality"]:
        fields["dependent_locality"] = text


def _named(draft: Draft, template: str) -> str:
    """The template with a town for `{p}` and a family name, or a small number, for `{s}`."""
    if "{p}" in template:
        return template.replace("{p}", surname_of_place(draft))
    if template in _NUMBERED:
        return filled(draft, template)
    return template.replace("{s}", surname(draft))


_NUMBERED = frozenset(listed("RD {s}|RD{s}|R.D. {s}|Micro {s}|sector {s}"))
