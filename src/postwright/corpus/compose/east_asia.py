"""Chinese, Japanese and Korean addresses in their own script: from the large to the small."""

from postwright.corpus.compose.china import write_chinese
from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.east_asia_parts import DIGITS_WIDE
from postwright.corpus.compose.east_asia_words import COUNTRIES, NAMES, TOWN_ENDINGS, VENUES
from postwright.corpus.compose.japan import write_japanese
from postwright.corpus.compose.korea import write_korean
from postwright.corpus.compose.layout import LOCAL_COMMAS
from postwright.corpus.compose.segments import Segment


def is_native(draft: Draft) -> bool:
    """Whether the components are written in Han, kana or Hangul."""
    if draft.kit.country not in ("JP", "CN", "TW", "KR", "HK", "MO"):
        return False
    text = (
        draft.fields.get("locality")
        or draft.fields.get("street")
        or draft.fields.get("region")
        or ""
    )
    return bool(text) and text[0] >= "\u2e80"


def write_native(draft: Draft) -> list[Segment]:
    """The row's segments in native order, without separators unless people put them."""
    country = draft.kit.country
    draft.forms.append("east_asian_native")
    parts = {"JP": write_japanese, "KR": write_korean}.get(country, write_chinese)(draft)
    crossing = any(tag == "cross_street" for _, tag in parts)
    if not crossing and draft.hit("native_partial"):
        parts = _some_parts(draft, parts)
    if len(parts) > 1 and not crossing and draft.hit("native_permuted"):
        return _foreign_order(draft, parts)
    gap = _gap(draft)
    out: list[Segment] = []
    for part in parts:
        if out and gap and part[1] is not None and out[-1][1] is not None:
            out.append((gap, None))
        out.append(part)
    out = _framed(draft, out, _postcode(draft))
    if draft.hit("country", 0.5):
        out = _with_country(draft, out, gap)
    return out


def _gap(draft: Draft) -> str:
    """What stands between parts: nothing in China and Japan, a blank in Korea."""
    if draft.language in LOCAL_COMMAS and draft.hit("local_comma", 0.1):
        return LOCAL_COMMAS[draft.language]
    if draft.kit.country == "KR":
        return ", " if draft.hit("comma_everywhere") else " "
    if draft.hit("newline"):
        return "\n"
    return " " if draft.hit("extra_space", 2.0) else ""


def _with_country(draft: Draft, out: list[Segment], gap: str) -> list[Segment]:
    """The country in front in its own script, or behind in any."""
    names = COUNTRIES.get(draft.kit.country, (draft.kit.country,))
    if draft.roll() < 0.7 or not draft.kit.names:
        joint = draft.pick((" ", "", "　")) if gap == "" else gap
        return [(draft.pick(names), "country"), (joint, None), *out]
    word = draft.pick((draft.kit.names[0], draft.pick(names)))
    return [*out, (draft.pick((" ", ", ", "\n")), None), (word, "country")]


def _some_parts(draft: Draft, parts: list[Segment]) -> list[Segment]:
    """A run of neighbours out of the parts: `千代田区千代田`, `中山路12號`."""
    tagged = [part for part in parts if part[1]]
    if len(tagged) < 2:
        return parts
    start = draft.below(len(tagged) - 1)
    stop = start + 1 + draft.below(len(tagged) - start)
    kept = tagged[start:stop]
    return tagged[start:] if kept[0][1] in ("house_number", "level", "unit") else kept


def _foreign_order(draft: Draft, parts: list[Segment]) -> list[Segment]:
    """Western or random order of the same parts, with separators between all of them."""
    units = [part for part in parts if part[1]]
    code = _postcode(draft)
    if code:
        units.append((code, "postcode"))
    if draft.hit("country"):
        word = draft.pick(COUNTRIES.get(draft.kit.country, (draft.kit.country,)))
        english = draft.kit.names and draft.roll() < 0.5
        units.insert(0, (draft.kit.names[0] if english else word, "country"))
    if draft.roll() < 0.5:
        units.reverse()
    else:
        draft.rng.shuffle(units)
    joint = draft.pick((", ", ", ", " ", " ", "\n", "，", "、", " / ", "; "))
    out: list[Segment] = []
    for unit in units:
        if out:
            out.append((joint, None))
        out.append(unit)
    return out


def _framed(draft: Draft, out: list[Segment], postcode: str) -> list[Segment]:
    """The postcode in front (mostly) or behind, and a venue at the end or in front."""
    if draft.fields.get("venue") or draft.hit("venue", 2.0):
        venue: Segment = (draft.fields.get("venue") or _venue(draft), "venue")
        gap: Segment = (draft.pick((" ", "　", " ", ", ")), None)
        if draft.roll() < 0.45:
            out = [*out, gap, venue]
        elif postcode and draft.hit("venue_before_postcode"):
            return [venue, gap, *_coded(draft, out, postcode)]
        else:
            out = [venue, gap, *out]
    return _coded(draft, out, postcode) if postcode else out


def _coded(draft: Draft, out: list[Segment], postcode: str) -> list[Segment]:
    """The parts with their postcode, in front mostly; behind never in Japan."""
    if draft.kit.country == "JP":
        sign = draft.pick(("〒", "〒", "〒", "", "〒 "))
        return [
            (sign, None),
            (postcode, "postcode"),
            (draft.pick((" ", " ", "", "\n", "　")), None),
            *out,
        ]
    if draft.roll() < 0.6:
        return [(postcode, "postcode"), (draft.pick((" ", "", ", ")), None), *out]
    return [*out, (draft.pick((" ", ", ", " ")), None), (postcode, "postcode")]


def _venue(draft: Draft) -> str:
    """A venue with the name of the town, the quarter or a firm."""
    country = draft.kit.country if draft.kit.country in VENUES else "CN"
    fields = draft.fields
    near = fields.get("dependent_locality") or fields.get("locality", "")
    town = near if draft.roll() < 0.3 else fields.get("locality", near)
    template = draft.pick(VENUES[country])
    town = town.rpartition(" ")[2]
    bare = town.rstrip(TOWN_ENDINGS) or town
    return template.replace("{l}", bare).replace("{s}", draft.pick(NAMES[country]))


def _postcode(draft: Draft) -> str:
    """The postcode, with or without its hyphen, or none."""
    code = draft.fields.get("postcode", "")
    if draft.hit("drop_postcode", 2.0):
        return ""
    if (
        not code
        and draft.kit.postcodes
        and draft.kit.habits.postcode
        and draft.hit("composed_postcode")
    ):
        example = draft.pick(draft.kit.postcodes)
        code = "".join(str(draft.below(10)) if c.isdigit() else c for c in example)
    if draft.kit.country == "KR" and "-" in code and draft.roll() < 0.7:
        code = f"{1 + draft.below(63):02d}{draft.below(1000):03d}"  # the codes since 2015
    if draft.kit.country == "JP" and draft.roll() < 0.1:
        code = code.replace("-", "") if draft.roll() < 0.7 else code.translate(DIGITS_WIDE)
    return code
