"""Words for parts inside a building by language: unit, level, building, entrance, staircase.

Place-holders are those of `inner_parts.filled`.
"""

from collections.abc import Sequence

from postwright.corpus.compose.listing import listed

ENGLISH: dict[str, Sequence[str]] = {
    "unit": listed(
        "Apt {x}|Apt {x}|Apt. {x}|Apartment {x}|#{x}|#{x}|# {x}|Ste {n}|Ste {n}|Ste. {n}|"
        "Suite {n}|Suite {x}|Unit {x}|Unit {x}|Rm {n}|Room {n}|Lot {n}|Trlr {n}|Spc {n}|"
        "Apt #{x}|Unit #{x}|Suite #{n}|Flat {x}|Office {n}|Studio {l}|Space {n}|"
        "Penthouse {n}|PH {n}|Dept {n}|Bsmt|Rear|Upper|Lower|Front|Apt.{x}|Ste{n}|Apt{x}|"
        "Frnt|Uppr|Lowr|Slip {n}|Bay {s}|Dock {s}|Penthouse|PH|Apt No. {x}|Apt # {x}|Apt-{x}|"
        "Apartment #{x}|Unit-{x}|APT {x}|STE {n}|UNIT {x}"
    ),
    "level": listed(
        "{o} Floor|{o} Fl|Floor {s}|Fl {s}|Level {s}|{w} Floor|{o} floor|{o} Flr|FL {s}|"
        "Ground Floor|L{s}|{o} Fl."
    ),
    "building": listed(
        "Bldg {l}|Bldg {s}|Building {s}|Building {l}|Tower {s}|Block {l}|Bldg. {s}|Tower {l}|"
        "Bldg #{s}|North Tower|Block {s}|BLDG {n}"
    ),
    "entrance": listed("Entrance {l}|Entrance {s}|Gate {s}|Door {s}|Ent. {l}"),
    "staircase": listed("Stair {s}|Staircase {l}|Stairwell {l}|Stair {l}"),
}
PARTS: dict[str, dict[str, Sequence[str]]] = {
    "en": ENGLISH,
    "fr": {
        "unit": listed(
            "Appt {s}|Apt {s}|appartement {s}|Appartement {l}{s}|App. {s}|Porte {s}|appt. {n}|"
            "Lot {s}|logement {s}|Bureau {n}|bte {s}|Boîte {s}|Apt. {n}"
        ),
        "level": listed(
            "{f} étage|{f} Etage|Etage {s}|Niveau {s}|RDC|Rez-de-chaussée|{f} ét.|{f} étage gauche|"
            "{f} étage droite|{f} ETG|étage {s}|{f} etage"
        ),
        "building": listed(
            "Bâtiment {l}|Bât. {l}|Bat {l}|bâtiment {s}|BAT {l}|Bât {s}|Immeuble {l}|Tour {l}|"
            "Bat. {l}{s}"
        ),
        "entrance": listed("Entrée {s}|entrée {l}|Entree {l}|Hall {l}"),
        "staircase": listed("Escalier {l}|Esc. {l}|escalier {s}|Esc {l}|esc. {s}"),
    },
    "de": {
        "unit": listed(
            "Wohnung {s}|Whg. {s}|Whg {s}|Wohnung Nr. {s}|Top {s}|App. {s}|Zimmer {n}|Tür {s}|"
            "Apartment {s}|WE {s}|Wohneinheit {s}"
        ),
        "level": listed(
            "{s}. OG|{s}. Stock|{s}. Etage|EG|DG|{s}.OG|Erdgeschoss|{s}. Obergeschoss|UG"
        ),
        "building": listed(
            "Gebäude {l}|Geb. {s}|Haus {l}|Turm {s}|Block {l}|Gebäude {s}|Halle {s}|"
            "Hinterhaus|Vorderhaus|Seitenflügel|Quergebäude"
        ),
        "entrance": listed("Eingang {s}|Eingang {l}|Hauseingang {l}|Tor {s}"),
        "staircase": listed(
            "Stiege {s}|Stg. {s}|Treppe {s}|Treppenhaus {l}|Stiege {l}|Aufgang {s}|Aufgang {l}"
        ),
    },
    "es": {
        "unit": listed(
            "{s}º {l}|{s}º{l}|Piso {s} {l}|Dpto. {n}|Depto {n}|Departamento {n}|puerta {s}|"
            "pta. {s}|Local {s}|Oficina {n}|Of. {n}|int. {s}|Interior {s}|Apto. {n}|Apto {n}|"
            "Dto. {l}|Despacho {s}|{s}ºIzq|{s}º Dcha|{s}º izquierda"
        ),
        "level": listed(
            "piso {s}|Planta {s}|{s}ª planta|Piso {s}|Planta baja|Bajo|{s}º piso|Entresuelo"
        ),
        "building": listed(
            "Edificio {s}|Edif. {l}|Torre {l}|Bloque {s}|Blq. {s}|Torre {s}|Nave {s}"
        ),
        "entrance": listed("Portal {s}|Puerta {l}|Entrada {s}|portal {l}|Acceso {s}"),
        "staircase": listed("Esc. {l}|esc. {s}|Escalera {l}|escalera {s}|Esc {s}"),
    },
    "it": {
        "unit": listed("Int. {s}|int. {s}|Interno {s}|interno {s}|App. {s}|int {s}{l}|Interno {l}"),
        "level": listed("Piano {s}|{s}° piano|piano {s}|p. {s}|Piano terra|primo piano|{s}º piano"),
        "building": listed(
            "Edificio {l}|Palazzina {l}|Pal. {l}|Torre {s}|Edificio {s}|Fabbricato {l}"
        ),
        "entrance": listed("Ingresso {l}|Ingresso {s}|Portone {s}|Cancello {s}"),
        "staircase": listed("Scala {l}|scala {l}|Sc. {l}|Scala {s}|sc. {s}"),
    },
    "pt": {
        "unit": listed(
            "Apto {n}|Ap. {n}|apto. {n}|Apartamento {n}|Sala {n}|sala {n}|{s}º Esq|{s}º Dto|"
            "Loja {s}|ap {n}|Conj. {n}|cj {n}|{s}º {l}|Fração {l}"
        ),
        "level": listed("{s}º andar|{s}º Andar|Andar {s}|R/C|Piso {s}|Rés-do-chão|piso {s}"),
        "building": listed(
            "Bloco {l}|Bl. {s}|Torre {l}|Edifício {l}|bloco {s}|Torre {s}|Prédio {s}"
        ),
        "entrance": ("Entrada {l}", "Portão {s}", "Porta {s}"),
        "staircase": ("Escada {l}", "Esc. {l}", "Escada {s}"),
    },
    "nl": {
        "unit": listed(
            "bus {s}|bus {n}|bte {s}|App. {s}|Appartement {s}|Kamer {s}|Unit {s}|app {s}"
        ),
        "level": listed("{s}e verdieping|{s}e etage|verdieping {s}|begane grond|{s}de verdieping"),
        "building": listed("Gebouw {l}|Toren {s}|Blok {l}|gebouw {s}"),
        "entrance": ("Ingang {l}", "Ingang {s}", "Poort {s}"),
        "staircase": ("Trap {s}", "Trappenhuis {l}"),
    },
    "pl": {
        "unit": listed("m. {s}|m {s}|lok. {s}|lok {s}|lokal {s}|mieszkanie {s}|m.{s}|pok. {n}"),
        "level": listed("piętro {s}|{s} piętro|{r} piętro|parter|p. {s}"),
        "building": listed("budynek {l}|bud. {l}|blok {s}|bud. {s}"),
        "entrance": ("wejście {l}", "brama {s}", "wejście {s}"),
        "staircase": listed("klatka {s}|kl. {l}|klatka {l}|kl. {s}"),
    },
    "ru": {
        "unit": listed("кв. {s}|кв. {n}|кв {n}|оф. {n}|офис {n}|квартира {s}|кв.{n}|пом. {s}"),
        "level": ("этаж {s}", "{s} этаж", "{s}-й этаж"),
        "building": listed("корп. {s}|корпус {s}|стр. {s}|строение {s}|корп. {l}"),
        "entrance": listed("подъезд {s}|под. {s}|подъезд {s}|вход {s}"),
        "staircase": ("лестница {s}", "лестница {l}"),
    },
    "uk": {
        "unit": listed("кв. {s}|кв. {n}|оф. {n}|офіс {n}|кв {n}"),
        "level": ("поверх {s}", "{s} поверх"),
        "building": ("корп. {s}", "корпус {s}"),
        "entrance": ("під'їзд {s}", "під. {s}"),
        "staircase": ("сходи {s}",),
    },
    "tr": {
        "unit": listed("D: {s}|D:{s}|Daire: {s}|Daire {s}|İç kapı no: {s}|D. {s}"),
        "level": listed("Kat: {s}|Kat {s}|K: {s}|Kat:{s}"),
        "building": listed("Blok {l}|{l} Blok|B Blok|Bina {s}"),
        "entrance": ("Giriş {l}", "Kapı {s}"),
        "staircase": ("Merdiven {l}",),
    },
    "cs": {
        "unit": ("byt {s}", "byt č. {s}", "b. {s}"),
        "level": ("{s}. patro", "{s}. NP"),
        "building": ("budova {l}", "blok {l}"),
        "entrance": ("vchod {l}", "vchod {s}"),
        "staircase": ("schodiště {l}",),
    },
    "hu": {
        "unit": ("{s}. ajtó", "{s}. a."),
        "level": listed("{s}. emelet|{s}. em.|fszt.|{r}. em."),
        "building": ("{l} épület",),
        "entrance": ("{s}. bejárat",),
        "staircase": ("{l} lépcsőház", "{s}. lph."),
    },
    "ro": {
        "unit": listed("ap. {s}|Ap. {s}|ap {s}|apartament {s}"),
        "level": listed("et. {s}|etaj {s}|Et. {s}|parter"),
        "building": listed("bl. {l}{s}|Bl. {s}|bloc {l}|bl. {l}"),
        "entrance": ("intrarea {l}",),
        "staircase": listed("sc. {l}|Sc. {l}|scara {l}|sc. {s}"),
    },
    "da": {
        "unit": listed("lejl. {s}|tv|th|lejlighed {s}|dør {s}|mf."),
        "level": listed("{s}. sal|st.|kl.|{s}.|stuen|kælderen"),
        "building": ("bygning {s}",),
        "entrance": ("indgang {l}", "indgang {s}"),
        "staircase": ("opgang {l}", "opgang {s}", "trappe {l}"),
    },
    "sv": {
        "unit": ("lgh {n}", "lägenhet {n}", "lgh. {n}"),
        "level": ("{s} tr", "våning {s}", "plan {s}"),
        "building": ("hus {l}",),
        "entrance": ("ingång {l}", "port {s}"),
        "staircase": ("uppgång {l}", "trappa {l}"),
    },
    "nb": {
        "unit": ("leilighet {s}", "H0{s}01", "leil. {s}"),
        "level": ("{s}. etasje", "{s}. etg."),
        "building": ("bygg {l}",),
        "entrance": ("inngang {l}", "inngang {s}"),
        "staircase": ("oppgang {s}", "oppgang {l}"),
    },
    "fi": {
        "unit": ("as {s}", "as. {s}", "asunto {s}"),
        "level": ("{s}. krs", "{s}. kerros"),
        "building": ("talo {l}",),
        "entrance": ("sisäänkäynti {l}", "ovi {s}"),
        "staircase": ("rappu {l}", "porras {l}"),
    },
}
