"""``postwright model``: make a bundle, calibrate, verify and describe one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from postwright.bundle import Bundle, read_bundle, verify_bundle, write_calibration
from postwright.cli.model_card import card, card_options, read_card_facts, rewrite_calibration
from postwright.errors import ConfigError
from postwright.parser.model import DEFAULT_MODEL, load_model

if TYPE_CHECKING:
    from postwright.diagnostics.fitting import CalibrationFit
    from postwright.golden import GoldenRow
    from postwright.training.export import ExportReport

__all__ = ["calibrate_model", "export_model", "model", "model_facts"]

#: What a tokenizer is checked on, and INT8 compared on where no other rows are at hand.
SAMPLE = (
    "350 5th Ave, New York, NY 10118",
    "PO Box 482, Montpelier, VT 05602",
    "12 bis rue de la République, 75011 Paris",
    "Friedrichstraße 43-45, 10117 Berlin",
    "Calle Mayor 12, 28013 Madrid",
    "Via Roma 5, 20121 Milano MI",
    "Keizersgracht 123-B, 1015 CJ Amsterdam",
    "10 Downing Street, London SW1A 2AA",
)

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_BUNDLE = click.argument("bundle", type=_FOLDER, default=DEFAULT_MODEL)


@click.group()
def model() -> None:
    """Export, calibrate, verify and describe model bundles."""


model.add_command(card)


@model.command()
@click.argument("checkpoint", type=_FOLDER)
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--tokenizer", type=_FILE, required=True, help="The tokenizer that it was trained with."
)
@click.option("--name", help="Name of the model; the name of OUT if not given.")
@click.option(
    "--rows",
    type=click.IntRange(min=0),
    default=4000,
    show_default=True,
    help="Compare INT8 on so many rows of the recipe's development shards.",
)
@click.option("--sample", type=_FILE, help="Compare on the lines of this file instead.")
@card_options
@click.option(
    "--attention",
    type=click.Choice(["decomposed", "fused"]),
    default="fused",
    show_default=True,
    help="One operator a layer, which is faster, or its parts.",
)
@click.option("--keep-float", is_flag=True, help="Also write tagger.fp32.onnx.")
def export(
    checkpoint: Path,
    out: Path,
    tokenizer: Path,
    name: str | None,
    rows: int,
    sample: Path | None,
    facts: Path | None,
    scores: tuple[Path, ...],
    corpus: Path | None,
    attention: Literal["decomposed", "fused"],
    keep_float: bool,
) -> None:
    """Make a model bundle OUT of a CHECKPOINT directory of a training run."""
    try:
        report = export_model(
            checkpoint,
            out,
            tokenizer=tokenizer,
            name=name or out.name,
            rows=rows,
            sample=sample,
            facts=facts,
            scores=scores,
            corpus=corpus,
            attention=attention,
            keep_float=keep_float,
        )
    except ConfigError as error:
        raise click.UsageError(str(error)) from error
    click.echo(_table(_report_facts(report)))


def export_model(
    checkpoint: Path,
    out: Path,
    *,
    tokenizer: Path,
    name: str,
    rows: int,
    sample: Path | None = None,
    facts: Path | None = None,
    scores: Sequence[Path] = (),
    corpus: Path | None = None,
    attention: Literal["decomposed", "fused"] = "fused",
    keep_float: bool = False,
) -> ExportReport:
    """Read the files that go into an export, and export."""
    from postwright.training.export import ExportSettings, development_batches, export_bundle

    card_facts = read_card_facts(facts, scores, corpus)
    lines = sample.read_text(encoding="utf-8").splitlines() if sample else SAMPLE
    return export_bundle(
        checkpoint,
        tokenizer,
        out,
        settings=ExportSettings(name=name, attention=attention, keep_float=keep_float),
        sample=lines,
        batches=[] if sample else development_batches(checkpoint, rows=rows),
        facts=card_facts,
    )


@model.command()
@_BUNDLE
def verify(bundle: Path) -> None:
    """Check every file of a BUNDLE against its manifest; exit code 1 if anything is wrong."""
    problems = verify_bundle(bundle)
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        raise SystemExit(1)
    click.echo(f"{bundle}: all files are there and are what the manifest says")


@model.command()
@_BUNDLE
@click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON.")
def info(bundle: Path, as_json: bool) -> None:
    """Say on one screen what a BUNDLE is: the model inside the package if none is given."""
    facts = model_facts(read_bundle(bundle))
    click.echo(json.dumps(facts, ensure_ascii=False) if as_json else _table(facts))


@model.command()
@click.argument("bundle", type=_FOLDER)
@click.option(
    "--set",
    "sets",
    required=True,
    multiple=True,
    metavar="usaddress-manual|PATH",
    help="Golden rows to fit on: a name, a file or a directory. May be given more than once.",
)
@click.option(
    "--split",
    type=click.Choice(["dev", "test"]),
    default="dev",
    show_default=True,
    help="Only the rows of this split; leave the other one to be measured on.",
)
@click.option(
    "--adversarial",
    type=click.Choice(["exclude", "only", "include"]),
    default="exclude",
    show_default=True,
    help="What to do with the rows that are made to be hard.",
)
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The data folder; the default is POSTWRIGHT_DATA, then ../shared/data.",
)
@click.option("--dry-run", is_flag=True, help="Fit and report, but leave the bundle as it is.")
def calibrate(
    bundle: Path,
    sets: tuple[str, ...],
    split: str,
    adversarial: str,
    data: Path | None,
    dry_run: bool,
) -> None:
    """Fit the probabilities of a BUNDLE to golden rows, and write the curves into it."""
    from postwright.cli.judging import load_sets

    rows = load_sets(sets, data, split=split, adversarial=adversarial)
    fit = calibrate_model(bundle, rows, sets=sets, split=split, write=not dry_run)
    click.echo(_table(_fit_facts(fit)))


def calibrate_model(
    bundle: Path, rows: Sequence[GoldenRow], *, sets: Sequence[str], split: str, write: bool = True
) -> CalibrationFit:
    """Fit a calibration and write it into the bundle and its card, with the facts of the fit."""
    from postwright.diagnostics.fitting import fit_calibration

    fit = fit_calibration(load_model(bundle), rows)
    if write:
        facts = fit.calibration.to_manifest(
            sets=[Path(name).name for name in sets],
            split=split,
            rows=fit.rows,
            spans=fit.spans,
            span_error=list(fit.span_error),
            parse_error=list(fit.parse_error),
        )
        write_calibration(bundle, facts)
        rewrite_calibration(bundle, facts)
    return fit


def _fit_facts(fit: CalibrationFit) -> dict[str, str]:
    """What a fit prints; the errors are of rows that the curves have not seen."""
    curves = {
        "parses": fit.calibration.parses,
        "spans": fit.calibration.spans,
        **fit.calibration.tags,
    }
    return {
        "rows": f"{fit.rows:,}, {fit.spans:,} spans",
        "calibration error, spans": "{:.4f} raw, {:.4f} calibrated".format(*fit.span_error),
        "calibration error, parses": "{:.4f} raw, {:.4f} calibrated".format(*fit.parse_error),
        **{f"curve of {name}": f"a = {a:.3f}, b = {b:+.3f}" for name, (a, b) in curves.items()},
    }


def model_facts(bundle: Bundle) -> dict[str, str]:
    """What a bundle is, in the order in which a person would ask."""
    manifest = bundle.manifest
    encoder, training = manifest.encoder, manifest.training
    return {
        "name": manifest.name,
        "path": str(bundle.path),
        "labels": f"{manifest.label_set}, {len(manifest.labels)} BIO labels",
        "encoder": _encoder(encoder),
        "vocabulary": f"{encoder['vocabulary_size']:,} pieces",
        "quantization": manifest.quantization,
        "tagger": _size(bundle.tagger_path),
        "input contract": str(manifest.text_contract),
        "calibration": "yes" if manifest.calibration else "none",
        "trained": _training(training),
        "INT8 against float32": _parity(manifest.parity),
        "exported": f"{manifest.created}, postwright {manifest.postwright_version}",
        **{_score_name(score): _score(score) for score in training.get("scores", [])},
    }


def _report_facts(report: ExportReport) -> dict[str, str]:
    """What an export prints."""
    return {
        **model_facts(report.bundle),
        "float32 graph against torch": f"largest difference {report.graph_error:.2g}",
        "<unk> and byte pieces": f"{report.fallback_share:.2%} of the sample's",
    }


def _table(facts: Mapping[str, str]) -> str:
    width = max(map(len, facts))
    return "\n".join(f"{name:<{width}}  {value}" for name, value in facts.items())


def _encoder(encoder: Mapping[str, Any]) -> str:
    keys = ("level", "dim", "layers", "heads", "ffn", "pooling")
    return ", ".join(f"{key} {encoder.get(key, '?')}" for key in keys)


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.2f} MB"


def _training(training: Mapping[str, Any]) -> str:
    if "rows_seen" not in training:
        return "not stated"
    minutes = training["seconds"] / 60
    return f"{training['rows_seen']:,} rows, {training['step']:,} steps, {minutes:.0f} minutes"


def _parity(parity: Mapping[str, Any]) -> str:
    if not parity.get("words"):
        return "not measured"
    return f"{parity['labels_changed']:.3%} of {parity['words']:,} words get another label"


def _score_name(score: Mapping[str, Any]) -> str:
    return f"{score['set']}, {score['figure']}"


def _score(score: Mapping[str, Any]) -> str:
    value, low, high = (100 * score[key] for key in ("value", "low", "high"))
    return f"{value:.1f} [{low:.1f}, {high:.1f}] on {score['rows']} rows"
