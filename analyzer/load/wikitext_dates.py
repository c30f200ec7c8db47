"""Date and measure templates of wikis rendered as the words a reader sees."""

from __future__ import annotations

_MONTHS = "January February March April May June July August September October November December".split()
_OLD_STYLE = frozenset(("oldstyledate", "oldstyledatedy", "oldstyledateny"))
_CIRCA = frozenset(("circa", "c.", "ca", "ca."))
_EVENTS = frozenset(
    f"{what}{gap}{form}"
    for what in ("start", "end", "birth", "death", "film", "launch")
    for gap in (" ", "-")
    for form in ("date", "date and age", "year", "year and age", "date and given age")
) | {"date", "dts", "dda", "bda", "birth", "death"}


def render(name: str, values: list[str], named: dict[str, str]) -> str:
    """The words of a date or measure template; empty when the template is none.

    >>> render("oldstyledate", ["7 November", "1879", "26 October"], {})
    '7 November [O.S. 26 October] 1879'
    >>> render("convert", ["24", "km", "mi"], {})
    '24 km'
    """
    if not values:
        return "c." if name in _CIRCA else ""
    if name in _OLD_STYLE:
        return _old_style(name, values)
    if name in _EVENTS:
        return _day(values[:3], month_first="df" not in named and "mf" in named)
    joined = {
        "os2ns": f"{values[0]} (O.S.)",
        "osdate": f"{values[0]} (O.S.)",
        "floruit": f"fl. {values[0]}",
        "fl.": f"fl. {values[0]}",
        "reign": f"r. {'–'.join(values[:2])}",
        "r.": f"r. {'–'.join(values[:2])}",
        "convert": _converted(values),
        "cvt": _converted(values),
        "as of": f"As of {_day(values)}",
    } | dict.fromkeys(_CIRCA, " – ".join(f"c. {value}" for value in values[:2]))
    if name in {"frac", "fraction", "sfrac"}:
        return "/".join(values[-2:]) if len(values) < 3 else f"{values[0]} {values[1]}/{values[2]}"
    return joined.get(name, "")


def _old_style(name: str, values: list[str]) -> str:
    """`OldStyleDate|day|year|old day`; with DY the old date has its own year, with NY the new one stands last."""
    if len(values) < 3:
        return " ".join(values)
    day, year, old = values[:3]
    if name == "oldstyledate":
        return f"{day} [O.S. {old}] {year}"
    return f"{day} {year} [O.S. {old}]"


def _converted(values: list[str]) -> str:
    if len(values) < 2:
        return values[0]
    if values[1] in {"to", "-", "–", "and", "or", "by", "x", "±"} and len(values) > 3:
        joint = values[1] if values[1] in {"-", "–"} else f" {values[1]} "
        return f"{values[0]}{joint}{values[2]} {values[3]}"
    return f"{values[0]} {values[1]}"


def _day(values: list[str], *, month_first: bool = False) -> str:
    """Year, month and day as words; what is not a number stays as it is."""
    if not all(value.isdigit() for value in values[:3]):
        return values[0]
    year, rest = values[0], values[1:3]
    if not rest or not 1 <= int(rest[0]) <= 12:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    return f"{month} {int(rest[1])}, {year}" if month_first else f"{int(rest[1])} {month} {year}"
