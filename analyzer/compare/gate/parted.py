"""What parts two values of two sources by its sense, as evidence that is weighed with all other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.compare.gate.bars import objections
from analyzer.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analyzer.compare.context.contexts import Context
    from analyzer.compare.verdicts import Verdict

WEIGHT = -3.0  # natural-log odds of each before it is fitted
PREFIX = "parted_"


def parted(left: Context, right: Context, verdict: Verdict) -> dict[str, tuple[float, Reason | None]]:
    """Log odds for one fact by the name of each check, 0 where it says nothing, with the reason."""
    return {
        PREFIX + name: (WEIGHT, Reason(PREFIX + name, why)) if why else (0.0, None)
        for name, why in objections(left, right, verdict).items()
    }


def said(reasons: Iterable[Reason]) -> str:
    """The sentence of the first of these reasons that parts the two; empty without one."""
    return next((reason.sentence for reason in reasons if reason.code.startswith(PREFIX)), "")
