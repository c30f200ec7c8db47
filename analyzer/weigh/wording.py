"""Numbers and lists as a reader expects them in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.model import Interval


def percent(share: float) -> str:
    """A share 0-1 as a percentage; something is never rounded to nothing.

    >>> percent(0.254), percent(0.004), percent(0.0)
    ('25 %', 'under 1 %', '0 %')
    """
    return "under 1 %" if 0 < share < 0.01 else f"{100 * share:.0f} %"


def count(n: int, one: str, many: str) -> str:
    """A number with its noun.

    >>> count(1, "fact", "facts"), count(0, "fact", "facts")
    ('1 fact', '0 facts')
    """
    return f"{n} {one if n == 1 else many}"


def listed(names: Sequence[str]) -> str:
    """Names as a list in a sentence.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def between(share: Interval) -> str:
    """The interval of a share."""
    return f"90 % interval {percent(share.low)} to {percent(share.high)}"
