"""Claims and frames <-> bytes: JSON over a closed list of classes, so that reading an entry can't run anything."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING

from analyzer.model import Claim, Frame, Mention
from analyzer.values.calendars import Day
from analyzer.values.dates import UncertainDate
from analyzer.values.durations import Duration
from analyzer.values.quantities import Quantity
from analyzer.values.times import ClockTime

if TYPE_CHECKING:
    from collections.abc import Callable

# A list in the JSON is a tuple, a set or an object: its first item says which, by its place here.
_MAKERS: tuple[Callable[..., object], ...] = (
    lambda *items: items,
    lambda *items: frozenset(items),
    Claim,
    Frame,
    Mention,
    UncertainDate,
    Day,
    Duration,
    Quantity,
    ClockTime,
)
_CODES: dict[object, int] = {maker: code for code, maker in enumerate(_MAKERS)}
_FIELDS: dict[object, tuple[str, ...]] = {
    kind: tuple(f.name for f in fields(kind))
    for kind in (Claim, Frame, Mention, UncertainDate, Duration, Quantity, ClockTime)
}
_PLAIN = (str, int, float, bool, type(None))


def encode(value: object) -> bytes:
    """The bytes of a value made of the listed classes, tuples, sets and plain values; equal values, equal bytes.

    Raises:
        TypeError: some part is of another class.

    >>> encode(("Ypres", Day(1917, 7, 31), frozenset({"b", "a"})))
    b'[0,"Ypres",[6,1917,7,31],[1,"a","b"]]'
    """
    return json.dumps(_flat(value), separators=(",", ":")).encode("ascii")


def decode(data: bytes) -> object:
    """The value that `encode` was given.

    Raises:
        ValueError: the bytes are not such a value.

    >>> decode(b'[0,"Ypres",[6,1917,7,31]]')
    ('Ypres', Day(year=1917, month=7, day=31))
    """
    try:
        return _made(json.loads(data))
    except (TypeError, IndexError, RecursionError) as error:
        raise ValueError(f"not an encoded value: {error}") from error


def _flat(value: object) -> object:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, Day):
        return [_CODES[Day], *value]
    if isinstance(value, tuple):
        return [0, *map(_flat, value)]
    if isinstance(value, frozenset):
        return [1, *sorted(map(_flat, value), key=repr)]
    if kind not in _FIELDS:
        raise TypeError(f"no code for {kind.__name__}")
    return [_CODES[kind], *(_flat(getattr(value, name)) for name in _FIELDS[kind])]


def _made(flat: object) -> object:
    if not isinstance(flat, list):
        return flat
    return _MAKERS[flat[0]](*[_made(item) if type(item) is list else item for item in flat[1:]])
