"""The head of the reliability part in words: what can be judged, what can't, and what would change it."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from analyzer.weigh.accuracy import proportion
from analyzer.weigh.evidence import nearest_ranking
from analyzer.weigh.wording import between, count, listed, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.model import Superiority, Verdict
    from analyzer.weigh.evidence import Evidence
    from analyzer.weigh.items import Item

NOT_ENOUGH = "There is not enough to judge which source is the more reliable"


def make_statement(evidence: Evidence, ranked: Sequence[Superiority], verdicts: Sequence[Verdict]) -> str:
    """The statement as one paragraph of plain sentences."""
    if sum(len(c) for c in evidence.witnesses.clusters) == 1:
        return _one_source()
    parts = [_head(evidence), _independence(evidence), _identifiable(evidence)]
    if evidence.judged:
        parts += [_ranking(evidence, ranked), _decided(evidence, verdicts)]
    return " ".join(part for part in [*parts, _change(evidence)] if part)


def _one_source() -> str:
    return (
        "1 text, so 1 witness: only its internal consistency was judged. "
        f"{NOT_ENOUGH}: that needs at least three independent texts on the same facts."
    )


def _head(evidence: Evidence) -> str:
    texts = sum(len(c) for c in evidence.witnesses.clusters)
    return (
        f"{texts} texts make {count(evidence.witnesses.count, 'independent witness', 'independent witnesses')}; "
        f"{count(evidence.comparable, 'fact', 'facts')} can be compared between at least two of them."
    )


def _independence(evidence: Evidence) -> str:
    """What the count of witnesses rests on."""
    index, pairs = evidence.witnesses.index, evidence.witnesses.dependence
    same = [listed(c) for c in evidence.witnesses.clusters if len(c) > 1]
    joined = [f"{names} are one text in different copies and count once." for names in same]
    apart = [d.reused_share for d in pairs if index[d.a] != index[d.b]]
    if evidence.witnesses.count > 1 and apart:
        joined.append(f"Between witnesses, at most {percent(max(apart))} of a text's words stand in shared runs.")
    elif evidence.witnesses.count > 1:
        joined.append("No shared runs of words were found between the witnesses.")
    return " ".join(joined)


def _identifiable(evidence: Evidence) -> str:
    if evidence.judged:
        return _three() if len(evidence.active) == 3 else _more(len(evidence.active))
    if evidence.witnesses.count == 1:
        return f"{NOT_ENOUGH}: all texts go back to one, so only its internal consistency was judged."
    if evidence.witnesses.count == 2:
        return f"{_agreement(evidence)} {NOT_ENOUGH}: two witnesses show only how far they agree, not who is right."
    least = evidence.settings.judged_items
    few = count(len(evidence.active), "witness tells", "witnesses tell")
    return f"{NOT_ENOUGH}: only {few} {least} or more of the comparable facts, and three are needed."


def _three() -> str:
    return (
        "Three witnesses are just enough to estimate how often each agrees with the independent account;"
        " nothing is left over to test whether they are independent."
    )


def _more(count: int) -> str:
    return f"With {count} witnesses it can be estimated how often each agrees with the independent account."


def _agreement(evidence: Evidence) -> str:
    """How often the two witnesses give the same value."""
    both = [item for item in evidence.items if item.ballot.comparable]
    if not both:
        return "They have no fact in common."
    hits = sum(_agree(item) for item in both)
    return f"They agree on {hits} of {len(both)} facts ({between(proportion(hits, len(both)))})."


def _agree(item: Item) -> bool:
    a, b = (item.ballot.votes[s] for s in item.ballot.speaking)
    return bool(a & b)


def _ranking(evidence: Evidence, ranked: Sequence[Superiority]) -> str:
    if ranked:
        return " ".join(
            f"{_name(evidence, s.a)} agrees with the independent account more often than {_name(evidence, s.b)}"
            f" (probability {s.probability:.2f}; n = {evidence.n(s.a)} and {evidence.n(s.b)} facts)."
            for s in ranked[:3]
        )
    nearest = nearest_ranking(evidence)
    if nearest is None:
        return ""
    return (
        f"The witnesses can't be ranked: the largest probability that one is better than another is {nearest[2]:.2f}"
        f" (n = {evidence.n(nearest[0])} and {evidence.n(nearest[1])} facts; a ranking needs more than"
        f" {evidence.settings.ranking:g}, whatever is assumed about wrong values)."
    )


def _decided(evidence: Evidence, verdicts: Sequence[Verdict]) -> str:
    if not verdicts:
        return "There is no conflict of values to weigh."
    settled = sum(not v.undetermined for v in verdicts)
    known = sum(item.known is not None for item in evidence.items)
    by_reader = f" {count(known, 'fact was', 'facts were')} decided by a reader and taken as known." if known else ""
    return (
        f"Of {count(len(verdicts), 'conflict', 'conflicts')}, {settled} {'has' if settled == 1 else 'have'} a reading"
        f" with a probability of at least {evidence.settings.verdict:g};"
        f" the other {len(verdicts) - settled} stay undetermined.{by_reader}"
    )


def _change(evidence: Evidence) -> str:
    if not evidence.judged:
        return "A further text that is independent of these and tells the same facts would change this."
    return (
        "A further independent text, proof that one witness used another, or a document that settles some of the"
        " conflicts would change these figures."
    )


def make_notes(evidence: Evidence) -> tuple[str, ...]:
    """Limits a reader has to know, with their figures and where those come from."""
    hidden = (HIDDEN_COPYING,) if evidence.witnesses.count == 3 else ()
    return (*hidden, COPYING, LONE_CLAIMS, STARTING_POINT, *_shared_minorities(evidence))


HIDDEN_COPYING = (
    "Hidden copying can't be seen with three witnesses. In simulations in which 20, 50 or 80 % of one source was"
    " silently taken from another, an interval that should hold the right figure in 90 % of cases held it in 72, 46"
    " and 24 %."
)
COPYING = (
    "Copying is read from shared words, never from agreeing values; its direction only from the manifest, from the"
    " dates of the texts, or from a citation."
)
LONE_CLAIMS = "A claim that only one source makes can't be checked here; that doesn't make it an error."
STARTING_POINT = (
    "Before any text is read, a witness is taken to agree with the independent account in two of three cases, between"
    " 22 and 97 % with a probability of 90 %; two wrong witnesses are taken to give the same wrong value in one case of"
    " three, with one in two and one in ten tried beside it."
)


def _shared_minorities(evidence: Evidence) -> tuple[str, ...]:
    """Pairs of witnesses that stand together against two or more others: a hint at a common source, not a proof."""
    notes = []
    for s, t in combinations(range(evidence.witnesses.count), 2):
        both = [item for item in evidence.items if _alone_together(item, s, t)]
        if len(both) >= 2:
            n = sum(bool(i.ballot.votes[s] and i.ballot.votes[t]) for i in evidence.items)
            notes.append(
                f"{_name(evidence, s)} and {_name(evidence, t)} give the same value against all others on"
                f" {len(both)} of {n} facts both tell: they may have a common source, though the words don't show it."
            )
    return tuple(notes)


def _alone_together(item: Item, s: int, t: int) -> bool:
    common = item.ballot.votes[s] & item.ballot.votes[t]
    others = [item.ballot.votes[w] for w in item.ballot.speaking if w not in (s, t)]
    return bool(common) and len(others) >= 2 and not any(common & vote for vote in others)


def _name(evidence: Evidence, witness: int) -> str:
    return evidence.witnesses.clusters[witness][0]
