"""Streets, plot numbers and short names of regions of southern Asia and Latin America."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed

SOUTHERN_STREETS = {
    "BR": listed(
        "Rua {m}|Rua {m}|Rua {m}|R. {m}|R {m}|Avenida {m}|Av. {m}|Av {m}|Travessa {m}|Tv. {m}|"
        "Praça {m}|Pça. {m}|Alameda {m}|Al. {m}|Estrada {m}|Estrada para {m}|Estr. {m}|"
        "Rodovia BR-{n}|Rod. BR {n}|BR-{n}|Rodovia ES-{n}|Rod. SP-{n}|Rodovia {m}|Rua {n}|"
        "Rua {d}|Av. {d}|Rua Dr. {m}|Rua Cel. {m}|Rua Pe. {m}|Rua Prof. {m}|Rua São {m}|Beco {m}|"
        "Ladeira {m}|Escadaria {m}|Servidão {m}|SQN {n}|SQS {n}|CLN {n}|SHIS QI {n}|QE {n}|"
        "Rua Projetada|Rua Principal|Rua A|Rua B|Viela {m}"
    ),
    "GT": listed(
        "1a. Avenida|2a. Avenida|3a. Avenida|5a. Avenida|7a. Avenida|1ra. Calle|2da. Calle|"
        "3a. Calle|4ta. Calle|5ta. Calle|6a Calle|7ma. Avenida|8va. Calle|9a. Avenida|10a. Calle|"
        "2a Avenida|3ª Avenida|4ª Calle|{n} Calle|{n} Avenida|{n} Av.|{n} Calle A|{n}A. Avenida|"
        "{n}a. Calle|{n} Calle Oriente|Calle {m}|Calle Real|Calle Principal|Calzada {m}|"
        "Diagonal {n}|{n}a. Diagonal|Vía {n}|Boulevard {m}|Bulevar {m}|Ruta {n}|Ruta Nacional {n}|"
        "Carretera a {m}|Carretera al Atlántico|Avenida {m}|Callejón {m}|Calzada {d}"
    ),
    "MX": listed(
        "Calle {m}|Calle {m}|Av. {m}|Avenida {m}|{m}|Calle {n}|Blvd. {m}|{d}|Calzada {m}|"
        "Privada {m}|Priv. {m}|Av. {d}|Carretera {m}|Calle {d}|Prolongación {m}|Prol. {m}|"
        "Cerrada {m}|Cda. {m}|Eje {n} Sur|Calle {n} Oriente|Carretera a {m}|Carr. a {m}|"
        "Carr. {m}-{k}|Carretera {m}-{k}|Carretera Federal {n}|Camino a {m}|Camino Vecinal|"
        "Camino Real|Andador {m}|Circuito {m}|C. {m}|Calle {n} Norte|And. {m}|Retorno {m}"
    ),
    **dict.fromkeys(
        ("SV", "HN", "NI"),
        listed(
            "{n}a Calle Poniente|{n}a Calle Oriente|{n}ª Calle Oriente|{n}a Avenida Norte|"
            "{n}a Av. Sur|{n} Calle Poniente|{n} Avenida Sur|Calle {m}|Calle Principal|Avenida {m}|"
            "Boulevard {m}|Blvd. {m}|Calle {m} Poniente|Av. {m}|Carretera a {m}|Pasaje {m}|"
            "Alameda {m}|Paseo {m}|Calle Real|{n} Avenida N.E."
        ),
    ),
    **dict.fromkeys(
        ("CI", "SN", "CM", "BF", "BJ", "TG", "ML", "NE", "GA", "CG", "CD"),
        listed(
            "Rue {n}.{n}|Rue {n}|Avenue {m}|Rue {m}|Boulevard {m}|Route de {m}|"
            "Avenue de la République|Boulevard de la Paix|Rue de {m}|Route Nationale {n}|RN{n}|"
            "Avenue du {d}|Avenue de l'Indépendance|Voie {n}|Rond-point {m}"
        ),
    ),
    "EC": listed(
        "Av. {m}|Avenida {m}|Calle {m}|{m}|Calle {n}|Av. {d}|Pasaje {m}|Vía a {m}|Km. {n} Vía {m}"
    ),
    "CR": listed("Calle {n}|Avenida {n}|Av. {n}|Calle {m}|Avenida Central|Calle Real|Ruta {n}"),
}
"""Street templates of more countries; `{k}` is a second town."""

_ROADS = frozenset(
    "carretera carr. carr rodovia rod. estrada estr. camino ruta autopista br autovía vía".split()
)
_KILOMETRES = listed("km {}|km {}|Km {}|Km. {}|km. {}|KM {}|Kilómetro {}|km{}|Km.{}")
_INDIAN_LEADS = listed("H.No. {}|D.No. {}|Door No. {}|# {}|#{}|Plot No. {}|No. {}|House No. {}")


def kilometre(draft: Draft) -> str:
    """`km 7`, `Km. 3.5` where the row's street is a highway and the form comes up, else ""."""
    words = draft.fields.get("street", "").casefold().replace("-", " ").split(" ")
    if words[0] not in _ROADS or not draft.hit("kilometre"):
        return ""
    number = str(1 + int(draft.roll() ** 2 * 300))
    if draft.roll() < 0.3:
        number += draft.pick((".", ".", ",")) + str(draft.below(10))
    word = draft.pick(_KILOMETRES)
    if draft.language == "pt":
        word = word.replace("ó", "ô")
    return word.format(number)


def plot_number(draft: Draft) -> str:
    """A number of southern Asia: `R-454`, `F-3/5`, `6-32/1`, `88/A`, `TC 12/45`, `9-10`."""
    first, second = 1 + draft.below(900), 1 + draft.below(60)
    letter, roll = draft.pick("ABCDEFGHKMPRSTWABCD"), draft.roll()
    if roll < 0.40:
        number = f"{letter}-{first}"
        if roll < 0.12:
            number += f"/{draft.pick(('A', 'B', 'C', str(second), str(second)))}"
        return number
    if roll < 0.48:
        return f"{letter}{draft.pick((' ', '', '/'))}{first}"
    if roll < 0.62:
        number = f"{1 + draft.below(20)}-{1 + draft.below(150)}"
        number += f"/{second}" if roll < 0.55 else ""
    elif roll < 0.80:
        number = f"{first}/{draft.pick(('A', 'B', 'C', 'D', str(second), str(second)))}"
    elif roll < 0.86:
        return f"{letter}{draft.pick('ABCDNZ')} {first}/{second}" if roll < 0.83 else f"TC {first}"
    else:
        number = f"{first}-{first + 1 + draft.below(3)}"
    return draft.pick(_INDIAN_LEADS).format(number) if draft.roll() < 0.35 else number


COUNTY_WORDS = {
    "IN": listed(
        "{} District|Dist. {}|Dist {}|District {}|Distt. {}|Dt. {}|{} Dist.|Distt {}|Dist: {}|"
        "Dist- {}|Zilla {}|{} Dt"
    ),
    "BD": listed("Dist. {}|{} District|Zila {}|Dist: {}"),
    "PK": listed("Distt. {}|District {}|Dist. {}|{} District"),
    "LK": ("{} District",),
    "PE": listed("Provincia de {}|Prov. {}|Prov. de {}"),
    "CR": listed("Cantón de {}|Cantón {}|Cantón {}"),
}
"""How a district's own word is written with it."""

COUNTY_HABIT = {
    "IN": 11.0,
    "BD": 5.0,
    "LK": 4.0,
    "PE": 4.0,
    "CR": 4.0,
    "EC": 2.0,
    "CL": 1.5,
    "CO": 0.3,
    "BR": 0.3,
}
"""How much more often the second level is written than elsewhere."""

POSTCODE_BEHIND = {
    "IN": 1.4,
    "PK": 0.6,
    "BD": 0.5,
    "LK": 0.6,
    "MX": 1.1,
    "AR": 0.9,
    "CO": 1.4,
    "CL": 1.2,
    "PE": 1.2,
    "EC": 1.2,
    "CR": 1.2,
    "GT": 1.0,
    "ZA": 1.2,
}
"""Scale of the form `postcode_behind_region`, for the countries that write so."""

NO_CODE = {
    "GT": 4.5,
    "CO": 3.5,
    "CL": 3.5,
    "PE": 3.0,
    "EC": 3.0,
    "CR": 3.0,
    "HN": 5.0,
    "SV": 5.0,
    "NI": 5.0,
    "DO": 3.0,
    "PY": 4.0,
    "VE": 2.0,
    "NG": 4.0,
    "BD": 1.5,
    "LK": 2.0,
    "PK": 2.0,
}
"""How much more often than elsewhere the postcode is left out."""

SHORT_REGIONS = {
    "MX": {
        "aguascalientes": ("Ags.",),
        "baja california": ("B.C.", "BC"),
        "baja california sur": ("B.C.S.", "BCS"),
        "campeche": ("Camp.",),
        "chiapas": ("Chis.",),
        "chihuahua": ("Chih.",),
        "coahuila de zaragoza": ("Coah.", "Coahuila"),
        "colima": ("Col.",),
        "ciudad de méxico": ("CDMX", "CDMX", "D.F.", "Cd. de México"),
        "durango": ("Dgo.",),
        "guanajuato": ("Gto.", "Gto"),
        "guerrero": ("Gro.",),
        "hidalgo": ("Hgo.",),
        "jalisco": ("Jal.", "Jal"),
        "méxico": listed("Edo. Méx.|Edo. Mex.|Edo. de Méx.|Estado de México|Edo Mex|Méx."),
        "michoacán de ocampo": ("Mich.", "Michoacán"),
        "morelos": ("Mor.",),
        "nayarit": ("Nay.",),
        "nuevo león": ("N.L.", "NL"),
        "oaxaca": ("Oax.", "Oax"),
        "puebla": ("Pue.",),
        "querétaro": ("Qro.", "Qro"),
        "quintana roo": ("Q. Roo", "Q.R.", "QRoo"),
        "san luis potosí": ("S.L.P.", "SLP"),
        "sinaloa": ("Sin.",),
        "sonora": ("Son.",),
        "tabasco": ("Tab.",),
        "tamaulipas": ("Tamps.",),
        "tlaxcala": ("Tlax.",),
        "veracruz de ignacio de la llave": ("Ver.", "Veracruz", "Ver"),
        "yucatán": ("Yuc.",),
        "zacatecas": ("Zac.",),
    },
    "IN": {
        "andhra pradesh": ("A.P.", "AP", "Andhra"),
        "arunachal pradesh": ("Arunachal", "AR"),
        "chhattisgarh": ("C.G.", "CG"),
        "gujarat": ("Guj.", "Guj", "GJ"),
        "haryana": ("HR", "Hr."),
        "himachal pradesh": ("H.P.", "HP", "H.P", "Himachal"),
        "jammu and kashmir": ("J&K", "J & K", "Jammu & Kashmir"),
        "karnataka": ("KA", "Kar."),
        "kerala": ("KL", "Ker."),
        "madhya pradesh": ("M.P.", "MP", "M.P"),
        "maharashtra": ("MH", "Maha.", "M.S."),
        "odisha": ("Orissa", "OD"),
        "punjab": ("PB", "Pb."),
        "rajasthan": ("Raj.", "RJ", "Raj"),
        "tamil nadu": ("T.N.", "TN", "Tamilnadu"),
        "telangana": ("TS", "T.S.", "TG"),
        "uttar pradesh": ("U.P.", "UP", "U.P"),
        "uttarakhand": ("U.K.", "UK", "Uttaranchal"),
        "west bengal": ("W.B.", "WB", "W. Bengal"),
    },
}
"""Regions as people shorten them, by the folded name of the tables."""


def short_region(draft: Draft, region: str) -> str:
    """The region in one of its short forms where the traditional form comes up, else ""."""
    forms = SHORT_REGIONS.get(draft.kit.country, {}).get(region.casefold())
    if forms and draft.hit("region_traditional", 6.0):
        return draft.pick(forms)
    return ""
