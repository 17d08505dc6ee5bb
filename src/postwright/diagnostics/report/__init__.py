"""A diagnosis as one HTML page that needs nothing but a browser; the extra ``[report]`` makes it.

`figures` draws, `rows` writes what the browser of failing rows reads, `page` puts both into the
template ``page.html.jinja``.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from postwright.diagnostics.compare import Findings
from postwright.errors import InputError

__all__ = ["write_report"]


def write_report(findings: Findings, path: Path, *, title: str = "") -> None:
    """Write everything that was found as one self-contained HTML page.

    The page loads nothing from anywhere, works offline, and can be printed. With a baseline it
    shows both models, A and B, beside each other.

    Args:
        findings: what `postwright diagnose` found.
        path: the file to write; one that is there is replaced.
        title: of the page; the default names the models.

    Raises:
        InputError: the extra ``[report]`` is not installed, or the file cannot be written.
    """
    try:
        page = import_module("postwright.diagnostics.report.page")
    except ModuleNotFoundError as error:
        raise InputError(
            f"a report needs {error.name}: pip install 'postwright[report]'"
        ) from error
    written = page.render(findings, title=title)
    unfinished = path.with_name(f"{path.name}.tmp")
    try:
        unfinished.write_text(written, encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}") from error
