"""The staged pipeline: what a list of stages may be, and what happens when one fails."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postwright import Parser
from postwright.errors import InputError
from postwright.parser import STAGES, Model, Rows, Stage, insert_stage, remove_stage, replace_stage
from postwright.parser import stages as stages_module
from postwright.parser.model import load_model

PAGE = (Path(__file__).parents[2] / "docs" / "pipeline.md").read_text("utf-8")
BAD = "bad"


@pytest.fixture(scope="module")
def model(tiny_bundle: Path) -> Model:
    """The tiny model, loaded once."""
    return load_model(tiny_bundle)


def raises_on_bad(rows: Rows, model: Model) -> None:
    """Raise on some rows, and leave traces of the attempt behind."""
    for row, parse in enumerate(rows.parses):
        rows.parses[row] = replace(parse, probability=0.125)
        if parse.raw.startswith(BAD):
            raise LookupError("no such place")


def stage_of(policy: Any) -> Stage:
    """A last stage that raises on bad rows."""
    return Stage("late", raises_on_bad, ("parses",), ("parses",), policy)


def test_the_stages_are_these() -> None:
    """The list is a promise of docs/pipeline.md, columns and policies included."""
    table = re.findall(r"^\| `(\w+)` \|.*\| (fail|degrade) \|", PAGE, re.MULTILINE)
    assert table == [(stage.name, stage.on_failure) for stage in STAGES]


@pytest.mark.parametrize("example", re.findall(r"^```python\n(.*?)^```", PAGE, re.M | re.S))
def test_the_examples_of_the_page_run(example: str) -> None:
    """Each asserts what it promises, pasted alone, with the shipped model."""
    exec(compile(example, "pipeline.md", "exec"), {})


def test_a_parse_lists_the_stages_that_ran(parser: Parser) -> None:
    """With times; two parses are equal whatever those are."""
    first, second = parser.parse("12 main street"), parser.parse("12 main street")
    assert [each.stage for each in first.stages] == [stage.name for stage in STAGES]
    assert all(each.seconds >= 0 for each in first.stages)
    assert first == second
    assert first.to_json(stages=True)["stages"][0]["stage"] == "admit"
    assert "stages" not in first.to_json()


@pytest.mark.parametrize("size", [1, 2, 9, 70])
def test_a_row_on_which_a_stage_fails_carries_the_error(model: Model, size: int) -> None:
    """Its neighbours are parsed as if it were not there."""
    texts = [f"{n} main street" for n in range(size)]
    texts[size // 2] = f"{BAD} street"
    plain = Parser(model).parse_batch(texts)
    found = Parser(model, stages=[*STAGES, stage_of("fail")]).parse_batch(texts)
    for row, (one, other) in enumerate(zip(found, plain, strict=True)):
        if row == size // 2:
            assert (one.raw, one.spans) == (texts[row], ())
            assert one.error == "stage 'late': LookupError: no such place"
        else:
            assert (list(one.components.items()), one.error) == (
                list(other.components.items()),
                other.error,
            )


def test_a_stage_that_degrades_is_skipped_and_listed(model: Model) -> None:
    """What it had done to the row is undone."""
    texts = ["12 main street", f"{BAD} street", "paris"]
    alone = Parser(model).parse(texts[1])
    found = Parser(model, stages=[*STAGES, stage_of("degrade")]).parse_batch(texts)
    assert found[1].faults[0].stage == "late"
    assert found[1].faults[0].reason == "stage 'late': LookupError: no such place"
    assert replace(found[1], faults=()) == alone
    assert [one.faults for one in (found[0], found[2])] == [(), ()]
    assert found[0].probability == 0.125


def test_a_stage_that_loses_rows_has_failed(model: Model) -> None:
    """No row goes missing unseen."""

    def lose(rows: Rows, model: Model) -> None:
        rows.parses = []

    loser = Stage("loser", lose, ("parses",), ("parses",))
    for parse in Parser(model, stages=[*STAGES, loser]).parse_batch(["a", "b"]):
        assert parse.error == "stage 'loser': ValueError: it gave 0 parses for 1 rows"


def test_a_stage_may_be_removed_and_replaced(model: Model) -> None:
    """A list without the stages that nothing depends on parses as well."""
    fewer = remove_stage(remove_stage(STAGES, "calibrate"), "abstain")
    assert Parser(model, stages=fewer).parse("12 main street").spans
    seen: list[int] = []
    counting = Stage("count", lambda rows, model: seen.append(len(rows.raws)), ("raws",))
    Parser(model, stages=replace_stage(STAGES, counting, name="abstain")).parse("x")
    Parser(model, stages=insert_stage(STAGES, counting, before="admit")).parse("x")
    assert seen == [1, 1]


@pytest.mark.parametrize(
    ("stages", "reason"),
    [
        ([], "no stage gives 'parses'"),
        (STAGES[1:], "'encode' needs 'texts'"),
        (remove_stage(STAGES, "tag"), "'decode' needs 'groups'"),
        ([*STAGES, STAGES[0]], "two stages are named 'admit'"),
        ([*STAGES, Stage("x", print, ("words",))], "column 'words'"),
        ([*STAGES, Stage("x", print, on_failure="skip")], "on_failure = 'skip'"),  # type: ignore[arg-type]
        (
            replace_stage(STAGES, replace(STAGES[2], on_failure="degrade"), name="tag"),
            "'tag' cannot degrade",
        ),
        (["admit", "nothing-of-that-name"], "no stage 'nothing-of-that-name'"),
    ],
)
def test_a_list_that_could_not_run_is_refused(model: Model, stages: Any, reason: str) -> None:
    """When the parser is made, with the stage and the column."""
    with pytest.raises(InputError, match=reason):
        Parser(model, stages=stages)


def test_rearranging_around_an_unknown_name_is_refused() -> None:
    """The error lists the names."""
    with pytest.raises(InputError, match="no stage 'tokenize'; there are admit, encode"):
        remove_stage(STAGES, "tokenize")


def test_an_installed_stage_is_called_by_its_name(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And one that is no stage is refused."""
    group = stages_module.ENTRY_POINT_GROUP
    offered = EntryPoints(
        [
            EntryPoint("last", "postwright.parser.pipeline:STAGES.__getitem__", group),
            EntryPoint("shipped", "collections:OrderedDict", group),
        ]
    )
    monkeypatch.setattr(stages_module, "entry_points", lambda group: offered)
    names = [stage.name for stage in STAGES]
    with pytest.raises(InputError, match=r"entry point 'shipped' is .*must be a Stage"):
        Parser(model, stages=[*names, "shipped"])
    assert Parser(model, stages=names).stages == STAGES


ORIGINS = st.lists(st.tuples(st.sampled_from("0１½a ,－é"), st.integers(0, 3)), max_size=20)


@settings(max_examples=60, deadline=None)
@given(ORIGINS)
def test_whatever_is_rewritten_offsets_point_into_the_callers_text(
    model: Model, parts: list[tuple[str, int]]
) -> None:
    """Every character becomes none, one or several; spans stay in order and tile the text."""
    raw = "".join(character for character, _ in parts)

    def rewrite(rows: Rows, model: Model) -> None:
        text = "".join("7" * copies for _, copies in parts)
        origins = [(n, n + 1) for n, (_, copies) in enumerate(parts) for _ in range(copies)]
        rows.rewrite(0, text, origins)
        rows.rewrite(0, text.replace("7", "8"))

    stage = Stage("rewrite", rewrite, ("texts", "origins"), ("texts", "origins"))
    parse = Parser(model, stages=insert_stage(STAGES, stage, before="encode")).parse(raw)
    parts_found = sorted([*parse.spans, *parse.unknown], key=lambda part: part.start)
    assert parse.raw == raw
    assert "".join(part.value for part in parts_found) == raw


@pytest.mark.parametrize(
    ("text", "origins"), [("ab", None), ("ab", [(0, 1)]), ("ab", [(1, 2), (0, 1)]), ("a", [(0, 9)])]
)
def test_origins_that_do_not_fit_are_the_stages_fault(text: str, origins: Any) -> None:
    """They would point anywhere."""
    rows = Rows(["abc"], texts=["abc"], origins=[None])
    with pytest.raises(ValueError, match="origin"):
        rows.rewrite(0, text, origins)
