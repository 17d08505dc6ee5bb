"""The table before a build: draws by source, country and written form."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from postwright.corpus.draws import DrawTables, draw_tables
from postwright.corpus.mixture import load_mixture
from postwright.corpus.records import Row


@pytest.fixture
def rows(recipe, make_maker) -> list[Row]:
    """All rows of the small recipe."""
    return list(make_maker(recipe).rows(range(recipe.rows), Counter()))


@pytest.fixture
def draws(recipe, make_maker, rows) -> DrawTables:
    """What ten thousand draws of it come to."""
    return draw_tables(make_maker(recipe).mixture, rows, 10_000)


def test_sources_and_countries_follow_the_weights(draws) -> None:
    """The largest first; shares add up to 1."""
    assert {line.name: pytest.approx(line.share) for line in draws.sources} == {
        "streets": 0.4,
        "localities": 0.2,
        "written": 0.2,
        "manual": 0.2,
    }
    for lines in (draws.sources, draws.countries):
        assert sum(line.share for line in lines) == pytest.approx(1)
        assert sum(line.draws for line in lines) == pytest.approx(10_000)


def test_forms_are_counted_in_the_rows(draws, rows) -> None:
    """A row that has a form twice counts once."""
    assert draws.sampled == len(rows)
    counts = Counter(form for row in rows for form in set(row.forms))
    assert {line.name: line.share for line in draws.forms} == {
        form: pytest.approx(count / len(rows)) for form, count in counts.items()
    }


def test_labels_of_a_form_are_those_of_its_rows(draws, rows) -> None:
    """Shares of the labelled spans, the largest first."""
    tags = Counter(tag for row in rows if "as-written" in row.forms for _, _, tag in row.spans)
    [line] = [line for line in draws.forms if line.name == "as-written"]
    assert line.labels == {tag: pytest.approx(n / tags.total()) for tag, n in tags.items()}
    assert list(line.labels.values()) == sorted(line.labels.values(), reverse=True)


def test_repeats_are_draws_for_each_record(draws, make_maker, recipe) -> None:
    """Of a source: its records; of a form: those of the sources and countries that gave it."""
    available = Counter[str]()
    for stratum in make_maker(recipe).mixture.strata:
        available[stratum.source] += len(stratum.pool)
    for line in draws.sources:
        assert line.repeats == pytest.approx(line.draws / available[line.name])
    [written] = [line for line in draws.forms if line.name == "as-written"]
    records = available["written"] + available["manual"]
    assert written.repeats == pytest.approx(written.draws / records)


def test_a_source_over_two_fifths_is_warned_about(recipe, small_data) -> None:
    """At 40 % it is not."""
    assert not any("streets is" in text for text in load_mixture(recipe, small_data).warnings(10))
    more = replace(recipe.sources["streets"], weight=0.41)
    heavy = replace(recipe, sources={**recipe.sources, "streets": more})
    assert load_mixture(heavy, small_data).warnings(10)[0].startswith("streets is 41%")
