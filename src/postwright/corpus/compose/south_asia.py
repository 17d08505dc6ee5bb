"""Rows of India, Pakistan, Bangladesh, Nepal and Sri Lanka in their own scripts.

The tables have these countries' places in Latin letters alone, so that the names are spelled out
in the script of the region and set among its own words.
"""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.indic_letters import in_script
from postwright.corpus.compose.segments import Segment
from postwright.corpus.compose.south_asia_words import (
    CITIES,
    COUNTRIES,
    DIGITS,
    DISTRICTS,
    LANGUAGES,
    NUMBERS,
    PUNJAB_OF_PAKISTAN,
    QUARTERS,
    REGIONS,
    SEATS,
    STREETS,
    UNITS,
    VENUES,
    VILLAGES,
)

_SHARE = {"BD": 1.5, "PK": 1.2, "NP": 1.5, "LK": 0.6}
_JOINTS = (", ", ", ", ", ", ", ", " ", " ", "\n", ",", " - ")


def is_south_asian(draft: Draft) -> bool:
    """Whether the row shall be written in a South Asian script."""
    country = draft.kit.country
    return (
        country in LANGUAGES
        and draft.latin
        and bool(draft.fields.get("locality"))
        and draft.hit("indic_script", _SHARE.get(country, 1.0))
    )


def write_south_asian(draft: Draft) -> list[Segment]:
    """The row's segments, from the small to the large."""
    draft.language = _language(draft)
    draft.latin = False
    parts = [*_house(draft), *_places(draft)]
    code = draft.fields.get("postcode", "")
    joint = "، " if draft.language == "ur" and draft.roll() < 0.6 else draft.pick(_JOINTS)
    out: list[Segment] = []
    for part in parts:
        out += [(joint, None), part] if out else [part]
    if code and draft.roll() < 0.7:
        out += [(draft.pick((" ", " ", " ", " - ", "-", ", ")), None), (code, "postcode")]
    if draft.hit("country", 0.6):
        name = COUNTRIES.get((draft.kit.country, draft.language), "India")
        out += [(joint, None), (name, "country")]
    return _native_digits(draft, out)


def _language(draft: Draft) -> str:
    """The language of the region, else of the country; Hindi now and then everywhere in India."""
    country = draft.kit.country
    if country == "IN" and draft.roll() < 0.9:
        return REGIONS.get(draft.fields.get("region", ""), ("hi", ""))[0]
    return LANGUAGES[country]


def _house(draft: Draft) -> list[Segment]:
    """Venue, unit, number and street, each now and then."""
    language, parts = draft.language, list[Segment]()
    if draft.hit("venue", 1.5):
        parts.append((_named(draft, VENUES[language]), "venue"))
    if draft.roll() < 0.45:
        return parts
    if language in UNITS and draft.hit("unit", 0.8):
        parts.append((_named(draft, UNITS[language]), "unit"))
    if draft.roll() < 0.8:
        parts.append((_named(draft, NUMBERS[language]), "house_number"))
    if draft.roll() < 0.8:
        parts.append((_named(draft, STREETS[language]), "street"))
    return parts


def _places(draft: Draft) -> list[Segment]:
    """Quarter, town or village with its seat, district and region."""
    language, fields = draft.language, draft.fields
    parts: list[Segment] = []
    if draft.hit("quarter", 0.9):
        parts.append((_named(draft, QUARTERS[language]), "dependent_locality"))
        if draft.hit("quarter_more", 0.6):
            parts.append((_named(draft, QUARTERS[language]), "dependent_locality"))
    city = draft.roll() < 0.12
    town = in_script(fields["locality"], language, draft.rng)
    if city:
        town = draft.pick(CITIES[language])
    rural = not city and not parts and draft.roll() < 0.3
    parts.append((draft.pick(VILLAGES[language]).format(town) if rural else town, "locality"))
    if draft.hit("seat", 2.0 if rural else 0.5):
        parts.append((_named(draft, SEATS[language]), "dependent_locality"))
    if fields.get("subregion") and not city and draft.roll() < 0.65:
        name = in_script(fields["subregion"], language, draft.rng)
        parts.append((draft.pick(DISTRICTS[language]).format(name), "subregion"))
    region = _region(draft)
    if region and draft.roll() < 0.75:
        parts.append((region, "region"))
    return [(text, tag) for text, tag in parts if text.strip()]


def _region(draft: Draft) -> str:
    """The region's own name in its script, else its name spelled out."""
    region = draft.fields.get("region", "")
    if draft.kit.country == "PK" and region == "Punjab":
        return PUNJAB_OF_PAKISTAN
    language, names = REGIONS.get(region, ("", ""))
    if language == draft.language:
        return draft.pick(names.split("|"))
    translated = draft.kit.region_translations.get(region.casefold(), {}).get(draft.language)
    if translated:
        return translated
    name = region.removesuffix(" Division").removesuffix(" Province")
    return in_script(name, draft.language, draft.rng)


def _named(draft: Draft, templates: tuple[str, ...]) -> str:
    """One of the templates with the name of some place of the country, or with a number."""
    template = draft.pick(templates)
    if "{n}" in template:
        number = str(1 + int(draft.roll() ** 2 * 300))
        if draft.roll() < 0.15:
            number += f"/{1 + draft.below(40)}"
        template = template.replace("{n}", number)
    if "{}" not in template:
        return template
    place = draft.pick(draft.kit.latin_places or ("Rampur",))
    return template.format(in_script(place.split(" ")[0], draft.language, draft.rng))


def _native_digits(draft: Draft, segments: list[Segment]) -> list[Segment]:
    """The numbers in the script's own digits, mostly in Bengali."""
    digits = DIGITS.get(draft.language)
    if not digits or draft.roll() > (0.7 if draft.language == "bn" else 0.2):
        return segments
    table = str.maketrans("0123456789", digits)
    return [(text.translate(table), tag) for text, tag in segments]
