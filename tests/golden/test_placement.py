"""Surfaces without offsets: where they are placed, and when that is refused."""

from __future__ import annotations

import contextlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postwright.errors import InputError
from postwright.golden import GoldenRow, trim_spans
from postwright.golden.placement import place_surfaces
from postwright.golden.reading import row_of
from postwright.labels import TAGS
from postwright.text import segment


@pytest.mark.parametrize(
    ("raw", "tags", "places"),
    [
        ("Rue de Paris, Paris", {"locality": ["Paris"], "street": ["Rue de Paris"]}, [0, 14]),
        ("10 Rue du 10 Mai", {"house_number": ["10"], "street": ["Rue du 10 Mai"]}, [0, 3]),
        ("75001 Paris 7", {"house_number": ["7"], "postcode": ["75001"]}, [0, 12]),
        ("NY NY", {"locality": ["NY"], "region": ["NY"]}, [0, 3]),
        ("Elm & Elm", {"street": ["Elm", "Elm"]}, [0, 6]),
        ("12a Elm", {"house_number": ["12"], "unit": ["a"]}, [0, 2]),
        ("東京都渋谷区", {"region": ["東京都"], "locality": ["渋谷区"]}, [0, 3]),
        ("nothing here", {}, []),
    ],
)
def test_surfaces_find_their_places(
    raw: str, tags: dict[str, list[str]], places: list[int]
) -> None:
    """The longest first, then the leftmost free place that cuts no word."""
    assert [start for start, _, _ in place_surfaces(raw, tags)] == places


@pytest.mark.parametrize(
    ("tags", "reason"),
    [
        ({"street": ["Oak St"]}, "street 'Oak St' is not in raw"),
        ({"street": ["elm st"]}, "is not in raw"),
        ({"street": [""]}, "is not in raw"),
        ({"street": ["Elm S"]}, "cuts a word"),
        ({"street": ["Elm St"], "venue": ["Elm"]}, "venue 'Elm' overlaps another"),
        ({"street": ["Elm St", "Elm St"]}, "street 'Elm St' overlaps another"),
    ],
)
def test_a_surface_without_a_place_is_refused(tags: dict[str, list[str]], reason: str) -> None:
    """The message names tag, surface and mend."""
    with pytest.raises(InputError, match=reason):
        place_surfaces("5 Elm St", tags)


WORDS = "5 10 Elm Paris St 東 京 ,".split()


@st.composite
def golden_rows(draw: st.DrawFn) -> GoldenRow:
    """A row of few different words, so that surfaces often repeat, with whatever spans."""
    raw = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=8)))
    edges = sorted(draw(st.sets(st.integers(0, len(segment(raw))), max_size=8)))
    words, spans = segment(raw), []
    for first, stop in pairwise(edges):
        if draw(st.booleans()):
            tag = draw(st.sampled_from(TAGS[:4]))
            spans.append((words[first][0], words[stop - 1][1], tag))
    return GoldenRow("1", raw, trim_spans(raw, spans))


@given(golden_rows())
def test_a_row_comes_back_from_its_json(row: GoldenRow) -> None:
    """Offsets are written where the surfaces alone would be placed elsewhere, and only there."""
    record = row.to_json()
    assert row_of(record, default_id="") == row
    if "spans" in record:
        del record["spans"]
        with contextlib.suppress(InputError):
            assert row_of(record, default_id="") != row


def test_a_row_that_surfaces_alone_cannot_place_is_written_with_offsets() -> None:
    """The longest surface would take the first place, and leave none for the other."""
    row = GoldenRow("1", "AA B C AA B", ((3, 6, "unit"), (7, 11, "venue")))
    with pytest.raises(InputError):
        place_surfaces(row.raw, row.to_json()["tags"])
    assert row_of(row.to_json(), default_id="") == row
