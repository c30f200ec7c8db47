"""The notebooks run, and what they say is what is kept in them."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING

import pytest

from tests.notebooks import cleaned, executed, kept, paths, said

if TYPE_CHECKING:
    from pathlib import Path

notebook = pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)


def test_there_are_four_notebooks() -> None:
    """A first look, a conflict, reliability, your own sources."""
    assert ["01", "02", "03", "04"] == [path.name[:2] for path in paths()]


@notebook
def test_a_notebook_says_what_is_kept_in_it(path: Path) -> None:
    """A fresh run gives the same text; run `python -m tests.notebooks` when the analysis has changed on purpose."""
    assert said(kept(path)) == said(executed(path))


@notebook
def test_a_notebook_keeps_pictures_and_nothing_that_changes_from_run_to_run(path: Path) -> None:
    """Its pictures are there; times, counters and the machine's metadata are not."""
    found = kept(path)
    before = json.dumps(found, sort_keys=True)

    assert before == json.dumps(cleaned(found), sort_keys=True)
    assert "picture" in said(found)
    assert [] == [text for text in said(found) if text.startswith("stderr")]


def test_lines_that_were_sent_in_pieces_are_one_output() -> None:
    """A busy machine cuts what a cell prints anywhere."""
    found = kept(paths()[-1])
    cell = next(c for c in found.cells if any(o.output_type == "stream" for o in c.get("outputs", ())))
    lines = next(o for o in cell.outputs if o.output_type == "stream")
    whole = deepcopy(cell.outputs)
    first, rest = deepcopy(lines), deepcopy(lines)
    first.text, rest.text = lines.text[:3], lines.text[3:]
    at = cell.outputs.index(lines)
    cell.outputs[at : at + 1] = [first, rest]

    assert whole == next(c for c in cleaned(found).cells if c is cell).outputs


@notebook
def test_a_notebook_explains_each_of_its_pictures(path: Path) -> None:
    """Words stand before the first code, and sixty or more to a picture."""
    found = kept(path)
    words = sum(len(cell.source.split()) for cell in found.cells if cell.cell_type == "markdown")

    assert "markdown" == found.cells[0].cell_type
    assert words > 60 * said(found).count("picture")


@notebook
def test_a_notebook_uses_the_public_names_alone(path: Path) -> None:
    """What a reader copies from it is what we promise to keep."""
    code = "\n".join(c.source for c in kept(path).cells if c.cell_type == "code")

    assert "from analyzer." not in code
    assert "import analyzer." not in code
