"""The world tables as the composer reads them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from postwright.corpus.compose import Lexicon
from postwright.corpus.compose.tables import groups_of, read_region_names


def test_a_format_without_a_region_gets_one_behind_the_town() -> None:
    """The slots that a format leaves out come at the usual places."""
    groups = groups_of("%N%n%O%n%A%n%Z %C")
    assert groups[-1] == ("region",)
    assert ("postcode", "locality", "cedex") in groups


def test_english_regions_keep_their_english_names(tmp_path: Path) -> None:
    """The machine-made native names of English-speaking countries are not believed."""
    heads = "country\tiso3166_2\tcode\tname\tnative\ttype\tlevel\n"
    rows = heads + "US\tUS-OK\tOK\tOklahoma\tOklahola\t\t\n"
    (tmp_path / "regions.tsv.gz").write_bytes(gzip.compress(rows.encode()))
    assert read_region_names(tmp_path) == {"US": ("Oklahoma",)}


def test_venues_are_added_by_country() -> None:
    """`with_venues` fills one country's list and leaves the lexicon as it was."""
    plain = Lexicon({})
    richer = plain.with_venues({"US": ["Joe's Diner"]})
    assert richer.kit("US").venues == ("Joe's Diner",)
    assert plain.kit("US").venues == ()


@pytest.mark.data
def test_the_lexicon_loads_from_the_data_folder(data_dir: Path) -> None:
    """Names, codes, samples and formats of a country are there."""
    kit = Lexicon.load(data_dir, ["US", "FR"]).kit("US")
    assert kit.region_codes["texas"] == "TX"
    assert kit.region_by_code["OK"] == "Oklahoma"
    assert len(kit.places) > 100
    assert len(kit.streets) > 100
    assert kit.iso3 == "USA"
    assert ("locality", "cedex", "region", "postcode") in kit.native
