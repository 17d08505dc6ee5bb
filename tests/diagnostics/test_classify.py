"""Every class of mistakes on real lines, the classic ones among them."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from golden_cases import Surfaces, found
from hypothesis import given
from hypothesis import strategies as st

from postwright.diagnostics.classes import ERROR_CLASSES, Mistake
from postwright.diagnostics.classify import mistakes_of
from postwright.diagnostics.matching import match_row
from postwright.golden.placement import place_surfaces
from postwright.golden.records import LabelledSpan
from postwright.labels import FULL


class Case(NamedTuple):
    """A line, its golden surfaces, what was predicted, and what that is."""

    error_class: str
    tag: str
    kinds: str  # missing, wrong, or both of the class
    raw: str
    gold: Surfaces
    predicted: tuple[tuple[str, str], ...]
    rule: str = "folded"


JASMIN = "22 Rue Jasmin, 47110 Sainte-Livrade"
JASMIN_TAGS: Surfaces = {
    "house_number": ["22"],
    "street": ["Rue Jasmin"],
    "postcode": ["47110"],
    "locality": ["Sainte-Livrade"],
}
HACHIKO = "東京都渋谷区 150-0002"
HACHIKO_TAGS: Surfaces = {"region": ["東京都"], "locality": ["渋谷区"], "postcode": ["150-0002"]}

CASES = [
    Case("empty_pred", "postcode", "missing", "Paris 75008",
         {"locality": ["Paris"], "postcode": ["75008"]}, (("locality", "Paris"),)),
    Case("empty_pred", "locality", "missing", JASMIN, JASMIN_TAGS,
         (("house_number", "22"), ("street", "Rue Jasmin"), ("postcode", "47110"))),
    Case("empty_pred", "street", "missing", "Elm St", {"street": ["Elm St"]},
         (("venue", "Elm St"),)),
    Case("empty_pred", "region", "missing", HACHIKO, HACHIKO_TAGS,
         (("locality", "渋谷区"), ("postcode", "150-0002"))),
    Case("non_latin", "locality", "missing wrong", HACHIKO, HACHIKO_TAGS,
         (("region", "東京都"), ("locality", "渋谷"), ("postcode", "150-0002"))),
    Case("non_latin", "street", "missing wrong", "улица Ленина 5, Москва",
         {"street": ["улица Ленина"], "house_number": ["5"], "locality": ["Москва"]},
         (("street", "Ленина"), ("house_number", "5"), ("locality", "Москва"))),
    Case("non_latin", "locality", "missing wrong", "Ερμού 5, Αθήνα Athens",
         {"street": ["Ερμού"], "house_number": ["5"], "locality": ["Αθήνα"]},
         (("street", "Ερμού"), ("house_number", "5"), ("locality", "Athens"))),
    Case("num_confused", "postcode", "missing wrong", JASMIN, JASMIN_TAGS,
         (("postcode", "22"), ("street", "Rue Jasmin"), ("locality", "Sainte-Livrade"))),
    Case("num_confused", "house_number", "missing wrong", "Calle Mayor 7, 28013 Madrid",
         {"street": ["Calle Mayor"], "house_number": ["7"], "postcode": ["28013"],
          "locality": ["Madrid"]},
         (("street", "Calle Mayor"), ("house_number", "28013"), ("locality", "Madrid"))),
    Case("num_confused", "unit", "missing wrong", "12 Elm St Apt 4 Box 99",
         {"house_number": ["12"], "street": ["Elm St"], "unit": ["Apt 4"], "po_box": ["Box 99"]},
         (("house_number", "12"), ("street", "Elm St"), ("unit", "Box 99"))),
    Case("bio_slip", "postcode", "missing wrong", "LE TRÉPORT, 76470",
         {"locality": ["LE TRÉPORT"], "postcode": ["76470"]},
         (("locality", "LE TRÉPORT"), ("postcode", ", 7647"))),
    Case("bio_slip", "region", "missing wrong", "Cody, Wyoming, United States",
         {"locality": ["Cody"], "region": ["Wyoming"], "country": ["United States"]},
         (("locality", "Cody"), ("region", "yoming,"), ("country", "United States"))),
    Case("bio_slip", "locality", "missing wrong", "75001 (Paris)",
         {"postcode": ["75001"], "locality": ["Paris"]},
         (("postcode", "75001"), ("locality", "(Paris)")), "strict"),
    Case("boundary", "street", "missing wrong", "801 South Canal Street",
         {"house_number": ["801"], "street": ["South Canal Street"]},
         (("house_number", "801"), ("street", "Canal Street"))),
    Case("boundary", "locality", "missing wrong", "2616 20th Street South St Petersburg FL",
         {"house_number": ["2616"], "street": ["20th Street South"], "locality": ["St Petersburg"],
          "region": ["FL"]},
         (("house_number", "2616"), ("street", "20th Street South"),
          ("locality", "St Petersburg FL"))),
    Case("boundary", "house_number", "missing wrong", "2615 1/2 Gary Avenue",
         {"house_number": ["2615 1/2"], "street": ["Gary Avenue"]},
         (("house_number", "2615"), ("street", "Gary Avenue"))),
    Case("boundary", "street", "missing wrong", "us highway 19 n palm harbor",
         {"street": ["us highway 19 n"], "locality": ["palm harbor"]},
         (("street", "highway 19 n palm"), ("locality", "harbor"))),
    Case("tag_confused", "venue", "wrong", "400 Colony Square",
         {"house_number": ["400"], "street": ["Colony Square"]},
         (("house_number", "400"), ("venue", "Colony Square"))),
    Case("tag_confused", "region", "wrong", "22 Reade Street, NY, N.Y.",
         {"house_number": ["22"], "street": ["Reade Street"], "locality": ["NY"],
          "region": ["N.Y."]},
         (("house_number", "22"), ("street", "Reade Street"), ("region", "NY"),
          ("region", "N.Y."))),
    Case("tag_confused", "locality", "missing wrong", "Roma, Milano, Italia",
         {"locality": ["Roma"], "region": ["Milano"], "country": ["Italia"]},
         (("region", "Roma"), ("locality", "Milano"), ("country", "Italia"))),
    Case("case_only", "locality", "missing wrong", "Paris, 75001 PARIS",
         {"postcode": ["75001"], "locality": ["PARIS"]},
         (("locality", "Paris"), ("postcode", "75001")), "strict"),
    Case("case_only", "venue", "missing wrong", "ELYSEE 55 Rue Elysee",
         {"venue": ["ELYSEE"], "house_number": ["55"]},
         (("house_number", "55"), ("venue", "Elysee")), "strict"),
    Case("case_only", "street", "missing wrong", "Main St 4, main st",
         {"street": ["Main St"], "house_number": ["4"]},
         (("house_number", "4"), ("street", "main st")), "strict"),
    Case("duplicate", "locality", "wrong", "Paris, Rue X, Paris",
         {"street": ["Rue X"], "locality": ["Paris"]},
         (("locality", "Paris"), ("street", "Rue X"), ("locality", "Paris"))),
    Case("duplicate", "house_number", "wrong", "30 allen plaza, 30 ivan allen blvd",
         {"venue": ["allen plaza"], "house_number": ["30"], "street": ["ivan allen blvd"]},
         (("house_number", "30"), ("venue", "allen plaza"), ("house_number", "30"),
          ("street", "ivan allen blvd"))),
    Case("duplicate", "country", "missing", "Italia (ITALIA)", {"country": ["Italia", "ITALIA"]},
         (("country", "Italia"),)),
    Case("spurious", "country", "wrong", "4354 US 117 SOUTH",
         {"house_number": ["4354"], "street": ["US 117 SOUTH"]},
         (("house_number", "4354"), ("country", "US"), ("street", "117 SOUTH"))),
    Case("spurious", "house_number", "wrong", "call 555 1234", {}, (("house_number", "555"),)),
    Case("spurious", "unit", "wrong", "1400 Buford Hwy Bldg C-2",
         {"house_number": ["1400"], "street": ["Buford Hwy"], "building": ["Bldg C-2"]},
         (("house_number", "1400"), ("street", "Buford Hwy"), ("building", "Bldg C"),
          ("unit", "2"))),
    Case("other", "locality", "missing wrong", "Chicago, IL, Farmington",
         {"locality": ["Chicago"], "region": ["IL"]},
         (("region", "IL"), ("locality", "Farmington"))),
    Case("other", "street", "missing wrong", "3511 R Ravenswood",
         {"house_number": ["3511"], "street": ["Ravenswood"]},
         (("house_number", "3511"), ("street", "R"))),
    Case("other", "unit", "missing wrong", "4004 OCEAN FRONT APT A",
         {"house_number": ["4004"], "street": ["OCEAN FRONT"], "unit": ["APT A"]},
         (("house_number", "4004"), ("unit", "FRONT"))),
]  # fmt: skip


def mistakes(case: Case) -> tuple[Mistake, ...]:
    """All mistakes of a case."""
    gold = place_surfaces(case.raw, case.gold)
    predicted = found(case.raw, *case.predicted)
    return mistakes_of(match_row(case.raw, gold, predicted, label_set=FULL, rule=case.rule))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.error_class}: {case.raw}")
def test_a_mistake_falls_into_its_class(case: Case) -> None:
    """The tag's mistakes are of this class and of these kinds."""
    mine = [(one.kind, one.error_class) for one in mistakes(case) if one.tag == case.tag]
    assert [pair for pair in mine if pair[1] == case.error_class] == [
        (kind, case.error_class) for kind in case.kinds.split()
    ]


@pytest.mark.parametrize("error_class", ERROR_CLASSES)
def test_every_class_has_three_cases(error_class: str) -> None:
    """No class of the documented order goes untested."""
    assert sum(case.error_class == error_class for case in CASES) >= 3


@pytest.mark.parametrize(
    ("predicted", "detail"),
    [("South Canal Street C1S", "too long"), ("Canal Street", "too short"), ("Street C1S", "both")],
)
def test_a_boundary_says_which_way(predicted: str, detail: str) -> None:
    """Too long, too short, or both at once."""
    raw = "801 South Canal Street C1S"
    case = Case(
        "boundary", "street", "", raw, {"street": ["South Canal Street"]}, (("street", predicted),)
    )
    assert {one.detail for one in mistakes(case)} == {detail}


def test_a_confused_tag_names_the_tag_of_the_other_side() -> None:
    """The wrong span is held against the golden one of the same edges."""
    case = next(case for case in CASES if case.error_class == "tag_confused")
    (mistake,) = (one for one in mistakes(case) if one.kind == "wrong")
    assert (mistake.detail, mistake.gold) == ("street", (4, 17, "street"))


def test_an_accent_makes_no_letter_foreign() -> None:
    """The reference campaign counted accents as non-Latin; here they are Latin letters."""
    case = Case(
        "", "locality", "", "76470 LE TRÉPORT", {"locality": ["LE TRÉPORT"]},
        (("locality", "TRÉPORT"),),
    )  # fmt: skip
    assert {one.error_class for one in mistakes(case)} == {"boundary"}


RAW = "12 Main St, Main, 75001 東京 (Apt 4)"
words = [(0, 2), (3, 7), (8, 10), (12, 16), (18, 23), (24, 26), (28, 31), (32, 33)]
spans = st.lists(
    st.tuples(st.sampled_from(words), st.sampled_from(FULL.tags[:11])),
    max_size=6,
    unique_by=lambda pair: pair[0],
).map(lambda pairs: tuple(sorted((start, end, tag) for (start, end), tag in pairs)))


@given(spans, spans, st.sampled_from(["folded", "strict"]))
def test_every_fault_has_one_class(
    gold: tuple[LabelledSpan, ...], predicted: tuple[LabelledSpan, ...], rule: str
) -> None:
    """Missing and wrong spans each give one mistake, of a known class, with the span itself."""
    match = match_row(RAW, gold, predicted, label_set=FULL, rule=rule)
    all_mistakes = mistakes_of(match)
    assert sum(one.kind == "missing" for one in all_mistakes) == match.found.count(False)
    assert sum(one.kind == "wrong" for one in all_mistakes) == match.right.count(False)
    for one in all_mistakes:
        assert one.error_class in ERROR_CLASSES
        own = one.gold if one.kind == "missing" else one.predicted
        assert own is not None
        assert own[2] == one.tag
