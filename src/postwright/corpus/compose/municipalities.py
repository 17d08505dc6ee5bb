"""Second levels of countries whose tables have none: `Grad Osijek`, `Rubavu District`.

Gazetteers of most countries give a town and its region alone; what lies between the two is mostly
called after the town, and is written with the word of its kind.
"""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.scripts import is_latin
from postwright.corpus.compose.streets import surname_of_place

_DISTRICT = listed("{} District|{} District|District {}|{} district")
_FRENCH = listed("Département de {}|Cercle de {}|Province de {}|Préfecture de {}|{}")
_SPANISH = listed("Municipio de {}|Distrito {}|Distrito de {}|Municipio {}|{}")
_BALKAN = listed("{} Municipality|Municipality of {}|Opština {}|{}")
_ARABIC = listed("{} District|{} Governorate|قضاء {}|مركز {}|محافظة {}")
_CYRILLIC = listed("{} район|{} ауданы|{} District|{} р-н")

_WORDS = {
    **dict.fromkeys("UG MW SL PG AF NP MM MY BT TL ZW NA SB LK BD".split(), _DISTRICT),
    **dict.fromkeys("SN CI CM BJ BF ML NE TD CD CG GA GN TG BI CF DJ HT".split(), _FRENCH),
    **dict.fromkeys("SV HN NI GT DO PA PY CU BO".split(), _SPANISH),
    **dict.fromkeys("RS ME BA MK XK".split(), _BALKAN),
    **dict.fromkeys("SY JO LB IQ SA OM YE EG BH".split(), _ARABIC),
    **dict.fromkeys("KZ KG UZ TJ".split(), _CYRILLIC),
    "AL": listed("Bashkia {}|{} Municipality|Municipality of {}"),
    "AO": listed("Município de {}|{}|Município do {}"),
    "AR": listed("Departamento {}|Partido de {}|Depto. {}|Municipio de {}|{}"),
    "AZ": listed("{} rayonu|{} District|{} Rayon"),
    "BG": listed("Община {}|община {}|{} Municipality|общ. {}"),
    "BR": listed("Região Metropolitana de {}|Microrregião de {}|Município de {}"),
    "BY": listed("{} район|{} р-н|{} District"),
    "CL": listed("Provincia de {}|Comuna de {}|{}"),
    "CO": listed("{}|Municipio de {}"),
    "CV": listed("Concelho {}|Concelho da {}"),
    "CY": listed("Δήμος {}|{} Municipality|Municipality of {}"),
    "DZ": listed("Daïra de {}|{} District|Daïra {}|دائرة {}"),
    "ET": listed("{} Zone|{}|{} zone"),
    "GE": listed("{} Municipality|{} District|{}ს მუნიციპალიტეტი"),
    "GH": listed("{} District|{} Metropolitan District|{} Municipal District|{} Municipality"),
    "GR": listed("Δήμος {}|Municipality of {}|Δήμος {}|{} Municipality|Municipal Unit of {}"),
    "HR": listed("Grad {}|Općina {}|Grad {}|City of {}|Town of {}"),
    "IR": listed("شهرستان {}|{} County|بخش مرکزی شهرستان {}"),
    "IS": listed("{}bær|Sveitarfélagið {}|{}"),
    "KE": listed("{} Sub-County|{} Sub County|{} subcounty"),
    "KH": listed("{} District|Srok {}|Krong {}|ស្រុក{}"),
    "LA": listed("{} District|Muang {}|ເມືອງ{}"),
    "LR": _DISTRICT,
    "LT": listed("{} rajono savivaldybė|{} miesto savivaldybė|{} r. sav.|{} District Municipality"),
    "LV": listed("{} novads|{} Municipality|{} nov."),
    "MA": listed("Province de {}|Préfecture de {}|Cercle de {}|Pachalik de {}|إقليم {}"),
    "MD": listed("Raionul {}|Municipiul {}|{} District|r-nul {}"),
    "MG": listed("{} I|{} II|District de {}|{}"),
    "MN": listed("{} сум|{} District|{} sum"),
    "MZ": listed("Distrito de {}|Cidade de {}|{} District"),
    "NG": listed("{} LGA|{} Local Government Area|{}|{} L.G.A."),
    "NZ": listed("{} District|{} City|{} District"),
    "PE": listed("Provincia de {}|{}|Distrito de {}"),
    "PH": listed("{}|{} District|1st District of {}"),
    "RO": listed("Zona Metropolitană {}|Municipiul {}|{} Metropolitan Area|Comuna {}"),
    "RW": listed("{} District|Akarere ka {}|{} District"),
    "SI": listed("Občina {}|Mestna občina {}|Upravna Enota {}|Municipality of {}"),
    "TH": listed("{} District|{}"),
    "TN": listed("Délégation {}|Délégation de {}|معتمدية {}|{} Ville"),
    "TZ": listed("{} District|{} Urban|{} Rural|{} Urban District|{} Municipal|{} City"),
    "UY": ("Municipio de {}", "Municipio {}"),
    "VE": listed("Municipio {}|Mun. {}|Municipio Autónomo {}"),
    "ZA": listed(
        "City of {}|{} Local Municipality|{} District Municipality|"
        "{} Metropolitan Municipality|City of {} Metropolitan Municipality"
    ),
    "ZM": _DISTRICT,
}
_WORDED = tuple(listed(" қаласы| Қаласы| tumani| Tumani| District| City| Municipality| район"))
_OWN = {
    "GL": listed("Kommuneqarfik Sermersooq|Sermersooq|Avannaata|Qeqqata|Kujalleq|Qeqertalik"),
    "FO": listed("Streymoy|Eysturoy|Suðuroy|Norðoyar|Sandoy|Vágar"),
    "PF": listed("Tahiti|Moorea-Maiao|Bora-Bora|Raiatea|Huahine|Tahaa|Nuku-Hiva|Rangiroa"),
    "NC": listed("Province Sud|Province Nord|Province des Îles Loyauté"),
    "FJ": listed("Rewa|Ba|Naitasiri|Nadroga-Navosa|Cakaudrove|Macuata|Tailevu|Ra"),
}
"""Territories of a few islands or communes, which are named themselves."""


def add_municipality(draft: Draft) -> None:
    """Give the row a second level where it has none and the form comes up."""
    fields, country = draft.fields, draft.kit.country
    town = fields.get("locality", "")
    fits = draft.template is None or "subregion" in draft.template.slots
    if not town or fields.get("subregion") or not fits or (country not in _WORDS.keys() | _OWN):
        return
    if not draft.hit("municipality", 1.0 if draft.template else 0.2):
        return
    if country in _OWN:
        name = draft.pick(_OWN[country])
    else:
        plain = "," not in town and "." not in town and not town.endswith(_WORDED)
        own = plain and draft.roll() < 0.65
        name = town if own else surname_of_place(draft)
        templates = tuple(text for text in _WORDS[country] if is_latin(text) == draft.latin)
        name = draft.pick(templates).format(name) if templates else ""
    if name and name not in fields.values():
        fields["subregion"] = name
