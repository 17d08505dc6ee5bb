"""Parse postal addresses into a tree of labelled spans.

>>> import postwright
>>> sorted(postwright.__all__) == postwright.__all__
True
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from postwright.decoder import Parse, Span
    from postwright.errors import PostwrightError
    from postwright.parser import Parser, parse, parse_batch

__all__ = [
    "Parse",
    "Parser",
    "PostwrightError",
    "Span",
    "__version__",
    "parse",
    "parse_batch",
]

__version__ = "0.1.0"

#: Where each public name lives. It is imported when it is first asked for (PEP 562), so that
#: `import postwright` costs about 1 ms and loads none of numpy, regex, onnxruntime, sentencepiece.
_HOMES = {
    "Parse": "postwright.decoder",
    "Parser": "postwright.parser",
    "PostwrightError": "postwright.errors",
    "Span": "postwright.decoder",
    "parse": "postwright.parser",
    "parse_batch": "postwright.parser",
}


def __getattr__(name: str) -> Any:
    """Import a public name from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module 'postwright' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
