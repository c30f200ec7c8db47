"""Plain digits for numbers: no exponent, no separators, at most six decimals."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

_SIX = Decimal("0.000001")


def plain(value: Decimal) -> str:
    """The number in plain digits.

    >>> plain(Decimal("3.20")), plain(Decimal(2) / 3), plain(Decimal("1E+6"))
    ('3.2', '0.666667', '1000000')
    """
    exact = value if value == value.to_integral_value() else value.quantize(_SIX, ROUND_HALF_EVEN)
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def grouped(value: float) -> str:
    """The number for readers: commas between thousands, at most two decimals, below one two digits.

    >>> grouped(200000), grouped(2.5), grouped(0.00416)
    ('200,000', '2.5', '0.0042')
    """
    if 0 < abs(value) < 1:
        return plain(Decimal(f"{value:.2g}"))
    return f"{value:,.2f}".rstrip("0").rstrip(".")
