"""The card itself, section after section."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from postwright.bundle import BundleManifest
from postwright.training.model_card.calibration import calibration_section
from postwright.training.model_card.corpus import corpus_section
from postwright.training.model_card.facts import CardFacts, StatedFacts
from postwright.training.model_card.markdown import NOT_STATED, bullets, facts_table, section
from postwright.training.model_card.scores import failures_section, scores_section
from postwright.training.progress import duration

__all__ = ["model_card"]


def model_card(manifest: BundleManifest, facts: CardFacts, *, sizes: Mapping[str, int]) -> str:
    """Write the card as Markdown; the same facts give the same text.

    Args:
        manifest: of the bundle that the card lies in.
        facts: what else is known.
        sizes: bytes of each file of the bundle.
    """
    stated, evaluations = facts.stated, facts.evaluations
    sections = [
        f"# {manifest.name}\n\n{stated.summary}",
        _use_section(stated),
        section("Model", facts_table(_model_facts(manifest, sizes))),
        section("Training", facts_table(_training_facts(manifest, stated))),
        corpus_section(facts.corpus),
        scores_section(evaluations),
        calibration_section(manifest.calibration, evaluations[0] if evaluations else None),
        failures_section(evaluations, stated.limits),
        section("INT8 against float32", facts_table(_parity_facts(manifest.parity))),
    ]
    return "\n\n".join(sections) + "\n"


def _use_section(stated: StatedFacts) -> str:
    """What it is for, and what not."""
    return section(
        "Use", "Intended:", bullets(stated.intended), "Not intended:", bullets(stated.not_intended)
    )


def _model_facts(manifest: BundleManifest, sizes: Mapping[str, int]) -> dict[str, object]:
    """What the graph is."""
    encoder = manifest.encoder
    return {
        "encoder": (
            f"{encoder['level']}-level Transformer, {encoder['dim']} dim, {encoder['layers']} "
            f"layers, {encoder['heads']} heads, {encoder['ffn']} FFN, pooling {encoder['pooling']}"
        ),
        "vocabulary": f"{encoder['vocabulary_size']:,} pieces",
        "labels": f"{manifest.label_set}: {len(manifest.labels)} BIO labels",
        "countries of the country head": len(manifest.countries) or "no such head",
        "input contract": manifest.text_contract,
        "quantization": manifest.quantization,
        "made with": f"postwright {manifest.postwright_version}",
        "exported": manifest.created,
        **{f"`{name}`": f"{size / 1e6:.2f} MB" for name, size in sorted(sizes.items())},
    }


def _training_facts(manifest: BundleManifest, stated: StatedFacts) -> dict[str, object]:
    """How the weights came to be, and what that took."""
    training = manifest.training
    resumed, init = training.get("resumed"), training.get("init")
    runs = [*(init or {}).get("runs", []), training]
    seconds = sum(run["seconds"] for run in runs)
    return {
        "hardware": stated.hardware,
        **({} if init is None else {"begun with": _beginning(init)}),
        "time": duration(seconds),
        "energy": _energy(stated, seconds),
        **({} if resumed is None else {"taken up again after a stop": f"{resumed:,} times"}),
        "steps": _summed(run["step"] for run in runs),
        **_averaged(training),
        "rows seen": _summed(run["rows_seen"] for run in runs),
        "distinct rows among them": _summed(
            min(run["rows_seen"], run["corpus_rows"]) for run in runs
        ),
        "rows in the corpus": _summed(run["corpus_rows"] for run in runs),
        "recipe": "in `bundle.json`, under `training.recipe`",
    }


def _averaged(training: Mapping[str, Any]) -> dict[str, object]:
    """The steps of the last run whose weights were averaged, if any were."""
    steps = [f"{step:,}" for step in training.get("averaged_steps", ())]
    return {"weights": f"the mean of those after steps {', '.join(steps)}"} if steps else {}


def _beginning(init: Mapping[str, Any]) -> str:
    """Which weights the run began with; the figures below count their runs in."""
    runs = init.get("runs", [])
    many = "one earlier run" if len(runs) == 1 else f"{len(runs)} earlier runs"
    behind = f"of {many}, counted in below" if runs else "which do not say where they come from"
    return f"the weights of `{init['file']}` (SHA-256 {init['sha256'][:12]}…), {behind}"


def _summed(counts: Iterable[int]) -> str:
    """A sum, with its summands where there are several.

    >>> _summed([1500]), _summed([1000, 2000])
    ('1,500', '3,000 (1,000 + 2,000)')
    """
    each = list(counts)
    whole = f"{sum(each):,}"
    return whole if len(each) == 1 else f"{whole} ({' + '.join(f'{count:,}' for count in each)})"


def _energy(stated: StatedFacts, seconds: float) -> str:
    """The estimate and how it was made."""
    energy = stated.energy
    if energy is None:
        return NOT_STATED
    return (
        f"about {energy.of_run(seconds)}, estimated and not measured: the time above × "
        f"{energy.watts:g} W for {energy.covers}; {energy.how}"
    )


def _parity_facts(parity: Mapping[str, Any]) -> dict[str, object]:
    """What the quantised graph does otherwise."""
    return {
        "rows compared": f"{parity['rows']:,}",
        "words compared": f"{parity['words']:,}",
        "words whose label changes": f"{parity['labels_changed']:.3%}",
        "rows with a changed label": f"{parity['rows_changed']:.3%}",
        "largest difference of an emission": f"{parity['largest_difference']:.3f}",
    }
