"""Days whose years were inferred apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context


def years_apart(left: Context, right: Context) -> bool:
    """The years as read differ, and at least one is inferred: two events told in one month rather than one."""
    one, other = (c.claim.date.first if c.claim.date else None for c in (left, right))
    inferred = "year" in (*left.claim.inferred, *right.claim.inferred)
    return inferred and one is not None and other is not None and one.year != other.year
