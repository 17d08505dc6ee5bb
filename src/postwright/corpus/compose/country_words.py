"""The country as people write it: its name in some language, or its code, also at the very end."""

from postwright.corpus.compose.countries import AS_A_REGION
from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.national_codes import is_national, last_code
from postwright.corpus.compose.segments import Segment

_EVERYDAY = {"GB": ("uk", "UK", "U.K."), "US": ("usa", "USA", "us"), "AE": ("uae", "UAE")}
_LETTERS = {
    "DE": "D",
    "AT": "A",
    "FR": "F",
    "IT": "I",
    "ES": "E",
    "BE": "B",
    "LU": "L",
    "PT": "P",
    "SE": "S",
    "NO": "N",
    "HU": "H",
    "LI": "FL",
}
"""Letters of car plates, which people of Europe write for the country."""
_JOINTS = (" ", " ", " ", ", ", ", ", ",", " - ", "\n", " / ")
_WITHOUT_COMMA = (" ", " ", " ", "\n")


def country_word(draft: Draft) -> str:
    """The country as people write it: name, code, any language."""
    kit = draft.kit
    if is_national(draft):
        return last_code(draft)
    if draft.template is not None and kit.names and draft.roll() < 0.75:
        return "United States of America" if kit.country == "US" else kit.names[0]
    if kit.country and kit.country not in AS_A_REGION and draft.hit("country_code", 0.7):
        if kit.iso3 and draft.roll() < 0.2:
            return kit.iso3
        return kit.country.lower() if draft.roll() < 0.2 else kit.country
    if kit.foreign_names and kit.country not in AS_A_REGION and draft.hit("country_any_language"):
        return draft.pick(kit.foreign_names)
    if not kit.names:
        return kit.country
    return draft.pick(kit.names)


def end_with_code(draft: Draft, segments: list[Segment]) -> list[Segment]:
    """Put the country's code behind everything: `..., 10115 berlin de`."""
    kit = draft.kit
    tags = {tag for _, tag in segments if tag}
    if not kit.country or kit.country in AS_A_REGION or "country" in tags:
        return segments
    commas = any("," in text for text, tag in segments if tag is None)
    joint = draft.pick(_JOINTS if commas else _WITHOUT_COMMA)
    if is_national(draft):
        joint = (", " if draft.roll() < 0.75 else " ") if commas else " "
        return [*segments, (joint, None), (last_code(draft), "country")] if tags else segments
    if len(tags) < 2 or not draft.hit("country_code_last"):
        return segments
    code = kit.country
    if kit.iso3 and draft.hit("country_iso3"):
        code = kit.iso3
    elif kit.country in _EVERYDAY and draft.roll() < 0.2:
        code = draft.pick(_EVERYDAY[kit.country])
    elif kit.country in _LETTERS and draft.hit("country_letter"):
        letter = _LETTERS[kit.country]
        return [*segments, (draft.pick((", ", " ", " - ", "\n")), None), (letter, "country")]
    style = draft.roll()
    if style < 0.55:
        code = code.lower()
    elif style < 0.62:
        code = code.capitalize()
    return [*segments, (joint, None), (code, "country")]
