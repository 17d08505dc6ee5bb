"""The order of the parts and what stands between them."""

from collections.abc import Sequence

from postwright.corpus.compose.countries import DEPARTMENT_REGIONS
from postwright.corpus.compose.districts import place_district
from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.national_codes import is_national
from postwright.corpus.compose.segments import Segment
from postwright.corpus.compose.tables import SLAVIC_STREET_FIRST, STREET_FIRST
from postwright.corpus.compose.templates import template_lines

Blocks = dict[str, list[Segment]]
"""The written parts by slot."""

Lines = list[list[str]]
"""Slots in order; those of one line belong together more closely."""

LOCAL_COMMAS = {
    "ar": "، ",
    "fa": "، ",
    "zh": "，",
    "ja": "、",
}
"""The comma of other scripts."""

_QUEBEC = frozenset(("Québec", "Quebec", "QC", "Qc"))
_COMMA_FREE = {"US": 1.0, "FR": 1.0}
"""Elsewhere the parts are harder to tell from one another without a comma."""

_ODD = (
    "_",
    " _ ",
    ": ",
    " : ",
    " + ",
    "+",
    " * ",
    " • ",
    " > ",
    " >> ",
    " \\ ",
    " ~ ",
    " = ",
    "; ",
)
"""Separators of exports, file names and forms."""

_SLOTS = (
    "attention",
    "venue",
    "number",
    "street",
    "po_box",
    "dependent_locality",
    "locality",
    "subregion",
    "region",
    "postcode",
    "cedex",
    "country",
)


def order_lines(draft: Draft, blocks: Blocks, *, latin: bool = True) -> Lines:
    """Choose the order of the parts: native, permuted or one of the known twists."""
    if draft.template is not None:
        lines = template_lines(draft, blocks)
        if lines:
            return lines
    lines = place_district(draft, blocks, _native(draft, blocks, latin=latin))
    if "large_to_small" in draft.forms or (not is_national(draft) and draft.hit("large_to_small")):
        return _large_to_small(draft, lines)
    if is_national(draft):
        return lines
    if draft.hit("venue_behind"):
        lines = _behind_street(lines)
    if draft.hit("permuted", 1.5 if draft.kit.country in ("US", "FR") else 1.0):
        return _permuted(draft, blocks)
    if draft.hit("postcode_city_first"):
        return _moved(lines, [s for s in ("postcode", "locality", "cedex") if s in blocks])
    if draft.hit("region_first"):
        return _moved(lines, [s for s in ("region",) if s in blocks])
    if draft.hit("postcode_before_street"):
        return _moved(lines, [s for s in ("postcode",) if s in blocks])
    if "country_first" in draft.forms:
        return _moved(lines, [s for s in ("country",) if s in blocks])
    return lines


def _large_to_small(draft: Draft, lines: Lines) -> Lines:
    """The lines from the last to the first; half of the rows turn the parts of each line too."""
    draft.joints.clear()
    turned = lines[::-1]
    return [line[::-1] for line in turned] if draft.roll() < 0.5 else turned


def _moved(lines: Lines, front: list[str]) -> Lines:
    """The lines with some slots taken to the front."""
    rest = [[slot for slot in line if slot not in front] for line in lines]
    return [line for line in [front, *rest] if line]


def _behind_street(lines: Lines) -> Lines:
    """The venue behind the street: `12 Main St, Joe's Diner, Springfield`."""
    street = next((line for line in lines if "street" in line), None)
    if street is None or not any("venue" in line for line in lines):
        return lines
    rest = [[slot for slot in line if slot != "venue"] for line in lines]
    at = next(i for i, line in enumerate(rest) if "street" in line)
    rest.insert(at + 1, ["venue"])
    return [line for line in rest if line]


def _native(draft: Draft, blocks: Blocks, *, latin: bool) -> Lines:
    """The country's own order, with the slots that its format does not know."""
    groups = draft.kit.latin if latin else draft.kit.native
    if draft.kit.large_first and draft.roll() < (0.85 if draft.romanised else 0.55):
        groups = SLAVIC_STREET_FIRST if draft.kit.country in ("RU", "UA") else STREET_FIRST
    lines: Lines = []
    for at, group in enumerate(groups):
        if "street" in group:
            lines.extend(_street_lines(draft, blocks, group))
            continue
        line = [slot for slot in group if slot in blocks]
        if "venue" in group and "attention" in blocks:
            lines.append(["attention"] if draft.roll() < 0.5 or not line else [])
            lines.append(line)
            if not lines[-2]:
                lines.append(["attention"])
            continue
        if "locality" in group and "subregion" in blocks:
            lines.extend(_with_county(draft, line, region_above=("region",) in groups[:at]))
            continue
        lines.append(line)
    used = {slot for line in lines for slot in line}
    if len(used) < len(blocks):
        lines.extend([slot] for slot in _SLOTS if slot in blocks and slot not in used)
    return [line for line in lines if line]


def _with_county(draft: Draft, line: list[str], *, region_above: bool) -> Lines:
    """The town's line and its county: above where the region is, else behind the town.

    Behind the town it stands before the region of the same line or on a line of its own.
    """
    if region_above:
        return [["subregion"], line]
    return [line, *_county_line(draft, line)]


def _county_line(draft: Draft, line: list[str]) -> Lines:
    """The county behind its town: put into the line, or as a line of its own."""
    pair = draft.kit.country in DEPARTMENT_REGIONS
    if "region" in line and ("locality" not in line or pair or draft.roll() < 0.65):
        line.insert(line.index("region"), "subregion")
        draft.joints["subregion"] = ", "
        return []
    return [["subregion"]]


def _street_lines(draft: Draft, blocks: Blocks, group: Sequence[str]) -> Lines:
    """Street and inner parts and box: behind the street mostly."""
    inner = [slot for slot in blocks if slot.startswith("inner")]
    street = [slot for slot in group if slot in blocks]
    if inner and draft.hit("inner_part_apart", 3.0 if draft.kit.country in ("GB", "IE") else 1.0):
        return [
            inner,
            _with_number(draft, blocks, street),
            ["po_box"] if "po_box" in blocks else [],
        ]
    return [_with_number(draft, blocks, street), inner, ["po_box"] if "po_box" in blocks else []]


def _with_number(draft: Draft, blocks: Blocks, street: list[str]) -> list[str]:
    """The street and, where it stands apart, its number."""
    if "number" not in blocks:
        return street
    return ["number", *street] if draft.kit.habits.number_first else [*street, "number"]


def _permuted(draft: Draft, blocks: Blocks) -> Lines:
    """All parts in random order; a few neighbours stay together more often than chance."""
    slots = [slot for slot in blocks if not slot.startswith("inner")]
    inner = [slot for slot in blocks if slot.startswith("inner")]
    lines: Lines = [[slot] for slot in slots]
    for left, right, odds in (
        ("postcode", "locality", 0.3),
        ("locality", "region", 0.3),
        ("region", "postcode", 0.15),
        ("locality", "cedex", 0.9),
    ):
        if left in blocks and right in blocks and draft.roll() < odds:
            _marry(lines, left, right)
    if "street" in blocks and inner and draft.roll() < 0.85:
        next(line for line in lines if "street" in line).extend(inner)
    else:
        lines.extend([slot] for slot in inner)
    draft.rng.shuffle(lines)
    return lines


def _marry(lines: Lines, left: str, right: str) -> None:
    """Put two slots into one line, left before right."""
    first = next(line for line in lines if left in line)
    second = next(line for line in lines if right in line)
    if first is second or first[-1] != left or second[0] != right:
        return
    lines.remove(second)
    first.extend(second)


def join_lines(draft: Draft, blocks: Blocks, lines: Lines) -> list[Segment]:
    """Write the parts out with separators between and inside the lines."""
    between = _between(draft)
    ragged = between == ", " and draft.hit("ragged_commas")
    everywhere = between in (", ", ",") and draft.hit("comma_everywhere")
    out: list[Segment] = []
    for number, line in enumerate(lines):
        if number:
            joint = _joint(between, out, blocks[line[0]])
            out.append((" " if ragged and draft.roll() < 0.5 else joint, None))
        for at, slot in enumerate(line):
            if at:
                out.extend(_inside(draft, line[at - 1], slot, between, everywhere=everywhere))
            if slot == "region" and out:
                _write_region(draft, blocks[slot], out)
            elif slot == "venue":
                out.extend((between if tag is None else text, tag) for text, tag in blocks[slot])
            else:
                out.extend(blocks[slot])
    if between == " " and draft.hit("comma_free_parts"):
        out = [(text.replace(",", "") if tag is None else text, tag) for text, tag in out]
    return _spaced(draft, out)


def _joint(between: str, before: list[Segment], after: list[Segment]) -> str:
    """The separator; a bare slash not between two digits, which would be a range."""
    digits = before[-1][0][-1:].isdigit() and after[0][0][:1].isdigit()
    return " / " if between == "/" and digits else between


def _between(draft: Draft) -> str:
    """What stands between lines in this row."""
    if draft.hit("comma_free", 0.4 if draft.template else _COMMA_FREE.get(draft.kit.country, 1.25)):
        return " "
    if draft.hit("odd_separator"):
        return draft.pick(_ODD)
    if draft.hit("newline", _newline_scale(draft)):
        return "\n"
    if draft.hit("semicolon"):
        return "; "
    if draft.hit("dash"):
        return " - "
    if draft.hit("slash"):
        return draft.pick((" / ", " / ", "/"))
    if draft.hit("pipe"):
        return draft.pick((" | ", " | ", "|"))
    if draft.hit("full_stop"):
        return ". "
    if draft.hit("tab"):
        return "\t"
    if draft.language in LOCAL_COMMAS and draft.hit("local_comma"):
        return LOCAL_COMMAS[draft.language]
    if draft.hit("glued_comma"):
        return ","
    if draft.hit("spaced_comma"):
        return " , "
    return ", "


def _newline_scale(draft: Draft) -> float:
    """Templates mostly stand on lines of their own, geocoders' lists on one."""
    return 8.0 if draft.template and "display_name" not in draft.forms else 1.0


def _inside(
    draft: Draft, left: str, right: str, between: str, *, everywhere: bool
) -> list[Segment]:
    """What stands between two slots of one line."""
    if right in draft.joints:
        joint = draft.joints[right]
        return [(joint if joint != ", " or between == "\n" else between, None)]
    if everywhere:
        return [(between, None)]
    if right == "postcode" and left == "region" and draft.hit("region_postcode_glued"):
        return []
    if right == "postcode" and left == "region" and draft.hit("region_postcode_hyphen"):
        return [("-", None)]
    if right == "region" and between != " " and draft.kit.country not in ("IT", "AU", "GB"):
        if draft.kit.country in ("BR", "TR") and draft.roll() < 0.6:
            return [
                (draft.pick((" - ", "-", "/") if draft.kit.country == "BR" else ("/", " / ")), None)
            ]
        joint = ", " if between == "\n" else between
        return [(" " if draft.hit("region_no_comma") else joint, None)]
    if right.startswith("inner") or left.startswith("inner"):
        return [(between if between == "," or draft.roll() < 0.5 else " ", None)]
    return [(" ", None)]


def _write_region(draft: Draft, block: list[Segment], out: list[Segment]) -> None:
    """Write the region, in brackets where the form comes up: `(MI)`, `Montréal (Québec) H3A`."""
    quebec = draft.kit.country == "CA" and block[0][0] in _QUEBEC
    if not (quebec or draft.kit.habits.brackets) or not draft.hit(
        "region_in_brackets", 2.5 if quebec else 1.0
    ):
        out.extend(block)
        return
    if quebec and out[-1][0] in (", ", ","):
        out[-1] = (" ", None)
    out.extend([("(", None), *block, (")", None)])


def _spaced(draft: Draft, segments: list[Segment]) -> list[Segment]:
    """Extra blanks at some joins."""
    if not draft.hit("extra_space"):
        return segments
    wide = draft.pick(("  ", "   ", " \t", "  "))
    return [(text.replace(" ", wide, 1) if tag is None else text, tag) for text, tag in segments]
