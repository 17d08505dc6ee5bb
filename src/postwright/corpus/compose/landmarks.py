"""Landmarks: what a house stands near, none of which is a part of its address."""

from collections.abc import Mapping

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.names import surname
from postwright.corpus.compose.segments import Segment

_MARKERS = {
    "en": listed(
        "near |near |near |nr. |Nr |opp. |opp |Opp. |opposite |behind |next to |across from |"
        "across the street from |beside |in front of |close to |just past |adjacent to |b/h |adj. |"
        "right by |around the corner from |above |below |facing |Near: |Landmark: |Landmark - "
    ),
    "fr": listed(
        "près de |à côté de |en face de |face à |derrière |devant |proche de |proximité de |"
        "à proximité de |au-dessus de |juste après |à deux pas de |vis-à-vis de |en dessous de "
    ),
    "de": listed(
        "gegenüber |gegenüber von |neben |hinter |nähe |in der Nähe von |vor |ggü. |Nähe |beim |"
        "direkt neben |schräg gegenüber "
    ),
    "es": listed(
        "frente a |frente al |cerca de |al lado de |junto a |detrás de |enfrente de |a lado de |"
        "a una cuadra de |a dos cuadras de |a la vuelta de |diagonal a |atrás de |pasando |"
        "a espaldas de |Ref.: |Referencia: "
    ),
    "it": listed(
        "vicino a |di fronte a |accanto a |dietro |davanti a |nei pressi di |fronte |adiacente a "
    ),
    "pt": listed(
        "em frente a |em frente ao |ao lado de |ao lado da |perto de |próximo a |próximo ao |"
        "atrás de |junto a |Ref.: |Ponto de referência: |prox. "
    ),
    "nl": listed("naast |tegenover |achter |bij |vlakbij |t.o. |t/o |schuin tegenover |nabij "),
    "pl": listed("obok |naprzeciwko |za |koło |przy |blisko |w pobliżu "),
    "ru": listed("рядом с |напротив |за |возле |около |ориентир: |у "),
    "uk": listed("біля |навпроти |поруч з |за |орієнтир: "),
    "id": listed("dekat |depan |sebelah |belakang |seberang |samping "),
    "ms": listed("dekat |depan |sebelah |belakang |bertentangan |berhadapan "),
}
_BEHIND = {"tr": listed(" yanı| karşısı| arkası| önü| yakını| üstü")}
"""What stands after the thing, where a language has it so."""

_THINGS = {
    "en": listed(
        "the post office|the church|{p} Bank|{b}|{b}|the library|the railway station|the station|"
        "the school|City Hall|the {b} gas station|{b} petrol pump|the hospital|{p} Hospital|"
        "the park|the bus stand|bus stop|{p} Temple|{p} School|the old mill|the fire station|"
        "the mosque|the bakery|the {p} statue|the bridge|{p} Hotel|{p} Chowk|police station|"
        "the water tank|the market|the roundabout|the {p} building|{p} Medical Store|Metro Station|"
        "the parking lot|the big oak|the water tower|town hall|the university|{b} store"
    ),
    "fr": listed(
        "la gare|la mairie|l'église|la poste|la pharmacie|la boulangerie|l'école|la banque|{b}|"
        "la station {b}|la place|l'hôpital|la piscine|la station-service|la station de métro|"
        "la bibliothèque|le lycée {p}|l'arrêt de bus|l'hôtel {p}|la fontaine"
    ),
    "de": listed(
        "dem Rathaus|der Kirche|Rathaus|Bahnhof|dem Bahnhof|der Apotheke|der Post|{b}|der Schule|"
        "{b} Markt|dem Spielplatz|der Sparkasse|Tankstelle|der Feuerwehr|der Bushaltestelle|"
        "dem Krankenhaus|dem Friedhof|Gasthof {p}|dem Parkplatz"
    ),
    "es": listed(
        "la iglesia|la plaza|el parque|la farmacia|el banco|la escuela|la estación|el hospital|{b}|"
        "parque|iglesia {p}|la gasolinera|el mercado|la cancha|el colegio|la parada|"
        "hotel {p}|tienda {b}|el supermercado|la panadería|la municipalidad|la bomba {b}"
    ),
    "it": listed(
        "la chiesa|la stazione|la posta|la farmacia|il municipio|la scuola|il bar {p}|{b}|"
        "la piazza|l'ospedale|il parco|la banca|il supermercato|il distributore {b}"
    ),
    "pt": listed(
        "igreja|padaria|posto {b}|praça|banco|escola|farmácia|mercado|hospital|{b}|"
        "supermercado {b}|rodoviária|colégio {p}|o correio|ponto de ônibus"
    ),
    "nl": listed("de kerk|het station|de apotheek|{b}|de school|het gemeentehuis|de supermarkt"),
    "pl": listed("kościoła|apteki|poczty|szkoły|dworca|{b}|przystanku|sklepu {b}|stacji {b}"),
    "tr": listed("{b}|eczane|cami|okul|hastane|{p} Market|PTT|belediye|{p} Camii|benzinlik|park"),
    "ru": listed("метро|аптека|школа|магазин {b}|{b}|вокзал|почта|церковь|рынок|остановка"),
    "uk": listed("метро|аптека|школа|магазин {b}|{b}|вокзал|пошта|церква|ринок|зупинка"),
    "id": listed("masjid|pasar|sekolah|bank {b}|{b}|kantor pos|SPBU|rumah sakit|Indomaret|gereja"),
    "ms": listed("masjid|pasar|sekolah|bank {b}|{b}|stesen minyak {b}|balai polis|klinik {p}"),
}
_BRANDS = listed(
    "Shell|Walmart|McDonald's|SBI|Lidl|Tesco|Aldi|BP|Starbucks|HDFC|KFC|Carrefour|Total|Esso|Spar|"
    "Oxxo|Target|Subway|7-Eleven|HSBC|Santander|Texaco|Burger King|Decathlon|Ikea|Rewe|DM|Costco|"
    "Chevron|Mobil|Walgreens|CVS|Petrobras|Pizza Hut|Dollar General|Axis Bank|ICICI|Barclays"
)
_HABIT = {
    "IN": 8.0,
    "PK": 6.0,
    "BD": 5.0,
    "NG": 5.0,
    "KE": 4.0,
    "GH": 5.0,
    "MX": 3.0,
    "BR": 2.5,
    "CO": 2.5,
    "EC": 3.0,
    "PE": 3.0,
    "BO": 3.0,
    "CR": 6.0,
    "GT": 3.0,
    "TR": 3.0,
    "ID": 3.0,
    "PH": 4.0,
    "LK": 4.0,
    "NP": 6.0,
}
"""Where landmarks are a part of how people find a house."""

_HOSTS = ("street", "dependent_locality", "locality")


def add_landmark(draft: Draft, blocks: dict[str, list[Segment]]) -> None:
    """`12 High St, opp. the station`: beside the street, else the quarter; outside every span."""
    if draft.language not in _THINGS or not draft.hit(
        "landmark", _HABIT.get(draft.kit.country, 1.0)
    ):
        return
    host = next((slot for slot in _HOSTS if slot in blocks), None)
    if host is None or not _room(blocks, host):
        draft.forms.remove("landmark")
        return
    text = _landmark(draft)
    style = draft.roll()
    if style < 0.25 and host == "street":
        blocks[host] = [(text + draft.pick((", ", " ", " - ")), None), *blocks[host]]
    elif style < 0.4:
        blocks[host] = [*blocks[host], (f" ({text})", None)]
    else:
        blocks[host] = [*blocks[host], (draft.pick((", ", ", ", " ", " - ")) + text, None)]


def _room(blocks: Mapping[str, list[Segment]], host: str) -> bool:
    """Whether the landmark cannot be taken for the second street of a crossing."""
    return all(tag != "cross_street" for _, tag in blocks[host])


def _landmark(draft: Draft) -> str:
    """Marker and thing: `behind the church`, `frente a la plaza`, `cami karşısı`."""
    thing = draft.pick(_THINGS[draft.language])
    if "{p}" in thing:
        thing = thing.replace("{p}", surname(draft))
    thing = thing.replace("{b}", draft.pick(_BRANDS))
    if draft.language in _BEHIND:
        return thing + draft.pick(_BEHIND[draft.language])
    return draft.pick(_MARKERS[draft.language]) + thing
