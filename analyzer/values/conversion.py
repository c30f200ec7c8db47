"""Converts between the units that texts use, by pint; open units (a ton, a gallon) become intervals."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

# UCUM code -> the names in pint of the least and the greatest unit it may mean.
_PINT: Final = MappingProxyType(
    {
        "km": ("kilometer",) * 2,
        "m": ("meter",) * 2,
        "cm": ("centimeter",) * 2,
        "mm": ("millimeter",) * 2,
        "[mi_i]": ("mile",) * 2,
        "[nmi_i]": ("nautical_mile",) * 2,
        "[ft_i]": ("foot",) * 2,
        "[in_i]": ("inch",) * 2,
        "[yd_i]": ("yard",) * 2,
        "[fth_i]": ("fathom",) * 2,
        "[fur_us]": ("furlong",) * 2,
        "{league}": ("league",) * 2,
        "[acr_us]": ("acre",) * 2,
        "har": ("hectare",) * 2,
        "[smi_us]": ("mile ** 2",) * 2,
        "km2": ("kilometer ** 2",) * 2,
        "m2": ("meter ** 2",) * 2,
        "[sft_i]": ("foot ** 2",) * 2,
        "[syd_i]": ("yard ** 2",) * 2,
        "m3": ("meter ** 3",) * 2,
        "[cft_i]": ("foot ** 3",) * 2,
        "kg": ("kilogram",) * 2,
        "g": ("gram",) * 2,
        "t": ("metric_ton",) * 2,
        "{ton}": ("short_ton", "long_ton"),
        "[lton_av]": ("long_ton",) * 2,
        "[ston_av]": ("short_ton",) * 2,
        "[lb_av]": ("pound",) * 2,
        "[oz_av]": ("ounce",) * 2,
        "[hp]": ("horsepower",) * 2,
        "kW": ("kilowatt",) * 2,
        "MW": ("megawatt",) * 2,
        "W": ("watt",) * 2,
        "[kn_i]": ("knot",) * 2,
        "[mi_i]/h": ("mile / hour",) * 2,
        "km/h": ("kilometer / hour",) * 2,
        "L": ("liter",) * 2,
        "{gal}": ("gallon", "imperial_gallon"),
        "[gal_us]": ("gallon",) * 2,
        "[gal_br]": ("imperial_gallon",) * 2,
        "{bushel}": ("bushel", "imperial_bushel"),
        "[degF]": ("degF",) * 2,
        "Cel": ("degC",) * 2,
        "Hz": ("hertz",) * 2,
        "[MHz]": ("megahertz",) * 2,
        "s": ("second",) * 2,
        "min": ("minute",) * 2,
        "h": ("hour",) * 2,
        "d": ("day",) * 2,
        "wk": ("week",) * 2,
        "mo": ("month",) * 2,
        "a": ("year",) * 2,
    }
)


def convertible(unit: str, other: str) -> bool:
    """Whether a quantity in one unit can be said in the other; units without a known size only in themselves."""
    if unit == other:
        return True
    if unit not in _PINT or other not in _PINT:
        return False
    import pint

    registry = pint.application_registry
    return bool(registry.get_dimensionality(_PINT[unit][0]) == registry.get_dimensionality(_PINT[other][0]))


def convert(low: float, high: float, unit: str, to: str) -> tuple[float, float]:
    """The interval `[low, high]` of `unit` in the unit `to`; wider than before where a unit is open.

    >>> convert(15, 15, "[mi_i]", "km")
    (24.14016, 24.14016)

    Raises:
        KeyError: a unit has no known size (ask `convertible` first).

    """
    if unit == to:
        return low, high
    import pint

    registry = pint.application_registry
    least, most = _PINT[unit]
    small, large = _PINT[to]
    return (
        round(float(registry.Quantity(low, least).to(large).magnitude), 9),
        round(float(registry.Quantity(high, most).to(small).magnitude), 9),
    )
