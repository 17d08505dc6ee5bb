"""What holds for every row, whatever the mixture makes of its components."""

from __future__ import annotations

import random

from compose_samples import FORMATS, LEXICON, PLACES, components
from hypothesis import given, settings
from hypothesis import strategies as st

from postwright.corpus.compose import Composer, FormWeights
from postwright.corpus.compose.segments import assemble
from postwright.corpus.records import Components, Row, label_words
from postwright.labels import FULL, TAGS
from postwright.text import segment, trim

ASSIGNED = st.characters(exclude_categories=("Cn", "Cs"))
TEXTS = st.text(ASSIGNED, min_size=1, max_size=12).filter(lambda text: not text.isspace())
NAMES = st.sampled_from(
    ("Saint-Étienne", "İzmir", "ΝΕΑ ΙΩΝΙΑ", "東京都", "서울", "'s-Hertogenbosch", "Łódź",
     "Halle (Saale)", "St. Mary's", "กรุงเทพ", "القاهرة", "12", "C/ Mayor",
     "e\u0301t\u00e9", "x", "U.S.A.")
)  # fmt: skip
FIELDS = st.dictionaries(
    st.sampled_from(
        ("street", "locality", "region", "postcode", "dependent_locality", "venue",
         "house_number", "unit")
    ),
    NAMES | TEXTS,
    min_size=1,
)  # fmt: skip
BUSY = FormWeights(**dict.fromkeys(FormWeights.__dataclass_fields__, 0.5))


def check(row: Row) -> None:
    """The invariants of a row."""
    assert row.raw
    assert not row.raw.isspace()
    before = 0
    for start, end, tag in row.spans:
        assert tag in TAGS
        assert before <= start < end
        assert trim(row.raw, start, end) == (start, end)
        before = end
    label_words(segment(row.raw), row.spans, FULL)


@settings(max_examples=300, deadline=None)
@given(country=st.sampled_from(sorted(FORMATS)), fields=FIELDS, seed=st.integers(0, 2**32))
def test_any_components_make_a_sound_row(country: str, fields: dict[str, str], seed: int) -> None:
    """Spans are sorted, trimmed, apart and word-aligned, even for strange fields."""
    for weights in (FormWeights(), BUSY):
        composer = Composer(LEXICON, weights)
        check(composer.compose(Components(country, dict(fields), "test"), random.Random(seed)))


@settings(max_examples=200, deadline=None)
@given(country=st.sampled_from(sorted(PLACES)), seed=st.integers(0, 2**32))
def test_the_same_seed_writes_the_same_row(country: str, seed: int) -> None:
    """Components and random state decide the row; the components stay untouched."""
    composer = Composer(LEXICON, BUSY)
    parts = components(country)
    kept = dict(parts.fields)
    first = composer.compose(parts, random.Random(seed))
    assert composer.compose(parts, random.Random(seed)) == first
    assert parts.fields == kept
    check(first)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(NAMES | TEXTS, st.none() | st.sampled_from(TAGS)), min_size=1, max_size=6)
)
def test_assembling_never_cuts_a_word(segments: list[tuple[str, str | None]]) -> None:
    """Whatever stands side by side, each span keeps its words whole."""
    row = assemble(segments, "", "test", ())
    if row is not None:
        check(row)
