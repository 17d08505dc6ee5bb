"""What a stage is, and lists of them: checked, looked up by name, rearranged."""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Literal, TypeAlias

from postwright.errors import InputError
from postwright.parser.model import Model
from postwright.parser.rows import COLUMNS, Rows

__all__ = [
    "ENTRY_POINT_GROUP",
    "Policy",
    "Stage",
    "check_stages",
    "insert_stage",
    "remove_stage",
    "replace_stage",
    "resolve_stages",
]

#: Where an installed package offers stages of its own, each under the name by which it is called.
ENTRY_POINT_GROUP = "postwright.stages"

#: What happens to a row on which a stage raises: it comes back with the error, or goes on without
#: what the stage would have given, the fault listed.
Policy: TypeAlias = Literal["fail", "degrade"]

#: What the last stage must have given.
_RESULT = "parses"


@dataclass(frozen=True)
class Stage:
    """A named step of the pipeline.

    Attributes:
        name: unique in its list.
        run: reads and fills the columns of the rows, in place.
        needs: the columns of `Rows` that it reads; some stage before it must give them.
        gives: the columns that it fills or changes.
        on_failure: what happens to a row on which it raises.
    """

    name: str
    run: Callable[[Rows, Model], None]
    needs: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    on_failure: Policy = "fail"


def resolve_stages(asked: Sequence[Stage | str], standard: Sequence[Stage]) -> tuple[Stage, ...]:
    """Look up what is given by name, and check the whole list.

    Args:
        asked: stages, names of standard stages, or names of the entry point group
            ``postwright.stages``.
        standard: the stages of the package.

    Raises:
        InputError: an unknown name, or a list that `check_stages` refuses.
    """
    known = {stage.name: stage for stage in standard}
    stages = tuple(
        one if isinstance(one, Stage) else known.get(str(one)) or _installed(str(one), known)
        for one in asked
    )
    check_stages(stages)
    return stages


def _installed(name: str, known: dict[str, Stage]) -> Stage:
    """The stage that an installed package offers under a name."""
    offered = entry_points(group=ENTRY_POINT_GROUP)
    if name not in offered.names:
        names = ", ".join([*known, *sorted(offered.names)])
        raise InputError(f"no stage {name!r}; there are {names}")
    stage = offered[name].load()
    if not isinstance(stage, Stage):
        raise InputError(f"entry point {name!r} is {reprlib.repr(stage)}, must be a Stage")
    return stage


def check_stages(stages: Sequence[Stage]) -> None:
    """Refuse a list that could not run: wrong columns, one needed before it is given, and so on.

    A stage that may be skipped (`degrade`) must leave a list that could run without it.

    Raises:
        InputError: names the stage and the column.
    """
    names = [stage.name for stage in stages]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise InputError(f"two stages are named {twice[0]!r}; give each a name of its own")
    for stage in stages:
        if unknown := sorted({*stage.needs, *stage.gives} - COLUMNS):
            raise InputError(
                f"stage {stage.name!r} speaks of a column {unknown[0]!r}; "
                f"there are {', '.join(sorted(COLUMNS))}"
            )
        if stage.on_failure not in ("fail", "degrade"):
            raise InputError(
                f"stage {stage.name!r}: on_failure = {stage.on_failure!r}, "
                "must be 'fail' or 'degrade'"
            )
    if problem := _missing(stages):
        raise InputError(problem)
    for stage in stages:
        rest = [other for other in stages if other is not stage]
        if stage.on_failure == "degrade" and (problem := _missing(rest)):
            raise InputError(f"stage {stage.name!r} cannot degrade, for without it {problem}")


def _missing(stages: Sequence[Stage]) -> str | None:
    """Which stage needs what no stage before it gives."""
    given = {"raws"}
    for stage in stages:
        if lacking := [name for name in stage.needs if name not in given]:
            return (
                f"stage {stage.name!r} needs {lacking[0]!r}, which no stage before it gives; "
                "put one there that does"
            )
        given.update(stage.gives)
    if _RESULT not in given:
        return f"no stage gives {_RESULT!r}; put one at the end that does"
    return None


def insert_stage(stages: Sequence[Stage], stage: Stage, *, before: str) -> tuple[Stage, ...]:
    """The same list with a stage of one's own before another one.

    Raises:
        InputError: there is no stage `before`.
    """
    at = _place(stages, before)
    return (*stages[:at], stage, *stages[at:])


def remove_stage(stages: Sequence[Stage], name: str) -> tuple[Stage, ...]:
    """The same list without one stage.

    Raises:
        InputError: there is no stage of that name.
    """
    at = _place(stages, name)
    return (*stages[:at], *stages[at + 1 :])


def replace_stage(stages: Sequence[Stage], stage: Stage, *, name: str) -> tuple[Stage, ...]:
    """The same list with another stage in the place of one.

    Raises:
        InputError: there is no stage of that name.
    """
    at = _place(stages, name)
    return (*stages[:at], stage, *stages[at + 1 :])


def _place(stages: Sequence[Stage], name: str) -> int:
    names = [stage.name for stage in stages]
    if name not in names:
        raise InputError(f"no stage {name!r}; there are {', '.join(names)}")
    return names.index(name)
