"""``import postwright``: what it offers and what it costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

import postwright

HEAVY = ("numpy", "regex", "onnxruntime", "sentencepiece", "torch", "click")


def loaded_after(code: str) -> set[str]:
    """Modules that a fresh interpreter has loaded after running ``code``."""
    shown = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return set(shown.stdout.split())


def test_the_import_loads_nothing_heavy() -> None:
    """Names are looked up when they are first asked for."""
    assert loaded_after("import postwright").isdisjoint(HEAVY)


def test_the_error_tree_loads_nothing_heavy() -> None:
    """An except clause must not cost an import of onnxruntime."""
    assert loaded_after("from postwright import PostwrightError").isdisjoint(HEAVY)


def test_a_parser_never_loads_torch() -> None:
    """Only training needs it."""
    assert "torch" not in loaded_after("from postwright import Parser")


def test_help_loads_no_command() -> None:
    """Listing the commands imports none of them."""
    code = "import postwright.cli as c; c.main(['--help'], standalone_mode=False)"
    assert loaded_after(code).isdisjoint({"numpy", "onnxruntime", "torch", "postwright.cli.parse"})


def test_the_public_surface_is_frozen() -> None:
    """A name is added on purpose, and none is taken away."""
    assert postwright.__all__ == [
        "Parse",
        "Parser",
        "PostwrightError",
        "Span",
        "__version__",
        "parse",
        "parse_batch",
    ]
    assert sorted(postwright.__all__) == postwright.__all__


@pytest.mark.parametrize("name", postwright.__all__)
def test_every_public_name_can_be_had(name: str) -> None:
    """Lazy attributes lead somewhere."""
    assert getattr(postwright, name) is not None
    assert name in dir(postwright)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As with any module."""
    with pytest.raises(AttributeError, match="no attribute 'geocode'"):
        postwright.geocode  # noqa: B018
