"""Town names as registers hold them, mended to what people write."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed

_KINDS = {
    "пос.": listed("пос. |п. |посёлок "),
    "дер.": listed("дер. |д. |деревня "),
    "г.": listed("г. |г. |город "),
    "гп": listed("г.п. |пгт "),
    "пгт": listed("пгт |п.г.т. "),
    "с.": listed("с. |село "),
    "СНТ": listed("СНТ "),
    "ДНТ": listed("ДНТ "),
}
"""Russian kinds of places that a register writes behind the name, and what stands before it."""

_CANTONS = frozenset(
    "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH".split()
)


_CITY_REGIONS = frozenset("AT CZ DE HU PL RO SK LV BE".split())
"""Countries whose cities are regions as well, which nobody writes twice."""


def mend_town(draft: Draft) -> None:
    """Turn register names into written ones, for the countries whose registers have such names."""
    country, fields = draft.kit.country, draft.fields
    town = fields.get("locality", "")
    if country in ("RU", "UA"):
        for key in ("locality", "dependent_locality"):
            if fields.get(key):
                fields[key] = _led(draft, _without_council(fields[key]))
        region = fields.get("region", "")
        if region:
            fields["region"] = _slavic_region(draft, region)
        if fields.get("region") in (town, f"місто {town}"):
            del fields["region"]
    elif country == "CH" and town[-2:] in _CANTONS and town[-3:-2] == " ":
        fields["locality"] = town[:-3]
        if draft.template is None:
            fields["region"], fields["region_code"] = town[-2:], ""
    elif country in ("RO", "CH") and town.endswith(")") and " (" in town:
        fields["locality"] = town.partition(" (")[0]
    elif (
        country in _CITY_REGIONS
        and town
        and fields.get("region") in (town, f"Hlavní město {town}")
        and draft.roll() < 0.9
    ):
        fields.pop("region", None)
        fields.pop("region_code", None)


def _without_council(name: str) -> str:
    """A name without the council that a register sets behind it in brackets."""
    return name.partition(" (")[0] or name


def _led(draft: Draft, name: str) -> str:
    """`Сертолово пос.` as `пос. Сертолово`, as most people write it."""
    rest, _, kind = name.rpartition(" ")
    if rest and kind in _KINDS and draft.roll() < 0.85:
        return draft.pick(_KINDS[kind]) + rest
    return name


def _slavic_region(draft: Draft, region: str) -> str:
    """`Московская Область` as `Московская область` or `обл.`; a republic before its name too."""
    name, _, kind = region.rpartition(" ")
    low = kind.lower()
    if low == "республика" and name:
        return f"Республика {name}" if draft.roll() < 0.85 else f"{name} Республика"
    if low == "область" and name:
        return f"{name} {draft.pick(('область', 'область', 'обл.', 'обл.', 'обл'))}"
    return f"{name} край" if low == "край" and name else region
