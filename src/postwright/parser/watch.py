"""Time budgets and cancellation: what may end a run before its rows are all parsed."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from time import perf_counter

from postwright.errors import InputError

__all__ = ["Budget", "CancelToken", "Run", "Stopped", "Watch"]


class Stopped(Exception):
    """Raised by `Rows.check` where a run must end; never reaches a caller.

    Attributes:
        is_final: whether the whole run ends, not just the stage.
    """

    def __init__(self, reason: str, *, is_final: bool) -> None:
        super().__init__(reason)
        self.is_final = is_final


@dataclass(frozen=True)
class Budget:
    """How long a run may take, in seconds; rows for which no time is left say so in `error`.

    Attributes:
        seconds: for the whole call, None for as long as it takes.
        stages: name of a stage → seconds for it, all rows of the call together.

    Raises:
        InputError: a number of seconds is not positive.
    """

    seconds: float | None = None
    stages: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, value in {"seconds": self.seconds, **self.stages}.items():
            if value is not None and not value > 0:
                raise InputError(f"budget {name} = {value!r}: must be a positive number of seconds")


class CancelToken:
    """Ends a run from another thread: hand it to the call, and call `cancel` when you wish.

    >>> token = CancelToken()
    >>> token.cancel()
    >>> token.is_cancelled
    True
    """

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask every run that carries this token to end; there is no way back."""
        self._event.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._event.is_set()


class Run:
    """One call of the parser: its clock, shared by all its chunks and threads."""

    def __init__(self, budget: Budget | None = None, cancel: CancelToken | None = None) -> None:
        self.budget = budget or Budget()
        self.cancel = cancel
        self.is_limited = budget is not None or cancel is not None
        self._began = perf_counter()
        self._spent: dict[str, float] = {}
        self._lock = threading.Lock()

    def add(self, stage: str, seconds: float) -> None:
        """Charge time to a stage."""
        with self._lock:
            self._spent[stage] = self._spent.get(stage, 0.0) + seconds

    def why_over(self) -> str | None:
        """Why the whole run must end, or None."""
        if self.cancel is not None and self.cancel.is_cancelled:
            return "cancelled"
        limit = self.budget.seconds
        if limit is not None and perf_counter() - self._began > limit:
            return f"the time budget of {limit:g} s is spent"
        return None

    def why_stage_over(self, stage: str, running: float) -> str | None:
        """Why a stage must end that has been `running` for so many seconds, or None."""
        limit = self.budget.stages.get(stage)
        if limit is not None and self._spent.get(stage, 0.0) + running > limit:
            return f"the time budget of {limit:g} s of the stage {stage!r} is spent"
        return None


class Watch:
    """The clock of one chunk of rows on its way through the stages."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.seconds: dict[str, float] = {}
        self._stage: str | None = None
        self._since = 0.0

    def begin(self, stage: str) -> None:
        """Start the clock of a stage."""
        self._stage, self._since = stage, perf_counter()

    def end(self) -> None:
        """Stop the clock of the stage that runs, and charge it."""
        if self._stage is None:
            return
        taken = perf_counter() - self._since
        self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + taken
        if self.run.is_limited:
            self.run.add(self._stage, taken)
        self._stage = None

    def check(self) -> None:
        """Raise `Stopped` where the run, or the stage that runs, must end."""
        if not self.run.is_limited:
            return
        if reason := self.run.why_over():
            raise Stopped(reason, is_final=True)
        if self._stage is not None:
            running = perf_counter() - self._since
            if reason := self.run.why_stage_over(self._stage, running):
                raise Stopped(reason, is_final=False)
