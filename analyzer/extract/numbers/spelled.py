"""Numbers in words: "twenty-three", "a hundred and five", "three and a half million", "two dozen"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from analyzer.extract.numbers.amount import Amount, significant
from analyzer.extract.numbers.lexicon import GROUPS, SCALES, SMALL, TENS
from analyzer.extract.numbers.tokens import Token, at, touching


class _Sum(NamedTuple):
    """What was read so far: closed thousands, the open part below them (-1: none yet), the last scale closed."""

    total: int = 0
    open: int = -1
    scale: int = 10**15


def read_spelled(tokens: list[Token], i: int) -> Amount | None:
    """The number in words that begins at token `i`, as long as it goes; None when none begins there."""
    read, j, last = _Sum(), i, -1
    if tokens[i].lower in ("a", "an"):
        if not _counts_one(tokens, i + 1):
            return None
        read, j = _Sum(open=1), i + 1
    while True:
        step = _add(read, at(tokens, j).lower, at(tokens, j + 1).lower)
        if step is None:
            break
        read, last = step, j
        j = _join(tokens, j + 1)
    if last < 0:
        return None
    return _and_a_half(tokens, Amount(Decimal(read.total + max(read.open, 0)), 1, i, last, spelled=True))


def _counts_one(tokens: list[Token], i: int) -> bool:
    """Whether "a" before token `i` means one: a hundred, a dozen, a score of."""
    word = at(tokens, i).lower
    return word in SCALES or word == "dozen" or (word == "score" and at(tokens, i + 1).lower == "of")


def _add(read: _Sum, word: str, after: str) -> _Sum | None:
    """The sum with one more word; None when the word doesn't go on the number."""
    if word in SMALL:
        return read._replace(open=max(read.open, 0) + SMALL[word]) if _fits(read.open, SMALL[word]) else None
    if word in TENS:
        return read._replace(open=max(read.open, 0) + TENS[word]) if read.open < 0 or read.open % 100 == 0 else None
    return _multiply(read, word, after) if read.open > 0 else None


def _multiply(read: _Sum, word: str, after: str) -> _Sum | None:
    """The sum with a scale or group word applied to its open part."""
    if word == "hundred":
        return read._replace(open=read.open * 100) if read.open < 100 else None
    if word in SCALES and SCALES[word] < read.scale:
        return _Sum(read.total + read.open * SCALES[word], 0, SCALES[word])
    if word == "dozen" or (word == "score" and (after in ("of", "and") or read.open in (3, 4))):
        return read._replace(open=read.open * GROUPS[word])
    return None


def _fits(part: int, small: int) -> bool:
    """Whether a number below twenty may follow: at the start, after hundreds, or a digit after a bare ten."""
    return part < 0 or part % 100 == 0 or (part % 10 == 0 and part % 100 >= 20 and 0 < small < 10)


def _join(tokens: list[Token], j: int) -> int:
    """Index after a joining hyphen or "and" at token `j`; `j` itself where nothing joins."""
    token, after = at(tokens, j), at(tokens, j + 1).lower
    if token.text in ("-", "‐", "‑"):
        tens = at(tokens, j - 1).lower in TENS and 0 < SMALL.get(after, 0) < 10
        return j + 1 if tens or (touching(tokens, j) and (after in SMALL or after in SCALES)) else j
    joins = token.lower == "and" and at(tokens, j - 1).lower in SCALES and (after in SMALL or after in TENS)
    return j + 1 if joins else j


def _and_a_half(tokens: list[Token], amount: Amount) -> Amount:
    """Adds half of the last scale ("a million and a half") or half of one ("three and a half million")."""
    value, last = amount.value, amount.last
    if [at(tokens, last + k).lower for k in (1, 2, 3)] != ["and", "a", "half"]:
        return Amount(value, significant(value), amount.first, last, spelled=True)
    before, after = SCALES.get(tokens[last].lower, 1), SCALES.get(at(tokens, last + 4).lower, 1)
    factor, last = (after, last + 4) if before == 1 and after > 1 else (1, last + 3)
    value = (value + Decimal(before) / 2) * factor
    return Amount(value, significant(value), amount.first, last, spelled=True)
