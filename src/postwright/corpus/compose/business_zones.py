"""Business zones, lone houses and hamlets, which stand where a quarter stands: `ZI du Moulin`."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.streets import surname_of_place

_ZONES = {
    "FR": listed(
        "ZI {m}|ZA {m}|ZAC {m}|Zi De {m}|Za De {m}|ZI de {m}|Zone Industrielle {m}|ZA du {m}|"
        "Zone Artisanale de {m}|Z.I. {m}|Z.A. de {m}|Zac De {m}|Parc d'Activités de {m}|"
        "Zone d'Activité de {m}|Zi Du {m}|Za Les {m}|Zi La {m}|ZI Nord|Zi Sud|Za De La Gare|"
        "Centre Commercial {m}|Lieu-dit {m}|Lieu Dit {m}|Le Bourg|Hameau de {m}|Lieudit {m}|"
        "Quartier {m}|Parc {m}|Espace {m}|ZAE {m}|Zi|Za|ZI|ZA|Zac|Zae|Zone Industrielle|"
        "Zone Artisanale|Z I {m}|Z A {m}|Zae De {m}|Parc Indust {m}|Parc D'Affaires {m}|"
        "Zone Commerciale {m}|Port De {m}|Zi Les {m}|Zi Plaine De {m}|Za Des {m}|Zone Ind {m}"
    ),
    "ES": listed(
        "Pol. Ind. {m}|Polígono Industrial {m}|Pol. {m}|P.I. {m}|Polígono {m}|Urb. {m}|"
        "Urbanización {m}|Parque Empresarial {m}|Bº {m}|Barrio {m}|Barriada {m}|Lugar {m}|Lg. {m}"
    ),
    "IT": listed(
        "Fraz. {m}|Frazione {m}|Loc. {m}|Località {m}|Z.I. {m}|fraz. {m}|loc. {m}|"
        "Zona Industriale {m}|Borgata {m}|Fraz {m}|Zona Ind.le {m}|Borgo {m}"
    ),
    "PT": listed(
        "Zona Industrial de {m}|Zona Industrial {m}|Lugar de {m}|Urbanização {m}|Bairro {m}|"
        "Parque Industrial {m}|Lugar {m}|Quinta {m}|Urb. {m}"
    ),
    "DE": listed("OT {m}|Ortsteil {m}|OT {m}|Stadtteil {m}"),
    "AT": listed("Ortsteil {m}|OT {m}|Katastralgemeinde {m}|KG {m}"),
    "GB": listed(
        "{m} Industrial Estate|{m} Business Park|{m} Trading Estate|{m} Retail Park|"
        "{m} Ind Est|{m} Technology Park|{m} Enterprise Park"
    ),
    "IE": listed("{m} Industrial Estate|{m} Business Park|{m} Retail Park|{m} Technology Park"),
    "PL": listed("os. {m}|Osiedle {m}|Kolonia {m}|Kol. {m}|dzielnica {m}"),
    "RU": listed("мкр. {m}|мкр {m}|микрорайон {m}|СНТ {m}|м-н {m}|кв-л {m}"),
    "UA": listed("мкр. {m}|мікрорайон {m}|мкр-н {m}|ж/м {m}"),
    "RO": listed("cartier {m}|Cartierul {m}|sat {m}|Sat {m}"),
    "CZ": listed("část {m}|místní část {m}"),
    "SK": listed("časť {m}|mestská časť {m}"),
    "BE": listed("Zoning de {m}|Zoning Industriel de {m}|Industriezone {m}|Zone Industrielle {m}"),
    "NL": listed("Bedrijventerrein {m}|Industrieterrein {m}"),
    "HU": listed("Ipari Park|{m} Ipari Park"),
}


def add_zone(draft: Draft) -> None:
    """Give a row without a quarter a zone, an estate or a hamlet of its country's kind."""
    fields = draft.fields
    zones = _ZONES.get(draft.kit.country)
    if not zones or not fields.get("locality") or fields.get("dependent_locality"):
        return
    if draft.romanised or not draft.hit("business_zone", 2.0 if draft.kit.country == "FR" else 1.0):
        return
    zone = draft.pick(zones)
    fields["dependent_locality"] = zone.replace("{m}", surname_of_place(draft))
