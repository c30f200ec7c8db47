"""The report as a PDF, set by typst: all text goes in as data, never as markup."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analyzer.errors import OutputError
from analyzer.report.data import package_version
from analyzer.report.figures import standalone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analyzer.report.cards import Card
    from analyzer.report.figures import Chart
    from analyzer.report.view import View

TEMPLATE = Path(__file__).parent / "templates" / "report.typ"
IN_FULL = 40  # conflicts set in full; further ones stand in a table, all of them in report.html
TABLE_ROWS = 400  # rows of the tables of reconciled differences and agreements; further ones stand in findings.csv
COUNTS = ("lone", "claims", "unpaired", "passages", "silent", "sentences")
UNTAGGED = (
    "This file could not be made to the PDF/UA-1 standard of accessibility, mostly because a script in the sources has "
    "no letters in the fonts at hand; report.html has no such limit."
)


def pdf(view: View, charts: Mapping[str, Chart]) -> bytes:
    """The PDF of a report, to PDF/UA-1 where the fonts allow it, else with a notice on the first page.

    Raises:
        OutputError: typst refuses the document in both ways.

    """
    import typst

    data = _data(view, charts)
    try:
        return _compile(data, accessible=True)
    except typst.TypstError:
        data["notices"] = [*data["notices"], UNTAGGED]
    try:
        return _compile(data, accessible=False)
    except typst.TypstError as error:
        hint = "Leave out the pdf format, and report this with the collection."
        raise OutputError(f"report.pdf could not be typeset: {error}", hint=hint) from error


def _compile(data: dict[str, Any], *, accessible: bool) -> bytes:
    import matplotlib
    import typst

    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    with tempfile.TemporaryDirectory() as folder:
        main = Path(folder) / "report.typ"
        main.write_bytes(TEMPLATE.read_bytes())
        Path(folder, "report.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        made = typst.compile(
            str(main),
            root=folder,
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            pdf_standards="ua-1" if accessible else None,
        )
    return bytes(made)


def _data(view: View, charts: Mapping[str, Chart]) -> dict[str, Any]:
    """What the template reads: plain JSON."""
    return {
        "headline": view.headline,
        "deck": view.deck,
        "statement": view.statement,
        "notes": view.notes,
        "notices": list(view.notices),
        "labels": [asdict(label) | {"colour": label.colour} for label in view.labels],
        "conflicts": [_card(card) for card in view.conflicts[:IN_FULL]],
        "further": [_line(card) for card in view.conflicts[IN_FULL:]][:TABLE_ROWS],
        "suggestions": [_line(card) for card in view.suggestions[:TABLE_ROWS]],
        "shelves": [
            {
                "title": s.title,
                "meaning": s.meaning,
                "total": len(s.cards),
                "rows": [_line(c) for c in s.cards[:TABLE_ROWS]],
            }
            for s in view.shelves
        ],
        "agreements": [_line(card) for card in view.agreements[:TABLE_ROWS]],
        "standings": [asdict(s) | {"letter": s.label.letter, "title": s.label.title} for s in view.standings],
        "ties": [
            {"a": t.a.letter, "b": t.b.letter, "share": t.share, "direction": t.direction, "evidence": t.evidence}
            for t in view.ties
        ],
        "unchecked": {name: f"{sum(getattr(gap, name) for gap in view.gaps):,}" for name in COUNTS},
        "charts": [_chart(chart) for chart in charts.values()],
        "method": asdict(view.method),
        "lengths": [f"{source.length:,}" for source in view.method.sources],
        "version": package_version("discrepancy-analyzer"),
    }


def _card(card: Card) -> dict[str, Any]:
    made = asdict(card)
    for group, source in zip(made["groups"], card.groups, strict=True):
        group["letters"] = [label.letter for label in source.labels]
        for quote, original in zip(group["quotes"], source.quotes, strict=True):
            quote["colour"] = original.label.colour
    return made


def _line(card: Card) -> dict[str, Any]:
    values = [
        {"value": group.value, "letters": [label.letter for label in group.labels], "more": group.more}
        for group in card.groups
    ]
    return {
        "question": card.question,
        "kind": card.kind,
        "values": values,
        "why": card.explanation or (card.steps[-1].sentence if card.steps else ""),
        "confidence": card.confidence,
    }


def _chart(chart: Chart) -> dict[str, str]:
    svg = standalone(chart.svg).replace("currentColor", "#1b1b19")
    return {"name": chart.name, "title": chart.title, "description": chart.description, "svg": svg}
