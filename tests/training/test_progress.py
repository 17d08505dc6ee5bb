"""What is shown while a run goes on, and the log that stays."""

from __future__ import annotations

import io
import resource

import pytest

from postwright.errors import TrainingError
from postwright.training.progress import Progress, RunLog, Speed, Speedometer, duration, read_log
from postwright.training.stability import StepFigures

SPEED = Speed(rows=1391.2, words=13_020.0, seconds_left=3725.0)


class Terminal(io.StringIO):
    """A stream that calls itself a terminal, as stderr does on one."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def figures(step: int) -> StepFigures:
    """The figures of a step."""
    return StepFigures(step=step, loss=0.2114, ce=0.14, crf=0.1428, gradient_norm=0.83)


def test_the_bar_shows_what_a_person_wants_to_know() -> None:
    """Steps, share, losses, gradient norm, rate, speed and the time left."""
    stream = io.StringIO()
    Progress(stream, steps=24_000).show(figures(720), 1.5e-3, SPEED)
    shown = stream.getvalue()
    for part in ("720/24000", "3%", "loss 0.211 (ce 0.140, crf 0.143)", "|g| 0.83", "rate 0.0015"):
        assert part in shown
    assert "1391 rows/s, 13.0 k words/s · 1 h 02 min left" in shown


def test_a_terminal_line_is_drawn_over() -> None:
    """Each step replaces the line before; a note stands above it."""
    stream = Terminal()
    progress = Progress(stream, steps=10)
    for step in (1, 2):
        progress.show(figures(step), 1e-3, SPEED)
    progress.note("step 2: macro F1 0.5")
    assert stream.getvalue().count("\r\x1b[2K") == 3
    assert stream.getvalue().count("\n") == 1


def test_elsewhere_a_line_comes_now_and_then_and_at_the_end() -> None:
    """A log file does not fill with a line a step."""
    stream = io.StringIO()
    progress = Progress(stream, steps=1000)
    for step in range(1, 1001):
        progress.show(figures(step), 1e-3, SPEED)
    lines = stream.getvalue().splitlines()
    assert [line.split("/")[0] for line in lines] == ["1", "1000"]
    assert "\x1b" not in stream.getvalue()


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (59.4, "59 s"), (61, "1 min"), (3725, "1 h 02 min")]
)
def test_durations_are_for_people(seconds, words) -> None:
    """Seconds, minutes, hours."""
    assert duration(seconds) == words


def test_the_speedometer_leaves_pauses_out() -> None:
    """Speed and time left come from the steps alone."""
    speedometer = Speedometer()
    speedometer.add(rows=256, words=2560)
    fast = speedometer.read(steps_left=1)
    speed = speedometer.read(steps_left=10)
    assert speed.words == pytest.approx(10 * speed.rows)
    assert speed.seconds_left == pytest.approx(10 * fast.seconds_left)
    assert speed.seconds_left == pytest.approx(10 * 256 / speed.rows)


def test_the_log_is_one_object_a_record(tmp_path) -> None:
    """What is written is read back in order."""
    log = RunLog(tmp_path / "log.jsonl", resume_step=0)
    log.write("step", 1, loss=0.5)
    log.write("validation", 1, per_tag={"street": 0.9})
    log.close()
    assert read_log(tmp_path / "log.jsonl") == [
        {"kind": "step", "step": 1, "loss": 0.5},
        {"kind": "validation", "step": 1, "per_tag": {"street": 0.9}},
    ]


def test_resuming_drops_what_lies_beyond_the_checkpoint(tmp_path) -> None:
    """Steps that will be done again, and a line torn by a kill, are not there twice."""
    path = tmp_path / "log.jsonl"
    log = RunLog(path, resume_step=0)
    for step in (1, 2, 3):
        log.write("step", step, loss=1.0)
    log.close()
    with path.open("a") as file:
        file.write('{"kind": "step", "st')
    resumed = RunLog(path, resume_step=2)
    resumed.write("step", 3, loss=2.0)
    resumed.close()
    assert [(item["step"], item["loss"]) for item in read_log(path)] == [(1, 1), (2, 1), (3, 2)]


def test_a_full_disk_is_a_clear_error(tmp_path) -> None:
    """The log names its file; what was logged before stays."""
    log = RunLog(tmp_path / "log.jsonl", resume_step=0)
    log.write("step", 1, loss=1.0)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(TrainingError, match=r"cannot write .*log\.jsonl"):
            log.write("step", 2, note="x" * 200)
        with pytest.raises(TrainingError):
            log.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert read_log(tmp_path / "log.jsonl") == [{"kind": "step", "step": 1, "loss": 1.0}]
