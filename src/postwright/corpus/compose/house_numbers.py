"""House numbers as each country writes them."""

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.southern_words import kilometre, plot_number

_DESIGNATORS = {
    "en": listed("No. {}|No {}|no. {}|No.{}|# {}|Number {}"),
    "es": listed("nº {}|Nº {}|No. {}|núm. {}|num {}|n° {}|# {}|#{}|N {}"),
    "it": listed("n. {}|n° {}|N. {}|nr. {}|n.{}|civico {}"),
    "pt": listed("nº {}|n.º {}|Nº {}|n° {}|No. {}"),
    "fr": listed("n° {}|N° {}|no {}|n°{}"),
    "ru": listed("д. {}|д.{}|дом {}|д {}"),
    "uk": ("буд. {}", "б. {}", "буд.{}"),
    "tr": listed("No: {}|No:{}|No {}|No. {}|Nu: {}"),
    "ro": listed("nr. {}|Nr. {}|nr {}|Nr {}"),
    "de": ("Nr. {}", "Haus {}", "Nr {}"),
    "pl": ("nr {}", "dom {}"),
    "cs": listed("č.p. {}|čp. {}|č. p. {}|č. ev. {}"),
    "sk": ("č. {}", "č.d. {}"),
    "bg": ("№ {}", "№{}", "No {}"),
    "id": ("No. {}", "No.{}", "No {}"),
    "ms": listed("No. {}|No {}|No.{}|Lot {}"),
    "vi": ("Số {}", "số {}"),
    "hr": ("br. {}", "br {}"),
    "ar": ("رقم {}",),
    "el": listed("αρ. {}|αριθ. {}|Αρ. {}"),
    "he": listed("מס' {}|מספר {}|מס׳ {}"),
    "fa": listed("پلاک {}|پلاک {}|پ {}|شماره {}"),
    "th": listed("เลขที่ {}|เลขที่ {}|บ้านเลขที่ {}"),
    "ka": listed("№{}|№ {}|N{}|N {}"),
    "hy": listed("տուն {}|{} տուն|№ {}"),
    "az": listed("ev {}|№ {}"),
    "mn": listed("№{}|№ {}"),
    "mk": ("бр. {}", "бр.{}", "бр {}"),
    "sl": ("št. {}", "hiš. št. {}"),
    "sq": ("Nr. {}", "nr {}", "Nr.{}"),
    "lt": ("nr. {}", "Nr. {}", "namas {}"),
    "lv": ("nr. {}", "māja {}"),
    "et": ("maja {}", "nr {}"),
    "hu": listed("{}.|{}. sz.|{} sz."),
    "nl": ("nr. {}", "nr {}", "huisnr. {}"),
    "sv": ("nr {}", "nr. {}"),
    "da": ("nr. {}", "nr {}"),
    "hi": listed("मकान नं {}|मकान नं. {}|नं {}"),
    "ca": ("núm. {}", "nº {}"),
}
_DESIGNATOR_SCALE = {
    "tr": 9.0,
    "ru": 6.0,
    "ro": 10.0,
    "id": 10.0,
    "ms": 6.0,
    "uk": 5.0,
    "es": 2.5,
    "it": 2.5,
    "pt": 2.5,
    "vi": 3.0,
    "bg": 5.0,
    "fa": 12.0,
    "th": 6.0,
    "ka": 6.0,
    "hu": 5.0,
    "hr": 3.0,
    "mk": 5.0,
    "sq": 5.0,
    "hy": 4.0,
    "mn": 5.0,
    "ar": 3.0,
    "he": 2.0,
}
_COUNTRY_SCALE = {
    "PK": 4.0,
    "BD": 5.0,
    "NG": 5.0,
    "GH": 4.0,
    "HK": 2.5,
    "PH": 2.0,
    "LK": 6.0,
    "CN": 5.0,
    "TW": 4.0,
    "MX": 2.0,
    "PE": 2.0,
}
_LOCAL_WORDS = {
    "IN": (
        0.35,
        listed(
            "H.No. {}|H. No. {}|Plot No. {}|Plot No {}|No. {}|Door No. {}|# {}|House No. {}|"
            "D.No. {}|H No {}|Plot {}|#{}|Old No. {}|S.No. {}"
        ),
    ),
    "CO": (0.75, listed("# {}|#{}|No. {}|N° {}|No {}|# {}|Nº {}")),
    "BD": (0.3, listed("House {}|House No. {}|House # {}|Plot {}|Holding {}")),
    "PK": (0.25, listed("House No. {}|House {}|Plot No. {}|H. No. {}|House # {}|Plot {}")),
    "NG": (0.2, listed("No. {}|No {}|Plot {}|House {}")),
    "KE": (0.1, listed("Plot {}|L.R. No. {}|House No. {}")),
    "AE": (0.1, listed("Villa {}|Plot {}")),
}
"""How often a country writes its own word before the number, and which."""

_ROMANISED_WORDS = {
    "RU": listed("d. {}|d.{}|dom {}|d {}"),
    "UA": listed("bud. {}|bud {}|b. {}"),
}
"""The number's word of countries in other letters, in rows that are written in Latin ones."""

_NONE_WORDS = {
    "es": listed("s/n|S/N|sn|s.n."),
    "it": ("snc", "s.n.c.", "SNC"),
    "pt": ("s/n", "S/N", "sn"),
    "pl": ("bn",),
    "fr": ("sn",),
    "ru": ("б/н",),
    "ro": ("fn", "f.n."),
}
_FRENCH_SUFFIX = listed(" bis| ter| bis| Bis|bis| B|B| quater| A|b| BIS| TER")
_DUTCH_SUFFIX = listed("-1|-2|-3| hs|-hs|-H|-I|-II|-III| A|-A|-B|a|b|A| 1hg| bis|-B| a| b")
_RANGE_WORDS = {"fr": " et ", "es": " y ", "pt": " e ", "it": " e ", "de": " u. ", "nl": " en "}
_LETTERS = "ABCDEFGH"
_PLOTS = {"IN": 14.0, "PK": 8.0, "BD": 3.0}
"""Scale of `number_hyphen` for plots of southern Asia."""


def write_number(draft: Draft) -> str:
    """A new house number in the country's habit.

    Returns:
        The number with suffix, range or designator, as one string.
    """
    country, language = draft.kit.country, draft.language
    if language in ("es", "pt"):
        mark = kilometre(draft)
        if mark:
            return mark
    if country in ("IN", "PK", "BD") and draft.hit("number_hyphen", _PLOTS[country]):
        return plot_number(draft)
    number = _plain(draft)
    if country == "CZ" and draft.roll() < 0.5:
        number = f"{number}/{1 + draft.below(60)}"
    elif country in ("AT",) and draft.roll() < 0.1:
        number = f"{number}/{1 + draft.below(9)}/{1 + draft.below(30)}"
    elif country == "CO" and draft.roll() < 0.85:
        number = f"{number}-{1 + draft.below(99):02d}"
    elif country == "GT" and draft.roll() < 0.85:
        number = f"{draft.below(25)}-{1 + draft.below(99):02d}"
    elif country == "SG" and draft.roll() < 0.4:
        number = draft.pick(("Blk {}", "Block {}", "BLK {}")).format(number)
    else:
        number = _varied(draft, number)
    if language in _NONE_WORDS and draft.hit("number_none"):
        return draft.pick(_NONE_WORDS[language])
    if country in _LOCAL_WORDS and draft.roll() < _LOCAL_WORDS[country][0]:
        return draft.pick(_LOCAL_WORDS[country][1]).format(number)
    return designated(draft, number)


def designated(draft: Draft, number: str) -> str:
    """The number with its word before it, where the form comes up: `nº 5`, `д. 10`."""
    country, language = draft.kit.country, draft.language
    if draft.romanised and country in _ROMANISED_WORDS:
        words = _ROMANISED_WORDS[country]
        return draft.pick(words).format(number) if draft.roll() < 0.25 else number
    scale = _COUNTRY_SCALE.get(country) or _DESIGNATOR_SCALE.get(language, 1.0)
    if draft.hit("number_designator", scale):
        return draft.pick(_DESIGNATORS.get(language, _DESIGNATORS["en"])).format(number)
    return number


def _plain(draft: Draft) -> str:
    """A bare number, long in the new world, short in the old."""
    roll = draft.roll()
    country = draft.kit.country
    if country in ("US", "CA", "PR"):
        digits = 1 + (roll > 0.04) + (roll > 0.13) + (roll > 0.45) + (roll > 0.87)
        return str(_of_length(draft, digits))
    if country in ("BR", "AR", "CL", "MX", "UY", "EC", "AU", "NZ", "IN", "ZA"):
        digits = 1 + (roll > 0.12) + (roll > 0.42) + (roll > 0.82)
        return str(_of_length(draft, digits))
    return str(1 + int(draft.roll() ** 1.5 * (600 if roll > 0.9 else 130)))


def _of_length(draft: Draft, digits: int) -> int:
    """A number of that many digits."""
    low = 10 ** (digits - 1)
    return int(low + draft.roll() * 9 * low)


def _varied(draft: Draft, number: str) -> str:
    """Suffix, range, fraction, hyphen or grid, where the form comes up."""
    american = draft.kit.country in ("US", "CA")
    if draft.hit("number_suffix", 0.4 if american else 1.0):
        return _suffixed(draft, number)
    if draft.hit("number_range", 0.5 if american else 1.0):
        return _range(draft, number)
    if american and draft.hit("number_fraction"):
        return f"{number} {draft.pick(('1/2', '1/2', '1/4', '3/4', '½'))}"
    if draft.hit("number_hyphen", 1.0 if american else 0.4):
        return draft.pick(
            (f"{number}-{draft.pick(_LETTERS)}", f"{10 + draft.below(99)}-{10 + draft.below(80)}")
        )
    if american and draft.hit("number_grid"):
        return _grid(draft)
    return number


def _suffixed(draft: Draft, number: str) -> str:
    """`12a`, `12 A`, `12 bis`, `12-2`, `12 hs`."""
    language = draft.language
    if language == "fr":
        return number + draft.pick(_FRENCH_SUFFIX)
    if language == "nl" and draft.kit.country == "NL":
        return number + draft.pick(_DUTCH_SUFFIX)
    letter = draft.pick(_LETTERS)
    if language == "ru":
        return draft.pick(
            (
                f"{number}к{1 + draft.below(5)}",
                f"{number}/{1 + draft.below(30)}",
                f"{number}{draft.pick('абвАБВ')}",
            )
        )
    style = draft.roll()
    if style < 0.5:
        return number + (letter if style < 0.25 else letter.lower())
    if style < 0.85:
        return f"{number} {letter if style < 0.68 else letter.lower()}"
    return f"{number}/{letter}" if style < 0.93 else f"{number}-{letter}"


def _range(draft: Draft, number: str) -> str:
    """`43-45`, `43 - 45`, `12/14`."""
    stop = int(number) + 2 * (1 + draft.below(4 if draft.roll() < 0.8 else 12))
    if draft.roll() < 0.12:
        return f"{number}{_RANGE_WORDS.get(draft.language, ' & ')}{stop}"
    return f"{number}{draft.pick(('-', '-', '-', ' - ', '/', '–'))}{stop}"


def _grid(draft: Draft) -> str:
    """Wisconsin's `N10W20345` and its kin."""
    first, second = 10 + draft.below(190), 1000 + draft.below(30000)
    return f"{draft.pick('NS')}{first}{draft.pick((' ', ''))}{draft.pick('WE')}{second}"
