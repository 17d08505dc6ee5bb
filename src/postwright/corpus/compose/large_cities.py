"""Large cities with their quarters, of countries whose tables are mostly villages.

In those tables the city is one row among hundreds and its quarters are none; and where the city's
name is its region's too (`Abidjan`), it would be learnt as a region alone.
"""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.large_city_table import LARGE_CITIES


def _table() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """By country: the cities, each with its quarters."""
    out: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for line in LARGE_CITIES.strip().split("\n"):
        country, city, names = line.split("|")
        out[country] = (*out.get(country, ()), (city, tuple(names.split(", "))))
    return out


_BY_COUNTRY = _table()
_SCALE = {
    **dict.fromkeys("AE QA KW BH SG LB JO OM SA CI SN CM CD UG RW ET AO PA CR UY DO".split(), 2.2),
    **dict.fromkeys("EG IQ IL KE NG GH TZ PK BD KH MM MN AM GE AZ KZ KG UZ PE CL VE".split(), 1.7),
    **dict.fromkeys("MX BR IN TR CN JP KR TW ID".split(), 0.4),
}
"""How much more often a country's rows are of its large cities."""
FORM = "large_city"


def settle_large_city(draft: Draft) -> None:
    """Put a large city and one of its quarters in the place of the row's town."""
    cities = _BY_COUNTRY.get(draft.kit.country)
    if (
        not cities
        or not draft.fields.get("locality")
        or not draft.hit(FORM, _SCALE.get(draft.kit.country, 1.0))
    ):
        return
    city, quarters = cities[draft.below(len(cities))]
    fields = draft.fields
    for key in ("locality_alt", "subregion", "region", "region_code", "venue"):
        fields.pop(key, None)
    fields["locality"] = city
    fields["dependent_locality"] = draft.pick(quarters)
    was_latin = draft.latin
    draft.settle_script()
    if draft.latin != was_latin:
        fields.pop("street", None)
