"""Which sources may be used: those whose licence somebody has written down."""

from __future__ import annotations

import fnmatch
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from postwright.config import load_toml

__all__ = ["Licences"]

#: What a source without a stated licence is entered as.
NONE = "none"


@dataclass(frozen=True)
class Licences:
    """The licence list of a corpus.

    >>> licences = Licences(sources={"geonames": "CC BY 4.0", "arikw": "none"})
    >>> licences.allows("places/IL/localities.tsv.gz", "geonames")
    True
    >>> licences.allows("places/IL/localities.tsv.gz", "arikw")
    False

    Attributes:
        sources: licence by the key that a table's `src` column holds.
        files: licence by file pattern, for tables without that column.
    """

    sources: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Licences:
        """Read a TOML file with the tables `sources` and `files`; raises `ConfigError`."""
        return load_toml(path, cls)

    def allows(self, file: Path | str, src: str = "") -> bool:
        """Whether a row may be used; what is not listed, or listed as "none", may not."""
        if src:
            return self.sources.get(src, NONE) != NONE
        listed = tuple(self.files.items())
        return _file_licence(str(file), listed) != NONE


@lru_cache(maxsize=1024)
def _file_licence(file: str, listed: tuple[tuple[str, str], ...]) -> str:
    """The licence of the first pattern that fits the end of a file name."""
    return next((name for end, name in listed if fnmatch.fnmatch(file, f"*{end}")), NONE)
