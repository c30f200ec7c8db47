"""A clock time of unknown day: minutes from midnight with its precision and zone."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Minutes ahead of Greenwich. Source: IANA time zone database, https://www.iana.org/time-zones (names and mean times of
# the 19th and 20th century included); where an abbreviation has several meanings the one of Europe or North America.
_ZONES = {
    **dict.fromkeys(("z", "utc", "gmt", "ut", "wet", "greenwich", "greenwich mean time", "greenwich time"), 0),
    **dict.fromkeys(("bst", "west", "cet", "mez", "central european time", "british summer time"), 60),
    **dict.fromkeys(("cest", "mesz", "eet", "central european summer time", "eastern european time"), 120),
    **dict.fromkeys(("eest", "msk", "moscow time", "eastern european summer time"), 180),
    **dict.fromkeys(("ist", "indian standard time"), 330),
    **dict.fromkeys(("jst", "japan standard time", "tokyo time"), 540),
    **dict.fromkeys(("aest", "australian eastern standard time"), 600),
    **dict.fromkeys(("nzst", "new zealand standard time"), 720),
    **dict.fromkeys(("nst", "newfoundland standard time"), -210),
    **dict.fromkeys(("ast", "edt", "atlantic standard time", "eastern daylight time"), -240),
    **dict.fromkeys(("est", "cdt", "eastern standard time", "eastern time", "new york time"), -300),
    **dict.fromkeys(("cst", "mdt", "central standard time", "central time"), -360),
    **dict.fromkeys(("mst", "pdt", "mountain standard time", "mountain time"), -420),
    **dict.fromkeys(("pst", "pacific standard time", "pacific time"), -480),
    **dict.fromkeys(("hst", "hawaii time"), -600),
    "dublin mean time": -25,
    "paris mean time": 9,
    "amsterdam mean time": 20,
    "moscow mean time": 150,
}
_NUMERIC = re.compile(r"(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d\d))?")


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day. `value` is `HH:MM[:SS]`; `ambiguous` when a 12-hour time lacks a.m. or p.m.; `zone` as written."""

    value: str
    hour: int
    minute: int
    second: int | None = None
    approximate: bool = False
    ambiguous: bool = False
    zone: str = ""
    modifier: str = ""

    @property
    def seconds(self) -> int:
        """Seconds from midnight; a time without seconds counts as the full minute."""
        return 3600 * self.hour + 60 * self.minute + (self.second or 0)


def clock_time(hour: int, minute: int, second: int | None = None, zone: str = "") -> ClockTime:
    """An exact time of day; hour 24 is midnight at the day's end.

    >>> clock_time(23, 40).value, clock_time(2, 20, 5).value
    ('23:40', '02:20:05')
    """
    text = f"{hour:02d}:{minute:02d}" + ("" if second is None else f":{second:02d}")
    return ClockTime(text, hour, minute, second, zone=zone)


def zone_offset(zone: str) -> int | None:
    """Minutes a named or numeric zone is ahead of Greenwich, None where it is unknown.

    >>> zone_offset("EST"), zone_offset("+05:30"), zone_offset("ship's time")
    (-300, 330, None)
    """
    name = " ".join(zone.casefold().replace(".", "").split())
    match = _NUMERIC.fullmatch(name)
    if not match:
        return _ZONES.get(name)
    minutes = 60 * int(match[2]) + int(match[3] or 0)
    return -minutes if match[1] == "-" else minutes
