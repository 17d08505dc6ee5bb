"""OpenStreetMap ``addr:*`` tags, of GeoJSON or of an OSM file itself.

Input: GeoJSON whose properties are the tags (``osmium export -f geojsonseq``, one feature a line;
or a collection), or ``.osm``, ``.osm.pbf`` (a Geofabrik extract), which needs the package
``osmium``. The country is the recipe's ``country``, or the tag ``addr:country``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from postwright.corpus.faults import Faults
from postwright.corpus.readers.features import geojson_properties
from postwright.corpus.readers.format import Fields, Format, ReadOptions

__all__ = ["OSM_ADDRESSES"]

#: The first tag of each list that is there gives the field.
_TAGS = {
    "venue": ("name", "addr:housename"),
    "house_number": ("addr:housenumber",),
    "street": ("addr:street",),
    "unit": ("addr:unit",),
    "dependent_locality": ("addr:suburb", "addr:quarter", "addr:neighbourhood", "addr:place"),
    "locality": ("addr:city", "addr:town", "addr:village", "addr:hamlet"),
    "subregion": ("addr:county", "addr:district"),
    "region": ("addr:state", "addr:province"),
    "postcode": ("addr:postcode",),
}
_NEEDED = frozenset({"street", "house_number"})
_SEVERAL = ";"  # what joins several values of one tag


def _read(path: Path, options: ReadOptions, faults: Faults) -> Iterator[tuple[str, Fields]]:
    is_osm = path.name.endswith((".osm", ".pbf", ".osm.gz", ".osm.bz2"))
    for tags in _osm_tags(path, faults) if is_osm else _geojson_tags(path, faults):
        fields = _fields(tags)
        country = options.country or str(tags.get("addr:country", "")).upper()
        if fields.keys() >= _NEEDED and len(country) == 2:
            yield country, fields
        elif fields.keys() >= _NEEDED:
            faults.set_aside(str(path), "no country: state `country`")


def _geojson_tags(path: Path, faults: Faults) -> Iterator[Mapping[str, Any]]:
    for _, properties in geojson_properties(path, faults):
        yield properties


def _osm_tags(path: Path, faults: Faults) -> Iterator[Mapping[str, Any]]:
    """The tags of every object with an address, through `osmium`."""
    try:
        import osmium
    except ImportError:
        reason = "needs the package `osmium` (pip install osmium), or export it as GeoJSON"
        faults.refuse(str(path), 1, reason)
        return
    try:
        for entity in osmium.FileProcessor(str(path)).with_filter(
            osmium.filter.KeyFilter("addr:housenumber")
        ):
            faults.accept(str(path))
            yield {tag.k: tag.v for tag in entity.tags}
    except RuntimeError as error:  # what osmium raises for a damaged file
        faults.refuse(str(path), faults.accepted[str(path)] + 1, f"the file breaks off: {error}")


def _fields(tags: Mapping[str, Any]) -> Fields:
    """The fields of some tags; one of several values is no value."""
    fields = {}
    for field, names in _TAGS.items():
        value = next((str(tags[name]).strip() for name in names if tags.get(name)), "")
        if value and _SEVERAL not in value:
            fields[field] = value
    return fields


OSM_ADDRESSES = Format(
    "osm_addresses",
    _read,
    licence="ODbL 1.0 (OpenStreetMap contributors)",
    get="https://download.geofabrik.de/, an .osm.pbf file",
)
