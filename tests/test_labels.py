"""The vocabulary of tags is frozen."""

from __future__ import annotations

import pytest

from postwright.labels import CORE, CORE_TAGS, FULL, PARENTS, TAGS, fold_to_core, is_legal


def test_ids_never_move() -> None:
    """Saved models carry these ids: tags may be appended, never moved."""
    assert TAGS[:18] == (
        "country", "region", "locality", "dependent_locality", "postcode", "subregion", "cedex",
        "venue", "street", "house_number", "unit", "po_box", "level", "building", "entrance",
        "staircase", "attention", "cross_street",
    )  # fmt: skip
    assert (len(CORE), len(FULL)) == (21, 37)


def test_begin_inside_and_tag_agree_with_the_labels() -> None:
    """The three ways to look at an id say the same."""
    for tag in TAGS:
        assert FULL.labels[FULL.begin(tag)] == f"B-{tag}"
        assert FULL.labels[FULL.inside(tag)] == f"I-{tag}"
        assert FULL.tag_of(FULL.begin(tag)) == FULL.tag_of(FULL.inside(tag)) == tag
    assert FULL.tag_of(0) is None


def test_a_tag_of_another_set_is_a_key_error() -> None:
    """The core set does not know units."""
    with pytest.raises(KeyError):
        CORE.begin("unit")


def test_core_labels_are_a_prefix_of_full() -> None:
    """A core id means the same in the full set."""
    assert FULL.labels[: len(CORE)] == CORE.labels


@pytest.mark.parametrize("tag", TAGS)
def test_no_tag_is_its_own_ancestor(tag: str) -> None:
    """Following parents ends."""
    seen, open_tags = set(), list(PARENTS[tag])
    while open_tags:
        parent = open_tags.pop()
        assert parent != tag
        if parent not in seen:
            seen.add(parent)
            open_tags += PARENTS[parent]


def test_folding_removes_and_renames() -> None:
    """Tags outside the core vanish; a cross street is a second street."""
    spans = [(i, i + 1, tag) for i, tag in enumerate(TAGS)]
    folded = fold_to_core(spans)
    assert [tag for _, _, tag in folded] == [*CORE_TAGS, "street"]


def test_only_inside_labels_need_their_own_tag_before_them() -> None:
    """All pairs of the core set, against the BIO rule read off the names."""
    for previous, before in enumerate(CORE.labels):
        for current, label in enumerate(CORE.labels):
            expected = label[0] != "I" or (before != "O" and before[2:] == label[2:])
            assert is_legal(previous, current) == expected
    assert [is_legal(None, i) for i in range(3)] == [True, True, False]
