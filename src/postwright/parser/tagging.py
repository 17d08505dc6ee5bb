"""From encoded rows to emissions: grouped by length, and alone where the choice is close."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from postwright.decoder import Decision, decide
from postwright.parser.model import Model
from postwright.parser.rows import Group
from postwright.parser.tagger import Scorer
from postwright.parser.windows import score_long
from postwright.text import MAX_WORDS, Encoded, to_batch

__all__ = ["decide_surely", "group_by_length", "tag_in_groups"]

#: Most rows of a group: more no longer make the decoder's arrays cheaper to walk.
_GROUP_ROWS = 128

#: Most rows of one call of the tagger: more do not fit into a core's cache.
_CALL_ROWS = 64


def group_by_length(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Indices of rows that fit together, longest first: at most 128, none below half the longest.

    Rows without words are left out; a row longer than a window is a group of its own.

    >>> list(group_by_length([3, 0, 200, 4, 90, 3]))
    [[2], [4], [3, 0, 5]]
    """
    group: list[int] = []
    shortest = 0
    for row in sorted(range(len(lengths)), key=lengths.__getitem__, reverse=True):
        length = lengths[row]
        if group and (length < shortest or len(group) == _GROUP_ROWS):
            yield group
            group = []
        if length == 0:
            return
        if not group:
            # Padding costs memory alone: the tagger never sees it, the decoder steps over it.
            shortest = max(1, length // 2) if length <= MAX_WORDS else length + 1
        group.append(row)
    if group:
        yield group


def tag_in_groups(
    encoded: Sequence[Encoded], tagger: Scorer, *, check: Callable[[], None] | None = None
) -> list[Group]:
    """Score every label for every word of every row that has words.

    Args:
        encoded: the rows.
        tagger: scores them.
        check: called before each call of the tagger; may raise to end the work.
    """
    return [
        _tag_group(members, encoded, tagger, check or _go_on)
        for members in group_by_length([len(row) for row in encoded])
    ]


def _go_on() -> None:
    """End nothing."""


def _tag_group(
    members: list[int],
    encoded: Sequence[Encoded],
    tagger: Scorer,
    check: Callable[[], None],
) -> Group:
    """Tag rows that are ordered by length; those of one length go in together, without padding."""
    rows = [encoded[member] for member in members]
    lengths = np.array([len(row) for row in rows])  # [batch], falling
    mask = np.arange(lengths[0]) < lengths[:, None]  # [batch, words]
    if lengths[0] > MAX_WORDS:
        check()
        scores = score_long(tagger, rows[0])
        return Group(np.array(members, dtype=np.int64), scores.emissions, mask, scores.countries)
    calls = list(_runs(lengths))
    found = []
    for first, stop in calls:
        check()
        found.append(tagger.score(to_batch(rows[first:stop])))
    emissions = found[0].emissions
    if len(calls) > 1:
        shape = (*mask.shape, emissions.shape[2])
        emissions = np.zeros(shape, dtype=np.float32)  # [batch, words, labels]
        for (first, stop), part in zip(calls, found, strict=True):
            emissions[first:stop, : part.emissions.shape[1]] = part.emissions
    heads = [part.countries for part in found if part.countries is not None]
    countries = np.concatenate(heads) if heads else None  # [batch, countries]
    return Group(np.array(members, dtype=np.int64), emissions, mask, countries)


def _runs(lengths: npt.NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Half-open ranges of equal lengths, each short enough for one call."""
    edges = [0, *(np.flatnonzero(np.diff(lengths)) + 1).tolist(), len(lengths)]
    for begin, end in pairwise(edges):
        for first in range(begin, end, _CALL_ROWS):
            yield first, min(first + _CALL_ROWS, end)


def decide_surely(group: Group, encoded: Sequence[Encoded], model: Model) -> Decision:
    """Best paths that do not depend on which rows share a group.

    Where the lead of the best path is small, the emissions of the row alone, at its own length,
    take the place of those from the group (in `group` too), and the row is decided again.
    """
    decision = decide(group.emissions, group.mask, model.transitions)
    if len(group.members) == 1:
        return decision
    close = np.flatnonzero(decision.margins < model.close_margin)
    if not close.size:
        return decision
    for place in close.tolist():
        row = encoded[group.members[place]]
        group.emissions[place, : len(row)] = model.tagger.score(to_batch([row])).emissions[0]
    again = decide(group.emissions[close], group.mask[close], model.transitions)
    decision.paths[close] = again.paths
    decision.scores[close] = again.scores
    decision.margins[close] = again.margins
    return decision
