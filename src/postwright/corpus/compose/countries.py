"""What is known of each country by heart: language, side of the house number, habits.

Native order of the parts comes from libaddressinput's format strings (`lexicon.py` reads them);
the side of the house number is taken from the OpenCage templates (`house_number` before or after
`road`); languages and habits are our own.
"""

from dataclasses import dataclass

_LANGUAGES = {
    "en": "US GB IE CA AU NZ ZA NG KE GH UG TZ ZM ZW BW NA JM TT BB BS BZ GY IN PK BD LK MT "
    "SG HK PH FJ PG AG AI BM KY VG VI GU AS MP FM MH PW GD KN LC VC DM TC MS FK GI SH "
    "GG JE IM SZ LS MW GM SL LR SS RW VU WS TO TV SB KI NR CK NU MU SC NP BT MV ER SO "
    "TK PN NF CC CX IO MM",
    "fr": "FR LU MC SN CI CM CG CD GA BJ BF ML NE TG GN MG HT RE GP MQ GF NC PF YT PM WF BL "
    "MF TD CF DJ KM BI MA DZ TN MR",
    "es": "ES MX AR CO CL PE VE EC BO PY UY CR PA GT HN NI SV DO CU PR GQ AD",
    "pt": "PT BR AO MZ CV GW ST TL MO",
    "de": "DE AT CH LI",
    "it": "IT SM VA",
    "nl": "NL SR AW CW BQ SX BE",
    "pl": "PL",
    "cs": "CZ",
    "sk": "SK",
    "hu": "HU",
    "ro": "RO MD",
    "bg": "BG",
    "hr": "HR BA RS ME",
    "sl": "SI",
    "mk": "MK",
    "sq": "AL XK",
    "el": "GR CY",
    "tr": "TR",
    "ru": "RU KZ KG BY TJ TM UZ",
    "uk": "UA",
    "et": "EE",
    "lv": "LV",
    "lt": "LT",
    "fi": "FI",
    "sv": "SE AX",
    "da": "DK FO GL",
    "nb": "NO SJ",
    "is": "IS",
    "he": "IL",
    "ar": "AE SA EG IQ JO KW LB LY OM QA SY YE SD BH PS EH",
    "fa": "IR AF",
    "id": "ID",
    "ms": "MY BN",
    "th": "TH KH LA",
    "vi": "VN",
    "ja": "JP",
    "zh": "CN TW",
    "ko": "KR KP",
    "ka": "GE",
    "hy": "AM",
    "az": "AZ",
    "mn": "MN",
    "am": "ET",
}
LANGUAGE_OF = {code: lang for lang, codes in _LANGUAGES.items() for code in codes.split()}

NUMBER_FIRST = frozenset(
    "AD AE AG AM AU AZ BB BD BF BH BJ BM BN BZ CA CD CG CI CK DJ DM DZ EG FJ FM FR GA "
    "GB GH GI GM GN GY HK IE IN IQ JM KE KH KN KY LA LB LK LS LU MA MC MH MG MM MS MT "
    "MR MU MV MW MY NA NE NG NR NU NZ OM PG PH PK RW SA SC SG SL SN TC TG TH TM TN TO "
    "TT TV TZ UG US VG VN YE ZA ZM ZW AS GF GP GU MP MQ NC PF PM PR RE TF WF YT BL MF "
    "VI UM FK GG JE IM SH IO GS CC CX NF TK WS SB KI VU ER".split()
)
"""Countries that write the house number before the street."""

NUMBER_COMMA = {
    "ES": 0.4,
    "IT": 0.3,
    "PT": 0.35,
    "BR": 0.6,
    "RU": 0.6,
    "UA": 0.6,
    "BY": 0.6,
    "KZ": 0.6,
    "FR": 0.1,
    "BG": 0.1,
    "GR": 0.1,
    "LB": 0.2,
    "IN": 0.4,
    "AR": 0.05,
    "UY": 0.05,
    "PY": 0.1,
    "MA": 0.3,
    "TN": 0.3,
    "DZ": 0.3,
    "LU": 0.3,
    "BE": 0.1,
    "PK": 0.3,
    "BD": 0.3,
    "AM": 0.2,
    "GE": 0.2,
}
"""How often a comma stands between street and house number."""

NO_POSTCODE = frozenset(
    "AE AG AO AW BI BJ BO BS BW BZ CD CF CG CI CK CM DJ DM ER FJ GA GD GH GI GM GQ GY "
    "HK HN IE JM KI KM KN KP LC LY ML MO MR MS NA NR NU PA QA RW SB SC SL SO SR SS ST "
    "SX SY TD TG TK TL TO TT TV TZ UG VC VU WS YE ZW".split()
)

REGION_HABIT = {
    "US": 1.0,
    "CA": 0.95,
    "AU": 0.95,
    "BR": 0.9,
    "IN": 0.8,
    "MX": 0.85,
    "IT": 0.6,
    "ES": 0.5,
    "CN": 1.0,
    "TW": 1.0,
    "KR": 1.0,
    "JP": 1.0,
    "FR": 0.22,
    "DE": 0.12,
    "NL": 0.12,
    "BE": 0.12,
    "AT": 0.3,
    "CH": 0.5,
    "GB": 0.2,
    "IE": 0.04,
    "PL": 0.3,
    "DK": 0.1,
    "SE": 0.1,
    "NO": 0.1,
    "FI": 0.1,
    "CZ": 0.2,
    "SK": 0.2,
    "HU": 0.15,
    "GR": 0.2,
    "NZ": 0.1,
    "PT": 0.2,
    "RU": 0.55,
    "UA": 0.45,
    "AR": 0.6,
    "CO": 0.7,
    "GT": 0.85,
    "PE": 0.6,
    "EC": 0.5,
    "CR": 0.6,
    "CL": 0.5,
    "ZA": 0.6,
    "TR": 0.75,
    "PR": 1.0,
    "MY": 0.7,
    "ID": 0.6,
}
"""How often the region is written; 0.4 where not named."""

REGION_LETTERS = {
    "AT": {
        "Burgenland": "Bgld.",
        "Kärnten": "Ktn.",
        "Niederösterreich": "NÖ",
        "Oberösterreich": "OÖ",
        "Salzburg": "Sbg.",
        "Steiermark": "Stmk.",
        "Tirol": "T",
        "Vorarlberg": "Vbg.",
    },
    "CH": {
        "Aargau": "AG",
        "Basel-Landschaft": "BL",
        "Basel-Stadt": "BS",
        "Bern": "BE",
        "Fribourg": "FR",
        "Genève": "GE",
        "Graubünden": "GR",
        "Jura": "JU",
        "Luzern": "LU",
        "Neuchâtel": "NE",
        "Schaffhausen": "SH",
        "Schwyz": "SZ",
        "Solothurn": "SO",
        "St. Gallen": "SG",
        "Thurgau": "TG",
        "Ticino": "TI",
        "Valais": "VS",
        "Vaud": "VD",
        "Zug": "ZG",
        "Zürich": "ZH",
    },
    "DE": {
        "Baden-Württemberg": "BW",
        "Bayern": "BY",
        "Brandenburg": "BB",
        "Hessen": "HE",
        "Niedersachsen": "NI",
        "Nordrhein-Westfalen": "NRW",
        "Rheinland-Pfalz": "RLP",
        "Sachsen": "SN",
        "Sachsen-Anhalt": "ST",
        "Schleswig-Holstein": "SH",
        "Thüringen": "TH",
    },
}
"""Short forms of regions where the tables' codes are not what people write."""

REGION_IN_ENGLISH = {
    "PL": {
        "dolnośląskie": "Lower Silesia",
        "śląskie": "Silesia",
        "małopolskie": "Lesser Poland",
        "mazowieckie": "Masovia",
        "wielkopolskie": "Greater Poland",
        "łódzkie": "Lodz Voivodeship",
        "pomorskie": "Pomerania",
        "zachodniopomorskie": "West Pomerania",
        "lubelskie": "Lublin Voivodeship",
        "podkarpackie": "Subcarpathia",
    },
    "CZ": {
        "Jihomoravský kraj": "South Moravia",
        "Středočeský kraj": "Central Bohemia",
        "Jihočeský kraj": "South Bohemia",
        "Moravskoslezský kraj": "Moravia-Silesia",
    },
    "AT": {
        "Oberösterreich": "Upper Austria",
        "Niederösterreich": "Lower Austria",
        "Steiermark": "Styria",
        "Kärnten": "Carinthia",
        "Tirol": "Tyrol",
    },
    "DE": {
        "Bayern": "Bavaria",
        "Niedersachsen": "Lower Saxony",
        "Hessen": "Hesse",
        "Sachsen": "Saxony",
        "Thüringen": "Thuringia",
    },
    "IT": {
        "Toscana": "Tuscany",
        "Lombardia": "Lombardy",
        "Piemonte": "Piedmont",
        "Sicilia": "Sicily",
    },
    "ES": {"Andalucía": "Andalusia", "Cataluña": "Catalonia", "País Vasco": "Basque Country"},
    "GR": {"Αττική": "Αττικής", "Κρήτη": "Κρήτης"},
}
"""Regions as foreigners write them; in Greece in the genitive that stands on letters."""

AS_A_REGION = {
    "PR": ("Puerto Rico", "PR"),
    "RE": ("La Réunion", ""),
    "GP": ("Guadeloupe", ""),
    "MQ": ("Martinique", ""),
    "GF": ("Guyane", ""),
    "YT": ("Mayotte", ""),
}
"""Countries of the code list that stand in addresses as a region of another, with its code."""

DEPARTMENT_REGIONS = frozenset("FR ES IT".split())
"""Countries whose second level stands where the region stands."""

UNIT_HABIT = {
    "US": 1.0,
    "CA": 1.0,
    "AU": 1.0,
    "GB": 0.9,
    "IE": 0.6,
    "NZ": 0.8,
    "SG": 1.5,
    "PL": 0.8,
    "HK": 1.6,
    "CN": 1.0,
    "TW": 0.8,
    "IN": 1.0,
    "MY": 1.0,
    "PH": 1.0,
    "AE": 1.0,
    "ID": 0.7,
    "TH": 0.7,
    "BR": 0.9,
    "ES": 0.8,
    "MX": 0.7,
    "RU": 1.0,
    "UA": 0.8,
    "TR": 0.9,
    "RO": 0.9,
    "AT": 0.8,
    "ZA": 0.8,
}
"""Scale of the unit form; 0.45 where not named."""

BRACKET_REGIONS = frozenset("IT ES FR CH DE CA".split())


@dataclass(frozen=True, slots=True)
class Habits:
    """A country's way of writing, as far as it is one number or one word."""

    language: str
    number_first: bool
    number_comma: float
    region: float
    unit: float
    postcode: bool
    brackets: bool


def habits_of(country: str) -> Habits:
    """The habits of a country, with defaults where nothing is known.

    >>> habits_of("DE").language, habits_of("DE").number_first
    ('de', False)
    """
    return Habits(
        language=LANGUAGE_OF.get(country, "en"),
        number_first=country in NUMBER_FIRST,
        number_comma=NUMBER_COMMA.get(country, 0.04),
        region=REGION_HABIT.get(country, 0.4),
        unit=UNIT_HABIT.get(country, 0.45),
        postcode=country not in NO_POSTCODE,
        brackets=country in BRACKET_REGIONS,
    )
