"""Formats of places and street ranges: GeoNames, Who's On First, TIGER."""

from __future__ import annotations

import json
import sqlite3
import struct
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from postwright.corpus.faults import Faults
from postwright.corpus.readers.format import ReadOptions
from postwright.corpus.readers.geonames import GEONAMES_POSTAL
from postwright.corpus.readers.tiger import TIGER_ADDRFEAT
from postwright.corpus.readers.whosonfirst import WHOSONFIRST


def place(identity: int, placetype: str, name: str, **more: Any) -> dict[str, Any]:
    """A feature as Who's On First writes it, in the hierarchy of its test world."""
    above = {"country_id": 1, "region_id": 2, "county_id": 3, "locality_id": 4}
    properties = {
        "wof:id": identity,
        "wof:name": name,
        "wof:placetype": placetype,
        "wof:country": "CZ",
        "wof:hierarchy": [above],
        "wof:lang_x_official": ["ces"],
        "mz:is_current": -1,
        **more,
    }
    return {"type": "Feature", "properties": properties, "geometry": None}


FEATURES = [
    place(2, "region", "Prague Region"),
    place(4, "locality", "Prague", **{"name:ces_x_preferred": ["Praha"]}),
    place(5, "neighbourhood", "Karlín"),
    place(6, "neighbourhood", "Old", **{"edtf:deprecated": "2019-01-01"}),
    place(7, "postalcode", "18600"),
]
EXPECTED = [
    ("CZ", {"region": "Prague Region", "locality": "Praha", "locality_alt": "Prague"}),
    ("CZ", {"region": "Prague Region", "locality": "Praha", "dependent_locality": "Karlín"}),
    ("CZ", {"region": "Prague Region", "locality": "Praha", "postcode": "18600"}),
]


def write_checkout(folder: Path) -> Path:
    """A repository's data folder: one file a feature, and an alternative geometry."""
    for feature in FEATURES:
        identity = feature["properties"]["wof:id"]
        path = folder / "data" / str(identity) / f"{identity}.geojson"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(feature), encoding="utf-8")
    (folder / "data" / "5" / "5-alt-quattroshapes.geojson").write_text(json.dumps(FEATURES[2]))
    return folder / "data"


def write_database(folder: Path) -> Path:
    """A SQLite distribution, as far as it is read."""
    path = folder / "whosonfirst-data-admin-cz-latest.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE geojson (id INTEGER, body TEXT, source TEXT, is_alt BOOL)")
        rows = [(f["properties"]["wof:id"], json.dumps(f), 0) for f in FEATURES]
        database.executemany("INSERT INTO geojson (id, body, is_alt) VALUES (?, ?, ?)", rows)
        database.execute("INSERT INTO geojson VALUES (5, ?, 'x', 1)", (json.dumps(FEATURES[2]),))
        database.commit()
    return path


@pytest.mark.parametrize("write", [write_checkout, write_database])
def test_places_carry_the_names_above_them(tmp_path, write) -> None:
    """In the official language; what is deprecated or an alternative geometry is left out."""
    path = write(tmp_path)
    assert list(WHOSONFIRST.read(path, ReadOptions(), Faults())) == EXPECTED


def test_a_file_that_is_no_distribution_is_counted(tmp_path) -> None:
    """Another SQLite file, or no SQLite file at all."""
    path, faults = tmp_path / "a.db", Faults()
    path.write_bytes(b"not a database, but long enough to be looked at" * 30)
    assert list(WHOSONFIRST.read(path, ReadOptions(), faults)) == []
    assert "no Who's On First database" in faults.examples[0].reason


def test_geonames_postal_codes_have_no_header(tmp_path) -> None:
    """Twelve columns; quotation marks mean nothing."""
    path = tmp_path / "US.txt"
    row = 'US\t05602\t"Montpelier"\tVermont\tVT\tWashington\t023\t\t\t44.26\t-72.57\t4\n'
    path.write_text(row + "US\t05602\tshort\n", encoding="utf-8")
    faults = Faults()
    assert list(GEONAMES_POSTAL.read(path, ReadOptions(), faults)) == [
        (
            "US",
            {
                "postcode": "05602",
                "locality": '"Montpelier"',
                "region": "Vermont",
                "region_code": "VT",
                "subregion": "Washington",
            },
        )
    ]
    assert faults.refused[str(path)] == 1


TIGER_COLUMNS = (
    ("TLID", "N", 10),
    ("FULLNAME", "C", 100),
    ("LFROMHN", "C", 12),
    ("LTOHN", "C", 12),
    ("RFROMHN", "C", 12),
    ("RTOHN", "C", 12),
    ("ZIPL", "C", 5),
    ("ZIPR", "C", 5),
)
TIGER_ROW = ("69312345", "Calle Núñez", "101", "199", "", "", "05602", "05602")


def write_dbf(path: Path, *rows: tuple[str, ...], cut: int = 0) -> Path:
    """A dBase III table of `TIGER_COLUMNS`, its last `cut` bytes missing."""
    width = 1 + sum(size for _, _, size in TIGER_COLUMNS)
    header = 32 + 32 * len(TIGER_COLUMNS) + 1
    data = struct.pack("<B3xIHH20x", 3, len(rows), header, width)
    for name, kind, size in TIGER_COLUMNS:
        data += struct.pack("<11sc4xB15x", name.encode(), kind.encode(), size)
    data += b"\r"
    for row in rows:
        cells = zip(row, TIGER_COLUMNS, strict=True)
        data += b" " + b"".join(
            value.encode().rjust(size) if kind == "N" else value.encode().ljust(size)
            for value, (_, kind, size) in cells
        )
    path.write_bytes(data[: len(data) - cut])
    return path


def test_a_street_side_with_a_range_is_a_row(tmp_path) -> None:
    """The other side of this street has no numbers."""
    path = write_dbf(tmp_path / "tl_2024_50023_addrfeat.dbf", TIGER_ROW)
    fields = {"house_number": "101", "street": "Calle Núñez", "postcode": "05602"}
    assert list(TIGER_ADDRFEAT.read(path, ReadOptions(), Faults())) == [("US", fields)]


def test_the_same_columns_as_csv(tmp_path) -> None:
    """What the table is exported as."""
    path = tmp_path / "addrfeat.csv"
    names = ",".join(name for name, _, _ in TIGER_COLUMNS)
    path.write_text(f"{names}\n{','.join(TIGER_ROW)}\n", encoding="utf-8")
    [(_, fields)] = TIGER_ADDRFEAT.read(path, ReadOptions(), Faults())
    assert fields["street"] == "Calle Núñez"


def test_a_table_that_breaks_off_gives_the_rows_before(tmp_path) -> None:
    """And says in which row it breaks."""
    path, faults = write_dbf(tmp_path / "a.dbf", TIGER_ROW, TIGER_ROW, cut=9), Faults()
    assert len(list(TIGER_ADDRFEAT.read(path, ReadOptions(), faults))) == 1
    assert [(fault.line, fault.reason) for fault in faults.examples] == [(2, "the file breaks off")]


@pytest.mark.parametrize("data", [b"", b"short", b"\x03" * 40])
def test_what_is_no_table_is_refused(tmp_path, data) -> None:
    """Whatever the bytes are."""
    path, faults = tmp_path / "a.dbf", Faults()
    path.write_bytes(data)
    assert list(TIGER_ADDRFEAT.read(path, ReadOptions(), faults)) == []
    assert faults.refused[str(path)] == 1
