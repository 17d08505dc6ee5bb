"""Columns of the sources' files."""

from __future__ import annotations

STREETS = ("street", "locality", "dependent_locality", "subregion", "region", "postcode", "src")
LOCALITIES = (
    "locality",
    "dependent_locality",
    "commune",
    "subregion",
    "region",
    "region_code",
    "postcode",
    "locality_alt",
    "src",
)
ROWS = (
    "venue",
    "house_number",
    "street",
    "unit",
    "level",
    "building",
    "po_box",
    "dependent_locality",
    "locality",
    "subregion",
    "region",
    "postcode",
    "country",
    "raw",
)
