"""Names of businesses and institutions in front of an address."""

import re

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.names import person, surname
from postwright.corpus.compose.scripts import is_latin
from postwright.corpus.compose.segments import Segment
from postwright.corpus.compose.streets import surname_of_place
from postwright.corpus.compose.venue_words import LATIN, PLACE_NAMED, TEMPLATES

_PLACE_HOLDER = re.compile(r"\{(\w)\}")
_ECHOES = {
    "en": listed(
        "{o} Health Clinic|{o} Dental Care|{o} High School|{o} Public Library|{o} Pizza|"
        "{o} Animal Hospital|City of {o}|{o} Police Department|{o} Chamber of Commerce|"
        "First Baptist Church of {o}|{o} Family Practice|Town of {o}|{o} Auto Parts|{o} Grill|"
        "Bank of {o}|{o} Elementary School|University of {o}|{o} Post Office|Hilton {o}|"
        "{o} Airport|{o} City Hall|Holiday Inn {o}|{o} Town Hall|{o} Marriott|{o} Museum"
    ),
    "fr": listed(
        "Mairie de {o}|Gare de {o}|Office de tourisme de {o}|Collège de {o}|Ibis {o}|CHU de {o}"
    ),
    "de": listed(
        "Rathaus {o}|Stadt {o}|Bahnhof {o}|Stadtwerke {o}|Gemeinde {o}|Sparkasse {o}|{o} Hbf"
    ),
    "es": listed("Ayuntamiento de {o}|Hospital de {o}|Municipalidad de {o}|NH {o}|Estación de {o}"),
    "it": listed("Comune di {o}|Ospedale di {o}|Stazione di {o}|Pro Loco {o}|Municipio di {o}"),
    "pt": listed("Câmara Municipal de {o}|Prefeitura Municipal de {o}|Hospital de {o}|Ibis {o}"),
    "nl": listed("Gemeente {o}|Station {o}|Gemeentehuis {o}|Bibliotheek {o}|Novotel {o}"),
}
_OTHER_PLACE = listed(
    "{l}, {r} Steakhouse|{l}, {r} Bar & Grill|{l}-{r} Trading Co.|Little {l}, {r} Diner|"
    "{r} & {l} Railroad|The {l}, {r} Company|{l}, {l} & {r} Realty|{r} Café of {l}|"
    "{l} of {r}|{r} {l} Express|First {r} Bank of {l}|{l}, {r} Style BBQ"
)


def write_venue(draft: Draft) -> str:
    """A venue: a real one of the country, or one out of templates."""
    kit = draft.kit
    if draft.latin and draft.hit("venue_place_named"):
        return _filled(draft, draft.pick(PLACE_NAMED))
    if draft.latin and draft.hit("venue_echo"):
        return _filled(draft, draft.pick(_ECHOES.get(draft.language, _ECHOES["en"])))
    if draft.latin and kit.regions and draft.hit("venue_other_place"):
        return _filled(draft, draft.pick(_OTHER_PLACE))
    if kit.venues and draft.roll() < 0.6:
        return draft.pick(kit.venues)
    if draft.romanised or draft.language not in TEMPLATES:
        return _filled(draft, draft.pick(LATIN))
    return _filled(draft, draft.pick(TEMPLATES[draft.language]))


_DEPARTMENTS = {
    "en": listed(
        "Department of {d}|Dept. of {d}|{d} Department|School of {d}|Office of {d}|{d} Dept|"
        "Division of {d}|College of {d}|Institute of {d}|{d} Office|Center for {d}|{d} Division|"
        "{d} and {d}|{s} Hall|{s} Building|{s} Center|West Hall|North Campus|{s} Library|"
        "{s} Laboratory|{s} Pavilion|{s} Wing|{s} Shopping Center|{s} Plaza|{s} Mall|{p}"
    ),
    "fr": listed(
        "Service {s}|Faculté de Droit|Département de Chimie|UFR de Lettres|Direction Générale|"
        "Immeuble {s}|Résidence {s}|Bâtiment {s}|Centre Commercial {s}|Hall {s}|{p}|M. {p}"
    ),
    "de": listed(
        "Institut für Physik|Fakultät für Chemie|Abteilung Einkauf|Lehrstuhl für Statistik|"
        "Fachbereich Medizin|{s}-Haus|{s}-Center|Haus {s}|Herrn {p}|Frau {p}|Klinik für Chirurgie"
    ),
    "es": listed(
        "Facultad de Derecho|Departamento de Química|Escuela de Ingeniería|Edificio {s}|Torre {s}|"
        "Centro Comercial {s}|Pabellón {s}|{p}|Servicio de Urgencias"
    ),
    "it": listed(
        "Dipartimento di Fisica|Facoltà di Lettere|Palazzo {s}|Centro Commerciale {s}|{p}|"
        "Ufficio Tecnico"
    ),
    "pt": listed(
        "Faculdade de Direito|Departamento de Química|Edifício {s}|Shopping {s}|{p}|Bloco Didático"
    ),
    "nl": listed("Afdeling Inkoop|Faculteit Rechten|Winkelcentrum {s}|Gebouw {s}"),
}
_SUBJECTS = listed(
    "Chemistry|Physics|Finance|Economics|Public Health|Soil Science|History|Nursing|Engineering|"
    "Human Resources|Research Administration|Athletics|Admissions|Computer Science|Medicine|Law|"
    "Student Affairs|Agriculture|Transportation|Mathematics|Radiology|Education|Revenue|Planning|"
    "Housing|Veterans Affairs|Social Services|Business|Music|Surgery|Facilities|Purchasing"
)


def with_second_venue(draft: Draft, first: Segment) -> list[Segment]:
    """A department, hall or named building beside the venue, as a venue of its own."""
    second = _filled(draft, draft.pick(_DEPARTMENTS.get(draft.language, _DEPARTMENTS["en"])))
    parts = [first, (second, "venue")]
    if draft.roll() < 0.25:
        parts.reverse()
    return [parts[0], (", ", None), parts[1]]


def _filled(draft: Draft, template: str) -> str:
    """Names in place of `{s}` family, `{l}` and `{o}` town, `{f}` first name, `{p}` person.

    `{r}` is a region, `{d}` a subject, `{n}` a number.
    """
    return _PLACE_HOLDER.sub(lambda found: _value(draft, found[1]), template)


def _value(draft: Draft, kind: str) -> str:
    """The name behind one letter."""
    if kind == "s":
        return surname(draft)
    if kind == "p":
        return person(draft)
    if kind == "f":
        return person(draft).split(" ")[0].rstrip(".") or "Mary"
    if kind == "d":
        return draft.pick(_SUBJECTS)
    if kind == "n":
        return str(1 + draft.below(99))
    if kind == "r" and draft.kit.regions:
        region = draft.pick(draft.kit.regions)
        if is_latin(region) == draft.latin:
            return region
    town = draft.fields.get("locality", "")
    if kind == "o" and town and is_latin(town) == draft.latin:
        return town
    return town if town and draft.roll() < 0.5 else surname_of_place(draft)
