"""``postwright parse``: addresses in, one result each out, in the same order."""

from __future__ import annotations

import codecs
import itertools
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BufferedIOBase
from itertools import islice, tee
from pathlib import Path
from typing import cast

import click

from postwright.cli.benchmark import benchmark_table
from postwright.cli.tables import Table, open_table, write_table
from postwright.decoder import Parse
from postwright.decoder.formats import FORMATS, format_parse
from postwright.labels import LABEL_SETS, TAGS
from postwright.parser import Parser
from postwright.parser.benchmark import benchmark

__all__ = ["chunks_of_lines", "parse", "parse_texts"]

#: Bytes asked for at once from stdin: about 1,500 addresses.
_READ_BYTES = 1 << 16

#: Rows of a table that are parsed and printed at once.
_TABLE_CHUNK = 1024


@click.command()
@click.argument("texts", nargs=-1, metavar="[TEXT]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(FORMATS)),
    help="How to print; the default is tree on a terminal, json otherwise.",
)
@click.option(
    "--model",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A model directory; the default is the model inside the package.",
)
@click.option(
    "--labels",
    type=click.Choice(sorted(LABEL_SETS)),
    help="The label set to answer in; the default is the model's own.",
)
@click.option(
    "--candidates",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many different readings of each address to list.",
)
@click.option("--locale", is_flag=True, help="Detect country and language, too.")
@click.option("--places", is_flag=True, help="List the places that a town may be, too.")
@click.option(
    "--country",
    metavar="CC",
    help="The country of the addresses (FR) where you know it; what is detected is listed, too.",
)
@click.option(
    "--min-probability",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Withhold the spans of an address whose parse is less sure than this.",
)
@click.option(
    "--threshold",
    "thresholds",
    multiple=True,
    metavar="TAG=P",
    help="Withhold spans of a tag that are less sure than P. May be given more than once.",
)
@click.option(
    "--input",
    "source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A table of addresses: .csv, .tsv, or .parquet with pyarrow installed.",
)
@click.option("--column", help="The column of --input that holds the addresses.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the rows of --input with what was found: .csv, .tsv, .jsonl or .parquet.",
)
@click.option(
    "--benchmark",
    "runs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Time N parses of each address instead of printing them; the table goes to stderr.",
)
@click.option("--json", "as_json", is_flag=True, help="Print --benchmark as JSON on stdout.")
def parse(
    texts: tuple[str, ...],
    form: str | None,
    model: Path | None,
    labels: str | None,
    candidates: int,
    locale: bool,
    places: bool,
    country: str | None,
    min_probability: float,
    thresholds: tuple[str, ...],
    source: Path | None,
    column: str | None,
    output: Path | None,
    runs: int | None,
    as_json: bool,
) -> None:
    """Parse addresses: arguments, lines of stdin (-), or a column of a table (--input).

    One result each, in the same order. What an address holds never changes the exit code: where
    nothing could be parsed, "error" in the result says why.

    \b
    postwright parse "350 5th Ave, New York, NY 10118"
    cut -f3 customers.tsv | postwright parse - > parsed.jsonl
    postwright parse --input a.csv --column address --output b.csv
    postwright parse --benchmark 200 "350 5th Ave, New York, NY 10118"
    """  # noqa: D301 (click wants the backspace itself)
    _check_usage(texts, form, source, column, output)
    _check_table(output, candidates=candidates, locale=locale, places=places)
    _check_benchmark(runs, form, output, as_json=as_json)
    table = open_table(source, column) if source else None
    limits = _thresholds(thresholds)
    parser = Parser.load(
        model,
        locale=locale or country is not None,
        places=places,
        min_probability=min_probability,
        thresholds=limits,
    )
    to_core = _folds_to_core(parser, labels)
    if runs:
        chunks = _table_chunks(table) if table else _text_chunks(texts)
        rows = [str(row) for chunk in chunks for row in chunk]
        found = benchmark(parser, rows, runs=runs)
        if as_json:
            click.echo(json.dumps(found.to_json(), ensure_ascii=False))
        else:
            click.echo(benchmark_table(found), err=True)
        return
    if table and output:
        before, again = tee(table.rows)
        parses = parser.parse_stream(
            (row[table.column] for row in again), candidates=candidates, country=country
        )
        answers = map(Parse.to_core, parses) if to_core else parses
        write_table(output, table, zip(before, answers, strict=True))
        return
    show = _printer(form)
    for chunk in _table_chunks(table) if table else _text_chunks(texts):
        show(parse_texts(parser, chunk, candidates=candidates, country=country, to_core=to_core))


def parse_texts(
    parser: Parser,
    texts: Iterable[object],
    *,
    candidates: int = 1,
    country: str | None = None,
    to_core: bool = False,
) -> list[Parse]:
    """Parse a chunk of rows, answering in the core labels if asked to."""
    parses = parser.parse_batch(texts, candidates=candidates, country=country)
    return [parse.to_core() for parse in parses] if to_core else parses


def chunks_of_lines(stream: BufferedIOBase) -> Iterator[list[str]]:
    r"""Lines of a stream as they arrive: a slow writer is answered at once, a fast one in bulk.

    A line ends at LF or CRLF. Bytes that are not UTF-8 become lone surrogates
    (``surrogateescape``); a byte order mark at the start is no part of the text.

    >>> import io
    >>> list(chunks_of_lines(io.BytesIO(b"\xef\xbb\xbfa\r\n\nb")))
    [['a', ''], ['b']]
    """
    unfinished: list[bytes] = []
    block = stream.read1(_READ_BYTES).removeprefix(codecs.BOM_UTF8)
    while block:
        whole, newline, rest = block.rpartition(b"\n")
        if newline:
            yield [_decode(line) for line in b"".join([*unfinished, whole]).split(b"\n")]
            unfinished.clear()
        unfinished.append(rest)
        block = stream.read1(_READ_BYTES)
    if last := b"".join(unfinished):
        yield [_decode(last)]


def _decode(line: bytes) -> str:
    return line.removesuffix(b"\r").decode("utf-8", "surrogateescape")


def _text_chunks(texts: Sequence[str]) -> Iterable[Sequence[str]]:
    if tuple(texts) != ("-",):
        return [texts]
    return chunks_of_lines(cast("BufferedIOBase", sys.stdin.buffer))


def _table_chunks(table: Table) -> Iterator[list[object]]:
    texts = (row[table.column] for row in table.rows)
    while chunk := list(islice(texts, _TABLE_CHUNK)):
        yield chunk


def _printer(form: str | None) -> Callable[[Iterable[Parse]], None]:
    """A function that prints parses to stdout and flushes; trees are a blank line apart."""
    terminal = sys.stdout.isatty()
    name = form or ("tree" if terminal else "json")
    colour = terminal and not os.environ.get("NO_COLOR")
    between = itertools.chain([""], itertools.repeat("\n" if name == "tree" else ""))

    def show(parses: Iterable[Parse]) -> None:
        # Bytes, because every format is UTF-8 whatever the locale says.
        for parse, gap in zip(parses, between, strict=False):
            line = format_parse(parse, name, colour=colour)
            sys.stdout.buffer.write(f"{gap}{line}\n".encode())
        sys.stdout.buffer.flush()

    return show


def _thresholds(given: Sequence[str]) -> dict[str, float]:
    """Read ``tag=0.5``; anything else is wrong usage."""
    limits: dict[str, float] = {}
    for one in given:
        tag, _, value = one.partition("=")
        try:
            limits[tag] = float(value)
        except ValueError:
            raise click.UsageError(f"--threshold {one}: write it as street=0.8") from None
        if tag not in TAGS or not 0 <= limits[tag] <= 1:
            raise click.UsageError(
                f"--threshold {one}: a tag of {', '.join(TAGS)}, and a number from 0 to 1"
            )
    return limits


def _folds_to_core(parser: Parser, labels: str | None) -> bool:
    """Whether the model's answers must be folded; a wish that it cannot fulfil is an error."""
    spoken = parser.label_set.name
    if labels in (None, spoken):
        return False
    if labels == "core":
        return True
    raise click.UsageError(f"--labels {labels}: this model speaks {spoken} only")


def _check_usage(
    texts: Sequence[str],
    form: str | None,
    source: Path | None,
    column: str | None,
    output: Path | None,
) -> None:
    """Refuse arguments that do not go together, before anything is loaded."""
    if bool(texts) == bool(source):
        raise click.UsageError("give addresses, or - for lines on stdin, or --input with a table")
    if "-" in texts and len(texts) > 1:
        raise click.UsageError("- (lines on stdin) stands alone, without other addresses")
    if source is None and (column or output):
        raise click.UsageError("--column and --output go with --input")
    if output and form:
        raise click.UsageError("--format is for printing; the suffix of --output says the format")


def _check_table(output: Path | None, *, candidates: int, locale: bool, places: bool) -> None:
    """Refuse a table that would lose what was asked for."""
    asked = {"--candidates": candidates > 1, "--locale": locale, "--places": places}
    given = [name for name, is_given in asked.items() if is_given]
    if output and given and output.suffix.lower() != ".jsonl":
        raise click.UsageError(
            f"{' and '.join(given)}: a {output.suffix} table has no column for it; name the "
            "output .jsonl"
        )


def _check_benchmark(
    runs: int | None, form: str | None, output: Path | None, *, as_json: bool
) -> None:
    """Refuse what does not go with a benchmark, which prints no parse."""
    if runs is None and as_json:
        raise click.UsageError("--json goes with --benchmark; for parses say --format json")
    if runs is not None and (form or output):
        raise click.UsageError("--benchmark prints times, not parses: leave out --format, --output")
