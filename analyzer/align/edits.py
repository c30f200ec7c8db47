"""Word-level differences inside a near-copy, each typed by what it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.align.words import HIDDEN, MONTHS
from analyzer.model import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.align.words import Token

_SPELLING = 0.75  # edit similarity from which two words are spellings of one


def equal_share(left: Sequence[Token], right: Sequence[Token]) -> float:
    """Share of the words of both sides that are equal and in order, 0-1; values are hidden on both sides."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity([t.blind for t in left], [t.blind for t in right]))


def word_edits(left: Sequence[Token], right: Sequence[Token]) -> tuple[Edit, ...]:
    """Every substitution, insertion and deletion that turns the left words into the right ones, in order."""
    from rapidfuzz.distance import Indel

    edits = []
    stretch = [0, 0, 0, 0]
    for op in [*Indel.opcodes([t.form for t in left], [t.form for t in right]), None]:
        if op is not None and op.tag != "equal":
            stretch[1], stretch[3] = op.src_end, op.dest_end
        else:
            if stretch[0] < stretch[1] or stretch[2] < stretch[3]:
                edits.append(_edit(left, right, (stretch[0], stretch[1]), (stretch[2], stretch[3])))
            if op is not None:
                stretch = [op.src_end, op.src_end, op.dest_end, op.dest_end]
    return tuple(edits)


def _edit(left: Sequence[Token], right: Sequence[Token], a: tuple[int, int], b: tuple[int, int]) -> Edit:
    dated = _dated(left, a) or _dated(right, b)
    return Edit(_range(left, a), _range(right, b), _kind(left[slice(*a)], right[slice(*b)], dated=dated))


def _dated(tokens: Sequence[Token], part: tuple[int, int]) -> bool:
    """Whether a month stands in or right beside some tokens."""
    return any(t.form in MONTHS for t in tokens[max(0, part[0] - 1) : part[1] + 1])


def _range(tokens: Sequence[Token], part: tuple[int, int]) -> tuple[int, int]:
    """Clean range of some tokens; an empty range right after the token before when there are none."""
    first, last = part
    if first < last:
        return tokens[first].start, tokens[last - 1].end
    at = tokens[first - 1].end if first else (tokens[0].start if tokens else 0)
    return at, at


def _kind(left: Sequence[Token], right: Sequence[Token], *, dated: bool) -> str:
    if not left or not right:
        return "delete" if left else "insert"
    values = [[t for t in side if t.blind == HIDDEN] for side in (left, right)]
    if values[0] and values[1]:
        return "date" if dated or all(_is_year(t) for side in values for t in side) else "number"
    if _similar(left, right):
        return "spelling"
    return "name" if any(t.name for t in left) and any(t.name for t in right) else "word"


def _is_year(token: Token) -> bool:
    return token.form.isdigit() and 1000 <= int(token.form) < 2100


def _similar(left: Sequence[Token], right: Sequence[Token]) -> bool:
    from rapidfuzz.distance import Levenshtein

    sides = ("".join(t.form for t in left), "".join(t.form for t in right))
    return float(Levenshtein.normalized_similarity(*sides)) >= _SPELLING
