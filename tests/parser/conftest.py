"""The parser that the tests of the parser share."""

from __future__ import annotations

from pathlib import Path

import pytest

from postwright.parser import Parser


@pytest.fixture(scope="session")
def parser(tiny_bundle: Path) -> Parser:
    """A parser of the tiny, untrained model."""
    return Parser.load(tiny_bundle)
