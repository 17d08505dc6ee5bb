"""Rows of Korea, China and Bangkok in Latin letters, where the tables have none of them.

Korean names are spelled by their sounds. For Chinese and Thai ones that takes a dictionary, so
that a row gets the Latin name of some other place of its country.
"""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.hangul import romanise
from postwright.corpus.compose.korea import korean_road
from postwright.corpus.compose.listing import listed

_KOREAN_FIELDS = listed("region|subregion|locality|dependent_locality|street")
_PROVINCES = listed(
    "Hebei|Shanxi|Liaoning|Jilin|Heilongjiang|Jiangsu|Zhejiang|Anhui|Fujian|Jiangxi|Shandong|"
    "Henan|Hubei|Hunan|Guangdong|Hainan|Sichuan|Guizhou|Yunnan|Shaanxi|Gansu|Qinghai|"
    "Inner Mongolia|Guangxi|Tibet|Ningxia|Xinjiang"
)


def romanise_east_asia(draft: Draft) -> None:
    """A Korean row's names in Latin letters, or a Chinese row of names in Latin letters."""
    if draft.latin or draft.kit.country not in ("KR", "CN"):
        return
    if draft.kit.country == "KR" and draft.hit("romanised"):
        _romanise_korean(draft)
    elif draft.kit.country == "CN" and draft.hit("romanised", 0.6):
        _romanise_chinese(draft)


def _romanise_korean(draft: Draft) -> None:
    """The names by their sounds; quarters come smallest first."""
    fields = draft.fields
    fields.pop("venue", None)
    quarters = fields.get("dependent_locality", "").split()
    if not fields.get("street") and draft.roll() < 0.7:
        fields["street"] = korean_road(draft)
    if len(quarters) > 1 and fields.get("street") and draft.roll() < 0.7:
        quarters.pop()  # a road makes the village superfluous
    for key in _KOREAN_FIELDS:
        if fields.get(key):
            fields[key] = romanise(fields[key])
    if quarters:
        fields["dependent_locality"] = ", ".join(romanise(part) for part in reversed(quarters))
    if fields.get("subregion", "").endswith("-si") and not fields.get("locality"):
        fields["locality"] = fields.pop("subregion")
    draft.settle_script()


def _romanise_chinese(draft: Draft) -> None:
    """Some Chinese city in Latin letters in the place of the row's own."""
    code = draft.fields.get("postcode", "")
    draft.fields = {"locality": latin_city(draft), "region": draft.pick(_PROVINCES)}
    if code:
        draft.fields["postcode"] = code
    roll = draft.roll()
    if roll < 0.25:
        draft.fields["locality"] = latin_named(draft, draft.pick(("County", "County", "Xian")))
    elif roll < 0.6:
        draft.fields["locality"] = latin_named(draft, draft.pick(("District", "District", "Qu")))
    draft.settle_script()


def romanise_bangkok(draft: Draft) -> None:
    """`Soi Mang Mi 11, Bangkok`: a lane of some name in Latin letters."""
    places = draft.kit.latin_places or ("Silom",)
    name, number = draft.pick(places).rpartition(" ")[2], 1 + int(draft.roll() ** 2 * 110)
    branch = f" Yaek {1 + draft.below(30)}" if draft.roll() < 0.3 else ""
    town = draft.pick(("Bangkok", "Bangkok", "Krung Thep"))
    code = draft.fields.get("postcode", "")
    draft.fields = {"locality": town, "street": f"Soi {name} {number}{branch}"}
    if code:
        draft.fields["postcode"] = code
    draft.settle_script()


def latin_city(draft: Draft) -> str:
    """A Chinese city in Latin letters, now and then with `City`."""
    if "romanised" not in draft.forms:
        draft.forms.append("romanised")  # says that the row's town is no more its record's
    for _ in range(6):
        name = draft.pick(draft.kit.latin_places or ("Nanjing", "Chengdu"))
        if " " not in name and len(name) < 14:
            return f"{name} {draft.pick(('City', 'City', 'Shi'))}" if draft.roll() < 0.25 else name
    return "Chengdu"


def latin_named(draft: Draft, word: str) -> str:
    """`Shuangliu District`: a place's name with that word."""
    name = latin_city(draft).split(" ")[0]
    return f"{name} {word}"
