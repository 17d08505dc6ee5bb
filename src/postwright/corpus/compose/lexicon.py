"""The lexicon: every table that the composer looks things up in, one kit a country."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from postwright.corpus.compose import tables
from postwright.corpus.compose.countries import Habits, habits_of
from postwright.corpus.compose.country_names import EVERYDAY_NAMES, MORE_NAMES
from postwright.corpus.compose.libpostal import StreetTypes, read_street_types
from postwright.corpus.compose.opencage import Template, read_templates
from postwright.corpus.compose.scripts import is_latin
from postwright.corpus.compose.words import type_index


@dataclass(frozen=True)
class CountryKit:
    """One country: names, formats, samples, all ready for a fast look-up.

    Attributes:
        country: ISO 3166-1 alpha-2 in capitals, "" for unknown.
        habits: language, number side and the like.
        native: order of the parts as the country writes it.
        latin: the order in Latin script.
        names: country names by usefulness: English and native ones.
        foreign_names: names in every other language.
        iso3: three-letter code.
        region_codes: folded region name to letter code.
        regions: names of regions.
        postcodes: examples of postcodes.
        prefix: postcode prefix such as `L-`.
        places: names of towns, material for streets and venues.
        streets: names of real streets.
        venues: real venue names, filled by `Lexicon.with_venues`.
        template: the OpenCage template of the country.
        latin_template: the one for rows in Latin script.
        street_types: the rarer street types of all languages.
        region_translations: names of the regions in other scripts, by language.
    """

    country: str
    habits: Habits
    native: tables.Groups
    latin: tables.Groups
    names: tuple[str, ...]
    foreign_names: tuple[str, ...]
    iso3: str
    region_codes: Mapping[str, str]
    regions: tuple[str, ...]
    postcodes: tuple[str, ...]
    prefix: str
    places: tuple[str, ...]
    streets: tuple[str, ...]
    venues: tuple[str, ...] = ()
    template: Template | None = None
    latin_template: Template | None = None
    street_types: StreetTypes = field(default_factory=StreetTypes)
    region_translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @cached_property
    def region_by_code(self) -> Mapping[str, str]:
        """From a region's letter code to its name."""
        names: dict[str, str] = {}
        for region in self.regions:
            code = self.region_codes.get(region.casefold())
            if code:
                names.setdefault(code, region)
        return names

    @cached_property
    def large_first(self) -> bool:
        """Whether the native order has the town before the street."""
        order = [slot for group in self.latin for slot in group]
        return order.index("locality") < order.index("street")

    @cached_property
    def latin_places(self) -> tuple[str, ...]:
        """Those towns whose names are in Latin script."""
        return tuple(name for name in self.places if is_latin(name))

    @cached_property
    def local_places(self) -> tuple[str, ...]:
        """Those towns whose names are in another script."""
        return tuple(name for name in self.places if not is_latin(name))

    @cached_property
    def latin_streets(self) -> tuple[str, ...]:
        """Those streets whose names are in Latin script."""
        return tuple(name for name in self.streets if is_latin(name))

    @cached_property
    def local_streets(self) -> tuple[str, ...]:
        """Those streets whose names are in another script."""
        return tuple(name for name in self.streets if not is_latin(name))

    @cached_property
    def types(self) -> Mapping[str, tuple[str, ...]]:
        """Street types of the country's language: as written to the other forms."""
        return type_index(self.habits.language)

    @cached_property
    def french_types(self) -> Mapping[str, tuple[str, ...]]:
        """French street types, for the countries that are partly French."""
        return type_index("fr")


@dataclass(frozen=True)
class World:
    """The tables of all countries, each by country code."""

    formats: Mapping[str, tuple[tables.Groups, tables.Groups, tuple[str, ...], str]] = field(
        default_factory=dict
    )
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    region_codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    regions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    templates: Mapping[str, Template] = field(default_factory=dict)
    street_types: StreetTypes = field(default_factory=StreetTypes)
    translations: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)

    @classmethod
    def load(cls, world: Path) -> "World":
        """Read the world tables of a folder."""
        return cls(
            tables.read_formats(world),
            tables.read_country_names(world),
            tables.read_region_codes(world),
            tables.read_region_names(world),
            read_templates(world),
            read_street_types(world),
            tables.read_region_translations(world),
        )


class Lexicon:
    """The kits of all countries.

    >>> import os
    >>> Lexicon({}).kit("ZZ").country
    'ZZ'
    """

    def __init__(self, kits: Mapping[str, CountryKit]) -> None:
        """Take kits by country code; unknown countries get an empty kit."""
        self._kits = dict(kits)

    @classmethod
    def load(cls, data_dir: Path | str, countries: Sequence[str] | None = None) -> "Lexicon":
        """Read `world/` and samples of `places/` (some seconds for all countries).

        Args:
            data_dir: the data directory (POSTWRIGHT_DATA).
            countries: only these, for tests; all where not given.
        """
        root = Path(data_dir)
        world = World.load(root / "world")
        codes = countries or sorted({*world.formats, *world.names})
        return cls({code: _kit(code, root / "places" / code, world) for code in codes})

    def kit(self, country: str) -> CountryKit:
        """The kit of a country; an empty one where nothing is known."""
        found = self._kits.get(country)
        if found is None:
            found = self._kits[country] = _kit(country, Path("/nonexistent"), World())
        return found

    def with_venues(self, venues: Mapping[str, Sequence[str]]) -> "Lexicon":
        """A lexicon whose kits also hold real venue names, by country."""
        kits = dict(self._kits)
        for country, names in venues.items():
            kits[country] = replace(self.kit(country), venues=tuple(names))
        return Lexicon(kits)


def _kit(code: str, folder: Path, world: World) -> CountryKit:
    """Gather one country's tables."""
    plain = tables.groups_of(tables.FALLBACK_FORMAT)
    native, latin, postcodes, prefix = world.formats.get(code, (plain, plain, (), ""))
    habits = habits_of(code)
    known = world.names.get(code, {})
    near = [known[key].split(" (")[0] for key in ("en", "native", habits.language) if key in known]
    foreign = {name for key, name in known.items() if key not in ("iso3", "en", "native")}
    return CountryKit(
        country=code,
        habits=habits,
        native=native,
        latin=latin,
        names=EVERYDAY_NAMES.get(code) or (*near, *MORE_NAMES.get(code, ())),
        foreign_names=tuple(sorted(foreign)),
        iso3=known.get("iso3", ""),
        region_codes=world.region_codes.get(code, {}),
        regions=world.regions.get(code, ()),
        postcodes=postcodes,
        prefix=prefix,
        places=tables.sample_places(folder, "localities.tsv.gz", 0),
        streets=tables.sample_places(folder, "streets.tsv.gz", 0),
        template=world.templates.get(code),
        latin_template=world.templates.get(f"{code}_en") or world.templates.get(code),
        street_types=world.street_types,
        region_translations=world.translations.get(code, {}),
    )
