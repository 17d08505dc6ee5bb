"""Texts to test with: any characters at all, addresses gone wrong, and very long ones."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

#: The longest text that the laws are promised for, in code points.
LONGEST = 10_000

#: Examples of each test: `fast` in every run of the tests, `fuzz` for as long as one likes. The
#: first draws the same every time, so that a test is green or red because of the code.
settings.register_profile("fast", max_examples=40, deadline=None, derandomize=True, database=None)
settings.register_profile(
    "fuzz",
    max_examples=int(os.environ.get("POSTWRIGHT_EXAMPLES", "2000")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
PROFILE = settings.get_profile(os.environ.get("POSTWRIGHT_PROFILE", "fast"))
FEW = settings(PROFILE, max_examples=max(5, PROFILE.max_examples // 8))

_GOLDEN = Path(__file__).parents[2] / "golden"

#: What has broken parsers: joiners, marks, directions, controls, separators, half characters.
HARMLESS = tuple(
    "\u0301|\u200d|\u200c|\u202e|\u2066|\ufeff|\x00|\x1b[31m|\x7f|\x85|\u2028|\u2029|\u3000|\u00ad|"
    "\ud800|\udfff|\udc80|\ufffe|\U0010ffff|\ue000|\U000e0041|▁|□|👩‍👩‍👧|👍🏽|🇫🇷|ﬁ|ﷺ|ß|İ|ǅ|½|²|Ⅷ|𝟙|٣|๓|"
    "\U00010d41|\U00011f51|\u1e4f|กำ|ကို|ខ្មែរ|ㄱ가|か゚|東京都|שלום|شارع|ул.|№|#|''|.|..|U.S.A.|°|º".split(
        "|"
    )
)
_SEPARATORS = (" ", ", ", ",", "\n", "\r\n", "\t", " - ", "/", "; ", "|", "", "  ", "\u00a0", "·")

characters = st.characters(codec=None, exclude_categories=())
#: Any `str` at all, lone surrogates among it.
anything = st.one_of(
    st.text(characters, max_size=80),
    st.lists(st.one_of(st.sampled_from(HARMLESS), characters), max_size=20).map("".join),
)
blanks = st.text(st.sampled_from(" \t\r\n\x0b\x0c\x85\u00a0\u2003\u2028\u3000"), max_size=30)
long_words = st.builds(
    lambda sign, count, rest: sign * count + rest,
    st.one_of(characters, st.sampled_from(HARMLESS)),
    st.integers(30, 600),
    st.sampled_from(["", " 12", "1"]),
)


@cache
def dev_raws() -> tuple[str, ...]:
    """The texts of the golden rows that may be looked at."""
    rows = (
        json.loads(line)
        for path in sorted(_GOLDEN.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if '"split": "dev"' in line
    )
    return tuple(row["raw"] for row in rows if row["split"] == "dev")


_CASES: tuple[Callable[[str], str], ...] = (str.upper, str.lower, str.swapcase, str.title)


@st.composite
def addresses(draw: st.DrawFn) -> str:
    """Draw a golden address with up to five things done to it."""
    text = draw(st.sampled_from(dev_raws()))
    for _ in range(draw(st.integers(0, 5))):
        first, last = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        head, part, tail = text[:first], text[first:last], text[last:]
        changed = draw(
            st.one_of(
                st.just(""),
                st.just(part + part),
                st.sampled_from(_CASES).map(lambda change, part=part: change(part)),
                st.sampled_from(_SEPARATORS),
                st.sampled_from(HARMLESS).map(lambda sign, part=part: part + sign),
                characters.map(lambda sign, part=part: sign + part),
                st.sampled_from(dev_raws()),
            )
        )
        text = head + changed + tail
    return text


texts = st.one_of(addresses(), addresses(), anything, blanks, long_words)


@st.composite
def long_texts(draw: st.DrawFn) -> str:
    """Draw a text of up to 10,000 code points: a few pieces over and over."""
    pieces = draw(st.lists(st.one_of(texts, st.sampled_from(HARMLESS)), min_size=1, max_size=6))
    text = "".join(pieces) or " "
    length = draw(st.integers(1, LONGEST))
    return (text * (length // len(text) + 1))[:length]
