"""What README and the documents say is true: commands, examples, links, and every source named."""

from __future__ import annotations

import doctest
import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest

import postwright
from postwright.cli import main

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
DOCUMENTS = [README, *(ROOT / name for name in ("DATA.md", "CHANGELOG.md", "benchmarks/README.md"))]
DOCUMENTS += sorted((ROOT / "docs").glob("*.md"))


def fenced(path: Path, language: str) -> list[str]:
    """The fenced blocks of a document in one language."""
    text = path.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


def test_readme_begins_with_two_commands() -> None:
    """One installs and parses, one installs and tests; .ci/run takes the second from here."""
    assert fenced(README, "sh")[:2] == [
        'pip install . && postwright parse "350 5th Ave, New York, NY 10118"\n',
        'pip install -e ".[dev]" && python -m pytest\n',
    ]


def test_readme_examples_run_as_written() -> None:
    """The library examples give the shown output with the shipped model."""
    code = "".join(fenced(README, "python"))
    test = doctest.DocTestParser().get_doctest(code, {}, "README", str(README), 0)
    shown: list[str] = []
    results = doctest.DocTestRunner().run(test, out=shown.append)
    assert results.attempted >= 6
    assert results.failed == 0, "".join(shown)


def documented_commands() -> list[str]:
    """Every line of a document that calls the command line."""
    lines = (
        line for path in DOCUMENTS for block in fenced(path, "sh") for line in block.split("\n")
    )
    return sorted({line.split("#")[0].strip() for line in lines if line.startswith("postwright ")})


@pytest.mark.parametrize("line", documented_commands())
def test_documented_commands_exist_with_their_options(line: str) -> None:
    """Sub-commands and options are spelled as the program knows them."""
    words = shlex.split(line.split(" < ")[0])[1:]
    command: click.Command = main
    context = click.Context(command)
    while words and isinstance(command, click.Group):
        found = command.get_command(context, words.pop(0))
        assert found is not None, line
        command = found
    options = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= options


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    """Every relative link names a file that is there, and every anchor a heading."""
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith(("https:", "mailto:")):
            continue
        name, _, anchor = target.partition("#")
        file = path.parent / name if name else path
        assert file.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {heading.lower().replace(" ", "-") for heading in headings}, target


def test_data_md_names_every_source_of_the_licence_list() -> None:
    """No source can be switched on without its attribution."""
    listed = tomllib.loads((ROOT / "recipes/corpus/sources.toml").read_text(encoding="utf-8"))
    text = (ROOT / "DATA.md").read_text(encoding="utf-8")
    for key in (*listed["sources"], *listed["files"]):
        assert f"| `{key}` |" in text, key


def test_sources_without_a_licence_are_marked_as_unused() -> None:
    """What the licence list says is off, DATA.md says is not used."""
    listed = tomllib.loads((ROOT / "recipes/corpus/sources.toml").read_text(encoding="utf-8"))
    text = (ROOT / "DATA.md").read_text(encoding="utf-8")
    for key, licence in {**listed["sources"], **listed["files"]}.items():
        (line,) = (line for line in text.splitlines() if line.startswith(f"| `{key}` |"))
        assert line.endswith("| off |" if licence == "none" else "| on |"), key


def test_changelog_has_the_version_of_the_package() -> None:
    """A release is never made without its notes."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{postwright.__version__}]" in text
