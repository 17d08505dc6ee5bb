"""Formats that hold single addresses: each from a few lines as its publisher writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from postwright.corpus.faults import Faults
from postwright.corpus.readers.ban import BAN
from postwright.corpus.readers.format import ReadOptions
from postwright.corpus.readers.nad import NAD
from postwright.corpus.readers.openaddresses import OPENADDRESSES

OA_HEADER = "LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH\n"
OA_ROW = "-72.57,44.26,116,STATE ST,APT 2,MONTPELIER,WASHINGTON,VT,05602,,8f2a1b\n"

NAD_HEADER = (
    "OID_,AddNum_Pre,Add_Number,AddNum_Suf,AddNo_Full,St_PreDir,St_Name,St_PosTyp,StNam_Full,"
    "Building,Floor,Unit,County,Inc_Muni,Post_City,Uninc_Comm,Nbrhd_Comm,State,Zip_Code,Plus_4\n"
)
NAD_ROW = (
    "-1,,350,,350,,5th,Avenue,5th Avenue,,6,12B,New York,New York city,New York,"
    "Not stated,Midtown,NY,10118,0110\n"
)

BAN_HEADER = (
    "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;"
    "code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;"
    "libelle_acheminement;nom_afnor;source_position;source_nom_voie;certification_commune\n"
)


def ban_row(numero: str, rep: str, voie: str, commune: str, lieudit: str = "") -> str:
    """A line of the base."""
    return (
        f"x_1;x;{numero};{rep};{voie};69005;69385;{commune};;;1;2;3;4;entrée;;{lieudit};"
        f"{commune.upper()};{voie.upper()};commune;commune;1\n"
    )


def write(path: Path, text: str) -> Path:
    """Write a text file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("folders", "country"), [("us/vt", "US"), ("fr", "FR"), ("ch/zurich-city", "CH")]
)
def test_an_openaddresses_row_has_the_country_of_its_folder(tmp_path, folders, country) -> None:
    """The folder of a state is passed over."""
    path = write(tmp_path / folders / "statewide.csv", OA_HEADER + OA_ROW)
    [(found, fields)] = OPENADDRESSES.read(path, ReadOptions(), Faults())
    assert found == country
    assert fields == {
        "house_number": "116",
        "street": "STATE ST",
        "unit": "APT 2",
        "locality": "MONTPELIER",
        "subregion": "WASHINGTON",
        "region": "VT",
        "postcode": "05602",
    }


def test_an_openaddresses_file_without_a_country_is_refused(tmp_path) -> None:
    """Neither stated nor in the path."""
    path, faults = write(tmp_path / "addresses.csv", OA_HEADER + OA_ROW), Faults()
    assert list(OPENADDRESSES.read(path, ReadOptions(), faults)) == []
    assert "state `country`" in faults.examples[0].reason
    [(country, _)] = OPENADDRESSES.read(path, ReadOptions(country="US"), faults)
    assert country == "US"


def test_a_zero_is_no_house_number_and_a_row_without_street_is_set_aside(tmp_path) -> None:
    """What sources write for "none"."""
    rows = "1,2,0,ELM ST,,BARRE,,VT,05641,,a\n1,2,5,,,BARRE,,VT,05641,,b\n"
    path, faults = write(tmp_path / "us/vt/a.csv", OA_HEADER + rows), Faults()
    [(_, fields)] = OPENADDRESSES.read(path, ReadOptions(), faults)
    assert "house_number" not in fields
    assert faults.reasons[str(path), "no street"] == 1


def test_a_row_of_the_national_address_database(tmp_path) -> None:
    """Whole names, designators of bare values, ZIP+4, and nothing that is "Not stated"."""
    path = write(tmp_path / "NAD_r21.txt", NAD_HEADER + NAD_ROW)
    assert list(NAD.read(path, ReadOptions(), Faults())) == [
        (
            "US",
            {
                "house_number": "350",
                "street": "5th Avenue",
                "level": "Fl 6",
                "unit": "Unit 12B",
                "dependent_locality": "Midtown",
                "locality": "New York",
                "subregion": "New York",
                "region": "NY",
                "postcode": "10118-0110",
            },
        )
    ]


def test_a_french_row_gets_its_suffix_and_arrondissement(tmp_path) -> None:
    """`8 bis`, and Lyon without the number of its arrondissement."""
    row = ban_row("8", "bis", "Rue de la République", "Lyon 5e Arrondissement")
    path = write(tmp_path / "adresses-69.csv", BAN_HEADER + row)
    assert list(BAN.read(path, ReadOptions(), Faults())) == [
        (
            "FR",
            {
                "house_number": "8 bis",
                "street": "Rue de la République",
                "locality": "Lyon",
                "dependent_locality": "5e Arrondissement",
                "postcode": "69005",
            },
        )
    ]


@pytest.mark.parametrize(
    ("numero", "rep", "number"),
    [("12", "b", "12B"), ("7", "", "7"), ("5012", "", None), ("0", "", None)],
)
def test_numbers_of_the_base_itself_are_left_out(tmp_path, numero, rep, number) -> None:
    """From 5000 on they number places that have none."""
    row = ban_row(numero, rep, "Chemin des Prés", "Ars", lieudit="Les Prés")
    path = write(tmp_path / "adresses-01.csv", BAN_HEADER + row)
    [(_, fields)] = BAN.read(path, ReadOptions(), Faults())
    assert fields.get("house_number") == number
    assert fields["dependent_locality"] == "Les Prés"
