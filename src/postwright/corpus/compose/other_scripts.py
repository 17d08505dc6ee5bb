"""Towns and regions in scripts that are not their own, beside Latin names of the rest.

The towns' spellings were computed once (`transliterate.py` needs ICU for it); the regions' come
from the translation table.
"""

import gzip
from functools import cache
from pathlib import Path

from postwright.corpus.compose.draft import Draft

_TABLE = Path(__file__).parent / "other_scripts.txt.gz"
_LANGUAGES = ("ru", "ar", "he", "hi", "ja", "ko")
"""Languages of the columns of the table, for the regions' translations."""


@cache
def town_spellings() -> dict[str, tuple[str, ...]]:
    """From a town's name to its spellings, in the order of `_LANGUAGES`; read once a process."""
    out: dict[str, tuple[str, ...]] = {}
    for line in gzip.decompress(_TABLE.read_bytes()).decode("utf-8").split("\n"):
        if line and not line.startswith("#"):
            name, *spellings = line.split("\t")
            out[name] = tuple(spellings)
    return out


def respell(draft: Draft) -> None:
    """Write the town or the region, or both, in another script, where a spelling is at hand."""
    fields = draft.fields
    spellings = town_spellings().get(fields.get("locality", ""))
    translated = draft.kit.region_translations.get(fields.get("region", "").casefold())
    if not (spellings or translated) or not draft.latin or not draft.hit("other_script"):
        return
    at = draft.below(len(_LANGUAGES))
    language = _LANGUAGES[at]
    if spellings:
        fields["locality"] = spellings[at] or fields["locality"]
        if not translated or draft.roll() < 0.5:
            return
    elif translated:
        language = draft.pick(tuple(translated))
    if translated and language in translated:
        fields["region"] = translated[language]
