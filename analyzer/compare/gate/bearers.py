"""Of whom or what a number is told within one source: the same bearer, another, or one of several of its name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from analyzer.compare.context.contexts import mentions
from analyzer.compare.context.rarity import words
from analyzer.model import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.model import Extraction, Mention

COMMON = frozenset({"group", "thing"})  # what a common noun names; people and places have names of their own


def shared_nouns(extraction: Extraction) -> frozenset[str]:
    """Common nouns that a source qualifies in two ways or more: "the relief army" beside "his army"."""
    told: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for frame in extraction.frames:
        for mention in mentions(frame):
            head = mention.head.lower()
            if not mention.resolved and mention.entity in COMMON and mention.text.lower() != head:
                qualified = tuple(word for word in words(mention.text) if word not in words(head))
                told[head].add(qualified)
    return frozenset(head for head, ways in told.items() if len(ways - {()}) > 1)


def bearer(left: Context, right: Context, shared: Sequence[frozenset[str]]) -> tuple[float, Reason | None]:
    """Log odds that two numbers of one source are told of one bearer, by the subjects they are told with.

    A noun that the source uses of several things tells nothing, and what a pronoun stands for is itself a guess.
    `shared` holds the `shared_nouns` of each document.
    """
    a, b = (c.frame.subject if c.frame else None for c in (left, right))
    if left.document != right.document or left.claim.date or a is None or b is None or not a.key or not b.key:
        return 0.0, None
    if left.actors.isdisjoint(words(b.key)) and right.actors.isdisjoint(words(a.key)):
        weight = -0.5 if a.resolved or b.resolved else -2.5
        return weight, Reason("bearer", f"One is told of {a.text}, the other of {b.text}.")
    if {_noun(a), _noun(b)} & shared[left.document]:
        return -8.0, Reason("bearer", f"The source speaks of more than one {_noun(a) or _noun(b)}.")
    return 0.0, None


def _noun(mention: Mention) -> str:
    """The noun of a common thing that nothing qualifies; empty for a name."""
    named = " " in mention.key or (mention.text[:1].isupper() and not mention.resolved)
    return "" if named or mention.entity not in COMMON else mention.key
