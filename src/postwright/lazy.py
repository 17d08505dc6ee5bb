"""A property that is made when it is first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

__all__ = ["lazy_property"]

Value = TypeVar("Value")


class lazy_property(Generic[Value]):
    """Like `functools.cached_property`, but without a lock.

    Before Python 3.12 that one holds a lock that all objects of a class share: threads would wait
    for each other, and a process that is forked meanwhile for ever. Here two threads that ask at
    once may both make the value; both get the same one.

    >>> class Word(str):
    ...     @lazy_property
    ...     def folded(self) -> str:
    ...         return self.casefold()
    >>> Word("ELM").folded
    'elm'
    """

    def __init__(self, make: Callable[[Any], Value]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> lazy_property[Value]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...

    def __get__(self, instance: object | None, owner: type) -> lazy_property[Value] | Value:
        if instance is None:
            return self
        value: Value = vars(instance).setdefault(self._name, self._make(instance))
        return value
