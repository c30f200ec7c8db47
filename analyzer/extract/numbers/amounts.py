"""One written number at a place in a sentence: numerals, number words, or both ("3.5 million")."""

from __future__ import annotations

import re
from decimal import Decimal

from analyzer.extract.numbers.amount import Amount, significant
from analyzer.extract.numbers.lexicon import DASHES, DENOMINATORS, GROUPS, HYPHENS, SCALES, SMALL, VULGAR
from analyzer.extract.numbers.spelled import read_spelled
from analyzer.extract.numbers.tokens import Token, at, touching
from analyzer.extract.numbers.units import PHRASES, UNITS

_SEPARATORS = re.compile(r"[,'’@\s]")
_WHOLE = frozenset(("one", "a", "an"))


def read_amount(tokens: list[Token], i: int) -> Amount | None:
    """The number that begins at token `i`, as long as it goes; None when none begins there."""
    token = at(tokens, i)
    if token.kind == "numeral":
        return _odds(tokens, i) or _scaled(tokens, _numeral(tokens, i))
    if token.text in VULGAR:
        value = VULGAR[token.text]
        return _scaled(tokens, Amount(value, 1, i, i, spelled=False, fraction=True))
    if token.kind == "word":
        return _odds(tokens, i) or _share(tokens, i) or _with_share(tokens, read_spelled(tokens, i))
    return None


def _with_share(tokens: list[Token], whole: Amount | None) -> Amount | None:
    """A whole number with a fraction after it, where a unit follows: "three and one-third square miles"."""
    if whole is None or at(tokens, whole.last + 1).lower != "and" or at(tokens, whole.last + 2).kind != "word":
        return whole
    share = _share(tokens, whole.last + 2)
    unit = [at(tokens, share.last + k).lower for k in (1, 2)] if share else []
    if share is None or not share.fraction or not (unit[0] in UNITS or tuple(unit) in PHRASES):
        return whole
    return Amount(whole.value + share.value, whole.digits + 1, whole.first, share.last, spelled=True)


def _odds(tokens: list[Token], i: int) -> Amount | None:
    """A share as odds: "one in ten", "two out of three"."""
    top = _small(at(tokens, i))
    joint = [at(tokens, i + k).lower for k in (1, 2)]
    j = i + 3 if joint == ["out", "of"] else i + 2
    bottom = _small(at(tokens, j))
    if (
        top == 1
        and joint[0] == "in"
        and at(tokens, j).kind == "numeral"
        and "." in tokens[j].text
        and _numeral(tokens, j).value > 1
    ):
        return Amount(1 / _numeral(tokens, j).value, 3, i, j, spelled=False, fraction=True)
    if not 0 < top < bottom or (j == i + 2 and (joint[0] != "in" or (top > 1 and bottom not in (10, 100)))):
        return None
    return Amount(Decimal(top) / bottom, 2, i, j, spelled=True, fraction=True)


def _small(token: Token) -> int:
    """A whole number below a thousand in one token; 0 for anything else."""
    if token.kind == "numeral":
        return int(token.text) if token.text.isdecimal() and len(token.text) < 4 else 0
    return SMALL.get(token.lower, 0)


def _numeral(tokens: list[Token], i: int) -> Amount:
    """Digits with separators, and a fraction glued or set beside them ("3½", "2 1/2", "2-1/2", "1/3")."""
    text = _SEPARATORS.sub("", tokens[i].text)
    text = text.replace(".", "") if text.count(".") > 1 else text.replace("·", ".")
    value = Decimal(text)
    if at(tokens, i + 1).text in VULGAR:
        return Amount(value + VULGAR[tokens[i + 1].text], significant(value) + 1, i, i + 1, spelled=False)
    quotient = _quotient(tokens, i)
    if quotient is not None:
        return quotient
    hyphen = at(tokens, i + 1).text in HYPHENS and touching(tokens, i + 1) and touching(tokens, i + 2)
    beside = _quotient(tokens, i + 1 + hyphen)
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
    """As in "half a million" is 500,000; a bare share stays a share."""
    j = share.last + 1
    j += at(tokens, j).lower == "of"
    word = at(tokens, j + 1).lower
    factor = SCALES.get(word) or GROUPS.get(word, 0)
    if at(tokens, j).lower in _WHOLE and factor and word != "gross":
        return Amount(share.value * factor, share.digits, share.first, j + 1, spelled=True)
    return share
