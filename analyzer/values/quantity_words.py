"""Quantities in words a reader knows: "about 1,500", "20 to 30 miles", "48 %"."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from analyzer.values.numerals import grouped

if TYPE_CHECKING:
    from analyzer.values.quantities import Quantity

# Only codes that don't read well by themselves; "km" and "kg" stay as they are.
_NAMES: Final = MappingProxyType(
    {
        "[mi_i]": "miles",
        "[nmi_i]": "nautical miles",
        "[ft_i]": "feet",
        "[in_i]": "inches",
        "[yd_i]": "yards",
        "[fth_i]": "fathoms",
        "[fur_us]": "furlongs",
        "[acr_us]": "acres",
        "har": "hectares",
        "[smi_us]": "square miles",
        "km2": "square kilometres",
        "m2": "square metres",
        "[sft_i]": "square feet",
        "[syd_i]": "square yards",
        "m3": "cubic metres",
        "[cft_i]": "cubic feet",
        "t": "tonnes",
        "[lton_av]": "long tons",
        "[ston_av]": "short tons",
        "[lb_av]": "pounds",
        "[oz_av]": "ounces",
        "[hp]": "horsepower",
        "[kn_i]": "knots",
        "[mi_i]/h": "miles an hour",
        "[gal_us]": "US gallons",
        "[gal_br]": "imperial gallons",
        "[degF]": "°F",
        "Cel": "°C",
        "deg": "degrees",
        "[MHz]": "MHz",
        "L": "litres",
        "A": "amperes",
        "h": "hours",
        "d": "days",
        "wk": "weeks",
        "mo": "months",
        "a": "years",
    }
)


def unit_in_words(unit: str) -> str:
    """The name of a unit given by its code; the bare code where it has none.

    >>> unit_in_words("[mi_i]"), unit_in_words("{ton}"), unit_in_words("[USD]"), unit_in_words("km")
    ('miles', 'tons', 'USD', 'km')
    """
    if unit.startswith("{"):
        return unit.strip("{}") + "s"
    return _NAMES.get(unit, unit.strip("[]"))


def in_words(quantity: Quantity) -> str:
    """The quantity as a reader would write it, with its approximator.

    >>> from analyzer.values.quantities import Quantity
    >>> in_words(Quantity("~1500 [mi_i]", 1500, 1500, "measure", "[mi_i]", "about", 2))
    'about 1,500 miles'
    """
    if quantity.form in ("vote", "score"):
        return quantity.value
    low, high = grouped(quantity.low), grouped(quantity.high)
    figure = low if low == high else f"{low} to {high}"
    return " ".join(part for part in (quantity.approximator, figure, unit_in_words(quantity.unit)) if part)
