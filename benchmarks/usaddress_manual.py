"""One table: this parser beside the ``usaddress`` package on hand-labelled US rows.

Run as ``python benchmarks/usaddress_manual.py [--model DIR] [--data DIR]``. The rows are the two
fifths of ``labelled/usaddress-manual`` that our models are never trained on; ``usaddress`` was
trained on these very rows, so its figure is one of rows that it has seen.
"""

from __future__ import annotations

import argparse
from importlib.metadata import version
from pathlib import Path

import usaddress

from postwright.corpus.recipe import data_directory
from postwright.diagnostics import Estimate, Scores, evaluate
from postwright.diagnostics.usaddress_labels import spans_of_tokens
from postwright.golden import GoldenRow
from postwright.golden.records import LabelledSpan
from postwright.golden.usaddress_manual import evaluation_rows
from postwright.parser import Parser


def main() -> None:
    """Print the table."""
    arguments = _arguments()
    rows = evaluation_rows(arguments.data or data_directory())
    columns = {
        "postwright": evaluate(rows, _ours(rows, arguments.model)),
        f"usaddress {version('usaddress')}": evaluate(rows, _theirs(rows)),
    }
    any_scores = next(iter(columns.values()))
    print(
        f"usaddress-manual, evaluation part: {any_scores.rows} rows, F1 in % under the "
        f"{any_scores.rule} rule, 95 % bootstrap intervals"
    )
    print(_table(columns))


def _arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--model", type=Path, help="model directory (default: the shipped model)")
    parser.add_argument("--data", type=Path, help="data folder (default: POSTWRIGHT_DATA)")
    return parser.parse_args()


def _ours(rows: list[GoldenRow], model: Path | None) -> list[list[LabelledSpan]]:
    """Spans by our parser."""
    parses = Parser.load(model).parse_batch([row.raw for row in rows])
    return [[(span.start, span.end, span.tag) for span in parse.spans] for parse in parses]


def _theirs(rows: list[GoldenRow]) -> list[tuple[LabelledSpan, ...]]:
    """Spans by ``usaddress``; ``parse`` labels every token and never raises on content."""
    return [spans_of_tokens(row.raw, usaddress.parse(row.raw)) for row in rows]


def _table(columns: dict[str, Scores]) -> str:
    """One line a tag, one column a parser."""
    golden = next(iter(columns.values()))
    tags = [tag for tag, figures in golden.tags.items() if figures.support]
    lines = [f"{'tag':<14} {'support':>7}" + "".join(f"  {name:<22}" for name in columns)]
    lines += [
        _line(tag, golden.tags[tag].support, [scores.tags[tag].f1 for scores in columns.values()])
        for tag in tags
    ]
    lines.append(
        _line("micro", golden.micro.support, [scores.micro.f1 for scores in columns.values()])
    )
    lines.append(_line("exact", golden.rows, [scores.exact for scores in columns.values()]))
    return "\n".join(line.rstrip() for line in lines)


def _line(name: str, support: int, estimates: list[Estimate]) -> str:
    """One line of the table."""
    cells = (
        f"{100 * cell.value:.1f} [{100 * cell.low:.1f}, {100 * cell.high:.1f}]"
        for cell in estimates
    )
    return f"{name:<14} {support:>7}" + "".join(f"  {cell:<22}" for cell in cells)


if __name__ == "__main__":
    main()
