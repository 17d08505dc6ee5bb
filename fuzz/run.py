"""Run the fuzzers: ``python fuzz/run.py --minutes 60``; exit code 1 where one found something.

Both run side by side at the lowest priority: Hypothesis over ``tests/properties`` with its long
profile, atheris over ``fuzz/atheris_parse.py``. What they find, their logs and corpora stay in
``runs/fuzz``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from seeds import write_dictionary, write_seeds

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "runs" / "fuzz"
_PROPERTIES = ROOT / "tests" / "properties"

#: Examples of each property in a round; rounds with new seeds follow until the time is up.
_EXAMPLES = "300"


def start_atheris(
    seconds: int, python: str, environment: dict[str, str]
) -> subprocess.Popen[bytes]:
    """Start the coverage-guided fuzzer, which ends by itself."""
    count = write_seeds(FOLDER / "seeds")
    write_dictionary(FOLDER / "words.dict")
    (FOLDER / "corpus").mkdir(exist_ok=True)
    print(f"atheris: {count} seeds", flush=True)
    options = [
        f"-max_total_time={seconds}",
        "-max_len=12000",
        "-len_control=20",
        "-timeout=300",
        "-report_slow_units=60",
        "-rss_limit_mb=3000",
        "-print_final_stats=1",
        f"-dict={FOLDER / 'words.dict'}",
        f"-artifact_prefix={FOLDER}/found-",
    ]
    command = [python, ROOT / "fuzz" / "atheris_parse.py", FOLDER / "corpus", FOLDER / "seeds"]
    with (FOLDER / "atheris.log").open("wb") as log:
        return subprocess.Popen([*command, *options], stdout=log, stderr=log, env=environment)


def run_hypothesis(until: float, without: list[str], environment: dict[str, str]) -> bool:
    """Run the properties until the time is up, and the last round to its end; whether all held."""
    environment = {"POSTWRIGHT_PROFILE": "fuzz", "POSTWRIGHT_EXAMPLES": _EXAMPLES, **environment}
    left_out = [f"--ignore={_PROPERTIES / f'test_{name}.py'}" for name in without]
    held, rounds = True, 0
    with (FOLDER / "hypothesis.log").open("wb") as log:
        while time.time() < until:
            command = [sys.executable, "-m", "pytest", "-q", "--tb=short", _PROPERTIES, *left_out]
            command += [f"--hypothesis-seed={int(until) + rounds}"]
            done = subprocess.run(command, stdout=log, stderr=log, env=environment, cwd=ROOT)
            held, rounds = held and done.returncode == 0, rounds + 1
            print(f"hypothesis: round {rounds}, exit code {done.returncode}", flush=True)
    return held


def main() -> int:
    """Run both; 0 where nothing was found."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--only", choices=["atheris", "hypothesis"])
    options.add_argument("--without", action="append", default=[], help="a known finding: batch")
    options.add_argument("--atheris-python", default=sys.executable, help="if it has a venv")
    chosen = options.parse_args()
    os.nice(19)
    FOLDER.mkdir(parents=True, exist_ok=True)
    seconds = int(chosen.minutes * 60)
    environment = {**os.environ, "POSTWRIGHT_FUZZ_WITHOUT": ",".join(chosen.without)}
    fuzzer = None
    if chosen.only != "hypothesis":
        fuzzer = start_atheris(seconds, chosen.atheris_python, environment)
    held = True
    if chosen.only != "atheris":
        held = run_hypothesis(time.time() + seconds, chosen.without, environment)
    if fuzzer is not None:
        held = fuzzer.wait() == 0 and held
    used = getrusage(RUSAGE_CHILDREN)
    print(f"{(used.ru_utime + used.ru_stime) / 60:.1f} minutes of processor time", flush=True)
    print("nothing was found" if held else f"something was found: look into {FOLDER}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
