"""Settles "sq. m." as square miles or square metres by the measures the whole text counts in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.extract.numbers.units import SQUARE_M

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analyzer.model import Claim

_MILES = re.compile(r"\b(?:miles?|acres?|sq\.?\s*mi|yards|feet)\b", re.IGNORECASE)
_METRES = re.compile(r"\b(?:(?:kilo|centi)?met(?:re|er)s?|\d\s?(?:km|m)|hectares?)\b", re.IGNORECASE)


def settle_squares(text: str, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims with an open "sq. m." made square miles where `text` counts more in miles than in metres."""
    rows = tuple(claims)
    if not any(claim.quantity and claim.quantity.unit == SQUARE_M for claim in rows):
        return rows
    miles, metres = (sum(1 for _ in pattern.finditer(text)) for pattern in (_MILES, _METRES))
    thirds = any("/" in text[claim.start : claim.end] for claim in rows if claim.quantity)
    english = miles > metres or (miles == metres and thirds)  # nobody counts thirds of a square metre
    return tuple(_settled(claim, "[smi_us]" if english else "m2") for claim in rows)


def _settled(claim: Claim, unit: str) -> Claim:
    if claim.quantity is None or claim.quantity.unit != SQUARE_M:
        return claim
    value = claim.value.replace(SQUARE_M, unit)
    return replace(claim, value=value, quantity=replace(claim.quantity, value=value, unit=unit))
