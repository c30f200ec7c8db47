"""Words for units of measure and money, with their codes.

Codes are UCUM (https://ucum.org). Where the text leaves the unit open (a ton, a gallon) the code is the UCUM
annotation `{ton}`, `{gal}`. Money has no UCUM code: the ISO 4217 code stands in square brackets (`[USD]`), for
currencies that have none the English singular (`[ducat]`).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from analyzer.extract.numbers.lexicon import words

_SPELLINGS: Final = {
    "km2": "km2 km²",
    "m2": "m2 m²",
    "m3": "m3 m³",
    "km": "km kms kilometre kilometres kilometer kilometers",
    "m": "m metre metres meter meters",
    "cm": "cm cms centimetre centimetres centimeter centimeters",
    "mm": "mm millimetre millimetres millimeter millimeters",
    "[mi_i]": "mi mile miles",
    "[nmi_i]": "nmi",
    "[ft_i]": "ft foot feet",
    "[in_i]": "inch inches",
    "[yd_i]": "yd yds yard yards",
    "[fth_i]": "fathom fathoms",
    "[fur_us]": "furlong furlongs",
    "{league}": "league leagues",
    "{verst}": "verst versts",
    "[acr_us]": "acre acres",
    "har": "ha hectare hectares",
    "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
    "g": "gram grams gramme grammes",
    "{ton}": "ton tons",
    "t": "tonne tonnes",
    "[lb_av]": "lb lbs",
    "[oz_av]": "oz ounce ounces",
    "[hp]": "hp horsepower",
    "[kn_i]": "knot knots kt kts kn",
    "kW": "kw kilowatt kilowatts",
    "MW": "mw megawatt megawatts",
    "W": "watt watts",
    "V": "volt volts",
    "A": "amp amps ampere amperes",
    "L": "litre litres liter liters",
    "{gal}": "gal gallon gallons",
    "{bushel}": "bushel bushels",
    "[degF]": "°f",
    "Cel": "°c",
    "deg": "degree degrees °",
    "Hz": "hz hertz",
    "[MHz]": "mhz",
    "[mi_i]/h": "mph",
    "km/h": "kph kmh",
    "Mt": "megaton megatons",
    "kt": "kiloton kilotons",
    "h": "hour hours hr hrs",
    "min": "minute minutes",
    "s": "second seconds",
    "d": "day days",
    "wk": "week weeks",
    "mo": "month months",
    "a": "year years",
}
_PHRASES: Final = {
    ("square", "miles"): "[smi_us]",
    ("square", "mile"): "[smi_us]",
    ("sq", "mi"): "[smi_us]",
    ("sq", "mile"): "[smi_us]",
    ("sq", "miles"): "[smi_us]",
    ("sq", "metres"): "m2",
    ("sq", "meters"): "m2",
    ("sq", "m"): "m2",
    ("sq", "yards"): "[syd_i]",
    ("sq", "yds"): "[syd_i]",
    ("sq", "feet"): "[sft_i]",
    ("square", "kilometres"): "km2",
    ("square", "kilometers"): "km2",
    ("square", "kilometre"): "km2",
    ("square", "kilometer"): "km2",
    ("sq", "km"): "km2",
    ("square", "metres"): "m2",
    ("square", "meters"): "m2",
    ("square", "foot"): "[sft_i]",
    ("square", "feet"): "[sft_i]",
    ("sq", "ft"): "[sft_i]",
    ("square", "yards"): "[syd_i]",
    ("cubic", "metres"): "m3",
    ("cubic", "meters"): "m3",
    ("cubic", "feet"): "[cft_i]",
    ("nautical", "miles"): "[nmi_i]",
    ("nautical", "mile"): "[nmi_i]",
    ("sea", "miles"): "[nmi_i]",
    ("statute", "miles"): "[mi_i]",
    ("english", "miles"): "[mi_i]",
    ("long", "tons"): "[lton_av]",
    ("short", "tons"): "[ston_av]",
    ("metric", "tons"): "t",
    ("metric", "tonnes"): "t",
    ("horse", "power"): "[hp]",
    ("degrees", "fahrenheit"): "[degF]",
    ("degrees", "celsius"): "Cel",
    ("degrees", "centigrade"): "Cel",
    ("imperial", "gallons"): "[gal_br]",
    ("us", "gallons"): "[gal_us]",
    ("american", "gallons"): "[gal_us]",
    ("miles", "per", "hour"): "[mi_i]/h",
    ("kilometres", "per", "hour"): "km/h",
    ("kilometers", "per", "hour"): "km/h",
    ("miles", "an", "hour"): "[mi_i]/h",
    ("km", "/", "h"): "km/h",
    ("°", "f"): "[degF]",
    ("°", "c"): "Cel",
    ("years", "of", "age"): "a",
}
_MONEY_WORDS: Final = {
    "[USD]": "dollar dollars",
    "[GBP]": "pound pounds sterling",
    "[EUR]": "euro euros",
    "[RUB]": "rouble roubles ruble rubles",
    "[JPY]": "yen",
    "[INR]": "rupee rupees",
    "[franc]": "franc francs",
    "[mark]": "mark marks reichsmark reichsmarks",
    "[guilder]": "guilder guilders gulden florin florins",
    "[ducat]": "ducat ducats",
    "[thaler]": "thaler thalers",
    "[livre]": "livre livres",
    "[lira]": "lira lire",
    "[peso]": "peso pesos",
    "[peseta]": "peseta pesetas",
    "[krona]": "krona kronor krone kroner",
    "[crown]": "crown crowns",
    "[guinea]": "guinea guineas",
    "[shilling]": "shilling shillings",
    "[penny]": "pence penny",
    "[cent]": "cent cents",
}

UNITS: Final = MappingProxyType({word: code for code, words in _SPELLINGS.items() for word in words.split()})
PHRASES: Final = MappingProxyType(_PHRASES)
MONEY: Final = MappingProxyType({word: code for code, words in _MONEY_WORDS.items() for word in words.split()})
SYMBOLS: Final = MappingProxyType({"$": "[USD]", "£": "[GBP]", "€": "[EUR]", "¥": "[JPY]", "₽": "[RUB]", "₹": "[INR]"})
SQUARE_M: Final = "{sq. m.}"  # square miles or metres, as the text counts in the one or the other
TIME_CODES: Final = frozenset(("s", "min", "h", "d", "wk", "mo", "a"))
# Abbreviations that are also letters or other words: units only right after a numeral.
SHORT: Final = words("m g h kt kts kn mw ha mi gal hp")
