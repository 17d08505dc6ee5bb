"""Names of businesses and institutions in front of an address."""

import re

from postwright.corpus.compose.draft import Draft
from postwright.corpus.compose.listing import listed
from postwright.corpus.compose.names import person, surname
from postwright.corpus.compose.scripts import is_latin
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


def _filled(draft: Draft, template: str) -> str:
    """Names in place of `{s}` family, `{l}` town, `{f}` first name, `{p}` person, `{r}` region."""
    return _PLACE_HOLDER.sub(lambda found: _value(draft, found[1]), template)


def _value(draft: Draft, kind: str) -> str:
    """The name behind one letter."""
    if kind == "s":
        return surname(draft)
    if kind == "p":
        return person(draft)
    if kind == "f":
        return person(draft).split(" ")[0].rstrip(".") or "Mary"
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
