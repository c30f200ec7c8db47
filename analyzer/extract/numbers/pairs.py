"""Two numbers that belong together: ranges, votes and scores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from analyzer.extract.numbers.amount import Amount
from analyzer.extract.numbers.amounts import read_amount
from analyzer.extract.numbers.lexicon import DASHES, words
from analyzer.extract.numbers.tokens import Token, at
from analyzer.extract.numbers.units import SYMBOLS

Pairing = Literal["range", "vote", "score"]

_VOTE_WORDS: Final = words(
    "vote votes voted voting ballot ballots majority passed carried approved rejected ratified adopted elected motion "
    "resolution decision decided ruled senate accepted proposal abstained abstentions"
)
_SCORE_WORDS: Final = words(
    "won win wins winning lost lose losing loss beat beating beaten defeated defeat drew draw victory score scored "
    "match matches game games final league cup team tie"
)
_GROWTH: Final = words(
    "grew grow grown growing rose rise risen rising increased increase increasing expanded expanding expansion fell "
    "fall fallen falling dropped drop declined decline decreased reduced reduction raised swelled swollen cut "
    "shrank shrunk dwindled climbed jumped doubled growth swelling doubling tripled trebled"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two amounts in order of writing; `first` and `last` are the tokens covered."""

    left: Amount
    right: Amount
    pairing: Pairing
    first: int
    last: int


def read_pair(tokens: list[Token], left: Amount) -> Pair | None:
    """The pair that `left` begins; None when it stands alone."""
    j = left.last + 1
    j, votes = (j + 1, True) if at(tokens, j).lower == "votes" else (j, False)
    j += at(tokens, j).text == "%"
    j += at(tokens, j).text in DASHES and at(tokens, j + 1).lower in ("to", "or")
    joint = at(tokens, j)
    money = at(tokens, j + 1).text in SYMBOLS and at(tokens, left.first - 1).text in SYMBOLS
    right = read_amount(tokens, j + 1 + money) if joint.text in DASHES or joint.lower in ("to", "or", "and") else None
    if right is None or left.fraction != right.fraction:
        return None
    left = _share_scale(left, right) if joint.text in DASHES or joint.lower in ("to", "or") else left
    if joint.lower == "and":
        return _between(tokens, left, right)
    if joint.lower == "or":
        return _either(left, right)
    return _dashed(tokens, left, right, votes=votes)


def grows(tokens: list[Token], i: int) -> bool:
    """Whether a word of growth or decline stands in the twenty tokens before token `i`."""
    return any(token.lower in _GROWTH for token in tokens[max(0, i - 20) : i])


def _between(tokens: list[Token], left: Amount, right: Amount) -> Pair | None:
    """As in "between 200 and 300"."""
    if (
        at(tokens, left.first - 1 - (at(tokens, left.first - 1).text in SYMBOLS)).lower == "between"
        and left.value < right.value
    ):
        return Pair(left, right, "range", left.first, right.last)
    return None


def _either(left: Amount, right: Amount) -> Pair | None:
    """As in "five or six", "two or three hundred"."""
    near = left.value < right.value <= 2 * left.value + 1
    return Pair(left, right, "range", left.first, right.last) if near else None


def _dashed(tokens: list[Token], left: Amount, right: Amount, *, votes: bool) -> Pair | None:
    """As in "20 to 30", "20–30" are ranges; falling pairs are votes or scores where the sentence speaks of such."""
    pairing = "vote" if votes else _contest(tokens, left, right)
    if pairing is None and left.value < right.value:
        opened = at(tokens, left.first - 1).lower == "from" and grows(tokens, left.first - 1)
        return None if opened else Pair(left, right, "range", left.first, right.last)
    if pairing is None:
        return None
    last = right.last + (at(tokens, right.last + 1).lower == "votes")
    return Pair(left, right, pairing, left.first, last)


def _contest(tokens: list[Token], left: Amount, right: Amount) -> Pairing | None:
    """The kind of contest a pair of whole numbers counts; None when no word near tells of one."""
    if left.value % 1 or right.value % 1 or at(tokens, left.first - 1).lower == "from":
        return None
    near = {token.lower for token in tokens[max(0, left.first - 10) : right.last + 8]}
    dashed = at(tokens, left.last + 1).text in DASHES
    if near & _VOTE_WORDS and (dashed or left.value > right.value):
        return "vote"
    return "score" if near & _SCORE_WORDS and max(left.value, right.value) < 200 and dashed else None


def _share_scale(left: Amount, right: Amount) -> Amount:
    """In "two or three hundred", "2–3 million" the scale of the right number belongs to the left too."""
    scale = 1
    for factor in (10**12, 10**9, 10**6, 10**3, 100):
        if right.last > right.first and right.value >= factor and right.value / factor < 100:
            scale = factor
            break
    if scale == 1 or left.value >= 100 or right.value % (scale // 10) or left.value * scale >= right.value * 2:
        return left
    return Amount(left.value * scale, left.digits, left.first, left.last, left.spelled)
