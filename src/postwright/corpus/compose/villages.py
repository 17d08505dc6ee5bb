"""Villages without street names: the number behind the village, `Lhota 21, 571 01`."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.house_numbers import designated
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.segments import Segment
from postwright.corpus.compose.streets import surname_of_place

_HABIT = {
    "CZ": 6.0,
    "SK": 5.0,
    "PL": 4.0,
    "AT": 4.0,
    "SI": 4.0,
    "HR": 3.0,
    "RO": 2.5,
    "BG": 1.0,
    "RU": 1.5,
    "UA": 1.5,
    "BY": 1.5,
    "LT": 2.0,
    "LV": 2.0,
    "EE": 2.0,
    "ES": 1.5,
    "PT": 1.0,
    "IT": 1.0,
    "DE": 0.8,
    "CH": 0.8,
    "HU": 0.7,
    "RS": 1.5,
    "BA": 1.5,
    "NO": 0.8,
    "SE": 0.8,
    "FI": 0.5,
    "IE": 0.6,
    "FR": 0.4,
}
"""How much more often than `village_number` says; countries that are not named number streets."""

_CITIES = frozenset(
    "Praha Brno Plzeň Ostrava Wien Graz Linz Salzburg Innsbruck Warszawa Kraków Wrocław Łódź "
    "Poznań "
    "Gdańsk Szczecin Bratislava Košice Ljubljana Maribor Zagreb București Cluj-Napoca Budapest "
    "Berlin Hamburg München Köln Zürich Basel Bern Genève Lausanne Madrid Barcelona Lisboa Porto "
    "Roma Milano Torino Napoli Москва Санкт-Петербург Київ Kyiv София Sofia Vilnius Riga Rīga "
    "Tallinn Dublin Cork Oslo Stockholm Göteborg Helsinki Paris Lyon Marseille Tampere".split()
)
_LEADERS = {
    "RU": listed("дер. |д. |с. |с. |с. |пос. |п. |х. |ст. |пгт "),
    "UA": listed("с. |с. |смт |с-ще "),
}
_LED = frozenset("город посёлок поселок село деревня СНТ ДНТ пгт смт місто селище".split())
"""First words of names that have their kind already."""

_NUMBERS = {
    "CZ": listed("č.p. {}|č. p. {}|čp. {}|č. {}|č. ev. {}|č.ev. {}"),
    "PL": listed("nr {}|nr {}|nr. {}|numer {}"),
    "SK": listed("č. {}|č.d. {}|č. d. {}|súp. č. {}"),
    "RU": listed("д. {}|д.{}|дом {}|д {}"),
    "AT": listed("Nr. {}|Nr {}|Haus Nr. {}"),
}


def settle_village(draft: Draft) -> bool:
    """Take the street out where the row is of a village that numbers its houses.

    Returns:
        Whether it is one.
    """
    fields = draft.fields
    town = fields.get("locality", "")
    habit = _HABIT.get(draft.kit.country)
    if not town or habit is None or town in _CITIES or fields.get("po_box"):
        return False
    if draft.romanised or not draft.hit("village_number", habit):
        return False
    fields.pop("street", None)
    return True


def village_segments(draft: Draft) -> tuple[str, list[Segment]]:
    """The village and its number, and the slot where they stand.

    A village that is part of the row's town keeps the town in its own place
    (`Steindorf 45, 4643 Pettenbach`); else the village is the town and moves to the street's place
    (`Lhota 21, 571 01`), or keeps its own behind the postcode (`571 01 Lhota 21`).
    """
    fields = draft.fields
    number: Segment = (fields.get("house_number") or _number(draft), "house_number")
    gap: Segment = (", " if draft.roll() < draft.kit.habits.number_comma + 0.06 else " ", None)
    quarter = fields.pop("dependent_locality", "")
    if not quarter and draft.hit("village_in_town"):
        quarter = surname_of_place(draft)
    if quarter and quarter != fields["locality"]:
        return "street", [(quarter, "dependent_locality"), gap, number]
    slot = "street" if draft.roll() < 0.7 else "locality"
    return slot, [(fields.pop("locality"), "locality"), gap, number]


def add_leader(draft: Draft) -> None:
    """Put the kind of place before a Russian or Ukrainian town: `с. Миасс`, `дер. Липки`."""
    town = draft.fields.get("locality", "")
    leaders = _LEADERS.get(draft.kit.country)
    if not leaders or not town or draft.latin or town in _CITIES or "." in town:
        return
    if town.split(" ")[0] in _LED or town.rpartition(" ")[2].islower():
        return
    if draft.hit("town_leader"):
        leader = "м. " if draft.kit.country == "UA" else "г. "
        urban = draft.roll() < 0.15
        draft.fields["locality"] = (leader if urban else draft.pick(leaders)) + town


def _number(draft: Draft) -> str:
    """A number of the village: plain, with a letter or with its word."""
    number = str(1 + int(draft.roll() ** 1.5 * 300))
    style = draft.roll()
    if style < 0.08:
        letter = draft.pick("абв") if not draft.latin else draft.pick("abcAB")
        return number + letter
    words = _NUMBERS.get(draft.kit.country)
    if words and style < 0.36:
        return draft.pick(words).format(number)
    return designated(draft, number)
