"""The PDF is accessible where it can be, says so where not, and treats all text as data."""

from __future__ import annotations

import re
from dataclasses import replace

from analyzer.report import pdf as module
from analyzer.report.charts import charts
from analyzer.report.pdf import pdf
from analyzer.report.view import view
from tests.report.halcyon import analysis, drawn


def test_the_sample_is_tagged_and_has_no_date() -> None:
    """PDF/UA-1 holds for Latin, Cyrillic and Hebrew, and no time of making is kept."""
    made = pdf(view(analysis()), drawn())

    assert made.startswith(b"%PDF-")
    assert b"/MarkInfo" in made
    assert re.search(rb"/CreationDate|/ModDate|xmp:CreateDate", made) is None


def test_two_runs_give_the_same_bytes() -> None:
    """Nothing of the run enters the file."""
    seen = view(analysis())

    assert pdf(seen, drawn()) == pdf(seen, drawn())


def test_typst_markup_in_a_source_is_text() -> None:
    """Words that are typst code neither run nor break the document."""
    base = analysis()
    evil = '#panic("run") $x^2$ *bold* _it_ `raw` @ref <label> \\ = heading // note'
    first = replace(base.findings[0], question=evil, topic=evil, explanation=evil, difference=evil)
    turned = replace(base, comparison=replace(base.comparison, findings=(first, *base.findings[1:])))

    assert pdf(view(turned), {}).startswith(b"%PDF-")


def test_letters_outside_the_fonts_fall_back_with_a_notice() -> None:
    """Chinese words can't be set to the standard; the file is made all the same."""
    base = analysis()
    first = replace(base.findings[0], question="何人が死んだか")
    turned = replace(base, comparison=replace(base.comparison, findings=(first, *base.findings[1:])))
    seen = view(turned)

    assert pdf(seen, {}).startswith(b"%PDF-")
    assert module.UNTAGGED not in seen.notices


def test_an_analysis_without_findings_is_typeset() -> None:
    """No conflict, no shelf, no chart: still a document."""
    base = analysis()
    empty = replace(base, comparison=replace(base.comparison, findings=(), parallels=()))

    assert pdf(view(empty), charts(empty)).startswith(b"%PDF-")
