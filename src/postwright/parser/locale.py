"""Which country and language an address is of, judged by what was found in it.

Two witnesses are heard. Evidence in the spans is weighed as in naive Bayes: each piece multiplies
the odds of the countries that it fits, by weights that were set by hand. The tagger's own score of
every country, where the model has one, speaks for the whole text. How much each counts was fitted
on the development half of the golden set (`benchmarks/country.py --fit`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from postwright.decoder import Locale, LocaleGuess, Parse
from postwright.parser.locale_table import load_table, name_key
from postwright.parser.model import Model
from postwright.parser.rows import Rows
from postwright.text import segment

__all__ = [
    "EVIDENCE_SHARE",
    "TAGGER_SHARE",
    "detect_locale",
    "evidence_odds",
    "locate_rows",
    "tagger_odds",
]

#: How many times likelier a country is that the evidence fits than one that it does not fit.
_NAME, _REGION, _SHAPE, _WORD, _SCRIPT = 20000.0, 60.0, 60.0, 60.0, 200.0

#: The same for a country that usually writes in another script, where a text is all Latin.
_ROMANISED = 0.2

#: How much the log odds of the evidence, and those of the tagger, count beside each other.
EVIDENCE_SHARE, TAGGER_SHARE = 0.6, 0.9

#: Alternatives below this share are left out, and the rest sums to one.
_LEAST_SHARE = 0.005
_LONGEST_POSTCODE = 16
_SHORTEST_SUFFIX = 3

#: Longer values are no name, no postcode and no word that is known; they are not looked up, so
#: that a stranger's texts cannot fill the memory of the caches below.
_LONGEST_VALUE = 100

#: First word of a letter's Unicode name → languages written so; Latin letters say little.
_SCRIPTS = {
    "ARABIC": "ar fa ur",
    "ARMENIAN": "hy",
    "BENGALI": "bn",
    "CJK": "zh ja",
    "CYRILLIC": "ru uk be bg sr mk kk ky mn tg",
    "DEVANAGARI": "hi ne",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "THAI": "th",
}
_OTHER_SCRIPTS = tuple(sorted({one for listed in _SCRIPTS.values() for one in listed.split()}))

Odds = npt.NDArray[np.float64]


def locate_rows(rows: Rows, model: Model) -> None:
    """Say of every parse which country and language it is of."""
    heads = tagger_odds(rows, model)
    for row, parse in enumerate(rows.parses):
        rows.check()
        rows.parses[row] = replace(parse, locale=detect_locale(parse, rows.country, heads.get(row)))


def tagger_odds(rows: Rows, model: Model) -> dict[int, Odds]:
    """What the tagger says of the countries, log odds for each row that it scored."""
    place = {country: at for at, country in enumerate(load_table().countries)}
    known = [at for at, country in enumerate(model.countries) if country in place]
    columns = [place[model.countries[at]] for at in known]
    heads: dict[int, Odds] = {}
    for group in rows.groups:
        if group.countries is None:
            continue
        scores = group.countries[:, known].astype(np.float64)
        odds = np.repeat(scores.min(axis=1, keepdims=True), len(place), axis=1)
        odds[:, columns] = scores
        heads.update(zip(group.members.tolist(), odds, strict=True))
    return heads


def detect_locale(parse: Parse, hint: str | None = None, head: Odds | None = None) -> Locale:
    """Weigh what was found in an address.

    Args:
        parse: its spans are the evidence, and the script of its text.
        hint: the caller's country; it is the answer, with the probability that it was given by
            the evidence. What was detected stands in `alternatives` in any case.
        head: the tagger's log odds of the table's countries, ``[countries]``.

    Returns:
        Country, language and alternatives that sum to one; nothing is known of a text without
        spans.
    """
    if not parse.spans:
        return Locale(country=hint, language=_language(hint, ())) if hint else Locale()
    table = load_table()
    languages = tuple(_languages(parse))
    log = evidence_odds(parse)
    if head is not None:
        log = EVIDENCE_SHARE * log + TAGGER_SHARE * head
    share = np.exp(log - log.max())
    share /= share.sum()
    order = np.argsort(-share, kind="stable")
    kept = [n for n in order.tolist() if share[n] >= _LEAST_SHARE] or order[:1].tolist()
    total = float(share[kept].sum())
    guesses = tuple(
        LocaleGuess(
            table.countries[n], _language(table.countries[n], languages), float(share[n]) / total
        )
        for n in kept
    )
    if hint is None:
        best = guesses[0]
        return Locale(best.country, best.language, best.probability, guesses)
    given = next((guess.probability for guess in guesses if guess.country == hint), 0.0)
    return Locale(hint, _language(hint, languages), given, guesses)


def evidence_odds(parse: Parse) -> Odds:
    """Log odds of the table's countries by what stands in the spans, ``[countries]``."""
    log = _log_prior().copy()
    for odds in _evidence(parse):
        log += odds
    return log


def _evidence(parse: Parse) -> Iterator[Odds]:
    """Log odds of the countries, one vector for each thing that points somewhere."""
    for span in parse.spans:
        if len(span.value) > _LONGEST_VALUE:
            continue
        if span.tag == "country":
            yield _name_odds(span.value)
        elif span.tag in ("region", "subregion"):
            yield _region_odds(span.value)
        elif span.tag == "postcode":
            yield _shape_odds(span.value)
    for script in _scripts(parse.raw):
        yield _language_odds(tuple(_SCRIPTS[script].split()), _SCRIPT)
    if not _scripts(parse.raw):
        yield _language_odds(_OTHER_SCRIPTS, _ROMANISED)
    for spoken in _word_languages(parse):
        yield _language_odds(spoken, _WORD / len(spoken))


@lru_cache(maxsize=1)
def _log_prior() -> Odds:
    """How often an address is of each country before anything is known."""
    table = load_table()
    return np.log([table.weights[one] for one in table.countries])


@lru_cache(maxsize=1024)
def _name_odds(value: str) -> Odds:
    return _odds(load_table().names.get(name_key(value), ()), _NAME)


@lru_cache(maxsize=4096)
def _region_odds(value: str) -> Odds:
    return _odds(load_table().regions.get(name_key(value), ()), _REGION)


@lru_cache(maxsize=4096)
def _shape_odds(value: str) -> Odds:
    """A postcode fits a country's shape, or the country is an unlikely one."""
    if len(value) > _LONGEST_POSTCODE:
        return _odds((), 1.0)
    shapes = load_table().shapes.items()
    fitting = [one for one, shape in shapes if shape is not None and shape.fullmatch(value)]
    return _odds(fitting, _SHAPE)


@lru_cache(maxsize=512)
def _language_odds(languages: tuple[str, ...], factor: float) -> Odds:
    """Countries that speak one of the languages: the more, the more usual it is there."""
    odds = np.zeros(len(load_table().countries))
    for place, country in enumerate(load_table().countries):
        spoken = load_table().languages[country]
        ranks = [rank for rank, one in enumerate(spoken) if one in languages]
        if ranks:
            odds[place] = np.log(factor) / (1 + ranks[0] / 2)
    return odds


def _odds(countries: Iterable[str], factor: float) -> Odds:
    """Log odds of `factor` for some countries, shared by all of them."""
    chosen = set(countries)
    return np.array([np.log(factor) if one in chosen else 0.0 for one in load_table().countries])


def _scripts(text: str) -> list[str]:
    """The telling scripts of a text; kana say more than Han, so Han beside them is left out."""
    found = {
        unicodedata.name(letter, "").split("-")[0].split(" ")[0]
        for letter in set(text)
        if letter > "\u02ff"
    } & _SCRIPTS.keys()
    if found & {"HIRAGANA", "KATAKANA", "HANGUL"}:
        found -= {"CJK"}
    return sorted(found)


def _word_languages(parse: Parse) -> set[tuple[str, ...]]:
    """Languages that the words of streets point to."""
    found = set()
    for span in parse.spans:
        if span.tag == "street":
            for start, end in segment(span.value):
                if end - start <= _LONGEST_VALUE and (spoken := _of_word(span.value[start:end])):
                    found.add(spoken)
    return found


@lru_cache(maxsize=8192)
def _of_word(word: str) -> tuple[str, ...]:
    """The languages of a word, or of the longest end of it that is one (``musterstraße``)."""
    key, words = name_key(word), load_table().words
    for first in range(max(1, len(key) - _SHORTEST_SUFFIX + 1)):
        # Short ends of long words are chance: only those of four letters and more are believed.
        if (first == 0 or len(key) - first > _SHORTEST_SUFFIX) and key[first:] in words:
            return words[key[first:]]
    return ()


def _languages(parse: Parse) -> Iterator[str]:
    """Languages that the words and the script point to, words first."""
    for spoken in sorted(_word_languages(parse), key=len):
        yield from spoken
    for script in _scripts(parse.raw):
        yield from _SCRIPTS[script].split()


def _language(country: str | None, pointed_to: tuple[str, ...]) -> str | None:
    """The language of an address of a country: one that its words point to, else the usual one."""
    spoken = load_table().languages.get(country or "", ())
    return next((one for one in pointed_to if one in spoken), spoken[0] if spoken else None)
