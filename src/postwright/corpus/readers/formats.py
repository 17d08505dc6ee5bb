"""The public formats by the name that a recipe calls them."""

from __future__ import annotations

from postwright.corpus.readers.ban import BAN
from postwright.corpus.readers.format import Format
from postwright.corpus.readers.generic import TABLE
from postwright.corpus.readers.geonames import GEONAMES_POSTAL
from postwright.corpus.readers.nad import NAD
from postwright.corpus.readers.openaddresses import OPENADDRESSES
from postwright.corpus.readers.osm import OSM_ADDRESSES
from postwright.corpus.readers.tiger import TIGER_ADDRFEAT
from postwright.corpus.readers.whosonfirst import WHOSONFIRST

__all__ = ["FORMATS"]

FORMATS: dict[str, Format] = {
    known.name: known
    for known in (
        BAN,
        GEONAMES_POSTAL,
        NAD,
        OPENADDRESSES,
        OSM_ADDRESSES,
        TABLE,
        TIGER_ADDRFEAT,
        WHOSONFIRST,
    )
}
