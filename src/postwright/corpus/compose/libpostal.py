"""Street types of libpostal's dictionaries (MIT): the rarer spellings that `words` has not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from postwright.corpus.compose.scripts import OTHER_SCRIPT_LANGUAGES, is_latin
from postwright.corpus.compose.tables import read_rows

_MOST_WORDS = 2
_NO_TYPES = frozenset(
    "bad bach große grosse große alte neue haus hof gut esplanade sitio bach dorf ort key fort "
    "isle lake island islands park mall union state east west north south upper lower "
    "lange lang leane loane verlengde hoofdstraat obere oberer oberes untere unterer unteres "
    "großser großes heiligen bühl forsthaus bahnhof quelle bairro direito esquerdo frei frente "
    "lugar projectada vila zona ponto tunel quinta particular presso frazione frazioni località "
    "villa villaggio vocabolo alto angolo brigata quartiere regione scala scale scali porta "
    "ferrata banda sector poblado pueblo barriada espalda trasera tránsito angosta partida paraje "
    "diseminado extramuros hacienda alquería métro chalet château campagne foyer hameau residence "
    "residences camping lot apartments annex caravan trailer tower towers number little light land "
    "elm elbow limits unions neaves ladder loaf lees priors private sound space stairs stairway "
    "steps entrance exit part claim cul awang dayang haji pengiran kampung taman sungai tingkat "
    "medan rapat alue intrarea plan get osiedle ogród county interstate".split()
)
"""Canonical words that stand for a name, a part of a building or a quarter just as often."""


@dataclass(frozen=True, slots=True)
class StreetTypes:
    """What is known of street types, by language.

    Attributes:
        spellings: by language, from a type as written (folded) to its other spellings.
        canonical: by language, the full words, for new streets.
    """

    spellings: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    canonical: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_street_types(world: Path) -> StreetTypes:
    """The street types of `libpostal_dictionaries.tsv.gz`; empty where the file is missing.

    Single letters and spellings that several types share are left out, and so are those in the
    Latin alphabet of languages that have another one.
    """
    groups: dict[str, dict[str, list[str]]] = {}
    for row in read_rows(world / "libpostal_dictionaries.tsv.gz"):
        if row["kind"] == "street_types" and _fits(row["lang"], row["variant"]):
            groups.setdefault(row["lang"], {}).setdefault(row["canonical"], []).append(
                row["variant"]
            )
    spellings = {language: _index(types) for language, types in groups.items()}
    canonical = {
        language: tuple(
            word
            for word in types
            if word not in _NO_TYPES
            and len(word) > 2
            and word.count(" ") < (1 if language == "en" else _MOST_WORDS)
        )
        for language, types in groups.items()
    }
    return StreetTypes(spellings, canonical)


def _fits(language: str, spelling: str) -> bool:
    """Whether a spelling is a word of its language's own script, longer than a letter."""
    return len(spelling) > 1 and is_latin(spelling) != (language in OTHER_SCRIPT_LANGUAGES)


def _index(types: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """From each spelling to the others of its type, where only one type has it."""
    index: dict[str, tuple[str, ...]] = {}
    seen: set[str] = set()
    for spellings in types.values():
        for spelling in spellings:
            if spelling in seen:
                index.pop(spelling, None)
                continue
            seen.add(spelling)
            others = tuple(other for other in spellings if other != spelling)
            if others:
                index[spelling] = others
    return index
