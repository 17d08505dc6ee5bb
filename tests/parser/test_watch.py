"""Time budgets and cancellation: what is finished is kept, the rest says why it is not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from postwright import Parser
from postwright.errors import InputError
from postwright.parser import STAGES, Budget, CancelToken, Model, Rows, Stage

TEXTS = [f"{n} main street" for n in range(200)]


def slow(rows: Rows, model: Model) -> None:
    """Take a millisecond a row, and look at the clock."""
    for _ in rows.parses:
        rows.check()
        time.sleep(0.001)


def slow_parser(tiny_bundle: Path, policy: Any = "fail") -> Parser:
    """A parser whose last stage is slow."""
    stage = Stage("slow", slow, ("parses",), ("parses",), policy)
    return Parser.load(tiny_bundle, stages=[*STAGES, stage])


def test_a_budget_that_is_ample_changes_nothing(parser: Parser) -> None:
    """Nor does a token that nobody uses."""
    found = parser.parse_batch(TEXTS, budget=Budget(3600.0, {"tag": 3600.0}), cancel=CancelToken())
    plain = parser.parse_batch(TEXTS)
    assert [one.components for one in found] == [one.components for one in plain]


def test_rows_behind_the_budget_say_so(parser: Parser) -> None:
    """As many results as rows, each with its text."""
    found = parser.parse_batch(TEXTS, budget=Budget(1e-9))
    assert [one.raw for one in found] == TEXTS
    assert {one.error for one in found} == {
        "the time budget of 1e-09 s is spent (in the stage 'admit')"
    }


def test_a_run_ends_inside_a_stage(tiny_bundle: Path) -> None:
    """The stage would take 0.2 s for the rows; it is ended at the first look at the clock."""
    parser = slow_parser(tiny_bundle)
    found = parser.parse_batch(TEXTS[:60], budget=Budget(stages={"slow": 0.005}))
    assert {one.error for one in found} == {
        "the time budget of 0.005 s of the stage 'slow' is spent"
    }
    assert sum(found[0].stages[-1].seconds for _ in found) < 0.06


def test_a_stage_that_may_degrade_is_skipped_when_its_time_is_spent(tiny_bundle: Path) -> None:
    """The rows keep what the stages before it gave."""
    parser = slow_parser(tiny_bundle, "degrade")
    found = parser.parse_batch(TEXTS[:60], budget=Budget(stages={"slow": 0.005}))
    assert all(one.spans and one.faults[0].stage == "slow" for one in found)
    over = parser.parse_batch(TEXTS[:3], budget=Budget(1e-9))
    assert not any(one.spans for one in over)


def test_what_was_finished_before_the_cancellation_is_kept(tiny_bundle: Path) -> None:
    """Rows go 64 at a time where a run can end."""
    token = CancelToken()

    def cancel_at_100(rows: Rows, model: Model) -> None:
        if "100 main street" in rows.raws:
            token.cancel()
        rows.check()

    stage = Stage("cancel", cancel_at_100, ("raws", "parses"))
    parser = Parser.load(tiny_bundle, stages=[*STAGES, stage])
    found = parser.parse_batch(TEXTS, cancel=token)
    assert [one.error is None for one in found] == [True] * 64 + [False] * 136
    assert found[64].error == "cancelled (in the stage 'cancel')"
    assert parser.parse(TEXTS[0], cancel=token).error == "cancelled (in the stage 'admit')"


@pytest.mark.parametrize("threads", [1, 3])
def test_a_stream_ends_where_it_is_cancelled(tiny_bundle: Path, threads: int) -> None:
    """Though the texts never do."""
    token = CancelToken()

    def endless() -> Iterator[str]:
        while True:
            yield "12 main street"

    stream = Parser.load(tiny_bundle, threads=threads).parse_stream(endless(), cancel=token)
    assert next(stream).spans
    token.cancel()
    assert len(list(stream)) < 64 * threads


@pytest.mark.parametrize("bad", [{"seconds": 0}, {"seconds": -1.0}, {"stages": {"tag": 0}}])
def test_a_budget_that_is_none_is_refused(bad: Any) -> None:
    """Not clamped, not ignored."""
    with pytest.raises(InputError, match="must be a positive number of seconds"):
        Budget(**bad)


def test_a_budget_of_a_stage_that_is_not_there_is_refused(parser: Parser) -> None:
    """A slip of the pen would be no budget at all."""
    with pytest.raises(InputError, match="budget of a stage 'tga'; there are "):
        parser.parse("12 Main St", budget=Budget(stages={"tga": 1.0}))
