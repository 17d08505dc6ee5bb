"""Which part of the package may import which: one table of arrows, checked on the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import postwright

ROOT = Path(postwright.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))

#: The two doors of the package, which lead to the public names of all parts.
DOORS = {ROOT / "__init__.py", ROOT / "__main__.py"}

BASE = {"labels", "errors", "lazy", "config", "splits", "text", "bundle"}

#: Part → the other parts of ours that it may import.
ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "lazy": set(),
    "labels": {"errors", "lazy"},
    "text": {"errors"},
    "config": {"errors", "text"},
    "splits": {"errors", "text"},
    "places": {"errors"},
    "bundle": {"labels", "errors", "config", "text"},
    "decoder": BASE,
    "parser": {"decoder", "places", *BASE},
    "golden": BASE,
    "diagnostics": {"golden", "parser", "decoder", *BASE},
    # The page of an audit is drawn and coloured as the report of a diagnosis.
    "corpus": {"golden", "decoder", "diagnostics", "places", *BASE},
    "training": {"corpus", "diagnostics", "golden", "parser", "decoder", *BASE},
}
ALLOWED["cli"] = set(ALLOWED)

#: Heavy modules → the only parts that may import them.
ONLY_IN: dict[str, set[str]] = {
    "torch": {"training"},
    "torchcrf": {"training"},
    "safetensors": {"training"},
    "onnx": {"training"},
    "click": {"cli"},
    "jinja2": {"diagnostics", "corpus"},
    "markupsafe": {"diagnostics", "corpus"},
    "matplotlib": {"diagnostics"},
    "tqdm": {"training", "corpus"},
    "pyarrow": {"corpus", "parser", "training", "cli"},
    "osmium": {"corpus"},
    "pyspark": {"corpus"},
    "usaddress": set(),
}


def part_of(path: Path) -> str:
    """The top-level part that a file belongs to: a sub-package or a module."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported_modules(tree: ast.AST) -> Iterator[str]:
    """Dotted names of all modules that a file imports, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute, so that the table can be checked"
            assert node.module is not None
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts_imported(path: Path) -> set[str]:
    """The parts of ours that a file imports, its own left out."""
    names = imported_modules(ast.parse(path.read_text(encoding="utf-8")))
    ours = {name.split(".")[1] for name in names if name.startswith("postwright.")}
    parts = {name for name in ours if (ROOT / name).is_dir() or (ROOT / f"{name}.py").is_file()}
    return parts - {part_of(path)}


def file_id(path: object) -> str:
    """A file's name within the package, for test ids."""
    return str(Path(str(path)).relative_to(ROOT))


def test_every_part_of_the_package_stands_in_the_table() -> None:
    """A new sub-package or module must say where its arrows point."""
    assert {part_of(path) for path in FILES if path not in DOORS} <= set(ALLOWED)


def test_every_folder_with_code_is_a_package() -> None:
    """A folder without ``__init__.py`` would be left out of the wheel."""
    assert {path.parent for path in FILES} == {path.parent for path in ROOT.rglob("__init__.py")}


@pytest.mark.parametrize("path", [path for path in FILES if path not in DOORS], ids=file_id)
def test_arrows_point_one_way(path: Path) -> None:
    """A file imports only the parts that its own part may import."""
    assert parts_imported(path) <= ALLOWED[part_of(path)]


@pytest.mark.parametrize("path", FILES, ids=file_id)
def test_heavy_modules_stay_in_their_part(path: Path) -> None:
    """Nothing but training imports torch, nothing but the command line click, and so on."""
    names = imported_modules(ast.parse(path.read_text(encoding="utf-8")))
    for name in {name.split(".")[0] for name in names} & set(ONLY_IN):
        assert part_of(path) in ONLY_IN[name], f"{name} is imported in {path.name}"


def test_the_table_has_no_circle() -> None:
    """Following the arrows never leads back to where one began."""
    for start in ALLOWED:
        reached, waiting = set[str](), list(ALLOWED[start])
        while waiting:
            part = waiting.pop()
            if part not in reached:
                reached.add(part)
                waiting += ALLOWED[part]
        assert start not in reached
