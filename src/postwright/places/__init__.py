"""Places of the world by name, from a table inside the package: see docs/places.md.

>>> from postwright.places import load_places
>>> load_places().find("PARIS")[0].region
'Île-de-France'
"""

from __future__ import annotations

from postwright.places.names import place_key, postcode_key
from postwright.places.table import Place, PlaceTable, load_places

__all__ = ["Place", "PlaceTable", "load_places", "place_key", "postcode_key"]
