"""Bad input is data: every refused row is counted with its file, line and reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from postwright.errors import CorpusError

__all__ = ["Fault", "Faults"]

_KEPT_EXAMPLES = 50


@dataclass(frozen=True, slots=True)
class Fault:
    """One refused row: where it stands and why it was refused."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


@dataclass(slots=True)
class Faults:
    """Counts of read and refused rows by file, and the first refused rows in full.

    >>> faults = Faults()
    >>> faults.accept("a.tsv", 99)
    >>> faults.refuse("a.tsv", 100, "4 cells, expected 7")
    >>> faults.share("a.tsv"), str(faults.examples[0])
    (0.01, 'a.tsv:100: 4 cells, expected 7')
    """

    accepted: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    reasons: Counter[tuple[str, str]] = field(default_factory=Counter)
    examples: list[Fault] = field(default_factory=list)

    def accept(self, file: str, rows: int = 1) -> None:
        """Count rows of ``file`` that were read without fault."""
        self.accepted[file] += rows

    def refuse(self, file: str, line: int, reason: str) -> None:
        """Count a bad row and keep it as an example while there is room."""
        self.refused[file] += 1
        self.reasons[file, reason] += 1
        if len(self.examples) < _KEPT_EXAMPLES:
            self.examples.append(Fault(file, line, reason))

    def set_aside(self, file: str, reason: str) -> None:
        """Count a sound row that is not used, which is no fault of the file."""
        self.reasons[file, reason] += 1

    def share(self, file: str) -> float:
        """Refused rows among all rows of a file; 0 for a file that held none."""
        total = self.accepted[file] + self.refused[file]
        return self.refused[file] / total if total else 0.0

    def merge(self, other: Faults) -> None:
        """Count in what was met while another source was read."""
        self.accepted.update(other.accepted)
        self.refused.update(other.refused)
        self.reasons.update(other.reasons)
        self.examples += other.examples[: _KEPT_EXAMPLES - len(self.examples)]

    def to_json(self) -> dict[str, Any]:
        """The counts as JSON can hold them; `from_json` reads them back."""
        return {
            "accepted": dict(self.accepted),
            "refused": dict(self.refused),
            "reasons": [[file, reason, count] for (file, reason), count in self.reasons.items()],
            "examples": [[fault.file, fault.line, fault.reason] for fault in self.examples],
        }

    @classmethod
    def from_json(cls, record: dict[str, Any]) -> Faults:
        """The counts that `to_json` wrote."""
        return cls(
            Counter(record["accepted"]),
            Counter(record["refused"]),
            Counter({(file, reason): count for file, reason, count in record["reasons"]}),
            [Fault(*example) for example in record["examples"]],
        )

    def check(self, limit: float) -> None:
        """Stop when a file has a larger share of bad rows than ``limit``.

        Raises:
            CorpusError: naming the file, the share and the commonest reason.
        """
        for file in self.refused:
            share = self.share(file)
            if share > limit:
                raise CorpusError(
                    f"{file}: {share:.1%} of its rows are bad, at most {limit:.1%} may be "
                    f"(`fault_limit`); most often: {self._commonest(file)}"
                )

    def _commonest(self, file: str) -> str:
        """The reason that refused most rows of a file."""
        counts = Counter({r: n for (f, r), n in self.reasons.items() if f == file})
        return counts.most_common(1)[0][0]
