"""Values found in a written line although somebody wrote them a little differently.

Letter case, accents and punctuation do not count, and a long name may hold up to two typing
errors; a number must be the same digit for digit.
"""

from __future__ import annotations

from collections.abc import Sequence

from postwright.corpus.place_names import plain

__all__ = ["edit_distance", "find_near"]

#: Shortest value, in letters and numbers, in which one and two typing errors are believed.
_ONE_ERROR_FROM, _TWO_ERRORS_FROM = 5, 9


def find_near(
    value: str, words: Sequence[str], taken: Sequence[str | None], *, from_end: bool
) -> range | None:
    """Where the words of a value stand free and in a row; the nearest such place.

    >>> find_near("Saint-Étienne", ["12", "ST", ",", "SAINT", "ETIENE"], [None] * 5, from_end=True)
    range(3, 5)

    Args:
        value: a field of a source.
        words: the words of the line, punctuation among them.
        taken: for each word the tag that has it, or None.
        from_end: whether the last of several equally near places counts, not the first.
    """
    wanted = plain(value).split()
    places = [at for at, word in enumerate(words) if plain(word)]
    texts = [plain(words[at]) for at in places]
    allowed = _allowed_errors("".join(wanted))
    best: tuple[int, range] | None = None
    for start, stop in _windows(len(places), len(wanted), spread=bool(allowed), last=from_end):
        place = range(places[start], places[stop - 1] + 1)
        if any(taken[at] for at in place):
            continue
        errors = _errors(wanted, texts[start:stop], allowed if best is None else best[0] - 1)
        if errors is not None and (best is None or errors < best[0]):
            best = errors, place
            if errors == 0:
                break
    return best[1] if best else None


def _allowed_errors(letters: str) -> int:
    if any(char.isdigit() for char in letters) or len(letters) < _ONE_ERROR_FROM:
        return 0
    return 1 if len(letters) < _TWO_ERRORS_FROM else 2


def _windows(count: int, size: int, *, spread: bool, last: bool) -> list[tuple[int, int]]:
    """Runs of about `size` of `count` words, those of the right size first."""
    sizes = (size, size - 1, size + 1) if spread else (size,)
    windows = []
    for length in sizes:
        starts = range(count - length + 1) if length > 0 else range(0)
        windows += [(at, at + length) for at in (reversed(starts) if last else starts)]
    return windows


def _errors(wanted: list[str], found: list[str], most: int) -> int | None:
    """Typing errors between two runs of words; None over `most`, or where a number differs."""
    if most < 0:
        return None
    if wanted == found:
        return 0
    if any(word.isdecimal() and word not in wanted for word in found):
        return None
    return edit_distance(" ".join(wanted), " ".join(found), most) if most else None


def edit_distance(one: str, other: str, most: int) -> int | None:
    """Letters to insert, delete or replace (Levenshtein), or None if more than `most`.

    >>> edit_distance("mountain", "montain", 2), edit_distance("road", "lane", 2)
    (1, None)
    """
    if abs(len(one) - len(other)) > most:
        return None
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row]
        for column, second in enumerate(other, start=1):
            changed = above[column - 1] + (letter != second)
            line.append(min(changed, above[column] + 1, line[-1] + 1))
        if min(line) > most:
            return None
        above = line
    return above[-1] if above[-1] <= most else None
