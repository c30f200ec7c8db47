"""What a number counts: the head of the noun phrase beside it, or the state or verb that stands for it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from analyzer.extract.numbers.lexicon import (
    AUXILIARIES,
    DENOMINATORS,
    DETERMINERS,
    FUNCTION_WORDS,
    NUMBER_WORDS,
    words,
)
from analyzer.extract.numbers.nouns import is_plural, singular
from analyzer.extract.numbers.phrases import phrase_right
from analyzer.extract.numbers.states import STATES, state_after, state_before
from analyzer.extract.numbers.tokens import Token, at

_REACH: Final = 12  # tokens to the left that are looked at
_GENERIC: Final = words("people person individual soul other life more being")
_GROUPING: Final = words(
    "population crew army force strength total number toll membership audience garrison majority fleet circulation "
    "sum fine debt speed area attendance enrolment enrollment budget capacity edition run turnout magnitude "
    "temperature rent reward pension loan grant"
)
_BODIES: Final = words("crew garrison population audience membership congregation")
_ATTRIBUTES: Final = MappingProxyType(
    {
        word: name
        for name, listed in {
            "length": "long length lengths",
            "width": "wide broad width breadth",
            "height": "high tall height altitude elevation clearance headway headroom",
            "depth": "deep depth draught",
            "thickness": "thick thickness",
            "distance": "away distant distance",
            "diameter": "diameter",
            "weight": "weight heavy weighed weighs weighing",
            "cost": "cost costs costing price expenditure outlay bill",
            "pay": "salary wage wages income pay stipend",
        }.items()
        for word in listed.split()
    }
)
_AFTER: Final = words("long wide broad high tall deep thick away distant")
_TOTALS: Final = words("number total toll count")
_PAID: Final = words("bought sold purchased acquired buying selling buys sells")
_RISES: Final = words("[ft_i] m [yd_i] foot feet metre metres meter meters yard yards")
_PARTS: Final = NUMBER_WORDS | frozenset(DENOMINATORS)
_DEAD: Final = words("killed dead drowned slain lost")
_DONE: Final = words("lost sunk written built sold taken given shot drawn torn burnt made sent held left")
_NUMBERING: Final = words("numbered numbering totalled totaled totalling totaling")
_REACHING: Final = words(
    "came come comes amounted amounts amounting ran rose stood stands put set reckoned estimated given"
)
_LOOSE: Final = words(
    "about some over nearly almost around approximately roughly only just exactly perhaps up to an estimated"
)


def counted(tokens: list[Token], first: int, last: int, *, plural: bool) -> str:
    """Lower-case lemma of what the number in tokens `[first, last]` counts, with its state; empty if untold."""
    phrase = phrase_right(tokens, last + 1, plural=plural)
    part = _is_whole(tokens, first)
    if phrase and (whole := _grouped(tokens, first)) and not is_plural(phrase.head) and phrase.head != "man":
        return whole  # "the crew of forty took to the boats"
    if phrase:
        state = "" if part else state_after(tokens, phrase.after) or state_before(tokens, first)
        return _joined(phrase.head, state)
    start = _past_pointer(tokens, last + 1)
    predicate = phrase_right(tokens, start, plural=False) if start > last + 1 else None
    state = state_after(tokens, start) or state_before(tokens, first)
    if state == "aboard":
        return "people aboard"
    return state or (predicate.head if predicate else _left(tokens, first))


def _ends_name(token: Token) -> bool:
    """A participle, or a word that says more of what is named before it: "Letters written by hand"."""
    return token.kind != "word" or token.lower in FUNCTION_WORDS or token.lower.endswith("ed") or token.lower in _DONE


def _grouped(tokens: list[Token], first: int) -> str:
    """The body whose members the number gives: "a crew of 41"; empty without one."""
    k = first - 1
    while at(tokens, k).lower in _LOOSE:
        k -= 1
    body = at(tokens, k - 1).lower
    return body if at(tokens, k).lower == "of" and body in _BODIES else ""


def _past_pointer(tokens: list[Token], i: int) -> int:
    """Step over "others", "more", "of them", "of whom": what is told of them follows."""
    if at(tokens, i).lower in ("others", "more"):
        return i + 1
    pointing = at(tokens, i).lower == "of" and at(tokens, i + 1).lower in ("them", "whom", "these", "those", "which")
    return i + 2 if pointing else i


def measured(tokens: list[Token], first: int, last: int) -> str:
    """What a measure or a sum of money is told of: its dimension ("long"), its stuff ("steel"), or the noun before."""
    after = at(tokens, last + 1)
    if after.lower in _AFTER:
        return _ATTRIBUTES[after.lower]
    if after.lower == "in" and at(tokens, last + 2).lower in _ATTRIBUTES:
        return _ATTRIBUTES[at(tokens, last + 2).lower]
    if after.lower == "above" and tokens[last].lower in _RISES:
        return "height"
    if at(tokens, first - 1).lower == "for" and any(t.lower in _PAID for t in tokens[max(0, first - _REACH) : first]):
        return "cost"
    hyphened = any(token.text == "-" for token in tokens[first:last])
    if after.lower == "of" or hyphened:
        phrase = phrase_right(tokens, last + 1, plural=False)
        return phrase.head if phrase else ""
    return _left(tokens, first)


def _is_whole(tokens: list[Token], first: int) -> bool:
    """Whether the number is the whole of a part: in "100 of the 300 were killed" the 300 were not."""
    k = first - 1
    while at(tokens, k).lower in DETERMINERS or at(tokens, k).lower.endswith(("'s", "’s")):
        k -= 1
    before = at(tokens, k - 1)
    return at(tokens, k).lower == "of" and (before.kind == "numeral" or before.lower in _PARTS)


def _joined(head: str, state: str) -> str:
    """As in "people" and "killed" give "killed"; "passenger" and "drowned" give "passenger drowned"."""
    if head == "life" and state in ("", "lost"):
        return "killed"
    if not state or state in head:
        return head
    if state == "aboard":
        return "people aboard" if head in _GENERIC else f"{head} aboard"
    return state if head in _GENERIC else f"{head} {state}"


def _out_of(tokens: list[Token], total: Token, first: int) -> str:
    """What a total is of: "the number of dead is given as 75"; empty where it stands alone."""
    k = tokens.index(total)
    if at(tokens, k + 1).lower != "of" or k + 2 >= first:
        return ""
    i = k + 2
    while at(tokens, i).lower in DETERMINERS:
        i += 1
    if state := state_after(tokens, i):
        return state
    phrase = phrase_right(tokens, i, plural=True)
    return phrase.head if phrase and is_plural(tokens[phrase.after - 1].lower) else ""


def _labelled(tokens: list[Token], colon: int) -> str:
    """What a label before a colon names: "Houses destroyed: 1,500", "Length of the bridge: 900 feet"."""
    line = max((k for k in range(colon) if tokens[k].text in (".", ";", "\n")), default=-1) + 1
    if at(tokens, line).lower in STATES and at(tokens, line + 1).text == ",":  # "Killed, all ranks: 485"
        return at(tokens, line).lower
    start = max((k for k in range(colon) if tokens[k].text in (".", ";", ",", "(", "\n")), default=-1) + 1
    if at(tokens, start).lower in _TOTALS and start + 1 < colon:
        start += 1 + (at(tokens, start + 1).lower == "of")
    end = next((k for k in range(start, colon) if _ends_name(tokens[k])), colon)
    if colon - start > _REACH or end == start:
        return "killed" if at(tokens, start).lower in _DEAD else ""
    attributes = [t.lower for t in tokens[start:end] if t.lower in _GROUPING or t.lower in _ATTRIBUTES]
    if attributes:
        return _ATTRIBUTES.get(attributes[0], attributes[0])
    state = state_after(tokens, end)
    return _joined(singular(tokens[end - 1].lower), "" if state == "lost" else state)


def _reaching(tokens: list[Token], k: int) -> str:
    """What is told to reach a number right after token `k`: "the dead came to 40", "losses were put at 40"."""
    k -= at(tokens, k).lower == "at"
    if at(tokens, k).lower not in _REACHING or at(tokens, k + 1).lower not in ("to", "at"):
        return ""
    while at(tokens, k - 1).lower in AUXILIARIES:
        k -= 1
    noun = at(tokens, k - 1).lower
    return singular(noun) if noun in STATES or is_plural(noun) else ""


def _left(tokens: list[Token], first: int) -> str:
    """What stands before: "a population of 300", "the islanders numbered 40", "the army grew from 800"."""
    first -= at(tokens, first - 1).text == ","
    k = first - 1
    while at(tokens, k).lower in _LOOSE:
        k -= 1
    noun = at(tokens, k - 1)
    if told := _reaching(tokens, k):
        return told
    led = at(tokens, k).lower == "of" or at(tokens, k).lower in _NUMBERING
    if led and noun.kind == "word" and noun.lower not in FUNCTION_WORDS:
        return _ATTRIBUTES.get(noun.lower) or singular(noun.lower)
    if at(tokens, k).text == ":":
        return _labelled(tokens, k)
    for token in reversed(tokens[max(0, first - _REACH) : first]):
        if token.lower in _TOTALS and (whole := _out_of(tokens, token, first)):
            return whole
        if token.lower in _GROUPING or token.lower in _ATTRIBUTES:
            return _ATTRIBUTES.get(token.lower, token.lower)
        if token.text in (";", ".", ",", "\n"):
            break
    return ""
