"""Whether two numbers count or measure one thing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analyzer.model import Reason

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.rivals import Rivals


ALIKE = 0.9  # share of the tellings of one number that name the same kind of thing
MOST = 2.0  # log odds where hardly another number of the collection counts that kind


def counted(left: Context, right: Context, rivals: Rivals) -> tuple[float, Reason | None]:
    """Log odds that two numbers are of one thing, by what they are told to count or measure.

    That both count men says little where every other number does (`rivals`).
    """
    if left.claim.kind != "number":
        return 0.0, None
    if left.remainder != right.remainder:
        return -4.0, Reason("counted", "One of the two counts only the others, besides those already named.")
    common = left.counted & right.counted
    if common:
        usual = min(rivals.share(key) for key in common)
        return min(MOST, math.log(ALIKE / usual)) + 0.5 * (left.counted == right.counted), Reason(
            "counted", f"Both count {_spelled(left, right, common)}."
        )
    if left.counted and right.counted:
        general = "person" in left.counted | right.counted
        return -1.0 if general else -3.0, Reason(
            "counted", f"{left.claim.counted} v {right.claim.counted}: different things are counted."
        )
    unit = left.claim.quantity.unit if left.claim.quantity else ""
    between = left.document != right.document
    if unit and between and (left.counted & right.features.keys() or right.counted & left.features.keys()):
        return 1.0, Reason("counted", f"Both measure {_spelled(left, right, left.counted | right.counted)}.")
    return (-1.0 if left.counted or right.counted or not unit else 0.0), None


def _spelled(left: Context, right: Context, stems: frozenset[str]) -> str:
    """The words that stems stand for, as one of the texts writes them."""
    return ", ".join(sorted({left.spelled.get(stem) or right.spelled.get(stem, stem) for stem in stems}))


def wholes(left: Context, right: Context) -> tuple[float, Reason | None]:
    """Numbers counted out of one thing; out of two things they measure nothing in common."""
    if not left.whole or not right.whole:
        return 0.0, None
    share = len(left.whole & right.whole) / len(left.whole | right.whole)
    named = " ".join(left.spelled.get(w, w) for w in sorted(left.whole & right.whole))
    return 3.0 * share - 1.0, Reason(
        "whole", f"Both are counted out of: {named or 'nothing in common'}.", round(share, 3)
    )
