"""The OpenCage address templates: which parts a country writes, in which order, how joined.

The templates (MIT) are mustache inside YAML. Only what stands there is read: lines of place-holders
and groups of alternatives, anchors, and countries that use another country's template.
"""

import re
import tarfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_MEMBER = "conf/countries/worldwide.yaml"
_TAGS = {
    "attention": "attention",
    "house": "venue",
    "house_number": "number",
    "road": "street",
    **dict.fromkeys(
        ("suburb", "city_district", "neighbourhood", "quarter", "area"), "dependent_locality"
    ),
    **dict.fromkeys(
        ("city", "town", "village", "hamlet", "municipality", "postal_city"), "locality"
    ),
    **dict.fromkeys(("county", "county_code"), "subregion"),
    **dict.fromkeys(("state", "state_code", "state_district", "province", "region"), "region"),
    "postcode": "postcode",
    "country": "country",
}
_TOKEN = re.compile(r"\{\{#first\}\}(.*?)\{\{/first\}\}|\{\{\{(\w+)\}\}\}|([^{]+)")
_PLACE_HOLDER = re.compile(r"\{\{\{(\w+)\}\}\}")
_COUNTY_IS_REGION = frozenset(("IT", "ES"))

Line = tuple[tuple[str, str], ...]
"""Slots of one line, each with what stands before it."""


@dataclass(frozen=True)
class Template:
    """One country's way to write an address.

    Attributes:
        lines: from top to bottom, each a few slots with the joint before each.
        region: a region that belongs to every address of a territory (`Guam`), or "".
    """

    lines: tuple[Line, ...]
    region: str = ""

    @cached_property
    def slots(self) -> frozenset[str]:
        """Every slot that the country writes."""
        return frozenset(slot for line in self.lines for slot, _ in line)


def read_templates(world: Path) -> dict[str, Template]:
    """Templates by country, and by country and language (`JP_ja`); none where the file is missing.

    Args:
        world: the folder of the world tables.
    """
    path = world / "opencage_address_formatting.tar.gz"
    if not path.exists():
        return {}
    with tarfile.open(path) as archive:
        member = archive.extractfile(_MEMBER)
        text = member.read().decode("utf-8") if member else ""
    return parse_templates(text)


def parse_templates(text: str) -> dict[str, Template]:
    r"""Read the YAML text.

    >>> text = "AD:\n    address_template: |\n        {{{road}}}, {{{house_number}}}\n"
    >>> parse_templates(text)["AD"].lines
    ((('street', ''), ('number', ', ')),)
    """
    blocks = dict(_blocks(text))
    bodies = {name: _body(block, blocks) for name, block in blocks.items()}
    out: dict[str, Template] = {}
    for name, block in blocks.items():
        if not re.fullmatch("[A-Z]{2}(_[a-z]+)?", name):
            continue
        other = re.search(r'^\s+use_country: "?(\w\w)"?', block, re.M)
        body = bodies.get(other.group(1), "") if other else bodies[name]
        state = re.search(r"^\s+add_component: state=(.+)$", block, re.M)
        lines = _lines(body, county_is_region=name[:2] in _COUNTY_IS_REGION)
        if lines:
            out[name] = Template(lines, state.group(1).strip() if state else "")
    return out


def _blocks(text: str) -> list[tuple[str, str]]:
    """Top-level keys with the text below each, comments left out."""
    text = re.sub(r"(?m)^\s*#.*\n?", "", text)
    parts = re.split(r'(?m)^"?(\w+)"?:', text)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def _body(block: str, blocks: dict[str, str]) -> str:
    """The template lines of a block: its own, or those of the anchor that it names."""
    anchor = re.search(r"address_template: \*(\w+)", block)
    if anchor:
        return _indented(blocks.get(anchor.group(1), ""))
    return _indented(block.partition("address_template:")[2] or block)


def _indented(text: str) -> str:
    """The lines of a literal block, up to the next key."""
    kept: list[str] = []
    for line in text.partition("|")[2].split("\n")[1:]:
        if re.match(r"\s*\w+:(\s|$)", line):
            break
        if "{{{" in line:
            kept.append(line.strip())
    return "\n".join(kept)


def _lines(body: str, *, county_is_region: bool) -> tuple[Line, ...]:
    """Resolve every place-holder to a slot, from the last line to the first, each slot once."""
    used: set[str] = set()
    lines: list[Line] = []
    for text in reversed(body.split("\n")):
        line: list[tuple[str, str]] = []
        for options, joint in reversed(_tokens(text)):
            tags = [_TAGS[name] for name in options if name in _TAGS]
            if county_is_region:
                tags = ["region" if tag == "subregion" else tag for tag in tags]
            if "locality" in tags and "locality" not in used:
                tags.insert(0, "locality")
            slot = next((tag for tag in tags if tag not in used), None)
            if slot:
                used.add(slot)
                line.append((slot, _spaced(joint)))
        if line:
            lines.append(tuple(reversed(line)))
    return tuple(((line[0][0], ""), *line[1:]) for line in reversed(lines))


def _spaced(joint: str) -> str:
    """A joint with its blanks as people write them: ` `, `, `, ` - ` or `-`."""
    sign = joint.strip()
    return joint if sign.startswith("-") else f"{sign} "


def _tokens(text: str) -> list[tuple[list[str], str]]:
    """Place-holders of a line: the names that may stand there, and the joint before."""
    out: list[tuple[list[str], str]] = []
    joint = ""
    for group, name, literal in _TOKEN.findall(text):
        if literal:
            joint += literal
            continue
        options = [name] if name else _PLACE_HOLDER.findall(group)
        first = _PLACE_HOLDER.findall(group.split("||")[0]) if group else [name]
        if first == ["house_number", "road"]:
            out.extend([(["house_number"], joint), (["road"], ", " if "}, {" in group else " ")])
        else:
            out.append((options, joint))
        joint = ""
    return out
