"""Short names of cities that people write and no register has: `NYC`, `SF`, `W. Palm Beach`."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed

_NICKNAMES = {
    "US": {
        "New York": listed("NYC|N.Y.C.|NY City|New York City|NYC"),
        "New York City": listed("NYC|N.Y.C.|NYC"),
        "San Francisco": listed("SF|S.F.|San Fran|S. F.|SF"),
        "Los Angeles": listed("LA|L.A.|LA"),
        "Philadelphia": listed("Philly|Phila|Phila.|Phil"),
        "Indianapolis": listed("Indy|Indpls|Indianap"),
        "Minneapolis": listed("Mpls|Mpls.|Minn"),
        "Las Vegas": listed("Vegas|LV|L.V."),
        "Salt Lake City": listed("SLC|Salt Lake|S.L.C."),
        "Kansas City": listed("KC|K.C.|KCMO"),
        "Oklahoma City": listed("OKC|Okla City|Oklahoma Cty"),
        "Atlanta": listed("ATL|Atl"),
        "Baltimore": listed("Balto|Balt|B'more"),
        "Cincinnati": listed("Cincy|Cinci|Cinti"),
        "Pittsburgh": listed("Pgh|Pitts|Pittsburg"),
        "Jacksonville": listed("Jax|J'ville|Jville"),
        "New Orleans": listed("NOLA|N.O.|N. Orleans"),
        "Washington": listed("Wash|Wash."),
        "Chicago": listed("Chi|Chgo|CHI"),
        "Milwaukee": listed("MKE|Milw|Milw."),
        "Albuquerque": listed("ABQ|Albuq|Albuq."),
        "San Antonio": listed("S. Antonio|San Anto"),
        "Fort Lauderdale": listed("Ft Laud|Ft. Laud"),
        "Birmingham": listed("B'ham|Bham|Birm"),
        "Louisville": listed("L'ville|Lou|Louisvl"),
        "Virginia Beach": listed("VA Beach|Va. Beach|VB"),
        "Colorado Springs": listed("Colo Springs|Co Springs|Colo Spgs"),
    },
    "CA": {
        "Toronto": listed("TO|T.O.|Tor"),
        "Montréal": listed("Mtl|MTL|Mtl."),
        "Vancouver": listed("Van|Vanc|VAN"),
        "Winnipeg": listed("Wpg|Wpg.|WPG"),
    },
    "GB": {
        "Birmingham": listed("B'ham|Bham|B'HAM"),
        "Manchester": listed("M'cr|Manc|MCR"),
        "Newcastle upon Tyne": listed("Newcastle|N'castle|Newcastle/Tyne"),
        "Wolverhampton": listed("W'ton|Wolves|W'hampton"),
        "Southampton": listed("S'ton|Soton|S'hampton"),
    },
    "MX": {
        "Ciudad de México": listed("CDMX|Cd. de México|Cd de Mexico|CDMX"),
        "Guadalajara": listed("GDL|Guad.|Gdl."),
        "Monterrey": listed("MTY|Mty|Mty."),
    },
    "AR": {"Buenos Aires": listed("Bs As|Bs. As.|BsAs|CABA")},
    "BR": {
        "São Paulo": listed("S. Paulo|SPaulo|S.Paulo"),
        "Rio de Janeiro": listed("Rio|R. de Janeiro"),
        "Belo Horizonte": listed("BH|B. Horizonte|B.H."),
    },
    "DE": {
        "Frankfurt am Main": listed(
            "Frankfurt/M.|Frankfurt/Main|Ffm|Frankfurt a.M.|Frankfurt a. M."
        ),
        "Berlin": listed("Bln|Bln."),
        "Hamburg": listed("HH|Hbg"),
    },
    "ES": {"Barcelona": listed("BCN|Bcn|Barna")},
    "NL": {"'s-Gravenhage": listed("Den Haag|DH"), "Amsterdam": listed("A'dam|Adam")},
}
_COMPASS = {
    "North": listed("N|N.|No.|No"),
    "South": listed("S|S.|So.|So"),
    "East": listed("E|E."),
    "West": listed("W|W."),
}


def nicknamed(draft: Draft, town: str) -> str:
    """The town's nickname, or its compass word as a letter, where the form comes up."""
    known = _NICKNAMES.get(draft.kit.country, {}).get(town)
    if known:
        return draft.pick(known) if draft.hit("town_nickname") else town
    first, _, rest = town.partition(" ")
    letters = _COMPASS.get(first) if draft.language == "en" else None
    if rest and letters and draft.hit("town_direction"):
        return f"{draft.pick(letters)} {rest}"
    return town
