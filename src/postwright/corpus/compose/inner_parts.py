"""Parts inside a building: unit, level, building, entrance, staircase."""

from collections.abc import Sequence

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.inner_words import ENGLISH, PARTS
from postwright.corpus.compose.inner_words_more import INDIAN, MORE_PARTS, RARER
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.romanised_words import ROMANISED_PARTS
from postwright.corpus.compose.segments import Segment

INNER_TAGS = listed("building|staircase|entrance|level|unit")
_ORDINAL_WORDS = listed("First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth")
_ROMAN = listed("I|II|III|IV|V|VI")


_WORDS = {**MORE_PARTS, **PARTS}
_BARE = {
    "en": listed("{n}|{x}|{s}{l}|{l}|{l}{s}|{n}|#{n}"),
    "es": listed("{s}º{l}|{s} {l}|{s}-{l}|{s}º {s}ª|{s}º"),
    "pt": listed("{s}º|{s}º {l}|{s} {l}|{n}"),
    "it": listed("{s}/{l}|{l}|{s}"),
}


def inner_words(draft: Draft, tag: str) -> Sequence[str]:
    """The templates for a part in the row's language or country; rarer words now and then."""
    if draft.romanised and draft.kit.country in ROMANISED_PARTS:
        return ROMANISED_PARTS[draft.kit.country][tag]
    own = INDIAN.get(draft.kit.country) if draft.language == "en" else None
    if own:
        return own[tag]
    rare = RARER.get(draft.language)
    if rare and draft.hit("inner_rare"):
        return rare[tag]
    return _WORDS.get(draft.language, ENGLISH)[tag]


def write_inner(draft: Draft, tag: str) -> str:
    """A new part of that kind in the country's language."""
    if tag == "unit" and draft.kit.country == "SG" and draft.roll() < 0.7:
        return f"#{1 + draft.below(30):02d}-{1 + draft.below(400):02d}"
    return filled(draft, draft.pick(inner_words(draft, tag)))


def write_bare_unit(draft: Draft) -> str:
    """A unit without a word, as it stands behind a number or a street: `4B`, `3º A`."""
    table = _BARE.get(draft.language, _BARE["en"])
    return filled(draft, draft.pick(table))


def filled(draft: Draft, template: str) -> str:
    """Replace the place-holder of a template: `{n}` number, `{s}` small, `{x}` mixed, `{l}` letter.

    Ordinals are `{o}` (2nd), `{w}` (Second), `{f}` (2e, 1er) and `{r}` (II).
    """
    text = template
    while "{" in text:
        at = text.index("{")
        text = text[:at] + _value(draft, text[at + 1]) + text[at + 3 :]
    return text


def _value(draft: Draft, kind: str) -> str:
    """The value behind one place-holder letter."""
    if kind == "n":
        return str(1 + int(draft.roll() ** 2 * (4000 if draft.roll() < 0.15 else 900)))
    if kind == "l":
        return draft.pick("ABCDEFGHABCDABCKLMNP")
    if kind == "x":
        return _mixed(draft)
    small = 1 + int(draft.roll() ** 2 * 25)
    if kind == "o":
        return ordinal(small)
    if kind == "w":
        return draft.pick(_ORDINAL_WORDS)
    if kind == "r":
        return draft.pick(_ROMAN)
    if kind == "f":
        return "1er" if small == 1 else f"{small}{draft.pick(('e', 'ème', 'e'))}"
    return str(small)


def _mixed(draft: Draft) -> str:
    """A flat's name: `12`, `4B`, `B`, `B4`, `2-C`, `4 B`."""
    style, number = (
        draft.roll(),
        str(1 + int(draft.roll() ** 2 * (1500 if draft.roll() < 0.3 else 60))),
    )
    if style < 0.5:
        return number
    letter = draft.pick("ABCDEFGHABCDABC")
    if style < 0.72:
        return number + (letter if style < 0.67 else letter.lower())
    if style < 0.86:
        return letter
    return f"{letter}{number}" if style < 0.94 else f"{number}-{letter}"


def ordinal(number: int) -> str:
    """English ordinal of a number.

    >>> ordinal(1), ordinal(12), ordinal(23)
    ('1st', '12th', '23rd')
    """
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def inner_segments(draft: Draft) -> list[list[Segment]]:
    """Every inner part of the row, given by the source or newly composed, in order of size."""
    scale = draft.kit.habits.unit
    parts: list[list[Segment]] = []
    for tag in INNER_TAGS:
        text = draft.fields.get(tag, "")
        if not text and draft.hit(tag, scale if tag == "unit" else 0.6 + scale / 2):
            text = write_inner(draft, tag)
        if text:
            parts.append([(text, tag)])
    return parts
