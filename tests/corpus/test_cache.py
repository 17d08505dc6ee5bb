"""Sources that were read before come back as they were."""

from __future__ import annotations

import gzip
import os
from dataclasses import replace
from pathlib import Path

import pytest

from postwright.corpus.cache import cache_directory, read_entry, write_entry
from postwright.corpus.mixture import load_mixture
from postwright.corpus.sources import SourceReader


def records(mixture) -> dict[tuple[str, str], list[object]]:
    """All records of a mixture by source and country."""
    return {
        (stratum.source, stratum.country): [stratum.pool[at] for at in range(len(stratum.pool))]
        for stratum in mixture.strata
    }


@pytest.mark.parametrize("workers", [1, 3])
def test_the_cache_gives_what_the_files_give(recipe, small_data, workers, monkeypatch) -> None:
    """Records, shares and faults, read by one process or several, cached or not."""
    monkeypatch.setenv("POSTWRIGHT_CACHE", "")
    plain = load_mixture(recipe, small_data)
    monkeypatch.setenv("POSTWRIGHT_CACHE", str(small_data / "cache"))
    for _ in range(2):
        cached = load_mixture(recipe, small_data, workers=workers)
        assert records(cached) == records(plain)
        assert [s.share for s in cached.strata] == [s.share for s in plain.strata]
        assert cached.faults == plain.faults


def test_a_second_load_reads_no_table(recipe, small_data, own_cache) -> None:
    """The files may even be of no use: only their names, sizes and times are looked at."""
    path = small_data / "places" / "US" / "streets.tsv.gz"
    stat = path.stat()
    expected = records(load_mixture(recipe, small_data))
    path.write_bytes(b"x" * stat.st_size)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert records(load_mixture(recipe, small_data)) == expected


def test_a_changed_file_or_setting_is_read_anew(recipe, small_data, write_table) -> None:
    """An entry is never out of date."""
    load_mixture(recipe, small_data)
    write_table("places/US/streets.tsv.gz", ("street", "locality"), ["Elm St\tTown 1"] * 9)
    columns = ("street", "locality", "dependent_locality", "subregion", "region", "postcode")
    rows = [{"street": "Elm St", "locality": f"Town {n}"} for n in range(40)]
    write_table("places/US/streets.tsv.gz", columns, rows)
    towns = {
        pool.fields["locality"]
        for pool in records(load_mixture(recipe, small_data))["streets", "US"]
    }
    assert 30 < len(towns) <= 40
    assert "Town 0" in towns
    dev = load_mixture(replace(recipe, split="dev"), small_data)
    assert not towns & {pool.fields["locality"] for pool in records(dev).get(("streets", "US"), [])}


def test_a_weight_does_not_change_what_is_read(recipe, small_data, own_cache) -> None:
    """Trying mixtures costs nothing."""
    load_mixture(recipe, small_data)
    before = {path.name for path in (own_cache / "corpus").iterdir()}
    sources = {
        name: replace(source, weight=2 * source.weight) for name, source in recipe.sources.items()
    }
    load_mixture(replace(recipe, sources=sources, seed=9), small_data)
    assert {path.name for path in (own_cache / "corpus").iterdir()} == before


def test_a_damaged_entry_is_no_entry(recipe, small_data, tmp_path) -> None:
    """It is read from the files again."""
    found = SourceReader(recipe, small_data).read("streets")
    entry = tmp_path / "cache" / "streets-0123"
    write_entry(entry, found)
    opened = read_entry(entry)
    assert opened is not None
    assert list(opened.pools) == list(found.pools)
    (entry / "0.bytes").write_bytes(b"short")
    assert read_entry(entry) is None
    assert read_entry(tmp_path / "none") is None


def test_old_entries_of_a_source_go(recipe, small_data, tmp_path) -> None:
    """Each change of the program or of the data would leave one otherwise."""
    found = SourceReader(recipe, small_data).read("manual")
    for number in range(7):
        write_entry(tmp_path / "cache" / f"manual-{number}", found)
    write_entry(tmp_path / "cache" / "other-0", found)
    names = sorted(path.name for path in (tmp_path / "cache").iterdir())
    assert names == ["manual-3", "manual-4", "manual-5", "manual-6", "other-0"]


def test_a_folder_that_cannot_be_written_stops_nothing(recipe, small_data, monkeypatch) -> None:
    """Here it is a file."""
    monkeypatch.setenv("POSTWRIGHT_CACHE", str(small_data / "tokenizer.model"))
    for workers in (1, 2):
        assert records(load_mixture(recipe, small_data, workers=workers))


def test_the_cache_lies_where_the_user_s_caches_lie(monkeypatch) -> None:
    """Unless it is put elsewhere, or switched off."""
    monkeypatch.setenv("POSTWRIGHT_CACHE", "")
    assert cache_directory() is None
    monkeypatch.delenv("POSTWRIGHT_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache_directory() == Path("/somewhere/postwright")


def test_an_empty_source_is_kept_too(recipe, small_data, write_table) -> None:
    """A file without rows of the split is not read every time."""
    path = small_data / "places" / "US" / "streets.tsv.gz"
    path.write_bytes(gzip.compress(b"street\tlocality\tdependent_locality\tsubregion\tregion"
                                   b"\tpostcode\n"))  # fmt: skip
    dev = replace(recipe, split="dev")
    assert ("streets", "US") not in records(load_mixture(dev, small_data))
    assert ("streets", "US") not in records(load_mixture(dev, small_data))
