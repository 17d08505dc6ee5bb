"""Settings are checked before any work starts, and the message names key, value and mend."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest

from postwright.config import from_mapping, load_toml, to_mapping
from postwright.errors import ConfigError


@dataclass(frozen=True)
class Inner:
    """A nested table."""

    rate: float = 0.1
    kind: Literal["a", "b"] = "a"

    def __post_init__(self) -> None:
        if self.rate <= 0:
            raise ValueError(f"rate = {self.rate}: must be above 0")


@dataclass(frozen=True)
class Settings:
    """A table with one of each."""

    name: str
    count: int = 3
    parts: tuple[str, ...] = ()
    weights: dict[str, float] = field(default_factory=dict)
    limit: int | None = None
    inner: Inner = Inner()


def test_a_file_becomes_the_dataclass(tmp_path: Path) -> None:
    """Tables, arrays, optional values and overrides."""
    path = tmp_path / "settings.toml"
    path.write_text('name = "x"\nparts = ["p"]\n[weights]\nUS = 1\n[inner]\nrate = 2\n')
    settings = load_toml(path, Settings, ["inner.kind=b", "count=5", "limit=7"])
    assert settings == Settings("x", 5, ("p",), {"US": 1.0}, 7, Inner(2.0, "b"))
    assert from_mapping(to_mapping(settings), Settings) == settings


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({}, ["missing", "name"]),
        ({"name": "x", "cuont": 1}, ["unknown", "cuont", "count"]),
        ({"name": 3}, ["name", "3", "str"]),
        ({"name": "x", "count": "3"}, ["count", "'3'", "int"]),
        ({"name": "x", "count": True}, ["count", "True", "int"]),
        ({"name": "x", "inner": {"kind": "c"}}, ["inner.kind", "'c'", "'a', 'b'"]),
        ({"name": "x", "inner": {"rate": -1.0}}, ["inner", "-1.0", "above 0"]),
        ({"name": "x", "parts": [1]}, ["parts[0]", "1", "str"]),
        ({"name": "x", "limit": "many"}, ["limit", "'many'", "int"]),
    ],
)
def test_what_is_wrong_is_named(table: dict[str, object], words: list[str]) -> None:
    """Key, value and what would be right stand in the message."""
    with pytest.raises(ConfigError) as caught:
        from_mapping(table, Settings)
    assert all(word in str(caught.value) for word in words)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """A missing file and broken TOML."""
    with pytest.raises(ConfigError, match="nowhere"):
        load_toml(tmp_path / "nowhere.toml", Settings)
    (tmp_path / "broken.toml").write_text("name = ")
    with pytest.raises(ConfigError, match="not valid TOML"):
        load_toml(tmp_path / "broken.toml", Settings)


def test_an_override_without_a_value_is_refused(tmp_path: Path) -> None:
    """`--set name` says how it is written."""
    (tmp_path / "s.toml").write_text('name = "x"')
    with pytest.raises(ConfigError, match=r"table\.key=value"):
        load_toml(tmp_path / "s.toml", Settings, ["name"])
