"""The table of places: the shipped one, and what is written is what is read."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postwright.corpus.gazetteer import is_attribution_only
from postwright.errors import PlacesError
from postwright.places import Place, load_places, place_key
from postwright.places.table import PlaceTable, read_places
from postwright.places.writing import write_places

SHIPPED = resources.files("postwright.places").joinpath("world.places")


def found(name: str) -> set[tuple[str, str]]:
    """Country and region (its code where there is one) of the places of a name."""
    return {(each.country, each.region_code or each.region) for each in load_places().find(name)}


@pytest.mark.parametrize(
    ("name", "some"),
    [
        ("Springfield", {("US", "IL"), ("US", "MA"), ("US", "MO"), ("US", "OH"), ("US", "OR")}),
        ("Paris", {("FR", "Île-de-France"), ("US", "TX"), ("US", "KY"), ("CA", "ON")}),
        ("Cambridge", {("GB", "ENG"), ("US", "MA"), ("CA", "ON")}),
        ("Saint-Denis", {("FR", "Île-de-France"), ("RE", "Réunion")}),
        ("Newcastle", {("GB", "ENG"), ("GB", "NIR"), ("AU", "NSW"), ("US", "WY")}),
        ("Neustadt", {("DE", "RP"), ("DE", "BY"), ("DE", "HE")}),
        ("San José", {("US", "CA"), ("CR", "Provincia de Alajuela")}),
        ("Frankfurt", {("DE", "HE"), ("DE", "BB")}),
        ("London", {("GB", "ENG"), ("CA", "ON"), ("US", "KY")}),
        ("府中市", {("JP", "東京都"), ("JP", "広島県")}),
    ],
)
def test_ambiguous_names_have_their_places(name: str, some: set[tuple[str, str]]) -> None:
    """The shipped table knows which places a name may mean."""
    assert some <= found(name)


@pytest.mark.parametrize(
    ("name", "country", "region"),
    [
        ("Springfield", "US", "Illinois"),
        ("Paris", "FR", "Île-de-France"),
        ("London", "GB", "England"),
        ("Frankfurt", "DE", "Hessen"),
        ("San Jose", "US", "California"),
        ("Москва", "RU", "Москва"),
    ],
)
def test_the_large_place_comes_first(name: str, country: str, region: str) -> None:
    """Places are listed by their size."""
    first = load_places().find(name)[0]
    assert (first.country, first.region) == (country, region)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("SAN JOSE", "San José"),
        ("saint denis", "Saint-Denis"),
        ("Duesseldorf", "Düsseldorf"),
        ("Dublin 4", "Dublin"),
        ("København K", "København"),
        ("St. Louis", "Saint Louis"),
    ],
)
def test_names_are_found_however_they_are_written(written: str, name: str) -> None:
    """Case, accents, umlauts and delivery districts do not matter."""
    places = set(load_places().find(written))
    assert places
    assert places == set(load_places().find(name))


@pytest.mark.parametrize("name", ["", " ", "Atlantis City of Nowhere", "x" * 101, "\n", "�"])
def test_what_is_no_name_has_no_places(name: str) -> None:
    """Nothing raises."""
    assert load_places().find(name) == ()


def test_a_name_of_other_words_comes_last() -> None:
    """``New Castle`` is listed for ``Newcastle``, behind those that are written so."""
    names = [place.name for place in load_places().find("Newcastle")]
    assert names.index("New Castle") > names.index("Newcastle")


def test_postcodes_are_those_of_the_place() -> None:
    """Runs of codes say which of the namesakes an address is in."""
    by_code = {place.region_code: place for place in load_places().find("Springfield")}
    assert by_code["IL"].has_postcode("62704-1234")
    assert not by_code["MA"].has_postcode("62704")
    cambridge = [place for place in load_places().find("Cambridge") if place.country == "GB"]
    assert [place.subregion for place in cambridge if place.has_postcode("CB2 1TN")] == [
        "Cambridgeshire"
    ]


def test_the_shipped_table_says_whom_it_is_from() -> None:
    """Every source is CC0 or CC BY, and is credited in NOTICE's words of its licence."""
    sources = load_places().facts["sources"]
    assert {source["name"].split()[0] for source in sources} >= {"GeoNames", "Geolonia", "ISTAT,"}
    assert all(is_attribution_only(source["licence"]) and source["url"] for source in sources)


def test_the_shipped_table_is_small() -> None:
    """It must leave room in the wheel."""
    assert len(SHIPPED.read_bytes()) < 4_000_000


def test_every_name_of_a_table_is_found_again(tmp_path: Path) -> None:
    """Over many blocks, with short names and several places under one."""
    places = [
        (f"Ort {chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}", n)
        for n in range(3000)
    ]
    made = [
        (name, Place(name, "DE", f"Land {n % 7}", "", "", ((str(n), str(n)),), 1024.0))
        for name, n in places
    ]
    write_places(tmp_path / "t.places", [*made, ("Kurz", made[5][1])], sources=[])
    table = read_places(tmp_path / "t.places")
    assert all(table.find(name.upper()) == (place,) for name, place in made)
    assert table.find("kurz") == (made[5][1],)
    assert table.facts["names"] == 3001
    assert [path.name for path in tmp_path.iterdir()] == ["t.places"]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120))
def test_no_text_raises(name: str) -> None:
    """A look-up takes any text, and all that it finds has the key of the name."""
    for place in load_places().find(name):
        assert place.country
        assert place_key(place.name)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda packed: packed[:-1] + bytes([packed[-1] ^ 1]), "is damaged"),
        (lambda packed: b"hello\n", "is no table of places"),
        (lambda packed: b"[]\n", "is no table of places"),
        (lambda packed: packed.replace(b'"version": 1', b'"version": 9', 1), "has version 9"),
    ],
)
def test_a_damaged_table_is_refused(change: object, message: str) -> None:
    """The header is checked, and what follows it by its digest."""
    assert callable(change)
    with pytest.raises(PlacesError, match=f"t {message}"):
        PlaceTable(change(SHIPPED.read_bytes()), "t")


def test_the_header_can_be_read_without_this_package() -> None:
    """One line of JSON with version, digest, counts and sources."""
    facts = json.loads(SHIPPED.read_bytes().partition(b"\n")[0])
    assert facts["version"] == 1
    assert facts["places"] > 200_000
    assert facts["countries"] > 100
