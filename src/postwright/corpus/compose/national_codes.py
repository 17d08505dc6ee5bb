"""Rows in their country's own layout, mostly in lower case, that end in an ISO code.

Search logs and geocoders' tests are full of them: `10115 berlin de`, `santiago chl`,
`calle mayor 5, 28013 madrid, esp`. Nothing but letter case, commas and the code differs from what
the country writes; a few rows have the same parts from the large to the small.
"""

from postwright.corpus.compose.draft import Draft

FORM = "national_code"
_MANY_ROWS = frozenset("US FR GB CA AU".split())
_KEPT = (
    (0.16, ("locality",)),
    (0.30, ("locality", "region")),
    (0.38, ("postcode", "locality")),
    (0.44, ("dependent_locality", "locality")),
)
"""Which parts alone are kept, up to which roll; above the last all of them."""


def choose_national_code(draft: Draft) -> None:
    """Decide whether the row is one of them; less often where a country's rows are many."""
    if draft.kit.country:
        draft.hit(FORM, 0.4 if draft.kit.country in _MANY_ROWS else 1.0)


def is_national(draft: Draft) -> bool:
    """Whether the row is one of them."""
    return FORM in draft.forms


def kept_parts(draft: Draft, written: frozenset[str]) -> frozenset[str]:
    """The slots that stay: a few of them now and then, where all of those were written."""
    roll = draft.roll()
    for stop, slots in _KEPT:
        if roll < stop:
            return frozenset(slots) if written.issuperset(slots) else written
    return written


def last_code(draft: Draft) -> str:
    """The code behind everything: two or three letters, mostly small ones."""
    kit = draft.kit
    code = kit.iso3 if kit.iso3 and draft.roll() < 0.45 else kit.country
    return code.lower() if draft.roll() < 0.8 else code
