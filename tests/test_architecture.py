"""The shape of the code: one-way imports, small functions, words that must not appear."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "analyzer"
ORDER = ["errors", "offsets", "interrupts", "model", "values", "settings", "load", "segment", "align", "extract"]
ORDER += ["compare", "weigh"]
ABOVE = ["cache", "workers", "frames", "report", "analysis", "verbs", "pipeline", "cli", "__main__", "__init__"]
RANK = {name: i for i, name in enumerate(ORDER + ABOVE)}
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FUNCTION = 60
LONGEST_MODULE = 400


def stage(path: Path) -> str:
    """The stage a module belongs to: the first name below the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(tree: ast.Module) -> set[str]:
    """Stages that a module imports at run time; imports for type checking alone don't count."""
    typing_only = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for node in ast.walk(block)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and id(node) not in typing_only:
            parts = node.module.split(".")
            if parts[0] == "analyzer":
                found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_stage_imports_only_from_stages_before_it(path: Path) -> None:
    """Data flows one way, so a change in a late stage can't break an early one."""
    own = RANK[stage(path)]
    late = {name for name in imported(ast.parse(path.read_text("utf-8"))) if RANK[name] > own}

    assert set() == late


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_modules_and_functions_stay_small(path: Path) -> None:
    """A reader takes a function in at one look and a module at one sitting."""
    text = path.read_text("utf-8")
    long = [
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]

    assert ([], True) == (long, text.count("\n") <= LONGEST_MODULE)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_module_says_what_it_is_for(path: Path) -> None:
    """The names and first sentences of the modules are the map of the code."""
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_no_word_of_the_collection_stands_in_the_code() -> None:
    """The analyzer serves any subject: names of the collection's people are nowhere in it."""
    people = set(
        re.findall(
            r"\b[A-Z][a-z]{5,}(?:sky|ev|nin|lin|tsky)\b", (ROOT / "sources/student-essay.txt").read_text("utf-8")
        )
    )
    code = {path: path.read_text("utf-8") for path in PACKAGE.rglob("*") if path.suffix in {".py", ".toml", ".j2"}}

    assert [] == [(name, path.name) for path, text in code.items() for name in sorted(people) if name in text]


def test_help_answers_without_heavy_imports() -> None:
    """`--help` must answer at once, so nothing heavy may be imported for it."""
    code = (
        "import sys, contextlib, io\n"
        "from analyzer.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        "    main(['--help'])\n"
        "print(sorted(set(sys.modules) & {'numpy', 'pandas', 'matplotlib', 'spacy', 'scipy', 'dateparser', 'jinja2'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)

    assert "[]\n" == done.stdout
