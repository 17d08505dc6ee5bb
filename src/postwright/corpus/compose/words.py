"""Short forms of street types, directions and name parts, both ways, by language."""

from collections.abc import Sequence
from functools import cache

from postwright.corpus.compose.listing import listed

TYPE_FORMS: dict[str, Sequence[str]] = {
    "en": listed(
        "Street/St/St./Str|Avenue/Ave/Ave./Av|Boulevard/Blvd/Blvd.|Drive/Dr/Dr.|Road/Rd/Rd.|"
        "Lane/Ln/Ln.|Court/Ct/Ct.|Place/Pl/Pl.|Circle/Cir|Terrace/Ter/Terr|Parkway/Pkwy/Pky|"
        "Highway/Hwy|Trail/Trl|Square/Sq|Alley/Aly|Crossing/Xing|Plaza/Plz|Point/Pt|"
        "Heights/Hts|Cove/Cv|Crescent/Cres/Cr|Close/Cl|Gardens/Gdns|Grove/Gr|Parade/Pde|"
        "Turnpike/Tpke|Expressway/Expy|Freeway/Fwy|Route/Rte/Rt|Ridge/Rdg|Creek/Crk|"
        "Landing/Lndg|Center/Ctr|Bend/Bnd|Hollow/Holw|Meadows/Mdws|Extension/Ext|Loop/Lp|"
        "Way/Wy|Esplanade/Esp|Manor/Mnr|Springs/Spgs|View/Vw|Valley/Vly|Estates/Ests"
    ),
    "fr": listed(
        "Rue/R./r|Avenue/Av./Av/Ave|Boulevard/Bd/Bld/Boul./Blvd|Place/Pl./Pl|"
        "Chemin/Ch./Che/Chem.|Allée/All./Allee|Impasse/Imp./Imp|Route/Rte|Square/Sq.|"
        "Faubourg/Fbg/Fg|Quai/Q.|Passage/Pass.|Résidence/Rés./Res|Lotissement/Lot.|Cours/Crs|"
        "Sentier/Sent.|Lieu-dit/Ld"
    ),
    "es": listed(
        "Calle/C//C./Cl/Cl.|Avenida/Av./Avda./Av/Avda|Plaza/Pl./Pza./Plza.|Paseo/Pº/P.º/Pso.|"
        "Carretera/Ctra./Crta./Ctra|Camino/Cº/Cno.|Ronda/Rda.|Travesía/Trv./Trva.|"
        "Pasaje/Pje./Psje.|Carrera/Cra./Kr/Cra|Diagonal/Dg|Transversal/Tv|Boulevard/Blvd.|"
        "Calzada/Calz.|Polígono/Pol.|Urbanización/Urb.|Glorieta/Gta.|Prolongación/Prol."
    ),
    "it": listed(
        "Via/V./V|Viale/V.le/Vle|Piazza/P.za/P.zza/Pza|Corso/C.so/Cso|Largo/L.go|Vicolo/Vic.|"
        "Strada/Str.|Piazzale/P.le/Ple|Contrada/C.da|Località/Loc.|Lungomare/Lung.|Borgo/B.go"
    ),
    "pt": listed(
        "Rua/R./R|Avenida/Av./Av|Travessa/Tv./Trav.|Praça/Pç./Pça.|Largo/Lg.|"
        "Estrada/Estr./Est.|Alameda/Al.|Rodovia/Rod.|Beco/Bc.|Calçada/Cç."
    ),
    "pl": listed("ulica/ul./ul|aleja/al.|aleje/al.|plac/pl.|osiedle/os."),
    "ru": listed(
        "улица/ул./ул|проспект/пр./пр-т/просп.|переулок/пер.|площадь/пл.|шоссе/ш.|"
        "бульвар/б-р/бул.|набережная/наб.|проезд/пр-д"
    ),
    "uk": listed("вулиця/вул./вул|проспект/просп./пр-т|провулок/пров.|площа/пл.|бульвар/бул."),
    "bg": ["улица/ул.", "булевард/бул.", "площад/пл."],
    "ro": listed(
        "Strada/Str./Str|Bulevardul/Bd./B-dul|Aleea/Al.|Calea/Cal.|Șoseaua/Șos./Sos.|Piața/P-ța"
    ),
    "hu": listed("utca/u./u|tér/t.|út/u.|körút/krt."),
    "cs": listed("náměstí/nám.|třída/tř.|ulice/ul.|nábřeží/nábř."),
    "sk": ["námestie/nám.", "ulica/ul.", "trieda/tr."],
    "hr": ["ulica/ul.", "trg/tr.", "avenija/av."],
    "sl": ["ulica/ul.", "cesta/c.", "trg/tr."],
    "tr": listed("Caddesi/Cad./Cd.|Sokak/Sok./Sk.|Sokağı/Sok.|Bulvarı/Blv.|Meydanı/Meyd."),
    "de": ["Straße/Str./Strasse/Str", "Platz/Pl.", "Allee/All."],
    "nl": ["Straat/Str.", "Plein/Pln."],
    "lt": ["gatvė/g.", "prospektas/pr.", "alėja/al."],
    "lv": ["iela/i.", "prospekts/pr.", "bulvāris/bulv."],
    "et": ["tänav/tn", "puiestee/pst", "maantee/mnt"],
    "el": ["Λεωφόρος/Λεωφ./Λ.", "Οδός/Οδ.", "Πλατεία/Πλ."],
    "id": ["Jalan/Jl./Jln./Jl", "Gang/Gg."],
    "ms": ["Jalan/Jln/Jln.", "Lorong/Lrg"],
    "vi": ["Đường/Đ."],
    "ca": listed("Carrer/C./C|Avinguda/Av.|Plaça/Pl.|Passeig/Pg."),
}
"""Equivalent spellings of a street type: the full word first, `/` between."""

SUFFIX_FORMS: dict[str, list[tuple[str, tuple[str, ...]]]] = {
    "de": [
        ("straße", ("str.", "strasse", "str")),
        ("strasse", ("str.", "straße")),
        ("str.", ("straße", "str")),
    ],
    "nl": [("straat", ("str.", "str"))],
    "sv": [("gatan", ("g.",)), ("vägen", ("v.",))],
    "nb": [("veien", ("v.",)), ("gata", ("g.",))],
}
"""Types that are glued to the name: ending, and what it may become."""

DIRECTIONS: dict[str, tuple[str, ...]] = {
    "n": ("North", "N."),
    "s": ("South", "S."),
    "e": ("East", "E."),
    "w": ("West", "W."),
    "ne": ("Northeast", "N.E."),
    "nw": ("Northwest", "N.W."),
    "se": ("Southeast", "S.E."),
    "sw": ("Southwest", "S.W."),
    "north": ("N", "N.", "No"),
    "south": ("S", "S.", "So"),
    "east": ("E", "E."),
    "west": ("W", "W."),
    "northeast": ("NE", "N.E."),
    "northwest": ("NW", "N.W."),
    "southeast": ("SE", "S.E."),
    "southwest": ("SW", "S.W."),
}

NAME_FORMS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "saint": ("St", "St."),
        "st": ("Saint", "St."),
        "mount": ("Mt", "Mt."),
        "mt": ("Mount", "Mt."),
        "fort": ("Ft", "Ft."),
        "ft": ("Fort", "Ft."),
        "north": ("N", "No."),
        "south": ("S", "S.", "So."),
        "west": ("W", "W."),
        "east": ("E", "E."),
        "point": ("Pt",),
        "lake": ("Lk",),
        "heights": ("Hts",),
        "springs": ("Spgs",),
        "martin luther king": ("MLK",),
    },
    "fr": {
        "saint": ("St", "St."),
        "sainte": ("Ste", "Ste."),
        "général": ("Gal", "Gén."),
        "docteur": ("Dr",),
        "président": ("Pdt",),
        "maréchal": ("Mal",),
        "notre-dame": ("N.-D.",),
        "professeur": ("Pr",),
    },
    "es": {
        "santa": ("Sta.", "Sta"),
        "santo": ("Sto.", "Sto"),
        "san": ("S.",),
        "doctor": ("Dr.", "Dr"),
        "general": ("Gral.", "Gral"),
        "nuestra": ("Ntra.",),
        "señora": ("Sra.",),
        "maría": ("Mª",),
    },
    "it": {"san": ("S.", "S"), "santa": ("S.", "Sta"), "giuseppe": ("G.",), "giovanni": ("G.",)},
    "pt": {
        "são": ("S.",),
        "santo": ("Sto.",),
        "santa": ("Sta.",),
        "doutor": ("Dr.", "Dr"),
        "professor": ("Prof.",),
        "general": ("Gen.",),
    },
    "de": {"sankt": ("St.", "St"), "st.": ("Sankt", "St"), "doktor": ("Dr.",)},
    "pl": {"świętego": ("św.",), "generała": ("gen.",), "księdza": ("ks.",), "doktora": ("dr.",)},
}

_TRADITIONS = {
    "AL": "Ala.",
    "AZ": "Ariz.",
    "AR": "Ark.",
    "CA": "Calif.",
    "CO": "Colo.",
    "CT": "Conn.",
    "DE": "Del.",
    "FL": "Fla.",
    "GA": "Ga.",
    "IL": "Ill.",
    "IN": "Ind.",
    "KS": "Kans.",
    "KY": "Ky.",
    "LA": "La.",
    "MD": "Md.",
    "MA": "Mass.",
    "MI": "Mich.",
    "MN": "Minn.",
    "MS": "Miss.",
    "MO": "Mo.",
    "MT": "Mont.",
    "NE": "Neb.",
    "NV": "Nev.",
    "NH": "N.H.",
    "NJ": "N.J.",
    "NM": "N.M.",
    "NY": "N.Y.",
    "NC": "N.C.",
    "ND": "N.D.",
    "OK": "Okla.",
    "OR": "Ore.",
    "PA": "Penn.",
    "RI": "R.I.",
    "SC": "S.C.",
    "SD": "S.D.",
    "TN": "Tenn.",
    "TX": "Tex.",
    "VT": "Vt.",
    "VA": "Va.",
    "WA": "Wash.",
    "WV": "W.Va.",
    "WI": "Wis.",
    "WY": "Wyo.",
    "DC": "D.C.",
    "ON": "Ont.",
    "QC": "Qué.",
    "BC": "B.C.",
    "AB": "Alta.",
    "SK": "Sask.",
    "MB": "Man.",
    "NSW": "N.S.W.",
    "VIC": "Vic.",
    "QLD": "Qld",
    "TAS": "Tas.",
}


STATE_TRADITION = {
    country: {code: _TRADITIONS[code] for code in codes.split()}
    for country, codes in {
        "US": " ".join(
            code
            for code in _TRADITIONS
            if len(code) == 2 and code not in "ON QC BC AB SK MB".split()
        ),
        "CA": "ON QC BC AB SK MB",
        "AU": "NSW VIC QLD TAS",
    }.items()
}
"""Newspaper abbreviations of states, by country and code."""


@cache
def type_index(language: str) -> dict[str, tuple[str, ...]]:
    """From a street type as written (folded, no full stop) to the other ways to write it.

    >>> type_index("en")["ave"]
    ('Avenue', 'Ave.', 'Av')
    """
    index: dict[str, tuple[str, ...]] = {}
    for line in TYPE_FORMS.get(language, ()):
        forms = line.replace("C//", "C\0/").split("/")
        forms = [form.replace("\0", "/") for form in forms]
        for form in forms:
            others = tuple(other for other in forms if other != form)
            index.setdefault(form.casefold(), others)
            index.setdefault(form.casefold().rstrip("."), others)
    return index
