"""Which script a text is in, and which language a row in that script speaks."""

from postwright.corpus.compose.listing import listed

_RANGES = (
    ("\u0370", "\u03ff", ("el",)),
    ("\u0400", "\u052f", ("ru", "uk", "bg", "mk", "mn")),
    ("\u0530", "\u058f", ("hy",)),
    ("\u0590", "\u05ff", ("he",)),
    ("\u0600", "\u06ff", ("ar", "fa")),
    ("\u0780", "\u07bf", ("dv",)),
    ("\u0900", "\u097f", ("hi",)),
    ("\u0e00", "\u0e7f", ("th",)),
    ("\u0e80", "\u0eff", ("lo",)),
    ("\u0f00", "\u0fff", ("bo",)),
    ("\u1000", "\u109f", ("my",)),
    ("\u10a0", "\u10ff", ("ka",)),
    ("\u1200", "\u139f", ("am",)),
    ("\u1780", "\u17ff", ("km",)),
    ("\u2e80", "\ua4cf", ("zh", "ja")),
    ("\uac00", "\ud7af", ("ko",)),
)
OTHER_SCRIPT_LANGUAGES = frozenset(
    listed("el|ru|uk|bg|mk|mn|hy|he|ar|fa|dv|hi|th|lo|bo|my|ka|am|km|zh|ja|ko")
)
"""Languages that are not written in Latin letters."""


def is_latin(text: str) -> bool:
    """Whether the first letter is a Latin one.

    >>> is_latin("Łódź"), is_latin("东京")
    (True, False)
    """
    return text.isascii() or next(
        (char < "\u0250" or "\u1e00" <= char < "\u1f00" for char in text if char.isalpha()), True
    )


def language_in(text: str, language: str) -> str:
    """The language of a text that is not in Latin script: the country's own if the script fits.

    >>> language_in("Минск", "ru"), language_in("تونس", "fr"), language_in("東京", "ja")
    ('ru', 'ar', 'ja')
    """
    letter = next((char for char in text if char.isalpha()), "a")
    for low, high, languages in _RANGES:
        if low <= letter <= high:
            return language if language in languages else languages[0]
    return "en"
