"""Named buildings and business parks, with the unit and the floor that one needs inside them."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.inner_parts import write_inner
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.names import surname
from postwright.corpus.compose.segments import Segment
from postwright.corpus.compose.streets import surname_of_place

_NAMES = {
    "en": listed(
        "{m} Tower|{m} House|{m} Building|{m} Plaza|{m} Centre|{m} Business Park|"
        "{m} Industrial Estate|{m} Court|{m} Mall|{m} Shopping Centre|{m} Towers|{m} Complex|"
        "{m} Business Centre|{m} Square|One {m} Place|{m} Apartments|{m} Mansion|{m} Chambers|"
        "{m} Trade Centre|{m} Corporate Park|The {m}|{m} Retail Park|{m} Office Park|"
        "{m} Industrial Park|{m} Trading Estate|{m} Bldg.|{m} Tech Park|{m} Heights|{m} Villa"
    ),
    "fr": listed(
        "Immeuble {m}|Résidence {m}|Centre Commercial {m}|Le {m}|Tour {m}|Centre d'affaires {m}|"
        "Parc d'activités {m}|Galerie {m}|Villa {m}|Espace {m}"
    ),
    "es": listed(
        "Edificio {m}|Torre {m}|Centro Comercial {m}|C.C. {m}|Residencial {m}|Plaza {m}|"
        "Parque Empresarial {m}|Conjunto {m}|Centro Empresarial {m}|Condominio {m}|Edif. {m}"
    ),
    "pt": listed(
        "Edifício {m}|Ed. {m}|Shopping {m}|Condomínio {m}|Centro Comercial {m}|Torre {m}|"
        "Centro Empresarial {m}|Galeria {m}|Residencial {m}|Edif. {m}"
    ),
    "de": listed("{m}-Haus|{m}-Center|Haus {m}|Gewerbepark {m}|{m}hof|Businesspark {m}|{m} Tower"),
    "it": listed(
        "Palazzo {m}|Centro Commerciale {m}|Residenza {m}|Villa {m}|Condominio {m}|"
        "Centro Direzionale {m}|Complesso {m}|Parco {m}"
    ),
    "nl": listed("Winkelcentrum {m}|{m} Toren|Gebouw {m}|Bedrijvenpark {m}|Huize {m}"),
    "pl": listed("Centrum Handlowe {m}|CH {m}|Biurowiec {m}|Galeria {m}|Park Handlowy {m}"),
    "ru": listed("БЦ {m}|ТЦ {m}|ТРЦ {m}|Бизнес-центр {m}|ЖК {m}|Торговый центр {m}"),
    "uk": listed("БЦ {m}|ТРЦ {m}|ЖК {m}|Бізнес-центр {m}|ТЦ {m}"),
    "tr": listed("{m} Plaza|{m} İş Merkezi|{m} Apartmanı|{m} Apt.|{m} AVM|{m} Sitesi|{m} Han"),
    "id": listed(
        "Gedung {m}|Wisma {m}|Menara {m}|Graha {m}|Plaza {m}|Mal {m}|Ruko {m}|Apartemen {m}"
    ),
    "ms": listed(
        "Wisma {m}|Menara {m}|Plaza {m}|Bangunan {m}|{m} Business Centre|Taman {m}|Kompleks {m}"
    ),
    "vi": listed("Tòa nhà {m}|Chung cư {m}|{m} Tower|{m} Building|Khu công nghiệp {m}|Vincom {m}"),
    "ar": listed("برج {m}|مبنى {m}|عمارة {m}|مركز {m}|مجمع {m}|فيلا {m}"),
    "th": listed("อาคาร{m}|อาคาร {m}|หมู่บ้าน{m}|คอนโด {m}|ตึก{m}"),
    "he": listed("בית {m}|מגדל {m}|קניון {m}|בניין {m}"),
    "el": listed("Κτίριο {m}|Εμπορικό Κέντρο {m}|Μέγαρο {m}"),
    "bg": listed("Бизнес център {m}|ТЦ {m}|Мол {m}|Бизнес парк {m}"),
}

_SOUTH_ASIAN = listed(
    "{m} Tower|{m} Towers|{m} House|{m} Building|{m} Bldg.|{m} Plaza|{m} Complex|{m} Chambers|"
    "{m} Centre|{m} Arcade|{m} Mall|{m} Apartments|{m} Bhavan|{m} Bhawan|{m} Galleria|{m} Niwas|"
    "{m} Trade Centre|{m} Corporate Park|{m} Market|{m} Mansion|{m} Heights|{m} Tech Park|"
    "{m} Shopping Centre|{m} Commercial Complex|{m} Villa|New {m} Building|The {m}|Hotel {m}"
)
"""No industrial estates, which are parts of towns there."""

_IN_SOUTH_ASIA = frozenset("IN PK BD LK NP".split())

_HIGH_RISE = frozenset(
    "HK SG MY AE IN PH ID TH CN TW KR QA KW BH SA VN PK LK BD ZA BR MX CO".split()
)


def is_high_rise(country: str) -> bool:
    """Whether addresses of the country often name their building."""
    return country in _HIGH_RISE


def site_name(draft: Draft) -> str:
    """The name of a building: `Sunway Tower`, `Edificio Morelos`."""
    name = surname(draft) if draft.roll() < 0.55 else surname_of_place(draft)
    templates = _NAMES.get(draft.language, _NAMES["en"])
    if draft.kit.country in _IN_SOUTH_ASIA and draft.language == "en":
        templates = _SOUTH_ASIAN
    return draft.pick(templates).replace("{m}", name)


def write_site(draft: Draft, blocks: dict[str, list[Segment]]) -> None:
    """A named building as the venue, mostly with a unit or floor, which are put into the fields."""
    blocks["venue"] = [(site_name(draft), "venue")]
    for tag, odds in (("unit", 0.65), ("level", 0.35)):
        if not draft.fields.get(tag) and draft.roll() < odds:
            draft.fields[tag] = write_inner(draft, tag)
