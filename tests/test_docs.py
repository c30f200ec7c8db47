"""The documentation says what is so: commands, links, dependencies, examples, figures."""

from __future__ import annotations

import doctest
import json
import re
import tomllib
from pathlib import Path
from typing import get_args

import pytest

from analyzer import __version__
from analyzer.cli import build_parser
from analyzer.model import findings as model
from tests import readme

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    path
    for pattern in ("*.md", "benchmarks/*.md", "reports/*.md", "sources/*.md", "docs/*.md")
    for path in ROOT.glob(pattern)
)
README = readme.README.read_text("utf-8")
LINK = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
ROW = re.compile(r"^\| ([\w.-]+) \| (.{10,}) \|$", re.MULTILINE)
page = pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))


def anchors(path: Path) -> set[str]:
    """The fragments that the headings of a page make."""
    heads = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_the_pages_a_project_needs_are_there() -> None:
    """What, why and how; the map; the rules; the changes; the measurements; the report; the collection."""
    names = {str(path.relative_to(ROOT)) for path in PAGES}
    pages = {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"}

    assert {*pages, "benchmarks/README.md", "reports/README.md", "sources/README.md"} <= names


@page
def test_each_link_points_to_something(path: Path) -> None:
    """Files exist, and headings where a link names one; addresses on the web are not looked up."""
    broken = []
    for target in LINK.findall(path.read_text("utf-8")):
        name, _, fragment = target.partition("#")
        found = (path.parent / name) if name else path
        if "://" not in target and (not found.exists() or (fragment and fragment not in anchors(found))):
            broken.append(target)

    assert [] == broken


@page
def test_each_example_in_python_runs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples start at the project's root and give what they say."""
    monkeypatch.chdir(ROOT)
    code = "\n".join(body for name, body in BLOCK.findall(path.read_text("utf-8")) if name == "python")
    test = doctest.DocTestParser().get_doctest(code, {}, path.name, str(path), 0)

    assert 0 == doctest.DocTestRunner().run(test).failed


@page
def test_each_command_shown_can_be_typed(path: Path) -> None:
    """The program understands the commands and options that a page shows in a block."""
    shown = [
        line.split("#")[0].split("analyzer ", 1)[1].split()
        for name, body in BLOCK.findall(path.read_text("utf-8"))
        if name in {"sh", "console"}
        for line in body.splitlines()
        if re.match(r"(?:\$ )?(?:\.venv/bin/)?analyzer ", line)
    ]

    assert [] == [words for words in shown if not build_parser().parse_args(words)]


@page
def test_each_make_target_shown_exists(path: Path) -> None:
    """`make X` in a page is a target of the Makefile."""
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    shown = set(re.findall(r"(?:^|`)make (\w+)", path.read_text("utf-8"), re.MULTILINE))

    assert set() == shown - targets


@page
def test_each_file_named_in_a_page_exists(path: Path) -> None:
    """Paths in code marks are paths of the project."""
    named = re.findall(r"`((?:analyzer|tests|benchmarks|notebooks|sources)/[\w./-]+)`", path.read_text("utf-8"))

    assert [] == [name for name in named if not (ROOT / name).exists()]


def test_the_made_parts_of_the_readme_are_up_to_date() -> None:
    """Commands with their help, and what they print; run `python -m tests.readme` to write them anew."""
    assert README == readme.fresh(README)


def test_the_figures_of_the_readme_are_those_of_the_eval_gate() -> None:
    """Each figure is its floor, to two digits."""
    floors = json.loads(readme.FLOORS.read_text("utf-8"))["floors"]

    assert readme.figures(floors) in README


def test_every_dependency_has_its_reason() -> None:
    """The tables name what pyproject.toml asks for, and nothing else."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *(d for group in project["optional-dependencies"].values() for d in group)]
    tables = README.split("## Dependencies")[1].split("## More")[0]

    assert sorted(re.split(r"[<>=]", name)[0] for name in asked) == sorted(
        name for name, _ in ROW.findall(tables) if name != "package"
    )


def test_the_readme_explains_every_relation() -> None:
    """No finding bears a word that the README does not explain."""
    relations = [name.replace("_", " ") for name in get_args(model.Relation)]

    assert [] == [name for name in relations if f"\n| {name} | " not in README]


def test_the_changelog_knows_this_version() -> None:
    """Each release has its heading."""
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8") or "## [Unreleased]" in (
        ROOT / "CHANGELOG.md"
    ).read_text("utf-8")


def test_the_map_names_every_stage_and_module_of_the_package() -> None:
    """ARCHITECTURE.md is complete at the top level."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rooms = [
        f"{path.name}/" if path.is_dir() else path.name
        for path in (ROOT / "analyzer").iterdir()
        if (path.is_dir() and (path / "__init__.py").exists()) or path.suffix == ".py"
    ]

    assert [] == sorted(room for room in rooms if f"`{room}`" not in text)


def test_the_benchmarks_are_all_described() -> None:
    """Each command of the folder has a line in its README."""
    text = (ROOT / "benchmarks/README.md").read_text("utf-8")
    runnable = [p.name for p in (ROOT / "benchmarks").glob("*.py") if "__main__" in p.read_text("utf-8")]

    assert [] == sorted(name for name in runnable if name.removesuffix(".py") not in text)
