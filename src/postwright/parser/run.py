"""Send rows through stages: their times, what happens when one fails, and when the run must end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from postwright.decoder import Fault, Parse, StageTime
from postwright.parser.model import Model
from postwright.parser.rows import Rows
from postwright.parser.stages import Stage
from postwright.parser.watch import Run, Stopped, Watch

__all__ = ["run_stages"]


def run_stages(
    given: Sequence[object],
    model: Model,
    *,
    stages: Sequence[Stage],
    make: Callable[[Sequence[object]], Rows],
    run: Run,
) -> list[Parse]:
    """One parse for each row, in order; nothing that a stage raises gets out.

    Where a stage raises on several rows, both halves go their way anew, until the row that it
    fails on is alone: a row's answer never depends on its neighbours, so neither does its
    failure. One bad row of n costs about
    three times the work, n bad ones log2(n) + 1 times.
    """
    if not given:
        return []
    rows = make(given)
    rows.watch = Watch(run)
    failed = _pass(rows, model, stages)
    if failed is _BROKEN:
        half = len(given) // 2
        return [
            parse
            for part in (given[:half], given[half:])
            for parse in run_stages(part, model, stages=stages, make=make, run=run)
        ]
    times = tuple(
        StageTime(name, seconds / len(given)) for name, seconds in rows.watch.seconds.items()
    )
    if failed is not None:
        texts = (row if isinstance(row, str) else "" for row in given)
        parses = [Parse(text, error=failed, faults=tuple(rows.faults)) for text in texts]
    elif rows.faults:
        faults = tuple(rows.faults)
        parses = [replace(parse, faults=(*parse.faults, *faults)) for parse in rows.parses]
    else:
        parses = rows.parses
    for parse in parses:
        # Nobody else has seen these objects yet, and a copy of each would cost more than a stage.
        object.__setattr__(parse, "stages", times)
    return parses


#: What `_pass` says where the rows must be parted.
_BROKEN = "a stage raised on several rows"


def _pass(rows: Rows, model: Model, stages: Sequence[Stage]) -> str | None:
    """Run the stages one after the other; why no row has a result, or None if all have one."""
    for stage in stages:
        before = rows.snapshot() if stage.on_failure == "degrade" else None
        reason = _run_stage(stage, rows, model)
        if reason is None:
            continue
        if reason is _BROKEN or before is None:
            return reason
        if (over := rows.watch.run.why_over()) is not None:
            return f"{over} (in the stage {stage.name!r})"
        rows.restore(before)
        rows.faults.append(Fault(stage.name, reason))
    return None


def _run_stage(stage: Stage, rows: Rows, model: Model) -> str | None:
    """Run one stage; why it failed, `_BROKEN` where one of several rows is to blame, or None."""
    rows.watch.begin(stage.name)
    try:
        rows.check()
        stage.run(rows, model)
        _check_lengths(stage, rows)
    except Stopped as stop:
        return f"{stop} (in the stage {stage.name!r})" if stop.is_final else str(stop)
    except Exception as error:  # whatever a stage raises is data: it goes into the results
        if len(rows.given) > 1:
            return _BROKEN
        return f"stage {stage.name!r}: {type(error).__name__}: {error}"
    finally:
        rows.watch.end()
    return None


def _check_lengths(stage: Stage, rows: Rows) -> None:
    """A stage that loses rows must not do so unseen."""
    for name in stage.gives:
        found = len(getattr(rows, name))
        if name != "groups" and found != len(rows.given):
            raise ValueError(f"it gave {found} {name} for {len(rows.given)} rows")
