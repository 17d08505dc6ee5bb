"""Street names: short forms of given ones, and new ones for countries without street tables."""

from collections.abc import Mapping

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.inner_parts import ordinal
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.names import has_surnames, surname
from postwright.corpus.compose.words import DIRECTIONS, NAME_FORMS, SUFFIX_FORMS

_TEMPLATES = {
    "en": listed(
        "{m} Street|{m} Road|{m} Avenue|{m} Lane|{m} Drive|{m} Close|{m} Way|{m} Crescent|"
        "{m} St|{m} Rd|{m} Ave|{m} Dr|Old {m} Road|{m} Place|{m} Highway|{m} Court|"
        "{m} Terrace"
    ),
    "fr": listed(
        "rue {m}|Rue {m}|Avenue {m}|Boulevard {m}|rue de {m}|Route de {m}|Place {m}|"
        "Avenue de {m}|Chemin de {m}|Allée {m}|Impasse {m}|Quartier {m}|Rue {n}"
    ),
    "es": listed(
        "Calle {m}|Calle {n}|Avenida {m}|Av. {m}|Carrera {n}|Calle {d}|Avenida {d}|"
        "Pasaje {m}|Plaza {m}|Camino a {m}|Calle de {m}|Boulevard {m}|Jirón {m}|"
        "Calle {n} Norte|Carretera a {m}|Diagonal {n}|Transversal {n}|Avenida {n}"
    ),
    "pt": listed(
        "Rua {m}|Rua {m}|Avenida {m}|Travessa {m}|Praça {m}|Rua {n}|Estrada de {m}|Largo {m}|"
        "Rua de {m}|Rua {d}|Av. {m}|Alameda {m}"
    ),
    "de": listed("{m}straße|{m}weg|{m}er Straße|{m}gasse|Am {m}|{m}platz|{m}allee"),
    "it": listed("Via {m}|Via {m}|Viale {m}|Piazza {m}|Corso {m}|Via {d}|Strada di {m}|Vicolo {m}"),
    "nl": listed("{m}straat|{m}weg|{m}laan|{m} Straat|{m}plein"),
    "pl": listed("ul. {m}|ulica {m}|{m}|al. {m}|os. {m}|plac {m}"),
    "cs": listed("{m}|{m} ulice|náměstí {m}|třída {m}"),
    "sk": ("{m}", "{m} ulica", "Námestie {m}"),
    "hu": listed("{m} utca|{m} út|{m} tér|{m} u."),
    "ro": listed("Strada {m}|Str. {m}|Bulevardul {m}|Bd. {m}|Calea {m}|Aleea {m}"),
    "bg": ("ул. {m}", "бул. {m}", "улица {m}"),
    "hr": listed("{m} ulica|Ulica {m}|Trg {m}|{m}"),
    "sl": ("{m} ulica", "{m} cesta", "Trg {m}"),
    "mk": ("ул. {m}", "бул. {m}"),
    "sq": ("Rruga {m}", "Rr. {m}", "Bulevardi {m}"),
    "el": listed("{m}|Οδός {m}|Λεωφόρος {m}|Πλατεία {m}"),
    "tr": listed("{m} Caddesi|{m} Cad.|{m} Sokak|{m} Sok.|{n}. Sokak|{m} Bulvarı|{n}. Cadde"),
    "ru": listed("ул. {m}|улица {m}|{m} ул.|проспект {m}|пр. {m}|пер. {m}|{m} улица|{m}"),
    "uk": listed("вул. {m}|вулиця {m}|просп. {m}|пров. {m}|бульвар {m}"),
    "et": listed("{m} tänav|{m} tn|{m} tee|{m} mnt"),
    "lv": ("{m} iela", "{m}s iela", "{m} ceļš"),
    "lt": ("{m} g.", "{m} gatvė", "{m} pr."),
    "fi": listed("{m}katu|{m}tie|{m}ntie|{m}polku"),
    "sv": listed("{m}vägen|{m}gatan|{m} väg|Storgatan"),
    "da": ("{m}vej", "{m}gade", "{m} Allé"),
    "nb": ("{m}veien", "{m}gata", "{m} gate"),
    "is": ("{m}gata", "{m}vegur", "{m}braut"),
    "he": ("רחוב {m}", "{m}", "שדרות {m}"),
    "ar": ("شارع {m}", "طريق {m}", "شارع {n}"),
    "fa": ("خیابان {m}", "بلوار {m}", "کوچه {n}"),
    "id": listed("Jl. {m}|Jalan {m}|Jl. Raya {m}|Jl. {m} No. {n}|Gang {m}|Jl {m}"),
    "ms": listed("Jalan {m}|Jln {m}|Lorong {m}|Jalan {m} {n}|Persiaran {m}"),
    "th": listed("ถนน{m}|ซอย {n}|ถ.{m}|ซอย{m} {n}"),
    "vi": listed("Đường {m}|{m}|Đ. {m}|Phố {m}"),
    "ka": ("{m} ქუჩა", "{m}ს ქ.", "{m} გამზირი"),
    "hy": ("{m} փողոց", "{m} փ."),
    "az": ("{m} küçəsi", "{m} prospekti", "{m} küç."),
    "mn": ("{m} гудамж",),
}
_LATIN_TEMPLATES = listed(
    "{m} Street|{m} Road|{m} St.|{m} St|Al {m} Street|{m} Avenue|{n} Street|Street {n}|"
    "{m} Rd.|{m} str.|ul. {m}|{m} Ave.|Soi {m} {n}"
)
_LATIN_SURNAMES = listed(
    "Kennedy|Independence|Station|Market|Church|Main|Nelson Mandela|Airport|Central|"
    "King Fahd|Republic|Gandhi|Victory|Liberty|University|Hospital|Garden|Park"
)
_DATES = {
    "es": listed(
        "5 de Mayo|20 de Noviembre|16 de Septiembre|9 de Julio|25 de Mayo|1 de Mayo|2 de Abril"
    ),
    "pt": listed("25 de Abril|1º de Maio|7 de Setembro|15 de Novembro|5 de Outubro"),
    "it": listed("XX Settembre|4 Novembre|25 Aprile|IV Novembre|XXV Aprile|1° Maggio"),
}
_HIGHWAYS = listed(
    "County Road {n}|Co Rd {n}|CR {n}|County Rd {n}|US Hwy {n}|US Highway {n}|"
    "U.S. Highway {n}|US-{n}|State Route {n}|SR {n}|State Hwy {n}|Highway {n}|Hwy {n}|"
    "Hwy {n} {c}|FM {n}|FM Rd {n}|Route {n}|Rte {n}|State Highway {n}|Interstate {n}|"
    "I-{n}|N Highway {n}|S Hwy {n}|Highway {n} {c}|State Road {n}|County Highway {c}{c}|"
    "County Rd {n} {c}|Farm to Market Road {n}|US {n}|Township Road {n}|US Hwy {n} {c}|"
    "Old Highway {n}|Ranch Road {n}|W State Road {n}|Private Road {n}|State Rte {n}|"
    "Forest Service Road {n}|{c} US Highway {n}|Loop {n}|Parish Road {n}|K-{n}|M-{n}"
)
_ORDINAL_STREETS = listed(
    "First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|"
    "Thirteenth|Fourteenth"
)
_NUMBERED_TYPES = listed("St|Street|Ave|Avenue|St.|Ave.|Rd|Pl|Ct|Dr|Ter|Way|Street|Avenue")
_COMPASS = listed("N|S|E|W|N|S|E|W|NE|NW|SE|SW|North|South|East|West|N.|W.|E.")
_PARTLY_FRENCH = frozenset(("CA", "BE", "CH", "LU"))
_PREFIX_LANGUAGES = frozenset("fr es it pt ro id ms vi ca sq".split())


def write_street(draft: Draft) -> str:
    """A new street name in the country's language out of place and family names."""
    language = draft.kit.habits.language
    american = draft.kit.country in ("US", "CA")
    if american:
        if draft.hit("highway"):
            return _highway(draft)
        if draft.hit("numbered_street"):
            return _numbered(draft)
    if language in ("ja", "zh", "ko"):
        return _from_template(draft, _LATIN_TEMPLATES, latin=True)
    return _from_template(
        draft, _TEMPLATES.get(language, _LATIN_TEMPLATES), latin=language not in _TEMPLATES
    )


def write_latin_street(draft: Draft) -> str:
    """A new street name in Latin script, for romanised rows."""
    return _from_template(draft, _LATIN_TEMPLATES, latin=True)


def _from_template(draft: Draft, templates: tuple[str, ...], *, latin: bool) -> str:
    """Fill a street template with a name, a number or a date."""
    template = draft.pick(templates)
    if "{d}" in template:
        dates = _DATES.get(draft.kit.habits.language)
        template = template.replace("{d}", draft.pick(dates) if dates else surname(draft))
    if "{n}" in template:
        template = template.replace("{n}", str(1 + int(draft.roll() ** 2 * 120)))
    if "{m}" in template:
        of_place = " de {" in template or " di {" in template
        name = surname_of_place(draft) if of_place else _material(draft, latin=latin)
        joined = (
            template[-1] != "}"
            and template[template.index("}") + 1 : template.index("}") + 2].isalpha()
        )
        if joined and " " in name:
            name = draft.pick(tuple(name.split(" ")))
        template = template.replace("{m}", name)
    return template


def _material(draft: Draft, *, latin: bool) -> str:
    """A name that streets are called after: a town, a person, a common word."""
    if latin:
        return draft.pick(_LATIN_SURNAMES) if draft.roll() < 0.5 else surname_of_place(draft)
    if not has_surnames(draft):
        return surname_of_place(draft)
    return surname(draft) if draft.roll() < 0.5 else surname_of_place(draft)


def surname_of_place(draft: Draft) -> str:
    """A town of the country without what a street would not carry."""
    places = draft.kit.latin_places if draft.latin else draft.kit.local_places
    for _ in range(3):
        name = draft.pick(places) if places else surname(draft)
        if "," not in name and "(" not in name and len(name) < 24 and not name[-1].isdigit():
            return name
    return surname(draft)


def _highway(draft: Draft) -> str:
    """An American highway, county or farm road."""
    text = draft.pick(_HIGHWAYS).replace(
        "{n}", str(1 + int(draft.roll() ** 2 * (1999 if draft.roll() < 0.3 else 300)))
    )
    while "{c}" in text:
        text = text.replace("{c}", draft.pick(("N", "S", "E", "W")), 1)
    return text


def _numbered(draft: Draft) -> str:
    """`E 42nd St`, `Fifth Avenue`, `NW 5th Ave`, `119th Street South`."""
    name = (
        draft.pick(_ORDINAL_STREETS)
        if draft.roll() < 0.2
        else ordinal(1 + int(draft.roll() ** 2 * 190))
    )
    text = f"{name} {draft.pick(_NUMBERED_TYPES)}"
    roll = draft.roll()
    if roll < 0.4:
        return f"{draft.pick(_COMPASS)} {text}"
    return f"{text} {draft.pick(_COMPASS)}" if roll < 0.55 else text


def restyle_street(draft: Draft, street: str) -> str:
    """Write a given street name with other short or long forms."""
    if draft.kit.country in ("US", "CA"):
        if draft.hit("highway"):
            return _highway(draft)
        if draft.hit("numbered_street"):
            return _numbered(draft)
    language = draft.kit.habits.language
    words = street.split(" ")
    if language in SUFFIX_FORMS and draft.hit("street_type"):
        street = _suffix(draft, street)
        words = street.split(" ")
    elif draft.hit("street_type"):
        _swap_type(draft, words, first=language in _PREFIX_LANGUAGES or draft.kit.country == "PL")
    if language == "en":
        _directions(draft, words)
        _shortened(draft, words)
    if draft.hit("saint"):
        _name_forms(draft, words, NAME_FORMS.get(language, {}))
    if (
        words[0]
        and language in ("fr", "es", "it", "pt", "ca", "ro")
        and draft.hit("lower_street_type")
    ):
        words[0] = words[0][0].lower() + words[0][1:]
    return _led(draft, " ".join(words), language)


def _led(draft: Draft, street: str, language: str) -> str:
    """Polish, Russian, Ukrainian and Turkish street names often go with a leader word."""
    if (
        language == "pl"
        and draft.roll() < 0.5
        and street.split(" ")[0].casefold() not in draft.kit.types
    ):
        return draft.pick(("ul. ", "ul. ", "ul ", "ulica ", "UL. ", "ul.")) + street
    if language in ("ru", "uk", "bg", "mk") and draft.roll() < 0.8:
        words = street.casefold().split(" ")
        if (
            "." not in words[0]
            and words[0] not in draft.kit.types
            and words[-1] not in draft.kit.types
            and not words[-1].endswith(".")
        ):
            leader = "вул. " if language == "uk" else "ул. "
            return leader + street
    return street


def _suffix(draft: Draft, street: str) -> str:
    """Exchange the glued type: `Hauptstraße` and `Hauptstr.`."""
    lower = street.casefold() if "ß" not in street else street.lower()
    for ending, others in SUFFIX_FORMS[draft.kit.habits.language]:
        if lower.endswith(ending) and len(lower) == len(street):
            other = draft.pick(others)
            if street[-len(ending)].isupper():
                other = other[0].upper() + other[1:]
            return street[: -len(ending)] + other
    return street


def _swap_type(draft: Draft, words: list[str], *, first: bool) -> None:
    """Exchange the street type for another form of it, keeping the letter case of the row."""
    types = draft.kit.types
    if draft.kit.country in _PARTLY_FRENCH and words[0].casefold() in draft.kit.french_types:
        types, first = draft.kit.french_types, True
    order = (0,) if first else tuple(range(len(words) - 1, 0, -1))[:2]
    for at in order:
        if at >= len(words):
            continue
        others = types.get(words[at].casefold())
        if others:
            new = others[int(draft.roll() ** 1.6 * len(others))]
            words[at] = new if not words[at].islower() or at else new.lower()
            return


def _directions(draft: Draft, words: list[str]) -> None:
    """`N` and `North`, `NW` and `Northwest`, dotted too; sometimes one is added."""
    if len(words) > 2:
        for at in (0, -1):
            others = DIRECTIONS.get(words[at].casefold().replace(".", ""))
            if others:
                if draft.hit("directional"):
                    words[at] = draft.pick(others)
                return
    if draft.kit.country in ("US", "CA") and draft.hit("direction_added"):
        if draft.roll() < 0.6:
            words.insert(0, draft.pick(_COMPASS))
        else:
            words.append(draft.pick(_COMPASS))


def _shortened(draft: Draft, words: list[str]) -> None:
    """`M Street, NW` with its comma; now and then no street type at all."""
    if len(words) > 2 and words[-1].casefold().replace(".", "") in DIRECTIONS:
        if draft.hit("direction_comma"):
            words[-2] += ","
        return
    typed = len(words) > 1 and words[-1].casefold().rstrip(".") in draft.kit.types
    if typed and len(words[-2]) > 2 and draft.hit("street_type_dropped"):
        words.pop()


def _name_forms(draft: Draft, words: list[str], forms: Mapping[str, tuple[str, ...]]) -> None:
    """`Saint` and `St`, `Mount` and `Mt`, `Général` and `Gal` at the front of a name."""
    if len(words) < 2:
        return
    for at in range(len(words) - 1):
        others = forms.get(words[at].casefold())
        if others:
            words[at] = draft.pick(others)
            return


def restyle_town(draft: Draft, town: str) -> str:
    """`Saint Paul` and `St. Paul`, `Mount Vernon` and `Mt Vernon` in a town's name."""
    forms = NAME_FORMS.get(draft.kit.habits.language)
    if not forms or (" " not in town and "-" not in town) or not draft.hit("saint"):
        return town
    separator = "-" if "-" in town and draft.kit.habits.language == "fr" else " "
    words = town.split(separator)
    _name_forms(draft, words, forms)
    if separator == "-" and draft.roll() < 0.35:
        separator = " "
    return separator.join(words)


def cross_street(draft: Draft) -> str:
    """A second street for an intersection."""
    streets = draft.kit.latin_streets if draft.latin else draft.kit.local_streets
    if streets and draft.roll() < 0.75:
        return restyle_street(draft, draft.pick(streets))
    return write_street(draft)
