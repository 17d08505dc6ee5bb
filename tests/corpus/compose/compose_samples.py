"""Kits and components shared by the tests of the composer."""

import random

from postwright.corpus.compose import Composer, FormWeights, Lexicon
from postwright.corpus.compose.countries import habits_of
from postwright.corpus.compose.lexicon import CountryKit
from postwright.corpus.compose.libpostal import StreetTypes
from postwright.corpus.compose.opencage import parse_templates
from postwright.corpus.compose.tables import groups_of
from postwright.corpus.records import Components, Row

FORMATS = {
    "US": "%N%n%O%n%A%n%C %S %Z",
    "CA": "%N%n%O%n%A%n%C %S %Z",
    "AU": "%O%n%N%n%A%n%C %S %Z",
    "FR": "%O%n%N%n%A%n%Z %C %X",
    "DE": "%N%n%O%n%A%n%Z %C",
    "AT": "%N%n%O%n%A%n%Z %C",
    "IT": "%N%n%O%n%A%n%Z %C %S",
    "ES": "%N%n%O%n%A%n%Z %C %S",
    "CZ": "%N%n%O%n%A%n%Z %C",
    "JP": "〒%Z%n%S%C%n%A%n%O%n%N",
    "EG": "%N%n%O%n%A%n%C%n%S %Z",
    "NL": "%O%n%N%n%A%n%Z %C",
    "KR": "%S %C%D%n%A%n%O%n%N%n%Z",
    "CN": "%Z%n%S%C%D%n%A%n%O%n%N",
    "TW": "%Z%n%S%C%n%A%n%O%n%N",
    "HK": "%S%n%C%n%A%n%O%n%N",
    "TR": "%N%n%O%n%A%n%D%n%Z %C/%S",
    "TH": "%N%n%O%n%A%n%D %C%n%S %Z",
    "ID": "%N%n%O%n%A%n%D%n%C%n%S %Z",
    "VN": "%N%n%O%n%A%n%D%n%C%n%S %Z",
    "IL": "%N%n%O%n%A%n%C %Z",
    "IN": "%N%n%O%n%A%n%C %Z%n%S",
    "BR": "%O%n%N%n%A%n%D%n%C-%S%n%Z",
    "GT": "%N%n%O%n%A%n%Z- %C",
    "MX": "%N%n%O%n%A%n%D%n%Z %C, %S",
    "PL": "%N%n%O%n%A%n%Z %C",
    "IE": "%N%n%O%n%A%n%D%n%C%n%S%n%Z",
    "RU": "%N%n%O%n%A%n%C%n%S%n%Z",
    "FI": "%O%n%N%n%A%nFI-%Z %C",
    "DK": "%N%n%O%n%A%n%Z %C",
    "RE": "%O%n%N%n%A%n%Z %C %X",
}
POSTCODES = {
    "FR": ("33380",),
    "DE": ("26133",),
    "ES": ("28039",),
    "IT": ("47037",),
    "US": ("95014",),
}
REGION_CODES = {
    "US": {"texas": "TX", "oregon": "OR"},
    "CA": {"ontario": "ON"},
    "IT": {"milano": "MI"},
}
NAMES = {"US": ("USA", "United States"), "FR": ("France",), "DE": ("Germany", "Deutschland")}


TEMPLATES = parse_templates(
    """
IT:
    address_template: |
        {{{house}}}
        {{{road}}} {{{house_number}}}
        {{{postcode}}} {{#first}} {{{city}}} || {{{town}}} {{/first}} {{{county}}}
        {{{country}}}
"""
)
STREET_TYPES = StreetTypes(
    {"fr": {"avenue": ("avn", "aven", "avnu", "avnue", "avenu")}}, {"en": ("mews", "quay")}
)


def kit(country: str) -> CountryKit:
    """A small hand-made kit of a country."""
    return CountryKit(
        country=country,
        habits=habits_of(country),
        native=groups_of(FORMATS[country]),
        latin=groups_of(FORMATS[country]),
        names=NAMES.get(country, (country,)),
        foreign_names=("Estados Unidos",) if country == "US" else (),
        iso3={"US": "USA", "FR": "FRA", "DE": "DEU"}.get(country, ""),
        region_codes=REGION_CODES.get(country, {}),
        regions=("Texas", "Oregon") if country == "US" else (),
        postcodes=POSTCODES.get(country, ()),
        prefix="",
        places=("Springfield", "Riverton")
        if country in ("US", "CA", "AU")
        else ("Neustadt", "Belleville"),
        streets=("Elm St", "Lincoln Avenue"),
        template=TEMPLATES.get(country),
        latin_template=TEMPLATES.get(country),
        street_types=STREET_TYPES,
    )


LEXICON = Lexicon({country: kit(country) for country in FORMATS})

PLACES = {
    "US": {
        "street": "NW Main Street",
        "locality": "Austin",
        "region": "Texas",
        "postcode": "75001",
        "subregion": "Travis",
    },
    "CA": {
        "street": "Main Street",
        "locality": "Ottawa",
        "region": "Ontario",
        "postcode": "K1A 0B1",
    },
    "AU": {
        "street": "Elm Street",
        "locality": "Berry",
        "region": "New South Wales",
        "region_code": "NSW",
        "postcode": "2535",
    },
    "FR": {
        "street": "Rue de l'Église",
        "locality": "Évreux",
        "region": "Eure",
        "postcode": "27000",
    },
    "DE": {
        "street": "Hauptstraße",
        "locality": "Köln",
        "region": "Nordrhein-Westfalen",
        "postcode": "50667",
    },
    "AT": {"street": "Lindengasse", "locality": "Wien", "postcode": "1070"},
    "IT": {"street": "Via Roma", "locality": "Rho", "region": "Milano", "postcode": "20017"},
    "ES": {"street": "Calle Mayor", "locality": "Getafe", "region": "Madrid", "postcode": "28901"},
    "CZ": {"street": "Nerudova", "locality": "Praha", "postcode": "118 00"},
    "JP": {
        "region": "東京都",
        "locality": "千代田区",
        "dependent_locality": "千代田",
        "postcode": "100-0001",
    },
    "EG": {"locality": "الأقصر", "region": "الأقصر"},
    "NL": {"street": "Breestraat", "locality": "Leiden", "postcode": "2331"},
    "KR": {
        "region": "충청북도",
        "locality": "청주시",
        "dependent_locality": "상당구 남일면 쌍수리",
    },
    "CN": {"region": "黑龙江省", "locality": "鸡西市"},
    "TW": {"region": "屏東縣", "locality": "屏東市", "street": "民教路"},
    "HK": {"locality": "香港", "dependent_locality": "元朗區", "street": "青山公路"},
    "TR": {"region": "Bursa", "locality": "İnegöl", "dependent_locality": "Eskiköy Mah."},
    "TH": {"region": "เลย", "locality": "ภูเรือ", "dependent_locality": "ท่าศาลา"},
    "ID": {"region": "Jambi", "locality": "Kabupaten Bungo", "dependent_locality": "Lubuk"},
    "VN": {"region": "Thành phố Hà Nội", "locality": "Quận Ba Đình"},
    "IL": {"region": "Central", "locality": "יבנה", "street": "הזית"},
    "IN": {
        "locality": "Kudal",
        "subregion": "Sindhudurg",
        "region": "Maharashtra",
        "postcode": "416520",
    },
    "BR": {"street": "Rua Tupi", "locality": "Serra", "region": "Bahia", "postcode": "29160-000"},
    "GT": {"street": "2a. Avenida", "locality": "Pasaco", "region": "Jutiapa"},
    "MX": {
        "street": "Carretera a Silao",
        "locality": "Apan",
        "region": "Hidalgo",
        "postcode": "43921",
    },
    "PL": {
        "street": "Lipowa",
        "locality": "Łapy",
        "subregion": "Powiat białostocki",
        "region": "podlaskie",
        "postcode": "18-100",
    },
    "IE": {"street": "Mill Lane", "locality": "Ennis", "subregion": "Clare", "postcode": "V95"},
    "RU": {
        "street": "Садовая ул.",
        "locality": "Миасское",
        "subregion": "Красноармейский район",
        "region": "Саратовская Область",
        "postcode": "456660",
    },
    "FI": {"street": "Kirkkokatu", "locality": "Oulu", "postcode": "90100"},
    "DK": {"street": "Skolevej", "locality": "Vejle", "postcode": "7100"},
}


def components(country: str, **changes: str) -> Components:
    """The place of a country, with some fields changed; an empty text removes a field."""
    fields = {**PLACES[country], **changes}
    return Components(country, {name: text for name, text in fields.items() if text}, "test")


def write(
    country: str, seed: int = 0, /, *, fields: dict[str, str] | None = None, **odds: float
) -> Row:
    """One row with only the named forms switched on."""
    composer = Composer(LEXICON, FormWeights.none(**odds))
    return composer.compose(components(country, **(fields or {})), random.Random(seed))


def values(row: Row, tag: str) -> list[str]:
    """The texts of a tag's spans."""
    return [row.raw[start:end] for start, end, name in row.spans if name == tag]
