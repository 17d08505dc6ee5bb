"""The public door: `Parser`, and `parse` and `parse_batch` with the shipped model."""

from __future__ import annotations

import os
import reprlib
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, islice

from postwright.decoder import Parse
from postwright.errors import InputError
from postwright.labels import LabelSet
from postwright.parser.model import Model, load_model
from postwright.parser.pipeline import run_pipeline

__all__ = ["Parser", "parse", "parse_batch"]

#: Rows that pass the pipeline together: enough to find rows of equal length, few enough to keep
#: what lies between the stages at some megabytes.
_CHUNK_ROWS = 1024


class Parser:
    """Parses addresses with one model. Safe to share between threads.

    >>> from postwright import Parser
    >>> Parser.load("no/such/model")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    postwright.errors.BundleError: no/such/model/bundle.json is missing; ...
    """

    def __init__(self, model: Model, *, threads: int = 1) -> None:
        """Wrap a loaded model; `load` is the usual way.

        Args:
            model: the working parts of a bundle.
            threads: how many chunks of a batch are parsed at once. The answers are the same.

        Raises:
            InputError: `threads` is not a positive int.
        """
        _check_count("threads", threads)
        self._model = model
        self._threads = threads

    @classmethod
    def load(cls, path: str | os.PathLike[str] | None = None, *, threads: int = 1) -> Parser:
        """Load a model bundle: a directory, or the shipped model where none is given.

        Raises:
            BundleError: the directory is no bundle, is damaged, or does not fit this package.
            InputError: `threads` is not a positive int.
        """
        return cls(load_model(path), threads=threads)

    @property
    def label_set(self) -> LabelSet:
        """The labels that the model speaks."""
        return self._model.label_set

    def parse(self, text: str, candidates: int = 1) -> Parse:
        """Parse one address (about 1 ms).

        Args:
            text: any text, of any length; nothing in it raises. Where nothing could be parsed,
                `Parse.error` says why.
            candidates: how many different readings to list in `Parse.candidates`; with 1 there
                are none beside the parse itself.

        Raises:
            InputError: `text` is not a str, or `candidates` not a positive int.
        """
        if not isinstance(text, str):
            raise InputError(f"text is {reprlib.repr(text)}, a {type(text).__name__}; give a str")
        _check_count("candidates", candidates)
        return run_pipeline([text], self._model, candidates=candidates)[0]

    def parse_batch(self, texts: Iterable[object], *, candidates: int = 1) -> list[Parse]:
        """Parse many addresses: a list of the same length and order.

        A row that is not a str (None, bytes, a NaN of a data frame) comes back as a parse without
        spans whose `error` says so. The spans of a row are those that `parse` finds.

        Raises:
            InputError: `texts` is one str or nothing to iterate over, or `candidates` is not a
                positive int.
        """
        return list(self.parse_stream(texts, candidates=candidates))

    def parse_stream(self, texts: Iterable[object], *, candidates: int = 1) -> Iterator[Parse]:
        """Parse as many addresses as come, about a thousand at a time, in their order.

        Raises:
            InputError: as `parse_batch`.
        """
        if isinstance(texts, str | bytes) or not isinstance(texts, Iterable):
            raise InputError(
                f"texts is {reprlib.repr(texts)}, a {type(texts).__name__}; give a list of str"
            )
        _check_count("candidates", candidates)
        return self._stream(_chunks(iter(texts)), candidates)

    def _stream(self, chunks: Iterator[list[object]], candidates: int) -> Iterator[Parse]:
        def run(chunk: list[object]) -> list[Parse]:
            return run_pipeline(chunk, self._model, candidates=candidates)

        if self._threads == 1:
            for chunk in chunks:
                yield from run(chunk)
            return
        # The pool lives no longer than the stream, so a fork finds no thread to lose.
        with ThreadPoolExecutor(self._threads) as pool:
            while ahead := list(islice(chunks, self._threads)):
                yield from chain.from_iterable(pool.map(run, ahead))


def _chunks(texts: Iterator[object]) -> Iterator[list[object]]:
    while chunk := list(islice(texts, _CHUNK_ROWS)):
        yield chunk


def _check_count(name: str, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise InputError(f"{name} = {value!r}: must be an int of at least 1")


_default_lock = threading.Lock()
_default_parser: Parser | None = None


def _default() -> Parser:
    """The parser of the shipped model, loaded once, when it is first needed."""
    global _default_parser
    if _default_parser is None:
        with _default_lock:
            if _default_parser is None:
                _default_parser = Parser.load()
    return _default_parser


def parse(text: str, candidates: int = 1) -> Parse:
    """Parse one address with the shipped model; see `Parser.parse`."""
    return _default().parse(text, candidates)


def parse_batch(texts: Iterable[object], *, candidates: int = 1) -> list[Parse]:
    """Parse many addresses with the shipped model; see `Parser.parse_batch`."""
    return _default().parse_batch(texts, candidates=candidates)
