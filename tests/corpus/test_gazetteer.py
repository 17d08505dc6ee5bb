"""The table of places is built of what it may be built of, and places are told apart."""

from __future__ import annotations

import gzip
from pathlib import Path

from postwright.corpus.gazetteer import gather_places
from postwright.corpus.licences import Licences
from postwright.places import Place

LICENCES = Licences(
    sources={"geonames": "CC BY 4.0 (GeoNames)", "dr5hn": "ODbL 1.0", "geolonia": "CC BY 4.0"},
    files={"places/US/localities.tsv.gz": "CC BY 4.0 (GeoNames)"},
)
WORLD = "locality dependent_locality commune subregion region region_code postcode locality_alt src"
STREETS = "street locality dependent_locality subregion region postcode src"


def write(path: Path, columns: str, *rows: dict[str, str]) -> None:
    """Write a table with these cells, the others empty."""
    names = columns.split()
    lines = ["\t".join(names)] + ["\t".join(row.get(n, "") for n in names) for row in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress("\n".join(lines).encode()))


def world(locality: str, postcode: str, src: str = "geonames", **more: str) -> dict[str, str]:
    """A row of a table of localities."""
    return {"locality": locality, "postcode": postcode, "src": src, **more}


def gathered(data: Path) -> dict[str, list[Place]]:
    """Places by their headings."""
    found: dict[str, list[Place]] = {}
    for heading, place in gather_places(data, LICENCES):
        found.setdefault(heading, []).append(place)
    return found


def test_share_alike_sources_are_left_out(tmp_path: Path) -> None:
    """ODbL and unlisted sources never reach the table."""
    rows = [world("Gut", "10115"), world("Geteilt", "10117", "dr5hn"), world("Frei", "1", "new")]
    write(tmp_path / "places/DE/localities.tsv.gz", WORLD, *rows)
    write(tmp_path / "places/GB/localities.tsv.gz", "locality postcode", {"locality": "Unlisted"})
    assert set(gathered(tmp_path)) == {"Gut"}


def test_namesakes_stay_apart_and_one_town_becomes_one(tmp_path: Path) -> None:
    """By region and district; rows with a postcode in common are one place."""
    rows = [
        world("Neustadt", "1", region="Bayern", commune="Kelheim"),
        world("Neustadt", "2", region="Bayern", commune="Coburg"),
        world("Neustadt", "2", region="Bayern", commune="Stadt"),
        world("Neustadt", "3", region="Bayern", commune="Stadt"),
    ]
    write(tmp_path / "places/DE/localities.tsv.gz", WORLD, *rows)
    codes = {place.subregion: place.postcodes for place in gathered(tmp_path)["Neustadt"]}
    assert codes == {"Stadt": (("2", "3"),), "Kelheim": (("1", "1"),)}


def test_a_run_of_codes_does_not_pass_over_those_of_others(tmp_path: Path) -> None:
    """First and last of a run hold no code of another place between them."""
    rows = [world("Alt", code) for code in ("1001", "1002", "1004")] + [world("Neu", "1003")]
    write(tmp_path / "places/DE/localities.tsv.gz", WORLD, *rows)
    (alt,) = gathered(tmp_path)["Alt"]
    assert alt.postcodes == (("1001", "1002"), ("1004", "1004"))
    assert not alt.has_postcode("1003")


def test_business_mail_says_nothing_of_size(tmp_path: Path) -> None:
    """A CEDEX code belongs to its town and makes it no larger."""
    mail = [world("Poste", f"9750{n} CEDEX {n}") for n in range(9)]
    write(
        tmp_path / "places/FR/localities.tsv.gz",
        WORLD,
        *mail,
        world("Poste", "69001"),
        *(world("Ville", f"3000{n}") for n in range(3)),
    )
    found = gathered(tmp_path)
    assert found["Ville"][0].size > found["Poste"][0].size
    assert found["Poste"][0].has_postcode("97503")


def test_short_names_are_headings_and_postal_words_none(tmp_path: Path) -> None:
    """The head of a name is a heading of its own; an American town is one in all its counties."""
    write(
        tmp_path / "places/US/localities.tsv.gz",
        "locality subregion region region_code postcode",
        {"locality": "Aurora", "subregion": "A", "region": "Colorado", "postcode": "80010"},
        {"locality": "Aurora", "subregion": "B", "region": "Colorado", "postcode": "80016"},
        {"locality": "APO AE", "postcode": "09001"},
    )
    write(tmp_path / "places/NL/localities.tsv.gz", WORLD, world("Bergen aan Zee", "1865"))
    found = gathered(tmp_path)
    assert set(found) == {"Aurora", "Bergen aan Zee", "Bergen"}
    assert len(found["Aurora"]) == 1


def test_japanese_towns_come_from_the_table_of_streets(tmp_path: Path) -> None:
    """Wards are parts of their city; postcodes of another source are not taken."""
    rows = [
        {
            "street": "太秦",
            "locality": "京都市右京区",
            "region": "京都府",
            "postcode": "6",
            "src": src,
        }
        for src in ("geolonia", "kenall")
    ]
    write(tmp_path / "places/JP/streets.tsv.gz", STREETS, *rows)
    ((place,),) = gathered(tmp_path).values()
    assert (place.name, place.region, place.postcodes) == ("京都市", "京都府", ())
