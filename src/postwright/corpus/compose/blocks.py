"""The blocks of an address: every part written out with its tags, before order and separators."""

from postwright.corpus.compose.country_words import country_word
from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.house_numbers import write_number
from postwright.corpus.compose.inner_parts import inner_segments, write_bare_unit
from postwright.corpus.compose.intersections import write_intersection
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.mail import make_military, write_box, write_box_unit, write_cedex
from postwright.corpus.compose.noise import postcode_label
from postwright.corpus.compose.other_scripts import respell
from postwright.corpus.compose.places import settle_postcode, settle_region, settle_town
from postwright.corpus.compose.recipients import write_attention
from postwright.corpus.compose.segments import Segment
from postwright.corpus.compose.sites import is_high_rise, write_site
from postwright.corpus.compose.streets import restyle_street, write_street
from postwright.corpus.compose.templates import choose_template, fall_back
from postwright.corpus.compose.venues import with_second_venue, write_venue

Blocks = dict[str, list[Segment]]

_MILITARY = frozenset(listed("APO |FPO |DPO |APO|FPO|DPO"))
_COUNTRY_FRENCH = frozenset("FR GP MQ GF RE YT PM MF BL NC PF WF MC".split())


def write_blocks(draft: Draft) -> Blocks:
    """Decide what is written and write it, slot by slot."""
    if draft.kit.country == "US" and (
        draft.fields.get("locality", "")[:4] in _MILITARY or draft.hit("military")
    ):
        make_military(draft)
    choose_template(draft)
    settle_town(draft)
    _settle_street(draft)
    fall_back(draft)
    settle_region(draft)
    respell(draft)
    settle_postcode(draft)
    _drop(draft)
    blocks = _names(draft)
    if draft.kit.country == "JP":
        draft.fields.pop("street", None)
    _street(draft, blocks)
    for tag in ("dependent_locality", "locality", "subregion", "region", "postcode"):
        text = draft.fields.get(tag)
        if text:
            blocks[tag] = [(text, tag)]
    if "postcode" in blocks and draft.hit("postcode_label"):
        blocks["postcode"].insert(0, (postcode_label(draft), None))
    if (
        draft.kit.country == "JP"
        and "dependent_locality" in blocks
        and draft.hit("composed_number")
    ):
        blocks["dependent_locality"] = _romaji_block(draft, blocks["dependent_locality"])
    if "locality" in blocks and draft.kit.country in _COUNTRY_FRENCH:
        _cedex(draft, blocks)
    if _wants_country(draft, blocks):
        blocks["country"] = [(country_word(draft), "country")]
    return blocks


def _romaji_block(draft: Draft, quarter: list[Segment]) -> list[Segment]:
    """`1-1 Chiyoda` or `Chiyoda 1-1`: a Japanese block number in Latin script."""
    parts = [1 + draft.below(9), 1 + draft.below(30), 1 + draft.below(40)][: 2 + draft.below(2)]
    number: Segment = ("-".join(map(str, parts)), "house_number")
    gap: Segment = (draft.pick((" ", ", ", " ")), None)
    return [number, gap, *quarter] if draft.roll() < 0.6 else [*quarter, (" ", None), number]


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
        fields["street"] = restyle_street(draft, street)
    elif fields.get("locality") and not fields.get("po_box") and draft.hit("composed_street"):
        fields["street"] = write_street(draft)


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
        number = write_number(draft)
    _numbered(draft, blocks, street, number or "")


def _numbered(draft: Draft, blocks: Blocks, street: str, number: str) -> None:
    """Put number and street side by side and the inner parts behind."""
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
    if draft.template is not None or draft.hit("number_apart"):
        blocks["number"], blocks["street"] = house, [(street, "street")]
        return
    first = draft.kit.habits.number_first != draft.hit("number_swapped")
    comma = draft.roll() < draft.kit.habits.number_comma
    gap: Segment = (", " if comma else " ", None)
    block = [*house, gap, (street, "street")] if first else [(street, "street"), gap, *house]
    plain = len(house) == 1 and "inner0" not in blocks
    if plain and draft.hit("bare_unit", draft.kit.habits.unit):
        unit = write_bare_unit(draft)
        block += [(", " if draft.roll() < 0.35 else " ", None), (unit, "unit")]
    blocks["street"] = block


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
    if draft.template is not None and draft.roll() < 0.85:
        return True
    scale = {"US": 0.55, "FR": 0.6}.get(draft.kit.country, 1.0)
    return draft.hit("country", scale) or draft.hit("country_first")
