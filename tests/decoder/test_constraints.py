"""The penalties and the transitions that carry them."""

from __future__ import annotations

import numpy as np
import pytest

from postwright.decoder.constraints import (
    ILLEGAL,
    Transitions,
    move_penalties,
    start_penalties,
)
from postwright.errors import InputError
from postwright.labels import CORE, FULL, LabelSet


@pytest.mark.parametrize("label_set", [CORE, FULL], ids=lambda one: one.name)
def test_only_a_tag_itself_may_go_on_inside(label_set: LabelSet) -> None:
    """Every I label is forbidden after all labels but its own B and I, and at the start."""
    names = label_set.labels
    for current, name in enumerate(names):
        inside = name.startswith("I-")
        assert start_penalties(len(names))[current] == (ILLEGAL if inside else 0)
        for previous, before in enumerate(names):
            illegal = inside and before[2:] != name[2:]
            assert move_penalties(len(names))[previous, current] == (ILLEGAL if illegal else 0)


def test_learned_scores_are_kept_beside_the_penalties() -> None:
    """Legal moves keep the learned number; nothing shared can be written to."""
    transitions = Transitions.from_learned([1, 2, 3], [4, 5, 6], np.full((3, 3), 0.5))
    assert transitions.start.tolist() == [1, 2, 3 + ILLEGAL]
    assert transitions.end.tolist() == [4, 5, 6]
    assert transitions.matrix[0].tolist() == [0.5, 0.5, 0.5 + ILLEGAL]
    with pytest.raises(ValueError, match="read-only"):
        transitions.matrix[0, 0] = 1


@pytest.mark.parametrize(
    ("start", "end", "matrix", "message"),
    [
        ([0, 0, 0], [0, 0], [[0] * 3] * 3, "must be"),
        ([0, 0, 0], [0, 0, 0], [[0] * 3] * 2, "must be"),
        (0, 0, 0, "must be"),
        ([0, 0, float("nan")], [0, 0, 0], [[0] * 3] * 3, "not finite"),
    ],
)
def test_wrong_transitions_are_refused(
    start: object, end: object, matrix: object, message: str
) -> None:
    """A wrong shape or a number that is not finite is said at once."""
    with pytest.raises(InputError, match=message):
        Transitions.from_learned(start, end, matrix)
