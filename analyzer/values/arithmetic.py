"""Checks the arithmetic a source gives: totals that are the sum of their parts, shares that fit their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.values.numerals import grouped

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class ArithmeticCheck:
    """Whether the figures hold, by how much they miss (0 when they hold), and the sum written out."""

    fits: bool
    difference: float
    sentence: str


def sum_fits(parts: Sequence[float], total: float, *, tolerance: float = 0.0) -> ArithmeticCheck:
    """Whether `parts` add up to `total`, give or take `tolerance` (same unit; for rounded figures half a last digit).

    `difference` is the sum less the total.

    >>> sum_fits((325, 285, 706), 1316).sentence
    '325 + 285 + 706 = 1,316'
    >>> sum_fits((12, 3), 16).sentence
    '12 + 3 = 15, not 16'

    Raises:
        ValueError: fewer than two parts.

    """
    if len(parts) < 2:
        raise ValueError("a sum needs two parts or more")
    reached = sum(sorted(parts))
    fits = abs(reached - total) <= tolerance + 1e-9 * max(1.0, abs(total))
    left = " + ".join(grouped(part) for part in parts)
    return ArithmeticCheck(fits, 0.0 if fits else reached - total, _written(left, reached, total, fits=fits))


def percent_fits(part: float, whole: float, percent: float, *, tolerance: float = 0.5) -> ArithmeticCheck:
    """Whether `part` is `percent` % of `whole`, give or take `tolerance` percentage points (default: a rounded figure).

    `difference` is the share reached less the share told, in percentage points.

    >>> percent_fits(705, 2224, 32).sentence
    '705 of 2,224 = 31.7 %, told as 32 %'

    Raises:
        ValueError: `whole` is not above zero.

    """
    if whole <= 0:
        raise ValueError(f"a share needs a whole above zero: {whole}")
    reached = 100 * part / whole
    fits = abs(reached - percent) <= tolerance + 1e-9
    told = "told as" if fits else "not"
    sentence = f"{grouped(part)} of {grouped(whole)} = {round(reached, 1):g} %, {told} {grouped(percent)} %"
    return ArithmeticCheck(fits, 0.0 if fits else reached - percent, sentence)


def _written(left: str, reached: float, total: float, *, fits: bool) -> str:
    said, told = grouped(reached), grouped(total)
    if said == told:
        return f"{left} = {said}"
    return f"{left} = {said}, told as {told}" if fits else f"{left} = {said}, not {told}"
