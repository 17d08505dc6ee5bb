"""A page is self-contained, and nothing but a drawing of ours can bring markup in."""

from __future__ import annotations

import re

import pytest

from postwright.errors import InputError
from postwright.training.page import Figure, Section, Table, page, text_table, write_text


def test_a_page_escapes_all_words() -> None:
    """Titles, words, captions and cells are text."""
    odd = "<i>&"
    table = Table((odd,), [(odd,)])
    text = page(odd, odd, [Section(odd, odd, [Figure("<svg></svg>", odd)], table)])
    assert "<i>" not in text
    assert text.count("&lt;i&gt;&amp;") == 8
    assert "<figure><svg></svg><figcaption>" in text


def test_a_page_loads_nothing() -> None:
    """Its own policy forbids it, and no element asks for it."""
    text = page("title", "facts", [Section("a", figures=[Figure("<svg></svg>")])])
    assert "default-src 'none'" in text
    assert not re.search(r"<(script|link|img|iframe)|src=|href=|@import|url\(", text)


def test_a_section_without_a_table_has_none() -> None:
    """Nothing empty is drawn."""
    text = page("title", "facts", [Section("a", figures=[Figure("<svg></svg>")])])
    assert "<table>" not in text
    assert "<figcaption>" not in text


def test_a_text_table_is_aligned() -> None:
    """Names to the left, figures to the right."""
    lines = text_table(Table(("name", "f"), [("a", "10"), ("longer", "9")])).splitlines()
    assert lines == ["name     f", "a       10", "longer   9"]


def test_a_file_that_cannot_be_written_is_named(tmp_path) -> None:
    """A directory is in the way: the error names the path."""
    (tmp_path / "page.html").mkdir()
    with pytest.raises(InputError, match=r"cannot write .*page\.html"):
        write_text(tmp_path / "page.html", "x")
