"""Sixteen threads and four processes, forked at any moment, say what one thread says."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
import threading
from pathlib import Path
from typing import Any

import pytest
from stress import PROCESSES, THREADS_OF_A_PROCESS, WAYS, answers, facts, load, on_threads
from texts import HARMLESS, dev_raws

from postwright import Parser

TEXTS = [
    *dev_raws()[::300],
    " ".join(HARMLESS),
    "12 Elm St, Ulm " * 40,
    "",
    " ",
    "東京都千代田区1-1",
]


@pytest.fixture(scope="module")
def parser() -> Parser:
    """One parser for all threads."""
    return load()


@pytest.fixture(scope="module")
def expected(parser: Parser) -> dict[str, Any]:
    """What one thread says."""
    return answers(parser, TEXTS)


def test_sixteen_threads_say_what_one_says(parser: Parser, expected: dict[str, Any]) -> None:
    """Spans, tags, probabilities to the last bit, locale, candidates; alone and in batches."""
    for found in on_threads(parser, TEXTS, 16):
        assert found == expected


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")
@pytest.mark.parametrize("way", sorted(WAYS))
def test_four_processes_say_what_one_thread_says(way: str, expected: dict[str, Any]) -> None:
    """However they are made, and with four threads in each."""
    task = json.dumps({"way": way, "texts": TEXTS})
    script = Path(__file__).with_name("stress.py")
    done = subprocess.run(
        [sys.executable, script], input=task, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    answered = json.loads(done.stdout)
    assert len(answered) == PROCESSES * THREADS_OF_A_PROCESS
    wanted = json.loads(json.dumps(expected))
    for found in answered:
        assert found == wanted


def test_threads_may_share_a_result(parser: Parser) -> None:
    """What is made when it is first asked for is the same for all who ask at once."""
    parses = parser.parse_batch(TEXTS, candidates=2)
    found: list[list[Any]] = []
    start = threading.Barrier(16)

    def read() -> None:
        start.wait()
        found.append([(parse.spans, parse.tree, parse.unknown, facts(parse)) for parse in parses])

    threads = [threading.Thread(target=read) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 16
    assert all(one == found[0] for one in found)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")
def test_a_fork_while_the_shipped_model_is_loaded_does_no_harm() -> None:
    """The child has not got the thread that loads it, nor the lock that the thread holds."""
    code = """
        import os, signal, threading
        import postwright.parser.api as api
        with api._default_lock:  # as a thread holds it that is at work in the parent
            child = os.fork()
            if child == 0:
                signal.alarm(60)
                os._exit(0 if api.parse("12 Elm St").spans else 1)
        assert os.waitpid(child, 0)[1] == 0, "the child was stuck"
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, timeout=200
    )
    assert done.returncode == 0, done.stderr
