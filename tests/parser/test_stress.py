"""Many threads and processes at once say what one thread says."""

from __future__ import annotations

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from postwright import Parse, Parser

PARTS = ["350 5th Ave", "New York", "NY", "10118", "rue de la Paix", "12a", "東京都1-1", "№ 5", ","]


def some_texts(seed: int) -> list[str]:
    """A hundred texts of 1 to 25 words."""
    draw = random.Random(seed)
    return [" ".join(draw.choices(PARTS, k=draw.randint(1, 9))) for _ in range(100)]


def parse_all(path: str, seed: int) -> list[Parse]:
    """What a process of its own says."""
    return Parser.load(path).parse_batch(some_texts(seed))


def outlines(parses: list[Parse]) -> list[list[tuple[str, int, int]]]:
    """What parses say about their texts, without probabilities."""
    return [[(span.tag, span.start, span.end) for span in parse.spans] for parse in parses]


def test_sixteen_threads_share_a_parser(parser: Parser) -> None:
    """Each with rows of its own, alone and in batches, and reading lazy spans of one parse."""
    expected = [outlines([parser.parse(text) for text in some_texts(n)]) for n in range(16)]
    shared = parser.parse_batch(some_texts(0))

    def work(n: int) -> bool:
        batch = outlines(parser.parse_batch(some_texts(n)))
        alone = outlines([parser.parse(text) for text in some_texts(n)[:20]])
        return (
            batch == expected[n] and alone == expected[n][:20] and outlines(shared) == expected[0]
        )

    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(work, range(16)))


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_four_processes_send_back_what_one_says(
    parser: Parser, tiny_bundle: Path, method: str
) -> None:
    """Parses travel whole between processes, and equal those that were made here."""
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system starts no process by {method}")
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(4, mp_context=context) as pool:
        found = list(pool.map(parse_all, [str(tiny_bundle)] * 4, range(4)))
    for seed, parses in enumerate(found):
        here = parser.parse_batch(some_texts(seed))
        assert [parse.raw for parse in parses] == [parse.raw for parse in here]
        assert outlines(parses) == outlines(here)
