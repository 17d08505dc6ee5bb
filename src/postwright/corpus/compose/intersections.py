"""Intersections: two streets and what joins them, in the words of the language."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.segments import Segment
from postwright.corpus.compose.streets import cross_street

_AND = {
    "en": listed(
        " & | & | & | and | and | at | @ | / |/| x | + | AND | corner of | && |, | near | AT |&|@"
    ),
    "fr": listed(" et | / | angle | & | x |, angle | à l'angle de | angle de | ET |/| - "),
    "es": listed(
        " y | esq. | esquina | con | & | / | e/ |, esq. | esquina con | Y | y |/| casi | x "
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
    "el": listed(" & | και | / |/"),
    "ar": listed(" و | مع | / | تقاطع "),
    "he": listed(" פינת | / | & |, פינת "),
    "th": listed(" ตัด | / | แยก "),
}
_LEADS = {
    "en": (
        listed(
            "Corner of |corner of |Intersection of |cnr |Cnr |Corner |Cor. |at the corner of |"
            "Junction of |intersection of |Crossing of "
        ),
        listed(" and | & | and | / "),
    ),
    "fr": (
        listed("Angle |À l'angle de la |angle |Carrefour |Intersection "),
        listed(" et | / | & "),
    ),
    "es": (listed("Esquina |esquina |Esq. |Cruce de |Intersección "), listed(" y | con | & ")),
    "de": (listed("Ecke |Kreuzung |an der Ecke "), listed("/| / | und ")),
    "pt": (listed("Esquina da |esquina |Cruzamento "), listed(" com | e ")),
    "it": (listed("Angolo |Incrocio |angolo "), listed(" e | con | / ")),
    "nl": (listed("Hoek |hoek |kruising "), listed(" / | - | en ")),
}


def write_intersection(draft: Draft, street: str) -> list[Segment]:
    """`Main St & 5th Ave`, `corner of Main St and 5th Ave`, `Calle 5 esq. Morelos`."""
    other = cross_street(draft)
    if draft.language == "es" and draft.hit("between_streets"):
        gap = draft.pick((" entre ", " entre ", ", entre ", " e/ ", ", e/ ", " entre calles "))
        also = draft.pick((" y ", " y ", " y ", " e "))
        last: Segment = (cross_street(draft), "cross_street")
        first: Segment = (other, "cross_street")
        return [(street, "street"), (gap, None), first, (also, None), last]
    leads = _LEADS.get(draft.language)
    if leads and draft.roll() < 0.14:
        words, joints = leads
        lead: list[Segment] = [(draft.pick(words), None)]
        return [*lead, (street, "street"), (draft.pick(joints), None), (other, "cross_street")]
    joint = draft.pick(_AND.get(draft.language, _AND["en"]))
    return [(street, "street"), (joint, None), (other, "cross_street")]
