"""The forms in which names and postcodes are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postwright.places import place_key, postcode_key
from postwright.places.names import has_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("San José", "SAN JOSE"),
        ("Saint-Denis", "saint denis"),
        ("St. Louis", "Saint Louis"),
        ("Łódź", "Lodz"),
        ("Ørsta", "orsta"),
        ("Straßberg", "STRASSBERG"),
        ("ＴＯＫＹＯ", "Tokyo"),
        ("Москва", "МОСКВА"),
        ("Dún Laoghaire", "Dun Laoghaire"),
        ("'s-Hertogenbosch", "s Hertogenbosch"),
    ],
)
def test_case_accents_and_spaces_do_not_count(one: str, other: str) -> None:
    """Two ways to write a name have one key."""
    assert place_key(one) == place_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sainte-Marie", "Saint-Marie"), ("府中市", "府中町"), ("がま", "かま"), ("Paris", "Pari")],
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    """What tells names apart is kept."""
    assert place_key(one) != place_key(other)


@given(st.lists(st.text().filter(lambda text: "\n" not in text), min_size=1, max_size=5))
def test_lines_are_folded_as_if_they_were_alone(names: list[str]) -> None:
    """A block of names is folded in one call."""
    assert place_key("\n".join(names)).split("\n") == [place_key(name) for name in names]


@pytest.mark.parametrize(
    ("code", "country", "key"),
    [
        ("SW1A 2AA", "GB", "SW1A"),
        ("CB2", "GB", "CB2"),
        ("LV-1010", "LV", "1010"),
        ("4450-071", "PT", "4450071"),
        ("V5T 1A1", "CA", "V5T1A1"),
        ("D04", "IE", "D04"),
        ("", "US", ""),
    ],
)
def test_postcodes_lose_what_the_table_lacks(code: str, country: str, key: str) -> None:
    """Country letters and British inward codes go."""
    assert postcode_key(code, country) == key


def test_words_tell_names_of_one_key_apart() -> None:
    """A short name is the head of a long one; a name of other words is another one."""
    assert has_words("Newcastle upon Tyne", "newcastle")
    assert has_words("Saint Louis", "ST. LOUIS")
    assert not has_words("New Castle", "Newcastle")
