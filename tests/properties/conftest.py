"""The parsers of the shipped model, and the modules that lie beside these tests."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from postwright import Parser

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def shipped() -> Parser:
    """The parser of the model inside the package."""
    return Parser.load()


@pytest.fixture(scope="session")
def locating() -> Parser:
    """The same with country and language."""
    return Parser.load(locale=True)
