"""OpenStreetMap addresses: from GeoJSON, and from an OSM file where `osmium` is there."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from postwright.corpus.faults import Faults
from postwright.corpus.readers.format import ReadOptions
from postwright.corpus.readers.osm import OSM_ADDRESSES

TAGS = {
    "name": "Café Central",
    "amenity": "cafe",
    "addr:housenumber": "14",
    "addr:street": "Herrengasse",
    "addr:suburb": "Innere Stadt",
    "addr:city": "Wien",
    "addr:postcode": "1010",
    "addr:country": "AT",
}
FIELDS = {
    "venue": "Café Central",
    "house_number": "14",
    "street": "Herrengasse",
    "dependent_locality": "Innere Stadt",
    "locality": "Wien",
    "postcode": "1010",
}


def feature(tags: dict[str, str]) -> dict[str, object]:
    """A GeoJSON feature of an object's tags."""
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [16.4, 48.2]},
        "properties": tags,
    }


def write_collection(folder: Path) -> Path:
    """One feature collection."""
    path = folder / "wien.geojson"
    collection = {"type": "FeatureCollection", "features": [feature(TAGS)]}
    path.write_text(json.dumps(collection, indent=1), encoding="utf-8")
    return path


def write_sequence(folder: Path) -> Path:
    """A text sequence as `osmium export` writes it, gzipped."""
    path = folder / "wien.geojsonseq.gz"
    path.write_bytes(gzip.compress(b"\x1e" + json.dumps(feature(TAGS)).encode() + b"\n\n"))
    return path


@pytest.mark.parametrize("write", [write_collection, write_sequence])
def test_tags_become_fields(tmp_path, write) -> None:
    """The name of a place with an address is a venue."""
    found = list(OSM_ADDRESSES.read(write(tmp_path), ReadOptions(), Faults()))
    assert found == [("AT", FIELDS)]


@pytest.mark.parametrize("suffix", [".osm", ".osm.pbf"])
def test_an_extract_is_read_through_osmium(tmp_path, suffix) -> None:
    """Objects without an address are passed over."""
    osmium = pytest.importorskip("osmium", reason="needs osmium")
    path = tmp_path / f"wien{suffix}"
    with osmium.SimpleWriter(str(path)) as writer:
        for number, tags in enumerate([TAGS, {"amenity": "bench"}], start=1):
            node = osmium.osm.mutable.Node(id=number, location=(16.4, 48.2), tags=tags)
            writer.add_node(node)
    assert list(OSM_ADDRESSES.read(path, ReadOptions(), Faults())) == [("AT", FIELDS)]


def test_the_recipe_states_the_country_of_an_extract(tmp_path) -> None:
    """Most objects do not say it themselves."""
    path, faults = tmp_path / "a.geojsonl", Faults()
    tags = {name: value for name, value in TAGS.items() if name != "addr:country"}
    path.write_text(json.dumps(feature(tags)), encoding="utf-8")
    assert list(OSM_ADDRESSES.read(path, ReadOptions(), faults)) == []
    assert faults.reasons[str(path), "no country: state `country`"] == 1
    [(country, _)] = OSM_ADDRESSES.read(path, ReadOptions(country="AT"), Faults())
    assert country == "AT"


def test_a_tag_with_several_values_is_left_out(tmp_path) -> None:
    """`12;14` is not a house number that anybody writes."""
    path = tmp_path / "a.geojsonl"
    path.write_text(json.dumps(feature(TAGS | {"addr:postcode": "1010;1020"})), encoding="utf-8")
    [(_, fields)] = OSM_ADDRESSES.read(path, ReadOptions(), Faults())
    assert "postcode" not in fields


@pytest.mark.parametrize("line", ["{", "[1]", '{"type": "Feature"}', '{"features": [3]}'])
def test_what_is_no_feature_is_refused_with_its_row(tmp_path, line) -> None:
    """And the next line is read."""
    path, faults = tmp_path / "a.geojsonl", Faults()
    path.write_text(f"{line}\n{json.dumps(feature(TAGS))}\n", encoding="utf-8")
    assert len(list(OSM_ADDRESSES.read(path, ReadOptions(), faults))) == 1
    assert [fault.line for fault in faults.examples] == [1]
