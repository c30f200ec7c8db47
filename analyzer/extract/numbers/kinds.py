"""Which form a number has (measure, money, percent, age, count) and how far its unit words reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analyzer.extract.numbers.ages import is_age
from analyzer.extract.numbers.amounts import read_amount
from analyzer.extract.numbers.lexicon import DASHES, FUNCTION_WORDS
from analyzer.extract.numbers.nouns import is_plural
from analyzer.extract.numbers.tokens import Token, at, touching
from analyzer.extract.numbers.units import MONEY, PHRASES, SHORT, SQUARE_M, SYMBOLS, UNITS

if TYPE_CHECKING:
    from decimal import Decimal

    from analyzer.values.quantities import QuantityForm

_MONEY_SCALES: Final = {"m": 10**6, "mn": 10**6, "bn": 10**9, "k": 1_000}
_SCALES: Final = {"fahrenheit": "[degF]", "celsius": "Cel", "centigrade": "Cel"}
_PARTS: Final = {("[ft_i]", "[in_i]"): 12, ("[lb_av]", "[oz_av]"): 16}


@dataclass(frozen=True, slots=True)
class Kind:
    """Form and unit of a number; tokens `[first, last]` cover it; `scale` and `extra` change the value."""

    form: QuantityForm
    unit: str
    first: int
    last: int
    scale: int = 1
    extra: Decimal | None = None


def classify(tokens: list[Token], first: int, last: int, *, spelled: bool, share: bool = False) -> Kind:
    """The kind of the number in tokens `[first, last]`."""
    return (
        _money(tokens, first, last)
        or _percent(tokens, first, last)
        or _aged(tokens, first, last)
        or _measure(tokens, first, last, spelled=spelled, share=share)
        or Kind("cardinal", "", first, last)
    )


def _money(tokens: list[Token], first: int, last: int) -> Kind | None:
    """As in "$5 million", "£20,000", "300 roubles", "US$ 3m"."""
    unit = SYMBOLS.get(at(tokens, first - 1).text)
    if unit:
        scale, end = 1, last
        if touching(tokens, last + 1) and at(tokens, last + 1).lower in _MONEY_SCALES:
            scale, end = _MONEY_SCALES[tokens[last + 1].lower], last + 1
        return Kind("money", unit, first - 1, end, scale)
    step = 2 if at(tokens, last + 1).lower in ("gold", "silver", "us", "american", "sterling", "-") else 1
    word = at(tokens, last + step).lower
    if word not in MONEY or (word in ("pounds", "pound") and _is_weight(tokens, last + step)):
        return None
    return None if word in ("mark", "crown", "pound") and step == 1 else Kind("money", MONEY[word], first, last + step)


def _is_weight(tokens: list[Token], i: int) -> bool:
    """Pounds of a thing, or pounds in weight, are no money."""
    near = {at(tokens, k).lower for k in range(i - 6, i + 5)}
    if at(tokens, i + 1).lower in ("per", "to", "on") and near & {"square", "inch", "foot"}:
        return True  # a pressure
    return at(tokens, i + 1).lower == "of" or bool(
        near & {"weighed", "weighing", "weight", "weighs", "heavy", "ounces", "lb"}
    )


def _percent(tokens: list[Token], first: int, last: int) -> Kind | None:
    after = at(tokens, last + 1)
    if after.text == "%" or after.lower in ("percent", "pct"):
        return Kind("percent", "%", first, last + 1)
    if after.lower == "per" and at(tokens, last + 2).lower == "cent":
        return Kind("percent", "%", first, last + 2)
    return None


def _aged(tokens: list[Token], first: int, last: int) -> Kind | None:
    return Kind("age", "a", first, last) if is_age(tokens, first, last) else None


def _measure(tokens: list[Token], first: int, last: int, *, spelled: bool, share: bool) -> Kind | None:
    """As in "24 km", "a 500-foot tower", "5 feet 10 inches" (in inches)."""
    found = _unit(tokens, last + 1, spelled=spelled) or (_unit_of(tokens, last + 1) if share else None)
    if found is None:
        return None
    unit, end = found
    rest = read_amount(tokens, end + 1 + (at(tokens, end + 1).lower == "and"))
    part = _unit(tokens, rest.last + 1, spelled=rest.spelled) if rest else None
    if rest and unit == "[ft_i]" and at(tokens, rest.last + 1).lower == "in":
        part = "[in_i]", rest.last + 1
    if rest and part and (unit, part[0]) in _PARTS:
        return Kind("measure", part[0], first, part[1], _PARTS[unit, part[0]], rest.value)
    if unit == "deg":
        unit, end = _scale_after(tokens, end)
    if unit in ("Cel", "[degF]") and _is_minus(tokens, first - 1):
        return Kind("measure", unit, first - 1, end, -1)
    return Kind("measure", unit, first, end)


def _scale_after(tokens: list[Token], end: int) -> tuple[str, int]:
    """The scale of degrees where it follows at once: "75 degrees below zero, Fahrenheit"; the unit and its last token.

    "Below zero" itself is left to be read as the sign.
    """
    k = end + 1
    if at(tokens, k).lower == "below" and at(tokens, k + 1).lower == "zero":
        k += 2
    k += at(tokens, k).text in (",", "(")
    return _SCALES.get(at(tokens, k).lower, "deg"), end


def _is_minus(tokens: list[Token], i: int) -> bool:
    """A minus sign or the word, set before the number and apart from what stands before it."""
    return at(tokens, i).lower == "minus" or (
        at(tokens, i).text in ("-", "−", "–") and touching(tokens, i + 1) and not touching(tokens, i)
    )


def _unit_of(tokens: list[Token], i: int) -> tuple[str, int] | None:
    """As in "three-quarters of a mile", "half a pound of butter" (a weight, not money)."""
    i += at(tokens, i).lower == "of"
    if at(tokens, i).lower not in ("a", "an"):
        return None
    return ("[lb_av]", i + 1) if at(tokens, i + 1).lower == "pound" else _unit(tokens, i + 1, spelled=True)


def _unit(tokens: list[Token], i: int, *, spelled: bool) -> tuple[str, int] | None:
    """Code and last token of the unit words at token `i`, a hyphen before them allowed."""
    hyphen = at(tokens, i).text in DASHES and touching(tokens, i) and touching(tokens, i + 1)
    i += hyphen
    if at(tokens, i).lower == "sq" and at(tokens, i + 1).text == ".":
        return _square(at(tokens, i + 2), i + 2)
    for length in (3, 2):
        code = PHRASES.get(tuple(at(tokens, k).lower for k in range(i, i + length)))
        if code:
            return code, i + length - 1
    return _unit_word(tokens, i, spelled=spelled, hyphen=hyphen)


def _square(token: Token, i: int) -> tuple[str, int] | None:
    """The unit of area after "sq." at token `i`; "sq. m." is left open."""
    code = SQUARE_M if token.lower == "m" else PHRASES.get(("sq", token.lower))
    return (code, i) if code else None


def _unit_word(tokens: list[Token], i: int, *, spelled: bool, hyphen: bool) -> tuple[str, int] | None:
    """One word for a unit; words that also mean other things need the right company."""
    token, after = at(tokens, i), at(tokens, i + 1)
    if token.lower in ("pounds", "pound") and _is_weight(tokens, i):
        return "[lb_av]", i
    if token.lower == "in" and not spelled and after.text in (")", ",", ";", "."):
        return "[in_i]", i
    code = UNITS.get(token.lower)
    letter = (token.text.isupper() and len(token.text) == 1) or (token.lower in SHORT and spelled)
    noun_follows = is_plural(after.lower) and after.lower not in FUNCTION_WORDS and not hyphen
    if (
        code is None
        or letter
        or token.text == "kN"
        or (noun_follows and token.lower in ("foot", "second", "minute", "degree"))
    ):
        return None
    return code, i
