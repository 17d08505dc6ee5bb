"""Names of businesses and institutions in front of an address."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.names import person, surname
from postwright.corpus.compose.streets import surname_of_place

_TEMPLATES = {
    "en": listed(
        "{s} & Sons|{s}'s Diner|{l} Public Library|St. {f}'s Church|{l} High School|{s} Park|"
        "{l} Town Hall|Hotel {s}|{s} Elementary School|{l} City Hall|{s} Steakhouse|"
        "{s} Pharmacy|The {s} Arms|{s} Hall|{l} Medical Center|First Baptist Church|"
        "{l} Community Center|{s} Law Firm|{s} Auto Repair|The {l} Inn|{s}, {s} & {s} LLP|"
        "{s} Insurance Agency|University of {l}|{l} Post Office|{s} Hardware Inc|{s} LLC|"
        "Bank of {l}|{l} Fire Station|{s} Dental|Cafe {s}|{l} United Methodist Church|"
        "{s} Middle School|{s} Memorial Hospital|{l} Golf Club|{s} House|{s} Building|{p}|"
        "{p}|{s} Family Dentistry|Pizza {s}|{s} Cottage|The Old Rectory|{s} Farm|"
        "Rose Cottage|{l} Village Hall|{l} Primary School|{s} Court|{l} House|{s} Lodge"
    ),
    "fr": listed(
        "Mairie de {l}|Mairie|Boulangerie {s}|École {s}|Lycée {s}|Collège {s}|Hôtel de {l}|"
        "Café de la {l}|Pharmacie {s}|Garage {s}|SARL {s}|Restaurant Le {s}|"
        "Bibliothèque municipale|Gare de {l}|{p}|M. {p}|Église Saint-{f}|"
        "Centre commercial {l}|Cabinet {s}|Société {s}|Hôpital de {l}|Parc {s}|SAS {s}|"
        "École primaire {s}|Musée {s}|Mme {p}|Salle des fêtes"
    ),
    "de": listed(
        "Rathaus {l}|{s} GmbH|Bäckerei {s}|Gasthaus {s}|Hotel {l}|{s}-Schule|Grundschule {l}|"
        "Apotheke {s}|Gymnasium {l}|Praxis Dr. {s}|{s} & Co. KG|Stadtbibliothek {l}|"
        "Bahnhof {l}|Restaurant {s}|{p}|Autohaus {s}|St. {f} Kirche|Klinikum {l}|"
        "Kindergarten {l}|{s} AG|Herrn {p}|Frau {p}"
    ),
    "es": listed(
        "Ayuntamiento de {l}|Farmacia {s}|Restaurante {s}|Hotel {l}|Colegio {s}|"
        "Panadería {s}|Bar {s}|Escuela {s}|Instituto {s}|Hospital de {l}|Biblioteca {l}|"
        "{s} S.L.|Taller {s}|{p}|Parque {s}|Iglesia de San {f}|Supermercado {s}|Clínica {s}|"
        "Talleres {s} S.A.|Museo {s}|Hostal {s}"
    ),
    "it": listed(
        "Comune di {l}|Municipio|Farmacia {s}|Ristorante {s}|Hotel {l}|Scuola {s}|"
        "Pizzeria {s}|Bar {s}|{s} S.r.l.|Ospedale di {l}|Biblioteca {l}|Liceo {s}|"
        "Trattoria da {f}|{p}|Studio {s}|{s} SpA"
    ),
    "pt": listed(
        "Câmara Municipal de {l}|Prefeitura de {l}|Farmácia {s}|Restaurante {s}|Hotel {l}|"
        "Escola {s}|Padaria {s}|{s} Ltda|Hospital {s}|Escola Municipal {s}|{p}|"
        "Supermercado {s}|Igreja de São {f}|Clínica {s}"
    ),
    "nl": listed(
        "Gemeente {l}|Bakkerij {s}|Basisschool {s}|Hotel {l}|{s} B.V.|Restaurant {s}|"
        "Apotheek {s}|{p}|Bibliotheek {l}|Station {l}|Café {s}|Garage {s}"
    ),
    "pl": listed(
        "Urząd Gminy {l}|Apteka {s}|Restauracja {s}|Hotel {l}|Szkoła Podstawowa nr {n}|"
        "{s} Sp. z o.o.|{p}|Przedszkole nr {n}|Urząd Miasta {l}|Piekarnia {s}|Sklep {s}"
    ),
    "ru": listed("Школа № {n}|ООО {s}|Гостиница {l}|Администрация {l}|Аптека|Магазин {s}"),
    "tr": listed(
        "{l} Belediyesi|{s} Eczanesi|Hotel {l}|{s} Restaurant|{s} İlkokulu|{l} Devlet Hastanesi"
    ),
}
_TEMPLATES["sv"] = listed("{s} AB|Hotell {l}|{l} kommun|{l}skolan|Restaurang {s}|{p}|{l} bibliotek")
_TEMPLATES["da"] = listed(
    "{s} ApS|Hotel {l}|{l} Kommune|{l} Skole|Café {s}|{p}|{l} Bibliotek|{s} A/S"
)
_TEMPLATES["nb"] = listed("{s} AS|Hotell {l}|{l} kommune|{l} skole|{p}|{l} kirke")
_LATIN = listed(
    "{l} Hotel|{s} Trading Co.|{s} Restaurant|Hotel {l}|{l} Hospital|Embassy of {l}|"
    "{s} Supermarket|{l} Primary School|{s} Enterprises Ltd|{l} Market|{s} Cafe|"
    "Bank of {l}|{l} University|{p}|{l} Mall|{s} Pharmacy|{s} Co., Ltd.|"
    "{l} International Airport|{s} Guest House|{l} Police Station|{l} Museum"
)
_PLACE_NAMED = listed(
    "{l}, {r} Steakhouse|{l} Street Cafe|{l} Avenue Grill|The {r} Room|{l} Road Diner|"
    "Little {l}|{n} {l} Street Bistro|{r} Roadhouse|{l} {n}|Cafe {l}|{l} Kitchen|"
    "{n}th Street Tavern|Route {n} Grill"
)


def write_venue(draft: Draft) -> str:
    """A venue: a real one of the country, or one out of templates."""
    kit = draft.kit
    if draft.hit("venue_place_named"):
        return _filled(draft, draft.pick(_PLACE_NAMED))
    if kit.venues and draft.roll() < 0.6:
        return draft.pick(kit.venues)
    return _filled(draft, draft.pick(_TEMPLATES.get(kit.habits.language, _LATIN)))


def _filled(draft: Draft, template: str) -> str:
    """Names in place of `{s}` family, `{l}` town, `{f}` first name, `{p}` person, `{r}` region."""
    text = template
    while "{" in text:
        at = text.index("{")
        text = text[:at] + _value(draft, text[at + 1]) + text[at + 3 :]
    return text


def _value(draft: Draft, kind: str) -> str:
    """The name behind one letter."""
    if kind == "s":
        return surname(draft)
    if kind == "p":
        return person(draft)
    if kind == "f":
        return person(draft).split(" ")[0].rstrip(".") or "Mary"
    if kind == "n":
        return str(1 + draft.below(99))
    if kind == "r" and draft.kit.regions:
        return draft.pick(draft.kit.regions)
    town = draft.fields.get("locality", "")
    return town if town and draft.roll() < 0.5 else surname_of_place(draft)
