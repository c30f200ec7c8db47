"""Numbers that are labels and not quantities: page and chapter numbers, models, routes, years, names, coordinates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from analyzer.extract.numbers.lexicon import AUXILIARIES, DASHES, FUNCTION_WORDS, HYPHENS, NUMBER_WORDS, words
from analyzer.extract.numbers.nouns import is_plural
from analyzer.extract.numbers.tokens import Token, at, touching
from analyzer.extract.numbers.units import UNITS

if TYPE_CHECKING:
    from analyzer.extract.numbers.amount import Amount

# A number right after one of these names a part of a book, a place in an address or a thing of a series.
_LABELS: Final = words(
    "p pp page pages chapter chapters ch chap section sections sec vol vols volume volumes no nos number numbers № # "
    "part parts book act scene canto article articles art paragraph para clause verse verses psalm psalms figure fig "
    "table plate room rooms flight route highway line platform channel gate block cell model type mark mk class order "
    "decree op opp opus symphony sonata concerto quartet k bwv hob catalogue isbn issn doi id tel telephone phone fax "
    "item note notes footnote appendix question version phase stage grade level step day week season episode series "
    "issue sonnet squadron division regiment battery district ward precinct zone area pier berth boat lifeboat u deck "
    "cabin hms uss tf interstate apollo boeing airbus gemini chromosome column col lines folio fol ff matthew mark "
    "luke john genesis exodus corinthians romans isaiah samuel kings chronicles lot"
)
# After these a number is a label even before a plural noun.
_STRONG_LABELS: Final = words(
    "p pp page pages chapter chapters ch chap section sections vol vols volume volumes no nos nr № # fig art isbn tel "
    "op opp opus"
)
# In a name of two words or more ("Task Force 16") these bear a number, whatever stands after it.
_FORMATIONS: Final = words(
    "force group squadron division regiment battalion brigade company corps army fleet flotilla wing flight battery "
    "unit team patrol convoy"
)
_SURFACES: Final = words("sq square acre acres km2 km² m2 m² ha hectare hectares")
_LABELS_OF_WORDS: Final = words("chapter page act volume number part book scene verse stage phase deck cabin room")
_STREETS: Final = words("street st avenue ave road rd lane boulevard drive square place row terrace broadway")
_YEAR_LEADS: Final = words(
    "in since until till by from during after before early late mid and to or year summer spring winter autumn"
)
_MONTHS: Final = words(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sept sep oct nov dec"
)
_URLISH = re.compile(r"[/@=_\\&#%]")
_POSITIONS: Final = words("latitude longitude lat latitudes longitudes")
_POINTS: Final = words("n s e w north south east west northern southern latitude longitude")
_REACH: Final = 40  # tokens walked back at most, so that long lists are read in linear time
_LARGE: Final = 1000
_ROUGHLY: Final = words("about over nearly some almost under fully around only")
_AFTER_DIGITS: Final = frozenset(UNITS) | {"mn", "bn", "k", "th", "st", "nd", "rd"}
_CHAIN: Final = frozenset("/_@=\\&#")
_NOTE_MARKS: Final = frozenset(".”’:])?!")
_COORDINATE: Final = frozenset("°º′″'’\"”")


def is_label(tokens: list[Token], amount: Amount) -> bool:
    """Whether the number names something instead of counting it."""
    digits = not amount.spelled
    return (
        _after_label(tokens, amount)
        or _glued(tokens, amount)
        or (
            digits
            and (
                _year_like(tokens, amount)
                or _is_note(tokens, amount)
                or _listed(tokens, amount)
                or _clock_or_place(tokens, amount)
            )
        )
        or _named(tokens, amount)
        or (digits and _address(tokens, amount))
        or (amount.spelled and _spelled_year(tokens, amount))
    )


def is_gapped(tokens: list[Token], amount: Amount) -> bool:
    """A large number after a name that leaves out verb and noun: "Ulm lost 9,000 men, the Swiss 7,000"."""
    if amount.value < _LARGE or amount.spelled or "," not in tokens[amount.first].text:
        return False
    name = amount.first - 1
    while at(tokens, name).lower in _ROUGHLY:
        name -= 1
    if not at(tokens, name).text[:1].isupper():
        return False
    lead = name - 1
    while at(tokens, lead).lower == "the" or at(tokens, lead).text[:1].isupper():
        lead -= 1
    return at(tokens, lead).lower in (",", ";", "and", "but")


def _after_label(tokens: list[Token], amount: Amount) -> bool:
    """As in "p. 12", "Chapter Three", "Nos. 4 and 5", "Psalm 23:4"."""
    i = amount.first - 1
    near = i
    if at(tokens, i).text in (".", ":") or at(tokens, i).text in DASHES:
        i -= 1
    if at(tokens, i).kind == "numeral" or at(tokens, i).lower in ("and", "to", ","):
        i = _label_before_list(tokens, i)
    label = at(tokens, i)
    if i < near and at(tokens, near).text == ":" and label.text.islower() and label.lower not in _STRONG_LABELS:
        return False  # "during the day: 371 men"
    if i < near and at(tokens, near).text in HYPHENS and len(label.text) == 1 and label.text.isupper():
        return True
    if _formation(tokens, i):
        return i == near
    if label.lower not in _LABELS or (amount.spelled and not _label_of_words(label, tokens[amount.first])):
        return False
    noun = at(tokens, amount.last + 1)
    if noun.lower in ("per", "percent", "%") or (label.lower == "area" and noun.lower in _SURFACES):
        return False
    counts = is_plural(noun.lower) and noun.text.islower()
    return not (counts and (i != near or label.lower not in _STRONG_LABELS))


def _formation(tokens: list[Token], i: int) -> bool:
    """Whether the token ends the name of a body of troops or ships: "Task Force", "Torpedo Squadron"."""
    word, before = at(tokens, i), at(tokens, i - 1)
    return word.lower in _FORMATIONS and word.text[0].isupper() and before.text[:1].isupper() and before.text.isalpha()


def _label_of_words(label: Token, number: Token) -> bool:
    """Before a number in words only a few words are labels: "day one ship was lost" has none."""
    return label.text[0].isupper() or number.text[0].isupper() or label.lower in _LABELS_OF_WORDS


def _label_before_list(tokens: list[Token], i: int) -> int:
    """Walk back over "34–35", "4, 5 and 6" to the word that leads the list, some forty tokens at most."""
    for k in range(i, max(-1, i - _REACH), -1):
        listed = tokens[k].kind == "numeral" or tokens[k].text in DASHES or tokens[k].lower in (",", "and", "to", ".")
        if not listed:
            return k
    return -1


def _glued(tokens: list[Token], amount: Amount) -> bool:
    """Part of an id, a URL, a footnote mark or a longer number: touches letters, slashes or digits."""
    if amount.spelled:
        return False
    return _in_chain(tokens, amount.first) or _glued_before(tokens, amount.first) or _glued_after(tokens, amount.last)


def _glued_before(tokens: list[Token], i: int) -> bool:
    before = at(tokens, i - 1)
    return touching(tokens, i) and (
        before.kind != "mark" or before.text in _NOTE_MARKS or bool(_URLISH.match(before.text))
    )


def _glued_after(tokens: list[Token], i: int) -> bool:
    after = at(tokens, i + 1)
    if not touching(tokens, i + 1):
        return False
    if after.text in _CHAIN or (after.kind == "word" and after.lower not in _AFTER_DIGITS):
        return True
    joined = after.text in DASHES | {":", "."} and touching(tokens, i + 2)
    return joined and at(tokens, i + 2).kind == "numeral"


def _in_chain(tokens: list[Token], i: int) -> bool:
    """Whether the number ends a chain without spaces that has a slash or letters in it: an id."""
    for k in range(i, max(0, i - _REACH), -1):
        if not touching(tokens, k):
            return False
        before = tokens[k - 1]
        if before.text in _CHAIN or before.kind == "word":
            return True
        if before.text not in HYPHENS and before.kind != "numeral":
            return False
    return i > _REACH


def _is_note(tokens: list[Token], amount: Amount) -> bool:
    """A footnote digit that stands free after a mark: "the city", 4 which was"."""
    before, after = at(tokens, amount.first - 1), at(tokens, amount.last + 1)
    if before.text not in (",", ".", ";", "”", '"', "’", "'", ")") or len(tokens[amount.first].text) > 3:
        return False
    return after.lower in FUNCTION_WORDS - AUXILIARIES - {"of", "to", "or", "and", "in", "from", "at", "per", "more"}


def _year_like(tokens: list[Token], amount: Amount) -> bool:
    """Four bare digits that read as a year, or digits led by a nought, unless a unit or a plain plural follows."""
    text = tokens[amount.first].text
    if len(text) > 1 and text.isdecimal() and text[0] == "0":
        return True
    if not (amount.first == amount.last and text.isdecimal() and len(text) == 4 and 1000 <= int(text) <= 2100):
        return False
    before, after = at(tokens, amount.first - 1), at(tokens, amount.last + 1)
    if before.text in ("$", "£", "€", "¥"):
        return False
    if before.lower in ("the", "its", "this") and int(text) >= 1700:
        return True
    plural = after.kind == "word" and after.text.islower() and after.lower not in FUNCTION_WORDS
    plural = plural and (
        after.lower.endswith("s") or after.lower in ("men", "people", "women", "children", "m", "km", "ft")
    )
    return not plural or before.lower in _YEAR_LEADS


def _listed(tokens: list[Token], amount: Amount) -> bool:
    """The number of a list item: first in its sentence with a point or bracket after it; or alone in brackets."""
    before, after = at(tokens, amount.first - 1), at(tokens, amount.last + 1)
    if before.text in ("(", "[") and after.text in (")", "]"):
        return True
    return amount.first == 0 and (after.text in (".", ")", "]") or after.text == "")


def _clock_or_place(tokens: list[Token], amount: Amount) -> bool:
    """Part of a clock time or of a coordinate: 10:30, 9 p.m., 41°44′N."""
    before, after = at(tokens, amount.first - 1), at(tokens, amount.last + 1)
    if before.text in _COORDINATE and touching(tokens, amount.first) and before.text not in ("'", "’", '"', "”"):
        return True
    if after.text in ("′", "″") or _bears(tokens, amount):
        return True
    if after.text in ("°", "º") and at(tokens, amount.last + 2).lower not in ("f", "c"):
        return at(tokens, amount.last + 2).kind == "numeral" or at(tokens, amount.last + 2).text in tuple("NSEW")
    return after.lower in ("o'clock", "o’clock", "am", "pm") or (
        after.lower in ("a", "p") and at(tokens, amount.last + 2).text == "."
    )


def _bears(tokens: list[Token], amount: Amount) -> bool:
    """Whether the number is degrees or minutes of a position: "latitude 52", "67° 15' south", "30 degrees north"."""
    near = {at(tokens, amount.first - k).lower for k in (1, 2, 3)}
    if near & _POSITIONS or (
        at(tokens, amount.first - 1).text in ("°", "º") and at(tokens, amount.last + 1).text in ("'", "’")
    ):
        return True
    after = [at(tokens, amount.last + k).lower for k in range(1, 7)]
    return after[0] in ("'", "’", "°", "degrees", "deg", "minutes", "min") and bool(set(after[1:]) & _POINTS)


def _named(tokens: list[Token], amount: Amount) -> bool:
    """Part of a name: "Apollo 11", "World War Two", "Council of Ten", "Number Ten", "the Five-Year Plan"."""
    first, after = tokens[amount.first], at(tokens, amount.last + 1)
    before = at(tokens, amount.first - 1)
    lower_noun = after.kind == "word" and after.text[0].islower() and after.lower not in FUNCTION_WORDS
    if amount.spelled:
        return (
            amount.first > 0
            and first.text[0].isupper()
            and not lower_noun
            and before.text not in (".", "“", '"', "‘", ":")
        )
    if lower_noun or after.text == "%" or _entered(tokens, amount):
        return False
    if before.lower == "of" and amount.first > 2 and at(tokens, amount.first - 2).text[:1].isupper():
        return True
    capital = before.kind == "word" and before.text[0].isupper() and before.lower not in FUNCTION_WORDS
    return capital and amount.first > 1 and not lower_noun and before.lower not in _MONTHS and after.text != "%"


def _entered(tokens: list[Token], amount: Amount) -> bool:
    """A number with its thousands set off that an entry gives for a name: "Losses: Ulm 23,049; Bern 9,000"."""
    return "," in tokens[amount.first].text and at(tokens, amount.first - 2).text in (":", ";")


def _address(tokens: list[Token], amount: Amount) -> bool:
    """As in "10 Downing Street", "221 Baker St": a small bare number, capitals, a word for a street."""
    names = [at(tokens, amount.last + k) for k in (1, 2, 3)]
    if not (names[0].text[:1].isupper() and tokens[amount.first].text.isdecimal()):
        return False
    return any(token.lower in _STREETS and token.text[:1].isupper() for token in names[1:])


def _spelled_year(tokens: list[Token], amount: Amount) -> bool:
    """As in "nineteen seventeen": a number word right after another is a year in words or a list, no count."""
    after = at(tokens, amount.last + 1).lower
    before = at(tokens, amount.first - 1).lower
    return (after in NUMBER_WORDS and after not in ("thousand", "million")) or (
        before in NUMBER_WORDS and before != "one"
    )
