"""One source of a recipe, read: its files found, its rows under the conventions, packed."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from postwright.corpus.cache import ReadSource, entry_name, read_entry, write_entry
from postwright.corpus.conventions import mend
from postwright.corpus.exclusion import SplitFilter
from postwright.corpus.faults import Faults
from postwright.corpus.licences import NONE, Licences
from postwright.corpus.readers.format import ReadOptions
from postwright.corpus.readers.formats import FORMATS
from postwright.corpus.readers.labelled import read_labelled, read_manual, read_negatives
from postwright.corpus.readers.places import read_localities, read_streets
from postwright.corpus.readers.rows import read_raw_rows, read_rows
from postwright.corpus.recipe import CorpusRecipe, SourceRecipe
from postwright.corpus.records import Row
from postwright.corpus.store import PoolBuilder
from postwright.errors import CorpusError
from postwright.golden.usaddress_manual import FILE as MANUAL_FILE

__all__ = ["SourceReader"]

#: Readers that give components; the others give rows as somebody wrote them.
_COMPOSED = frozenset({"streets", "localities", "rows", *FORMATS})

Fields = dict[str, str]


class SourceReader:
    """Reads the sources of one recipe."""

    def __init__(self, recipe: CorpusRecipe, data_dir: Path, *, cache: Path | None = None) -> None:
        """Take the recipe.

        Args:
            recipe: what the sources belong to.
            data_dir: the data folder.
            cache: where sources that were read are kept; None for nowhere.
        """
        self.recipe, self.data_dir, self.cache = recipe, data_dir, cache
        self._licences = Licences.load(recipe.licences)

    def open(self, name: str) -> ReadSource | None:
        """The source from the cache; None where it must be read."""
        entry = self._entry(name)
        return read_entry(entry) if entry is not None else None

    def read(self, name: str) -> ReadSource:
        """Read a source from its files, and keep it for the next time.

        Raises:
            CorpusError: a file is missing.
        """
        source, faults = self.recipe.sources[name], Faults()
        builder, kept = PoolBuilder(name), SplitFilter(self.recipe.split)
        if source.reader in _COMPOSED:
            for country, fields in self._fields(name, source, faults):
                if kept.keeps(country, fields.get("locality", ""), fields.get("street", "")):
                    builder.add_fields(country, fields)
        else:
            for row in self._rows(name, source, faults):
                if kept.keeps_row(row):
                    builder.add_row(row)
        found, entry = ReadSource(builder.pools(), faults), self._entry(name)
        if entry is not None:
            with suppress(OSError):  # a full or read-only disk costs time, not the build
                write_entry(entry, found)
        return found

    def _entry(self, name: str) -> Path | None:
        """Where the source is kept; its weight and the like do not matter for what it holds."""
        if self.cache is None:
            return None
        source = self.recipe.sources[name]
        share = source.countries if source.rows_per_percent else {}
        settings = (
            source.reader, source.country, source.licence, source.columns, source.every,
            source.alignment, source.cap, source.rows_per_percent, share,
            self.recipe.split, self._licences, self.data_dir,
        )  # fmt: skip
        files = [*self._files(name, source), *self._beside(source)]
        return self.cache / "corpus" / entry_name(name, settings, files)

    def _beside(self, source: SourceRecipe) -> list[Path]:
        """Files that a source is read with, beside its own."""
        if source.reader == "manual":
            return sorted(self.data_dir.glob(str(MANUAL_FILE)))
        if source.reader == "raw_rows" and source.alignment == "near":
            return sorted(self.data_dir.glob("places/*/localities.tsv.gz"))
        return []

    def _files(self, name: str, source: SourceRecipe) -> list[Path]:
        """The files of a source, sorted by name; raises `CorpusError` for a pattern without one."""
        found: list[Path] = []
        for pattern in source.files:
            place = Path(pattern).expanduser()
            if place.is_absolute():
                fitting = sorted(map(Path, glob.glob(str(place), recursive=True)))
            else:
                fitting = sorted(self.data_dir.glob(pattern))
            if not fitting:
                where = "" if place.is_absolute() else f" under {self.data_dir}"
                get = f"; get it: {FORMATS[source.reader].get}" if source.reader in FORMATS else ""
                raise CorpusError(f"source {name!r}: no file fits {pattern!r}{where}{get}")
            found += fitting
        return found

    def _fields(
        self, name: str, source: SourceRecipe, faults: Faults
    ) -> Iterator[tuple[str, Fields]]:
        """Country and mended fields of every row of a source."""
        if source.reader in FORMATS:
            if source.stated_licence() != NONE:
                yield from self._format_fields(name, source, faults)
            return
        for path in self._files(name, source):
            most = source.most_rows(path.parent.name)
            if source.reader == "streets":
                yield from read_streets(path, self._licences, faults, most=most)
            elif source.reader == "localities":
                yield from read_localities(path, self._licences, faults, most=most)
            elif self._licences.allows(path):
                yield from read_rows(path, faults, cap=source.cap)

    def _format_fields(
        self, name: str, source: SourceRecipe, faults: Faults
    ) -> Iterator[tuple[str, Fields]]:
        """The same for a public format."""
        known, options = FORMATS[source.reader], ReadOptions(source.country, source.columns)
        for path in self._files(name, source):
            rows = known.read(path, options, faults)
            for country, fields in islice(rows, 0, None, source.every):
                mend(country, fields, known.src)
                yield country, fields

    def _rows(self, name: str, source: SourceRecipe, faults: Faults) -> Iterator[Row]:
        """The written rows of a source."""
        if source.reader == "manual":
            yield from read_manual(self.data_dir, name)
            return
        for path in filter(self._licences.allows, self._files(name, source)):
            if source.reader == "raw_rows":
                near = self.data_dir if source.alignment == "near" else None
                yield from read_raw_rows(path, name, faults, near=near)
            elif source.reader == "negatives":
                yield from read_negatives(path, name, faults)
            else:
                yield from read_labelled(path, name, source.country, faults)
