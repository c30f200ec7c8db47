"""Words beside a number that make it less exact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analyzer.extract.numbers.tokens import Token, at

if TYPE_CHECKING:
    from analyzer.values.quantities import Approximator

_BEFORE: Final[dict[tuple[str, ...], Approximator]] = {
    ("more", "than"): "over",
    ("greater", "than"): "over",
    ("upwards", "of"): "over",
    ("upward", "of"): "over",
    ("in", "excess", "of"): "over",
    ("over",): "over",
    ("above",): "over",
    ("exceeding",): "over",
    ("well", "over"): "over",
    ("less", "than"): "under",
    ("fewer", "than"): "under",
    ("under",): "under",
    ("below",): "under",
    ("nearly",): "nearly",
    ("almost",): "nearly",
    ("close", "to"): "nearly",
    ("at", "least"): "at least",
    ("no", "fewer", "than"): "at least",
    ("no", "less", "than"): "at least",
    ("not", "less", "than"): "at least",
    ("not", "fewer", "than"): "at least",
    ("a", "minimum", "of"): "at least",
    ("at", "most"): "at most",
    ("up", "to"): "at most",
    ("not", "more", "than"): "at most",
    ("as", "many", "as"): "at most",
    ("as", "much", "as"): "at most",
    ("a", "maximum", "of"): "at most",
    ("about",): "about",
    ("around",): "about",
    ("some",): "about",
    ("roughly",): "about",
    ("approximately",): "about",
    ("approx",): "about",
    ("approx", "."): "about",
    ("circa",): "about",
    ("ca", "."): "about",
    ("c", "."): "about",
    ("c",): "about",
    ("~",): "about",
    ("an", "estimated"): "about",
    ("estimated",): "about",
    ("estimated", "at"): "about",
    ("perhaps",): "about",
    ("probably",): "about",
    ("maybe",): "about",
    ("the", "order", "of"): "about",
    ("approaching",): "nearly",
}
_AFTER: Final[dict[tuple[str, ...], Approximator]] = {
    ("or", "so"): "about",
    ("or", "thereabouts"): "about",
    ("-", "odd"): "about",
    ("odd",): "about",
    ("or", "more"): "at least",
    ("and", "more"): "at least",
    ("or", "less"): "at most",
    ("or", "fewer"): "at most",
    ("+",): "at least",
    ("at", "least"): "at least",
    ("at", "most"): "at most",
}
_BETWEEN: Final = frozenset(("a", "an", "the", "only", "just", "$", "£", "€"))


def approximator(tokens: list[Token], first: int, last: int) -> Approximator:
    """The approximator of the number in tokens `[first, last]`; the longest phrase beside it wins."""
    ends = [first, first - 1] if at(tokens, first - 1).lower in _BETWEEN else [first]
    for end in ends:
        for length in (3, 2, 1):
            found = _BEFORE.get(tuple(at(tokens, k).lower for k in range(end - length, end)))
            if found and not _climbs(tokens, end - length, found) and not _merely(tokens, end - length):
                return found
    return _after(tokens, last)


def _after(tokens: list[Token], last: int) -> Approximator:
    for start in (last + 1, last + 2):
        for length in (2, 1):
            found = _AFTER.get(tuple(at(tokens, k).lower for k in range(start, start + length)))
            if found:
                return found
    return ""


def _merely(tokens: list[Token], start: int) -> bool:
    """As in "no more than eight got away": only eight, a number and no bound."""
    return at(tokens, start).lower == "more" and at(tokens, start - 1).lower == "no"


def _climbs(tokens: list[Token], start: int, found: Approximator) -> bool:
    """As in "went up to", "grew up to": the "up" belongs to the verb."""
    return found == "at most" and at(tokens, start).lower == "up" and at(tokens, start - 1).lower in ("went", "goes")
