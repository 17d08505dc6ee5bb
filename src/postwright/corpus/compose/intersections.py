"""Intersections: two streets and what joins them, in the words of the language."""

import re

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.house_numbers import write_number
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.segments import Segment
from postwright.corpus.compose.streets import cross_street

_AND = {
    "en": listed(
        " & | & | & | and | and | at | @ | @ | / |/| x | + | AND |, at | corner of | && | near |"
        " AT |&|@|/"
    ),
    "fr": listed(
        " et | et | / | / | angle | & | x |, angle | au coin de la | à l'angle du | coin | + |"
        " croisement |, à l'angle de la | à l'angle de | angle de | ET |/| - "
    ),
    "es": listed(
        " y | esq. | esquina | con | & | / | e/ |, esq. | esquina con | Y | y |/| casi | x | esq |"
        " con | e |, esquina | esquina a "
    ),
    "de": listed(" / | Ecke | & | und |/| Ecke | / Ecke |, Ecke | x |-"),
    "pt": listed(" e | esquina | / | com | & | esquina com | x |, esq. "),
    "it": listed(" angolo | / | e | & | ang. |, angolo | incrocio | ang "),
    "nl": listed(" hoek | / | & | en | hoek van de | t/o |, hoek "),
    "pl": listed(" / | i | róg | & | x | róg ul. |/"),
    "ru": listed(" / | и | угол | & | х |, угол |/"),
    "uk": listed(" / | і | ріг | & |/"),
    "tr": listed(" & | ve | / | ile |/"),
    "id": listed(" & | dan | / | - "),
    "sv": listed(" / | och | & |/"),
    "da": listed(" / | og | & | hjørnet af "),
    "nb": listed(" / | og | x | & | hjørnet "),
    "cs": listed(" / | a | x | & |, roh | roh "),
    "sk": listed(" / | a | x | roh "),
    "hu": listed(" / | és | - | & | sarok "),
    "ro": listed(" / | și | colț cu | & |, colț cu "),
    "fi": listed(" / | ja | & "),
    "hr": listed(" / | i | & | ugao "),
    "el": listed(" & | και | / |/"),
    "ar": listed(" و | مع | / | تقاطع "),
    "he": listed(" פינת | / | & |, פינת "),
    "th": listed(" ตัด | / | แยก "),
}
_LEADS = {
    "en": (
        listed(
            "Corner of |corner of |Intersection of |cnr |Cnr |Corner |Cor. |at the corner of |"
            "Junction of |intersection of |Crossing of |junction of |crn |CNR |Cnr of |cnr. |"
            "Near the corner of |crossroads of |opp. corner of |corner of |Corner of |corner |"
            "Corner |NW corner of |SE corner of |nw corner of |ne corner of |X-St: |at |"
            "Northeast corner of "
        ),
        listed(" and | & | and | / "),
    ),
    "fr": (
        listed(
            "Angle |À l'angle de la |angle |Carrefour |Intersection |à l'angle de |À l'angle de |"
            "angle de la |coin |Coin |au coin de |croisement |Croisement |intersection |carrefour |"
            "à l'angle du |Angle du |au croisement de la |A l'angle de la "
        ),
        listed(" et | et | / | & | et de la | et du | et de l'"),
    ),
    "es": (listed("Esquina |esquina |Esq. |Cruce de |Intersección "), listed(" y | con | & ")),
    "de": (listed("Ecke |Kreuzung |an der Ecke "), listed("/| / | und ")),
    "pt": (listed("Esquina da |esquina |Cruzamento "), listed(" com | e ")),
    "it": (listed("Angolo |Incrocio |angolo "), listed(" e | con | / ")),
    "nl": (listed("Hoek |hoek |kruising |hoek van "), listed(" / | - | en ")),
    "da": (listed("Hjørnet af |hjørnet af |krydset |Krydset "), listed(" og | / | & ")),
    "nb": (listed("Krysset |krysset |hjørnet av |Hjørnet "), listed(" x | og | / ")),
    "sv": (listed("Korsningen |korsningen |hörnet av |Hörnet "), listed(" / | och | - ")),
    "pl": (listed("róg |Róg |skrzyżowanie |na rogu "), listed(" i | / | z ")),
    "cs": (listed("roh |Roh |křižovatka "), listed(" a | / | x ")),
    "uk": (listed("ріг |Ріг |перехрестя |на розі "), listed(" та | і | / ")),
    "ru": (listed("угол |Угол |перекрёсток |пересечение |на углу "), listed(" и | / ")),
    "el": (listed("γωνία |διασταύρωση |Γωνία "), listed(" και | & ")),
    "ro": (listed("colț |intersecția |la intersecția "), listed(" cu | și | / ")),
    "fi": (listed("kulma |risteys "), listed(" ja | / ")),
}


_BETWEEN = {
    "en": (listed("between |between |btwn |bet. |b/w "), listed(" and | & ")),
    "fr": (("entre ",), listed(" et | et la ")),
    "pt": (("entre ",), listed(" e | e a ")),
    "de": (("zwischen ",), listed(" und | u. ")),
    "it": (("tra ",), listed(" e | e ")),
    "nl": (("tussen ",), listed(" en | & ")),
}
_BEHIND = {
    "tr": (listed(" ve | ile "), listed(" köşesi| kesişimi| kavşağı")),
    "hu": (listed(" és | - "), listed(" sarka| sarok| kereszteződés")),
    "en": (listed(" and | & "), listed(" intersection| corner|, NE corner| (SW corner)| junction")),
    "de": (listed(" / | und "), listed(" Kreuzung| (Ecke)")),
}
_TYPES = frozenset(
    listed(
        "st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|way|pl|place|ct|court|ter|"
        "terrace|pkwy|parkway|cres|crescent|hwy|highway|cir|circle|trl|trail|av|aly|alley|close"
    )
)


_FRENCH_KIND = re.compile(
    r"(?:rue|avenue|av\.?|boulevard|bd\.?|place|pl\.?|cours|quai|chemin|allée|impasse) "
    r"(?:(?:de la|de l'|des|du|de|d') ?)?(?=\w)",
    re.IGNORECASE,
)


def write_intersection(draft: Draft, street: str) -> list[Segment]:
    """`Main St & 5th Ave`, `corner of Main St and 5th Ave`, `Calle 5 esq. Morelos`."""
    other = cross_street(draft)
    if draft.language == "es" and draft.hit("between_streets"):
        return _between_calles(draft, street, other)
    if draft.language in _BETWEEN and draft.hit("intersection_between"):
        return _between(draft, street, other)
    if draft.language == "en" and draft.hit("intersection_short"):
        street, other = _shortened(draft, street, other)
    elif draft.language == "fr" and draft.hit("intersection_short", 0.5):
        street, other = _without_kind(street), _without_kind(other)
    first: list[Segment] = [(street, "street")]
    second: Segment = (other, "cross_street")
    if "intersection_short" not in draft.forms and draft.hit("intersection_number"):
        first = _numbered(draft, street)
    roll = draft.roll()
    leads = _LEADS.get(draft.language)
    if leads and roll < 0.2 and len(first) == 1:
        words, joints = leads
        return [(draft.pick(words), None), *first, (draft.pick(joints), None), second]
    if roll > 0.95 and draft.language in _BEHIND:
        joints, words = _BEHIND[draft.language]
        return [*first, (draft.pick(joints), None), second, (draft.pick(words), None)]
    return [*first, (draft.pick(_AND.get(draft.language, _AND["en"])), None), second]


def _between_calles(draft: Draft, street: str, other: str) -> list[Segment]:
    """`Calle Hidalgo entre Morelos y Juárez`."""
    gap = draft.pick((" entre ", " entre ", ", entre ", " e/ ", ", e/ ", " entre calles "))
    also = draft.pick((" y ", " y ", " y ", " e "))
    first: Segment = (other, "cross_street")
    last: Segment = (cross_street(draft), "cross_street")
    return [(street, "street"), (gap, None), first, (also, None), last]


def _numbered(draft: Draft, street: str) -> list[Segment]:
    """The first street with a house number: `Bahnhofquai 9 Ecke ...`, `40 Elm St & ...`."""
    number: Segment = (write_number(draft), "house_number")
    if draft.kit.habits.number_first:
        return [number, (" ", None), (street, "street")]
    return [(street, "street"), (" ", None), number]


def _between(draft: Draft, street: str, other: str) -> list[Segment]:
    """`between Elm St and Oak St`, and `Main St between Elm St and Oak St` with two crossings."""
    words, joints = _BETWEEN[draft.language]
    word = draft.pick(words)
    joint: Segment = (draft.pick(joints), None)
    if draft.roll() < 0.25:
        return [(word, None), (street, "street"), joint, (other, "cross_street")]
    gap = draft.pick((" ", " ", ", ", " (" if draft.language == "en" else " "))
    close: list[Segment] = [(")", None)] if gap == " (" else []
    return [
        (street, "street"),
        (gap + word, None),
        (other, "cross_street"),
        joint,
        (cross_street(draft), "cross_street"),
        *close,
    ]


def _shortened(draft: Draft, street: str, other: str) -> tuple[str, str]:
    """`Main and 63rd`, `Cambridge and Holt St`, `Park & Aitken Rds`: types left out or shared."""
    style = draft.roll()
    street = _stem(street)
    if style < 0.45:
        return street, _stem(other)
    if style < 0.7 and _stem(other) != other:
        return street, f"{other.rstrip('.')}s"
    return street, other


def _without_kind(street: str) -> str:
    """A French street without its type and article.

    >>> _without_kind("rue de la Gare"), _without_kind("Avenue Foch")
    ('Gare', 'Foch')
    """
    found = _FRENCH_KIND.match(street)
    return street[found.end() :] if found else street


def _stem(street: str) -> str:
    """The street without its type, where one ends it.

    >>> _stem("Park Rd."), _stem("Broadway")
    ('Park', 'Broadway')
    """
    name, _, kind = street.rpartition(" ")
    return name if name and kind.lower().rstrip(".") in _TYPES else street
