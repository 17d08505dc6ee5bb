"""Word lists written as one string, so that a table stays a table to the eye."""


def listed(text: str) -> tuple[str, ...]:
    """The items of a list with `|` between.

    >>> listed("Apt {x}|Unit {x}")
    ('Apt {x}', 'Unit {x}')
    """
    return tuple(text.split("|"))
