"""The timeline: one row per dated event, one mark per source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.frames import day_text
from analyzer.report.figures import ALARM, HUES, INK, MARKERS, MUTED, chart, draw, plain, rows_axis
from analyzer.report.labels import shorten
from analyzer.report.wording import MONTHS, RELATIONS, counted
from analyzer.values.calendars import Day, from_jdn, to_jdn

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analyzer.model import Analysis, Claim, Finding
    from analyzer.report.figures import Chart
    from analyzer.report.labels import Label
    from analyzer.report.marking import Marker

MOST_ROWS = 24  # more rows than this can't be read on one page; the table names every one
NAME_ROOM = 38
KEY_ROOM = 29  # two columns of names beside the widest figure
TALLEST = 7.6  # inches: with its words it still fits on an A4 page
YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Point:
    """One source's date for an event: Julian day numbers of the first and last day meant."""

    label: Label
    first: int
    last: int
    written: str


@dataclass(frozen=True, slots=True)
class Event:
    """One row."""

    name: str
    relation: str
    difference: str
    points: tuple[Point, ...]


def timeline(analysis: Analysis, labels: dict[str, Label], marker: Marker) -> Chart | None:
    """The chart of all dated claims; None when no claim has a date."""
    told = [e for e in (_event(f, labels, marker) for f in analysis.findings if f.kind == "date" and f.sure) if e]
    lone = _lone(analysis, labels)
    drawn = told[:MOST_ROWS]
    events = [*sorted(drawn, key=lambda e: min(p.first for p in e.points)), *lone]
    if not events:
        return None
    table = [
        (
            e.name,
            p.label.title,
            p.written,
            day_text(p.first),
            day_text(p.last),
            RELATIONS.get(e.relation, "every date"),
        )
        for e in [*told, *lone]
        for p in e.points
    ]
    conflicts = sum(e.relation == "conflict" for e in told)
    title = f"{counted(len(told), 'dated event')} told more than once, {conflicts} of them with conflicting dates"
    if not told:
        title = "No dated event is told more than once"
    words = (title, _description(len(told), len(lone)))
    svg = draw(min(1.0 + 0.34 * len(events), TALLEST), lambda figure: _paint(figure, events, drawn or lone))
    header = ("Event", "Source", "As written", "Earliest", "Latest", "Relation")
    return chart("timeline", words, (header, table), svg)


def _description(told: int, lone: int) -> str:
    cut = f" The first {MOST_ROWS} in report order are drawn, all are in the table." if told > MOST_ROWS else ""
    rug = " The last rows hold every date of each source that falls into this time." if lone and told else ""
    return f"One row per event, one mark per source; a bar spans the days a date may mean.{cut}{rug} Gregorian days."


def _event(finding: Finding, labels: dict[str, Label], marker: Marker) -> Event | None:
    points = []
    for reading in finding.readings:
        claim = marker.claim(reading, "date")
        point = _point(claim, labels[reading.source]) if claim else None
        if point and point not in points:
            points.append(point)
    if not points:
        return None
    return Event(
        shorten(finding.topic, NAME_ROOM),
        finding.relation,
        finding.difference,
        tuple(points),
    )


def _point(claim: Claim, label: Label) -> Point | None:
    if claim.date is None:
        return None
    first, last = claim.date.bounds()
    ends = [x for x in (first, last) if x is not None]
    return Point(label, ends[0], ends[-1], claim.value) if ends else None


def _lone(analysis: Analysis, labels: dict[str, Label]) -> list[Event]:
    """One row per source with all its dates."""
    events = []
    for extraction in analysis.extractions:
        label = labels[extraction.document.id]
        points = [_point(claim, label) for claim in extraction.claims if claim.date]
        known = tuple(dict.fromkeys(p for p in points if p))
        if known:
            name = f"all dates in {label.letter}"
            events.append(Event(name, "", difference=counted(len(known), "date"), points=known))
    return events


def _paint(figure: Figure, events: list[Event], framing: list[Event]) -> None:
    """The rows, on an axis that spans the `framing` events."""
    axes = figure.subplots()
    rows_axis(axes, [e.name for e in events])
    for row, event in enumerate(events):
        if event.relation:
            _row(axes, row, event)
        else:
            middles = [(p.first + p.last) / 2 for p in event.points]
            axes.plot(middles, [row] * len(middles), "|", color=HUES[event.points[0].label.colour], markersize=9)
    _scale(axes, framing)
    plain(axes, grid="x")
    _key(axes, events)


def _row(axes: Axes, row: int, event: Event) -> None:
    spread = 0.5 / max(len(event.points), 1)
    for number, point in enumerate(event.points):
        y = row + (number - (len(event.points) - 1) / 2) * spread
        colour = HUES[point.label.colour]
        axes.plot([point.first, point.last], [y, y], color=colour, linewidth=1.8, solid_capstyle="butt")
        shape = MARKERS[point.label.index % len(MARKERS)]
        axes.plot([(point.first + point.last) / 2], [y], shape, color=colour, markersize=5)
    if event.relation == "conflict":
        note = f"≠ {event.difference}".rstrip()
        axes.annotate(
            note, (1.01, row), xycoords=("axes fraction", "data"), va="center", color=ALARM, annotation_clip=False
        )


def _scale(axes: Axes, events: list[Event]) -> None:
    first = min(p.first for e in events for p in e.points)
    last = max(p.last for e in events for p in e.points)
    margin = max((last - first) * 0.03, 2)
    axes.set_xlim(first - margin, last + margin)
    places = day_ticks(first, last)
    axes.set_xticks([jdn for jdn, _ in places], labels=[text for _, text in places])


def day_ticks(first: int, last: int) -> list[tuple[int, str]]:
    """At most nine ticks between two Julian day numbers, at round years, months or days, with their labels.

    >>> day_ticks(2415021, 2435000)[:2]
    [(2415021, '1900'), (2418673, '1910')]
    """
    span = max(last - first, 1)
    start = from_jdn(first, "gregorian")
    end = from_jdn(last, "gregorian")
    if span > 4 * YEAR:
        step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000) if span / YEAR / s <= 8 or s == 5000)
        years = [y for y in range(start.year, end.year + 1) if y % step == 0]
        return _inside([(Day(y, 1, 1), str(y) if y > 0 else f"{1 - y} BC") for y in years], first, last)
    if span > 90:
        return _inside(_months(start, end, -(-span // 240)), first, last)
    days = range(first, last + 1, max(span // 6, 1))
    return [(jdn, _day_label(from_jdn(jdn, "gregorian"))) for jdn in days]


def _months(start: Day, end: Day, step: int) -> list[tuple[Day, str]]:
    numbers = range(12 * start.year + start.month - 1, 12 * end.year + end.month + 1)
    days = [Day(n // 12, n % 12 + 1, 1) for n in numbers if n % step == 0]
    return [(day, f"{MONTHS[day.month - 1][:3]} {day.year}") for day in days]


def _day_label(day: Day) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def _inside(days: list[tuple[Day, str]], first: int, last: int) -> list[tuple[int, str]]:
    placed = [(to_jdn(day, "gregorian"), text) for day, text in days]
    return [(jdn, text) for jdn, text in placed if first <= jdn <= last]


def _key(axes: Axes, events: list[Event]) -> None:
    """Which mark is which source, in one line above the rows."""
    shown = sorted({p.label.index: p.label for e in events for p in e.points}.items())
    for _, label in shown[: len(HUES)]:
        shape = MARKERS[label.index % len(MARKERS)]
        axes.plot(
            [],
            [],
            shape,
            color=HUES[label.colour],
            markersize=5,
            label=f"{label.letter}  {shorten(label.title, KEY_ROOM)}",
        )
    axes.legend(
        loc="lower left",
        bbox_to_anchor=(0, 1.0),
        ncols=2,
        frameon=False,
        handletextpad=0.2,
        labelcolor=INK,
        fontsize=8.5,
    )
    axes.set_xlabel("Gregorian calendar", color=MUTED)
