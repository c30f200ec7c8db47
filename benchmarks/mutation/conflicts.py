"""Changes that make a copy contradict its original."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from benchmarks.mutation import spotting
from benchmarks.mutation.calendars import offset
from benchmarks.mutation.changes import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from random import Random

    from benchmarks.mutation.documents import Account
    from benchmarks.mutation.spotting import Day, Number

Site = tuple[int, int, str]
LATEST_YEAR = 2023
OLD_STYLE_UNTIL = 1752
ORDINALS = "first second third fourth fifth sixth".split()
MEASURES = {"miles": "kilometres", "kilometres": "miles", "feet": "metres", "metres": "feet", "yards": "miles"}
MONEY = {"pounds": "dollars", "dollars": "pounds", "roubles": "francs", "francs": "roubles"}
_AMOUNT = r"(?<![\d,.])(?<!weighed )\d[\d,]*(?:\.\d+)?"
_WINTER = re.compile(r"\b(?:January|February|March) $")
_BOUND = re.compile(
    r"\b(?:[Bb]y|[Aa]fter|[Bb]efore|[Ss]ince|until|[Ff]rom|between) "
    rf"(?:\d{{1,2}} )?(?:(?:{'|'.join(spotting.MONTHS)}) )?$"
)
_PASSIVE = re.compile(r"\b(was|were|had been)(?= (?:[a-z]+ed|given|built|made|found|lost|sent|taken|put|drawn)\b)")


def written(day: date) -> str:
    """A day as the documents write it.

    >>> written(date(1878, 7, 3))
    '3 July 1878'
    """
    return f"{day.day} {spotting.MONTHS[day.month - 1]} {day.year}"


def _like(number: Number, value: int) -> str:
    """A value in the form of the number it replaces: words stay words while there is one."""
    words = {v: k for k, v in spotting.WORDS.items()}
    return words[value] if number.spelled and value in words else f"{value:,}"


# -- dates --------------------------------------------------------------------------------------------------------


def _days(alter: Callable[[Day, Random], date | None]) -> Callable[[Account, Random], list[Site]]:
    """A proposer that alters full dates; a change that looks like another calendar is none."""

    def propose(account: Account, rng: Random) -> list[Site]:
        altered = ((d, alter(d, rng)) for d in spotting.days(account.text))
        kept = [(d, new) for d, new in altered if new and _plain(d, new) and not _bound(account.text, d.start)]
        return [(d.start, d.end, written(new)) for d, new in kept]

    return propose


def _plain(old: Day, new: date) -> bool:
    gap = abs((new - _date(old)).days)
    return gap > 0 and abs(gap - offset(old.year)) > 2


def _date(day: Day) -> date:
    return date(day.year, day.month, day.day)


def _shifted(by: int) -> Callable[[Day, Random], date | None]:
    return lambda day, rng: _date(day) + timedelta(days=rng.choice((-by, by)))


def _other_month(day: Day, rng: Random) -> date | None:
    month = rng.choice([m for m in range(1, 13) if m != day.month])
    return _valid(day.year, month, day.day)


def _digit_dropped(day: Day, rng: Random) -> date | None:
    """26 becomes 6 or 2."""
    kept = [int(c) for c in str(day.day) if c != "0"]
    return _valid(day.year, day.month, rng.choice(kept)) if day.day > 9 else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _other_year(account: Account, rng: Random) -> list[Site]:
    """A year off is no conflict where the year may have begun in March."""
    sites = []
    for start, end, year in spotting.years(account.text):
        early = year < OLD_STYLE_UNTIL and _WINTER.search(account.text[:start])
        new = year + rng.choice((-7, -3, -2, 2, 3, 8) if early else (-7, -3, -2, -1, 1, 2, 3, 8))
        if new <= LATEST_YEAR and not _bound(account.text, start):
            sites.append((start, end, str(new)))
    return sites


def _year_transposed(account: Account, rng: Random) -> list[Site]:
    dates = [site for site in spotting.years(account.text) if not _bound(account.text, site[0])]
    found = ((s, e, y, _transposed(y, rng, first=1)) for s, e, y in dates)
    return [(s, e, str(new)) for s, e, y, new in found if new != y and new <= LATEST_YEAR]


def _bound(text: str, start: int) -> bool:
    """After "by", "after" and the like another date is another bound, which both can hold."""
    return bool(_BOUND.search(text[max(0, start - 30) : start]))


def _transposed(value: int, rng: Random, *, first: int = 0) -> int:
    """Two neighbouring digits change places; the value itself when no two differ."""
    digits = str(value)
    pairs = [i for i in range(first, len(digits) - 1) if digits[i] != digits[i + 1] and (i or digits[1] != "0")]
    if not pairs:
        return value
    i = rng.choice(pairs)
    return int(digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :])


# -- clock times --------------------------------------------------------------------------------------------------


def clock(minute_of_day: int) -> str:
    """A clock time in the twelve-hour form.

    >>> clock(785), clock(5)
    ('1:05 p.m.', '12:05 a.m.')
    """
    hour, minute = divmod(minute_of_day % 1440, 60)
    return f"{hour % 12 or 12}:{minute:02} {'ap'[hour >= 12]}.m."


def _clock_moved(*minutes: int) -> Callable[[Account, Random], list[Site]]:
    return lambda account, rng: [
        (c.start, c.end, clock(c.minute_of_day + rng.choice(minutes))) for c in spotting.clocks(account.text)
    ]


# -- numbers and durations ----------------------------------------------------------------------------------------


def _numbers(
    alter: Callable[[Number, Random], int], allowed: Callable[[Number], bool]
) -> Callable[[Account, Random], list[Site]]:
    def propose(account: Account, rng: Random) -> list[Site]:
        chosen = [(n, alter(n, rng)) for n in spotting.numbers(account.text) if allowed(n)]
        return [(n.start, n.end, _like(n, new)) for n, new in chosen if new not in {n.value, 0, 1}]

    return propose


def _exact(number: Number) -> bool:
    """Off by one says nothing of a round number, and little after "about"."""
    return not number.vague and (number.value < 100 or number.value % 10 != 0)


def _other_value(number: Number, rng: Random) -> int:
    """At least a half more or a third less, of the same roundness."""
    step = int("1".ljust(1 + len(str(number.value)) - len(str(number.value).rstrip("0")), "0"))
    return max(1, round(number.value * rng.choice((0.4, 0.6, 1.7, 2.3)) / step)) * step


def _durations(account: Account, rng: Random) -> list[Site]:
    sites = []
    for n in spotting.durations(account.text):
        unit = account.text[n.start : n.end].split()[1]
        new = n.value + rng.choice((3, 5)) if n.value < 10 else _other_value(n, rng)
        sites.append((n.start, n.end, f"{_like(n, new)} {unit}"))
    return [site for site in sites if site[2] != account.text[site[0] : site[1]]]


def _units(swaps: dict[str, str]) -> Callable[[Account, Random], list[Site]]:
    pattern = re.compile(rf"({_AMOUNT}) ({'|'.join(swaps)})\b(?! per square)")
    return lambda account, _: [(m.start(), m.end(), f"{m[1]} {swaps[m[2]]}") for m in pattern.finditer(account.text)]


# -- names, roles, polarity, order --------------------------------------------------------------------------------


def _swapped(field: str) -> Callable[[Account, Random], list[Site]]:
    """A name of the cast gives way to another of the same field and as many words."""

    def propose(account: Account, rng: Random) -> list[Site]:
        names: Sequence[str] = getattr(account, field)
        return list(_swaps(account.text, names, rng))

    return propose


def _swaps(text: str, names: Sequence[str], rng: Random) -> Iterator[Site]:
    longest_first = sorted(names, key=lambda n: (-len(n), n))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
    for m in pattern.finditer(text, text.index("\n")):
        others = [n for n in names if n not in m.group() and m.group() not in n]
        same = [n for n in others if (" " in n) == (" " in m.group())] or others
        around = text[max(0, m.start() - 200) : m.end() + 200]
        fresh = [n for n in same if n not in around] or same
        yield m.start(), m.end(), rng.choice(fresh)


def _polarity(account: Account, _: Random) -> list[Site]:
    return [(m.start(), m.end(), _denied(m.group())) for m in _PASSIVE.finditer(account.text)]


def _denied(verb: str) -> str:
    first, *rest = verb.split(" ")
    return " ".join((first, "not", *rest))


def _ordinals(account: Account, rng: Random) -> list[Site]:
    found = re.finditer(rf"(?<=\b[Tt]he )(?:{'|'.join(ORDINALS)})\b(?= [a-z])", account.text)
    return [(m.start(), m.end(), rng.choice([o for o in ORDINALS if o != m.group()])) for m in found]


_NUMBER = frozenset({"number", "duration"})
_TOLD = frozenset({"name", "place", "role", "quote", "participation", "sequence", "cause", "other"})
_DATE = frozenset({"date"})
_TIME = frozenset({"date", "time"})

CONFLICTS = (
    Kind("date, one day off", "date", _days(_shifted(1)), _DATE),
    Kind("date, four days off", "date", _days(_shifted(4)), _DATE),
    Kind("date, other month", "date", _days(_other_month), _DATE),
    Kind("date, digit dropped", "date", _days(_digit_dropped), _DATE),
    Kind("date, other year", "date", _other_year, _DATE),
    Kind("date, year transposed", "date", _year_transposed, _DATE),
    Kind("time, 20 minutes off", "time", _clock_moved(-20, 20), _TIME),
    Kind("time, other hour", "time", _clock_moved(-120, -60, 60, 120), _TIME),
    Kind("number, ten times", "number", _numbers(lambda n, _: n.value * 10, lambda n: n.value > 1), _NUMBER),
    Kind("number, off by one", "number", _numbers(lambda n, r: n.value + r.choice((-1, 1)), _exact), _NUMBER),
    Kind(
        "number, transposed", "number", _numbers(lambda n, r: _transposed(n.value, r), lambda n: n.value > 9), _NUMBER
    ),
    Kind("number, other", "number", _numbers(_other_value, lambda n: n.value > 4), _NUMBER),
    Kind("measure swapped", "unit", _units(MEASURES), _NUMBER),
    Kind("currency swapped", "unit", _units(MONEY), _NUMBER),
    Kind("duration, other", "duration", _durations, _NUMBER | _DATE),
    Kind("name swapped", "other", _swapped("persons"), _TOLD),
    Kind("place swapped", "other", _swapped("places"), _TOLD),
    Kind("role swapped", "other", _swapped("roles"), _TOLD),
    Kind("polarity flipped", "other", _polarity, _TOLD),
    Kind("ordinal swapped", "other", _ordinals, _TOLD | _NUMBER),
)
