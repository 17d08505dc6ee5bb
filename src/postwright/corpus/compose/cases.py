"""Letter case, accents and slips of the pen, applied segment by segment."""

import unicodedata

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.national_codes import is_national
from postwright.corpus.compose.segments import Segment

_EXTRA = {
    "ß": "ss",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "æ": "ae",
    "Æ": "AE",
    "đ": "d",
    "Đ": "D",
    "ı": "i",
    "œ": "oe",
    "Œ": "OE",
    "þ": "th",
    "ð": "d",
    "Þ": "Th",
}


def _accent_table() -> dict[int, str]:
    """Latin letters with marks to the bare letters."""
    table = {ord(char): plain for char, plain in _EXTRA.items()}
    for code in (*range(0xC0, 0x250), *range(0x386, 0x3CF), *range(0x1E00, 0x1F00)):
        plain = "".join(
            c for c in unicodedata.normalize("NFD", chr(code)) if not unicodedata.combining(c)
        )
        if plain != chr(code):
            table.setdefault(code, plain)
    return table


_BARE = _accent_table()
_UMLAUTS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "ß": "ss",
        "å": "aa",
        "ø": "oe",
        "æ": "ae",
    }
)
_PARTICLES = frozenset(
    "de la le les du des d' l' of the and di del della do da dos das van der den von und en el los "
    "las y".split()
)
_TYPO_TAGS = frozenset(
    "street|locality|venue|region|cross_street|dependent_locality|country|unit|level|building|"
    "attention|subregion".split("|")
)
_NAMES = frozenset(("street", "locality", "venue", "dependent_locality", "cross_street"))
_TWICE = frozenset(("locality", "region"))


def strip_accents(text: str) -> str:
    """Latin letters without their marks.

    >>> strip_accents("Saint-Étienne, Łódź")
    'Saint-Etienne, Lodz'
    """
    return text if text.isascii() else text.translate(_BARE)


def recase(draft: Draft, segments: list[Segment]) -> list[Segment]:
    """Write the whole row in one letter case, sometimes without accents, sometimes with a typo."""
    segments = _spelled(draft, segments)
    if draft.hit("typo"):
        segments = _with_typo(draft, segments)
    elif draft.hit("several_typos"):
        for _ in range(2 + draft.below(3)):
            segments = _with_typo(draft, segments)
    if draft.hit("words_merged"):
        segments = _merged(draft, segments)
    if draft.hit("word_doubled"):
        segments = _doubled(draft, segments)
    common = 1.0 if draft.kit.country in ("US", "FR") else 1.3
    if is_national(draft):
        common = 4.0
    elif "country_code_last" in draft.forms:
        common = 3.0
    if draft.hit("lower_case", common):
        return [(_lowered(draft, text), tag) for text, tag in segments]
    if draft.hit("upper_case"):
        return [(_raised(draft, text), tag) for text, tag in segments]
    if draft.hit("title_case"):
        return [(_titled(text) if tag else text, tag) for text, tag in segments]
    if draft.hit("wrong_title"):
        return [(_all_titled(text) if tag else text, tag) for text, tag in segments]
    if draft.hit("mixed_case"):
        return [(_any_case(draft, text), tag) for text, tag in segments]
    if draft.hit("upper_locality", 3.0 if draft.kit.country in ("FR", "GB", "IT", "ES") else 1.0):
        return [
            (text.upper() if tag in ("locality", "cedex") else text, tag) for text, tag in segments
        ]
    return segments


def _lowered(draft: Draft, text: str) -> str:
    """Lower case, the Turkish letters by the Turkish rule or simply as `i`."""
    if "İ" in text:
        text = text.replace("İ", "i")
        if draft.language in ("tr", "az"):
            text = text.replace("I", "ı")
    return text.lower()


def _raised(draft: Draft, text: str) -> str:
    """Upper case, with the Turkish dotted capital where it belongs, and Greek without accents."""
    if draft.language in ("tr", "az"):
        text = text.replace("i", "İ")
    if draft.language == "el":
        text = text.translate(_BARE)
    return text.upper()


def _spelled(draft: Draft, segments: list[Segment]) -> list[Segment]:
    """Accents dropped or umlauts spelled out, where there are any."""
    if all(text.isascii() for text, _ in segments):
        return segments
    if draft.language in ("de", "sv", "da", "nb", "fi") and draft.hit("umlauts_spelled"):
        return [(text.translate(_UMLAUTS), tag) for text, tag in segments]
    if draft.hit("accents_stripped"):
        return [(text.translate(_BARE), tag) for text, tag in segments]
    return segments


def _titled(text: str) -> str:
    """Every word with a capital but the particles; words with digits as they are."""
    words = text.split(" ")
    return " ".join(
        word
        if not word.isalpha() or len(word) < 3 or (at and word.lower() in _PARTICLES)
        else word.capitalize()
        for at, word in enumerate(words)
    )


def _all_titled(text: str) -> str:
    """What `str.capitalize` makes of each word: `Mcdonald`, `De La`, `Tx`, `12A`."""
    return " ".join(word.capitalize() for word in text.split(" "))


def _any_case(draft: Draft, text: str) -> str:
    """One of the cases for this segment alone."""
    roll = draft.roll()
    if roll < 0.3:
        return text.lower()
    if roll < 0.6:
        return text.upper()
    return text.capitalize() if roll < 0.75 else text


def _with_typo(draft: Draft, segments: list[Segment]) -> list[Segment]:
    """One letter dropped, doubled, swapped or wrong in one name."""
    spots = [at for at, (text, tag) in enumerate(segments) if tag in _TYPO_TAGS and len(text) > 5]
    if not spots:
        return segments
    at = spots[draft.below(len(spots))]
    text, tag = segments[at]
    return [*segments[:at], (_slip(draft, text), tag), *segments[at + 1 :]]


def _merged(draft: Draft, segments: list[Segment]) -> list[Segment]:
    """One name without one of its blanks: `WillowCreek Dr`."""
    spots = [at for at, (text, tag) in enumerate(segments) if tag in _NAMES and " " in text]
    if not spots:
        return segments
    at = spots[draft.below(len(spots))]
    text, tag = segments[at]
    gaps = [where for where, char in enumerate(text) if char == " "]
    gap = gaps[draft.below(len(gaps))]
    if not (text[gap - 1].isalpha() and text[gap + 1].isalpha()):
        return segments
    left, right = text[:gap], text[gap + 1 :]
    joined = left + (right[0].lower() + right[1:] if draft.roll() < 0.4 else right)
    return [*segments[:at], (joined, tag), *segments[at + 1 :]]


def _doubled(draft: Draft, segments: list[Segment]) -> list[Segment]:
    """The last word of a street twice within its span, or a town or region as two spans."""
    spots = [at for at, (text, tag) in enumerate(segments) if tag in _TWICE and text.isalpha()]
    streets = [
        at
        for at, (text, tag) in enumerate(segments)
        if tag == "street" and text[-2:].isalpha() and " " in text
    ]
    if streets and (not spots or draft.roll() < 0.5):
        text = segments[streets[0]][0]
        again: list[Segment] = [(f"{text} {text.rpartition(' ')[2]}", "street")]
        return [*segments[: streets[0]], *again, *segments[streets[0] + 1 :]]
    if not spots:
        return segments
    at = spots[draft.below(len(spots))]
    gap = ", " if draft.roll() < 0.3 else " "
    return [*segments[: at + 1], (gap, None), *segments[at:]]


def _slip(draft: Draft, text: str) -> str:
    """The text with one slip inside a word, never at its edges."""
    where = 1 + draft.below(len(text) - 3)
    if not (text[where - 1].isalpha() and text[where].isalpha() and text[where + 1].isalpha()):
        return text
    roll = draft.roll()
    if roll < 0.35:
        return text[:where] + text[where + 1 :]
    if roll < 0.6:
        return text[:where] + text[where] + text[where:]
    if roll < 0.85:
        return text[:where] + text[where + 1] + text[where] + text[where + 2 :]
    wrong = chr(97 + draft.below(26))
    return text[:where] + (wrong.upper() if text[where].isupper() else wrong) + text[where + 1 :]
