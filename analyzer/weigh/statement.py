"""The head of the reliability part in words: what can be judged, what can't, and what would change it."""

from __future__ import annotations

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
    head = f"{texts} texts make {count(evidence.witnesses.count, 'independent witness', 'independent witnesses')}"
    if evidence.witnesses.count == 1:
        return f"{head}."
    if not evidence.told:
        return f"{head}; no fact is told by at least two of them."
    facts = f"{count(evidence.told, 'fact is', 'facts are')} told by at least two of them"
    if evidence.comparable == evidence.told:
        return f"{head}; {facts}."
    return f"{head}; {facts}, and {evidence.comparable or 'none'} of these can be weighed by their values."


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
    few = count(len(evidence.active), "witness tells", "witnesses tell") if evidence.active else "no witness tells"
    return f"{NOT_ENOUGH}: {few} {least} or more comparable facts; three such witnesses are needed."


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
        more = f" {count(len(ranked) - 3, 'more such pair', 'more such pairs')}." if len(ranked) > 3 else ""
        return " ".join(_better(evidence, pair) for pair in ranked[:3]) + more
    nearest = nearest_ranking(evidence)
    if nearest is None:
        return ""
    return (
        f"The witnesses can't be ranked: the best-supported difference, {_name(evidence, nearest[0])} above"
        f" {_name(evidence, nearest[1])}, has a probability of {nearest[2]:.2f} under the least favourable assumption"
        f" (n = {evidence.n(nearest[0])} and {evidence.n(nearest[1])} facts); a ranking needs more than"
        f" {evidence.settings.ranking:g}."
    )


def _better(evidence: Evidence, pair: Superiority) -> str:
    return (
        f"{_name(evidence, pair.a)} agrees with the independent account more often than {_name(evidence, pair.b)}"
        f" (probability {pair.probability:.2f}; n = {evidence.n(pair.a)} and {evidence.n(pair.b)} facts)."
    )


def _decided(evidence: Evidence, verdicts: Sequence[Verdict]) -> str:
    if not verdicts:
        return "There is no conflict between sources to weigh."
    settled = sum(not v.undetermined for v in verdicts)
    known = sum(item.known is not None for item in evidence.items)
    by_reader = f" {count(known, 'fact was', 'facts were')} decided by a reader and taken as known." if known else ""
    return (
        f"Of {count(len(verdicts), 'conflict', 'conflicts')} between sources, {_are(settled)} decided and"
        f" {_open(len(verdicts) - settled)}; a decision needs a probability of at least"
        f" {evidence.settings.verdict:g}, and more witnesses on one side or better ones.{by_reader}"
    )


def _are(n: int) -> str:
    return f"{n} {'is' if n == 1 else 'are'}" if n else "none is"


def _open(n: int) -> str:
    return f"{n} {'stays' if n == 1 else 'stay'} undetermined" if n else "none stays undetermined"


def _change(evidence: Evidence) -> str:
    if not evidence.judged:
        return "A further text that is independent of these and tells the same facts would change this."
    return (
        "A further independent text, proof that one witness used another, or a document that settles some of the"
        " conflicts would change these figures."
    )


def _name(evidence: Evidence, witness: int) -> str:
    return evidence.witnesses.clusters[witness][0]
