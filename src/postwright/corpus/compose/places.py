"""Towns, regions and postcodes as people write them."""

from postwright.corpus.compose.bilingual import join_names
from postwright.corpus.compose.business_zones import add_zone
from postwright.corpus.compose.city_quarters import add_quarter
from postwright.corpus.compose.counties import COUNTY_HABIT, county_form
from postwright.corpus.compose.countries import (
    AS_A_REGION,
    DEPARTMENT_REGIONS,
    REGION_IN_ENGLISH,
    REGION_LETTERS,
)
from postwright.corpus.compose.cyrillic import romanise_cyrillic
from postwright.corpus.compose.double_towns import part_town
from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.indian_cities import settle_city
from postwright.corpus.compose.provinces import province_seat, settle_province
from postwright.corpus.compose.region_words import REGION_WORDS, region_word_scale, with_word
from postwright.corpus.compose.southern_words import NO_CODE, short_region
from postwright.corpus.compose.streets import restyle_town
from postwright.corpus.compose.town_names import mend_town
from postwright.corpus.compose.town_nicknames import nicknamed
from postwright.corpus.compose.town_parts import add_part
from postwright.corpus.compose.villages import add_leader
from postwright.corpus.compose.words import STATE_TRADITION

_SPACED_CODES = frozenset("SE CZ SK GR".split())
_PREFIXES = {
    "DE": "D-",
    "FR": "F-",
    "IT": "I-",
    "AT": "A-",
    "CH": "CH-",
    "BE": "B-",
    "LU": "L-",
    "NL": "NL-",
    "SE": "SE-",
    "FI": "FI-",
    "LT": "LT-",
    "LV": "LV-",
    "SI": "SI-",
    "HR": "HR-",
    "MD": "MD-",
    "DK": "DK-",
    "PL": "PL-",
    "ES": "E-",
    "LI": "FL-",
    "MC": "MC-",
    "NO": "NO-",
    "PT": "P-",
    "AZ": "AZ ",
    "EE": "EE-",
    "CZ": "CZ-",
    "HU": "H-",
}


def settle_region(draft: Draft) -> None:
    """Decide which region is written, in which form, and put it into the fields."""
    fields, kit = draft.fields, draft.kit
    region, sub = fields.pop("region", ""), fields.pop("subregion", "")
    code = fields.pop("region_code", "")
    if kit.country in DEPARTMENT_REGIONS and not sub:
        sub = province_seat(draft)
    if kit.country in DEPARTMENT_REGIONS and sub:
        region, code, sub = settle_province(draft, region, code, sub)
    if kit.country in AS_A_REGION:
        region, code = AS_A_REGION[kit.country]
    if draft.template is not None:
        wanted = "region" in draft.template.slots
    else:
        wanted = not draft.hit("drop_region") and draft.roll() < kit.habits.region
    if not wanted:
        region = ""
    elif region:
        fields["region"] = _region_form(draft, region, code)
    if (
        sub
        and sub != fields.get("region")
        and (draft.template is None or "subregion" in draft.template.slots)
        and draft.hit(
            "subregion", (5.0 if draft.template else 1.0) * COUNTY_HABIT.get(kit.country, 1.0)
        )
    ):
        fields["subregion"] = county_form(draft, sub)


def _region_form(draft: Draft, region: str, given: str) -> str:
    """Full name, code, dotted code or the newspapers' abbreviation."""
    country = draft.kit.country
    short = short_region(draft, region)
    if short:
        return short
    if (
        country in REGION_WORDS
        and len(region) > 3
        and draft.hit("region_word", region_word_scale(draft))
    ):
        return with_word(draft, region)
    code = draft.kit.region_codes.get(region.casefold()) or (given if given.isalpha() else "")
    if len(region) <= 3 and region.isupper():
        code, region = region, draft.kit.region_by_code.get(region, region)
    if (country == "IT" and len(region) == 2) or region in ("AA", "AE", "AP"):
        return region
    other = REGION_IN_ENGLISH.get(country, {}).get(region)
    if other and draft.hit("region_traditional", 1.5):
        return other
    letters = REGION_LETTERS.get(country, {}).get(region)
    if letters and draft.hit("region_code", 1.3 if country == "CH" else 0.6):
        return letters
    if not code or country not in (
        "US",
        "CA",
        "AU",
        "BR",
        "IT",
        "MX",
        "IN",
        "PR",
        "MY",
        "AR",
        "RO",
    ):
        return region
    if country == "IT" and draft.roll() < 0.85:
        return code
    if len(code) == 1 and draft.roll() < 0.9:
        return region
    if code == "DC" and draft.roll() < 0.25:
        return draft.pick(("D.C.", "D.C.", "D. C."))
    if country == "CA" and region == "Quebec" and draft.roll() < 0.5:
        return "Québec"
    if draft.hit("region_code", 0.35 if country in ("MX", "IN", "AR", "MY", "RO") else 1.0):
        if draft.hit("region_dotted") and len(code) == 2:
            return f"{code[0]}.{code[1]}."
        return code
    traditions = STATE_TRADITION.get(country, {})
    if code in traditions and draft.hit("region_traditional"):
        return traditions[code]
    return region


def settle_town(draft: Draft) -> None:
    """The town in this row's form: alternative script, Saint and St, district numbers."""
    part_town(draft)
    settle_city(draft)
    mend_town(draft)
    romanise_cyrillic(draft)
    fields = draft.fields
    alt, town = fields.pop("locality_alt", ""), fields.get("locality", "")
    if fields.get("dependent_locality", "").startswith("Hong Kong Special"):
        del fields["dependent_locality"]
    if alt and town and not town[0].isascii() and alt[0].isascii() and draft.hit("romanised"):
        _romanise(draft, alt)
    elif (
        draft.kit.country == "MX"
        and alt
        and fields.get("dependent_locality")
        and draft.roll() < 0.6
    ):
        leader = {"Colonia": draft.pick(("Col. ", "Col. ", "Colonia ", "Col "))}.get(
            alt, f"{alt} " if draft.roll() < 0.3 else ""
        )
        fields["dependent_locality"] = leader + fields["dependent_locality"]
    join_names(draft, alt)
    town = fields.get("locality", "")
    if town:
        if draft.kit.country == "RU" and town[-1].isdigit():
            town = town.rstrip("0123456789").rstrip()
        fields["locality"] = (
            _with_district(draft, nicknamed(draft, restyle_town(draft, town))) if town else ""
        )
    if fields.get("dependent_locality") and draft.hit("drop_dependent_locality"):
        del fields["dependent_locality"]
    add_quarter(draft)
    add_zone(draft)
    add_part(draft)
    add_leader(draft)


def _romanise(draft: Draft, alt: str) -> None:
    """Put the Latin town in, and leave out what stands in another script."""
    fields = draft.fields
    for key in ("street", "dependent_locality", "subregion", "region", "region_code", "venue"):
        if fields.get(key) and not fields[key][0].isascii():
            del fields[key]
    fields["locality"] = alt.split(",")[0].strip()
    draft.settle_script()


def _with_district(draft: Draft, town: str) -> str:
    """`Paris 8e` apart (arrondissement), `Praha 1`, `Dublin 4`, `Wien 1` as one town."""
    fields, country = draft.fields, draft.kit.country
    if country == "FR" and town in ("Paris", "Lyon", "Marseille"):
        _french_city(draft, town)
    elif country == "CZ" and town in ("Praha", "Brno", "Plzeň") and draft.hit("city_district", 6.0):
        return f"{town} {1 + draft.below(10)}"
    elif country == "IE" and town == "Dublin" and draft.hit("city_district", 6.0):
        return f"Dublin {1 + draft.below(24)}"
    elif country == "DK" and town == "København" and draft.hit("city_district", 6.0):
        return f"København {draft.pick(('K', 'V', 'N', 'Ø', 'S', 'NV', 'SV'))}"
    elif country == "AT" and town == "Wien" and draft.hit("city_district"):
        return f"Wien {1 + draft.below(23)}"
    elif (
        country == "HU"
        and town == "Budapest"
        and draft.hit("city_district", 3.0)
        and not fields.get("dependent_locality")
    ):
        fields["dependent_locality"] = draft.pick(
            ("V. kerület", "XI. ker.", "VIII. kerület", "II. ker.", "XIII. kerület")
        )
    return town


def _french_city(draft: Draft, town: str) -> None:
    """Postcodes and arrondissements of Paris, Lyon and Marseille."""
    base, count = {"Paris": (75000, 20), "Lyon": (69000, 9), "Marseille": (13000, 16)}[town]
    number = 1 + draft.below(count)
    draft.fields["postcode"] = str(base + number)
    if not draft.fields.get("dependent_locality") and draft.hit("arrondissement"):
        first = "1er" if number == 1 else f"{number}e"
        forms = (
            first,
            first,
            f"{number}ème" if number > 1 else "1er",
            f"{first} arrondissement",
            f"{first} arr.",
        )
        draft.fields["dependent_locality"] = draft.pick(forms)


def settle_postcode(draft: Draft) -> None:
    """Complete, compose, drop or restyle the postcode."""
    fields, kit = draft.fields, draft.kit
    code = fields.get("postcode", "")
    if " CEDEX" in code:
        code, _, number = code.partition(" CEDEX")
        fields["postcode"], fields["cedex"] = code, "CEDEX" + number
    if draft.hit("drop_postcode", NO_CODE.get(kit.country, 1.0)):
        fields.pop("postcode", None)
        return
    if code:
        code = _completed(draft, code)
    elif kit.postcodes and kit.habits.postcode and draft.hit("composed_postcode"):
        code = _shuffled(draft, draft.pick(kit.postcodes))
    if code:
        code = _restyled(draft, code)
        fields["postcode"] = _broken(draft, code) if draft.hit("postcode_broken") else code


def _broken(draft: Draft, code: str) -> str:
    """A postcode with one slip in its last digits."""
    if len(code) < 4 or not code[-1].isdigit() or not code[-2].isdigit():
        return code
    roll = draft.roll()
    if roll < 0.4:
        return code[:-1]
    if roll < 0.7:
        return f"{code}{draft.below(10)}"
    return code[:-2] + code[-1] + code[-2]


def _completed(draft: Draft, code: str) -> str:
    """Finish the half codes of the tables: British, Canadian and Irish ones, ZIP+4."""
    country, letters = draft.kit.country, "ABDEFGHJLNPQRSTUWXYZ"
    if (
        country in ("GB", "JE", "GG", "IM")
        and " " not in code
        and len(code) <= 4
        and draft.roll() < 0.9
    ):
        return f"{code} {draft.below(10)}{draft.pick(letters)}{draft.pick(letters)}"
    if country == "CA" and len(code) == 3 and draft.roll() < 0.93:
        return f"{code} {draft.below(10)}{draft.pick('ABCEGHJKLMNPRSTVWXYZ')}{draft.below(10)}"
    if country == "IE" and len(code) == 3 and draft.roll() < 0.8:
        eircode = "ACDEFHKNPRTVWXY"
        return f"{code} {draft.pick(eircode)}{draft.pick(eircode)}{draft.below(100):02d}"
    if country == "MT" and len(code) == 3:
        return f"{code} {1000 + draft.below(9000)}"
    if country == "NL" and len(code) == 4 and draft.hit("dutch_letters"):
        return f"{code} {draft.pick(letters)}{draft.pick(letters)}"
    if country == "US" and len(code) == 5:
        if draft.hit("zip_plus_four"):
            return f"{code}-{draft.below(10000):04d}"
        if draft.hit("nine_digit_zip"):
            return f"{code}{draft.below(10000):04d}"
    return code


def _shuffled(draft: Draft, example: str) -> str:
    """A postcode of the example's shape."""
    out = [
        str(draft.below(10)) if char.isdigit() and at else char for at, char in enumerate(example)
    ]
    return "".join(out)


def _restyled(draft: Draft, code: str) -> str:
    """Country prefix, or the blank or hyphen inside left out or put in."""
    country = draft.kit.country
    if country in _PREFIXES and code[0].isdigit() and draft.hit("postcode_prefix"):
        return _PREFIXES[country] + code
    if country == "US":
        return code
    if country in _SPACED_CODES and code.isdigit() and len(code) == 5:
        return f"{code[:3]} {code[3:]}" if draft.roll() < 0.55 else code
    if country in (
        "GB",
        "NL",
        "CA",
        "GR",
        "SE",
        "CZ",
        "SK",
        "IE",
        "BR",
        "JP",
        "PL",
        "PT",
    ) and draft.hit("postcode_restyled"):
        return code.replace(" ", "").replace("-", "") if country != "PL" else code.replace("-", "")
    return code
