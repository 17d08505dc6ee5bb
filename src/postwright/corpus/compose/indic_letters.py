"""South Asian names from Latin letters into the scripts of India, Pakistan and Bangladesh.

The blocks of the Indian scripts lie side by side in Unicode with the same letters at the same
places, so that one table of Devanagari serves nine of them. What comes out is near to how people
spell a name, not always the same: enough for the tagger to see places in their script.
"""

import random
import re

from postwright.corpus.compose.cases import strip_accents

BLOCKS = {"hi": 0, "bn": 1, "pa": 2, "gu": 3, "or": 4, "ta": 5, "te": 6, "kn": 7, "ml": 8}
"""Languages by the number of their script's block behind Devanagari."""

_VIRAMA = "\u094d"
_TOKENS = re.compile("chh|sh|kh|gh|ch|jh|th|dh|ph|bh|ng|aa|ee|oo|ai|au|ou|[a-z]")
_CONSONANTS = dict(
    pair.split("=")
    for pair in "k=क kh=ख g=ग gh=घ ng=ंग ch=च c=क chh=छ j=ज jh=झ t=त th=थ d=द dh=ध n=न p=प ph=फ "
    "f=फ b=ब bh=भ m=म y=य r=र l=ल v=व w=व sh=श s=स h=ह q=क z=ज x=क्स".split()
)
_VOWELS = {
    "a": ("अ", ""),
    "aa": ("आ", "ा"),
    "i": ("इ", "ि"),
    "ee": ("ई", "ी"),
    "u": ("उ", "ु"),
    "oo": ("ऊ", "ू"),
    "e": ("ए", "े"),
    "ai": ("ऐ", "ै"),
    "o": ("ओ", "ो"),
    "au": ("औ", "ौ"),
    "ou": ("औ", "ौ"),
}
"""Vowels: by themselves, and as signs behind a consonant."""

_TAMIL = str.maketrans("खगघछझथदधफबभठडश", "कककचजतततपपपटटष")
_LACKING = {"bn": str.maketrans("व", "ब"), "pa": str.maketrans("ष", "श"), "ta": _TAMIL}
_NO_FINAL_VOWEL = frozenset(("ta", "te", "kn", "ml"))
_ARABIC = dict(
    pair.split("=")
    for pair in "k=ک kh=کھ g=گ gh=گھ ng=نگ ch=چ c=ک chh=چھ j=ج jh=جھ t=ٹ th=تھ d=د dh=دھ n=ن p=پ "
    "ph=پھ f=ف b=ب bh=بھ m=م y=ی r=ر l=ل v=و w=و sh=ش s=س h=ہ q=ق z=ز x=کس a= aa=ا i=ی ee=ی u=و "
    "oo=و e=ی ai=ے au=و ou=و o=و".split()
)


def in_script(name: str, language: str, rng: random.Random) -> str:
    """A name in the script of a language: one of `BLOCKS`, or `ur`.

    >>> in_script("Pune", "hi", random.Random(1)), in_script("Pune", "kn", random.Random(1))
    ('पुने', 'ಪುನೇ')
    """
    write = _urdu if language == "ur" else _indic
    return " ".join(
        part for word in _plain(name).split() if (part := write(word, language, rng)) or not word
    )


def _plain(name: str) -> str:
    """The words of a name: lower case, letters alone."""
    return re.sub("[^a-z ]+", " ", strip_accents(name).lower())


def _indic(word: str, language: str, rng: random.Random) -> str:
    """One word in Devanagari, moved to the block of the language."""
    out: list[str] = []
    after_consonant = False
    tokens: list[str] = _TOKENS.findall(word)
    for at, token in enumerate(tokens):
        if token in _VOWELS:
            last = at == len(tokens) - 1
            long = token == "a" and (last or (at < 3 and rng.random() < 0.4))
            vowel = {"i": "ee"}.get(token, token) if last else token
            out.append(_VOWELS["aa" if long else vowel][after_consonant])
            after_consonant = False
            continue
        if after_consonant and not token.startswith("ng"):
            out.append(_VIRAMA)
        out.append(_CONSONANTS[token])
        after_consonant = True
    if after_consonant and language in _NO_FINAL_VOWEL:
        out.append(_VIRAMA)
    text = "".join(out).translate(_LACKING.get(language, {}))
    shift = 0x80 * BLOCKS[language]
    return "".join(chr(ord(char) + shift) for char in text)


def _urdu(word: str, _: str, rng: random.Random) -> str:
    """One word in the letters of Urdu; short vowels are not written."""
    tokens: list[str] = _TOKENS.findall(word)
    out: list[str] = []
    for at, token in enumerate(tokens):
        if token[0] in "aeiou" and at == 0:
            out.append("ا" + (_ARABIC[token] if token[0] != "a" else ""))
        elif token == "a":
            out.append("ا" if at == len(tokens) - 1 or rng.random() < 0.45 else "")
        else:
            out.append(_ARABIC[token])
    return "".join(out)
