"""Findings of two made-up models on a dozen rows, made by the real diagnosis, and their page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from postwright.diagnostics.compare import Findings
from postwright.diagnostics.evaluation import Judged, judge
from postwright.diagnostics.findings import diagnose
from postwright.diagnostics.report import write_report
from postwright.diagnostics.results import Prediction
from postwright.golden import GoldenRow

#: What a browser would run if a row's text ever came onto the page as markup.
ATTACK = "</script><script>document.title = 'run'</script><img src=x onerror=alert(1)> 5 Elm St"

Tags = Mapping[str, str]

#: Raw text, country, slices; then what gold, model A and model B say: tag → surface.
CASES: Sequence[tuple[str, str, tuple[str, ...], Tags, Tags, Tags]] = [
    # A broke what B had right.
    (
        "Paris 75008",
        "FR",
        ("order",),
        {"locality": "Paris", "postcode": "75008"},
        {"locality": "Paris"},
        {"locality": "Paris", "postcode": "75008"},
    ),
    (
        "22 Rue Jasmin, 47110 Sainte-Livrade",
        "FR",
        ("order",),
        {"house_number": "22", "street": "Rue Jasmin", "postcode": "47110"},
        {"street": "Rue Jasmin", "postcode": "22"},
        {"house_number": "22", "street": "Rue Jasmin", "postcode": "47110"},
    ),
    # A mended what B had wrong.
    (
        "350 5th Ave, New York, NY 10118",
        "US",
        ("commas",),
        {"house_number": "350", "street": "5th Ave", "locality": "New York", "region": "NY"},
        {"house_number": "350", "street": "5th Ave", "locality": "New York", "region": "NY"},
        {"house_number": "350", "street": "5th Ave, New York", "region": "NY"},
    ),
    # Wrong in both.
    (
        ATTACK,
        "US",
        ("noise <b>prefix</b>", "adversarial"),
        {"house_number": "5", "street": "Elm St"},
        {"house_number": "5", "venue": "img", "street": "Elm"},
        {"house_number": "5", "venue": "img"},
    ),
    (
        "😀😀 東京都千代田区丸の内1-9-1",
        "JP",
        ("non-latin",),
        {"region": "東京都", "locality": "千代田区", "house_number": "1-9-1"},
        {"region": "東京都", "house_number": "1-9-1"},
        {"region": "東京都", "house_number": "1-9-1"},
    ),
    # Right in both.
    (
        "Hauptstr. 5, 10115 Berlin",
        "DE",
        ("order",),
        {"street": "Hauptstr", "house_number": "5", "postcode": "10115", "locality": "Berlin"},
        {"street": "Hauptstr", "house_number": "5", "postcode": "10115", "locality": "Berlin"},
        {"street": "Hauptstr", "house_number": "5", "postcode": "10115", "locality": "Berlin"},
    ),
]


def spans(raw: str, tags: Tags) -> tuple[tuple[int, int, str], ...]:
    """Where the last occurrence of each surface stands."""
    places = ((raw.rindex(surface), tag, surface) for tag, surface in tags.items())
    return tuple(sorted((at, at + len(surface), tag) for at, tag, surface in places))


def judged(name: str, side: int) -> Judged:
    """A made-up model whose answers stand in one column of the cases."""
    rows = [
        GoldenRow(f"case:{number}", raw, spans(raw, gold), country=country, slices=slices)
        for number, (raw, country, slices, gold, *_) in enumerate(CASES)
    ]
    answers = [spans(case[0], case[side]) for case in CASES]
    said = [
        Prediction(spans=each, probabilities=tuple(0.55 + 0.05 * n for n in range(len(each))))
        for each in answers
    ]
    return judge(name, rows, said)


@pytest.fixture(scope="session")
def compared() -> Findings:
    """Model A against its baseline B."""
    return diagnose(judged("model A", 4), judged("model <B>", 5), golden="cases", resamples=200)


@pytest.fixture(scope="session")
def alone() -> Findings:
    """Model A without a baseline."""
    return diagnose(judged("model A", 4), golden="cases", resamples=200)


@pytest.fixture(scope="session")
def page(compared: Findings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the comparison."""
    path = tmp_path_factory.mktemp("report") / "out.html"
    write_report(compared, path)
    return path


@pytest.fixture(scope="session")
def attack() -> str:
    """The raw text of the row that tries to run something."""
    return ATTACK
