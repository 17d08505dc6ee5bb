"""Packed records come back as they went in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postwright.corpus.records import Row
from postwright.corpus.store import ComponentStore, RowStore
from postwright.labels import TAGS

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=12)
FIELDS = st.dictionaries(st.sampled_from([*TAGS, "region_code", "locality_alt"]), TEXT)


@given(st.lists(FIELDS, max_size=6))
def test_components_come_back(records: list[dict[str, str]]) -> None:
    """Every field under its name, with country and source."""
    store = ComponentStore.of("FR", "example", records)
    assert [store[at].fields for at in range(len(store))] == records
    assert {(store[at].country, store[at].source) for at in range(len(store))} <= {
        ("FR", "example")
    }


def test_several_values_of_a_field_are_joined_and_kept_as_parts() -> None:
    """The composer writes them side by side; what they were is not lost."""
    store = ComponentStore.of(
        "JP", "x", [{"locality": "静岡市", "dependent_locality": "葵区\0梅屋町"}]
    )
    assert store[0].fields == {"locality": "静岡市", "dependent_locality": "葵区梅屋町"}
    assert store[0].parts == {"dependent_locality": ("葵区", "梅屋町")}


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), max_size=6))
def test_rows_come_back_with_tabs_and_line_ends(texts: list[str]) -> None:
    """The text of a row is not changed by packing."""
    rows = [
        Row(raw, ((0, 1, "street"), (1, 2, "unit")), "US", "x", ("as-written",)) for raw in texts
    ]
    store = RowStore.of("US", "x", rows)
    assert [store[at] for at in range(len(store))] == rows
