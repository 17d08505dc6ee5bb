"""The seed corpus and the dictionary of the coverage-guided fuzzer, made from golden dev rows."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "properties"))

from texts import HARMLESS, dev_raws

#: One seed of so many golden rows; all of them would only slow the first minutes down.
_EVERY = 12

#: Ways that an input can go, by its first byte; see `atheris_parse`.
_WAYS = 8

#: What addresses hold, for the dictionary.
_WORDS = (
    "St|Street|Apt |PO Box |c/o |Floor |NY |10118|75008 Paris|rue de la |Straße |丁目|〒|Blk |&|@"
)


def write_seeds(folder: Path) -> int:
    """Write one file for each seed; returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    raws = dev_raws()[::_EVERY]
    seeds = [bytes([n % _WAYS]) + _encoded(raw) for n, raw in enumerate(raws)]
    seeds += [bytes([way]) + _encoded(sign * 40) for way in range(_WAYS) for sign in HARMLESS[:8]]
    lines = b"\n".join(_encoded(raw) for raw in raws[:20])
    table = b'address\n"12 Main St, Paris"\n\nvia roma\n'
    seeds += [bytes([way]) + part for way in range(_WAYS) for part in (lines, table)]
    for number, seed in enumerate(seeds):
        (folder / f"seed-{number:05d}").write_bytes(seed)
    return len(seeds)


def write_dictionary(path: Path) -> None:
    """Write what libFuzzer may put into an input: words of addresses and what breaks parsers."""
    entries = sorted({_encoded(one) for one in (*_WORDS.split("|"), *HARMLESS)})
    escaped = ("".join(f"\\x{byte:02x}" for byte in entry) for entry in entries)
    path.write_text("".join(f'"{one}"\n' for one in escaped), encoding="ascii")


def _encoded(text: str) -> bytes:
    """The text as bytes, lone surrogates in the form that UTF-8 does not allow."""
    return text.encode("utf-8", "surrogatepass")
