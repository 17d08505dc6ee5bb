"""Properties that are made when they are first asked for."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from postwright.decoder import Parse, Span
from postwright.labels import FULL
from postwright.lazy import lazy_property


class _Waiting(tuple[Span, ...]):
    """Spans that are not handed out before somebody says so."""

    gate = threading.Event()
    asked = threading.Event()

    def __iter__(self) -> Iterator[Span]:
        self.asked.set()
        self.gate.wait(60)
        return super().__iter__()


def test_one_result_does_not_wait_for_another() -> None:
    """`functools.cached_property` would hold one lock for all of them before Python 3.12."""
    slow = Parse("Elm", _Waiting([Span("street", "Elm", 0, 3, 1.0, 1.0)]))
    waiting = threading.Thread(target=lambda: slow.components)
    waiting.start()
    assert _Waiting.asked.wait(60)
    found: list[object] = []
    other = threading.Thread(target=lambda: found.append(Parse("?").components))
    other.start()
    other.join(30)
    _Waiting.gate.set()
    waiting.join()
    assert found == [{}]
    assert slow.components == {"street": ["Elm"]}


def test_a_value_is_made_once_and_kept() -> None:
    """Threads that ask later get the object that was made first."""
    parse = Parse("Elm")
    assert parse.components is parse.components
    assert isinstance(type(parse).tree, lazy_property)
    assert FULL.labels is FULL.labels
