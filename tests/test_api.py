"""The public names: few, documented with examples that run, cheap to import, and of one mind with the command line."""

from __future__ import annotations

import doctest
import subprocess
import sys
from importlib import import_module, metadata
from pathlib import Path

import pytest

import analyzer
from analyzer import align, analyze, compare, extract, load, segment, weigh
from analyzer.errors import OutputError, UsageError
from analyzer.report.data import claims_csv, findings_json

ROOT = Path(__file__).parents[1]
FERRY = ROOT / "tests/collections/ferry"
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "analyzer").rglob("*.py")
    if path.stem != "__main__"
)
HEAVY = {"dateparser", "jinja2", "matplotlib", "mwparserfromhell", "numpy", "pandas", "pint", "scipy", "spacy", "typst"}


@pytest.fixture(scope="module")
def ferry() -> analyzer.Analysis:
    """One analysis of the small collection."""
    return analyze(FERRY)


def public() -> list[str]:
    """Every public name that can carry a docstring."""
    return [name for name in analyzer.__all__ if not name.startswith("__")]


def test_there_are_at_most_twenty_public_names() -> None:
    """A small surface is one that a reader can learn and we can keep."""
    assert len(analyzer.__all__) <= 20
    assert sorted(analyzer.__all__) == analyzer.__all__


@pytest.mark.parametrize("name", public())
def test_a_public_name_has_a_docstring_with_an_example(name: str) -> None:
    """The example runs with the other doctests below."""
    found = doctest.DocTestParser().get_examples(getattr(analyzer, name).__doc__ or "")

    assert [] != found


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_run(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example in a docstring gives what it says; paths in it start at the project's root."""
    monkeypatch.chdir(ROOT)

    assert 0 == doctest.testmod(import_module(name)).failed


def test_the_version_stands_in_one_place() -> None:
    """The package's metadata is the single source."""
    assert metadata.version("discrepancy-analyzer") == analyzer.__version__


def test_importing_the_package_imports_nothing_heavy() -> None:
    """Public names are imported when they are first used."""
    code = f"import sys, analyzer; print(sorted(set(sys.modules) & {HEAVY!r}), len(sys.modules) < 150)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)

    assert "[] True\n" == done.stdout


def test_a_verb_stays_a_verb_when_its_stage_is_imported() -> None:
    """Importing the subpackage of the same name does not put a module in the function's place."""
    import_module("analyzer.align.matching")

    assert align is analyzer.align


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As for any module."""
    with pytest.raises(AttributeError, match="no attribute 'conclude'"):
        analyzer.__getattr__("conclude")


def test_the_public_names_show_up_in_dir() -> None:
    """Completion at a prompt finds what is imported lazily."""
    assert set(analyzer.__all__) <= set(dir(analyzer))


def test_the_verbs_in_order_give_what_analyze_gives(ferry: analyzer.Analysis) -> None:
    """Each stage can be called alone, and calling all of them is the analysis."""
    documents = segment(load(FERRY))
    pairs, claims = align(documents), extract(documents)
    comparison = compare(documents, pairs, claims)

    assert ferry.comparison == comparison
    assert ferry.reliability == weigh(documents, ferry.alignments, claims, comparison)


def test_save_writes_what_the_command_line_writes(ferry: analyzer.Analysis, tmp_path: Path) -> None:
    """The API and the command line are twins."""
    written = ferry.save(tmp_path / "out", formats=("json", "csv"))

    assert ["findings.json", "findings.csv", "claims.csv", "passages.csv"] == [path.name for path in written]
    assert findings_json(ferry).encode() == written[0].read_bytes()
    assert claims_csv(ferry).encode() == written[2].read_bytes()


def test_save_refuses_an_unknown_format(ferry: analyzer.Analysis, tmp_path: Path) -> None:
    """Nothing is written for a format that is not there."""
    with pytest.raises(UsageError, match="odt"):
        ferry.save(tmp_path, formats=("json", "odt"))

    assert [] == list(tmp_path.iterdir())


def test_save_over_a_file_is_an_output_error(ferry: analyzer.Analysis, tmp_path: Path) -> None:
    """The path names a folder; a file of that name is left alone."""
    taken = tmp_path / "notes.txt"
    taken.write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match=r"notes\.txt"):
        ferry.save(taken, formats=("json",))

    assert "mine" == taken.read_text("utf-8")


def test_each_table_of_an_analysis_has_rows(ferry: analyzer.Analysis) -> None:
    """The small collection has something to show in each."""
    tables = (
        ferry.to_frame("findings"),
        ferry.to_frame("claims"),
        ferry.to_frame("passages"),
        ferry.to_frame("reliability"),
    )

    assert [True] * 4 == [len(table) > 0 for table in tables]


def test_a_notebook_shows_the_headline_and_escapes_quotes(ferry: analyzer.Analysis) -> None:
    """The short view is HTML, and no source's text becomes markup in it."""
    shown = ferry._repr_html_()

    assert "3 texts, 3 independent witnesses" in shown
    assert shown.count("<table>") == 1
    assert "<i>" not in shown
    assert repr(ferry).startswith("<Analysis: 3 texts")
