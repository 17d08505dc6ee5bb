"""The row in the making: its fields, its random numbers and the forms that were applied."""

import random
from collections.abc import Mapping, Sequence

from postwright.corpus.compose.lexicon import CountryKit, is_latin


class Draft:
    """What every step of the composer works on.

    Attributes:
        kit: tables and habits of the country.
        fields: the component fields; steps rewrite them.
        rng: the only source of chance.
        forms: names of the forms applied so far.
        latin: whether the row is in Latin script.
    """

    __slots__ = ("_odds", "fields", "forms", "kit", "latin", "rng", "roll")

    def __init__(
        self,
        kit: CountryKit,
        fields: Mapping[str, str],
        rng: random.Random,
        odds: Mapping[str, float],
    ) -> None:
        """Start a row from the fields of its components."""
        self.kit = kit
        self.fields = dict(fields)
        self.rng = rng
        self.roll = rng.random
        self.forms: list[str] = []
        self.latin = is_latin(
            fields.get("locality") or fields.get("street") or fields.get("region") or ""
        )
        self._odds = odds

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
