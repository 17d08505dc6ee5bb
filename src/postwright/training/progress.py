"""What a person sees while a run goes on, and the log that stays."""

from __future__ import annotations

import io
import json
import os
import shutil
import time
from collections import deque
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TextIO

from postwright.errors import TrainingError
from postwright.training.stability import StepFigures

__all__ = ["Progress", "RunLog", "Speed", "Speedometer", "read_log"]

BAR_WIDTH = 20
LINE_EVERY_SECONDS = 30.0  # where stderr is not a terminal


class RunLog:
    """``log.jsonl`` of a run: one object a start, logged step and validation, in their order.

    Opening it for a run that goes on from step ``resume_step`` drops what an earlier process
    logged beyond that step, so that the curve is there once. Without a path nothing is kept.
    """

    def __init__(self, path: Path | None, *, resume_step: int) -> None:
        if path is None:
            self._file: TextIO = io.StringIO()
            return
        kept = [record for record in read_log(path) if record["step"] <= resume_step]
        writing = path.with_name(f".writing-{path.name}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            writing.write_text("".join(map(_line, kept)), encoding="utf-8")
            os.replace(writing, path)
            self._file = path.open("a", encoding="utf-8")
        except OSError as error:
            raise TrainingError(f"cannot write {path}: {error.strerror or error}") from error

    def write(self, kind: str, step: int, **figures: Any) -> None:
        """Append one record; raises `TrainingError` where the disk is full."""
        try:
            self._file.write(_line({"kind": kind, "step": step, **figures}))
            self._file.flush()
        except OSError as error:
            name = self._file.name
            raise TrainingError(f"cannot write {name}: {error.strerror or error}") from error

    def close(self) -> None:
        """Close the file; what a full disk has refused was reported by `write`."""
        try:
            self._file.close()
        except OSError as error:
            raise TrainingError(f"cannot write {self._file.name}: {error}") from error


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record) + "\n"


def read_log(path: Path) -> list[dict[str, Any]]:
    """The records of a ``log.jsonl``; none if it is not there; a torn last line is left out."""
    if not path.exists():
        return []
    records = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            records.append(json.loads(line))
        except ValueError:
            break
    return records


@dataclass(frozen=True)
class Speed:
    """How fast the run goes: per second, and seconds to its end."""

    rows: float
    words: float
    seconds_left: float


class Speedometer:
    """Measures the speed of the last steps, without the time of validations and checkpoints."""

    def __init__(self, *, over_steps: int = 50) -> None:
        self._steps: deque[tuple[float, int, int]] = deque(maxlen=over_steps)
        self._began = time.monotonic()

    def pause(self) -> None:
        """What was done since the last step was no training."""
        self._began = time.monotonic()

    def add(self, rows: int, words: int) -> None:
        """One step of so many rows and words is done."""
        now = time.monotonic()
        self._steps.append((now - self._began, rows, words))
        self._began = now

    def read(self, *, steps_left: int) -> Speed:
        """The speed now; call it after the first step."""
        seconds, rows, words = (sum(column) for column in zip(*self._steps, strict=True))
        per_step = seconds / len(self._steps)
        return Speed(rows / seconds, words / seconds, seconds_left=steps_left * per_step)


class Progress:
    """A bar that is drawn over on a terminal, and a line now and then elsewhere.

    ``720/24000 ▕█▏ 3 % · loss 0.211 (ce 0.14, crf 0.14) · |g| 0.83 · rate 0.0015 ·
    1391 rows/s, 13 k words/s · 1 h 02 min left``
    """

    def __init__(self, stream: TextIO, *, steps: int) -> None:
        self._stream = stream
        self._steps = steps
        self._is_terminal = stream.isatty()
        self._shown_at = 0.0
        self.norms: dict[str, float] = {}

    def show(self, figures: StepFigures, rate: float, speed: Speed) -> None:
        """Show one step: always on a terminal, every 30 s (and at the end) elsewhere."""
        now = time.monotonic()
        done = figures.step >= self._steps
        if self._is_terminal:
            width = shutil.get_terminal_size().columns - 1
            self._stream.write(f"\r\x1b[2K{self._text(figures, rate, speed)[:width]}")
        elif done or now - self._shown_at >= LINE_EVERY_SECONDS:
            self._shown_at = now
            self._stream.write(self._text(figures, rate, speed) + "\n")
        self._stream.flush()

    def note(self, text: str) -> None:
        """Write a line of its own, above the bar."""
        self._stream.write(f"\r\x1b[2K{text}\n" if self._is_terminal else f"{text}\n")
        self._stream.flush()

    def _text(self, figures: StepFigures, rate: float, speed: Speed) -> str:
        share = figures.step / self._steps
        bar = "█" * round(BAR_WIDTH * share)
        return (
            f"{figures.step}/{self._steps} ▕{bar:<{BAR_WIDTH}}▏ {share:.0%}"
            f" · loss {figures.loss:.3f} (ce {figures.ce:.3f}, crf {figures.crf:.3f})"
            f" · |g| {figures.gradient_norm:.2f}{self._parts()} · rate {rate:.2g}"
            f" · {speed.rows:.0f} rows/s, {speed.words / 1000:.1f} k words/s"
            f" · {duration(speed.seconds_left)} left"
        )

    def _parts(self) -> str:
        """The gradient norms of both losses, as they were last taken."""
        if not self.norms:
            return ""
        return f" (ce {self.norms['ce_norm']:.2f}, crf {self.norms['crf_norm']:.2f})"


def duration(seconds: float) -> str:
    """A time for people.

    >>> duration(59), duration(3720)
    ('59 s', '1 h 02 min')
    """
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d} min"


def step_record(figures: StepFigures, rate: float, speed: Speed, seconds: float) -> dict[str, Any]:
    """The figures of one step as they are logged (``step`` is a field of `RunLog.write`)."""
    record = {name: value for name, value in asdict(figures).items() if name != "step"}
    return record | {
        "rate": rate,
        "rows_per_second": round(speed.rows, 1),
        "words_per_second": round(speed.words, 1),
        "seconds": round(seconds, 2),
    }
