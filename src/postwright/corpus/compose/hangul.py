"""Korean names in Latin letters by the Revised Romanisation, with the hyphens of addresses."""

_INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".split()
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_FINALS = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split()
_BEFORE_VOWEL = {1: "g", 7: "d", 8: "r", 17: "b", 19: "s", 20: "ss", 22: "j", 23: "ch"}
_MEETINGS = {
    ("k", "n"): ("ng", "n"),
    ("k", "m"): ("ng", "m"),
    ("k", "r"): ("ng", "n"),
    ("t", "n"): ("n", "n"),
    ("t", "m"): ("n", "m"),
    ("p", "n"): ("m", "n"),
    ("p", "m"): ("m", "m"),
    ("p", "r"): ("m", "n"),
    ("n", "r"): ("l", "l"),
    ("l", "n"): ("l", "l"),
    ("l", "r"): ("l", "l"),
    ("m", "r"): ("m", "n"),
    ("ng", "r"): ("ng", "n"),
}
_SELF_GOVERNING = ("특별자치시", "특별자치도", "특별시", "광역시")
_ENDINGS = {"대로": "daero", "번길": "beon-gil", "가길": "ga-gil"} | dict(
    zip("도시군구읍면리동가로길", "do si gun gu eup myeon ri dong ga ro gil".split(), strict=True)
)
_FIRST, _LAST = "가", "힣"


def romanise(name: str) -> str:
    """A place or road name as Korean signs spell it; blanks and other characters stay.

    >>> romanise("충청남도"), romanise("서울특별시"), romanise("중앙로12번길"), romanise("종로")
    ('Chungcheongnam-do', 'Seoul', 'Jungang-ro 12beon-gil', 'Jong-ro')
    """
    return " ".join(_word(word) for word in name.split())


def _word(word: str) -> str:
    """One word, its runs of Hangul and of digits apart."""
    out = ""
    at = 0
    while at < len(word):
        stop = at + 1
        while stop < len(word) and _is_syllable(word[stop]) == _is_syllable(word[at]):
            stop += 1
        run = word[at:stop]
        if not _is_syllable(word[at]):
            out += f" {run}" if out else run
        else:
            out += _run(run, first=not out)
        at = stop
    return out


def _run(run: str, *, first: bool) -> str:
    """A run of syllables with its ending hyphened off."""
    for ending in _SELF_GOVERNING:
        if run.endswith(ending) and len(run) > len(ending):
            name = _spelled(run[: -len(ending)]).capitalize()
            return f"{name}-do" if ending[-1] == "도" else name
    for size in (2, 1):
        ending = _ENDINGS.get(run[-size:], "")
        if ending and len(run) > size:
            stem = _spelled(run[:-size])
            return f"{stem.capitalize() if first else stem}-{ending}"
        if ending and len(run) == size and not first:
            return ending if len(ending) > 4 or ending == "daero" else f"-{ending}"
    stem = _spelled(run)
    return stem.capitalize() if first else stem


def _is_syllable(char: str) -> bool:
    return _FIRST <= char <= _LAST


def _spelled(syllables: str) -> str:
    """Syllables by their sounds, the commonest meetings of consonants heeded."""
    out: list[str] = []
    before, final = "", 0
    for char in syllables:
        number = ord(char) - ord(_FIRST)
        start = _INITIALS[number // 588]
        if start == "-":
            start = ""
            if final in _BEFORE_VOWEL:
                before = _BEFORE_VOWEL[final]
        else:
            before, start = _MEETINGS.get((before, start), (before, start))
        out += (before, start, _VOWELS[number % 588 // 28])
        final = number % 28
        before = "" if final == 0 else _FINALS[final]
    return "".join((*out, before))
