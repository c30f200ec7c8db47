"""Values of two bearers: ages at two turns of life or of two people, counts of two parties, a part and its whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.compare.context.ages import is_age
from analyzer.compare.context.counted_kinds import fate
from analyzer.compare.context.kinship import single
from analyzer.compare.context.rarity import words
from analyzer.compare.gate.likeness import containment

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.verdicts import Verdict
    from analyzer.model import Mention

SLIP = 5  # years by which one age is told wrong; two further apart are of two turns of life
ALIKE = 0.5  # share of the shorter sentence's words from which two tell of the same
STATES = frozenset({"be", "have"})
NAMED = frozenset({"person", "place", "group"})


def two_ages(left: Context, right: Context, _verdict: Verdict) -> str:
    """Ages far apart and of no common act, or at one act of somebody and of a relative of theirs."""
    one, other = left.claim.quantity, right.claim.quantity
    if one is None or other is None or not (is_age(left.claim) and is_age(right.claim)):
        return ""
    if _relative_of(left, right) or _relative_of(right, left):
        return "One is the age of a relative of the other."
    apart = max(one.low - other.high, other.low - one.high) > SLIP
    common = left.families & right.families or single(left.families, right.families) or _alike(left, right)
    return "The two ages are told of two turns of life, or of two people." if apart and not common else ""


def _alike(left: Context, right: Context) -> bool:
    """Told of the same by their words: one sentence is much of the other."""
    return containment(left, right) >= ALIKE


def _relative_of(one: Context, other: Context) -> bool:
    """Whether one event befell a relative ("mother of Brandt") of whom the other befell, or may well have."""
    key = next((key for key in one.undergoer if " of " in key), "")
    return bool(key) and not any(" of " in name for name in other.undergoer) and _is_whose(key, other)


def _is_whose(key: str, other: Context) -> bool:
    """Whether the other is told of the one whose relative it is, by name or by what a pronoun stands for."""
    subject = other.frame.subject if other.frame else None
    told = other.undergoer or frozenset(words(subject.key) if subject else ())
    return bool(told) and told <= set(words(key.split(" of ", 1)[1]))


def two_parties(left: Context, right: Context, _verdict: Verdict) -> str:
    """The same told of two parties that one of the sentences names both: "Ulm lost 14 guns, and Kars eleven"."""
    one, other = (_party(c) for c in (left, right))
    if one is None or other is None or not _one_kind(left, right, one, other):
        return ""
    a, b = frozenset(words(one.key)), frozenset(words(other.key))
    if not a or not b or a & b or not (b <= left.spelled.keys() or a <= right.spelled.keys()):
        return ""
    return f"One is told of {one.head}, the other of {other.head}."


def _one_kind(left: Context, right: Context, one: Mention, other: Mention) -> bool:
    """Whether the same is told of both: by one verb, or of two countries or bodies by what is counted."""
    if left.lemma == right.lemma:
        return left.lemma not in STATES
    return "person" not in {one.entity, other.entity} and bool(left.counted & right.counted)


def _party(context: Context) -> Mention | None:
    """The named subject that a count is told of, or that a pronoun there stands for."""
    subject = context.frame.subject if context.frame else None
    if context.claim.quantity is None or subject is None or subject.entity not in NAMED or not subject.key:
        return None
    return subject if subject.resolved or subject.head[:1].isupper() else None


def out_of(left: Context, right: Context, _verdict: Verdict) -> str:
    """What a part is counted out of ("94 of the 129 were lost"), and a number of dead, hurt or saved."""
    for one, other in ((left, right), (right, left)):
        if "base" in one.marks and "base" not in other.marks and fate(other.counted) and not fate(one.counted):
            return f"One counts all, the other the {fate(other.counted)}."
    return ""
