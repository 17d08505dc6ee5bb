"""Settings: frozen dataclasses read from one TOML file, checked before any work starts."""

from __future__ import annotations

import dataclasses
import tomllib
import types
import typing
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from postwright.errors import ConfigError

__all__ = ["apply_overrides", "from_mapping", "load_toml", "to_mapping"]

T = TypeVar("T")


def load_toml(path: str | Path, cls: type[T], overrides: Sequence[str] = ()) -> T:
    """Read ``path`` into the frozen dataclass ``cls``.

    Args:
        path: a TOML file; tables become nested dataclasses.
        cls: a dataclass whose annotations are the schema.
        overrides: texts such as ``"train.batch_size=256"``; the value is written as in TOML,
            and a bare word is taken as a string.

    Raises:
        ConfigError: unreadable file, bad TOML, unknown key, wrong type, or a value that the
            dataclass refuses in ``__post_init__``; the message names key, value and mend.
    """
    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"cannot read {path}: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is not valid TOML: {error}") from error
    return from_mapping(apply_overrides(table, overrides), cls)


def apply_overrides(table: Mapping[str, Any], overrides: Sequence[str]) -> dict[str, Any]:
    """A copy of ``table`` with dotted ``key=value`` texts laid over it.

    >>> apply_overrides({"train": {"seed": 1}}, ["train.seed=2", "train.schedule=cosine"])
    {'train': {'seed': 2, 'schedule': 'cosine'}}
    """
    result = _copy(table)
    for text in overrides:
        key, equals, value = text.partition("=")
        if not equals or not key.strip():
            raise ConfigError(f"override {text!r} has no '='; write it as table.key=value")
        *path, last = key.strip().split(".")
        node = result
        for part in path:
            node = node.setdefault(part, {})
            if not isinstance(node, dict):
                raise ConfigError(f"override {text!r}: {part!r} is a value, not a table")
        node[last] = _toml_value(value.strip())
    return result


def _copy(table: Mapping[str, Any]) -> dict[str, Any]:
    return {k: _copy(v) if isinstance(v, Mapping) else v for k, v in table.items()}


def _toml_value(text: str) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def from_mapping(table: Mapping[str, Any], cls: type[T], *, at: str = "") -> T:
    """Build the dataclass ``cls`` from a mapping, checking every key and type.

    ``at`` is the dotted place of ``table``, for messages. Raises `ConfigError`.
    """
    assert dataclasses.is_dataclass(cls), cls
    hints = typing.get_type_hints(cls)
    fields = {field.name: field for field in dataclasses.fields(cls) if field.init}
    for key in table:
        if key not in fields:
            known = ", ".join(sorted(fields))
            raise ConfigError(f"unknown key {_dotted(at, key)!r}; known here: {known}")
    values = {}
    for name, field in fields.items():
        if name in table:
            values[name] = _convert(table[name], hints[name], _dotted(at, name))
        elif _is_required(field):
            raise ConfigError(f"missing key {_dotted(at, name)!r}: {_type_name(hints[name])}")
    try:
        return cls(**values)
    except ConfigError:
        raise
    except ValueError as error:
        raise ConfigError(f"{at + ': ' if at else ''}{error}") from error


def _dotted(at: str, key: str) -> str:
    return f"{at}.{key}" if at else str(key)


def _is_required(field: dataclasses.Field[Any]) -> bool:
    missing = dataclasses.MISSING
    return field.default is missing and field.default_factory is missing


def _convert(value: Any, hint: Any, at: str) -> Any:
    """``value`` as the annotation ``hint`` wants it, or a `ConfigError` naming ``at``."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _convert_union(value, args, at, hint)
    if origin is typing.Literal:
        if value in args and type(value) in {type(arg) for arg in args}:
            return value
        raise ConfigError(f"{at} = {value!r}: must be one of {', '.join(map(repr, args))}")
    if dataclasses.is_dataclass(hint) and isinstance(value, Mapping):
        return from_mapping(value, typing.cast(type[Any], hint), at=at)
    if origin is tuple and isinstance(value, list | tuple):
        return tuple(_convert(item, args[0], f"{at}[{i}]") for i, item in enumerate(value))
    if origin is dict and isinstance(value, Mapping):
        return {key: _convert(item, args[1], _dotted(at, key)) for key, item in value.items()}
    return _convert_scalar(value, hint, at)


def _convert_union(value: Any, args: tuple[Any, ...], at: str, hint: Any) -> Any:
    if value is None and type(None) in args:
        return None
    for arg in args:
        if dataclasses.is_dataclass(arg) and isinstance(value, Mapping):
            return _convert(value, arg, at)  # its message names the key within
        if arg is not type(None):
            try:
                return _convert(value, arg, at)
            except ConfigError:
                continue
    raise ConfigError(f"{at} = {value!r}: must be {_type_name(hint)}")


def _convert_scalar(value: Any, hint: Any, at: str) -> Any:
    if hint is Any:
        return value
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if hint is Path and isinstance(value, str | Path):
        return Path(value)
    if isinstance(hint, type) and type(value) is hint:
        return value
    raise ConfigError(f"{at} = {value!r}: must be {_type_name(hint)}")


def _type_name(hint: Any) -> str:
    return hint.__name__ if isinstance(hint, type) else str(hint).replace("typing.", "")


def to_mapping(settings: Any) -> dict[str, Any]:
    """A settings dataclass as plain dictionaries, lists and scalars, ready for JSON."""
    return {
        field.name: _plain(getattr(settings, field.name)) for field in dataclasses.fields(settings)
    }


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return to_mapping(value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    return str(value) if isinstance(value, Path) else value
