"""What befell the ones counted: killed, wounded, aboard; these tell "26 killed" from "26 killed and wounded"."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from analyzer.extract.numbers.lexicon import AUXILIARIES, words
from analyzer.extract.numbers.tokens import Token, at

STATES: Final = words(
    "killed wounded injured dead missing drowned captured arrested executed shot hanged imprisoned saved rescued lost "
    "survived died perished deported exiled evacuated homeless aboard hurt hospitalized hospitalised slain massacred "
    "burned burnt destroyed damaged displaced infected condemned sentenced present absent enrolled employed sunk "
    "wrecked surrendered deserted detained interned released trapped buried"
)
# Verbs that act on the ones counted when they stand before the number.
_ACTS: Final = MappingProxyType(
    {
        "killing": "killed",
        "kills": "killed",
        "kill": "killed",
        "wounding": "wounded",
        "injuring": "injured",
        "drowning": "drowned",
        "capturing": "captured",
        "arresting": "arrested",
        "executing": "executed",
        "destroying": "destroyed",
        "damaging": "damaged",
        "sinking": "sunk",
        "saving": "saved",
        "rescuing": "rescued",
        "sank": "sunk",
        "displacing": "displaced",
        "deaths": "died",
        "death": "died",
        "loss": "lost",
    }
    | {
        word: word
        for word in (
            "killed wounded injured drowned captured arrested executed shot hanged saved rescued lost deported "
            "evacuated massacred burned destroyed damaged displaced infected wrecked released buried"
        ).split()
    }
)
# Words that may stand between such a verb and the number.
_BETWEEN: Final = words(
    "of about some over nearly almost around approximately more fewer less than at least up to "
    "another the an estimated all"
)
_LINKS: Final = words(
    "was were been being are is had have has also reported confirmed left then later rendered made all"
)


def state_after(tokens: list[Token], i: int) -> str:
    """The state told right after the counted ones, from token `i`: "were killed", "killed and wounded", "on board"."""
    j = i
    while at(tokens, j).lower in _LINKS and j < i + 4:
        j += 1
    word, after = at(tokens, j).lower, at(tokens, j + 1).lower
    if word == "on" and after == "board":
        return "aboard"
    if word == "lost" and after in ("their", "his", "her"):
        return {"lives": "died", "life": "died", "homes": "homeless", "houses": "homeless", "home": "homeless"}.get(
            at(tokens, j + 2).lower, ""
        )
    if word == "without" and after in ("shelter", "homes", "home", "a") and j > i:
        return "homeless" if after != "a" or at(tokens, j + 2).lower in ("roof", "home", "shelter") else ""
    if word not in STATES or (j == i and at(tokens, j + 1).kind == "numeral"):
        return ""
    other = at(tokens, j + 2).lower
    return f"{word} and {other}" if after in ("and", "or") and other in STATES else word


def state_before(tokens: list[Token], i: int) -> str:
    """The state that a verb before token `i` brings about: "killing 26", "the deaths of some 300"; empty if passive."""
    k = i - 1
    while k > i - 5 and at(tokens, k).lower in _BETWEEN:
        k -= 1
    if _on_board(tokens, i - 1):
        return "aboard"
    if at(tokens, k - 1).lower in AUXILIARIES and at(tokens, k).lower.endswith("ed"):
        return ""
    return _ACTS.get(at(tokens, k).lower, "")


def _on_board(tokens: list[Token], k: int) -> bool:
    """Whether a sentence opens with where the counted ones were: "On board were 97 persons"."""
    while at(tokens, k).lower in _BETWEEN | AUXILIARIES | {"there"}:
        k -= 1
    there = at(tokens, k).lower
    return there == "aboard" or (there == "board" and at(tokens, k - 1).lower == "on")
