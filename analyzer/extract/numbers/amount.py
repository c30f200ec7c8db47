"""A written number with the tokens it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Amount:
    """A number read from tokens `[first, last]`; `digits` counts the significant digits written."""

    value: Decimal
    digits: int
    first: int
    last: int
    spelled: bool
    fraction: bool = False


def significant(value: Decimal) -> int:
    """Significant digits of a number as written, trailing zeros before the point not counted; at least 1.

    >>> from decimal import Decimal
    >>> [significant(Decimal(x)) for x in ("15000", "2.50", "105", "0.5", "0")]
    [2, 3, 3, 1, 1]
    """
    _, digits, exponent = value.as_tuple()
    count = len(digits)
    if isinstance(exponent, int) and exponent >= 0:
        count = len("".join(map(str, digits)).rstrip("0"))
    return max(1, count)
