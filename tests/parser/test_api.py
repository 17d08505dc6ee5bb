"""The public door: what goes in, what comes out, and what is refused."""

from __future__ import annotations

import math
import shutil
import threading
from pathlib import Path
from typing import Any

import pytest

from postwright import Parser
from postwright.bundle import TAGGER_FILE, read_bundle, write_manifest
from postwright.errors import BundleError, InputError
from postwright.labels import FULL


def test_a_parse_knows_its_text_and_spans(parser: Parser) -> None:
    """The parse of an address as the library promises it."""
    parse = parser.parse("350 5th Ave, New York, NY 10118")
    assert parse.raw == "350 5th Ave, New York, NY 10118"
    assert parse.spans
    assert parse.candidates == ()
    assert parse.error is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "the text is empty"),
        (" \t\r\n\u3000", "the text holds only white space"),
        ("!?,", "the text holds no letter and no digit"),
        ("\x00\x01\x7f", "the text holds no letter and no digit"),
        ("\ud800\udfff", "the text holds no letter and no digit"),
        ("👍🏽", "the text holds no letter and no digit"),
    ],
)
def test_what_cannot_be_parsed_says_why(parser: Parser, text: str, reason: str) -> None:
    """No exception: a result without spans that gives its reason."""
    parse = parser.parse(text)
    assert (parse.raw, parse.spans, parse.error) == (text, (), reason)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (None, "not a str but NoneType: None"),
        (b"12 Main St", "not a str but bytes: b'12 Main St'"),
        (math.nan, "not a str but float: nan"),
        (["x"], "not a str but list: ['x']"),
    ],
)
def test_a_bad_row_of_a_batch_comes_back_with_its_reason(
    parser: Parser, row: object, reason: str
) -> None:
    """The rows beside it are parsed as if it were not there."""
    before, bad, after = parser.parse_batch(["12 main street", row, "paris"])
    assert (bad.raw, bad.spans, bad.error) == ("", (), reason)
    assert before.components == parser.parse("12 main street").components
    assert after.components == parser.parse("paris").components


@pytest.mark.parametrize("text", [None, b"12 Main St", 12, ["12 Main St"]])
def test_one_text_that_is_none_is_refused(parser: Parser, text: Any) -> None:
    """At the single door the caller made the mistake, and learns the value and the mend."""
    with pytest.raises(InputError, match=r"text is .*give a str"):
        parser.parse(text)


@pytest.mark.parametrize("count", [0, -1, 1.5, True, "2"])
def test_a_number_of_candidates_below_1_is_refused(parser: Parser, count: Any) -> None:
    """Not clamped, not ignored."""
    with pytest.raises(InputError, match="candidates = "):
        parser.parse("x", candidates=count)


@pytest.mark.parametrize("texts", ["12 Main St", b"x", None, 5])
def test_a_batch_that_is_no_list_is_refused(parser: Parser, texts: Any) -> None:
    """One str would be parsed letter by letter."""
    with pytest.raises(InputError, match=r"texts is .*give a list of str"):
        parser.parse_batch(texts)


def test_an_empty_batch_is_an_empty_list(parser: Parser) -> None:
    """And a batch of empty texts has as many results."""
    assert parser.parse_batch([]) == []
    assert len(parser.parse_batch(["", " "])) == 2


def test_a_stream_is_parsed_as_it_comes(parser: Parser) -> None:
    """An endless stream gives its first results after some thousand texts at most."""
    drawn = 0

    def endless() -> Any:
        nonlocal drawn
        while True:
            drawn += 1
            yield "12 main street"

    stream = parser.parse_stream(endless())
    assert next(stream).raw == "12 main street"
    assert drawn <= 2048


def test_a_parser_says_which_labels_it_speaks(parser: Parser) -> None:
    """A caller may want to fold its answers."""
    assert parser.label_set is FULL


def test_many_threads_may_share_a_parser(parser: Parser) -> None:
    """Every thread gets what one thread gets."""
    texts = [f"{n} main street, paris {n * 7}" for n in range(40)]
    expected = [parser.parse(text).spans for text in texts]
    found: dict[int, list[Any]] = {}

    def work(number: int) -> None:
        found[number] = [parser.parse(text).spans for text in texts]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(found.values()) == [expected] * 8


def test_a_graph_that_is_none_is_refused(tiny_bundle: Path, tmp_path: Path) -> None:
    """The digest is right, the content is not: the error names the file and the mend."""
    directory = shutil.copytree(tiny_bundle, tmp_path / "broken")
    (directory / TAGGER_FILE).write_bytes(b"no graph")
    write_manifest(directory, read_bundle(tiny_bundle).manifest)
    with pytest.raises(BundleError, match=rf"cannot load .*{TAGGER_FILE}.*export the model again"):
        Parser.load(directory)


def test_a_directory_that_is_no_bundle_is_refused(tmp_path: Path) -> None:
    """The error names the file that was looked for."""
    with pytest.raises(BundleError, match=r"bundle\.json is missing"):
        Parser.load(tmp_path)


@pytest.mark.parametrize("threads", [0, -2, 1.0])
def test_a_number_of_threads_below_1_is_refused(tiny_bundle: Path, threads: Any) -> None:
    """Not clamped, not ignored."""
    with pytest.raises(InputError, match="threads = "):
        Parser.load(tiny_bundle, threads=threads)
