"""Sources that come with their labels: JSON lines with spans, and lines without any address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from postwright.corpus.faults import Faults
from postwright.corpus.readers.tables import decoded_lines, table_rows
from postwright.corpus.records import Row
from postwright.errors import InputError
from postwright.golden.records import check_spans, trim_spans
from postwright.golden.usaddress_manual import training_rows

__all__ = ["read_labelled", "read_manual", "read_negatives"]

#: A request that may hold a part of an address: a number beside a street word, a place by name.
_STREET_WORD = r"(?i:\b(?:street|st|avenue|ave|road|rd|drive|dr|lane|blvd|boulevard|hwy|zip)\b)"
_PLACE_LIKE = re.compile(
    rf"{_STREET_WORD}.*\d|\d.*{_STREET_WORD}"
    r"|\b(?:in|to|from|at|near|of|for|around|between|on)\s+[A-Z][a-z]"
)
#: Intents whose requests are about places, and name them in lower case too.
_PLACE_INTENTS = frozenset(
    """book_flight book_hotel car_rental current_location directions distance exchange_rate
    flight_status gas international_visa international_fees restaurant_reservation time timezone
    traffic travel_alert travel_notification travel_suggestion vaccines weather plug_type
    restaurant_suggestion restaurant_reviews translate country_support oos lost_luggage carry_on
    share_location uber where_are_you_from are_you_a_bot meeting_schedule schedule_meeting
    international_calls tire_change shopping_list calendar""".split()
)


def read_labelled(path: Path, source: str, country: str, faults: Faults) -> Iterator[Row]:
    """Rows of a file of JSON lines with `raw` and `spans` [[start, end, tag], ...]."""
    for number, line in decoded_lines(path, faults):
        try:
            row = _row(json.loads(line), source, country)
        except ValueError as error:  # InputError and JSONDecodeError are ValueErrors
            faults.refuse(str(path), number, str(error))
        else:
            faults.accept(str(path))
            yield row


def read_manual(data_dir: Path, source: str) -> Iterator[Row]:
    """The hand-labelled US rows that may be trained on."""
    for row in training_rows(data_dir):
        yield Row(row.raw, tuple(row.spans), "US", source, ("as-written",))


def read_negatives(path: Path, source: str, faults: Faults) -> Iterator[Row]:
    """Requests that hold no address: rows without a span."""
    for _, cells in table_rows(path, ("text", "intent"), faults):
        text = cells.get("text", "")
        if text and cells.get("intent") not in _PLACE_INTENTS and not _PLACE_LIKE.search(text):
            yield Row(text, (), "", source, ("as-written",))


def _row(record: Any, source: str, country: str) -> Row:
    if not isinstance(record, dict) or not isinstance(record.get("raw"), str):
        raise InputError("no JSON object with a text `raw`")
    listed = record.get("spans")
    if not isinstance(listed, list):
        raise InputError("`spans` is no list")
    try:
        spans = sorted((int(start), int(end), str(tag)) for start, end, tag in listed)
    except TypeError as error:
        raise InputError(f"a span is not [start, end, tag]: {error}") from error
    check_spans(record["raw"], spans)
    spans = [(start, end, _mended_tag(record["raw"][start:end], tag)) for start, end, tag in spans]
    return Row(record["raw"], trim_spans(record["raw"], spans), country, source, ("as-written",))


def _mended_tag(text: str, tag: str) -> str:
    """A flat is a unit, also where the source counts it as a house number."""
    return "unit" if tag == "house_number" and text.casefold().startswith("flat") else tag
