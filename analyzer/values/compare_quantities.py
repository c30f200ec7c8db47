"""Compares two quantities as intervals: equal, rounded, one within the other, in conflict, or not comparable."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, inf, isclose, log10
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from analyzer.model import Reason, Relation
from analyzer.values.conversion import convert, convertible
from analyzer.values.numerals import grouped
from analyzer.values.quantity_words import in_words, unit_in_words
from analyzer.values.slips import Slip, slip

if TYPE_CHECKING:
    from analyzer.values.quantities import Quantity

QuantityOutcome = Literal["equal", "rounding", "contained", "conflict", "incomparable"]

# How far the words stretch a number, as shares of it. "About" and "nearly" are taken back by a tenth: beyond it
# historians' rounded figures of one event begin to mean different estimates. "Over" and "under" speak of the nearest
# round number, so they don't reach beyond the double or the half; "at least" and "at most" are true bounds.
_ABOUT: Final = 0.10
_OVER: Final = 2.0
_UNDER: Final = 0.5
_ROUND: Final = 0.05  # an unmarked round number may be off by half its last digit, but always by less than this share
_EXACT_BELOW: Final = 100  # unmarked counts below this are taken as counted, not rounded
_NEXT_BELOW: Final = 1000  # below this a count one higher is another count, not a rounding

_RELATIONS: Final[dict[QuantityOutcome, Relation | None]] = {
    "equal": "agreement",
    "rounding": "rounding",
    "contained": "granularity",
    "conflict": "conflict",
    "incomparable": None,
}
_KINDS: Final = {
    "cardinal": "count",
    "range": "count",
    "fraction": "share",
    "percent": "share",
    "measure": "measure",
    "age": "measure",
    "money": "money",
    "ordinal": "ordinal",
    "vote": "vote",
    "score": "vote",
}
_OPPOSITE: Final = frozenset(
    (
        ("over", "under"),
        ("under", "over"),
        ("over", "at most"),
        ("at most", "over"),
        ("under", "at least"),
        ("at least", "under"),
    )
)


@dataclass(frozen=True, slots=True)
class QuantityComparison:
    """Verdict on two quantities said of one thing; the same whichever comes first, reasons' sides apart.

    `relation` is None when they can't be compared. `difference` is the gap in plain words ("200,000", "9 km",
    "factor 10"), empty when there is none. `hint` names the slip of the pen that would explain a conflict.
    """

    outcome: QuantityOutcome
    relation: Relation | None
    difference: str = ""
    reasons: tuple[Reason, ...] = ()
    hint: Slip = ""


class _Band(NamedTuple):
    """What the words allow: the written interval, the stretch around it, and the step of the last digit written."""

    low: float
    high: float
    least: float
    most: float
    step: float


def compare_quantities(left: Quantity, right: Quantity) -> QuantityComparison:
    """Whether two quantities told of the same thing can both be right.

    Intervals are compared, never points: units are converted (pint), approximators stretch a number ("over 200" holds
    250, not 180), and an unmarked round number stands for what rounds to it.

    >>> from analyzer.values.quantities import Quantity
    >>> about = Quantity("~1500", 1500, 1500, approximator="about", digits=2)
    >>> compare_quantities(about, Quantity("1523", 1523, 1523, digits=4)).outcome
    'rounding'
    """
    kinds = _KINDS[left.form], _KINDS[right.form]
    if kinds[0] != kinds[1]:
        return _verdict(
            "incomparable",
            Reason("other_kind", f"They are of two kinds: {left.form} and {right.form}.", left.value, right.value),
        )
    if kinds[0] == "vote":
        return _votes(left, right)
    if not convertible(_unit(left), _unit(right)):
        sentence = f"{in_words(left)} and {in_words(right)} can't be converted into each other."
        return _verdict("incomparable", Reason("other_unit", sentence, left.value, right.value))
    common = min(_unit(left), _unit(right))
    return _judge(left, right, _band(left, common), _band(right, common))


def _unit(quantity: Quantity) -> str:
    return "" if quantity.unit == "%" else quantity.unit


def _verdict(outcome: QuantityOutcome, *reasons: Reason, difference: str = "", hint: Slip = "") -> QuantityComparison:
    return QuantityComparison(outcome, _RELATIONS[outcome], difference, reasons, hint)


def _votes(left: Quantity, right: Quantity) -> QuantityComparison:
    """Votes and scores agree when both numbers do, in either order."""
    a, b = left.value.split("-"), right.value.split("-")
    if a == b:
        return _verdict("equal", Reason("same_value", f"Both give {left.value}.", left.value, right.value))
    if a == b[::-1]:
        return _verdict(
            "equal", Reason("reversed", "The same two numbers, told from the other side.", left.value, right.value)
        )
    reason = Reason("other_value", f"{left.value} and {right.value} can't both be right.", left.value, right.value)
    hints = [slip(x, y) for x, y in zip(sorted(a), sorted(b), strict=False) if x != y]
    return _verdict("conflict", reason, hint=hints[0] if len(hints) == 1 else "")


def _band(quantity: Quantity, common: str) -> _Band:
    """The quantity in the common unit, with what its approximator and its rounding allow."""
    share = 0.01 if quantity.unit == "%" else 1.0
    step = _step(quantity)
    least, most = _stretch(quantity)
    low, high = convert(quantity.low * share, quantity.high * share, _unit(quantity), common)
    around = convert(least * share, quantity.high * share if most == inf else most * share, _unit(quantity), common)
    wide = convert(quantity.low * share, (quantity.low + step) * share, _unit(quantity), common)
    return _Band(low, high, min(around[0], low), inf if most == inf else max(around[1], high), abs(wide[1] - wide[0]))


def _step(quantity: Quantity) -> float:
    """The worth of the last significant digit written: 100 for "1,500", 0.1 for "2.9"."""
    size = abs(quantity.high)
    if quantity.form == "percent" and size % 1 == 0:
        return 1.0
    return 10.0 ** (floor(log10(size)) - quantity.digits + 1) if size else 1.0


def _stretch(quantity: Quantity) -> tuple[float, float]:
    """The least and the most the words allow, in the quantity's own unit."""
    low, high = quantity.low, quantity.high
    slack = max(_ABOUT * high, 1.0 if high >= 5 and high % 1 == 0 else 0.0)
    return {
        "": (low, high),
        "about": (low - slack, high + slack),
        "nearly": (low - slack, high),
        "over": (low, high * _OVER),
        "under": (low * _UNDER, high),
        "at least": (low, inf),
        "at most": (0.0, high),
    }[quantity.approximator]


def _judge(left: Quantity, right: Quantity, a: _Band, b: _Band) -> QuantityComparison:
    """The verdict on two quantities in one unit."""
    notes = (_converted(left, right, a, b),) if _unit(left) != _unit(right) else ()
    if isclose(a.low, b.low) and isclose(a.high, b.high):
        return _same_number(left, right, notes)
    if left.form == "ordinal":
        return _conflict(left, right, a, b, notes)
    if left.low < left.high or right.low < right.high:
        return _ranges(left, right, a, b, notes)
    if left.approximator or right.approximator:
        return _stretched(left, right, a, b, notes)
    if _rounds(left, right, a, b):
        sentence = f"{in_words(left)} and {in_words(right)} are one number at two precisions."
        return _verdict(
            "rounding",
            *notes,
            Reason("rounding", sentence, left.value, right.value),
            difference=_gap(left, right, a, b),
        )
    return _conflict(left, right, a, b, notes)


def _converted(left: Quantity, right: Quantity, a: _Band, b: _Band) -> Reason:
    unit = min(_unit(left), _unit(right))
    sentence = f"In {unit_in_words(unit)} the two are {_said(a)} and {_said(b)}."
    return Reason("unit_converted", sentence, left.value, right.value)


def _said(band: _Band) -> str:
    low, high = grouped(band.low), grouped(band.high)
    return low if low == high else f"{low} to {high}"


def _same_number(left: Quantity, right: Quantity, notes: tuple[Reason, ...]) -> QuantityComparison:
    """The same figure: equal, or made less exact by a word on one side, or bounded from opposite sides."""
    words = left.approximator, right.approximator
    if words in _OPPOSITE:
        sentence = f"One says {words[0]}, the other {words[1]}."
        return _verdict("conflict", *notes, Reason("opposite_bounds", sentence, left.value, right.value))
    if words[0] != words[1]:
        sentence = f"The same figure, {_worded(words[0])} in one and {_worded(words[1])} in the other."
        return _verdict("rounding", *notes, Reason("approximator", sentence, left.value, right.value))
    return _verdict("equal", *notes, Reason("same_value", "Both give the same figure.", left.value, right.value))


def _worded(approximator: str) -> str:
    return f"with “{approximator}”" if approximator else "without a qualifying word"


def _ranges(left: Quantity, right: Quantity, a: _Band, b: _Band, notes: tuple[Reason, ...]) -> QuantityComparison:
    """At least one side is a range."""
    inside = (a.low <= b.low and b.high <= a.high) or (b.low <= a.low and a.high <= b.high)
    if inside:
        return _verdict("contained", *notes, Reason("contained", "One lies within the other.", left.value, right.value))
    if max(a.low, b.low) <= min(a.high, b.high):
        return _verdict("contained", *notes, Reason("overlap", "The two ranges overlap.", left.value, right.value))
    return _stretched(left, right, a, b, notes)


def _stretched(left: Quantity, right: Quantity, a: _Band, b: _Band, notes: tuple[Reason, ...]) -> QuantityComparison:
    """At least one side has an approximator: they agree where what the words allow meets."""
    if max(a.least, b.least) > min(a.most, b.most) or _beyond_strict(left, right, a, b):
        return _conflict(left, right, a, b, notes)
    difference = _gap(left, right, a, b)
    if (inf in (a.most, b.most) or 0.0 in (a.least, b.least)) and not _near(a, b):
        sentence = f"{in_words(left)} is a bound that {in_words(right)} keeps."
        return _verdict("contained", *notes, Reason("bound", sentence, left.value, right.value), difference=difference)
    sentence = f"{in_words(left)} and {in_words(right)} can mean the same number."
    return _verdict(
        "rounding", *notes, Reason("approximator", sentence, left.value, right.value), difference=difference
    )


def _beyond_strict(left: Quantity, right: Quantity, a: _Band, b: _Band) -> bool:
    """The words "over" and "under" leave their own number out; bands that only touch there don't meet."""
    touch = isclose(a.most, b.least) or isclose(b.most, a.least)
    return touch and bool({left.approximator, right.approximator} & {"over", "under"})


def _near(a: _Band, b: _Band) -> bool:
    return abs(a.low - b.low) <= _ABOUT * max(a.high, b.high)


def _rounds(left: Quantity, right: Quantity, a: _Band, b: _Band) -> bool:
    """Whether the coarser of two unmarked numbers stands for the finer one."""
    gap, size = max(a.low, b.low) - min(a.high, b.high), max(a.high, b.high)
    if _unit(left) != _unit(right):
        return gap <= min((a.step + b.step) / 2, _ROUND * size) * (1 + 1e-9)
    whole = left.high % 1 == right.high % 1 == 0 and _KINDS[left.form] != "share"
    if whole and (size < _EXACT_BELOW or (size < _NEXT_BELOW and gap == 1)):
        return False
    coarse, fine = max(a.step, b.step), min(a.step, b.step)
    cut = coarse <= 1 and (a.step < b.step) == (a.low > b.low)  # 46.7 without its decimals is 46
    most = coarse * (1 - 1e-9) if cut else coarse / 2 * (1 + 1e-9)
    return not isclose(coarse, fine) and gap <= most and gap < _ROUND * size * (1 - 1e-9)


def _conflict(left: Quantity, right: Quantity, a: _Band, b: _Band, notes: tuple[Reason, ...]) -> QuantityComparison:
    hint: Slip = ""
    if _unit(left) == _unit(right):
        hint = slip(_digits(left), _digits(right))
    gap = _gap(left, right, a, b)
    sentence = f"{in_words(left)} and {in_words(right)} can't both be right."
    reason = Reason("other_value", sentence, left.value, right.value)
    if not hint:
        return _verdict("conflict", *notes, reason, difference=gap)
    slipped = Reason("slip", f"The two differ as by a slip of the pen: {hint}.", left.value, right.value)
    return _verdict(
        "conflict", *notes, reason, slipped, difference=hint if hint.startswith("factor") else gap, hint=hint
    )


def _digits(quantity: Quantity) -> str:
    return quantity.value.lstrip("~").split(" ", maxsplit=1)[0]


def _gap(left: Quantity, right: Quantity, a: _Band, b: _Band) -> str:
    """The gap in words a reader can use, with its unit."""
    gap = max(a.low, b.low) - min(a.high, b.high)
    if gap <= 0:
        return ""
    if _KINDS[left.form] == "share":
        return f"{grouped(gap * 100)} percentage points"
    unit = unit_in_words(min(_unit(left), _unit(right)))
    return f"{grouped(gap)} {unit[:-1] if gap == 1 and unit.endswith('s') else unit}".strip()
