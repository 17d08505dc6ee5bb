"""Words that no column accounts for, known by their form."""

from __future__ import annotations

import pytest

from postwright.corpus.leftovers import parts_of, place_tags
from postwright.corpus.place_names import PlaceNames

NAMES = PlaceNames(
    {
        "munhall": {"locality"},
        "pa": {"region"},
        "cork": {"locality", "subregion"},
        "birmingham": {"locality", "subregion"},
        "west midlands": {"subregion"},
        "kingstanding": {"dependent_locality"},
        "green lanes": {"dependent_locality", "street"},
        "new york": {"locality", "region"},
        "queens": {"locality"},
    }
)


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("GB", "23 HIGH STREET", "23 house_number|HIGH STREET street"),
        ("GB", "15 - 16 Leslie Smith Square", "15 - 16 house_number|Leslie Smith Square street"),
        ("IN", "11th Floor", "11th Floor level"),
        ("IN", "Room No. 11", "Room No. 11 unit"),
        ("IN", "Senapati Bapat Marg", "Senapati Bapat Marg street"),
        ("IN", "Ashok Nagar", "Ashok Nagar dependent_locality"),
        ("GB", "Tylney House", "Tylney House venue"),
        ("FR", "12 rue des Lois", "12 house_number|rue des Lois street"),
        ("AU", "2/37 Park Road", "2 unit|37 house_number|Park Road street"),
        ("GB", "2/37 Park Road", "2/37 house_number|Park Road street"),
        ("CA", "107-20120 64th Ave", "107 unit|20120 house_number|64th Ave street"),
        ("CA", "107-109 64th Ave", "107-109 house_number|64th Ave street"),
        ("US", "E. Walnut St NW", "E. Walnut St NW street"),
        (
            "US",
            "1300 MARTHA ST MUNHALL PA",
            "1300 house_number|MARTHA ST street|MUNHALL locality|PA region",
        ),
        (
            "GT",
            "4A. AVENIDA 12-44 ZONA 3",
            "4A. AVENIDA street|12-44 house_number|ZONA 3 dependent_locality",
        ),
        ("IE", "PO Box 19", "PO Box 19 po_box"),
    ],
)
def test_a_leftover_is_known_by_its_form(country: str, text: str, expected: str) -> None:
    """A designator, a number beside a street type, an area word."""
    parts = parts_of(text, country, NAMES)
    assert "|".join(f"{text[start:end]} {tag}" for start, end, tag in parts) == expected


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("GB", "Tullow"),
        ("GB", "54A Expressway Studios"),
        ("GB", "Kreidel 227 - 229 Hoxton Street"),  # a name and a number before the street
        ("GB", "165 167 NORTHDOWN ROAD"),
        ("AU", "Cnr Mostyn & Urquhart Street"),
        ("US", "266 BEECH STREET (SENIOR CENTER)"),
        ("US", "12 Elm St Nowhere PA"),
        ("IN", "Off Aarey Road"),
        ("GB", "c/o Baltimore House"),
        ("DE", "12 High Street"),
    ],
)
def test_what_is_doubtful_is_left_alone(country: str, text: str) -> None:
    """A wrong label costs more than a lost line."""
    assert parts_of(text, country, NAMES) == []


@pytest.mark.parametrize(
    ("country", "texts", "tags"),
    [
        ("GB", ["Kingstanding", "Birmingham"], ["dependent_locality", "locality"]),
        ("GB", ["Birmingham", "West Midlands"], ["locality", "subregion"]),
        ("IE", ["Cork", "Cork"], ["locality", "subregion"]),
        ("IE", ["Cork"], ["locality"]),
        ("US", ["New York"], ["locality"]),
        ("US", ["Queens", "New York"], ["locality", "region"]),
        ("GB", ["Green Lanes", "Birmingham"], None),  # a street by that name is known
        ("GB", ["Atlantis", "Birmingham"], None),
        ("GB", [], []),
    ],
)
def test_places_are_told_by_the_gazetteer_and_their_order(country, texts, tags) -> None:
    """Regions and counties last, the town before them, its parts before it."""
    assert place_tags(texts, country, NAMES) == tags
