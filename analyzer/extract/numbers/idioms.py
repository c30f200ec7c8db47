"""Number words that count nothing: "one another", "one day", "the one", "half past", "a third party"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analyzer.extract.numbers.lexicon import DASHES, FUNCTION_WORDS, NUMBER_WORDS, words
from analyzer.extract.numbers.nouns import is_plural
from analyzer.extract.numbers.phrases import phrase_right
from analyzer.extract.numbers.tokens import Token, at, touching

if TYPE_CHECKING:
    from analyzer.extract.numbers.amount import Amount

_ONE_BEFORE: Final = words(
    "the this that no each every any which only another number such as not some my his her its their our your first "
    "last "
    "every big little new old good great square at on do does did can could may might must should would will shall"
)
_ONE_AFTER: Final = words(
    "of another day night morning evening afternoon side hand thing time way point such who can may might must should "
    "could would has had is was does did by or and more man another's"
)
_HALF_AFTER: Final = words("past way brother sister hour time century later as an")
_HALF_BEFORE: Final = words(
    "first second other latter former better third fourth last next upper lower eastern western"
)


def is_idiom(tokens: list[Token], amount: Amount) -> bool:
    """Whether the number word counts nothing where it stands."""
    first = tokens[amount.first].lower
    if amount.fraction and at(tokens, amount.last + 1).lower == "time":
        return True
    if amount.fraction:
        return amount.spelled and _idle_share(tokens, amount)
    if amount.first != amount.last or not amount.spelled:
        return False
    if _points_back(tokens, amount) or _shapes(tokens, amount.last):
        return True
    if first == "one":
        return _idle_one(tokens, amount.first)
    return first == "zero" and at(tokens, amount.last + 1).lower in FUNCTION_WORDS


def _points_back(tokens: list[Token], amount: Amount) -> bool:
    """As in "the two bowed their heads", "a day or two": no noun of its own."""
    before = at(tokens, amount.first - 1).lower
    if before == "or" and at(tokens, amount.first - 2).lower not in NUMBER_WORDS:
        return _alone(tokens, amount.last + 1)
    if before not in ("the", "these", "those", "other"):
        return False
    phrase = phrase_right(tokens, amount.last + 1, plural=True)
    return phrase is None or not any(is_plural(token.lower) for token in tokens[amount.last + 1 : phrase.after])


def _shapes(tokens: list[Token], last: int) -> bool:
    """As in "three-pronged", "two-syllabled": an adjective."""
    hyphen = at(tokens, last + 1).text in DASHES and touching(tokens, last + 1) and touching(tokens, last + 2)
    return hyphen and at(tokens, last + 2).lower.endswith("ed")


def _alone(tokens: list[Token], i: int) -> bool:
    """Whether no noun follows: "the two would have preferred"."""
    after = at(tokens, i)
    return after.kind == "mark" or (after.lower in FUNCTION_WORDS and after.lower != "of")


def _idle_one(tokens: list[Token], i: int) -> bool:
    """As in "one" counts only before a noun: not as a pronoun, in "one of", "one day", "the one"."""
    before, after = at(tokens, i - 1), at(tokens, i + 1)
    if before.lower in _ONE_BEFORE or after.lower in _ONE_AFTER or after.kind != "word":
        return True
    if before.text in DASHES or (i > 0 and at(tokens, i).text[0].isupper()):
        return True
    return after.lower in FUNCTION_WORDS or after.lower.endswith(("s", "ed", "ly"))


def _idle_share(tokens: list[Token], amount: Amount) -> bool:
    """As in "half past", "half-brother", "the second half", "a third party"; "a third" and "a quarter" need an "of"."""
    before, after = at(tokens, amount.first - 1).lower, at(tokens, amount.last + 1)
    lead = at(tokens, amount.first).lower
    if lead == "half":
        if before in ("a", "one"):
            return after.lower != "of"
        return before in _HALF_BEFORE or after.lower in _HALF_AFTER or after.text in DASHES
    if lead == "a":
        return after.lower != "of"
    return (
        lead == "one"
        and at(tokens, amount.last).lower in ("half", "second", "third")
        and after.kind == "word"
        and after.lower not in ("of", "the")
    )
