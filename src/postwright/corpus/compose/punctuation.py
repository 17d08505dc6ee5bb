"""Punctuation as careless people and bad exports leave it, between the parts of an address."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.segments import Segment

_MIXED = (", ", "; ", " - ", " / ", " | ", ". ", " ", ",", ": ", " · ", "\n", " -- ", ",, ")
_DOUBLED = (",, ", ", , ", ",,", " ,, ", ", ,,", "; ; ")
_PAIRS = (("(", ")"), ("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"))
_QUOTES = (('"', '"'), ('"', '"'), ("'", "'"), ("“", "”"), ("«", "»"), ("`", "`"))
_FRONT = (", ", ",", ". ", "- ", "; ", "| ", ", , ", "/ ", '" ')
_HYPHENS = ("-", "-", " - ", "–", "--")


def disturb(draft: Draft, segments: list[Segment]) -> list[Segment]:
    """Apply the punctuation forms that come up to the joints of a row."""
    if draft.hit("doubled_comma"):
        segments = _some_commas(draft, segments, draft.pick(_DOUBLED))
    if draft.hit("some_commas_glued"):
        segments = _some_commas(draft, segments, ",")
    if draft.hit("blanks_missing"):
        segments = _glued(draft, segments)
    if draft.hit("mixed_separators"):
        segments = [
            (draft.pick(_MIXED) if tag is None and text == ", " else text, tag)
            for text, tag in segments
        ]
    if draft.hit("hyphen_everywhere"):
        segments = _hyphenated(draft, segments)
    if draft.hit("part_dotted"):
        segments = _dotted(draft, segments)
    if draft.hit("part_in_brackets"):
        segments = _wrapped(draft, segments, _PAIRS)
    if draft.hit("part_quoted"):
        segments = _wrapped(draft, segments, _QUOTES)
    if draft.hit("leading_punctuation"):
        segments = [(draft.pick(_FRONT), None), *segments]
    return segments


def _some_commas(draft: Draft, segments: list[Segment], new: str) -> list[Segment]:
    """Another text in place of some commas, of one at least."""
    places = [at for at, (text, tag) in enumerate(segments) if tag is None and text == ", "]
    if not places:
        return segments
    kept = {at for at in places if draft.roll() < 0.5} or {places[draft.below(len(places))]}
    return [(new, None) if at in kept else part for at, part in enumerate(segments)]


def _glued(draft: Draft, segments: list[Segment]) -> list[Segment]:
    """Some blanks left out, where a digit or a full stop keeps the parts two words."""
    out: list[Segment] = []
    for at, (text, tag) in enumerate(segments):
        inner = tag is None and text == " " and 0 < at < len(segments) - 1
        if inner and draft.roll() < 0.7:
            before, after = segments[at - 1][0], segments[at + 1][0]
            if before[-1:] == "." or (before[-1:].isdigit() and after[:3].isalpha()):
                continue
            if before[-3:].isalpha() and after[:1].isdigit():
                continue
        out.append((text, tag))
    return out


def _hyphenated(draft: Draft, segments: list[Segment]) -> list[Segment]:
    """A hyphen at every joint; a bare one not between two digits, which would be a range."""
    mark = draft.pick(_HYPHENS)
    out: list[Segment] = []
    for at, (text, tag) in enumerate(segments):
        if tag is not None or text not in (" ", ", ") or at in (0, len(segments) - 1):
            out.append((text, tag))
            continue
        before, after = segments[at - 1][0][-1:], segments[at + 1][0][:1]
        digits = before.isdigit() and after.isdigit()
        out.append((" - " if digits else mark, None))
    return out


def _dotted(draft: Draft, segments: list[Segment]) -> list[Segment]:
    """A full stop behind one of the parts."""
    places = [at for at, (_, tag) in enumerate(segments) if tag]
    if not places:
        return segments
    at = places[draft.below(len(places))] + 1
    return [*segments[:at], (".", None), *segments[at:]]


def _wrapped(
    draft: Draft, segments: list[Segment], pairs: tuple[tuple[str, str], ...]
) -> list[Segment]:
    """One of the parts within brackets or quotation marks."""
    places = [at for at, (_, tag) in enumerate(segments) if tag]
    if not places:
        return segments
    at = places[draft.below(len(places))]
    left, right = pairs[draft.below(len(pairs))]
    return [*segments[:at], (left, None), segments[at], (right, None), *segments[at + 1 :]]
