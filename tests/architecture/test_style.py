"""House style that a machine can hold: short files and functions, docstrings, no stray printing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import postwright

ROOT = Path(postwright.__file__).parent
TESTS = Path(__file__).parents[1]

SOURCES = sorted(ROOT.rglob("*.py"))
TEST_FILES = sorted(TESTS.rglob("*.py"))

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60
#: Nine functions in ten are shorter than this.
USUAL_FUNCTION_LINES = 30

Function = ast.FunctionDef | ast.AsyncFunctionDef


def parse(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> list[Function]:
    """All functions and methods of a file."""
    return [node for node in ast.walk(parse(path)) if isinstance(node, Function)]


def code_lines(function: Function) -> int:
    """Lines of a function's body without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def is_public(name: str) -> bool:
    """Whether a name has no leading underscore."""
    return not name.startswith("_")


def file_id(path: object) -> str:
    """A short name for test ids."""
    return "/".join(Path(str(path)).parts[-2:])


@pytest.mark.parametrize("path", SOURCES + TEST_FILES, ids=file_id)
def test_files_are_short(path: Path) -> None:
    """One idea a file, at most 400 lines; there is no list of exceptions."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_FILE_LINES


@pytest.mark.parametrize("path", SOURCES, ids=file_id)
def test_functions_are_short(path: Path) -> None:
    """No function is longer than a screen."""
    for function in functions(path):
        assert code_lines(function) <= MAX_FUNCTION_LINES, function.name


def test_nine_functions_in_ten_are_under_thirty_lines() -> None:
    """The usual function can be read at a glance."""
    lengths = [code_lines(function) for path in SOURCES for function in functions(path)]
    short = sum(length < USUAL_FUNCTION_LINES for length in lengths)
    assert short >= 0.9 * len(lengths)


@pytest.mark.parametrize("path", SOURCES, ids=file_id)
def test_modules_and_public_names_have_docstrings(path: Path) -> None:
    """Every module, public class and public function says what it is for."""
    tree = parse(path)
    assert ast.get_docstring(tree), "the module"
    for node in definitions(tree):
        if is_public(node.name):
            assert ast.get_docstring(node) or is_overload(node), node.name


def definitions(tree: ast.Module) -> Iterator[Function | ast.ClassDef]:
    """Functions and classes of a module and methods of its public classes."""
    for node in tree.body:
        if isinstance(node, Function | ast.ClassDef):
            yield node
        if isinstance(node, ast.ClassDef) and is_public(node.name):
            yield from (inner for inner in node.body if isinstance(inner, Function))


def is_overload(node: Function | ast.ClassDef) -> bool:
    """Whether this is a signature for type checkers alone."""
    return any(ast.unparse(decorator).endswith("overload") for decorator in node.decorator_list)


@pytest.mark.parametrize("path", TEST_FILES, ids=file_id)
def test_every_test_says_what_it_holds(path: Path) -> None:
    """Every test module and test has a docstring."""
    assert ast.get_docstring(parse(path)), "the module"
    for function in functions(path):
        if function.name.startswith("test_"):
            assert ast.get_docstring(function), function.name


@pytest.mark.parametrize("path", SOURCES, ids=file_id)
def test_only_the_command_line_prints(path: Path) -> None:
    """Elsewhere nothing is printed."""
    if path.is_relative_to(ROOT / "cli"):
        return
    calls = (node for node in ast.walk(parse(path)) if isinstance(node, ast.Call))
    assert "print" not in {call.func.id for call in calls if isinstance(call.func, ast.Name)}


@pytest.mark.parametrize("path", TEST_FILES, ids=file_id)
def test_no_test_replaces_our_own_parts(path: Path) -> None:
    """Tests run the real code: no mocks."""
    tree = parse(path)
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    } | {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not imported & {"mock", "unittest.mock", "MagicMock", "Mock", "patch"}


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if path.name == "__init__.py"], ids=file_id
)
def test_public_names_are_listed_in_order(path: Path) -> None:
    """A package that lists its names lists them sorted, as ruff sorts them, and all exist."""
    for node in parse(path).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            names = ast.literal_eval(node.value)
            assert len(names) == len(set(names))
            assert names == sorted(names, key=lambda name: (_kind(name), name))


def _kind(name: str) -> int:
    """Constants first, then classes, then the rest."""
    if name.isupper():
        return 0
    return 1 if name[:1].isupper() else 2
