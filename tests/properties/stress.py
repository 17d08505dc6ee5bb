"""Parse the same texts on many threads and in many processes: ``python stress.py`` reads a task.

A task is JSON on stdin: the `way` of making processes, and the `texts`. What every process found
is written to stdout as JSON; floats keep all their digits.
"""

from __future__ import annotations

import json
import multiprocessing
import sys
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any

from postwright import Parse, Parser

PROCESSES = 4
THREADS_OF_A_PROCESS = 4

#: Seconds that a child may take; one that is stuck in an inherited lock would take for ever.
PATIENCE = 60


def facts(parse: Parse) -> list[Any]:
    """All that a parse says, in a form that compares and travels."""
    spans = [
        [span.tag, span.value, span.start, span.end, span.probability, span.probability_raw]
        for span in parse.spans
    ]
    locale = [parse.locale.country, parse.locale.language, parse.locale.probability]
    readings = [facts(candidate) for candidate in parse.candidates]
    tree = [node.tag for node in parse.tree]
    return [parse.raw, spans, parse.probability, parse.probability_raw, locale, readings, tree]


def answers(parser: Parser, texts: Sequence[str], first: int = 0) -> dict[str, Any]:
    """What a parser says of the texts in all its ways, starting with another one each time."""
    order = [*range(first, len(texts)), *range(first)]
    alone: dict[int, Any] = {}
    for place in order:
        parse = parser.parse(texts[place])
        more = parser.parse(texts[place], candidates=3)
        alone[place] = [facts(parse), facts(more)]
    batch = [facts(parse) for parse in parser.parse_batch(texts)]
    return {"alone": [alone[place] for place in range(len(texts))], "batch": batch}


def on_threads(parser: Parser, texts: Sequence[str], count: int) -> list[dict[str, Any]]:
    """The answers of so many threads that share the parser and start at once."""
    found: dict[int, dict[str, Any]] = {}
    start = threading.Barrier(count)

    def work(number: int) -> None:
        start.wait()
        found[number] = answers(parser, texts, number * len(texts) // count)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [found[number] for number in range(count)]


def load() -> Parser:
    """The parser that is put under stress."""
    return Parser.load(locale=True)


def _child(pipe: Connection, parser: Parser | None, texts: Sequence[str]) -> None:
    pipe.send(on_threads(parser or load(), texts, THREADS_OF_A_PROCESS))


def in_processes(way: str, parser: Parser | None, texts: Sequence[str]) -> list[Any]:
    """The answers of all threads of all processes, or what stands for a process that is stuck."""
    context = multiprocessing.get_context(way)
    children = []
    for _ in range(PROCESSES):
        ours, theirs = context.Pipe(duplex=False)
        child = context.Process(target=_child, args=(theirs, parser, texts))
        child.start()
        children.append((child, ours))
    found = []
    for child, ours in children:
        found += ours.recv() if ours.poll(PATIENCE) else ["the process is stuck"]
        child.kill()
        child.join()
    return found


def fork_before_load(texts: Sequence[str]) -> list[Any]:
    """Every process loads the model itself."""
    return in_processes("fork", None, texts)


def fork_after_load(texts: Sequence[str]) -> list[Any]:
    """Every process inherits a parser that has been used."""
    parser = load()
    answers(parser, texts[:3])
    return in_processes("fork", parser, texts)


def fork_while_parsing(texts: Sequence[str]) -> list[Any]:
    """The processes are made while other threads of the parent are at work."""
    parser = load()
    done = threading.Event()

    def work() -> None:
        while not done.is_set():
            answers(parser, texts)

    threads = [threading.Thread(target=work) for _ in range(THREADS_OF_A_PROCESS)]
    for thread in threads:
        thread.start()
    try:
        return in_processes("fork", parser, texts)
    finally:
        done.set()


def spawn(texts: Sequence[str]) -> list[Any]:
    """New interpreters, each with a model of its own."""
    return in_processes("spawn", None, texts)


WAYS: dict[str, Callable[[Sequence[str]], list[Any]]] = {
    way.__name__: way for way in (fork_before_load, fork_after_load, fork_while_parsing, spawn)
}

if __name__ == "__main__":
    task = json.load(sys.stdin)
    json.dump(WAYS[task["way"]](task["texts"]), sys.stdout)
