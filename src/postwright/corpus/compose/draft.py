"""The row in the making: its fields, its random numbers and the forms that were applied."""

import random
from collections.abc import Mapping, Sequence

from postwright.corpus.compose.lexicon import CountryKit
from postwright.corpus.compose.opencage import Template
from postwright.corpus.compose.scripts import OTHER_SCRIPT_LANGUAGES, is_latin, language_in


class Draft:
    """What every step of the composer works on.

    Attributes:
        kit: tables and habits of the country.
        fields: the component fields; steps rewrite them.
        rng: the only source of chance.
        forms: names of the forms applied so far.
        latin: whether the row is in Latin script.
        language: what the row's words are in: the country's own language, English where that is
            written in other letters than the row.
        template: the OpenCage template that the row follows, if it follows one.
        joints: what stands before a slot, where that is settled already.
        apart: whether a ward and the quarter in it are two parts, or one.
    """

    __slots__ = (
        "_odds",
        "apart",
        "fields",
        "forms",
        "joints",
        "kit",
        "language",
        "latin",
        "rng",
        "roll",
        "template",
    )

    def __init__(
        self,
        kit: CountryKit,
        fields: Mapping[str, str],
        rng: random.Random,
        odds: Mapping[str, float],
        *,
        apart: bool = True,
    ) -> None:
        """Start a row from the fields of its components."""
        self.kit = kit
        self.fields = dict(fields)
        self.rng = rng
        self.roll = rng.random
        self.forms: list[str] = []
        self.apart = apart
        self.settle_script()
        self.template: Template | None = None
        self.joints: dict[str, str] = {}
        self._odds = odds

    def settle_script(self) -> None:
        """Find script and language of the row again, after its names were exchanged."""
        fields = self.fields
        text = fields.get("locality") or fields.get("street") or fields.get("region") or ""
        own = self.kit.habits.language
        self.latin = is_latin(text)
        if self.latin:
            self.language = "en" if own in OTHER_SCRIPT_LANGUAGES else own
        else:
            self.language = language_in(text, own)

    @property
    def romanised(self) -> bool:
        """Whether a row in Latin letters is of a country that has other ones."""
        return self.latin and self.kit.habits.language in OTHER_SCRIPT_LANGUAGES

    def hit(self, form: str, scale: float = 1.0) -> bool:
        """Throw the dice for a form; noted in `forms` when it comes up."""
        odds = self._odds[form]
        if odds < 1.0:
            odds *= scale
        if self.roll() < odds:
            self.forms.append(form)
            return True
        return False

    def odds(self, form: str) -> float:
        """The bare probability of a form."""
        return self._odds[form]

    def pick(self, items: Sequence[str]) -> str:
        """One of the items, evenly."""
        return items[int(self.roll() * len(items))]

    def below(self, stop: int) -> int:
        """A whole number from 0 up to, not including, `stop`."""
        return int(self.roll() * stop)
