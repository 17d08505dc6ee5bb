"""What never reaches a training shard."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from postwright.corpus.exclusion import HeldOut, SplitFilter
from postwright.errors import CorpusError
from postwright.golden.usaddress_manual import evaluation_rows, training_rows
from postwright.splits import split_of


def test_lines_of_the_list_and_judged_rows_are_held_out(small_data: Path) -> None:
    """Also in other letter case and punctuation."""
    held_out = HeldOut(small_data)
    assert held_out.holds("3  ELM ST. barre, vt")
    assert not held_out.holds("33 Elm St, Barre VT")
    assert all(held_out.holds(row.raw) for row in evaluation_rows(small_data))
    assert not any(held_out.holds(row.raw) for row in training_rows(small_data))


def test_a_missing_list_stops_the_build(tmp_path: Path) -> None:
    """Without the list nothing may be built."""
    with pytest.raises(CorpusError, match="hold-out list"):
        HeldOut(tmp_path)


@pytest.mark.parametrize("split", ["train", "dev", "test"])
def test_the_filter_says_what_the_split_function_says(split) -> None:
    """It only remembers; small towns, large towns and streets without a town."""
    kept = SplitFilter(split)
    places = [("US", f"Town {n}") for n in range(200)] + [("US", "New York"), ("FR", "")]
    for country, locality in places:
        for street in ("", "Elm St", "Rue Haute", "5th Ave", "Oak St"):
            expected = split_of(country, locality, street) == split
            assert kept.keeps(country, locality, street) == expected


def test_no_row_of_a_held_out_place_is_made(recipe, make_maker) -> None:
    """Whatever is drawn, paired or borrowed, a training row is of the training split."""
    dropped: Counter[str] = Counter()
    rows = list(make_maker(recipe).rows(range(900), dropped))
    kept = SplitFilter("train")
    towns = {
        (row.country, row.raw[start:end])
        for row in rows
        for start, end, tag in row.spans
        if tag == "locality" and row.source in ("written", "manual")
    }
    assert towns == {("US", "Barre")}
    assert all(kept.keeps(country, town) for country, town in towns)
    assert dropped["on the hold-out list"] > 0
    assert not any(HeldOut(recipe.licences.parent).holds(row.raw) for row in rows)


def test_sources_of_a_validation_corpus_hold_only_places_of_its_split(recipe, make_maker) -> None:
    """`split = "dev"` reads the dev places, and none that a training corpus reads."""
    pools = {}
    for split in ("train", "dev"):
        mixture = make_maker(replace(recipe, split=split, sources=_places(recipe))).mixture
        pools[split] = {
            stratum.pool[at].fields["locality"]
            for stratum in mixture.strata
            for at in range(len(stratum.pool))
        }
        assert {split_of("US", town) for town in pools[split]} == {split}
    assert not pools["train"] & pools["dev"]


def _places(recipe):
    """Only the source of streets, and of it the US."""
    streets = recipe.sources["streets"]
    return {"streets": replace(streets, files=("places/US/streets.tsv.gz",), countries={})}
