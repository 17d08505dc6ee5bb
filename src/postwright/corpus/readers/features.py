"""GeoJSON features of a file: a collection, or one feature a line."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from postwright.corpus.faults import Faults
from postwright.corpus.readers.delimited import open_binary

__all__ = ["geojson_properties"]

_RECORD_SEPARATOR = b"\x1e"  # RFC 8142, GeoJSON text sequences
_BY_LINE = (".geojsonl", ".geojsonseq", ".ndjson", ".jsonl")


def geojson_properties(path: Path, faults: Faults) -> Iterator[tuple[int, dict[str, Any]]]:
    """Row numbers from 1 and the properties of every feature of a file.

    Args:
        path: ``.geojson`` (one feature or a collection, read as a whole) or ``.geojsonl``,
            ``.geojsonseq``, ``.ndjson`` (one feature a line, any size), plain or gzipped.
        faults: where what is no feature is counted.
    """
    inner = path.with_suffix("") if path.suffix == ".gz" else path
    number = 0
    try:
        with open_binary(path) as file:
            texts = file if inner.suffix.lower() in _BY_LINE else [file.read()]
            for text in texts:
                stripped = text.strip().lstrip(_RECORD_SEPARATOR)
                for feature in _features(stripped) if stripped else []:
                    number += 1
                    if feature is None:
                        faults.refuse(str(path), number, "no GeoJSON feature with properties")
                    else:
                        faults.accept(str(path))
                        yield number, feature
    except (OSError, EOFError, zlib.error) as error:
        faults.refuse(str(path), number + 1, f"the file breaks off: {error}")


def _features(text: bytes) -> Iterator[dict[str, Any] | None]:
    """The properties of each feature of a text; None for what has none."""
    try:
        record = json.loads(text)
    except ValueError:
        yield None
        return
    collected = record.get("features") if isinstance(record, dict) else None
    for feature in collected if isinstance(collected, list) else [record]:
        properties = feature.get("properties") if isinstance(feature, dict) else None
        yield properties if isinstance(properties, dict) else None
