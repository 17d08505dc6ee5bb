"""Recipients, crossings, several venues, and texts that are no address."""

from __future__ import annotations

import re

import pytest
from compose_samples import values, write

from postwright.corpus.records import Row

SEEDS = range(150)


@pytest.mark.parametrize(
    ("country", "pattern"),
    [
        (
            "US",
            r"^(Attn|ATTN|Attention|ATTENTION|FAO|fao|attn|Att|ATT)\W+(Billing|Payroll|Reception)",
        ),
        ("AU", r"^[Cc]/- [A-Z]"),
        ("DE", r"^z\. ?Hd?\.? (Buchhaltung|Schulleitung|Hausverwaltung)$"),
        ("FR", r"^[Àà] l'att(ention|\.) de la (comptabilité|direction)$"),
        ("ES", r"^A/A (Administración|Contabilidad|Dirección|Departamento de Compras)$"),
        ("NL", r"^[Tt]\.a\.v\. (Administratie|Directie|Crediteurenadministratie)$"),
    ],
)
def test_recipients_are_persons_departments_and_businesses(country: str, pattern: str) -> None:
    """The span holds the marker and the whole recipient."""
    spans = [
        text for seed in SEEDS for text in values(write(country, seed, attention=1.0), "attention")
    ]
    assert len(spans) == len(SEEDS)
    assert any(re.search(pattern, text) for text in spans), sorted(set(spans))[:20]


def test_a_street_between_two_others_has_two_crossings() -> None:
    """`Main St between Elm St and Oak St`; alone, `between A and B` has one."""
    rows = [write("US", seed, intersection=1.0, intersection_between=1.0) for seed in SEEDS]
    assert {len(values(row, "cross_street")) for row in rows} == {1, 2}
    for row in rows:
        assert all("between" not in text for text in _texts(row))


def test_a_shared_type_stands_at_the_second_street() -> None:
    """`NW Main & Lincoln Avenues`, `NW Main and Elm`."""
    rows = [write("US", seed, intersection=1.0, intersection_short=1.0) for seed in SEEDS]
    assert all(values(row, "street") == ["NW Main"] for row in rows)
    assert any(values(row, "cross_street")[0].endswith("Avenues") for row in rows)


def test_two_venues_are_two_spans() -> None:
    """A department beside its house, joined as the lines of the row are."""
    fields = {"venue": "Joe's Diner"}
    rows = [
        write("US", seed, fields=fields, venue_kept=1.0, second_venue=1.0, newline=1.0)
        for seed in SEEDS
    ]
    assert all(len(values(row, "venue")) == 2 for row in rows)
    assert all(row.raw.count("\n") >= 3 for row in rows)


def test_what_is_no_address_has_no_span_and_no_country() -> None:
    """Every word is `O`, and no place-holder is left."""
    rows = [write("DE", seed, no_address=1.0) for seed in range(600)]
    assert all(row.spans == () and row.country == "" for row in rows)
    assert not any(re.search(r"\{[a-z]\}", row.raw) for row in rows)
    assert len({row.raw for row in rows}) > 400


@pytest.mark.parametrize(
    ("country", "form", "pattern"),
    [
        ("ES", "phone", r"(fono|Fono|cel|Cel|tlf|Tlf|Tel|tel|Tfno|Teléfono|Móvil)"),
        ("DE", "label", r"^(?i:rechnungsadresse|treffpunkt|lieferadresse)"),
        ("DE", "note", r"\(Mo-Fr \d-\d\d Uhr\)$"),
        ("FR", "order_number", r"^Commande n° \d+ : "),
        ("JP", "label", r"^(住所：|お届け先：|本社 )"),
    ],
)
def test_noise_is_in_the_language_of_the_row(country: str, form: str, pattern: str) -> None:
    """Labels, telephone words, remarks and order numbers, outside of every span."""
    odds = {form: 1.0}
    rows = [write(country, seed, fields=None, **odds) for seed in SEEDS]
    shown = [row for row in rows if re.search(pattern, row.raw)]
    assert shown, sorted({row.raw for row in rows})[:10]
    for row in shown:
        match = re.search(pattern, row.raw)
        assert match
        assert all(end <= match.start() or start >= match.end() for start, end, _ in row.spans)


def test_ships_receive_mail_at_fleet_post_offices() -> None:
    """`USS Lincoln, FPO AP 96691`: the ship is a venue."""
    rows = [write("US", seed, military=1.0, venue_kept=1.0) for seed in SEEDS]
    ships = [row for row in rows if "USS " in row.raw]
    assert ships
    assert all(values(row, "venue")[0].startswith("USS ") for row in ships)


@pytest.mark.parametrize(
    ("country", "pattern"),
    [
        ("US", r"(near|opposite|behind|next to) the (church|station|library|hospital)"),
        ("IN", r"\b(near|opp\.?|behind) \w+ (Bank|Temple|School|Chowk)"),
        ("FR", r"en face de la (gare|mairie|poste)"),
        ("DE", r"gegenüber dem Rathaus"),
        ("ES", r"frente a la (iglesia|plaza|farmacia)"),
        ("TR", r"(cami|eczane|okul) (yanı|karşısı|arkası)"),
    ],
)
def test_landmarks_are_no_part_of_the_address(country: str, pattern: str) -> None:
    """Marker and thing stand beside the street or the quarter, outside of every span."""
    rows = [write(country, seed, landmark=1.0, composed_number=1.0) for seed in range(600)]
    shown = [(row, match) for row in rows if (match := re.search(pattern, row.raw))]
    assert shown, sorted({row.raw for row in rows})[:10]
    for row, match in shown:
        assert all(end <= match.start() or start >= match.end() for start, end, _ in row.spans)


def test_a_state_written_twice_is_two_regions() -> None:
    """`Austin TX, TX 75001`: the town's span ends before the first."""
    for seed in range(20):
        row = write("US", seed, region_twice=1.0, region_code=1.0)
        assert values(row, "locality") == ["Austin"]
        assert [text.upper() for text in values(row, "region")] == ["TX", "TX"]


def test_a_street_called_after_two_things_is_one_street() -> None:
    """`12 Blue and Gold Dr` has no second street."""
    for seed in range(40):
        row = write("US", seed, street_joined=1.0, composed_number=1.0)
        assert not values(row, "cross_street")
        assert re.search(r" (and|And|&|at) ", values(row, "street")[0])


def test_quebec_stands_in_brackets_behind_its_town() -> None:
    """`Main Street, Ottawa (Québec) K1A 0B1`, without a comma before the bracket."""
    row = write("CA", 1, fields={"region": "Québec"}, region_in_brackets=1.0)
    assert "Ottawa (Québec)" in row.raw
    assert values(row, "region") == ["Québec"]


def test_a_bare_slash_never_joins_two_numbers() -> None:
    """`Calle Mayor 12 / 28901 Getafe`, not `12/28901`, which would be one number."""
    rows = [write("ES", seed, slash=1.0, composed_number=1.0) for seed in range(80)]
    assert all(" / 28901" in row.raw for row in rows)
    assert any("/Austin" in write("US", seed, slash=1.0).raw for seed in range(20))


@pytest.mark.parametrize(
    ("country", "form", "pattern", "tag"),
    [
        ("FR", "number_range", r"^\d+ et \d+$", "house_number"),
        ("US", "number_range", r"^\d+ & \d+$", "house_number"),
        ("US", "several_typos", r"^(?!Suite|Apartment)(S\w+te|Ap\w+nt) \w+$", "unit"),
    ],
)
def test_numbers_in_words_and_mistyped_units_are_whole_spans(
    country: str, form: str, pattern: str, tag: str
) -> None:
    """`12 et 14` is one house number, `Suute 200` still a unit."""
    odds = {form: 1.0, "unit": 1.0}
    rows = [write(country, seed, composed_number=1.0, **odds) for seed in range(400)]
    assert any(re.search(pattern, text) for row in rows for text in values(row, tag))


def _texts(row: Row) -> list[str]:
    """The texts of all spans."""
    return [row.raw[start:end] for start, end, _ in row.spans]
