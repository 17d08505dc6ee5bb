"""Rows that follow the OpenCage template of their country, line by line."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.national_codes import is_national
from postwright.corpus.compose.opencage import Template
from postwright.corpus.compose.segments import Segment

_ALWAYS = ("po_box", "cedex")
_MANY_ROWS = frozenset(
    listed("US|FR|GB|DE|CA|IT|ES|AU|JP|NL|PL|IE|BR|IN|DK|MX|NZ|BE|RU|CH|AT|TW|PT")
)
"""Countries that have rows enough; of the others more rows follow the template."""
_NO_STREET = Template(
    tuple(
        ((slot, ""),)
        for slot in ("venue", "dependent_locality", "locality", "subregion", "region", "country")
    )
)
"""What the templates fall back to where neither street nor postcode is known."""
_DISPLAY_SLOTS = "dependent_locality locality subregion region postcode country".split()
_DISPLAY = tuple(
    Template(
        (
            (("venue", ""),),
            *((((first, ""), (second, joint)),) if joint else (((first, ""),), ((second, ""),))),
            *(((slot, ""),) for slot in _DISPLAY_SLOTS),
        )
    )
    for first, second, joint in (
        ("number", "street", ""),
        ("number", "street", " "),
        ("street", "number", ""),
        ("street", "number", " "),
    )
)
"""Every level on a line of its own, by number in front with a comma or without, or behind."""


def choose_template(draft: Draft) -> None:
    """Let the row follow its country's template, where there is one and the form comes up."""
    if is_national(draft):
        return
    template = draft.kit.latin_template if draft.latin else draft.kit.template
    scale = 1.0 if draft.kit.country in _MANY_ROWS else 2.5
    if draft.kit.country and draft.hit("display_name", scale):
        first = 0 if draft.kit.habits.number_first or draft.roll() < 0.3 else 2
        draft.template = _DISPLAY[first + draft.below(2)]
        return
    if template is None or not draft.hit("opencage_layout", scale):
        return
    draft.template = template
    if template.region and not draft.fields.get("region"):
        draft.fields["region"] = template.region


def fall_back(draft: Draft) -> None:
    """Without a street, let most rows that follow a template take the plain list of places."""
    if draft.template is not None and not draft.fields.get("street") and draft.roll() < 0.6:
        draft.template = _NO_STREET


def template_lines(draft: Draft, blocks: dict[str, list[Segment]]) -> list[list[str]]:
    """The slots line by line; what the template does not know is left out of the blocks.

    Inner parts and boxes, which no template has, follow the street or the venue.
    """
    template = draft.template
    assert template is not None
    inner = [slot for slot in blocks if slot.startswith("inner")]
    lines: list[list[str]] = []
    for line in template.lines:
        kept: list[str] = []
        for slot, joint in line:
            if slot in blocks:
                if kept:
                    draft.joints[slot] = joint
                kept.append(slot)
            if slot == "locality" and "cedex" in blocks:
                kept.append("cedex")
        lines.append(kept)
    if inner:
        lines.insert(_behind_house(lines), inner)
    if "po_box" in blocks:
        at = next((i for i, line in enumerate(lines) if "locality" in line), len(lines))
        lines.insert(at, ["po_box"])
    known = {*template.slots, *inner, *_ALWAYS}
    for slot in [slot for slot in blocks if slot not in known]:
        del blocks[slot]
    return [line for line in lines if line]


def _behind_house(lines: list[list[str]]) -> int:
    """Where inner parts go: behind street and number, be they on one line or on two."""
    full = [at for at, line in enumerate(lines) if line]
    street = next((at for at in full if "street" in lines[at]), len(lines) - 1)
    later = [at for at in full if at > street]
    return (later[0] if later and lines[later[0]] == ["number"] else street) + 1
