"""Street names: short forms of given ones, and new ones for countries without street tables."""

from collections.abc import Mapping, Sequence

from postwright.corpus.compose.cyrillic import romanise
from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.inner_parts import ordinal
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.names import has_surnames, surname
from postwright.corpus.compose.southern_words import SOUTHERN_STREETS
from postwright.corpus.compose.street_words import (
    BY_COUNTRY,
    BY_LANGUAGE,
    DATES,
    LATIN,
    LATIN_NAMES,
    ROMANISED,
    ROMANISED_IN,
)
from postwright.corpus.compose.words import DIRECTIONS, NAME_FORMS, SUFFIX_FORMS, type_index

_HIGHWAYS = listed(
    "County Road {n}|Co Rd {n}|CR {n}|County Rd {n}|US Hwy {n}|US Highway {n}|"
    "U.S. Highway {n}|US-{n}|State Route {n}|SR {n}|State Hwy {n}|Highway {n}|Hwy {n}|"
    "Hwy {n} {c}|FM {n}|FM Rd {n}|Route {n}|Rte {n}|State Highway {n}|Interstate {n}|"
    "I-{n}|N Highway {n}|S Hwy {n}|Highway {n} {c}|State Road {n}|County Highway {c}{c}|"
    "County Rd {n} {c}|Farm to Market Road {n}|US {n}|Township Road {n}|US Hwy {n} {c}|"
    "Old Highway {n}|Ranch Road {n}|W State Road {n}|Private Road {n}|State Rte {n}|"
    "Forest Service Road {n}|{c} US Highway {n}|Loop {n}|Parish Road {n}|K-{n}|M-{n}|"
    "US Hwy {n} Bus|Hwy {n} Bus|Hwy {n} Byp|US Highway {n} Bypass|U.S. Highway No. {n}|"
    "US Hwy No {n}|Hwy. {n} {c}|I-{n} Frontage Rd|I {n} {c} Service Rd|{c} Loop {n}|"
    "US Route {n}|U.S. Route {n}|Rt {n}|Rt. {n} {c}|Rte. {n}|State Rd {n}|CR-{n}|Co Hwy {n}|"
    "Co. Rd. {n}|Old US Hwy {n}|Old State Route {n}|State Route {n} {c}|SR-{n}|St Rt {n}|"
    "St Rd {n}|St Hwy {n}|United States Highway {n}|Highway {n} South|Highway {n} North|"
    "US Highway {n} West|FM-{n}|RM {n}|Spur {n}|Scenic Hwy {n}|BIA Route {n}|Twp Rd {n}|"
    "Business {n}|{c} County Road {n}|Old Hwy {n} {c}|Route {n} {c}|NE Loop {n}"
)
_CANADIAN_HIGHWAYS = listed(
    "Highway {n}|Hwy {n}|Range Road {n}|Township Road {n}|Concession Road {n}|Hwy {n} {c}|"
    "County Road {n}|Regional Road {n}|Route {n}|Twp Rd {n}|Rge Rd {n}|Sideroad {n}|"
    "Line {n}|Trans-Canada Hwy|Concession {n}|Hwy. {n}|Highway {n} {c}|Grid Road {n}|Rte {n}|"
    "Chemin du Rang {n}|Con Rd {n}|Provincial Road {n}|Fire Route {n}|Highway #{n}"
)
_ORDINAL_STREETS = listed(
    "First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|"
    "Thirteenth|Fourteenth"
)
_NUMBERED_TYPES = listed("St|Street|Ave|Avenue|St.|Ave.|Rd|Pl|Ct|Dr|Ter|Way|Street|Avenue")
_COMPASS = listed("N|S|E|W|N|S|E|W|NE|NW|SE|SW|North|South|East|West|N.|W.|E.")
_SLAVIC_NAMES = listed(
    "Lenina|Kirova|Pushkina|Gagarina|Sovetskaya|Mira|Shevchenka|Franka|Gogolya|Chekhova|"
    "Tsentralna|Tsentralnaya|Shkolnaya|Sadovaya|Lesnaya|Molodezhnaya|Naberezhnaya|Polevaya|"
    "Lermontova|Oktyabrskaya|Pobedy|Zarechnaya|Zelenaya|Vokzalnaya|Lugovaya|Sadova|Lisova|"
    "Soborna|Nezalezhnosti|Kyivska|Peremohy|Komsomolskaya|Pervomayskaya|Gorkogo|Mayakovskogo|"
    "Tolstogo|Chapayeva|Sverdlova|Stepnaya|Parkovaya|Novaya|Yubileynaya|Studentska|Myru"
)
"""What streets of Russia and Ukraine are called after, in Latin letters."""
_PARTLY_FRENCH = frozenset(("CA", "BE", "CH", "LU"))
PREFIX_LANGUAGES = frozenset("fr es it pt ro id ms vi ca sq ru uk bg mk pl ar fa he th hr".split())
_BELARUSIAN = frozenset("вуліца завулак праспект бульвар плошча праезд тракт шаша".split())
_ENGLISH_BESIDE = frozenset("IN PK BD LK NP".split())
_TYPE_IN_FRONT = frozenset("fr es it pt ro id ms vi ca sq".split())


_JOINED = {
    "en": listed(
        "{a} and {b} Dr|{a} and {b} Road|{a} & {b} Ave|{a} and {b} Ln|{a} at {b} St|{a} and {b} Ct|"
        "{a} And {b} Way|The {a} at {b} Ave|{a} and {b} Street|{a} and {b} Rd|{a} at {b} Blvd"
    ),
    "fr": listed("rue {a} et {b}|avenue {a} et {b}|place {a} et {b}|Rue {a} et {b}"),
    "es": listed("Calle {a} y {b}|Glorieta {a} y {b}|C/ {a} y {b}|Plaza de {a} y {b}"),
    "pt": listed("Rua {a} e {b}|Travessa {a} e {b}"),
    "it": listed("Via {a} e {b}|Piazza {a} e {b}"),
}
"""Streets called after two things; written with a number only, else they would be crossings."""


def write_street(draft: Draft) -> str:
    """A new street name in the country's language out of place and family names."""
    language = draft.language
    american = draft.kit.country in ("US", "CA")
    if american:
        if draft.hit("highway"):
            return _highway(draft)
        if draft.hit("numbered_street"):
            return _numbered(draft)
    if draft.latin and draft.hit("street_echo"):
        return _echo(draft)
    types = draft.kit.street_types.canonical.get(language)
    rare = 0.3 if draft.kit.country in _ENGLISH_BESIDE else 1.0
    if types and not draft.romanised and draft.hit("street_type_other", rare):
        return _of_other_type(draft, types)
    if draft.romanised:
        templates = ROMANISED_IN.get(draft.kit.country) or ROMANISED.get(
            draft.kit.habits.language, LATIN
        )
        return _from_template(draft, templates, generic=templates is LATIN)
    country = draft.kit.country
    own = SOUTHERN_STREETS.get(country) or BY_COUNTRY.get(country) if draft.latin else None
    if own and draft.roll() < 0.8:
        return _from_template(draft, own)
    return _from_template(
        draft, BY_LANGUAGE.get(language, LATIN), generic=language not in BY_LANGUAGE
    )


def _echo(draft: Draft) -> str:
    """A street called after the row's own town or region."""
    name = draft.fields.get("locality" if draft.roll() < 0.6 else "region") or surname(draft)
    templates = BY_LANGUAGE.get(draft.language, LATIN)
    plain = tuple(text for text in templates if "{m}" in text and " " in text)
    return draft.pick(plain or LATIN[:2]).replace("{m}", name).replace("{n}", "1")


def _of_other_type(draft: Draft, types: Sequence[str]) -> str:
    """A street of one of the language's less common types, in front or behind by its habit."""
    word, name = draft.pick(types), _material(draft)
    if draft.language in PREFIX_LANGUAGES:
        word = word[0].upper() + word[1:] if draft.roll() < 0.6 else word
        return f"{word} {name}"
    return f"{name} {word.title() if draft.latin and draft.language == 'en' else word}"


def _from_template(draft: Draft, templates: Sequence[str], *, generic: bool = False) -> str:
    """Fill a street template with a name, a number, a date, a compass letter or a first name."""
    template = draft.pick(templates)
    if "{d}" in template:
        dates = DATES.get(draft.language)
        template = template.replace("{d}", draft.pick(dates) if dates else surname(draft))
    while "{n}" in template:
        template = template.replace("{n}", str(1 + int(draft.roll() ** 2 * 120)), 1)
    if "{q}" in template:
        template = template.replace("{q}", str(100 + draft.below(6900)))
    if "{l}" in template:
        template = template.replace("{l}", draft.pick("ABCD"))
    if "{c}" in template:
        template = template.replace(
            "{c}", draft.pick(("East", "West", "North", "South", "Central"))
        )
    if "{r}" in template:
        template = template.replace(
            "{r}", draft.pick(("I", "II", "III", "Barat", "Timur", "Utara"))
        )
    if "{f}" in template:
        template = template.replace(
            "{f}", draft.pick(("Martín", "Juan", "Lorenzo", "José", "Luis"))
        )
    if "{k}" in template:
        template = template.replace("{k}", surname_of_place(draft))
    if "{m}" in template:
        of_place = " de {" in template or " di {" in template
        name = surname_of_place(draft) if of_place else _material(draft, generic=generic)
        template = _inserted(draft, template, name)
    return template


def _inserted(draft: Draft, template: str, name: str) -> str:
    """The template with its name; one word of the name where the type is glued to it."""
    after = template[template.index("}") + 1 :][:1]
    if after.isalpha() and " " in name:
        name = draft.pick(tuple(name.split(" ")))
    return template.replace("{m}", name)


def _material(draft: Draft, *, generic: bool = False) -> str:
    """A name that streets are called after: a town, a person, a common word."""
    if draft.romanised and draft.kit.country in ("RU", "UA", "BY"):
        return draft.pick(_SLAVIC_NAMES) if draft.roll() < 0.7 else surname_of_place(draft)
    if generic or not has_surnames(draft):
        known = draft.latin and draft.roll() < 0.5
        return draft.pick(LATIN_NAMES) if known else surname_of_place(draft)
    return surname(draft) if draft.roll() < 0.55 else surname_of_place(draft)


def joined_street(draft: Draft) -> str:
    """One street called after two: `Blue and Gold Dr`, `Calle Daoíz y Velarde`."""
    first = surname(draft) if draft.roll() < 0.5 else surname_of_place(draft)
    template = draft.pick(_JOINED[draft.language])
    return template.replace("{a}", first).replace("{b}", surname(draft))


def surname_of_place(draft: Draft) -> str:
    """A town of the country without what a street would not carry."""
    places = draft.kit.latin_places if draft.latin else draft.kit.local_places
    if draft.romanised and not places and draft.kit.country in ("RU", "UA", "BY"):
        name = draft.pick(draft.kit.local_places or ("Кирова",))
        return romanise(name.partition(" (")[0], ukrainian=draft.kit.country == "UA")
    for _ in range(3):
        name = draft.pick(places) if places else surname(draft)
        plain = "," not in name and "(" not in name and not name.startswith("Depto ")
        if plain and len(name) < 24 and not name[-1].isdigit():
            return name
    return surname(draft)


def _highway(draft: Draft) -> str:
    """An American or Canadian highway, county or farm road."""
    table = _CANADIAN_HIGHWAYS if draft.kit.country == "CA" else _HIGHWAYS
    text = draft.pick(table).replace(
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
    language = draft.language
    words = street.split(" ")
    if language in SUFFIX_FORMS and draft.hit("street_type"):
        street = _suffix(draft, street)
        words = street.split(" ")
    elif draft.hit("street_type"):
        _swap_type(draft, words, first=language in _TYPE_IN_FRONT or draft.kit.country == "PL")
    elif draft.hit("street_type_rare"):
        _rare_type(draft, words)
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
            and words[0] not in _BELARUSIAN
            and words[-1] not in _BELARUSIAN
            and not words[-1].endswith(".")
        ):
            leader = "вул. " if language == "uk" else "ул. "
            return leader + street
    return street


def _suffix(draft: Draft, street: str) -> str:
    """Exchange the glued type: `Hauptstraße` and `Hauptstr.`."""
    lower = street.casefold() if "ß" not in street else street.lower()
    for ending, others in SUFFIX_FORMS[draft.language]:
        if lower.endswith(ending) and len(lower) == len(street):
            other = draft.pick(others)
            if street[-len(ending)].isupper():
                other = other[0].upper() + other[1:]
            return street[: -len(ending)] + other
    return street


def _swap_type(draft: Draft, words: list[str], *, first: bool) -> None:
    """Exchange the street type for another form of it, keeping the letter case of the row."""
    types: Mapping[str, tuple[str, ...]] = type_index(draft.language)
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


def _rare_type(draft: Draft, words: list[str]) -> None:
    """A spelling of the street type that few people use, in the letter case of the word."""
    spellings = draft.kit.street_types.spellings.get(draft.language, {})
    for at in (-1, 0) if len(words) > 1 else ():
        others = spellings.get(words[at].casefold().rstrip("."))
        if others:
            other = draft.pick(others)
            words[at] = other[0].upper() + other[1:] if words[at][0].isupper() else other
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
    forms = NAME_FORMS.get(draft.language)
    if not forms or (" " not in town and "-" not in town) or not draft.hit("saint"):
        return town
    separator = "-" if "-" in town and draft.language == "fr" else " "
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
