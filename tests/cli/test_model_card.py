"""``postwright model card`` as a user gets there: calibrate, evaluate, write the card anew."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner, Result

from postwright import Parser
from postwright.bundle import MODEL_CARD_FILE, read_bundle, verify_bundle, write_manifest
from postwright.cli import main
from postwright.config import to_mapping
from postwright.corpus.append import recipe_digest
from postwright.corpus.recipe import load_recipe
from postwright.corpus.shards import ShardWriter
from postwright.golden import GoldenRow, write_jsonl
from postwright.text import encode_text
from postwright.training.encoder import PRESETS
from postwright.training.model_card import read_corpus

RECIPE = """
rows = 8
tokenizer = "tokenizer.model"
licences = "sources.toml"
[sources.streets]
reader = "streets"
weight = 1
files = ["places/*/streets.tsv.gz"]
[sources.shops]
reader = "rows"
weight = 1
files = ["rows/shops.tsv.gz"]
"""
LICENCES = """
[sources]
geonames = "CC BY 4.0 (GeoNames)"
unstated = "none"
[files]
"places/GB/streets.tsv.gz" = "OGL 3.0"
"rows/shops.tsv.gz" = "CC BY 4.0 (The Shops)"
"rows/other.tsv.gz" = "MIT"
"""
FACTS = """
hardware = "two cores"
corpus_recipe = "recipe.toml"
intended = ["To part addresses."]
not_intended = ["To find persons."]
limits = ["It reads no maps."]
[energy]
watts = 50
covers = "two cores"
how = "as it was guessed"
"""


class Story(NamedTuple):
    """A bundle that was calibrated, evaluated and given its card."""

    bundle: Path
    report: dict[str, Any]
    card: str


def run(*arguments: object) -> Result:
    """Call `postwright` as a user does; it must succeed."""
    result = CliRunner().invoke(main, list(map(str, arguments)))
    assert result.exit_code == 0, result.output
    return result


def write_golden(bundle: Path, path: Path) -> None:
    """The model's own answers as golden rows, a span missing in every second one."""
    texts = [f"{n} main street, paris" for n in range(200)]
    rows = [
        GoldenRow(
            str(n),
            parse.raw,
            tuple((span.start, span.end, span.tag) for span in parse.spans[n % 2 :]),
            country="FR" if n % 3 else "MC",
            slices=("plain",),
            split="dev" if n < 60 else "test",
        )
        for n, parse in enumerate(Parser.load(bundle).parse_batch(texts))
    ]
    write_jsonl(rows, path)


def write_corpus(bundle: Path, folder: Path) -> None:
    """Two shards of four rows, six of them of a table of streets."""
    tokenizer = read_bundle(bundle).load_tokenizer()
    for number, sources in enumerate((["streets"] * 4, ["streets", "streets", "shops", "shops"])):
        writer = ShardWriter(tokenizer.digest)
        for place, source in enumerate(sources):
            codes = encode_text(tokenizer, "10118 main street")
            country = ("GB", "GB", "US", "")[place]
            writer.add(codes, [0] * len(codes.starts), country, source)
        writer.write(folder / f"shard-{number:05}", about={"seed": 7})


@pytest.fixture(scope="module")
def story(tiny_bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Calibrate on one half, evaluate the other, write the card."""
    folder = tmp_path_factory.mktemp("card")
    bundle = Path(shutil.copytree(tiny_bundle, folder / "bundle"))
    manifest = read_bundle(bundle).manifest
    training = {"step": 9, "rows_seen": 2304, "corpus_rows": 2000, "seconds": 7200, "resumed": 2}
    parity = dict.fromkeys(("rows", "words", "labels_changed", "rows_changed"), 0)
    write_manifest(
        bundle,
        replace(
            manifest,
            encoder={**to_mapping(PRESETS["small"]), **manifest.encoder},
            training=training,
            parity={**parity, "largest_difference": 0.5},
        ),
    )
    write_golden(bundle, folder / "golden.jsonl")
    write_corpus(bundle, folder / "corpus")
    for name, text in {"recipe": RECIPE, "sources": LICENCES, "facts": FACTS}.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    golden = ("--set", folder / "golden.jsonl")
    run("model", "calibrate", bundle, *golden)
    report = run("evaluate", "--model", bundle, *golden, "--split", "test", "--json").output
    (folder / "test.json").write_text(report, encoding="utf-8")
    facts = ("--facts", folder / "facts.toml", "--scores", folder / "test.json")
    run("model", "card", bundle, *facts, "--corpus", folder / "corpus")
    card = (bundle / MODEL_CARD_FILE).read_text(encoding="utf-8")
    return Story(bundle, json.loads(report), card)


def table(card: str, title: str) -> dict[str, list[str]]:
    """The rows of the tables below a heading: first cell → the others."""
    lines = card.split(f"# {title}\n", 1)[1].split("\n#", 1)[0].splitlines()
    cells = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]
    return {first: others for first, *others in cells[2:]}  # without the first head


def shown(estimate: dict[str, float]) -> str:
    """A figure of the report as the card writes it."""
    value, low, high = (f"{100 * estimate[key]:.1f}" for key in ("value", "low", "high"))
    return f"{value} ({low}–{high})"


def test_every_tag_stands_with_its_support_and_intervals(story: Story) -> None:
    """The figures are those of `evaluate --json`, tag by tag."""
    expected = {
        tag: [str(score["support"]), *(shown(score[key]) for key in ("precision", "recall", "f1"))]
        for tag, score in story.report["tags"].items()
    }
    found = table(story.card, "By tag: golden.jsonl, split test")
    assert {tag: cells[:4] for tag, cells in found.items()} == expected
    assert len(expected) > 1


@pytest.mark.parametrize(("kind", "key"), [("country", "countries"), ("slice", "slices")])
def test_countries_and_slices_with_enough_rows_stand_there(
    story: Story, kind: str, key: str
) -> None:
    """140 rows are judged: Monaco has 47 of them and is left out, France has 93."""
    groups = {name: item for name, item in story.report[key].items() if item["rows"] >= 50}
    expected = {
        name: [str(item["rows"]), shown(item["micro"]["f1"]), shown(item["exact"])]
        for name, item in groups.items()
    }
    assert table(story.card, f"By {kind}: golden.jsonl, split test") == expected
    assert groups
    if kind == "country":
        assert "1 of fewer rows are left out." in story.card


def test_the_known_failures_begin_with_the_weakest_tag(story: Story) -> None:
    """Of those with 50 golden spans or more; the stated limits follow."""
    tags = story.report["tags"].items()
    score, tag = min((item["f1"]["value"], tag) for tag, item in tags if item["support"] >= 50)
    failures = story.card.split("## Known failures\n\n")[1]
    start = f"- Weakest tags by F1 (golden.jsonl, split test): {tag} {100 * score:.1f} ("
    assert failures.startswith(start)
    assert "\n- It reads no maps.\n" in failures


def test_the_calibration_is_that_of_the_manifest(story: Story) -> None:
    """Curves and errors as fitted, and the reliability as evaluated."""
    calibration = read_bundle(story.bundle).manifest.calibration
    assert calibration is not None
    a, b = calibration["spans"]
    raw, mended = (f"{100 * error:.1f}" for error in calibration["fitted"]["span_error"])
    assert f"| spans | {raw} | {mended} | {a:.3f} | {b:+.3f} |" in story.card.splitlines()
    spans = story.report["calibration"]["spans"]
    assert f"| spans | {spans['count']} | {100 * spans['confidence']:.1f} |" in story.card


def test_rows_and_licences_come_from_shards_and_lists(story: Story) -> None:
    """Nobody types them; what is not used, or not licensed, is not named."""
    assert "8 rows of 2 countries in 2 shards" in story.card
    assert "Percent of the rows: GB 50.0, US 25.0." in story.card
    sources = table(story.card, "Data and licences")
    assert sources["streets"] == ["6", "75.0", "`places/*/streets`", "by row, below"]
    assert sources["shops"] == ["2", "25.0", "shops", "CC BY 4.0 (The Shops)"]
    assert sources["CC BY 4.0"] == ["geonames (GeoNames)"]
    assert sources["OGL 3.0"] == ["places/GB/streets"]
    assert "unstated" not in story.card
    assert "MIT" not in sources


@pytest.mark.parametrize(
    "line",
    [
        "| hardware | two cores |",
        "| time | 2 h 00 min |",
        "| energy | about 100 Wh, estimated and not measured: the time above × 50 W for two cores; "
        "as it was guessed |",
        "| taken up again after a stop | 2 times |",
        "| rows seen | 2,304 |",
        "| distinct rows among them | 2,000 |",
        "- To part addresses.",
        "- To find persons.",
    ],
)
def test_training_and_uses_stand_on_lines_of_their_own(story: Story, line: str) -> None:
    """As the manifest and the facts say them."""
    assert line in story.card.splitlines()


def test_the_bundle_is_whole_and_knows_its_scores(story: Story) -> None:
    """The card's digest is in the manifest, and `model info` shows the totals."""
    assert verify_bundle(story.bundle) == []
    facts = json.loads(run("model", "info", story.bundle, "--json").output)
    assert facts["golden.jsonl, split test, full parse exact"].endswith("on 140 rows")


def test_the_same_facts_give_the_same_card(story: Story) -> None:
    """Written again, no byte differs."""
    folder = story.bundle.parent
    facts = ("--facts", folder / "facts.toml", "--scores", folder / "test.json")
    run("model", "card", story.bundle, *facts, "--corpus", folder / "corpus")
    assert (story.bundle / MODEL_CARD_FILE).read_text(encoding="utf-8") == story.card


def test_calibrating_anew_changes_that_section_only(story: Story, tmp_path: Path) -> None:
    """With other rows come other curves; what was measured of the old ones goes."""
    bundle = Path(shutil.copytree(story.bundle, tmp_path / "bundle"))
    golden = story.bundle.parent / "golden.jsonl"
    run("model", "calibrate", bundle, "--set", golden, "--split", "test")
    card = (bundle / MODEL_CARD_FILE).read_text(encoding="utf-8")
    before, old, after = _around_calibration(story.card)
    assert _around_calibration(card)[::2] == (before, after)
    assert "fitted on 140 rows" in card
    assert "Measured on" in old
    assert "Measured on" not in card
    assert verify_bundle(bundle) == []


def _around_calibration(card: str) -> tuple[str, str, str]:
    """What stands before, in and after the section on calibration."""
    before, _, rest = card.partition("## Calibration\n")
    section, heading, after = rest.partition("\n## ")
    return before, section, heading + after


def test_shards_without_their_recipe_are_wrong_usage(story: Story, tmp_path: Path) -> None:
    """Exit code 2 and what is missing; the card stays."""
    (tmp_path / "facts.toml").write_text("", encoding="utf-8")
    options = ["--facts", str(tmp_path / "facts.toml")]
    corpus = ["--corpus", str(story.bundle.parent / "corpus")]
    result = CliRunner().invoke(main, ["model", "card", str(story.bundle), *options, *corpus])
    assert result.exit_code == 2
    assert "corpus_recipe" in result.output
    assert (story.bundle / MODEL_CARD_FILE).read_text(encoding="utf-8") == story.card


def test_a_source_that_the_recipe_does_not_know_is_wrong_usage(
    story: Story, tmp_path: Path
) -> None:
    """The recipe of another corpus would give the wrong licences."""
    (tmp_path / "recipe.toml").write_text(RECIPE.replace("shops]", "banks]"), encoding="utf-8")
    (tmp_path / "sources.toml").write_text(LICENCES, encoding="utf-8")
    (tmp_path / "facts.toml").write_text(FACTS, encoding="utf-8")
    options = ["--facts", str(tmp_path / "facts.toml")]
    corpus = ["--corpus", str(story.bundle.parent / "corpus")]
    result = CliRunner().invoke(main, ["model", "card", str(story.bundle), *options, *corpus])
    assert result.exit_code == 2
    assert "no source 'shops'" in result.output


@pytest.mark.parametrize(("weight", "is_recipe"), [(1, True), (2, False)])
def test_a_recipe_that_was_changed_since_is_named_as_such(
    story: Story, tmp_path: Path, weight: int, is_recipe: bool
) -> None:
    """Size of shards and seed may be other ones on the command line; weights may not."""
    (tmp_path / "sources.toml").write_text(LICENCES, encoding="utf-8")
    (tmp_path / "recipe.toml").write_text(RECIPE, encoding="utf-8")
    built = load_recipe(tmp_path / "recipe.toml", ["shard_rows=1", "seed=9"])
    tokenizer = read_bundle(story.bundle).load_tokenizer()
    writer = ShardWriter(tokenizer.digest)
    writer.add(encode_text(tokenizer, "main"), [0], "US", "shops")
    about = {"seed": 9, "split": "train", "drawn": [0, 1], "recipe": recipe_digest(built)}
    writer.write(tmp_path / "corpus" / "shard-00000", about=about)
    now = RECIPE.replace("weight = 1", f"weight = {weight}")
    (tmp_path / "recipe.toml").write_text(now, encoding="utf-8")
    found = read_corpus(tmp_path / "corpus", tmp_path / "recipe.toml")
    assert found.is_recipe is is_recipe
    assert (found.seeds, found.rows) == ((9,), 1)
