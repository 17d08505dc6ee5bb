"""What is in a corpus: mixture, labels, places, lengths, scripts, duplicates, contradictions.

`tally` and `surfaces` count over the arrays of shards, `clashes` finds what repeats and what
contradicts, `decoding` reads rows back, `findings` puts it together; `summary` and `page` show it.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from postwright.corpus.audit.findings import Audit
from postwright.errors import InputError

__all__ = ["can_write_page", "write_page"]


def can_write_page() -> bool:
    """Whether the extra ``[report]``, which draws the page, is installed."""
    try:
        import_module("postwright.corpus.audit.page")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("postwright"):
            raise
        return False
    return True


def write_page(audit: Audit, path: Path) -> None:
    """Write an audit as one self-contained HTML page.

    Args:
        audit: what was found.
        path: the file to write; one that is there is replaced.

    Raises:
        InputError: the extra ``[report]`` is not installed, or the file cannot be written.
    """
    if not can_write_page():
        raise InputError("a page needs the plots of pip install 'postwright[report]'")
    written = import_module("postwright.corpus.audit.page").render(audit)
    unfinished = path.with_name(f"{path.name}.tmp")
    try:
        unfinished.write_text(written, encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}") from error
