"""The public door: `Parser`, and `parse` and `parse_batch` with the shipped model."""

from __future__ import annotations

import os
import reprlib
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from postwright.decoder import Parse
from postwright.errors import InputError
from postwright.labels import TAGS, LabelSet
from postwright.parser.locale_table import load_table
from postwright.parser.model import Model, load_model
from postwright.parser.pipeline import LOCALE, PLACES, STAGES, run_pipeline
from postwright.parser.rows import NO_LIMITS, Limits
from postwright.parser.stages import Stage, insert_stage, resolve_stages
from postwright.parser.watch import Budget, CancelToken, Run

__all__ = ["Parser", "parse", "parse_batch"]

#: Rows that pass the pipeline together: enough to find rows of equal length, few enough to keep
#: what lies between the stages at some megabytes.
_CHUNK_ROWS = 1024

#: The same where a run may end early: what is finished by then comes in steps of so many rows.
_LIMITED_CHUNK_ROWS = 64


class Parser:
    """Parses addresses with one model. Safe to share between threads.

    >>> from postwright import Parser
    >>> Parser.load("no/such/model")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    postwright.errors.BundleError: no/such/model/bundle.json is missing; ...
    """

    def __init__(
        self,
        model: Model,
        *,
        threads: int = 1,
        stages: Sequence[Stage | str] | None = None,
        locale: bool = False,
        places: bool = False,
        min_probability: float = 0.0,
        thresholds: Mapping[str, float] | None = None,
    ) -> None:
        """Wrap a loaded model; `load` is the usual way.

        Args:
            model: the working parts of a bundle.
            threads: how many chunks of a batch are parsed at once. The answers are the same.
            stages: the way of an address, `pipeline.STAGES` by default; see docs/pipeline.md.
            locale: detect country and language, too, which takes time for every row.
            places: list the places that each locality may be, too; see docs/places.md.
            min_probability: withhold the spans of a parse that is less sure than this.
            thresholds: tag → withhold its spans that are less sure than this.

        Raises:
            InputError: `threads` is not a positive int, the stages could not run, or a
                probability is none.
        """
        _check_count("threads", threads)
        self._model = model
        self._threads = threads
        asked = STAGES if stages is None else resolve_stages(stages, (*STAGES, LOCALE, PLACES))
        for wanted, stage in ((locale, LOCALE), (places, PLACES)):
            if wanted and stage not in asked:
                asked = resolve_stages(_with_stage(asked, stage), STAGES)
        self._stages = asked
        self._limits = _limits(min_probability, thresholds)

    @classmethod
    def load(
        cls,
        path: str | os.PathLike[str] | None = None,
        *,
        threads: int = 1,
        stages: Sequence[Stage | str] | None = None,
        locale: bool = False,
        places: bool = False,
        min_probability: float = 0.0,
        thresholds: Mapping[str, float] | None = None,
    ) -> Parser:
        """Load a model bundle: a directory, or the shipped model where none is given.

        Raises:
            BundleError: the directory is no bundle, is damaged, or does not fit this package.
            InputError: as the constructor, which says what the options mean.
        """
        return cls(
            load_model(path),
            threads=threads,
            stages=stages,
            locale=locale,
            places=places,
            min_probability=min_probability,
            thresholds=thresholds,
        )

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages that every text passes."""
        return self._stages

    @property
    def model_path(self) -> Path:
        """The directory of the model."""
        return self._model.path

    @property
    def label_set(self) -> LabelSet:
        """The labels that the model speaks."""
        return self._model.label_set

    def parse(
        self,
        text: str,
        candidates: int = 1,
        *,
        country: str | None = None,
        min_probability: float | None = None,
        budget: Budget | None = None,
        cancel: CancelToken | None = None,
    ) -> Parse:
        """Parse one address (about 0.7 ms).

        Args:
            text: any text, of any length; nothing in it raises. Where nothing could be parsed,
                `Parse.error` says why.
            candidates: how many different readings to list in `Parse.candidates`, the parse
                first; with 1 the list stays empty.
            country: ISO 3166-1 alpha-2, where the caller knows it: `Parse.locale` says it, and
                what was detected in its `alternatives`. Only for a parser with `locale`.
            min_probability: that of this call, in the place of the parser's.
            budget: how long it may take; a parse for which no time is left says so in `error`.
            cancel: ends the call from another thread.

        Raises:
            InputError: `text` is not a str, or `candidates` not a positive int.
        """
        if not isinstance(text, str):
            raise InputError(f"text is {reprlib.repr(text)}, a {type(text).__name__}; give a str")
        _check_count("candidates", candidates)
        run = self._run(budget, cancel)
        job = _Job(self, candidates, self._limits_of(min_probability), self._hint(country), run)
        return job.parse([text])[0]

    def parse_batch(
        self,
        texts: Iterable[object],
        *,
        candidates: int = 1,
        country: str | None = None,
        min_probability: float | None = None,
        budget: Budget | None = None,
        cancel: CancelToken | None = None,
    ) -> list[Parse]:
        """Parse many addresses: a list of the same length and order.

        A row that is not a str (None, bytes, a NaN of a data frame) comes back as a parse without
        spans whose `error` says so. The spans of a row are those that `parse` finds. Rows for
        which no time is left, and those behind a cancellation, say so in `error`.

        Raises:
            InputError: `texts` is one str or nothing to iterate over, or `candidates` is not a
                positive int.
        """
        job = self._job(texts, candidates, country, min_probability, self._run(budget, cancel))
        return list(job.stream(iter(texts)))

    def parse_stream(
        self,
        texts: Iterable[object],
        *,
        candidates: int = 1,
        country: str | None = None,
        min_probability: float | None = None,
        budget: Budget | None = None,
        cancel: CancelToken | None = None,
    ) -> Iterator[Parse]:
        """Parse as many addresses as come, about a thousand at a time, in their order.

        A stream that is cancelled, or whose budget is spent, ends with the rows already drawn.

        Raises:
            InputError: as `parse_batch`.
        """
        job = self._job(texts, candidates, country, min_probability, self._run(budget, cancel))
        return job.stream(iter(texts), may_end=True)

    def _job(
        self,
        texts: object,
        candidates: int,
        country: str | None,
        min_probability: float | None,
        run: Run,
    ) -> _Job:
        """Check what was given for a batch."""
        if isinstance(texts, str | bytes) or not isinstance(texts, Iterable):
            raise InputError(
                f"texts is {reprlib.repr(texts)}, a {type(texts).__name__}; give a list of str"
            )
        _check_count("candidates", candidates)
        return _Job(self, candidates, self._limits_of(min_probability), self._hint(country), run)

    def _run(self, budget: Budget | None, cancel: CancelToken | None) -> Run:
        """Begin to count the time of a call."""
        names = [stage.name for stage in self._stages]
        if unknown := sorted(set(budget.stages if budget else ()) - set(names)):
            raise InputError(f"budget of a stage {unknown[0]!r}; there are {', '.join(names)}")
        return Run(budget, cancel)

    def _hint(self, country: str | None) -> str | None:
        """Check the caller's country."""
        if country is None:
            return None
        if LOCALE not in self._stages:
            raise InputError("country is for a parser with locale=True; load it so")
        if country not in load_table().countries:
            raise InputError(f"country = {country!r}: must be ISO 3166-1 alpha-2, such as 'FR'")
        return country

    def _limits_of(self, min_probability: float | None) -> Limits:
        if min_probability is None:
            return self._limits
        _check_probability("min_probability", min_probability)
        return self._limits._replace(parse=min_probability)


class _Job:
    """One call of a parser: what all its chunks have in common."""

    def __init__(
        self, parser: Parser, candidates: int, limits: Limits, country: str | None, run: Run
    ) -> None:
        self._model = parser._model
        self._stages = parser._stages
        self._threads = parser._threads
        self._candidates = candidates
        self._limits = limits
        self._country = country
        self._run = run

    def parse(self, chunk: list[object] | list[str]) -> list[Parse]:
        """Parse some rows."""
        return run_pipeline(
            chunk,
            self._model,
            candidates=self._candidates,
            stages=self._stages,
            limits=self._limits,
            country=self._country,
            run=self._run,
        )

    def stream(self, texts: Iterator[object], *, may_end: bool = False) -> Iterator[Parse]:
        """Parse rows as they come; with `may_end`, leave the rest once the run is over."""
        chunks = _chunks(texts, _LIMITED_CHUNK_ROWS if self._run.is_limited else _CHUNK_ROWS)
        if self._threads == 1:
            for chunk in chunks:
                yield from self.parse(chunk)
                if may_end and self._run.why_over():
                    return
            return
        # The pool lives no longer than the stream, so a fork finds no thread to lose.
        with ThreadPoolExecutor(self._threads) as pool:
            ahead: deque[Future[list[Parse]]] = deque()
            # One chunk more than threads, so that none waits for the caller; but no row is drawn
            # beyond need where the run may end early.
            most = self._threads if self._run.is_limited else self._threads + 1
            for chunk in chunks:
                ahead.append(pool.submit(self.parse, chunk))
                if len(ahead) == most:
                    yield from ahead.popleft().result()
                    if may_end and self._run.why_over():
                        break
            for each in ahead:
                yield from each.result()


def _chunks(texts: Iterator[object], rows: int) -> Iterator[list[object]]:
    while chunk := list(islice(texts, rows)):
        yield chunk


def _check_count(name: str, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise InputError(f"{name} = {value!r}: must be an int of at least 1")


def _with_stage(stages: Sequence[Stage], stage: Stage) -> tuple[Stage, ...]:
    """The same stages with one more before `abstain`, or at the end.

    Before the answer is thinned out, for what is withheld from the caller is evidence still.
    """
    if any(each.name == "abstain" for each in stages):
        return insert_stage(stages, stage, before="abstain")
    return (*stages, stage)


def _limits(min_probability: float, thresholds: Mapping[str, float] | None) -> Limits:
    """Check what an answer must reach."""
    if not min_probability and not thresholds:
        return NO_LIMITS
    _check_probability("min_probability", min_probability)
    for tag, value in (thresholds or {}).items():
        if tag not in TAGS:
            raise InputError(f"thresholds: no tag {tag!r}; the tags are {', '.join(TAGS)}")
        _check_probability(f"thresholds[{tag!r}]", value)
    return Limits(min_probability, dict(thresholds or {}))


def _check_probability(name: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise InputError(f"{name} = {value!r}: must be a number from 0 to 1")


_default_lock = threading.Lock()
_default_parser: Parser | None = None


def _renew_lock() -> None:
    """Give a forked process a lock of its own: the thread that held its parent's is not there."""
    global _default_lock
    _default_lock = threading.Lock()


if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(after_in_child=_renew_lock)


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
