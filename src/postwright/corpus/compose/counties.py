"""Second-level names with their words: `Cook County`, `Co. Kerry`, `powiat lipski`."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.southern_words import COUNTY_HABIT as SOUTHERN_HABIT
from postwright.corpus.compose.southern_words import COUNTY_WORDS as SOUTHERN_WORDS

_COUNTY_WORDS = {
    "US": listed("{} County|{} County|{} Co|{} Co."),
    "IE": listed("Co. {}|Co {}|County {}|Co. {}|{}|{}|{}|{}"),
    "HR": ("{} županija",),
    "RO": ("Jud. {}", "jud. {}", "Județul {}"),
    "SE": ("{} kommun",),
    "DE": listed("Landkreis {}|Kreis {}|LK {}|Lkr. {}"),
    "AT": listed("Bezirk {}|Bez. {}|Politischer Bezirk {}|{}|{}|Bezirk {}"),
    "CH": listed("Bezirk {}|District {}"),
    "PL": listed("powiat {}|pow. {}|Powiat {}|powiat {}|pow {}"),
    "CZ": listed("okres {}|okr. {}|Okres {}"),
    "SK": listed("okres {}|okr. {}|{}"),
    "FI": listed("{}n kunta|{}"),
    "PT": listed("concelho de {}|{}|Concelho de {}|conc. {}"),
    "NL": listed("gemeente {}|gemeente {}|gem. {}|Gemeente {}"),
    "LT": listed("{} r.|{} rajonas|{} sav.|{} r. sav."),
    "LV": ("{} novads", "{} nov."),
    "EE": ("{} vald",),
    "NO": ("{} kommune",),
    "DK": ("{} kommune", "{} Kommune"),
    "ES": listed("Provincia de {}|prov. {}|Prov. de {}"),
    "IT": listed("Provincia di {}|prov. di {}|prov. {}|Prov. {}"),
    "RU": listed("{} р-н|{} район|{} р-он"),
    "UA": listed("{} район|{} р-н|{} район"),
    "HU": ("{} járás",),
    "BR": ("Município de {}",),
    "CA": ("{} County", "County of {}"),
    "ID": ("Kecamatan {}", "Kec. {}", "Kec {}"),
    **SOUTHERN_WORDS,
}


_COUNTY_STARTS = frozenset(
    "landkreis kreis bezirk politischer powiat okres provincia prov. district kabupaten kota "
    "kecamatan county co. arrondissement stadt regionalverband comarca hlavní".split()
)
COUNTY_ENDS = frozenset(
    "county parish borough kommun kommune municipality район р-н rajonas novads vald járás "
    "district kreis province state region prefecture governorate megye".split()
)
"""Last words of names that need none of ours."""

COUNTY_HABIT = {
    "IE": 12.0,
    "NL": 0.6,
    "GB": 6.0,
    "RO": 5.0,
    "AT": 2.0,
    "CZ": 2.0,
    "SK": 2.0,
    "NO": 1.5,
    "DK": 1.5,
    "PT": 1.5,
    "RU": 6.0,
    "UA": 4.0,
    "EE": 3.0,
    "PL": 2.5,
    "HR": 2.0,
    **SOUTHERN_HABIT,
}
"""How much more often the second level is written than elsewhere."""

_SHORT = {
    "Warwickshire": "Warks",
    "Leicestershire": "Leics",
    "Hertfordshire": "Herts",
    "Hampshire": "Hants",
    "Berkshire": "Berks",
    "Buckinghamshire": "Bucks",
    "Bedfordshire": "Beds",
    "Cambridgeshire": "Cambs",
    "Gloucestershire": "Glos",
    "Lincolnshire": "Lincs",
    "Lancashire": "Lancs",
    "Northamptonshire": "Northants",
    "Nottinghamshire": "Notts",
    "Oxfordshire": "Oxon",
    "Staffordshire": "Staffs",
    "Wiltshire": "Wilts",
    "Worcestershire": "Worcs",
    "Shropshire": "Salop",
    "Derbyshire": "Derbys",
    "North Yorkshire": "N Yorks",
    "West Yorkshire": "W Yorks",
    "South Yorkshire": "S Yorks",
    "Middlesex": "Middx",
    "West Midlands": "W Midlands",
}
_STRIPPED = ("Politischer Bezirk ", "Bezirk ", "Okres ", "Powiat ")
"""Words that registers set before each name, where people write others or none."""


def county_form(draft: Draft, name: str) -> str:
    """A second-level name with its word, short, or as it is."""
    country = draft.kit.country
    if country == "GB" and name in _SHORT and draft.hit("subregion_word", 0.35):
        return _SHORT[name] + ("." if draft.roll() < 0.3 else "")
    templates = _COUNTY_WORDS.get(country)
    if not templates or draft.romanised:
        return name
    if country in ("AT", "CH", "SK", "PL"):
        name = next((name[len(word) :] for word in _STRIPPED if name.startswith(word)), name)
        if country == "PL" and not name.endswith("ki"):
            return name if name.endswith("County") else f"{name} County"
        if country == "PL":
            return draft.pick(templates).format(name)
    first, _, rest = name.casefold().partition(" ")
    worded = first in _COUNTY_STARTS or rest.rpartition(" ")[2] in COUNTY_ENDS
    if country in ("RU", "UA") and rest in ("район", "р-н"):
        return draft.pick(templates).format(name.partition(" ")[0])
    bare = 0.45 if country == "IN" else 1.0
    if not worded and draft.hit("subregion_word", bare):
        return draft.pick(templates).format(name)
    return name
