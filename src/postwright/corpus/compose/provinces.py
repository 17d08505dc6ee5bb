"""Second levels that stand where a region stands: départements, Italian and Spanish provinces."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed

_ONE_OF_ITS_NAME = {
    "Principado de Asturias": ("Asturias",),
    "Comunidad de Madrid": ("Madrid", "Comunidad de Madrid"),
    "Navarra": ("Navarra", "Comunidad Foral de Navarra"),
    "Región de Murcia": ("Murcia", "Región de Murcia"),
}
"""Comunidades of one province, which nobody writes beside it."""

_REGIONS = {
    "Comunitat Valenciana": listed("Comunitat Valenciana|Comunidad Valenciana|C. Valenciana"),
    "Cataluña": ("Cataluña", "Catalunya", "Catalunya"),
    "País Vasco": ("País Vasco", "Euskadi"),
    "Illes Balears": ("Illes Balears", "Islas Baleares"),
    "Castilla y León": listed("Castilla y León|Castilla y León|Castilla-León"),
    "Canarias": ("Canarias", "Islas Canarias"),
    "Trentino-Alto Adige/Südtirol": listed("Trentino-Alto Adige|Trentino Alto Adige|Südtirol"),
    "Valle d'Aosta/Vallée d'Aoste": ("Valle d'Aosta", "Vallée d'Aoste"),
    "Friuli-Venezia Giulia": ("Friuli-Venezia Giulia", "Friuli Venezia Giulia"),
    "Emilia-Romagna": ("Emilia-Romagna", "Emilia-Romagna", "Emilia Romagna"),
}
"""Further spellings of regions, by the name of the tables."""

_PROVINCES = {
    "Castellón": ("Castellón", "Castelló"),
    "Alicante": ("Alicante", "Alacant", "Alicante"),
    "Vizcaya": ("Vizcaya", "Bizkaia"),
    "Guipúzcoa": ("Guipúzcoa", "Gipuzkoa"),
    "Baleares": ("Baleares", "Illes Balears"),
    "Ourense": ("Ourense", "Orense"),
    "A Coruña": ("A Coruña", "La Coruña"),
    "Girona": ("Girona", "Gerona"),
}


def province_seat(draft: Draft) -> str:
    """The province of a town of the same name, which tables leave out: `Firenze (FI)`, or ""."""
    town = draft.fields.get("locality", "")
    if draft.kit.country == "IT":
        return town if town.casefold() in draft.kit.region_codes else ""
    return town if draft.kit.country == "ES" and town in draft.kit.regions else ""


def settle_province(draft: Draft, region: str, code: str, sub: str) -> tuple[str, str, str]:
    """Decide which of the two levels stand in the row; a pair goes into the fields at once.

    Args:
        draft: the row.
        region: the first level.
        code: a code of either.
        sub: the second level.

    Returns:
        What stands where the region stands, its code, and the second level that stays or "".
    """
    roll = draft.roll()
    country = draft.kit.country
    if country == "FR":
        return (sub, "", "") if roll < 0.85 else (region, code, "")
    whole = region in _ONE_OF_ITS_NAME or sub.casefold().split(" ")[-1] in region.casefold()
    if roll < 0.62 or (whole and roll < 0.85) or not region:
        return _spelled(draft, _PROVINCES, sub), code if country == "IT" else "", ""
    if roll < 0.84 and draft.template is None and not whole and draft.odds("subregion"):
        draft.fields["region"] = _spelled(draft, _REGIONS, region)
        draft.fields["subregion"] = _beside_region(draft, sub)
        return "", "", ""
    if region in _ONE_OF_ITS_NAME:
        return draft.pick(_ONE_OF_ITS_NAME[region]), "", ""
    return _spelled(draft, _REGIONS, region), "", ""


def _spelled(draft: Draft, names: dict[str, tuple[str, ...]], name: str) -> str:
    """One of the spellings of a name."""
    return draft.pick(names[name]) if name in names else name


def _beside_region(draft: Draft, sub: str) -> str:
    """A province in front of its region: Italian ones as sigla (`TE, Abruzzo`) or in full."""
    kit = draft.kit
    if kit.country != "IT":
        return _spelled(draft, _PROVINCES, sub)
    sigla = sub if len(sub) == 2 else kit.region_codes.get(sub.casefold(), sub)
    name = kit.region_by_code.get(sub, sub) if len(sub) == 2 else sub
    return sigla if draft.roll() < 0.45 else name
