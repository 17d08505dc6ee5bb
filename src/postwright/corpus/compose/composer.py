"""The composer: components in, an address as people write it out, with its spans."""

import random
from dataclasses import asdict

from postwright.corpus.compose.blocks import write_blocks
from postwright.corpus.compose.cases import recase
from postwright.corpus.compose.city_quarters import exchange_city
from postwright.corpus.compose.country_words import end_with_code
from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.east_asia import is_native, write_native
from postwright.corpus.compose.fragments import cut_down
from postwright.corpus.compose.landmarks import add_landmark
from postwright.corpus.compose.large_cities import settle_large_city
from postwright.corpus.compose.layout import join_lines, order_lines
from postwright.corpus.compose.lexicon import Lexicon
from postwright.corpus.compose.national_codes import choose_national_code
from postwright.corpus.compose.no_address import write_no_address
from postwright.corpus.compose.noise import surround
from postwright.corpus.compose.punctuation import disturb
from postwright.corpus.compose.romanised import romanise_east_asia
from postwright.corpus.compose.segments import Segment, assemble
from postwright.corpus.compose.south_asia import is_south_asian, write_south_asian
from postwright.corpus.compose.weights import FormWeights
from postwright.corpus.records import Components, Row


class Composer:
    """Writes addresses.

    >>> composer = Composer(Lexicon({}), FormWeights.none())
    >>> parts = Components("", {"locality": "Springfield", "postcode": "62701"}, "example")
    >>> composer.compose(parts, random.Random(1)).raw
    '62701 Springfield'
    """

    def __init__(
        self, lexicon: Lexicon, weights: FormWeights, *, several_values: bool = True
    ) -> None:
        """Take the tables and the mixture.

        Args:
            lexicon: tables of every country.
            weights: the mixture of written forms.
            several_values: whether a ward and the quarter in it are two spans of one tag.
        """
        self._several_values = several_values
        self._lexicon = lexicon
        self._odds = asdict(weights)

    def compose(self, components: Components, rng: random.Random) -> Row:
        """Write one address; the same components and random state give the same row.

        Args:
            components: the fields of one place, at least one of them not empty.
            rng: the only source of chance.

        Returns:
            The row with sorted, trimmed, word-aligned spans.
        """
        kit = self._lexicon.kit(components.country)
        draft = Draft(kit, components.fields, rng, self._odds, apart=self._several_values)
        if draft.hit("no_address"):
            return _no_address(draft, components.source)
        segments = recase(draft, surround(draft, _body(draft)))
        row = assemble(segments, components.country, components.source, draft.forms)
        return row or _bare(components)


def _body(draft: Draft) -> list[Segment]:
    """The address itself: parts, fragment, order, separators."""
    choose_national_code(draft)
    settle_large_city(draft)
    exchange_city(draft)
    romanise_east_asia(draft)
    if is_south_asian(draft):
        return end_with_code(draft, disturb(draft, write_south_asian(draft)))
    if is_native(draft):
        return end_with_code(draft, disturb(draft, write_native(draft)))
    blocks = cut_down(draft, write_blocks(draft))
    add_landmark(draft, blocks)
    segments = join_lines(draft, blocks, order_lines(draft, blocks))
    return end_with_code(draft, disturb(draft, segments))


def _no_address(draft: Draft, source: str) -> Row:
    """A text without a span, of no country."""
    segments = recase(draft, [(write_no_address(draft), None)])
    return assemble(segments, "", source, draft.forms) or Row("-", (), "", source, ("bare",))


def _bare(components: Components) -> Row:
    """The first field as it is, where every part was dropped."""
    skipped = ("region_code", "locality_alt")
    fields = [
        (text, tag)
        for tag, text in components.fields.items()
        if tag not in skipped and text.strip()
    ]
    tag_text: list[Segment] = [fields[0]] if fields else [("-", None)]
    row = assemble(tag_text, components.country, components.source, ("bare",))
    return row or Row("-", (), components.country, components.source, ("bare",))
