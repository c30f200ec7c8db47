"""Reads a whole text: expressions in order, each resolved where the narrative stands, as claims."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analyzer.extract.temporal.anchor import Anchor, completed, in_era
from analyzer.extract.temporal.assemble import written_date
from analyzer.extract.temporal.calendar_choice import decide_calendars, prove_by_weekday
from analyzer.extract.temporal.expressions import Clock, Deictic, Found, Length, Point, Shift, Vague, Written
from analyzer.extract.temporal.half_days import settled
from analyzer.extract.temporal.languages import detect_language
from analyzer.extract.temporal.narrative import looks_aside, moves_anchor, tells_back
from analyzer.extract.temporal.scan import scan
from analyzer.extract.temporal.shifts import deictic, shifted
from analyzer.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


OPENING = 400  # code points within which a text tells its own date
HOME_SHARE = 0.25  # of the dated days a year must hold to be the one a text is about

Ahead = tuple[Point | None, Point | None]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One block of text `[start, end)`: a heading gives context, and claims only if `told`.

    What stands aside of the running text (captions, notes, table cells) does not move the narrative.
    """

    start: int
    end: int
    heading: bool = False
    told: bool = True
    aside: bool = False


def read_stretches(
    text: str,
    stretches: Sequence[Stretch],
    *,
    source: str = "",
    country: str = "",
    language: str = "",
) -> tuple[Claim, ...]:
    """The claims of all stretches in order, `sentence` left at -1."""
    scanned = _scanned(text, stretches, language)
    claims: list[Claim] = []
    anchor = Anchor()
    home = _home_year(text, scanned)
    ahead = _years_ahead(text, scanned)
    for number, (stretch, founds) in enumerate(scanned):
        if stretch.heading:
            anchor = _under_heading(founds, anchor)
        before = anchor
        for place, found in enumerate(founds):
            near, far = ahead[number][place]
            anchor = replace(anchor, ahead=near, beyond=far)
            claim, anchor = _resolve(text, found, anchor, source, heading=stretch.heading)
            if claim is not None and claim.date and anchor.opened is None and claim.start < OPENING:
                anchor = replace(anchor, opened=anchor.mentioned or anchor.point)
            if claim is not None and claim.date and claim.date.first and claim.date.first.year == home:
                anchor = replace(anchor, home=home)
            if claim is not None and stretch.told and _is_told(found):
                claims.append(claim)
        anchor = before if stretch.aside else anchor
    return decide_calendars(settled(text, claims), country)


def _is_told(found: Found) -> bool:
    return not isinstance(found.expression, Written) or found.expression.told


def _scanned(text: str, stretches: Sequence[Stretch], language: str) -> list[tuple[Stretch, tuple[Found, ...]]]:
    """The expressions of each stretch, read in the language given or in that of its section."""
    rows = []
    spoken = language or "en"
    for number, stretch in enumerate(stretches):
        if not language and (stretch.heading or number == 0):
            spoken = detect_language(_section_text(text, stretches, number))
        rows.append((stretch, _moved(scan(text[stretch.start : stretch.end], spoken), stretch.start)))
    return rows


def _section_text(text: str, stretches: Sequence[Stretch], number: int) -> str:
    last = number
    while last + 1 < len(stretches) and not stretches[last + 1].heading and last - number < 5:
        last += 1
    return text[stretches[number].start : stretches[last].end]


def _moved(founds: Iterable[Found], offset: int) -> tuple[Found, ...]:
    return tuple(replace(found, start=found.start + offset, end=found.end + offset) for found in founds)


def _years_ahead(text: str, scanned: list[tuple[Stretch, tuple[Found, ...]]]) -> list[list[Ahead]]:
    """For each expression the next one that has a year of its own and tells the narrative's time.

    The first of the pair lies in the same section, the second anywhere.
    """
    rows: list[list[Ahead]] = [[(None, None)] * len(founds) for _, founds in scanned]
    upcoming: Point | None = None
    beyond: Point | None = None
    for number in range(len(scanned) - 1, -1, -1):
        stretch, founds = scanned[number]
        for place in range(len(founds) - 1, -1, -1):
            rows[number][place] = upcoming, beyond
            point = _own_year(founds[place])
            if point is not None and not stretch.aside and moves_anchor(text, founds[place]):
                upcoming = beyond = point
        if stretch.heading:
            upcoming = None
    return rows


def _home_year(text: str, scanned: list[tuple[Stretch, tuple[Found, ...]]]) -> int | None:
    """The one year in which most of the days of a text lie that have a year, their own or their heading's."""
    years: Counter[int] = Counter()
    heading: int | None = None
    for stretch, founds in scanned:
        if stretch.heading:
            named = {point.year for point in map(_own_year, founds) if point is not None}
            heading = named.pop() if len(named) == 1 else None
            continue
        for found in founds:
            if not isinstance(found.expression, Written) or found.expression.points[0].unit != "day":
                continue
            own = _own_year(found)
            year = own.year if own else heading
            years.update([year] if year is not None else [])
    (most, count), *others = years.most_common(2) or [(0, 0)]
    alone = all(other < count for _, other in others)
    if count >= 2 and alone and count >= HOME_SHARE * years.total():
        return most
    return _title_year(text, scanned) if count < 2 else None


def _title_year(text: str, scanned: list[tuple[Stretch, tuple[Found, ...]]]) -> int | None:
    """The one bare year in the first line of a text, where that is a title."""
    line = text[: scanned[0][0].end].splitlines()[:1] if scanned else []
    if not line or not looks_like_heading(line[0]):
        return None
    titled = (found for found in scanned[0][1] if found.end <= len(line[0]))
    named = {point.year for point in map(_own_year, titled) if point is not None and point.month is None}
    return named.pop() if len(named) == 1 else None


def _own_year(found: Found) -> Point | None:
    if not isinstance(found.expression, Written):
        return None
    first = found.expression.points[0]
    return first if first.year is not None and not (first.span or first.short or first.early) else None


def _under_heading(founds: tuple[Found, ...], anchor: Anchor) -> Anchor:
    years = [
        point.year
        for found in founds
        if isinstance(found.expression, Written)
        for point in found.expression.points
        if point.year is not None and not (point.short or point.early)
    ]
    heading = (years[0], years[-1]) if years else None
    return replace(anchor, point=Point(years[0]) if years else anchor.point, heading=heading, told=None, fresh=True)


def _resolve(text: str, found: Found, anchor: Anchor, source: str, *, heading: bool) -> tuple[Claim | None, Anchor]:
    expression = found.expression
    base = Claim(source, "reference", found.start, found.end, "", -1, found.rule)
    if isinstance(expression, Written):
        return _resolve_written(text, found, expression, anchor, base, heading=heading)
    if isinstance(expression, Length):
        return replace(base, kind="duration", value=expression.duration.value, duration=expression.duration), anchor
    if isinstance(expression, Clock):
        return replace(base, kind="time", value=expression.time.value, time=expression.time), anchor
    if isinstance(expression, Vague):
        return base, anchor
    return _resolve_relative(expression, anchor, base)


def _resolve_written(
    text: str, found: Found, written: Written, anchor: Anchor, base: Claim, *, heading: bool
) -> tuple[Claim | None, Anchor]:
    if written.points[0].weekday is not None and written.points[0].day is None:
        return base, anchor
    if written.points[0].early:
        settled = in_era(written, anchor)
        if settled is None:
            return None, anchor
        written = settled
    back = tells_back(text, found, anchor)
    full, inferred = completed(written, anchor, back=back)
    date = written_date(full, inferred)
    if date is None:
        return base, anchor
    claim = replace(base, kind="date", value=date.edtf, date=date, inferred=tuple(sorted(inferred)))
    claim = prove_by_weekday(claim, full.points[0], inferred)
    if heading or full.points[-1].year is None:
        return claim, anchor
    anchor = replace(anchor, mentioned=full.points[-1])
    if back or not moves_anchor(text, found) or looks_aside(text, found, full, anchor):
        return claim, anchor
    told = full.points[-1] if full.points[-1].unit == "day" else anchor.told
    return claim, replace(anchor, point=_standing(full, anchor), told=told, fresh=False)


def _standing(written: Written, anchor: Anchor) -> Point | None:
    """The point a narrative stands at after a date: a bare year keeps the month reached in that same year."""
    point = written.points[-1] if written.points[-1].unit != "year" else written.points[0]
    if point.span or point.year is None:
        return anchor.point
    if point.month is None and anchor.point and anchor.point.year == point.year:
        return anchor.point
    return replace(point, weekday=None)


def _resolve_relative(expression: Shift | Deictic, anchor: Anchor, base: Claim) -> tuple[Claim, Anchor]:
    here = anchor.point
    if isinstance(expression, Deictic) and expression.unit == "year":
        last = expression.which == "last" and expression.day is not None
        here = (anchor.opened if last else None) or anchor.mentioned or here
    point = shifted(expression, here) if isinstance(expression, Shift) else deictic(expression, here)
    if point is None:
        return base, anchor
    written = Written((point,), modifier=expression.modifier, part=expression.part if point.day is not None else "")
    inferred = _inferred(expression, point)
    date = written_date(written, inferred)
    if date is None:
        return base, anchor
    claim = replace(base, kind="date", value=date.edtf, date=date, inferred=tuple(sorted(inferred)))
    keeps = point.span or (point.month is None and anchor.year == point.year) or _looks_back(expression)
    return claim, anchor if keeps else replace(anchor, point=point, fresh=False)


def _inferred(expression: Shift | Deictic, point: Point) -> frozenset[str]:
    """The parts of a relative date that are not written: "20 June of the following year" leaves out the year alone."""
    told = (expression.month, expression.day) if isinstance(expression, Deictic) else (None, None)
    parts = (("month", point.month, told[0]), ("day", point.day, told[1]))
    return frozenset({"year"} | {name for name, value, written in parts if value and not written})


def _looks_back(expression: Shift | Deictic) -> bool:
    """Such as "The previous year", "two months before": the narrative does not follow."""
    if isinstance(expression, Shift):
        return expression.sign < 0
    return (
        expression.which == "previous"
        or (expression.which == "last" and expression.day is None)
        or (expression.which == "next" and expression.unit == "season")
    )


_BLOCK = re.compile(r"[^\n]+(?:\n(?![ \t\r]*\n)[^\n]+)*")
_TERMINAL = re.compile(r"[.!?:;,”\"]\s*$")
_LONGEST_HEADING = 90


def looks_like_heading(block: str) -> bool:
    """Whether a block is one short line without a full stop.

    >>> looks_like_heading("1861: the first year"), looks_like_heading("It began in 1861.")
    (True, False)
    """
    return "\n" not in block and len(block) <= _LONGEST_HEADING and not _TERMINAL.search(block)


def plain_stretches(text: str) -> tuple[Stretch, ...]:
    """The blocks of a plain text."""
    return tuple(Stretch(m.start(), m.end(), looks_like_heading(m[0])) for m in _BLOCK.finditer(text))
