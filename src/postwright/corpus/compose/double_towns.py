"""Town fields that hold two places, or a name with its article behind: `Rapla, Darchula`."""

from postwright.corpus.compose.draft import Draft

_QUARTER_AND_TOWN = frozenset("PY TZ MU BN KH PK TN".split())
_TOWN_AND_DISTRICT = frozenset("NP SV MG".split())
_TOWN_AND_REGION = frozenset(("TW",))
_ARTICLES = frozenset("El La Los Las Es Sa Ses O A Os As L' Els Les".split())


def part_town(draft: Draft) -> None:
    """Give each of two places in the town's field its own field, by the habit of the source."""
    fields, country = draft.fields, draft.kit.country
    first, comma, second = fields.get("locality", "").partition(", ")
    if not comma or not first or not second:
        return
    if country == "ES":
        article, _, rest = second.partition(" ")
        if article in _ARTICLES:
            fields["locality"] = f"{article} {first}" + (f" {rest}" if rest else "")
    elif country in _QUARTER_AND_TOWN:
        fields["locality"] = second
        if first != second:
            fields.setdefault("dependent_locality", first)
    elif country in _TOWN_AND_DISTRICT:
        fields["locality"] = first
        fields.setdefault("subregion", second)
    elif country in _TOWN_AND_REGION:
        fields["locality"] = first
