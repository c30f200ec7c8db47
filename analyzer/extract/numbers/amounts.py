"""One written number at a place in a sentence: numerals, number words, or both ("3.5 million")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from analyzer.extract.numbers.lexicon import DASHES, DENOMINATORS, GROUPS, SCALES, SMALL, TENS, VULGAR
from analyzer.extract.numbers.tokens import Token, at, touching

_SEPARATORS = re.compile(r"[,'’\s]")
_WHOLE = frozenset(("one", "a", "an"))


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

    >>> [significant(Decimal(x)) for x in ("15000", "2.50", "105", "0.5", "0")]
    [2, 3, 3, 1, 1]
    """
    _, digits, exponent = value.as_tuple()
    count = len(digits)
    if isinstance(exponent, int) and exponent >= 0:
        count = len("".join(map(str, digits)).rstrip("0"))
    return max(1, count)


def read_amount(tokens: list[Token], i: int) -> Amount | None:
    """The number that begins at token `i`, as long as it goes; None when none begins there."""
    token = at(tokens, i)
    if token.kind == "numeral":
        return _scaled(tokens, _numeral(tokens, i))
    if token.text in VULGAR:
        value = VULGAR[token.text]
        return _scaled(tokens, Amount(value, 1, i, i, spelled=False, fraction=True))
    if token.kind == "word":
        return _share(tokens, i) or _words(tokens, i)
    return None


def _numeral(tokens: list[Token], i: int) -> Amount:
    """Digits with separators, and a fraction glued or set beside them ("3½", "2 1/2", "1/3")."""
    text = _SEPARATORS.sub("", tokens[i].text)
    text = text.replace(".", "") if text.count(".") > 1 else text.replace("·", ".")
    value = Decimal(text)
    if at(tokens, i + 1).text in VULGAR:
        return Amount(value + VULGAR[tokens[i + 1].text], significant(value) + 1, i, i + 1, spelled=False)
    quotient = _quotient(tokens, i)
    if quotient is not None:
        return quotient
    beside = _quotient(tokens, i + 1)
    if beside is not None and beside.fraction and "." not in text:
        return Amount(value + beside.value, significant(value) + 1, i, beside.last, spelled=False)
    return Amount(value, significant(value), i, i, spelled=False)


def _quotient(tokens: list[Token], i: int) -> Amount | None:
    """A fraction in digits with a small usual denominator: "2/3", "7/8"; a season "1917/18" is none."""
    above, bar, below = at(tokens, i), at(tokens, i + 1), at(tokens, i + 2)
    if not (above.kind == below.kind == "numeral" and bar.text in ("/", "⁄")):
        return None
    if not (above.text.isdecimal() and below.text.isdecimal() and at(tokens, i + 3).text != "/"):
        return None
    top, bottom = int(above.text), int(below.text)
    if not 0 < top < bottom or bottom not in (2, 3, 4, 5, 6, 8, 10, 16, 32, 64):
        return None
    return Amount(Decimal(top) / bottom, 2, i, i + 2, spelled=False, fraction=True)


def _scaled(tokens: list[Token], amount: Amount) -> Amount:
    """The amount times the scale words that follow: "3 million", "2 dozen", "300-thousand"."""
    value, last = amount.value, amount.last
    while True:
        step = 2 if at(tokens, last + 1).text in DASHES and touching(tokens, last + 2) else 1
        word = at(tokens, last + step).lower
        factor = SCALES.get(word) or (12 if word == "dozen" else 0)
        if not factor:
            return Amount(
                value,
                amount.digits,
                amount.first,
                last,
                amount.spelled,
                fraction=amount.fraction and last == amount.last,
            )
        value, last = value * factor, last + step


def _share(tokens: list[Token], i: int) -> Amount | None:
    """A fraction in words: "half", "one-third", "two thirds", "three quarters", "half a million", "half a dozen"."""
    word = tokens[i].lower
    if word == "half":
        return _share_of_scale(tokens, Amount(Decimal("0.5"), 1, i, i, spelled=True, fraction=True))
    top = 1 if word in ("a", "one") else SMALL.get(word, 0)
    j = i + 2 if at(tokens, i + 1).text in DASHES else i + 1
    bottom = DENOMINATORS.get(at(tokens, j).lower, 0)
    plural = at(tokens, j).lower.endswith("s") or at(tokens, j).lower == "halves"
    if not top or not bottom or top >= bottom or (top > 1) != plural:
        return None
    if word == "a" and bottom not in (2, 3, 4, 5, 10):
        return None
    return _share_of_scale(tokens, Amount(Decimal(top) / bottom, 2, i, j, spelled=True, fraction=True))


def _share_of_scale(tokens: list[Token], share: Amount) -> Amount:
    """ "half a million" is 500,000; a bare share stays a share."""
    j = share.last + 1
    j += at(tokens, j).lower == "of"
    word = at(tokens, j + 1).lower
    factor = SCALES.get(word) or GROUPS.get(word, 0)
    if at(tokens, j).lower in _WHOLE and factor and word != "gross":
        return Amount(share.value * factor, share.digits, share.first, j + 1, spelled=True)
    return share


def _words(tokens: list[Token], i: int) -> Amount | None:
    """A number in words: "twenty-three", "a hundred and five", "three and a half million", "two dozen"."""
    j, total, current, smallest, halves = i, 0, -1, 10**15, False
    if tokens[i].lower in ("a", "an"):
        nearest = at(tokens, i + 1).lower
        if nearest not in SCALES and not (
            nearest == "dozen" or (nearest == "score" and at(tokens, i + 2).lower == "of")
        ):
            return None
        current, j = 1, i + 1
    last = -1
    while True:
        word = at(tokens, j).lower
        if word in SCALES and current > 0:
            factor = SCALES[word]
            if factor == 100:
                current *= 100
            elif factor < smallest:
                total, current, smallest = total + current * factor, 0, factor
            else:
                break
        elif (
            word in GROUPS
            and word != "gross"
            and current > 0
            and (word == "dozen" or at(tokens, j + 1).lower in ("of", "and"))
        ):
            current *= GROUPS[word]
        elif word in TENS and (current < 0 or current % 100 == 0):
            current = max(current, 0) + TENS[word]
        elif word in SMALL and (current < 0 or _fits(current, SMALL[word])):
            current = max(current, 0) + SMALL[word]
        else:
            break
        last, j = j, j + 1
        j, halves = _join(tokens, j)
        if halves:
            break
    if last < 0:
        return None
    value = Decimal(total + max(current, 0))
    if halves:
        return _scaled(tokens, Amount(value + Decimal("0.5"), significant(value) + 1, i, last + 3, spelled=True))
    return _after_scale(tokens, Amount(value, significant(value), i, last, spelled=True))


def _fits(current: int, small: int) -> bool:
    """Whether a number below twenty may follow what was read: after a bare ten, or after hundreds."""
    return current % 100 == 0 or (current % 10 == 0 and current % 100 >= 20 and 0 < small < 10)


def _join(tokens: list[Token], j: int) -> tuple[int, bool]:
    """Index after a joining hyphen or "and"; True when "and a half" follows."""
    token, after = at(tokens, j), at(tokens, j + 1).lower
    if token.text in ("-", "‐", "‑") and touching(tokens, j) and (after in SMALL or after in SCALES):
        return j + 1, False
    if token.lower == "and":
        if after == "a" and at(tokens, j + 2).lower == "half":
            return j, True
        before = at(tokens, j - 1).lower
        if before in SCALES and (after in SMALL or after in TENS):
            return j + 1, False
    return j, False


def _after_scale(tokens: list[Token], amount: Amount) -> Amount:
    """ "a million and a half" adds half of the last scale."""
    words = [at(tokens, amount.last + k).lower for k in (0, 1, 2, 3)]
    if words[0] in SCALES and words[1:] == ["and", "a", "half"]:
        value = amount.value + Decimal(SCALES[words[0]]) / 2
        return Amount(value, amount.digits + 1, amount.first, amount.last + 3, spelled=True)
    return amount
