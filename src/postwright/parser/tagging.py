"""From encoded rows to emissions: grouped by length, and alone where the choice is close."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from postwright.decoder import Decision, decide
from postwright.parser.model import Model
from postwright.parser.rows import Group
from postwright.parser.tagger import Scorer
from postwright.parser.windows import long_emissions
from postwright.text import MAX_WORDS, Encoded, to_batch

__all__ = ["CLOSE_MARGIN", "decide_surely", "group_by_length", "tag_in_groups"]

#: Most rows of a group: larger ones are no faster (DESIGN: 16 to 64 are best).
_GROUP_ROWS = 64

#: A best path that leads the second best by less than this (in nats) is decided again from
#: emissions of the row alone. INT8 activations take their scale over the whole batch, so
#: neighbours move the scores of two paths against each other, but not by so much.
CLOSE_MARGIN = 1.0


def group_by_length(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Indices of rows that fit together: about the same length, at most 64 of them.

    Rows without words are left out; a row longer than a window is a group of its own.

    >>> list(group_by_length([3, 0, 200, 4, 90, 3]))
    [[0, 5, 3], [4], [2]]
    """
    group: list[int] = []
    widest = 0
    for row in sorted(range(len(lengths)), key=lengths.__getitem__):
        length = lengths[row]
        if length == 0:
            continue
        if group and (length > widest or len(group) == _GROUP_ROWS):
            yield group
            group = []
        if not group:
            # Padding costs as much as words do: at most two words, or a fifth, of it.
            widest = length + max(2, length // 5) if length <= MAX_WORDS else 0
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
        check: called before each group; may raise to end the work.
    """
    groups = []
    for members in group_by_length([len(row) for row in encoded]):
        if check is not None:
            check()
        groups.append(_tag_group(members, encoded, tagger))
    return groups


def _tag_group(members: list[int], encoded: Sequence[Encoded], tagger: Scorer) -> Group:
    first = encoded[members[0]]
    if len(first) > MAX_WORDS:
        emissions = long_emissions(tagger, first)[None]  # [1, words, labels]
        mask = np.ones(emissions.shape[:2], dtype=np.bool_)
    else:
        batch = to_batch([encoded[member] for member in members])
        emissions, mask = tagger.emissions(batch), batch.mask
    return Group(np.array(members, dtype=np.int64), emissions, mask)


def decide_surely(group: Group, encoded: Sequence[Encoded], model: Model) -> Decision:
    """Best paths that do not depend on which rows share a group.

    Where the lead of the best path is small, the emissions of the row alone, at its own length,
    take the place of those from the group (in `group` too), and the row is decided again.
    """
    decision = decide(group.emissions, group.mask, model.transitions)
    if len(group.members) == 1:
        return decision
    close = np.flatnonzero(decision.margins < CLOSE_MARGIN)
    if not close.size:
        return decision
    for place in close.tolist():
        row = encoded[group.members[place]]
        group.emissions[place, : len(row)] = model.tagger.emissions(to_batch([row]))[0]
    again = decide(group.emissions[close], group.mask[close], model.transitions)
    decision.paths[close] = again.paths
    decision.scores[close] = again.scores
    decision.margins[close] = again.margins
    return decision
