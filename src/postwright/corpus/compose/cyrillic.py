"""Russian and Ukrainian rows written in Latin letters: `Atkarsky District, Saratov Oblast`."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.scripts import is_latin

_SPELLINGS = "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya yo i yi ye g"
_LETTERS = dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ", _SPELLINGS.split(" "), strict=True))
_UKRAINIAN = {**_LETTERS, "г": "h", "и": "y"}
_NAMED = {"Москва": "Moscow", "Санкт-Петербург": "Saint Petersburg", "Київ": "Kyiv"}
_KINDS = {
    "область": ("Oblast", "oblast", "obl.", "Region"),
    "край": ("Krai", "krai", "Territory"),
    "республика": ("Republic",),
    "район": ("District", "District", "rayon", "raion"),
    "р-н": ("District", "rayon"),
    "улица": ("ulitsa", "ul.", "street", "St."),
    "вулиця": ("vulytsia", "vul.", "street", "St."),
}
_FIELDS = ("street", "locality", "dependent_locality", "subregion", "region")
_CLIPPED = ("ов", "ин", "ев", "град", "город", "мир", "мур", "рм", "ань", "ин", "ен")


def romanise(text: str, *, ukrainian: bool = False) -> str:
    """Letter by letter, in the way of passports and maps.

    >>> romanise("Щербаковский"), romanise("Гончар", ukrainian=True)
    ('Shcherbakovsky', 'Honchar')
    """
    table = _UKRAINIAN if ukrainian else _LETTERS
    out: list[str] = []
    for char in text:
        low = char.lower()
        latin = table.get(low)
        if latin is None:
            out.append(char)
        else:
            out.append(latin if char == low else latin[:1].upper() + latin[1:])
    written = "".join(out)
    return f"{written[:-2]}y" if written.endswith("iy") and not ukrainian else written


def romanise_cyrillic(draft: Draft) -> None:
    """Write all names of a Russian or Ukrainian row in Latin letters, where the form comes up."""
    fields, country = draft.fields, draft.kit.country
    if country not in ("RU", "UA", "BY") or draft.latin or not draft.hit("romanised_row"):
        return
    for key in _FIELDS:
        text = fields.get(key, "")
        if text and not is_latin(text):
            fields[key] = _romanised(draft, text, ukrainian=country == "UA")
    fields.pop("locality_alt", None)
    if fields.get("venue") and not is_latin(fields["venue"]):
        del fields["venue"]
    draft.settle_script()


def _romanised(draft: Draft, text: str, *, ukrainian: bool) -> str:
    """One name, its general words exchanged for those that stand in Latin script."""
    if text in _NAMED:
        return _NAMED[text]
    words = text.replace("(", "").replace(")", "").split(" ")
    for at, word in enumerate(words):
        kinds = _KINDS.get(word.lower())
        if kinds:
            kind = draft.pick(kinds)
            if at and word.lower() == "область" and kind != "obl." and draft.roll() < 0.7:
                words[at - 1] = _clipped(words[at - 1])
            words[at] = kind
    return " ".join(romanise(word, ukrainian=ukrainian) for word in words)


def _clipped(word: str) -> str:
    """The town in a province's adjective: `Саратовская` and `Саратов`, `Омская` and `Омск`."""
    for ending, rest in (("ецкая", "ецк"), ("ская", ""), ("ська", "")):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if rest or stem.endswith(_CLIPPED):
                return stem + rest
            return f"{stem}ск" if ending == "ская" else word
    return word
