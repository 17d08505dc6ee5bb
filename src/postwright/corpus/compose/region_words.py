"""Regions with the word of their kind: `Lagos State`, `woj. mazowieckie`, `Arusha Region`."""

from postwright.corpus.compose.counties import COUNTY_ENDS
from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.scripts import is_latin

_DEPARTMENT = listed("{} Department|Departamento de {}|Depto. de {}|Departamento {}")
_PROVINCE = listed("{} Province|{} Province|Province of {}")
_GOVERNORATE = listed("{} Governorate|{} Governorate|محافظة {}")
REGION_WORDS = {
    **dict.fromkeys("SV HN NI BO HT".split(), _DEPARTMENT),
    **dict.fromkeys("AO ZM MZ MG VU SB PG RW BI MN KH LA TM CD".split(), _PROVINCE),
    **dict.fromkeys("OM YE JO LB SY BH KW PS".split(), _GOVERNORATE),
    **dict.fromkeys("TZ GH NA UZ KZ UG MW GN TG NE".split(), ("{} Region", "{} Region")),
    **dict.fromkeys("BB JM DM GD VC KN AG".split(), listed("{} Parish|Parish of {}|{}")),
    **dict.fromkeys("CU DO PA".split(), listed("Provincia de {}|Provincia {}|{} Province")),
    "DZ": listed("Wilaya de {}|{} Province|ولاية {}"),
    "TN": listed("Gouvernorat de {}|{} Governorate|ولاية {}"),
    "FJ": ("{} Division",),
    "HR": ("{} County", "{} županija"),
    "LR": ("{} County",),
    "LT": ("{} County", "{} apskritis"),
    "AL": ("{} County", "Qarku {}"),
    "BG": listed("област {}|обл. {}|{} Province|Област {}"),
    "CI": listed("Région de {}|District de {}|{} District"),
    "CM": listed("Région du {}|{} Region"),
    "SN": listed("Région de {}|{} Region"),
    "MA": listed("Région de {}|{} Region|جهة {}"),
    "CL": listed("Región de {}|Región del {}|Reg. de {}"),
    "ET": ("{} Region",),
    "GE": listed("{} Region|{}ს მხარე"),
    "AM": listed("{} Province|{}ի մարզ"),
    "NG": listed("{} State|{} State|{} state"),
    "MM": ("{} Region", "{} State"),
    "AR": listed("Provincia de {}|Prov. {}|Pcia. de {}|Prov. de {}"),
    "ZA": ("{} Province",),
    "TH": listed("{} Province|จังหวัด{}|จ.{}"),
    "CN": ("{} Province",),
    "VN": listed("Tỉnh {}|tỉnh {}|T. {}|{} Province"),
    "PH": ("{} Province", "Province of {}"),
    "CR": ("Provincia de {}",),
    "EC": ("Provincia de {}", "Prov. {}"),
    "CO": ("Departamento de {}", "Depto. {}"),
    "UY": ("Departamento de {}", "Depto. de {}"),
    "PY": ("Departamento {}",),
    "GT": ("Departamento de {}",),
    "MX": listed("Estado de {}|Edo. de {}|Edo. {}|Estado {}"),
    "VE": ("Estado {}", "Edo. {}"),
    "BR": ("Estado de {}", "Estado do {}"),
    "KE": ("{} County",),
    "PL": listed("woj. {}|województwo {}|Województwo {}"),
    "HU": ("{} megye", "{} vármegye"),
    "RO": listed("Jud. {}|jud. {}|Județul {}|judetul {}"),
    "FR": ("département {}",),
    "CH": listed("Kanton {}|Canton de {}|Kt. {}"),
    "NL": ("Provincie {}", "Prov. {}"),
    "TR": ("{} ili", "{} İli"),
    "JP": ("{} Prefecture", "{} Pref."),
    "IR": ("استان {}", "{} Province"),
    "AF": ("{} Province",),
    "EG": ("محافظة {}", "{} Governorate"),
    "IQ": ("محافظة {}",),
    "SA": ("منطقة {}", "{} Province"),
    "ID": ("Provinsi {}", "Prov. {}"),
    "NP": ("{} Province",),
    "GR": ("Νομός {}", "Ν. {}"),
    "LK": ("{} Province",),
    "PK": ("{} Province",),
}
"""How a region's own word is written with it."""

_REGION_WORD_HABIT = {"HU": 8.0, "PL": 4.0, "RO": 4.0, "AR": 1.5, "MX": 0.7}
"""How much more often than elsewhere a region has its word."""


def region_word_scale(draft: Draft) -> float:
    """How much more often the region has its word: often where geocoders list it."""
    habit = _REGION_WORD_HABIT.get(draft.kit.country, 1.0)
    return max(habit, 5.0) if "display_name" in draft.forms else habit


def with_word(draft: Draft, region: str) -> str:
    """A region with its word: `Lagos State`, `woj. mazowieckie`; as it is where it has one."""
    template = draft.pick(REGION_WORDS[draft.kit.country])
    word = template.replace("{}", "").strip().casefold()
    worded = word.split(" ")[0] in region.casefold() or region.split()[-1].lower() in COUNTY_ENDS
    if worded or is_latin(template) != is_latin(region):
        return region
    return template.format(region)
