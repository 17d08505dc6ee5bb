"""The blocks of an address: every part written out with its tags, before order and separators."""

from postwright.corpus.compose.communes import add_commune
from postwright.corpus.compose.country_words import country_word
from postwright.corpus.compose.doors import door_habit, write_door
from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.front_parts import HAVING_FRONT_PARTS, front_parts
from postwright.corpus.compose.house_numbers import write_number
from postwright.corpus.compose.inner_parts import inner_segments
from postwright.corpus.compose.intersections import write_intersection
from postwright.corpus.compose.levels import (
    finish_region,
    quarter_segments,
    settle_levels,
    settle_street_name,
    slashed,
)
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.mail import (
    general_delivery,
    make_military,
    write_box,
    write_box_unit,
    write_cedex,
)
from postwright.corpus.compose.microdistricts import microdistrict_segments, settle_microdistrict
from postwright.corpus.compose.municipalities import add_municipality
from postwright.corpus.compose.national_codes import is_national
from postwright.corpus.compose.noise import postcode_label
from postwright.corpus.compose.other_scripts import respell
from postwright.corpus.compose.places import settle_postcode, settle_region, settle_town
from postwright.corpus.compose.quarters import add_hamlet, settle_quarters, write_quarters
from postwright.corpus.compose.recipients import write_attention
from postwright.corpus.compose.second_streets import add_second_street
from postwright.corpus.compose.segments import Segment
from postwright.corpus.compose.sites import is_high_rise, write_site
from postwright.corpus.compose.streets import joined_street, restyle_street, write_street
from postwright.corpus.compose.templates import choose_template, fall_back
from postwright.corpus.compose.venues import with_second_venue, write_venue
from postwright.corpus.compose.villages import settle_village, village_segments

Blocks = dict[str, list[Segment]]

_JOINED_LANGUAGES = frozenset(("en", "fr", "es", "pt", "it"))
_TWICE = frozenset(("US", "CA", "AU"))
_MILITARY = frozenset(listed("APO |FPO |DPO |APO|FPO|DPO"))
_NUMBER_FIRST_IN_LATIN = frozenset(("KR", "CN", "TW"))
_QUARTERS_WITH_NUMBERS = frozenset(("TR", "ID", "TH"))
_COUNTRY_FRENCH = frozenset("FR GP MQ GF RE YT PM MF BL NC PF WF MC".split())
_LABELLED = {"MX": 6.0, "BR": 4.0, "IN": 3.0, "AR": 3.0}
"""How much more often a word stands in front of the postcode."""


def write_blocks(draft: Draft) -> Blocks:
    """Decide what is written and write it, slot by slot."""
    if draft.kit.country == "US" and (
        draft.fields.get("locality", "")[:4] in _MILITARY or draft.hit("military")
    ):
        make_military(draft)
    choose_template(draft)
    settle_town(draft)
    county = settle_levels(draft)
    micro = settle_microdistrict(draft)
    village = not micro and settle_village(draft)
    if not village and not micro:
        _settle_street(draft)
    settle_quarters(draft)
    add_hamlet(draft)
    fall_back(draft)
    settle_region(draft)
    finish_region(draft)
    if county and (draft.template is None or "subregion" in draft.template.slots):
        draft.fields["subregion"] = county
    add_municipality(draft)
    respell(draft)
    settle_postcode(draft)
    _drop(draft)
    blocks = _names(draft)
    if micro and draft.fields.get("dependent_locality"):
        blocks["dependent_locality"] = microdistrict_segments(draft)
    if draft.kit.country == "JP":
        draft.fields.pop("street", None)
    _street(draft, blocks)
    if village and "po_box" not in blocks and draft.template is None:
        slot, segments = village_segments(draft)
        blocks[slot] = segments
    for tag in ("dependent_locality", "locality", "subregion", "region", "postcode"):
        text = draft.fields.get(tag)
        if text and tag not in blocks:
            blocks[tag] = _area(draft, tag, text)
    add_commune(draft, blocks)
    write_quarters(draft, blocks)
    if "postcode" in blocks and draft.hit("postcode_label", _LABELLED.get(draft.kit.country, 1.0)):
        blocks["postcode"].insert(0, (postcode_label(draft), None))
    if "dependent_locality" in blocks:
        _number_on_quarter(draft, blocks)
    if "locality" in blocks and draft.kit.country in _COUNTRY_FRENCH:
        _cedex(draft, blocks)
    if draft.kit.country in _TWICE and "region" in blocks and "locality" in blocks:
        _region_twice(draft, blocks)
    if _wants_country(draft, blocks):
        blocks["country"] = [(country_word(draft), "country")]
    return blocks


def _region_twice(draft: Draft, blocks: Blocks) -> None:
    """A town whose field holds the state already: `Ridgeland Sc, SC 29936`."""
    text, tag = blocks["region"][-1]
    if draft.hit("region_twice"):
        again = text.capitalize() if draft.roll() < 0.3 else text
        gap = draft.pick((" ", " ", ", "))
        blocks["locality"] = [*blocks["locality"], (gap, None), (again, tag)]


def _area(draft: Draft, tag: str, text: str) -> list[Segment]:
    """The segments of an area; a county of Taiwan is no region beside its town."""
    if tag == "dependent_locality":
        return quarter_segments(draft, text)
    county = tag == "region" and draft.kit.country == "TW" and draft.fields.get("locality")
    return [(text, "subregion" if county and text.endswith((" County", "縣")) else tag)]


def _number_on_quarter(draft: Draft, blocks: Blocks) -> None:
    """The number of a house that has a quarter and no street."""
    quarter = blocks["dependent_locality"]
    if draft.kit.country == "JP":
        if draft.hit("composed_number"):
            blocks["dependent_locality"] = _romaji_block(draft, quarter)
    elif (
        draft.kit.country in _QUARTERS_WITH_NUMBERS
        and blocks.keys().isdisjoint(("street", "po_box"))
        and draft.hit("number_without_street")
    ):
        text = write_number(draft)
        if draft.kit.country == "TR" and text[0].isdigit() and draft.roll() < 0.85:
            text = draft.pick(("No: ", "No:", "No ", "No. ")) + text
        number: Segment = (slashed(draft, text), "house_number")
        gap: Segment = (draft.pick((" ", " ", ", ")), None)
        if draft.kit.habits.number_first or draft.kit.country == "TH":
            blocks["dependent_locality"] = [number, gap, *quarter]
        else:
            blocks["dependent_locality"] = [*quarter, gap, number]


def _romaji_block(draft: Draft, quarter: list[Segment]) -> list[Segment]:
    """`1-1 Chiyoda, Kita-ku` or `Chiyoda 1-1, Kita-ku`: a Japanese block number in Latin script."""
    if draft.roll() < 0.35:
        parts = [1 + draft.below(3000)]
        if draft.roll() < 0.4:
            parts.append(1 + draft.below(20))
    else:
        parts = [1 + draft.below(9), 1 + draft.below(30), 1 + draft.below(40)]
        parts = parts[: 2 + draft.below(2)]
    number: Segment = ("-".join(map(str, parts)), "house_number")
    gap: Segment = (draft.pick((" ", " ", " ", ", ")), None)
    if draft.roll() < 0.25:
        return [quarter[0], (" ", None), number, *quarter[1:]]
    return [*front_parts(draft), number, gap, *quarter]


def _names(draft: Draft) -> Blocks:
    """Venue and recipient."""
    blocks: Blocks = {}
    if draft.fields.get("attention") or draft.hit("attention"):
        blocks["attention"] = [
            (draft.fields.get("attention") or write_attention(draft), "attention")
        ]
    given = draft.fields.get("venue")
    if given and draft.hit("venue_kept"):
        blocks["venue"] = [(given, "venue")]
    elif not given and draft.hit("venue", 4.0 if draft.template else 2.0 if blocks else 1.0):
        blocks["venue"] = [(write_venue(draft), "venue")]
    if "venue" in blocks and draft.hit("second_venue"):
        blocks["venue"] = with_second_venue(draft, blocks["venue"][0])
    return blocks


def _settle_street(draft: Draft) -> None:
    """Restyle the given street, or make one where there is none."""
    fields = draft.fields
    street = fields.get("street", "")
    if draft.hit("drop_street") and fields.get("locality"):
        fields.pop("street", None)
        fields.pop("house_number", None)
    elif street:
        if draft.kit.country == "RU":
            street = street.rpartition(", ")[2]
        fields["street"] = settle_street_name(draft, restyle_street(draft, street))
    elif _is_village(draft) and draft.roll() < 0.65:
        return
    elif fields.get("locality") and not fields.get("po_box") and draft.hit("composed_street"):
        fields["street"] = settle_street_name(draft, write_street(draft))


def _is_village(draft: Draft) -> bool:
    """Whether the quarter is a Turkish village, which has few streets with names."""
    quarter = draft.fields.get("dependent_locality", "")
    return draft.kit.country == "TR" and quarter.endswith(("Köyü", "köyü", "köy"))


def _drop(draft: Draft) -> None:
    """Leave the town out now and then, if something else remains."""
    if draft.fields.get("street") and draft.hit("drop_locality"):
        draft.fields.pop("locality", None)


def _street(draft: Draft, blocks: Blocks) -> None:
    """Street, number, inner parts and box."""
    street = draft.fields.get("street")
    box = draft.fields.get("po_box")
    if not box and draft.hit("po_box"):
        box, street = write_box(draft), None
    elif street and not box and draft.hit("po_box_with_street"):
        box = write_box(draft)
    elif draft.latin and not box and draft.hit("general_delivery"):
        blocks["po_box"], street = [(general_delivery(draft), None)], None
    if box:
        blocks["po_box"] = [(box, "po_box")]
        if draft.kit.country in ("US", "CA") and draft.hit("box_unit"):
            blocks["po_box"] += [(draft.pick((" ", ", ")), None), (write_box_unit(draft), "unit")]
    if not street:
        return
    number = draft.fields.get("house_number")
    if not number and draft.hit("intersection"):
        blocks["street"] = write_intersection(draft, street)
        return
    if not number and not draft.hit("drop_number") and draft.hit("composed_number"):
        number = slashed(draft, write_number(draft))
    if (
        number
        and draft.latin
        and draft.language in _JOINED_LANGUAGES
        and draft.hit("street_joined")
    ):
        street = joined_street(draft)
    _numbered(draft, blocks, street, number or "")


def _numbered(draft: Draft, blocks: Blocks, street: str, number: str) -> None:
    """Put number and street side by side and the inner parts behind."""
    romanised = draft.romanised and draft.kit.country in HAVING_FRONT_PARTS
    front = front_parts(draft) if romanised and number and draft.template is None else []
    if front:
        house: list[Segment] = [(number, "house_number"), (_gap(draft, number), None)]
        blocks["street"] = [*front, *house, (street, "street")]
        return
    if "venue" not in blocks and draft.hit(
        "named_building", 3.0 if is_high_rise(draft.kit.country) else 1.0
    ):
        write_site(draft, blocks)
    for at, part in enumerate(inner_segments(draft)):
        blocks[f"inner{at}"] = part
    if not number:
        blocks["street"] = [(street, "street")]
        return
    house = _house(draft, blocks, number)
    apart = 8.0 if "quarter0" in draft.fields else 1.0
    if draft.template is not None or draft.hit("number_apart", apart):
        blocks["number"], blocks["street"] = house, [(street, "street")]
        return
    number_first = draft.kit.habits.number_first
    if draft.romanised and draft.kit.country in _NUMBER_FIRST_IN_LATIN:
        number_first = draft.roll() < 0.85
    first = number_first != draft.hit("number_swapped")
    gap: Segment = (_gap(draft, number), None)
    block = [*house, gap, (street, "street")] if first else [(street, "street"), gap, *house]
    plain = len(house) == 1 and "inner0" not in blocks
    if plain and draft.hit("bare_unit", door_habit(draft)):
        block += [(", " if draft.roll() < 0.35 else " ", None), *write_door(draft)]
    elif plain:
        add_second_street(draft, block)
    blocks["street"] = block


def _gap(draft: Draft, number: str) -> str:
    """What stands between number and street; `No. 33, Minhe Rd.` in Taiwan, `30, Sujeong-ro`."""
    comma = draft.kit.habits.number_comma
    if draft.romanised and draft.kit.country in _NUMBER_FIRST_IN_LATIN:
        comma = 0.7 if number.startswith("N") else 0.3
    return ", " if draft.roll() < comma else " "


def _house(draft: Draft, blocks: Blocks, number: str) -> list[Segment]:
    """The number, in Canada and Australia with the unit in front: `401-43`, `4/12`."""
    house: list[Segment] = [(number, "house_number")]
    if (
        draft.kit.country in ("CA", "AU", "NZ")
        and "inner0" not in blocks
        and draft.hit("unit_before_number")
    ):
        mark = "-" if draft.kit.country == "CA" else "/"
        unit = str(1 + draft.below(400 if mark == "-" else 30))
        house = [(unit, "unit"), (mark, None), *house]
    return house


def _cedex(draft: Draft, blocks: Blocks) -> None:
    """A CEDEX behind the town, usual with a box."""
    given = draft.fields.get("cedex")
    if given or draft.hit("cedex", 8.0 if "po_box" in blocks else 0.7):
        blocks["cedex"] = [(given or write_cedex(draft), "cedex")]


def _wants_country(draft: Draft, blocks: Blocks) -> bool:
    """Whether the row names its country."""
    if not draft.kit.country or not blocks:
        return False
    if is_national(draft):
        return draft.hit("large_to_small", 3.0)  # the code in front; else it ends the row
    if draft.template is not None and draft.roll() < 0.85:
        return True
    scale = {"US": 0.55, "FR": 0.6}.get(draft.kit.country, 1.0)
    return draft.hit("country", scale) or draft.hit("country_first")
