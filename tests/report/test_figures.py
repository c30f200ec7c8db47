"""Charts need no style sheet, name themselves and speak the page's colour."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.parsers.expat import ParserCreate

import pytest

from analyzer.model import Superiority
from analyzer.report.charts_sources import reliability_chart
from analyzer.report.charts_time import day_ticks
from analyzer.report.figures import standalone
from analyzer.report.labels import label_sources
from analyzer.values.calendars import Day, to_jdn
from tests.report.halcyon import analysis, drawn

NAMES = ("reliability", "timeline", "posterior", "agreement", "kinds", "alignment")


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_is_well_formed_without_style(name: str) -> None:
    """The SVG parses, has no style, and starts with a title and a description."""
    chart = drawn()[name]
    seen: list[tuple[str, dict[str, str]]] = []
    parser = ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: seen.append((tag, attributes))
    parser.Parse(standalone(chart.svg), True)
    tags = [tag for tag, _ in seen]

    assert ["svg", "title", "desc"] == tags[:3]
    assert "style" not in {*tags, *(name for _, attributes in seen for name in attributes)}


@pytest.mark.parametrize("name", NAMES)
def test_ids_carry_the_name_of_the_chart(name: str) -> None:
    """Two charts in one page can't share an id, and references are turned with them."""
    svg = drawn()[name].svg
    ids = re.findall(r'\bid="([^"]+)"', svg)
    wanted = re.findall(r'(?:href="#|url\(#)([^")]+)', svg)

    assert [] == [i for i in ids if not i.startswith(f"{name}-")]
    assert set() == set(wanted) - set(ids)


@pytest.mark.parametrize("name", NAMES)
def test_text_takes_the_colour_of_the_page(name: str) -> None:
    """Words are drawn in currentColor or in a colour the dark scheme replaces, never in plain black."""
    svg = drawn()[name].svg

    assert "currentColor" in svg
    assert "#000000" not in svg


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_has_its_table(name: str) -> None:
    """The same figures stand in rows as wide as the header."""
    chart = drawn()[name]

    assert {len(chart.header)} == {len(row) for row in chart.rows}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (Day(1917, 10, 8), Day(1917, 10, 12)),
        (Day(1922, 5, 25), Day(1923, 3, 10)),
        (Day(-44, 3, 15), Day(14, 8, 19)),
        (Day(1, 1, 1), Day(2000, 1, 1)),
    ],
)
def test_ticks_lie_inside_and_are_few(first: Day, last: Day) -> None:
    """Days, months, years and centuries get between two and nine ticks."""
    a, b = to_jdn(first, "gregorian"), to_jdn(last, "gregorian")
    ticks = day_ticks(a, b)

    assert 2 <= len(ticks) <= 9
    assert all(a <= jdn <= b for jdn, _ in ticks)


@pytest.mark.parametrize(
    ("pairs", "title"),
    [
        ((), "The intervals overlap: no ranking"),
        ((Superiority(0, 1, 0.93),), "The intervals overlap; B ranks above C"),
        ((Superiority(0, 1, 0.93), Superiority(0, 2, 0.95)), "The intervals overlap; 2 pairs can be ranked"),
    ],
)
def test_the_title_says_what_can_be_ranked(pairs: tuple[Superiority, ...], title: str) -> None:
    """Intervals may overlap while one witness is better than another all the same."""
    whole = analysis()
    ranked = replace(whole, reliability=replace(whole.reliability, superiority=pairs))
    drawn_anew = reliability_chart(ranked, label_sources(ranked))

    assert drawn_anew is not None
    assert title == drawn_anew.title
