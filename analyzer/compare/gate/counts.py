"""Whether two numbers count or measure one thing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analyzer.compare.context.counted_kinds import STATES, akin, contrasted, side, spoken_of
from analyzer.compare.context.rarity import words
from analyzer.model import Reason

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.rivals import Rivals


ALIKE = 0.9  # share of the tellings of one number that name the same kind of thing
MOST = 2.0  # log odds where hardly another number of the collection counts that kind
# Log odds where one of two numbers is of the rest alone, or is told as a part: "75 dead, of whom 46 were found" is no
# less the number of bodies another text tells of than any other.
OTHERS, PART = -4.0, -0.5
APART, UNALIKE = -3.0, -1.5  # log odds where two things are told apart, or merely go by two words


def others(left: Context, right: Context) -> tuple[float, Reason | None]:
    """Log odds against one thing where only one number is that of "others" or "of whom"."""
    if left.claim.kind != "number" or left.remainder == right.remainder:
        return 0.0, None
    if "rest" in {left.remainder, right.remainder}:
        return OTHERS, Reason("counted", "One of the two counts only the others, besides those already named.")
    return PART, Reason("counted", "One of the two counts a part of those just counted.")


def counted(left: Context, right: Context, rivals: Rivals) -> tuple[float, Reason | None]:
    """Log odds that two numbers are of one thing, by what they are told to count or measure.

    That both count men says little where every other number does (`rivals`).
    """
    if left.claim.kind != "number":
        return 0.0, None
    common = left.counted & right.counted
    if common:
        usual = min(rivals.share(key) for key in common)
        return min(MOST, math.log(ALIKE / usual)) + 0.5 * (left.counted == right.counted), Reason(
            "counted", f"Both count {_spelled(left, right, common)}."
        )
    if left.document == right.document:
        return _within(left, right)
    return (_measured if left.claim.quantity and left.claim.quantity.unit else _between)(left, right)


def _between(left: Context, right: Context) -> tuple[float, Reason | None]:
    """Two sources may count one thing by two words, or not say what they count."""
    if not left.counted or not right.counted:
        return (-0.5 if left.counted or right.counted else -0.3), None
    named = f"{left.claim.counted} v {right.claim.counted}"
    if akin(left.counted, right.counted):
        befell = (left.counted | right.counted) & STATES.keys()
        return -1.0 if befell else -0.5, Reason("counted", f"{named}: one may be the general word for the other.")
    weight = APART if told_apart(left, right) else UNALIKE
    return weight, Reason("counted", f"{named}: different things are counted.")


def told_apart(left: Context, right: Context) -> bool:
    """Whether two counts of two texts are of different things for sure.

    The words are known for it, or one of the sentences speaks of both: "40 mules and 12 carts".
    """
    if left.counted & right.counted or not left.counted or not right.counted:
        return False
    if akin(left.counted, right.counted):
        return False
    return contrasted(left.counted, right.counted) or _speaks_of(left, right) or _speaks_of(right, left)


def _speaks_of(one: Context, other: Context) -> bool:
    """Whether a sentence names the thing that another counts, and counts something else."""
    return any(spoken_of(thing) & one.spelled.keys() for thing in other.counted)


def _within(left: Context, right: Context) -> tuple[float, Reason | None]:
    """One source that counts two things counts two things."""
    if left.counted and right.counted:
        general = "person" in left.counted | right.counted
        return -1.0 if general else APART, Reason(
            "counted", f"{left.claim.counted} v {right.claim.counted}: different things are counted."
        )
    unit = left.claim.quantity.unit if left.claim.quantity else ""
    return (-1.0 if left.counted or right.counted or not unit else 0.0), None


def _measured(left: Context, right: Context) -> tuple[float, Reason | None]:
    """Two sources may name what they measure by two words; the side of it that they measure is one."""
    one, other = (side(words(c.claim.counted)) for c in (left, right))
    if one and one == other:
        return 1.0, Reason("counted", f"Both measure the {one}.")
    if left.counted & right.features.keys() or right.counted & left.features.keys():
        return 1.0, Reason("counted", f"Both measure {_spelled(left, right, left.counted | right.counted)}.")
    return 0.0, None


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
