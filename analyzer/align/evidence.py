"""Sentences that tell a reader how far two sources are one text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analyzer.align.words import Words

_QUOTED = 12  # words of the longest run that are shown
_LONGEST_ERROR = 5  # letters a word must have before a near neighbour in spelling means anything
_WORDS = "one two three four five six seven eight nine ten".split()


def tell_reuse(
    sides: tuple[Words, Words],
    shares: tuple[float, float],
    runs: Sequence[tuple[int, int, int]],
    length: int,
    errors: Sequence[str] = (),
) -> tuple[str, ...]:
    """What is shared, the larger share first; empty when no run is. `errors` are those of `shared_errors`."""
    if not runs:
        return ()
    said = []
    for k in sorted((0, 1), key=lambda k: (-shares[k], k)):
        this, other = sides[k].document.id, sides[1 - k].document.id
        if shares[k] >= 0.005:
            count = _WORDS[length - 1] if length <= len(_WORDS) else str(length)
            said.append(
                f"{100 * shares[k]:.0f} % of the words of {this} stand in runs of {count} or more words "
                f"shared with {other}."
            )
    first, _, words = runs[0]
    said.append(f"The longest shared run has {words} words: “{_quote(sides[0], first, words)}”.")
    if errors:
        shown = ", ".join(f"“{e}”" for e in errors[:5])
        said.append(f"Both write {shown} where the usual form stands elsewhere: a shared slip of the pen.")
    return tuple(said)


def _quote(words: Words, first: int, count: int) -> str:
    shown = words.tokens[first : first + min(count, _QUOTED)]
    text = " ".join(words.document.source.text[shown[0].start : shown[-1].end].split())
    return text if count <= _QUOTED else f"{text} …"


class Spellings(NamedTuple):
    """The longer words of a text that stand in it once, and those that stand in it three times or more."""

    once: frozenset[str]
    usual: frozenset[str]


def read_spellings(words: Words) -> Spellings:
    """Count the forms of a text."""
    counts = {form: n for form, n in Counter(t.form for t in words.tokens).items() if _wordlike(form)}
    return Spellings(
        frozenset(form for form, n in counts.items() if n == 1), frozenset(form for form, n in counts.items() if n >= 3)
    )


def shared_errors(left: Spellings, right: Spellings) -> tuple[str, ...]:
    """Words that both texts write just once and that are one swapped or dropped letter from a common word of both.

    Two writers seldom make the same slip; copies keep it. Endings are left alone: they are grammar.
    """
    usual = left.usual & right.usual
    return tuple(f for f in sorted(left.once & right.once) if any(v in usual for v in _slips(f)))


def _wordlike(form: str) -> bool:
    return len(form) >= _LONGEST_ERROR and form.isalpha()


def _slips(form: str) -> Iterable[str]:
    """Forms of which this one is a slip: two inner letters swapped, or one inner letter doubled."""
    for i in range(1, len(form) - 2):
        yield form[:i] + form[i + 1] + form[i] + form[i + 2 :]
        if form[i] == form[i + 1]:
            yield form[: i + 1] + form[i + 2 :]
